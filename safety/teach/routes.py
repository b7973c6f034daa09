"""Lessons on paper and on the projector: choose one, read it, print it, show it, change it, save it.

Nothing is kept: a changed plan travels in the form, and a saved one is a file of the visitor.
"""

from __future__ import annotations

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from safety.library import lessons
from safety.library.teach_schema import Devices, Group
from safety.teach import edit, forms, plan, saved_plan, sheet
from safety.teach.plan import DEFAULT_MINUTES, SLOT_MINUTES, Plan
from safety.teach.saved_plan import NotAPlan, Refused
from safety.web import answers, headers
from safety.web.language import library
from safety.web.uploads import takes_file

room = Blueprint("teach", __name__)
# What can be shown of a plan, by the word in the address or on the button.
VIEWS = ("sheet", "slides", "cover", "pupils")


@room.before_request
def no_script_talks_home() -> None:
    """No script of these pages may send anything."""
    headers.narrow("connect-src")


@room.get("/teach")
def teach() -> str:
    """Where a lesson is chosen, and what else there is for those who lead one."""
    return render_template(
        "teach/start.html",
        groups=library().group_pages,
        lengths=lessons.MINUTES,
        usual=DEFAULT_MINUTES,
        devices=tuple(Devices),
        workshops=library().workshops,
    )


@room.post("/teach")
def choose() -> ResponseReturnValue:
    """To the lesson that was chosen: its address is the same for everybody."""
    group, minutes, devices = forms.wanted()
    return redirect(url_for("teach.run_sheet", code=f"{group}-{minutes}-{devices}"), 303)


@room.get("/teach/<code>")
def run_sheet(code: str) -> str:
    """The run sheet of a lesson."""
    return _view("sheet", _plan_or_404(code), code)


@room.get("/teach/<code>/<any(slides, cover, pupils):view>")
def of_plan(code: str, view: str) -> str:
    """The slides of a lesson, its two pages for a teacher who steps in, or its sheets for pupils."""
    return _view(view, _plan_or_404(code), code)


@room.get("/teach/edit")
def bring() -> str:
    """Where a saved plan is opened again."""
    return render_template("teach/open.html", refused=None, reasons=Refused)


@room.post("/teach/edit")
def change() -> ResponseReturnValue:
    """A plan in the editor after the pressed button, or one of its views, or the file."""
    posted = forms.posted(library())
    word = request.form.get("do", "")
    if word == "save":
        return answers.file(saved_plan.written(posted), saved_plan.NAME)
    if word in VIEWS:
        return _view(word, posted, "")
    return _editor(forms.changed(library(), posted))


@room.post("/teach/open")
@takes_file
def open_saved() -> ResponseReturnValue:
    """A saved plan in the editor; the file is forgotten with the answer."""
    try:
        found = forms.opened(library())
    except NotAPlan as refused:
        return render_template("teach/open.html", refused=refused.why, reasons=Refused), 422
    return _editor(found)


@room.get("/teach/disclosure")
def disclosure() -> str:
    """What every adult in the room reads first."""
    return render_template("teach/disclosure.html", text=library().disclosure)


@room.get("/teach/letters")
def letters() -> str:
    """Letters to families, with blanks to fill in."""
    return render_template("teach/letters.html", pack=library().pack)


@room.get("/teach/cards")
def cards() -> str:
    """Every scenario card with what the leader needs to know."""
    return render_template("teach/cards.html", cards=library().scenarios, groups=library().group_pages)


@room.get("/teach/quiet")
def quiet() -> str:
    """The three texts that a class reads in silence."""
    return render_template("teach/quiet.html", tracks=library().tracks)


@room.get("/teach/office")
def office() -> str:
    """For the school's office: what is processed, networks and filters, the outcomes of every group."""
    return render_template("teach/office.html", text=library().office, groups=library().group_pages)


def _plan_or_404(code: str) -> Plan:
    found = plan.from_code(library(), code)
    if found is None:
        abort(404)
    return found


def _view(view: str, shown: Plan, code: str) -> str:
    """One view of a plan; without a ``code`` it is one that was changed."""
    content = library()
    return render_template(
        f"teach/{view}.html",
        plan=shown,
        code=code,
        ready=plan.workshop(content, code),
        page=plan.group_page(content, shown.group),
        parts=sheet.parts(content, shown),
        slides=sheet.slides(content, shown) if view == "slides" else (),
        disclosure=content.disclosure,
        pack=content.pack,
        adults=shown.group in (Group.PARENTS, Group.STAFF),
    )


def _editor(shown: Plan) -> str:
    return render_template(
        "teach/edit.html",
        plan=shown,
        page=plan.group_page(library(), shown.group),
        fit=edit.fit(shown),
        others=edit.others(library(), shown),
        lengths=SLOT_MINUTES,
        is_frame=lessons.is_frame,
    )
