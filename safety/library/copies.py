"""Sentences that ask somebody to make, keep or pass on a copy of a picture.

For people under 18 no text may do that. It reads instructions ('Save the picture', 'you should send
it') and leaves out warnings ('Do not save it') and descriptions ('An app can save pictures'). It knows
English only: other languages need a reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

OFFICIAL = re.compile(r"Report Remove|Take It Down|police", re.IGNORECASE)
BLOCK = re.compile(r"(?:^|\n)[ \t]*(?:[-*+]|\d+[.)])[ \t]+|\n[ \t]*\n|(?<![^\n])##[^\n]*(?=\n|$)")
SENTENCE = re.compile(r"[^.!?]+")
CLAUSE = re.compile(r"[^:;]+")
# Marks of emphasis, quotation marks and the targets of links are no words.
NO_WORDS = re.compile(r"[*_`\"“”()\[\]]|\]\([^)]*\)")
PICTURE = r"(?:pictures?|photos?|images?|videos?|clips?|nudes?|selfies?|recordings?|copy|copies)"
NAMED = re.compile(rf"\b{PICTURE}\b", re.IGNORECASE)
SHOT = r"screen[\s-]?shot"
HARD = (
    rf"{SHOT}|save|send|upload|copy|print|forward|download|attach|e-?mail|photograph|film|"
    r"capture|pass (?:on|along)|hand over|back up"
)
SOFT = r"keep|share|show|give|post|store|record"
MAKE = rf"(?:take|make|get|grab|do|keep|use)\s+(?:(?:a|an|some|the|more|your)\s+)?(?:quick\s+)?(?:{SHOT}s?|copy|copies)"
VERB = re.compile(rf"\b(?:(?P<made>{MAKE})|(?P<hard>{HARD})|(?P<soft>{SOFT}))\b", re.IGNORECASE)
DEFINITE = re.compile(
    rf"\b(?:the|this|that|these|those|every|each|all|any|such)\s+(?:\w+\s+)?{PICTURE}\b"
    rf"|\b(?:nude|naked|intimate|sexual|explicit|private)\s+{PICTURE}\b|\bnudes\b",
    re.IGNORECASE,
)
AWAY = re.compile(r"\b(?:off|out of|away|private)\b", re.IGNORECASE)
PRONOUN = re.compile(r"\b(?:it|them|this|that|one)\b", re.IGNORECASE)
KEPT = re.compile(
    r"\s*(?:it|them)\s*(?:$|as\b|safe\b|(?:to|with) (?:a|an|your|the) (?:\w+ )?(?:adult|friend|parent|teacher)\b)",
    re.IGNORECASE,
)
NEGATED = re.compile(
    r"\b(?:not|never|nobody|no one|none|nothing|without|cannot|neither|nor)\b|n['\u2019]t\b", re.IGNORECASE
)
FILLER = (
    r"(?:please|then|first|second|next|now|also|always|just|instead|so|quickly|immediately|only|still|simply|"
    r"at once|right away|if possible|if you can|before anything else)"
)
YOU = r"(?:you|your child|your teen|they|we|everyone|parents?)"
MAY = r"(?:can|could|may|might|should|must|need to|needs to|have to|has to|ought to|are allowed to|want to)"
URGE = (
    r"(?:ask|tell|try|remember|helps?|best|better|good|useful|important|wise|idea|need|needs|"
    r"sure|want|advise|allow|get)"
)
# What stands before the verb of an instruction: nothing, an address, a request, or a link to one.
INSTRUCTS = re.compile(
    rf"^(?:\W*(?:{FILLER}|and|or|but)\b)*\W*$"
    rf"|\b{YOU}\s+{MAY}\s+(?:{FILLER}\s+)*$"
    rf"|\b(?:should|must)\s+(?:{FILLER}\s+)*$"
    rf"|\b{URGE}\b[^,]*\bto\s+(?:{FILLER}\s+)*$"
    rf"|(?:\b(?:and|but|then|instead|so)\b|,|\u2013|\u2014)\W*(?:{FILLER}\W+)*$",
    re.IGNORECASE,
)
LISTED = re.compile(r"\bor\W*$", re.IGNORECASE)


def requests(text: str) -> Iterator[tuple[int, str]]:
    """Every request for a copy in ``text``: its line from 0, and its words."""
    start = 0
    for end in [*BLOCK.finditer(text), None]:
        yield from _in_block(text, start, end.start() if end else len(text))
        start = end.end() if end else 0


def _in_block(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    named = False
    for sentence in SENTENCE.finditer(text, start, end):
        if not OFFICIAL.search(sentence[0]):
            for clause in CLAUSE.finditer(text, sentence.start(), sentence.end()):
                if _asks(NO_WORDS.sub(" ", clause[0]), named):
                    first = clause.end() - len(clause[0].lstrip())
                    yield text.count("\n", 0, first), " ".join(clause[0].split())
        named = named or bool(NAMED.search(sentence[0]))


def _asks(clause: str, named: bool) -> bool:
    """Whether ``clause`` asks for a copy; ``named`` says that a picture was spoken of before."""
    return any(_is_request(clause, verb, named) for verb in VERB.finditer(clause))


def _is_request(clause: str, verb: re.Match[str], named: bool) -> bool:
    before, behind = clause[: verb.start()], clause[verb.end() :]
    if not _is_picture(verb, behind, named or bool(NAMED.search(before))):
        return False
    negated = bool(NEGATED.search(before))
    if LISTED.search(before):
        return not negated and bool(INSTRUCTS.search(before))
    # 'Do not save, copy or send it': the 'or' behind makes it one list of warnings.
    if negated and before.rstrip().endswith(",") and re.search(r"\bor\b", behind):
        return False
    return bool(INSTRUCTS.search(before)) and not _urged_not(before)


def _urged_not(before: str) -> bool:
    """Whether the request itself is a warning, such as 'do not ask anyone to'."""
    return bool(re.search(r"\bto\W*$", before) and NEGATED.search(before))


def _is_picture(verb: re.Match[str], behind: str, named: bool) -> bool:
    if verb["made"]:
        return True
    if verb["soft"]:
        meant = DEFINITE.search(behind) or (named and KEPT.match(behind))
        return bool(meant) and not AWAY.search(behind.split(",")[0])
    if re.match(SHOT, verb[0], re.IGNORECASE):
        return True
    return bool(NAMED.search(behind) or (named and PRONOUN.search(behind)))
