"""New names say nothing; kept names are explained."""

import pytest

from safety.photos.names import neutral_name, told_by_name
from safety.photos.recognise import Format


def test_new_name_is_neutral() -> None:
    """A number, and the ending of what the file is."""
    assert neutral_name(1, Format.JPEG) == "photo-1.jpg"
    assert neutral_name(12, Format.WEBP) == "photo-12.webp"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("IMG_20240131_102030.jpg", {"date": "2024-01-31", "camera": ""}),
        ("PXL_20240131_1020.jpg", {"date": "2024-01-31", "camera": ""}),
        ("WhatsApp Image 2024-01-31 at 10.20.jpeg", {"date": "2024-01-31", "app": ""}),
        ("IMG-20240131-WA0007.jpg", {"date": "2024-01-31", "app": ""}),
        ("signal-2024-01-31-102030.png", {"date": "2024-01-31", "app": ""}),
        ("Screenshot_20240131-102030_com.bank.app.png", {"date": "2024-01-31", "screenshot": ""}),
        ("DSC_0001.JPG", {"camera": ""}),
        ("photo-1.jpg", {}),
        ("holiday.jpg", {}),
        ("12345678901234.jpg", {}),
    ],
)
def test_kept_name_tells(name: str, told: dict[str, str]) -> None:
    """Date, app, screenshot or camera."""
    assert dict(told_by_name(name)) == told
