"""What attackers write into fields, names and tags, and how a page that took it at its word is known."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

from tests.page import parse

# In nothing that the site writes: an element or an attribute of this name was made by an attacker.
NAME = "xcanary"
# A template that works this out shows a number that no page has.
SUM, WORKED_OUT = "7*190481", "1333367"
MARKUP = f'"><img src=x on{NAME}=1 onerror={NAME}()><{NAME} {NAME}=1>'
TEMPLATES = f"{NAME} {{{{{SUM}}}}} ${{{SUM}}} <%= {SUM} %> #{{{SUM}}} {{% raw %}} %(x)s %s %n {{0.__class__}} {{}}"
TEXTS = (
    MARKUP,
    f"' autofocus onfocus={NAME}() {NAME}='",
    f"</textarea></title></script></style></template></select></option><{NAME}>",
    f"--><{NAME}><!--",
    f"]]><{NAME}><![CDATA[",
    f"javascript:{NAME}()//https://{NAME}.example/",
    f"data:text/html,<{NAME}>",
    f"&#60;{NAME}&#62; &lt;{NAME}&gt; %3C{NAME}%3E \\u003c{NAME}\\u003e",
    f"{NAME}\r\nSet-Cookie: {NAME}=1\r\n\r\n<{NAME}>",
    f"{NAME}\u2028\u2029\u202e\u2066\u200b\ufeff\x00\x0b\x1b[2J\x85<{NAME}>",
    TEMPLATES,
    f"' OR '1'='1'; DROP TABLE plans; -- {NAME}",
    f"\uff1c{NAME}\uff1e\ufe64{NAME}\ufe65",
)


def foreign(text: str) -> list[str]:
    """What in the page ``text`` an attacker has made; a page is well formed all the same, or this says so."""
    found = ["a template worked it out"] if WORKED_OUT in text else []
    if NAME not in text.lower():
        return found
    tree, broken = parse(text)
    if tree is None:
        return [*found, *broken]
    return found + [fault for element in tree.iter() for fault in _of(element)]


def _of(element: Any) -> list[str]:
    # A comment has a function in the place of its name.
    name = element.tag if isinstance(element.tag, str) else "comment"
    found = [f"<{name}>"] if NAME in name else []
    found += [f"<{name} {key}>" for key in element.attrib if NAME in key or key.startswith("on")]
    if name in ("script", "style", "title", "comment") and NAME in (element.text or ""):
        found.append(f"words in <{name}>")
    for key in ("href", "src", "action", "formaction"):
        value = element.attrib.get(key, "").strip().lower()
        if NAME in value and not value.startswith(("mailto:?", "/", "#")):
            found.append(f"<{name} {key}={value}>")
    return found


class Elements(HTMLParser):
    """The elements and attributes of a long page that an attacker has made; a whole tree would take a second a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.foreign: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keeps what bears the attacker's name."""
        self.foreign += [f"<{tag} {key}>" for key, _ in [("", ""), *attrs] if NAME in tag + key]
