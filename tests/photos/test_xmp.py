"""XMP is told by names, without a parser that could be led astray."""

import pytest

from safety.photos.metadata.xmp import layer_code, picture_layers, report_xmp
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


@pytest.mark.parametrize(
    ("packet", "code", "values"),
    [
        (b"<xap:CreatorTool>Old 7</xap:CreatorTool>", "software", {"value": "Old 7"}),
        (b'<a xapMM:DocumentID="adobe:docid:1"/>', "serial", {"values": "adobe:docid:1"}),
        (b'<a xmp:ModifyDate="2024-01-31T10:20:30+02:00"/>', "time", {"value": "2024-01-31 10:20:30+02:00"}),
        (b'<a exif:GPSAltitude="300/1"/>', "location", {}),
        (b'<a drone-dji:AbsoluteAltitude="+31.5"/>', "location", {}),
        (b'<a Iptc4xmpExt:Sublocation="Old port"/>', "location", {"name": "Old port"}),
        (b'<a Iptc4xmpCore:CiEmailWork="a@example.org"/>', "contact", {"values": "a@example.org"}),
        (b'<a xmpRights:WebStatement="https://example.org"/>', "web-link", {"values": "https://example.org"}),
        (b"<xmpGImg:image>/9j/4AAQ</xmpGImg:image>", "thumbnail", {}),
        (b'<a dcterms:provenance="https://example.org/manifest"/>', "provenance", {}),
        (b"<Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia<",
         "ai-prompt", {}),
        (b"<dc:title>caf&#xE9; &#8212; &amp;#65;&#xD800;</dc:title>", "description", {"value": "café — &#65;"}),
    ],
)  # fmt: skip
def test_more_names_are_found(packet: bytes, code: str, values: dict[str, str]) -> None:
    """Prefixes of before 2004, hints at a place, contacts, previews, histories, and letters by their number."""
    assert told(packet)[code] == [values]


def test_history_is_told_in_its_own_words() -> None:
    """What was done, with what, and the IDs that tie the steps together."""
    steps = b"".join(
        b'<rdf:li stEvt:action="%s" stEvt:softwareAgent="Editor %d" stEvt:instanceID="xmp.iid:%d"/>' % (what, n, n)
        for n, what in enumerate((b"derived", b"saved", b"saved"))
    )
    found = told(b"<xmpMM:History><rdf:Seq>" + steps + b"</rdf:Seq></xmpMM:History>")
    assert found["software"] == [{"value": "Editor 0; Editor 1; Editor 2"}, {"history": "derived, saved"}]
    assert found["serial"] == [{"values": "xmp.iid:0; xmp.iid:1; xmp.iid:2"}]


def test_wide_packets_need_no_mark() -> None:
    """UTF-16 is known by its first letter."""
    for order in ("utf-16-be", "utf-16-le"):
        assert told(b"<xmp:CreatorTool>App</xmp:CreatorTool>".decode().encode(order))["software"] == [{"value": "App"}]


def test_end_tags_do_not_use_up_the_count() -> None:
    """Sixteen people are told, and the seventeenth is not."""
    people = b"".join(b"<mwg-rs:Name>P%d</mwg-rs:Name>" % number for number in range(20))
    assert told(people)["person"][0]["values"].split("; ") == [f"P{number}" for number in range(16)]


def test_names_are_looked_for_once() -> None:
    """A packet of colons ends soon; the name behind 200,000 of them is not told."""
    packet = b"dc:subject " * 200_000
    assert "software" not in told(packet + b"<xmp:CreatorTool>App</xmp:CreatorTool>")
    assert "software" in told(packet[:-99] + b"<xmp:CreatorTool>App</xmp:CreatorTool>")


@pytest.mark.attack("V1.5.1", "hides entities in a picture that grow a billionfold")
def test_entities_do_not_expand() -> None:
    """A billion laughs stays the few letters it is written with."""
    laughs = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><xmp:CreatorTool>&b;</xmp:CreatorTool>'
    assert told(laughs)["software"] == [{"value": "&b;"}]


@pytest.mark.parametrize(
    ("packet", "code"),
    [
        (b'hdrgm:Version="1.0"', "hdr-layer"),
        (b"urn:com:apple:photo:2020:aux:hdrgainmap", "hdr-layer"),
        (b"urn:com:apple:photo:2018:aux:portraiteffectsmatte", "matte-layer"),
        (b'apdi:AuxiliaryImageType="disparity" urn:mpeg:aux:disparity', "depth-layer"),
        (samples.xmp(), "extra-picture"),
    ],
)
def test_layers_are_told_from_pictures(packet: bytes, code: str) -> None:
    """Google's, Adobe's and Apple's way to name a gain map, a cut-out and a depth map."""
    assert layer_code(packet) == code


def test_list_of_pictures_is_read() -> None:
    """Google's list says what follows the picture; the picture itself and the video are not among it."""
    items = ("Primary", "GainMap", "Depth", "MotionPhoto", "Original", "Whatever")
    packet = b"".join(b'<Container:Item Item:Semantic="%s"/>' % item.encode() for item in items)
    assert picture_layers(packet) == ["hdr-layer", "depth-layer", "original-picture", "extra-picture"]
