"""Which language a page is in, and the content of that language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from babel import Locale
from flask import Flask, current_app, request
from flask_babel import Babel, get_locale
from werkzeug.datastructures import LanguageAccept
from werkzeug.http import parse_accept_header

from safety.library.schema import Library

TRANSLATIONS = Path(__file__).resolve().parents[1] / "translations"
DEFAULT = "en"
RIGHT_TO_LEFT = frozenset(["ar", "dv", "fa", "he", "ps", "ur", "yi"])
# Every plural form of every language has a number below this one, but for those of millions.
SAMPLES = 200


def init(app: Flask, libraries: Mapping[str, Library]) -> None:
    """Makes every language with a content folder one that a page can be in."""
    app.extensions["languages"] = libraries
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = str(TRANSLATIONS)
    Babel(app, default_locale=_default(libraries), locale_selector=_select)
    app.jinja_env.globals.update(language=language, direction=direction, plurals=plurals)


def language() -> str:
    """The code of the language of this page, as the content folder is named."""
    return str(get_locale()).replace("_", "-")


def direction() -> str:
    """'rtl' for scripts that run to the left, else 'ltr'."""
    return "rtl" if language().split("-")[0] in RIGHT_TO_LEFT else "ltr"


def plurals() -> dict[str, int]:
    """A number for each plural form of this language, by the name that a browser's `Intl.PluralRules` gives it.

    So that a page can hold every form of a sentence whose number only its script will know.
    """
    form = (get_locale() or Locale(DEFAULT)).plural_form
    return {form(number): number for number in reversed(range(SAMPLES))}


def country_name(code: str) -> str:
    """The name of a country in the language of this page; '' for none, the code itself when it has no name."""
    locale = get_locale()
    return str(locale.territories.get(code, code)) if locale and code else ""


def named_countries(codes: Iterable[str]) -> list[tuple[str, str]]:
    """Code and name of each country, by name."""
    return sorted(((code, country_name(code)) for code in codes), key=lambda pair: pair[1])


def library() -> Library:
    """The content in the language of this page."""
    libraries: Mapping[str, Library] = current_app.extensions["languages"]
    return libraries[language()]


def wanted(header: str, libraries: Mapping[str, Library]) -> str:
    """The language of ours for who sends ``header`` as Accept-Language."""
    if len(libraries) == 1:
        return _default(libraries)
    return parse_accept_header(header, LanguageAccept).best_match(list(libraries)) or _default(libraries)


def _select() -> str:
    libraries: Mapping[str, Library] = current_app.extensions["languages"]
    return wanted(request.headers.get("Accept-Language", ""), libraries).replace("-", "_")


def _default(libraries: Mapping[str, Library]) -> str:
    return DEFAULT if DEFAULT in libraries else sorted(libraries)[0]
