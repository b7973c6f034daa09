"""The tools for a talk without a browser: what their content may be, and that each works on paper."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from markupsafe import escape

from safety.config import Config
from safety.library import rules
from safety.library.build import Builder
from safety.library.document import read
from safety.library.faults import ContentError
from safety.library.load import load
from safety.library.schema import Library
from safety.library.talk_codes import SayDrawing
from safety.library.talk_tools_rules import CLAUSES, SAME_PAGE_AGES, texts
from safety.library.talk_tools_schema import Agreement, Cards, MySay, SamePage, Tell
from safety.web.templating import FOLDER
from tests.conftest import CheckingClient

SAME_PAGE, AGREEMENT, CARDS = "en/talk/same-page.toml", "en/talk/agreement.toml", "en/talk/cards.toml"
MY_SAY, TELL = "en/talk/my-say.toml", "en/talk/tell.toml"
PATHS = ("/talk/same-page/8-10", "/talk/agreement", "/talk/cards", "/talk/my-say", "/talk/tell")
LONG = "w" * 111
MOST_WORDS = 20
# What is wrong, where, and what the checker has to say of it.
BROKEN = {
    "a question that no age has": (SAME_PAGE, r"^ages = .*", 'ages = ["16-17"]', "The age 8-10 has 5 questions."),
    "a question for a young child": (SAME_PAGE, r'^ages = \["8-10", "11-12"\]', 'ages = ["8-10", "11-12", "5-7"]',
                                     "The age 5-7 has 1 questions."),
    "a question with two choices": (SAME_PAGE, r"^choices = .*", 'choices = ["A", "B"]', "There are 2 choices."),
    "an empty question": (SAME_PAGE, r"^asks = .*", 'asks = ""', "A text of feels-wrong is empty."),
    "an id that is none": (SAME_PAGE, r'^id = "feels-wrong"', 'id = "Feels wrong"', "'Feels wrong' is no id."),
    "a clause that is too long": (AGREEMENT, r"^says = .*", f'says = "{LONG}"', "says has 111 characters."),
    "a young clause that is too long": (AGREEMENT, r"^young = .*", f'young = "{LONG}"', "young has 111 characters."),
    "a card with one line": (CARDS, r"^lines = .*", 'lines = ["One."]', "There are 1 lines."),
    "a card with a long title": (CARDS, r'^title = "They have just told me"', f'title = "{LONG}"',
                                 "title has 111 characters."),
    "a card that asks for a copy": (CARDS, r"^lines = .*", 'lines = ["Save the picture.", "B", "C"]',
                                    "This asks someone under 18 for a copy of a picture: 'Save the picture'."),
    "cards of one reader apart": (CARDS, r'^who = "parents"', 'who = "relatives"',
                                  "The cards for relatives are missing, or do not stand together."),
    "a kind with a long name": (MY_SAY, r"^says = .*", f'says = "{LONG}"', "says has 111 characters."),
    "a drawing that nobody drew": (MY_SAY, r"^drawing = .*", 'drawing = "bath"',
                                   "drawing: 'bath' is not one of the known words."),
    "a drawing that stands twice": (MY_SAY, r'^drawing = "cake"', 'drawing = "ball"',
                                    "A drawing stands for two kinds."),
    "a piece that stands twice": (TELL, r'^id = "relative"', 'id = "parent"', "parent is there twice."),
}  # fmt: skip


KINDS = {SAME_PAGE: SamePage, AGREEMENT: Agreement, CARDS: Cards, MY_SAY: MySay, TELL: Tell}


def faults(root: Path, file: str, text: str) -> list[str]:
    """What the checker says of ``text`` in place of ``file``."""
    path = root / file
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    document = read(path, root)
    builder = Builder(document)
    record = builder.record(KINDS[file], document.table, document.region)
    return [fault.what for fault in (*builder.faults, *(rules.of_file(document, record) if record else ()))]


@pytest.mark.parametrize("file", KINDS)
def test_our_own_content_has_no_fault(tmp_path: Path, config: Config, file: str) -> None:
    """So each fault below comes from what was broken."""
    assert faults(tmp_path, file, (config.content / file).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("name", BROKEN)
def test_the_checker_says_what_is_broken(tmp_path: Path, config: Config, name: str) -> None:
    """No editor can break a tool without being told how."""
    file, pattern, replacement, what = BROKEN[name]
    whole = (config.content / file).read_text(encoding="utf-8")
    text, count = re.subn(pattern, lambda _: replacement, whole, count=1, flags=re.MULTILINE)
    assert count == 1
    assert what in faults(tmp_path, file, text)


def test_no_more_sentences_than_a_page_holds(tmp_path: Path, config: Config) -> None:
    """The agreement is one page, whatever a family ticks."""
    clause = '\n[[clauses]]\nid = "more-{0}"\ntopic = "More"\nsays = "More."\nyoung = "More."\n'
    whole = (config.content / AGREEMENT).read_text(encoding="utf-8")
    text = whole + "".join(clause.format(at) for at in range(CLAUSES[1]))
    assert any(what.endswith(" clauses.") for what in faults(tmp_path, AGREEMENT, text))


def test_a_tool_without_its_file_is_a_fault(tmp_path: Path, config: Config) -> None:
    """A language has every tool."""
    shutil.copytree(config.content, tmp_path / "content")
    for file in KINDS:
        (tmp_path / "content" / file).unlink()
    with pytest.raises(ContentError) as error:
        load(tmp_path / "content")
    missing = {fault.file for fault in error.value.faults if fault.what == "The file is missing."}
    assert missing == set(KINDS)


def test_the_sentences_of_the_tools_are_short(library: Library) -> None:
    """A child of 12 reads every one of them."""
    tools = (library.same_page, library.agreement, library.cards, library.my_say, library.tell)
    sentences = [sentence for tool in tools for text in texts(tool) for sentence in re.split(r"(?<=[.!?:”])\s+", text)]
    assert [sentence for sentence in sentences if len(sentence.split()) > MOST_WORDS] == []


def test_the_questions_ask_for_no_confession(library: Library) -> None:
    """Nobody is asked what they did: an answer can get nobody into trouble."""
    asked = [question.asks for question in library.same_page.questions]
    assert [text for text in asked if re.search(r"\b(?:have|has|did|had) you\b|\bever\b", text, re.IGNORECASE)] == []


def test_swimming_and_bathing_are_nothing_to_sort(library: Library) -> None:
    """What is a no for everybody is said, and no child is asked to allow it."""
    kinds = " ".join(f"{kind.id} {kind.says}" for kind in library.my_say.kinds)
    assert not re.search(r"bath|swim|toilet|potty|chang|undress|naked", kinds, re.IGNORECASE)
    assert re.search(r"bath", library.my_say.always)


@pytest.mark.parametrize("age", SAME_PAGE_AGES)
def test_paper_has_a_sheet_for_each(client: CheckingClient, age: str, library: Library) -> None:
    """Without JavaScript there are two sheets with every question of the age, and nothing that needs a script shows."""
    page = client.get(f"/talk/same-page/{age}").text
    paper = page[page.index('data-part="paper"') : page.index('data-part="agreed"')]
    for question in (question for question in library.same_page.questions if age in question.ages):
        assert paper.count(str(escape(question.asks))) == 2
    assert 'id="same-page" class="two-turns" hidden' in page


@pytest.mark.parametrize("path", PATHS)
def test_each_tool_sends_nothing_and_leads_to_help(client: CheckingClient, path: str) -> None:
    """No form, no cookie, a policy without connections; the way to help and to the numbers is on the page."""
    answer = client.get(path)
    policy = answer.headers["Content-Security-Policy"]
    assert "connect-src 'none'" in policy
    assert "form-action 'none'" in policy
    assert "Set-Cookie" not in answer.headers
    assert "<form" not in answer.text
    for way in ("/help", "/help/services", "/talk/told-me"):
        assert f'href="{way}"' in answer.text


@pytest.mark.parametrize("path", PATHS)
def test_no_field_is_remembered(client: CheckingClient, path: str) -> None:
    """No browser offers what somebody else typed or chose here, and no spelling service reads it."""
    fields = re.findall(r"<(?:input|textarea)\b[^>]*>", client.get(path).text)
    assert [field for field in fields if 'autocomplete="off"' not in field] == []
    typed = [field for field in fields if 'type="radio"' not in field and 'type="checkbox"' not in field]
    assert [field for field in typed if 'spellcheck="false"' not in field] == []


def test_every_drawing_is_drawn(client: CheckingClient, library: Library) -> None:
    """Each kind has lines of its own, and each drawing that an editor can name is there."""
    page = client.get("/talk/my-say").text
    drawn = re.findall(r'<svg class="kind"[^>]*>(.*?)</svg>', page, re.DOTALL)
    assert len(set(drawn)) == len(library.my_say.kinds)
    assert all("<path" in one or "<circle" in one for one in drawn)
    template = (FOLDER / "talk/tools/drawings.html").read_text(encoding="utf-8")
    assert [drawing for drawing in SayDrawing if f'"{drawing}"' not in template] == []
