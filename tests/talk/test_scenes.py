"""The scenes to practise: no edit breaks a way through one unseen, and their words are calm and short."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from safety.library import rules
from safety.library.build import Builder
from safety.library.document import read
from safety.library.faults import Fault
from safety.library.scene_rules import SHOWN_MAX, advice, shown_choices
from safety.library.schema import Library
from safety.library.talk_codes import GoingOn, Listener, Side, TalkAge
from safety.library.talk_schema import Scene
from tests.library.test_plain_words import MOST_WORDS, NOT_OURS

SCENE = Path(__file__).parents[2] / "content" / "en" / "talk" / "scenes" / "classmate-picture.toml"
SENTENCE_END = re.compile(r"(?<=[.!?])\"?\s+")
# What nobody is told to do in a scene about somebody under 18.
SERVICES_FOR_ADULTS = re.compile(r"StopNCII|Revenge Porn|DMCA|HateAid|Am I in Porn", re.IGNORECASE)

# what is replaced (a pattern), by what, how the line of the fault begins then, words of the fault
BROKEN = {
    "no age": (r"^ages = .*", "ages = []", "ages", "The scene is for no age"),
    "an unknown age": (r"^ages = .*", 'ages = ["12"]', "ages", "not one of the known words"),
    "about nothing": (r"^about = .*", "about = []", "about", "The scene is about nothing"),
    "an unknown situation": (r"^about = .*", 'about = ["rain"]', "about", "not one of the known words"),
    "an unknown side": (r"^side = .*", 'side = "both"', "side", "not one of the known words"),
    "no speaker": (r"^speaker = .*", 'speaker = ""', "speaker", "speaker is empty"),
    "a turn too few": (
        r'(?s)^\[\[turns\]\]\nid = "afraid".*?(?=^\[\[turns\]\]\nid = "for-)', "", 'to = "afraid"', "no turn afraid",
    ),
    "a choice too few": (
        r'(?s)^\[\[turns\.choices\]\]\nsay = "How can I help.*?(?=^\[\[turns)', "", "[[turns]]", "1 of them to choose",
    ),
    "a choice without why": (r"^why = .*\n", "", "[[turns.choices]]", "The key why is missing"),
    "an empty why": (r"^why = .*", 'why = ""', "why", "why is empty"),
    "an empty thought": (r"^heard = .*", 'heard = ""', "heard", "heard is empty"),
    "nothing said": (r'^says = "Your child holds.*', 'says = ""', 'says = ""', "Nobody says anything"),
    "a choice to nowhere": (r"^to = .*", 'to = "nowhere"', 'to = "nowhere"', "There is no turn nowhere"),
    "a choice without an end": (r"^end = .*\n", "", "", "goes nowhere, or two ways"),
    "a choice of two ways": (r"^(?=end = )", 'to = "for-robin"\n', "", "goes nowhere, or two ways"),
    "an end one cannot come back from": (r"^later = .*\n", "", "", "An end has words to come back with"),
    "words for later without an end": (r"^(?=to = )", 'later = "x"\n', 'later = "x"', "and a turn has none"),
    "a way back up": (r'^to = "forget-it"', 'to = "start"', 'to = "start"', "The turn start is not further down"),
    "a way to itself": (r'^to = "forget-it"', 'to = "holds-phone"', "", "The turn holds-phone is not further down"),
    "a turn nothing leads to": (r'^to = "afraid"', 'to = "for-robin"', "[[turns]]", "Nothing leads to afraid"),
    "a turn twice": (r'^id = "afraid"', 'id = "start"', 'id = "start"', "The turn start is there twice"),
    "an id with a space": (r'^id = "afraid"', 'id = "is afraid"', 'id = "is afraid"', "small letters"),
    "two choices alike": (
        r'^say = "You leave that.*', 'say = "Thank you for telling me. I am listening."', "[[turns]]", "say the same",
    ),
    "a request for a copy at an end": (r"^end = .*", 'end = "Save the picture."', "end", "asks someone under 18"),
    "a request for a copy to choose": (r"^say = .*", 'say = "Send me the picture."', "say", "asks someone under 18"),
    "a request for a copy as a reason": (r"^why = .*", 'why = "Screenshot the picture."', "why", "asks someone under"),
    "a request for a copy for later": (r"^later = .*", 'later = "Save the picture."', "later", "asks someone under 18"),
}  # fmt: skip


def checked(folder: Path, text: str) -> list[Fault]:
    """What the checker says of a scene written so."""
    path = folder / SCENE.name
    path.write_text(text, encoding="utf-8")
    document = read(path, folder)
    builder = Builder(document)
    scene = builder.record(Scene, document.table, document.region)
    return [*builder.faults, *(rules.of_file(document, scene) if scene else ())]


def texts(scene: Scene) -> list[tuple[str, str]]:
    """Every text of a scene with the name of its key."""
    told = [("intro", scene.intro), ("title", scene.title)]
    for turn in scene.turns:
        told.append(("says", turn.says))
        for choice in turn.choices:
            told += [(key, getattr(choice, key)) for key in ("say", "heard", "why", "end", "later")]
    return told


def test_the_scene_that_is_broken_here_is_whole(tmp_path: Path) -> None:
    """So each fault below is of the one thing that was broken."""
    assert checked(tmp_path, SCENE.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_broken_is_named(tmp_path: Path, name: str) -> None:
    """The fault says what, names the line as an editor counts it, and what to write instead."""
    pattern, replacement, start, words = BROKEN[name]
    text = SCENE.read_text(encoding="utf-8")
    broken, count = re.subn(pattern, lambda _: replacement, text, count=1, flags=re.MULTILINE)
    assert count == 1
    found = [fault for fault in checked(tmp_path, broken) if words in fault.what]
    assert found, checked(tmp_path, broken)
    assert found[0].write
    assert broken.split("\n")[found[0].line - 1].startswith(start)


def test_a_turn_that_cannot_be_read_is_one_fault(tmp_path: Path) -> None:
    """An editor is not sent after ways that are only broken because a key is missing."""
    text = SCENE.read_text(encoding="utf-8")
    assert len(checked(tmp_path, re.sub(r"(?m)^heard = .*\n", "", text, count=1))) == 1


def test_a_scene_has_six_to_twelve_turns(tmp_path: Path) -> None:
    """A shorter one teaches little; a longer one is not finished."""
    text = SCENE.read_text(encoding="utf-8")
    more = ""
    for number in range(6):
        more += f'\n[[turns]]\nid = "more-{number}"\nsays = "…"\n'
        for say in "ab":
            more += f'[[turns.choices]]\nsay = "{say}"\nheard = "…"\nwhy = "…"\nend = "…"\nlater = "…"\n'
    assert any("The scene has 13 turns." in fault.what for fault in checked(tmp_path, text + more))
    short = re.split(r"(?m)^\[\[turns\]\]$", text)
    assert any("The scene has 5 turns." in fault.what for fault in checked(tmp_path, "[[turns]]".join(short[:6])))


def test_too_many_ways_are_a_fault(tmp_path: Path) -> None:
    """A page that holds thousands of choices would be slow on an old phone."""
    turns = [f'[[turns]]\nid = "t{number}"\nsays = "…"\n' for number in range(8)]
    for number in range(8):
        for say in "abc":
            lead = f'to = "t{number + 1}"' if number < 7 else 'end = "…"\nlater = "…"'
            turns[number] += f'[[turns.choices]]\nsay = "{say}"\nheard = "…"\nwhy = "…"\n{lead}\n'
    text = SCENE.read_text(encoding="utf-8")
    found = checked(tmp_path, text[: text.index("[[turns]]")] + "\n".join(turns))
    assert [fault.what for fault in found] == ["All ways together show 9840 choices."]


def test_there_are_scenes_for_both_sides(library: Library) -> None:
    """At least 14, and among them what parents and teens meet most."""
    assert len(library.scenes) >= 14
    parent = {about for scene in library.scenes if scene.side is Side.PARENT for about in scene.about}
    teen = {about for scene in library.scenes if scene.side is Side.TEEN for about in scene.about}
    assert parent >= set(GoingOn) - {GoingOn.FIRST_PHONE, GoingOn.SIBLING}
    assert teen >= {GoingOn.ASKED, GoingOn.THREATENED, GoingOn.FAKE, GoingOn.GAMING, GoingOn.PASSED_AROUND}
    assert {age for scene in library.scenes for age in scene.ages} == set(TalkAge)


def test_every_way_of_every_scene_comes_to_an_end(library: Library) -> None:
    """Walked choice by choice, not as the rules count it."""
    for scene in library.scenes:
        turns = {turn.id: turn for turn in scene.turns}
        shown, open_ = 0, [scene.turns[0]]
        while open_:
            for choice in open_.pop().choices:
                shown += 1
                assert shown <= SHOWN_MAX, scene.id
                assert bool(choice.to) != bool(choice.end and choice.later), scene.id
                open_ += [turns[choice.to]] if choice.to else []
        assert shown == shown_choices(scene)


def test_words_make_a_difference(library: Library) -> None:
    """In every scene there are words to which two answers lead to two different moments."""
    for scene in library.scenes:
        assert any(len({choice.to or choice.end for choice in turn.choices}) > 1 for turn in scene.turns), scene.id


def test_only_an_own_child_is_called_so(library: Library) -> None:
    """In a scene with a grandmother or a friend, 'your child may hear' would be wrong."""
    for scene in library.scenes:
        assert (scene.listener is Listener.CHILD) == (scene.speaker == "Your child"), scene.id
        assert not (scene.listener is Listener.CHILD and scene.side is Side.TEEN), scene.id


def test_sentences_are_short(library: Library) -> None:
    """A child of 12 reads them, on a bad day too."""
    long = [
        (scene.id, key, sentence)
        for scene in library.scenes
        for key, text in texts(scene)
        for sentence in SENTENCE_END.split(text)
        if len(sentence.split()) > MOST_WORDS
    ]
    assert long == []


def test_our_own_words_do_not_scold_or_promise(library: Library) -> None:
    """What people in a scene say may be unkind; what we say of it is not."""
    ours = [(scene.id, text) for scene in library.scenes for key, text in texts(scene) if key not in ("say", "says")]
    assert [(id_, text) for id_, text in ours if NOT_OURS.search(text)] == []


def test_no_scene_names_a_service_for_adults(library: Library) -> None:
    """Everybody in these scenes is under 18."""
    for scene in library.scenes:
        assert [text for text in advice(scene) if SERVICES_FOR_ADULTS.search(text)] == []
