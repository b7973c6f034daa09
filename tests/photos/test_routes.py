"""The photo pages, without JavaScript: one file or several, looked into or cleaned, and never half of it."""

from __future__ import annotations

import io
import re
from typing import Any
from zipfile import ZipFile

import pytest
from werkzeug.test import TestResponse

from safety.photos import clean_bytes, forms, inspect_bytes, look, words
from safety.photos.accepted import accept_attribute, format_names
from safety.photos.findings import Place, make_finding
from safety.photos.outcome import Report
from safety.photos.recognise import Format
from safety.photos.tags import Tag
from safety.web import limits
from tests import page
from tests.conftest import CheckingClient
from tests.photos import samples

DIRTY = samples.after_start(samples.segment(0xE1, b"Exif\0\0" + samples.exif(6)))
CLEAN = samples.jpeg()
PDF = b"%PDF-1.7"
EVIL = "<b onclick=x>\u202egpj.exe"


def send(client: CheckingClient, do: str, *contents: bytes, names: tuple[str, ...] = (), **more: Any) -> TestResponse:
    """The answer to these files."""
    called = names or tuple(f"name-{number}.jpg" for number in range(1, len(contents) + 1))
    files = [(io.BytesIO(content), name) for content, name in zip(contents, called, strict=True)]
    return client.post("/photos/send", data={"file": files, "do": do, **more})


def heading(response: TestResponse) -> str:
    """What the page is about."""
    return "".join(next(page.parse(response.text)[0].iter("h1")).itertext())


def unzipped(response: TestResponse) -> dict[str, bytes]:
    """The files of the zip that came back."""
    assert response.headers["Content-Disposition"] == 'attachment; filename="photos.zip"'
    assert response.headers["Content-Type"] == "application/octet-stream"
    with ZipFile(io.BytesIO(response.data)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def test_the_form_says_first_where_the_files_go(client: CheckingClient) -> None:
    """Before anything can be chosen; and it asks for what the engine cleans, several at once."""
    text = client.get("/photos/send").text
    assert text.index("goes to this server") < text.index("<form")
    assert text.index("under 18") < text.index("<form")
    (field,) = [one for one in page.parse(text)[0].iter("input") if one.get("type") == "file"]
    assert field.get("accept") == accept_attribute()
    assert field.get("multiple") is not None
    assert format_names() in text
    assert format_names() in client.get("/photos").text


def test_one_photo_is_looked_into(client: CheckingClient) -> None:
    """The worst things first, the rest behind one fold; no name, since there is only one."""
    response = send(client, "look", DIRTY)
    assert response.status_code == 200
    assert re.match(r"This photo gives away \d+ things", heading(response))
    assert response.text.index("52.51630") < response.text.index("And ")
    assert "name-1" not in response.text
    assert response.headers["Cache-Control"] == "no-store"


def test_several_photos_are_looked_into_on_one_page(client: CheckingClient) -> None:
    """Each by its number and its name, in the order of sending, whatever becomes of it."""
    response = send(client, "look", DIRTY, PDF, CLEAN)
    assert response.status_code == 200
    assert heading(response) == "What these 3 files give away"
    parts = response.text.split('<section class="card">')[1:]
    assert len(parts) == 3
    for number, (part, says) in enumerate(
        zip(parts, ("52.51630", "We cannot clean PDF files.", "This photo is clean already"), strict=True), 1
    ):
        assert f"{number}. <bdi>name-{number}.jpg</bdi>" in part
        assert says in part


def test_a_hostile_name_is_only_text(client: CheckingClient) -> None:
    """Escaped, without marks that turn it around, and kept from turning what is around it."""
    response = send(client, "look", DIRTY, PDF, names=(EVIL, "b.pdf"))
    assert "&lt;b onclick=x&gt; gpj.exe</bdi>" in response.text
    assert "\u202e" not in response.text


def test_a_small_picture_is_shown_only_to_who_opens_it(client: CheckingClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the page itself, folded, with words for who cannot see it, and never printed by surprise."""
    finding = make_finding("thumbnail", Place("Exif", 0), len(CLEAN)).showing("image/jpeg", (0, len(CLEAN)))
    monkeypatch.setattr(look, "inspect_bytes", lambda content: Report(Format.JPEG, (finding,), ()))
    tree = page.parse(send(client, "look", CLEAN).text)[0]
    (folded,) = [one for one in tree.iter("details") if any(True for _ in one.iter("img"))]
    assert folded.get("open") is None
    assert "no-print" in folded.get("class", "")
    (picture,) = folded.iter("img")
    assert picture.get("alt")
    assert picture.get("width") == "160"
    assert (picture.get("src") or "").startswith("data:image/jpeg;base64,/9j/")


def test_a_sentence_is_said_once(client: CheckingClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two things of one kind that sound alike are one line; each keeps its own picture."""
    found = [make_finding("thumbnail", Place("Exif", at), len(CLEAN)) for at in range(2)]
    carrying = tuple(finding.showing("image/jpeg", (0, len(CLEAN))) for finding in found)
    monkeypatch.setattr(look, "inspect_bytes", lambda content: Report(Format.JPEG, carrying, ()))
    text = send(client, "look", CLEAN).text
    assert text.count("A small copy of the picture is inside.") == 1
    assert text.count("<img") == 2


def test_every_tag_is_shown_to_who_asks(client: CheckingClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a list behind a fold; what stands in it is only text."""
    monkeypatch.setattr(look, "tag_table", lambda content: (Tag("Image", "Make", "<b>Acme"),))
    assert 'class="tags"' not in send(client, "look", DIRTY).text
    for response in (send(client, "look", DIRTY, tags="1"), send(client, "look", DIRTY, PDF, tags="1")):
        assert response.text.count('class="tags"') == 1
        assert "<bdi>&lt;b&gt;Acme</bdi>" in response.text


def test_a_video_is_called_a_video(client: CheckingClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """And not a photo."""
    finding = make_finding("time", Place("mvhd", 0), 8, value="2024")
    monkeypatch.setattr(look, "inspect_bytes", lambda content: Report(Format.MP4, (finding,), ()))
    assert heading(send(client, "look", CLEAN)) == "This video gives away one thing"


def test_one_clean_copy_comes_as_a_file(client: CheckingClient) -> None:
    """To be kept, under a neutral name."""
    response = send(client, "clean", DIRTY)
    assert response.headers["Content-Disposition"] == 'attachment; filename="photo-1.jpg"'
    assert response.headers["Content-Type"] == "application/octet-stream"
    assert samples.SECRET not in response.data
    assert inspect_bytes(response.data).is_clean


def test_several_clean_copies_come_as_one_zip(client: CheckingClient) -> None:
    """Also those that were clean before, so that one zip holds all there is to share."""
    files = unzipped(send(client, "clean", DIRTY, samples.png(), CLEAN))
    assert list(files) == ["photo-1.jpg", "photo-2.png", "photo-3.jpg"]
    assert all(inspect_bytes(content).is_clean for content in files.values())
    assert files["photo-3.jpg"] == CLEAN


def test_what_is_left_out_of_the_zip_is_told_in_it(client: CheckingClient) -> None:
    """By number and not by name, since the zip is passed on."""
    files = unzipped(send(client, "clean", DIRTY, PDF, names=("private.jpg", "secret-name.pdf")))
    assert list(files) == ["photo-1.jpg", "NOT-CLEANED.txt"]
    told = files["NOT-CLEANED.txt"].decode()
    assert "File 2 of 2 (8 bytes): We cannot clean PDF files." in told
    assert "secret-name" not in told
    assert PDF not in files["photo-1.jpg"]


def test_a_photo_that_is_clean_already_is_said_to_be(client: CheckingClient) -> None:
    """There is no other copy to give."""
    response = send(client, "clean", CLEAN)
    assert (response.status_code, heading(response)) == (200, "This photo is clean already")


@pytest.mark.parametrize("do", ["look", "clean"])
def test_one_file_that_is_refused_gets_the_reason(client: CheckingClient, do: str) -> None:
    """And the form again; nothing of the file comes back."""
    response = send(client, do, PDF)
    assert response.status_code == 415
    assert "We cannot clean PDF files." in response.text
    assert "name-1" not in response.text
    assert "<form" in response.text


def test_several_files_that_are_all_refused_get_a_page(client: CheckingClient) -> None:
    """With each name and each reason, and no zip."""
    response = send(client, "clean", PDF, b"", names=(EVIL, "b.jpg"))
    assert (response.status_code, heading(response)) == (415, "We could not take these files")
    assert "1. <bdi>&lt;b onclick=" in response.text
    assert "This file is empty." in response.text


@pytest.mark.parametrize("do", ["look", "clean"])
@pytest.mark.parametrize("form", [{}, {"file": (io.BytesIO, "")}])
def test_who_chooses_nothing_is_told_so(client: CheckingClient, do: str, form: dict[str, Any]) -> None:
    """A browser sends an empty part without a name then."""
    sent = {name: (make(b""), called) for name, (make, called) in form.items()}
    response = client.post("/photos/send", data={**sent, "do": do}, content_type="multipart/form-data")
    assert (response.status_code, heading(response)) == (422, "Nothing was chosen")


def test_what_is_not_reached_in_time_is_told(client: CheckingClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """On the page, and in the zip."""
    left = iter([True, False, True, False])
    monkeypatch.setattr(forms, "time_for_work", lambda: lambda: next(left))
    assert "no time or no room left" in send(client, "look", DIRTY, DIRTY).text
    assert list(unzipped(send(client, "clean", DIRTY, DIRTY))) == ["photo-1.jpg", "NOT-CLEANED.txt"]


def test_work_ends_in_time() -> None:
    """There is time at first, and none when it is over."""
    assert forms.time_for_work()()
    assert 1 <= forms.WORK_SECONDS <= 30


def test_no_time_is_left_when_it_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock decides."""
    monkeypatch.setattr(forms, "WORK_SECONDS", 0)
    assert not forms.time_for_work()()


def test_a_fresh_picture_can_be_wished_for(client: CheckingClient) -> None:
    """A size without that wish has no effect; a made-up wish is refused."""
    response = send(client, "clean", DIRTY, deep="1", longest_side="")
    assert response.headers["Content-Disposition"] == 'attachment; filename="photo-1.jpg"'
    assert response.data != clean_bytes(DIRTY).content
    assert send(client, "clean", DIRTY, deep="0", longest_side="640").data == clean_bytes(DIRTY).content
    assert send(client, "clean", DIRTY, deep="canary").status_code == 400


def test_too_many_at_once_are_asked_to_wait(client: CheckingClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """A place that is taken is given back."""
    monkeypatch.setattr(limits, "WAIT_SECONDS", 0)
    monkeypatch.setattr(forms, "WORKING", limits.WorkLimit(1))
    with forms.WORKING.place():
        assert send(client, "look", DIRTY).status_code == 503
    for _ in range(3):
        assert send(client, "look", DIRTY).status_code == 200


def test_every_page_warns_of_pictures_of_children(client: CheckingClient) -> None:
    """The form comes back with each result, and with it the warning."""
    for response in (send(client, "look", DIRTY), send(client, "clean", PDF), send(client, "look", DIRTY, PDF)):
        assert "If someone in it is under 18 and not fully dressed, do not send it here" in response.text


@pytest.mark.parametrize("sentence", words.UNSEEN)
def test_every_result_says_what_no_cleaner_sees(client: CheckingClient, sentence: str) -> None:
    """For one file and for several."""
    assert sentence in send(client, "look", DIRTY).text
    assert sentence in send(client, "look", DIRTY, CLEAN).text
