"""The icons for a home screen: neutral drawings, each written as SVG and as PNG from the same rectangles.

``python -m safety.pages.offline.icons`` writes them again. A browser takes the PNG for a home screen. All that is
drawn stays within the circle that systems cut icons to.
Source: PNG, third edition (W3C), section 11; Web Application Manifest (W3C), icon masks; both checked 2026-11-23.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

FOLDER = Path(__file__).resolve().parents[3] / "static" / "icons"
# Both in the same units, those of the drawings.
SIZE: Final = 48
# Four times the size that is drawn, as the finest screens show it.
PNG_SIZE: Final = 192
_COLOUR_TYPE_RGB = 2


@dataclass(frozen=True)
class Bar:
    """A rectangle with round corners."""

    left: float
    top: float
    width: float
    height: float
    radius: float = 1

    def covers(self, x: float, y: float) -> float:
        """How far the point is inside, below zero when it is outside."""
        across = abs(x - self.left - self.width / 2) - self.width / 2 + self.radius
        down = abs(y - self.top - self.height / 2) - self.height / 2 + self.radius
        return float(self.radius - (max(across, 0) ** 2 + max(down, 0) ** 2) ** 0.5 - min(max(across, down), 0))


@dataclass(frozen=True)
class Icon:
    """Bars of one colour on a ground of another, in hexadecimal."""

    ground: str
    ink: str
    bars: tuple[Bar, ...]


ICONS: Final[Mapping[str, Icon]] = MappingProxyType(
    {
        "notes": Icon("f3e8c8", "5b4a1f", tuple(Bar(11, 13.9 + 8.5 * at, (26, 26, 16)[at], 3.2) for at in range(3))),
        "units": Icon(
            "dbe5ec",
            "2f4858",
            (
                Bar(10, 29.5, 28, 3.2),
                *(Bar(10 + 6.2 * at, 17 + 6 * (at % 2), 3.2, 14 - 6 * (at % 2)) for at in range(5)),
            ),
        ),
        "list": Icon(
            "e6e3ee",
            "463f5c",
            (
                *(Bar(11, 13 + 8.5 * at, 5, 5) for at in range(3)),
                *(Bar(20, 13.9 + 8.5 * at, 17, 3.2) for at in range(3)),
            ),
        ),
    }
)


def svg(icon: Icon) -> str:
    """The icon as a drawing."""
    bars = "".join(
        f'<rect x="{bar.left:g}" y="{bar.top:g}" width="{bar.width:g}" height="{bar.height:g}" rx="{bar.radius:g}"/>'
        for bar in icon.bars
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIZE} {SIZE}">'
        f'<rect width="{SIZE}" height="{SIZE}" fill="#{icon.ground}"/><g fill="#{icon.ink}">{bars}</g></svg>\n'
    )


def pixels(icon: Icon, size: int = PNG_SIZE) -> bytes:
    """Its red, green and blue, row by row."""
    scale = size / SIZE
    ground, ink = bytes.fromhex(icon.ground), bytes.fromhex(icon.ink)
    # Of a pixel at the edge of a bar, as much is inked as lies in the bar.
    shades = [
        bytes(round(here + (there - here) * part / 255) for here, there in zip(ground, ink, strict=True))
        for part in range(256)
    ]
    return b"".join(
        shades[_inked(icon, (column + 0.5) / scale, (row + 0.5) / scale, scale)]
        for row in range(size)
        for column in range(size)
    )


def _inked(icon: Icon, x: float, y: float, scale: float) -> int:
    depth = max(bar.covers(x, y) for bar in icon.bars) * scale
    return round(255 * min(max(depth + 0.5, 0), 1))


def png(icon: Icon, size: int = PNG_SIZE) -> bytes:
    """The icon as a picture of ``size`` by ``size`` pixels."""
    rows, width = pixels(icon, size), size * 3
    lines = b"".join(b"\0" + rows[start : start + width] for start in range(0, len(rows), width))
    head = struct.pack(">IIBBBBB", size, size, 8, _COLOUR_TYPE_RGB, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(lines, 9)) + _chunk(b"IEND", b"")
    )


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def write(folder: Path = FOLDER) -> None:
    """Writes all icons into ``folder``."""
    folder.mkdir(exist_ok=True)
    for name, icon in ICONS.items():
        (folder / f"{name}.svg").write_text(svg(icon), encoding="utf-8")
        (folder / f"{name}.png").write_bytes(png(icon))


if __name__ == "__main__":
    write()
