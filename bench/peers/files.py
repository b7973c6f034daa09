"""Photos and videos made by code, as large as a phone makes them, with a place, a device and a name inside."""

import io
import os
import shutil
from fractions import Fraction
from pathlib import Path

import av
import pillow_heif
from PIL import Image

from tests.photos import samples

SIDE = 256


def picture(width: int, height: int, grain: int) -> Image.Image:
    """Soft colours with fine noise; the more `grain` (0 to 100), the larger the file."""
    noise = Image.frombytes("RGB", (width, height), os.urandom(3 * width * height))
    soft = samples.picture().resize((width, height), Image.Resampling.BICUBIC)
    return Image.blend(soft, noise, grain / 100)


def exif(orientation: int) -> bytes:
    """Device, person, times, a thumbnail and a place in Berlin."""
    return samples.exif(orientation).replace(b"W\0\0\0", b"E\0\0\0", 1)


def jpeg(width: int, height: int, grain: int = 12) -> bytes:
    """A JPEG with EXIF, a thumbnail and XMP, as a phone writes it."""
    out = io.BytesIO()
    picture(width, height, grain).save(out, "JPEG", quality=92, exif=b"Exif\0\0" + exif(6), xmp=samples.xmp())
    return out.getvalue()


def png(width: int, height: int) -> bytes:
    """A PNG with EXIF and a text."""
    plain = io.BytesIO()
    picture(width, height, 40).save(plain, "PNG", compress_level=1, exif=exif(6))
    return samples.before_iend(samples.chunk(b"tEXt", b"Author\0" + samples.SECRET), plain.getvalue())


def webp(width: int, height: int) -> bytes:
    """A WebP with EXIF and XMP."""
    out = io.BytesIO()
    picture(width, height, 10).save(out, "WEBP", quality=90, method=0, exif=exif(6), xmp=samples.xmp())
    return out.getvalue()


def heic(width: int, height: int, grain: int = 30) -> bytes:
    """A HEIC with EXIF and XMP."""
    out = io.BytesIO()
    made = pillow_heif.from_pillow(picture(width, height, grain))
    made.save(out, quality=95, exif=b"Exif\0\0" + exif(1), xmp=samples.xmp())
    return out.getvalue()


def movie(path: Path, seconds: int, bits_per_second: int) -> None:
    """An MP4 of noise with a place and a title."""
    with av.open(str(path), "w", options={"movflags": "use_metadata_tags"}) as container:
        container.metadata.update({"location": "+52.5163+013.3777/", "title": samples.SECRET.decode()})
        stream = container.add_stream("mpeg4", rate=Fraction(25))
        stream.width, stream.height = SIDE, SIDE
        stream.pix_fmt, stream.bit_rate = "yuv420p", bits_per_second
        for _ in range(seconds * 25):
            noise = Image.frombytes("RGB", (SIDE, SIDE), os.urandom(3 * SIDE * SIDE))
            container.mux(stream.encode(av.VideoFrame.from_image(noise)))
        container.mux(stream.encode(None))


def huge_movie(path: Path, size_bytes: int) -> None:
    """An MP4 of about that size: a short film over and over, packet by packet."""
    short = path.with_name("short.mp4")
    movie(short, 20, 40_000_000)
    with av.open(str(short)) as source, av.open(str(path), "w") as container:
        stream = container.add_stream_from_template(source.streams.video[0])
        packets = [packet for packet in source.demux(video=0) if packet.size]
        length = sum(packet.duration for packet in packets)
        for shift in range(size_bytes // short.stat().st_size + 1):
            for packet in packets:
                again = av.Packet(bytes(packet))
                again.pts, again.dts = packet.pts + shift * length, packet.dts + shift * length
                again.duration, again.time_base = packet.duration, packet.time_base
                again.is_keyframe, again.stream = packet.is_keyframe, stream
                container.mux(again)
    short.unlink()


def mixed(folder: Path, count: int) -> list[Path]:
    """`count` files as they lie in a gallery: six of ten JPEG, and PNG, WebP, HEIC and MP4."""
    folder.mkdir(parents=True)
    movie(folder / "first.mp4", 4, 8_000_000)
    originals = {
        "jpg": [jpeg(4000, 3000), jpeg(3000, 2000), jpeg(1600, 1200)],
        "png": [png(1200, 900), png(600, 400)],
        "webp": [webp(1600, 1200)],
        "heic": [heic(2000, 1500)],
        "mp4": [(folder / "first.mp4").read_bytes()],
    }
    (folder / "first.mp4").unlink()
    order = ("jpg", "png", "jpg", "heic", "jpg", "jpg", "webp", "jpg", "mp4", "jpg")
    files = []
    for number in range(count):
        ending = order[number % len(order)]
        choices = originals[ending]
        files.append(folder / f"file-{number:03d}.{ending}")
        files[-1].write_bytes(choices[number // len(order) % len(choices)])
    return files


def real(folder: Path, source: Path) -> list[Path]:
    """Copies of the files below `source`, under names of their own."""
    folder.mkdir(parents=True)
    files = []
    for number, path in enumerate(sorted(path for path in source.rglob("*") if path.is_file())):
        files.append(folder / f"file-{number:03d}{path.suffix.lower()}")
        shutil.copyfile(path, files[-1])
    return files
