"""Reset: a forgotten password is set anew by a mailed link."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from sayso.desk.form import TakeForm
from sayso.desk.page import OpenPage, Page
from sayso.desk.people.visit import keep_secret, say, send_letters, status_of
from sayso.errors import BadLink, PeopleError, Refused, Slowed
from sayso.people import User

router = APIRouter()


@router.get("/forgotten")
def show_forgotten(page: OpenPage) -> Response:
    """The form that asks for a link."""
    return _show_forgotten(page)


@router.post("/forgotten")
def ask(page: OpenPage, form: TakeForm) -> Response:
    """Sends a link; the answer is the same whether there is such a user or not."""
    try:
        page.people.resets.ask(form["name"], address=page.visitor.address)
    except Slowed as error:
        return _show_forgotten(page, name=form["name"], error=error)
    sent = page.say("If there is such a user with a mail address, a letter is on its way; its link works for an hour.")
    return send_letters(page, page.go("/log-in", notice=sent))


@router.get("/reset/{secret}")
def show_reset(page: OpenPage, secret: str) -> Response:
    """The form for the new password."""
    try:
        return _show_reset(page, secret, page.people.resets.find(secret))
    except BadLink as error:
        return _show_forgotten(page, error=error)


@router.post("/reset/{secret}")
def reset(page: OpenPage, form: TakeForm, secret: str) -> Response:
    """Sets the password; the user then logs in with it."""
    try:
        page.people.resets.reset(secret, form["password"])
    except Refused as error:
        return _show_reset(page, secret, page.people.resets.find(secret), error=error)
    except BadLink as error:
        return _show_forgotten(page, error=error)
    notice = page.say("Your password is set; log in with it. Every other browser was logged out.")
    return send_letters(page, page.go("/log-in", notice=notice))


def _show_reset(page: Page, secret: str, user: User, *, error: Refused | None = None) -> Response:
    wrong = {"password": say(page, error)} if error else {}
    title = page.say("Set a new password")
    values = {"secret": secret, "name": user.name, "wrong": wrong}
    return keep_secret(page.show("people/reset.html", status=status_of(error), title=title, **values))


def _show_forgotten(page: Page, *, name: str = "", error: PeopleError | None = None) -> Response:
    status = 410 if isinstance(error, BadLink) else status_of(error)
    values = {
        "name": name[:300],
        "bad_link": say(page, error) if isinstance(error, BadLink) else None,
        "wrong": {"name": say(page, error)} if isinstance(error, Slowed) else {},
    }
    response = page.show("people/forgotten.html", status=status, title=page.say("Forgotten password"), **values)
    if isinstance(error, Slowed):
        response.headers["Retry-After"] = str(error.seconds)
    return response
