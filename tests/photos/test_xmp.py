"""XMP is told by names, without a parser that could be led astray."""

import pytest

from safety.photos.xmp import describes_brightness, report_xmp
from tests.photos import samples


def told(packet: bytes) -> dict[str, list[dict[str, str]]]:
    """Values of the findings by code."""
    found: dict[str, list[dict[str, str]]] = {}
    for finding in report_xmp(packet, "XMP", 7):
        found.setdefault(finding.code, []).append(dict(finding.values))
    return found


def test_attributes_and_elements_are_told() -> None:
    """Place, person, app and ID of one packet."""
    found = told(samples.xmp(b"SECRET"))
    assert found["location"] == [{"lat": "40.44612", "lon": "-79.97500"}, {"name": "Pittsburgh"}]
    assert found["person"] == [{"values": "Anna & SECRET"}]
    assert found["software"] == [{"value": "Editor 9"}]
    assert found["serial"] == [{"values": "uuid:SECRET"}]


def test_wide_packets_are_told() -> None:
    """UTF-16 with its mark is read like UTF-8."""
    assert told(samples.xmp().decode().encode("utf-16"))["software"] == [{"value": "Editor 9"}]


@pytest.mark.parametrize(
    ("packet", "code", "values"),
    [
        (
            b"<dc:subject><rdf:Bag><rdf:li>sea</rdf:li><rdf:li>sun</rdf:li></rdf:Bag></dc:subject>",
            "keywords",
            {"value": "sea; sun"},
        ),
        (b"<mwg-rs:Name>Bo</mwg-rs:Name>", "person", {"values": "Bo"}),
        (b"<a mwg-rs:Name = 'Bo'/>", "person", {"values": "Bo"}),
        (b'<a tiff:Make="Acme" tiff:Model="S"/>', "device", {"make": "Acme", "model": "S"}),
        (
            b'<a drone-dji:GpsLatitude="+12.5" drone-dji:GpsLongitude="-3.25"/>',
            "location",
            {"lat": "12.50000", "lon": "-3.25000"},
        ),
        (b'<a exif:GPSLatitude="99,0N" exif:GPSLongitude="1,0E"/>', "location", {}),
        (b'<a GDepth:Format="1"/>', "depth-layer", {}),
        (b'<a GImage:Data="1"/>', "original-picture", {}),
        (b'<a hdrgm:Version="1.0"/>', "hdr-layer", {}),
        (b"nothing that is known", "vendor-data", {"fourcc": "XMP"}),
        (b"<dc:creatorRole>x</dc:creatorRole>", "vendor-data", {"fourcc": "XMP"}),
        (b'<a exif:GPSLatitudeRef="N"/>', "vendor-data", {"fourcc": "XMP"}),
    ],
)
def test_names_are_found(packet: bytes, code: str, values: dict[str, str]) -> None:
    """Lists, both kinds of quotes, drones, layers; and unknown packets are still named."""
    assert told(packet)[code] == [values]


def test_entities_do_not_expand() -> None:
    """A billion laughs stays the few letters it is written with."""
    laughs = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><xmp:CreatorTool>&b;</xmp:CreatorTool>'
    assert told(laughs)["software"] == [{"value": "&b;"}]


def test_brightness_layers_are_recognised() -> None:
    """Google's, Adobe's and Apple's way to name a gain map."""
    assert describes_brightness(b'hdrgm:Version="1.0"')
    assert describes_brightness(b"urn:com:apple:photo:2020:aux:hdrgainmap")
    assert not describes_brightness(samples.xmp())
