"""The notices that ask for removal. The browser makes them; what is sent here instead is answered and forgotten."""

from __future__ import annotations

from flask import Blueprint, Response, abort, current_app, render_template, request
from flask.typing import ResponseReturnValue

from safety.help.notices import words
from safety.help.notices.answers import Answers, holds, prepared
from safety.help.notices.compose import DRAFT_MAX, compose, draft
from safety.help.notices.form import Form, form_of
from safety.help.notices.judge import Verdict, judge
from safety.library.codes import NoticeGroup
from safety.web import headers, tool_pages
from safety.web.language import library

room = Blueprint("notices", __name__, url_prefix="/help")
# The name of what is saved stands in the list of downloads.
SAVED_AS = "letter.txt"


@room.before_request
def no_script_talks_home() -> None:
    """No script of these pages may send anything."""
    headers.narrow("connect-src")


@room.get("/notices")
def all() -> str:
    """Every kind of notice, in the order in which one writes them."""
    groups = [(group, [one for one in library().notices if one.group is group]) for group in NoticeGroup]
    return render_template("help/notices/all.html", groups=groups)


@room.get("/notices/<kind>")
def form(kind: str) -> str:
    """The notice ``kind``, made in the browser, which sends nothing; without JavaScript the way to the form."""
    asked = _form(kind)
    headers.allow_only(current_app.extensions["tool-files"][tool_pages.NOTICES[kind].path])
    return _page("form", asked)


@room.get("/notices/<kind>/send")
def ask(kind: str) -> str:
    """The form for who has no JavaScript, behind a plain warning."""
    asked = _form(kind)
    return _page("send", asked, answers=prepared(asked, {}), verdict=None)


@room.post("/notices/<kind>/send")
def send(kind: str) -> ResponseReturnValue:
    """Makes the text of what was sent, or says what is missing."""
    asked = _form(kind)
    answers = prepared(asked, {field.id: request.form.get(field.id, "") for field in asked.fields})
    verdict = judge(asked, answers)
    if not verdict.is_whole:
        return _page("send", asked, answers=answers, verdict=verdict), 200 if verdict.stop >= 0 else 422
    text = compose(asked, answers)
    if request.form.get("do") == "save":
        disposition = f'attachment; filename="{SAVED_AS}"'
        return Response(text, content_type="text/plain; charset=utf-8", headers={"Content-Disposition": disposition})
    return _result(asked, answers, verdict, text)


def _result(asked: Form, answers: Answers, verdict: Verdict, text: str) -> str:
    address = draft(asked.notice.subject, text)
    long = len(address) > DRAFT_MAX
    return _page("made", asked, answers=answers, verdict=verdict, text=text, draft=address, long=long)


def _form(kind: str) -> Form:
    found = form_of(library(), kind)
    return found or abort(404)


def _page(name: str, asked: Form, **more: object) -> str:
    known = library()
    return render_template(
        f"help/notices/{name}.html",
        form=asked,
        notice=asked.notice,
        laws=[law for law in known.laws if law.id in asked.notice.laws],
        platforms=[platform for platform in known.platforms if platform.id in asked.notice.platforms],
        services={service.id: service for service in known.services},
        names={notice.id: notice.name for notice in known.notices},
        words=words,
        holds=holds,
        saved_as=SAVED_AS,
        **more,
    )
