"""Answers as visitors give them: whole ones for every kind of notice, and hostile ones."""

from __future__ import annotations

from safety.help.notices.form import Form, form_of
from safety.library.codes import FieldKind, NoticeKind
from safety.library.notice_schema import NoticeField
from safety.library.schema import Library

TODAY = "2026-11-23"
LINKS = "https://example.org/p/1?x=1#y\nhttp://sub.example.net/v/2"
GIVEN = {
    "links": LINKS, "email": "someone@example.org", "age-then": "15", "age-now": "16", "signature": "Jo Kowalska",
    "took": "me", "afraid": "no", "receiver": "host", "role": "self", "school-role": "self", "made": "real",
}  # fmt: skip
HOSTILE = (
    "<script>alert(1)</script> \"quotes\" & 'more'",
    "{signature} {links} $& $1 %s %0A ${x}",
    "constructor",
    "a\u202eb\u200bc\ufeffd\x00e\x85f\x1bg",
    "  \t one \u00a0 two\u3000three  ",
    "first\r\nsecond\rthird\u2028fourth\n\n\n\n\nfifth",
    "żółć \U0001f469\u200d\U0001f467 שלום \u0645\u0631\u062d\u0628\u0627",
    "x" * 130,
)
LINES = (
    "https://example.org", "https://example.org/", "HTTPS://EXAMPLE.org/?q=1", "http://1.2.3.4:8080/a",
    "https://exa mple.org/a", "example.org/a", "ftp://example.org/a", "javascript:alert(1)//https://a.b/c",
    "https://user@example.org/a", "https://example/a", "https://.org/a", "https://example.org\\a", "https://例え.jp/絵",
    "https://example.org:123456/a", "https://mega.nz/file/a#key", "data:image/png;base64,AAAA", "file:///C:/a.jpg",
    "https://example.org/" + "a" * 2100, "https://[::1]/a", "http\u017f://example.org/a",
)  # fmt: skip


def form(library: Library, kind: str) -> Form:
    """The form of a kind."""
    found = form_of(library, kind)
    assert found is not None
    return found


def whole(asked: Form, age: str, **more: str) -> dict[str, str]:
    """Answers to everything that the form asks."""
    return {field.id: _answer(field) for field in asked.fields} | {"age": age} | more


def _answer(field: NoticeField) -> str:
    if field.id in GIVEN:
        return GIVEN[field.id]
    if field.kind is FieldKind.TICK:
        return "yes"
    return field.options[0].id if field.options else f"words for {field.id}"


def cases(library: Library) -> list[tuple[str, dict[str, str]]]:
    """Kind and answers: what the vectors hold."""
    found: list[tuple[str, dict[str, str]]] = []
    for kind in NoticeKind:
        asked = form(library, kind.value)
        found.append((kind.value, {}))
        for age in ("adult", "under-18", "not-sure", "canary"):
            found += [(kind.value, whole(asked, age, role=role)) for role in ("self", "parent", "acting")]
        needed = {name for element in asked.notice.elements for need in element.needs for name in need.split("|")}
        least = {name: text for name, text in whole(asked, "adult").items() if name in {*needed, *asked.notice.asks}}
        found += [(kind.value, least), (kind.value, least | {"made": "fake", "took": "other", "afraid": "yes"})]
    typed = [field.id for field in library.notice_fields if field.kind in (FieldKind.LINE, FieldKind.TEXT)]
    for text in HOSTILE:
        for kind in ("dmca", "school", "question"):
            found.append((kind, whole(form(library, kind), "adult", **dict.fromkeys(typed, text))))
    found += [("platform", whole(form(library, "platform"), "adult", links=line)) for line in LINES]
    found.append(("platform", whole(form(library, "platform"), "adult", links="\n \n".join(LINES))))
    many = "\n".join(f"https://example.org/{at}" for at in range(51))
    found.append(("host", whole(form(library, "host"), "adult", links=many, receiver="registrar")))
    for text in ("a@b", "a b@c.de", "a@b.c", "@b.c", "a@b..c", "ä@ö.de"):
        found.append(("dsa", whole(form(library, "dsa"), "adult", email=text)))
    for text in ("0", "17", "18", "999", "-1", "x", "\u0661\u0665"):
        found.append(("gdpr", whole(form(library, "gdpr"), "under-18", **{"age-then": text, "age-now": text})))
    return found
