"""Every route of the site and how a visitor comes to it. A route that is not here fails a test."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from safety.library.keys import item_key
from tests.journeys import photo, start_check

Form = Callable[[], Mapping[str, Any]]
PDF = b"%PDF-1.7 no photo"

NOTICE_KINDS = (
    "take-it-down", "dmca", "gdpr", "dsa", "platform", "search", "host", "school", "person", "question",
)  # fmt: skip
SHORT_CHECKS = ("before", "evening", "likeness", "name", "fresh", "shared", "handover", "first", "family")
# A whole report to a platform.
NOTICE = {"role": "self", "links": "https://example.org/canary/1", "no-consent": "yes"}


# A short lesson.
LESSON = {"group": "13-15", "minutes": "30", "devices": "none", "plan": ["welcome 5", "stories 14", "close 6"]}


@dataclass(frozen=True)
class Visit:
    """One request: where to, what is sent, what has to be true before, and the status of the answer."""

    path: str
    form: Form | None = None
    status: int = 200
    in_check: bool = False
    method: str = field(default="", repr=False)

    def go(self, client: FlaskClient) -> TestResponse:
        """The answer."""
        if self.in_check:
            start_check(client)
        if self.form is None:
            return client.get(self.path)
        return client.post(self.path, data=dict(self.form()))

    def __str__(self) -> str:
        return f"{'GET' if self.form is None else 'POST'} {self.path}"


def sends(**fields: Any) -> Form:
    """A form with these fields."""
    return lambda: fields


def sends_photo(**fields: Any) -> Form:
    """A form with a photo."""
    return lambda: {"file": (io.BytesIO(photo()), "canary-file-name.jpg"), **fields}


def sends_files(*contents: bytes, **fields: Any) -> Form:
    """A form with several files; an empty one stands for a photo."""
    return lambda: {
        "file": [(io.BytesIO(content or photo()), f"canary-{at}.jpg") for at, content in enumerate(contents)],
        **fields,
    }


ROUTES: dict[str, tuple[Visit, ...]] = {
    "GET /": (Visit("/"),),
    "GET /.well-known/security.txt": (Visit("/.well-known/security.txt"),),
    "GET /about": (Visit("/about"),),
    "GET /api/openapi.json": (Visit("/api/openapi.json"),),
    "POST /api/photos/clean": (
        Visit("/api/photos/clean", sends_photo()),
        Visit("/api/photos/clean", sends(x="y"), 415),
    ),
    "POST /api/photos/inspect": (
        Visit("/api/photos/inspect", sends_photo()),
        Visit("/api/photos/inspect", sends_files(PDF), 415),
    ),
    "GET /check": (Visit("/check"), Visit("/check", status=303, in_check=True)),
    "POST /check": (Visit("/check", sends(question="who", choice="adult"), 303),),
    "GET /check/all": (Visit("/check/all"),),
    "GET /check/all/<int:number>": (
        *(Visit(f"/check/all/{item_key(id_)}") for id_ in ("two-factor", "consent-talk", "android-private-space")),
        Visit("/check/all/65536", status=404),
    ),
    "GET /check/copies": (Visit("/check/copies"), Visit("/check/copies", in_check=True)),
    "POST /check/copies": (
        Visit("/check/copies", sends(mark="place-camera-roll done"), 303),
        Visit("/check/copies", sends(mark="canary done"), 400),
    ),
    "GET /check/copies/<int:part>": (
        Visit("/check/copies/0"),
        Visit("/check/copies/3", status=303),
        Visit("/check/copies/9", status=404),
    ),
    "POST /check/copies/<int:part>": (
        Visit("/check/copies/0", sends(threat="no"), 303),
        Visit("/check/copies/0", sends(threat="canary"), 400),
        Visit("/check/copies/4", sends(computer="no"), 303),
        Visit("/check/copies/1", sends(), 404),
    ),
    "GET /check/copies/print": (Visit("/check/copies/print", status=303),),
    "POST /check/copies/again": (Visit("/check/copies/again", sends(), 303),),
    "GET /check/plan": (Visit("/check/plan", in_check=True), Visit("/check/plan", status=303)),
    "POST /check/plan": (Visit("/check/plan", sends(mark="phone-passcode done"), 303, in_check=True),),
    "GET /check/print": (Visit("/check/print", in_check=True),),
    "GET /check/summary": (Visit("/check/summary", in_check=True), Visit("/check/summary", status=303)),
    "POST /check/reminder": (
        Visit("/check/reminder", sends(after="month")),
        Visit("/check/reminder", sends(after="every-half-year", at="evening")),
        Visit("/check/reminder", sends(after="canary"), 400),
    ),
    "GET /check/saved": (Visit("/check/saved"), Visit("/check/saved", in_check=True)),
    "POST /check/saved": (
        Visit("/check/saved", sends(do="keep"), in_check=True),
        Visit("/check/saved", sends(do="keep"), 303),
        Visit("/check/saved", sends(do="open", words="canary canary"), 422),
        Visit("/check/saved", sends(do="ask"), 303, in_check=True),
        Visit("/check/saved", sends(do="stop"), 303, in_check=True),
        Visit("/check/saved", sends(do="rename", words="canary"), 400),
        Visit("/check/saved", sends(do="file"), in_check=True),
        Visit("/check/saved", sends(do="bring"), 422),
        Visit("/check/saved", sends(do="canary"), 400),
    ),
    "GET /check/short": (Visit("/check/short"),),
    "GET /check/short/<id_>": (
        *(Visit(f"/check/short/{id_}") for id_ in SHORT_CHECKS),
        *(Visit(f"/check/short/{id_}", in_check=True) for id_ in SHORT_CHECKS),
        Visit("/check/short/none", status=404),
    ),
    "POST /check/short/<id_>": (
        Visit("/check/short/before", sends(who="adult"), 303),
        Visit("/check/short/evening", sends(mark="phone-passcode done"), 303),
        Visit("/check/short/first", sends(mark="camera-location-off later"), 303, in_check=True),
        Visit("/check/short/before", sends(who="canary"), 400),
        Visit("/check/short/before", sends(mark="canary done"), 400),
        Visit("/check/short/none", sends(who="adult"), 404),
    ),
    "POST /check/start": (Visit("/check/start", sends(do="forget"), 303, in_check=True),),
    "GET /healthz": (Visit("/healthz"),),
    "GET /robots.txt": (Visit("/robots.txt"),),
    "GET /help": (Visit("/help"),),
    "GET /help/case": (Visit("/help/case"),),
    "GET /help/beside": (Visit("/help/beside"),),
    "GET /help/coverage": (Visit("/help/coverage"),),
    "POST /help/coverage": (
        Visit("/help/coverage", sends(age="adult")),
        Visit("/help/coverage", sends(age="adult", app="pornhub-aylo", country="BE")),
        Visit("/help/coverage", sends(age="not-sure", app="whatsapp", country="GB")),
        Visit("/help/coverage", sends(age="canary"), 400),
    ),
    "GET /help/first-hour": (Visit("/help/first-hour"),),
    "GET /help/host": (Visit("/help/host"),),
    "GET /help/look-again": (Visit("/help/look-again"),),
    "POST /help/look-again": (
        Visit("/help/look-again", sends(after="quarter")),
        Visit("/help/look-again", sends()),
        Visit("/help/look-again", sends(after="canary"), 400),
    ),
    "GET /help/notices": (Visit("/help/notices"),),
    "GET /help/notices/<kind>": (
        *(Visit(f"/help/notices/{kind}") for kind in NOTICE_KINDS),
        Visit("/help/notices/none", status=404),
    ),
    "GET /help/notices/<kind>/send": (
        *(Visit(f"/help/notices/{kind}/send") for kind in NOTICE_KINDS),
        Visit("/help/notices/none/send", status=404),
    ),
    "POST /help/notices/<kind>/send": (
        Visit("/help/notices/platform/send", sends(**NOTICE)),
        Visit("/help/notices/platform/send", sends(**NOTICE, do="save")),
        Visit("/help/notices/take-it-down/send", sends(age="adult"), 422),
        Visit("/help/notices/dmca/send", sends(age="under-18")),
        Visit("/help/notices/none/send", sends(**NOTICE), 404),
    ),
    "GET /help/safety": (Visit("/help/safety"),),
    "GET /help/way-back": (Visit("/help/way-back"),),
    "POST /help/way-back": (
        Visit("/help/way-back", sends(country="DE")),
        Visit("/help/way-back", sends(country="canary"), 400),
    ),
    "GET /help/work": (Visit("/help/work"),),
    "GET /help/services": (Visit("/help/services"),),
    "POST /help/services": (
        Visit("/help/services", sends(country="GB")),
        Visit("/help/services", sends(country="US", age="adult", need="remove", language="en", quiet="yes")),
        Visit("/help/services", sends(country="DE", need="watch", language="ko")),
        Visit("/help/services", sends(country="canary"), 400),
    ),
    "GET /help/steps": (Visit("/help/steps"),),
    "POST /help/steps": (
        Visit("/help/steps", sends(age="adult")),
        Visit("/help/steps", sends(age="under-18")),
        Visit("/help/steps", sends(age="not-sure")),
        Visit("/help/steps", sends(ask="danger")),
        Visit("/help/steps", sends(screen="danger", danger="yes")),
        Visit("/help/steps", sends(ask="numbers", danger="yes", country="GB")),
        Visit("/help/steps", sends(screen="watched", watched="not-sure")),
        Visit("/help/steps", sends(ask="apps", age="adult", where=["app", "adult-site"])),
        Visit("/help/steps", sends(ask="country", age="adult")),
        Visit("/help/steps", sends(screen="aloud", aloud="no", country="US", age="adult")),
        Visit("/help/steps", sends(step="all", country="DE", age="adult", where="app", apps="instagram")),
        Visit("/help/steps", sends(step="canary"), 400),
    ),
    "GET /join": (Visit("/join"),),
    "POST /join": (Visit("/join", sends(code="canary"), 422), Visit("/join", sends(code="2222-2222"), 422)),
    "GET /join/<code>": (Visit("/join/2222-2222", status=404),),
    "POST /join/<code>": (Visit("/join/2222-2222", sends(), 422),),
    "POST /join/<code>/answer": (Visit("/join/2222-2222/answer", sends(question="0", choice="0"), 303),),
    "POST /join/<code>/leave": (Visit("/join/2222-2222/leave", sends(), 303),),
    "GET /join/<code>/now": (Visit("/join/2222-2222/now"),),
    "GET /join/<code>/wall": (Visit("/join/2222-2222/wall", status=404),),
    "GET /leave": (Visit("/leave", status=303),),
    "GET /new": (Visit("/new"),),
    "GET /offline": (Visit("/offline"),),
    "GET /offline.js": (Visit("/offline.js"),),
    "GET /offline/<id_>.webmanifest": (
        Visit("/offline/notes.webmanifest"),
        Visit("/offline/photos.webmanifest", status=404),
    ),
    "GET /passwords": (Visit("/passwords"),),
    "GET /passwords/accounts": (Visit("/passwords/accounts"), Visit("/passwords/accounts", in_check=True)),
    "POST /passwords/accounts": (
        Visit("/passwords/accounts", sends(mark="email-strong done"), 303),
        Visit("/passwords/accounts", sends(mark="canary done"), 400),
    ),
    "GET /passwords/lock": (Visit("/passwords/lock"),),
    "GET /passwords/class": (Visit("/passwords/class"),),
    "GET /passwords/leaked": (Visit("/passwords/leaked"),),
    "GET /passwords/send": (Visit("/passwords/send"),),
    "GET /passwords/words": (Visit("/passwords/words"),),
    "POST /passwords/send": (Visit("/passwords/send", sends(password="canary correct horse")),),
    "GET /photos": (Visit("/photos"),),
    "GET /photos/send": (Visit("/photos/send"),),
    "POST /photos/send": (
        Visit("/photos/send", sends_photo(do="look")),
        Visit("/photos/send", sends_photo(do="clean")),
        Visit("/photos/send", sends(do="look"), 422),
        Visit("/photos/send", sends_files(PDF, do="look"), 415),
        Visit("/photos/send", sends_files(b"", PDF, do="look")),
        Visit("/photos/send", sends_files(b"", PDF, do="clean")),
        Visit("/photos/send", sends_files(PDF, PDF, do="clean"), 415),
        Visit("/photos/send", sends_photo(do="clean", deep="canary"), 400),
    ),
    "GET /privacy": (Visit("/privacy"),),
    "GET /search": (Visit("/search"),),
    "POST /search": (
        Visit("/search", sends(words="sextorsion")),
        Visit("/search", sends(words="my 9 year old plays games")),
        Visit("/search", sends(words="qqqqqxxxzz")),
        Visit("/search", sends()),
    ),
    "GET /search/index.js": (Visit("/search/index.js"),),
    "GET /sources": (Visit("/sources"),),
    "GET /talk": (Visit("/talk"),),
    "GET /talk/<age>": (Visit("/talk/11-12"), Visit("/talk/99", status=404)),
    "GET /talk/<age>/<id_>": (
        Visit("/talk/8-10/starting"),
        Visit("/talk/under-5/threatened"),
        Visit("/talk/8-10/none", status=404),
        Visit("/talk/99/starting", status=404),
    ),
    "GET /talk/for/<id_>": (Visit("/talk/for/grandparents"), Visit("/talk/for/none", status=404)),
    "GET /talk/scenes": (Visit("/talk/scenes"),),
    "GET /talk/scenes/<id_>": (Visit("/talk/scenes/classmate-picture"), Visit("/talk/scenes/none", status=404)),
    "GET /talk/told-me": (Visit("/talk/told-me"),),
    "GET /talk/agreement": (Visit("/talk/agreement"),),
    "GET /talk/cards": (Visit("/talk/cards"),),
    "GET /talk/my-say": (Visit("/talk/my-say"),),
    "GET /talk/same-page": (Visit("/talk/same-page"),),
    "GET /talk/same-page/<age>": (
        *(Visit(f"/talk/same-page/{age}") for age in ("8-10", "11-12", "13-15", "16-17")),
        Visit("/talk/same-page/5-7", status=404),
    ),
    "GET /talk/tell": (Visit("/talk/tell"),),
    "GET /talk/easy/<id_>": (Visit("/talk/easy/private"), Visit("/talk/easy/none", status=404)),
    "GET /talk/teens": (Visit("/talk/teens"),),
    "GET /talk/teens/<id_>": (Visit("/talk/teens/law"), Visit("/talk/teens/none", status=404)),
    "GET /talk/together": (Visit("/talk/together"),),
    "GET /talk/together/<id_>": (Visit("/talk/together/ask-first"), Visit("/talk/together/none", status=404)),
    "GET /teach/totals": (Visit("/teach/totals"),),
    "POST /teach/totals": (
        Visit("/teach/totals", sends_files(b"no totals"), 422),
        Visit("/teach/totals", sends(x="y"), 422),
    ),
    "GET /teach/room": (Visit("/teach/room"),),
    "POST /teach/room": (Visit("/teach/room", sends(**LESSON)),),
    "POST /teach/room/open": (
        Visit("/teach/room/open", sends(), 422),
        Visit("/teach/room/open", sends(**LESSON, lead="Canary", place="Canary", line="GB 0", adult="yes"), 303),
    ),
    "GET /teach/room/opened": (Visit("/teach/room/opened", status=303),),
    "GET /teach/room/back": (Visit("/teach/room/back"),),
    "POST /teach/room/back": (Visit("/teach/room/back", sends(code="2222-2222", words="canary"), 422),),
    "GET /teach/room/close": (Visit("/teach/room/close", status=303),),
    "POST /teach/room/close": (Visit("/teach/room/close", sends(), 303),),
    "GET /teach/room/desk": (Visit("/teach/room/desk", status=303),),
    "POST /teach/room/desk": (Visit("/teach/room/desk", sends(do="next", version="1"), 303),),
    "GET /teach/room/totals": (Visit("/teach/room/totals", status=303),),
    "GET /teach/room/totals.csv": (Visit("/teach/room/totals.csv", status=303),),
    "GET /teach": (Visit("/teach"),),
    "POST /teach": (
        Visit("/teach", sends(group="13-15", minutes="60", devices="none"), 303),
        Visit("/teach", sends(group="canary", minutes="60", devices="none"), 400),
    ),
    "GET /teach/<code>": (
        Visit("/teach/13-15-60-none"),
        Visit("/teach/healthy-sharing-45"),
        Visit("/teach/13-15-61-none", status=404),
    ),
    "GET /teach/<code>/<any(slides, cover, pupils):view>": (
        *(Visit(f"/teach/16-18-90-devices/{view}") for view in ("slides", "cover", "pupils")),
        Visit("/teach/none/slides", status=404),
    ),
    "GET /teach/cards": (Visit("/teach/cards"),),
    "GET /teach/disclosure": (Visit("/teach/disclosure"),),
    "GET /teach/edit": (Visit("/teach/edit"),),
    "POST /teach/edit": (
        *(Visit("/teach/edit", sends(**LESSON, do=word)) for word in ("edit", "sheet", "slides", "cover", "pupils")),
        Visit("/teach/edit", sends(**LESSON, do="save")),
        Visit("/teach/edit", sends(**LESSON | {"plan": ["canary 5"]}), 400),
    ),
    "GET /teach/letters": (Visit("/teach/letters"),),
    "GET /teach/office": (Visit("/teach/office"),),
    "POST /teach/open": (
        Visit("/teach/open", sends_files(b"no plan"), 422),
        Visit("/teach/open", sends(x="y"), 422),
    ),
    "GET /teach/quiet": (Visit("/teach/quiet"),),
}
VISITS = tuple(visit for visits in ROUTES.values() for visit in visits)
