"""Locking files and opening them again, on the device: in real Chromium, with other programs as judges."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import pyzipper
from playwright.sync_api import BrowserContext, FilePayload, Locator, Page, expect

from tests.browser.archives import PASSPHRASE, PDF, archive, lying_zip, old_zip, plain_zip, seven_zip
from tests.browser.conftest import Troubles
from tests.browser.ready import READY
from tests.browser.served import Seen
from tests.browser.walk import telling_photo

OWN_NAME = "Canary Kowalska Łódź 2026-05-04.jpg"
FILES = (
    (OWN_NAME, telling_photo(), "photo-1.jpg"),
    ("notes of Canary.txt", b"", "file-1.txt"),
    ("letter.pdf", PDF, "file-2.pdf"),
    ("IMG_2.jpg", telling_photo(), "photo-2.jpg"),
)
LIMIT = 500_000_000
# Locking so much takes seconds.
LARGE = 200_000_000


def payloads() -> list[FilePayload]:
    """The files of these tests as a visitor chooses them."""
    types = {"txt": "text/plain"}
    return [FilePayload(name=name, mimeType=types.get(name[-3:], ""), buffer=content) for name, content, _ in FILES]


@pytest.fixture
def gate(page: Page) -> Page:
    """The page as it comes, everything loaded."""
    page.goto("/passwords/lock")
    page.wait_for_selector(READY)
    return page


@pytest.fixture
def tool(gate: Page) -> Page:
    """The tool, after the question who is in the picture."""
    gate.get_by_label("Everyone is 18 or older").check()
    expect(gate.locator("#tool")).to_be_visible()
    return gate


@pytest.fixture
def opening(tool: Page) -> Page:
    """The side of the tool that opens archives."""
    tool.get_by_role("button", name="Open a locked file").click()
    return tool


def fill(page: Page, files: list[FilePayload], passphrase: str, again: str | None = None) -> None:
    """Chooses files and types a passphrase twice."""
    page.locator("#choose").set_input_files(files)
    page.locator("#passphrase").fill(passphrase)
    page.locator("#again").fill(passphrase if again is None else again)


def locked(page: Page) -> bytes:
    """Locks what was chosen, and gives the archive that is saved."""
    page.get_by_label("I have written it down.").check()
    page.get_by_role("button", name="Lock the files").click()
    expect(page.get_by_role("heading", name="Locked, and tried")).to_be_focused()
    return saved(page, page.get_by_role("link", name="Save the archive"), "archive.zip")


def saved(page: Page, control: Locator, name: str) -> bytes:
    """What a control saves, under this name."""
    with page.expect_download() as download:
        control.click()
    assert download.value.suggested_filename == name
    return Path(download.value.path()).read_bytes()


def choose(page: Page, content: bytes) -> None:
    """Chooses an archive to open."""
    page.locator("#archive").set_input_files(FilePayload(name="a.zip", mimeType="application/zip", buffer=content))


def unlock(page: Page, passphrase: str = PASSPHRASE) -> None:
    """Types the passphrase of the archive."""
    page.locator("#key").fill(passphrase)
    page.get_by_role("button", name="Open it").click()


def listed(page: Page) -> list[str]:
    """The names in the list of what is inside."""
    expect(page.locator("[data-part=inside]")).to_be_visible()
    return page.locator("[data-part=list] [data-part=name]").all_text_contents()


def problem(page: Page) -> Locator:
    """What the side that opens says is wrong."""
    return page.locator("[data-part=open] > [data-part=problem]")


def test_the_tool_comes_after_the_note(gate: Page) -> None:
    """At first, and when somebody may be under 18, there is the note with the way to help; the tool comes after it."""
    note, tool = gate.locator("#gate .care-note"), gate.locator("#tool")
    expect(note.get_by_role("link", name="Get help")).to_be_visible()
    expect(tool).to_be_hidden()
    gate.get_by_label("Someone may be under 18").check()
    expect(note).to_be_visible()
    expect(tool).to_be_hidden()
    gate.get_by_role("button", name="I have read this. These are other files").click()
    expect(tool).to_be_visible()
    expect(note).to_be_visible()


def test_what_is_locked_opens_in_other_programs(tool: Page, tmp_path: Path) -> None:
    """pyzipper and 7-Zip find the same bytes, in the same order, under names that say nothing."""
    fill(tool, payloads(), PASSPHRASE)
    content = locked(tool)
    with pyzipper.AESZipFile(io.BytesIO(content)) as opened:
        opened.setpassword(PASSPHRASE.encode())
        assert [(one.filename, opened.read(one)) for one in opened.infolist()] == [
            (new, content) for _, content, new in FILES
        ]
        assert {one.date_time for one in opened.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {one.wz_aes_strength for one in opened.infolist() if one.file_size} == {3}
    (tmp_path / "archive.zip").write_bytes(content)
    seven_zip("x", f"-p{PASSPHRASE}", "archive.zip", folder=tmp_path)
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir() if one.name != "archive.zip"} == {
        new: content for _, content, new in FILES
    }


def test_nothing_of_the_files_can_be_read_in_the_archive(tool: Page) -> None:
    """No name that they came with, and none of their bytes; every file with something in it is locked."""
    fill(tool, payloads(), PASSPHRASE)
    content = locked(tool)
    for secret in (b"Canary", b"Kowalska", b"letter", b"IMG", b"2026", PDF[100:140], telling_photo()[:40]):
        assert secret not in content
    with zipfile.ZipFile(io.BytesIO(content)) as read:
        assert [one.flag_bits & 1 for one in read.infolist()] == [int(one.file_size > 0) for one in read.infolist()]


@pytest.mark.promise("lock-stays")
def test_nothing_is_sent(tool: Page, arrived: Callable[[], list[Seen]]) -> None:
    """From the choice over the archive to a picture out of it, nothing reaches the server."""
    before = len(arrived())
    fill(tool, payloads(), PASSPHRASE)
    content = locked(tool)
    tool.get_by_role("button", name="Open a locked file").click()
    choose(tool, content)
    unlock(tool)
    assert listed(tool) == [new for _, _, new in FILES]
    tool.get_by_role("button", name="Show photo-1.jpg").click()
    expect(tool.get_by_role("img", name="A picture from your archive")).to_have_js_property("complete", value=True)
    assert saved(tool, tool.get_by_role("button", name="Save file-2.pdf"), "file-2.pdf") == PDF
    assert arrived()[before:] == []
    assert tool.locator("#proof [data-part=requests]").text_content() == "0"


def test_a_made_passphrase_is_typed_from_paper(tool: Page) -> None:
    """The maker shows words; only who types them once more, and says that they are on paper, gets the archive."""
    tool.locator("#choose").set_input_files(payloads())
    tool.get_by_role("button", name="Make one for me").click()
    made = tool.locator("[data-part=words]").text_content() or ""
    missing = tool.locator("[data-part=missing]")
    tool.get_by_role("button", name="Lock the files").click()
    expect(missing).to_contain_text("The two passphrases are not the same")
    tool.locator("#again").fill(made)
    tool.get_by_role("button", name="Lock the files").click()
    expect(missing).to_contain_text("Write the passphrase down first")
    content = locked(tool)
    with pyzipper.AESZipFile(io.BytesIO(content)) as opened:
        opened.setpassword(made.encode())
        assert opened.read("file-2.pdf") == PDF
    assert made not in tool.content()
    assert tool.locator("#passphrase").input_value() == ""


@pytest.mark.parametrize(
    ("passphrase", "again", "says"),
    [
        ("", "", "A passphrase is missing"),
        ("correct horse 12345", None, "too short"),
        ("abababababababababababab", None, "repeats the same few"),
        ("wystarczająco długie hasło", None, "only the letters a to z"),
        (PASSPHRASE, PASSPHRASE.upper(), "not the same"),
    ],
    ids=["none", "short", "repeating", "letters", "differ"],
)
def test_a_weak_passphrase_is_refused(tool: Page, passphrase: str, again: str | None, says: str) -> None:
    """Each fault is named, the focus is on it, and nothing that was typed is lost."""
    fill(tool, payloads(), passphrase, again)
    tool.get_by_role("button", name="Lock the files").click()
    expect(tool.locator("[data-part=missing]")).to_contain_text(says)
    expect(tool.locator("[data-part=missing]")).to_be_focused()
    expect(tool.locator("#passphrase")).to_have_value(passphrase)
    expect(tool.locator("[data-part=files] li")).to_have_count(len(FILES))


def test_too_large_is_said_when_choosing(tool: Page) -> None:
    """Files over the limit of the browser are refused with what to do; those chosen before stay."""
    tool.locator("#choose").set_input_files(payloads())
    tool.evaluate(
        """(bytes) => {
          const large = new File([], "large.mp4");
          Object.defineProperty(large, "size", { value: bytes });
          const dataTransfer = { files: [large], types: ["Files"] };
          const event = Object.assign(new Event("drop", { bubbles: true, cancelable: true }), { dataTransfer });
          document.body.dispatchEvent(event);
        }""",
        LIMIT,
    )
    expect(tool.locator("#tool [data-part=refused]")).to_contain_text("larger than this browser can lock: 500 MB")
    expect(tool.locator("[data-part=files] li")).to_have_count(len(FILES))


def test_a_file_taken_away_meanwhile_is_said(tool: Page, tmp_path: Path, troubles: Troubles) -> None:
    """No archive is offered; the visitor chooses again."""
    troubles.allow("ERR_UPLOAD_FILE_CHANGED")
    gone = tmp_path / "gone.pdf"
    gone.write_bytes(PDF)
    tool.locator("#choose").set_input_files(gone)
    expect(tool.locator("[data-part=files] li")).to_have_count(1)
    gone.unlink()
    tool.locator("#passphrase").fill(PASSPHRASE)
    tool.locator("#again").fill(PASSPHRASE)
    tool.get_by_label("I have written it down.").check()
    tool.get_by_role("button", name="Lock the files").click()
    expect(tool.locator("[data-part=missing]")).to_contain_text("changed or taken away")


@pytest.mark.parametrize("method", [pyzipper.ZIP_STORED, pyzipper.ZIP_DEFLATED], ids=["stored", "deflated"])
def test_archives_of_other_programs_open(opening: Page, method: int) -> None:
    """Those of pyzipper, packed or not; names are told by kind alone, and the picture is shown."""
    choose(opening, archive(method))
    expect(opening.locator("[data-part=about]")).to_have_text("A locked zip. Files inside: 2.")
    unlock(opening, f" {PASSPHRASE} ")
    assert listed(opening) == ["photo-1.jpg", "file-1.pdf"]
    assert "Canary" not in opening.locator("#tool").inner_text()
    assert saved(opening, opening.get_by_role("button", name="Save file-1.pdf"), "file-1.pdf") == PDF
    opening.get_by_role("button", name="Show photo-1.jpg").click()
    expect(opening.get_by_role("img", name="A picture from your archive")).to_be_visible()


def test_archives_of_seven_zip_open(opening: Page, tmp_path: Path) -> None:
    """Packed with AES-256, as 7-Zip does by itself."""
    (tmp_path / "a.pdf").write_bytes(PDF)
    seven_zip("a", "-tzip", "-mem=AES256", "-mx=9", f"-p{PASSPHRASE}", "theirs.zip", "a.pdf", folder=tmp_path)
    choose(opening, (tmp_path / "theirs.zip").read_bytes())
    unlock(opening)
    assert listed(opening) == ["file-1.pdf"]
    assert saved(opening, opening.get_by_role("button", name="Save file-1.pdf"), "file-1.pdf") == PDF


def test_an_old_lock_is_named_as_weak(opening: Page, tmp_path: Path) -> None:
    """ZipCrypto is opened, after it was said what it is."""
    choose(opening, old_zip(tmp_path))
    expect(opening.get_by_text("This file has an old lock")).to_be_visible()
    unlock(opening)
    listed(opening)
    assert saved(opening, opening.get_by_role("button", name="Save file-1.pdf"), "file-1.pdf") == PDF


def test_a_wrong_passphrase_can_be_tried_again(opening: Page) -> None:
    """It is said calmly, nothing is lost, and the right one opens."""
    choose(opening, archive())
    unlock(opening, "not this one")
    expect(problem(opening)).to_contain_text("The passphrase does not fit. Nothing is lost")
    unlock(opening)
    assert len(listed(opening)) == 2
    expect(problem(opening)).to_be_hidden()


def test_without_a_lock_it_is_said(opening: Page) -> None:
    """A zip that anyone can open is opened, with that sentence."""
    choose(opening, plain_zip(files={"a.pdf": PDF}))
    assert listed(opening) == ["file-1.pdf"]
    expect(opening.get_by_text("This file is not locked")).to_be_visible()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "it has 0 bytes"),
        (telling_photo(), "This is not a zip file"),
        (b"PK\x03\x04", "cut or damaged"),
        (archive()[:40_000], "cut or damaged"),
        (archive()[:-30], "cut or damaged"),
        (plain_zip(), "This archive is empty"),
        (plain_zip(files={f"{at}.txt": b"" for at in range(2_001)}), "more files inside than this page can list"),
    ],
    ids=["0-byte", "photo", "start", "half", "no-end", "empty", "many"],
)
def test_what_cannot_be_opened_is_said(opening: Page, content: bytes, says: str) -> None:
    """Each in a sentence of its own, and another file can be chosen at once."""
    choose(opening, content)
    expect(problem(opening)).to_contain_text(says)
    expect(problem(opening)).to_be_focused()
    choose(opening, archive())
    expect(problem(opening)).to_be_hidden()
    expect(opening.locator("#key")).to_be_focused()


def test_a_damaged_file_inside_is_never_given(opening: Page) -> None:
    """One flipped bit in what is locked: the seal does not fit, and nothing is saved."""
    content = bytearray(archive(files={"a.pdf": PDF}))
    content[30_000] ^= 1
    choose(opening, bytes(content))
    unlock(opening)
    listed(opening)
    opening.get_by_role("button", name="Save file-1.pdf").click()
    expect(opening.locator("[data-part=list] [data-part=problem]")).to_contain_text("cut or damaged")


@pytest.mark.parametrize(
    ("claimed_bytes", "says"),
    [(1_000, "cut or damaged"), (LIMIT + 1, "larger inside than this browser can open (500 MB)")],
)
@pytest.mark.attack("V5.2.3", "gives somebody a zip that grows without end when it is opened")
def test_a_file_that_grows_without_end_is_not_unpacked(opening: Page, claimed_bytes: int, says: str) -> None:
    """Neither when it grows beyond what the archive says of it, nor when that is over the limit."""
    choose(opening, lying_zip(claimed_bytes))
    listed(opening)
    opening.get_by_role("button", name="Save file-1.txt").click()
    expect(opening.locator("[data-part=list] [data-part=problem]")).to_contain_text(says)


def test_leaving_forgets(tool: Page) -> None:
    """Who comes back with the browser's own button finds no file, no passphrase, and the note before the tool."""
    fill(tool, payloads(), PASSPHRASE)
    tool.get_by_role("link", name="Get help", exact=True).last.click()
    tool.wait_for_url("**/help")
    tool.go_back()
    expect(tool.locator("#tool")).to_be_hidden()
    assert tool.locator("#passphrase").input_value() == ""
    expect(tool.locator("[data-part=files] li")).to_have_count(0)


def test_it_stops_when_asked(tool: Page, tmp_path: Path) -> None:
    """The worker ends in the midst of it, and the files are still chosen."""
    large = tmp_path / "a.mp4"
    with large.open("wb") as file:
        file.truncate(LARGE)
    fill(tool, [], PASSPHRASE)
    tool.locator("#choose").set_input_files(large)
    tool.get_by_label("I have written it down.").check()
    tool.get_by_role("button", name="Lock the files").click()
    tool.get_by_role("button", name="Stop").click()
    expect(tool.locator("[data-part=missing]")).to_contain_text("Stopped. Nothing was kept")
    expect(tool.locator("[data-part=files] li")).to_have_count(1)
    tool.locator("[data-part=files]").get_by_role("button").click()
    tool.locator("#choose").set_input_files(payloads())
    assert locked(tool).startswith(b"PK")


def test_plain_http_is_said(new_context: Callable[..., BrowserContext]) -> None:
    """Where the browser gives no cryptography, the page says why and shows no tool."""
    page = new_context().new_page()
    page.add_init_script("Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined });")
    page.goto("/passwords/lock")
    expect(page.get_by_text("Locking needs a protected connection (https)")).to_be_visible()
    expect(page.locator("#tool")).to_be_hidden()


def test_the_tool_says_when_it_cannot_be_loaded(page: Page, troubles: Troubles) -> None:
    """Then nothing can be chosen, and nothing is claimed."""
    troubles.allow("lock_engine.js")
    page.route("**/js/passwords/lock_engine.js", lambda route: route.abort())
    page.goto("/passwords/lock")
    expect(page.get_by_text("The tool could not be loaded in this browser.")).to_be_visible()
    page.get_by_label("Everyone is 18 or older").check()
    expect(page.locator("#tool")).to_be_hidden()


def test_without_script_there_is_the_text(without_script: Page) -> None:
    """The note, what opens such a file, and another way; no tool and no question that leads nowhere."""
    without_script.goto("/passwords/lock")
    expect(without_script.locator("#gate .care-note")).to_be_visible()
    expect(without_script.get_by_role("heading", name="Without this page")).to_be_visible()
    for part in ("#tool", "#gate fieldset", "#proof"):
        expect(without_script.locator(part)).to_be_hidden()


def test_it_works_without_internet(offline: Page) -> None:
    """On a device that keeps the tools, files are locked with the network off."""
    offline.goto("/passwords/lock")
    offline.wait_for_selector(READY)
    offline.get_by_label("Everyone is 18 or older").check()
    fill(offline, payloads(), PASSPHRASE)
    with pyzipper.AESZipFile(io.BytesIO(locked(offline))) as opened:
        opened.setpassword(PASSPHRASE.encode())
        assert opened.read("file-2.pdf") == PDF
