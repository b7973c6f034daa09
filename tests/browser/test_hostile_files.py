"""Files that attack who opens them: photos on the page that looks into them, archives on the page that unlocks."""

from __future__ import annotations

import io
import re
import stat
import zipfile

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.attack import hostile
from tests.attack.test_tags import MARKUP, _with
from tests.browser.photo_page import choose, open_tool, payload

# One file of every kind of finding would be hundreds: so many show most kinds of tags.
MOST = 24
MADE = f"""() => [...document.querySelectorAll('*')].filter((one) => one.localName.includes('{hostile.NAME}')
  || one.getAttributeNames().some((name) => name.includes('{hostile.NAME}') || name.startsWith('on'))).length"""


@pytest.mark.attack("V3.2.2", "gives somebody a photo whose tags are markup for the page that shows them")
def test_a_tag_makes_no_element(page: Page) -> None:
    """Names, values and all tags are there as words; no element is, and nothing was against the page's policy."""
    open_tool(page)
    files = sorted(_with(MARKUP).items())
    step = len(files) // MOST
    choose(page, *(payload(f"{hostile.MARKUP}{at}", content) for at, (_, content) in enumerate(files[::step])))
    expect(page.get_by_text(f"<{hostile.NAME}").first).to_be_attached()
    assert page.evaluate(MADE) == 0
    # Handles stay with their element; a locator of what is closed counts anew after each that was opened.
    for fold in page.query_selector_all("#tool details:not([open]) > summary"):
        if fold.is_visible():
            fold.click()
    assert page.evaluate(MADE) == 0


LEAD_OUT = ("../../../x.pdf", "/etc/cron.d/x.pdf", "C:\\x.pdf")
STRANGE = (f"{hostile.NAME} onerror=1.pdf", "\u202efdp.exe", "CON.pdf", "{{7*7}}.pdf")


def _archive(*names: str) -> bytes:
    """A zip of files with these names, and of a link."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name in names:
            made.writestr(name, b"%PDF-1.7")
        link = zipfile.ZipInfo("link.pdf")
        link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
        made.writestr(link, "/etc/passwd")
    return out.getvalue()


@pytest.mark.attack("V5.3.2", "gives somebody an archive whose names lead out of the folder in which it is opened")
def test_an_archive_is_opened_under_our_names(page: Page) -> None:
    """Names that lead out: the archive is not opened. Strange ones, and a link: what is saved has a name of ours."""
    page.goto("/passwords/lock")
    page.get_by_label("Everyone is 18 or older").check()
    page.get_by_role("button", name="Open a locked file").click()
    problem = page.locator("[data-part=open] > [data-part=problem]")
    for name in LEAD_OUT:
        _choose(page, _archive(name))
        expect(problem).to_contain_text("A name in this archive could put a file where it does not belong")
        assert page.get_by_role("button", name="Save ").count() == 0
    _choose(page, _archive(*STRANGE))
    controls = page.get_by_role("button", name="Save ")
    expect(controls).to_have_count(len(STRANGE) + 1)
    shown = page.locator("#tool").inner_text()
    assert not [word for word in (hostile.NAME, "CON", "\u202e", "{{") if word in shown]
    assert page.evaluate(MADE) == 0
    for control in controls.all():
        with page.expect_download() as download:
            control.click()
        assert re.fullmatch(r"file-\d+\.(pdf|bin|exe|txt)", download.value.suggested_filename)


def _choose(page: Page, content: bytes) -> None:
    page.locator("#archive").set_input_files(FilePayload(name="a.zip", mimeType="application/zip", buffer=content))
