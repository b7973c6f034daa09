"""The photo pages. What is sent here is held in memory and forgotten with the answer."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Blueprint, current_app, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from werkzeug.datastructures import FileStorage
from werkzeug.exceptions import BadRequest

from safety.photos import Ending, archive, forms, neutral_name, words
from safety.photos.accepted import MEDIA_TYPES, accept_attribute, format_names, is_video
from safety.photos.archive import Ended
from safety.photos.batch import clean_as_wished, clean_together
from safety.photos.look import Sent, look_at_all
from safety.photos.wishes import WishError, Wishes
from safety.web import answers, caching, headers, tool_pages
from safety.web.language import library
from safety.web.logs import event
from safety.web.uploads import takes_file

room = Blueprint("photos", __name__, url_prefix="/photos")
CLEAN = "clean"


@room.before_request
def no_script_talks_home() -> None:
    """No script of these pages may send anything."""
    headers.narrow("connect-src")


@room.get("")
def start() -> str:
    """The tool, which sends nothing; without JavaScript what a photo can give away, and the way to the form."""
    headers.allow_only(current_app.extensions["tool-files"][tool_pages.PHOTOS.path])
    content = library()
    return _page("start", text=content.photos, covering=content.covering, looks=content.looks, media_types=MEDIA_TYPES)


@room.get("/send")
def form() -> str:
    """The form, behind a plain warning."""
    return _page("send")


@room.post("/send")
@takes_file
def send() -> ResponseReturnValue:
    """Looks into what was sent, or gives back clean copies."""
    caching.private()
    with forms.WORKING.place():
        files = forms.chosen_files()
        if not files:
            return _page("nothing"), 422
        if request.form.get("do") != CLEAN:
            return _look(files)
        wishes = _wishes()
        with forms.place_to_draw(wishes):
            return _clean_one(files, wishes) if len(files) == 1 else _clean_many(files, wishes)


def _look(files: list[FileStorage]) -> ResponseReturnValue:
    looks = look_at_all(forms.read_in_turn(files), forms.time_for_work(), with_tags=forms.wants_tags())
    reports = [look.report for look in looks if look.report]
    event("photo-inspected", files=len(looks), found=sum(len(report.findings) for report in reports))
    refusals = [report.refusal for report in reports if report.refusal]
    status = refusals[0].status if len(refusals) == len(looks) else 200
    kept = dict.fromkeys(code for report in reports for code in report.kept)
    return _page("looked", looks=looks, kept=kept, is_video=is_video, unreached=archive.NOT_REACHED), status


def _clean_one(files: list[FileStorage], wishes: Wishes) -> ResponseReturnValue:
    ((sent, content),) = forms.read_in_turn(files)
    outcome = clean_as_wished(content, wishes)
    event("photo-cleaned", files=1, found=len(outcome.findings))
    if outcome.kind is Ending.CLEANED and outcome.content is not None and outcome.format is not None:
        return answers.file(outcome.content, neutral_name(1, outcome.format))
    if outcome.refusal is None:
        return _page("clean_already", outcome=outcome, is_video=is_video)
    return _not_cleaned([(sent, Ended(1, sent.bytes, outcome))])


def _clean_many(files: list[FileStorage], wishes: Wishes) -> ResponseReturnValue:
    sent: list[Sent] = []

    def contents() -> Iterator[bytes]:
        for one, content in forms.read_in_turn(files):
            sent.append(one)
            yield content

    batch = clean_together(contents(), wishes, forms.time_for_work(), gettext)
    event("photo-cleaned", files=len(files), found=sum(ended.found for ended in batch.endings))
    if batch.archive is not None:
        return answers.file(batch.archive, archive.NAME)
    return _not_cleaned(list(zip(sent, batch.endings, strict=True)))


def _not_cleaned(files: list[tuple[Sent, Ended]]) -> ResponseReturnValue:
    refusals = [ended.outcome.refusal for _, ended in files if ended.outcome and ended.outcome.refusal]
    status = refusals[0].status if refusals else 422
    return _page("not_cleaned", files=files, reason=archive.reason), status


def _wishes() -> Wishes:
    try:
        return forms.wishes_of_page()
    except WishError as error:
        raise BadRequest from error


def _page(name: str, **more: object) -> str:
    accept, formats = accept_attribute(), format_names(gettext)
    return render_template(f"photos/{name}.html", words=words, accept=accept, formats=formats, **more)
