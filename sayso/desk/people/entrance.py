"""Entrance: log in, with a second step where the user has one; log out, here or everywhere."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from sayso.desk.form import Form, TakeForm
from sayso.desk.home import within
from sayso.desk.page import OpenPage, Page
from sayso.desk.people.visit import browser_of, give_session, say, status_of, user_of
from sayso.desk.visitor import SESSION
from sayso.errors import BadLink, BadLogIn, PeopleError, Slowed
from sayso.people import LoggedIn, SecondStep

router = APIRouter()


@router.get("/log-in")
def show_log_in(page: OpenPage, after: Annotated[str, Query(alias="next")] = "/") -> Response:
    """The form; who is logged in already is led on."""
    return page.go(within(after)) if page.visitor.user else _show(page, after=within(after))


@router.post("/log-in")
def log_in(page: OpenPage, form: TakeForm) -> Response:
    """Lets in, or asks for the second step."""
    after = within(form.get("next", "/"))
    try:
        done = page.people.entrance.log_in(form["name"], form["password"], browser_of(page))
    except (BadLogIn, Slowed) as error:
        return _show(page, after=after, name=form["name"], error=error)
    if isinstance(done, SecondStep):
        return _ask_code(page, form, step=done.secret)
    return _enter(page, form, done)


@router.post("/log-in/code")
def take_code(page: OpenPage, form: TakeForm) -> Response:
    """The second step."""
    try:
        done = page.people.entrance.take_code(form["step"], form["code"], browser_of(page))
    except BadLink as error:
        return _show(page, after=within(form.get("next", "/")), error=error)
    except (BadLogIn, Slowed) as error:
        return _ask_code(page, form, step=form["step"], error=error)
    return _enter(page, form, done)


@router.post("/log-out")
def log_out(page: OpenPage, form: TakeForm) -> Response:
    """Ends the session of this browser."""
    page.people.entrance.log_out(page.request.cookies.get(SESSION))
    return _leave(page, page.say("You are logged out."))


@router.post("/log-out-everywhere")
def log_out_everywhere(page: OpenPage, form: TakeForm) -> Response:
    """Ends all sessions of the user, this one too."""
    page.people.entrance.log_out_everywhere(user_of(page))
    return _leave(page, page.say("You are logged out everywhere."))


def _show(page: Page, *, after: str, name: str = "", error: PeopleError | None = None) -> Response:
    status = 401 if isinstance(error, BadLogIn) else status_of(error)
    return _wait(
        page.show(
            "people/log_in.html",
            status=status,
            title=page.say("Log in"),
            after=after,
            name=name[:200],
            wrong={"password": say(page, error)} if error else {},
            is_open=page.people.settings.load().is_open,
        ),
        error,
    )


def _ask_code(page: Page, form: Form, *, step: str, error: PeopleError | None = None) -> Response:
    status = 401 if isinstance(error, BadLogIn) else status_of(error)
    values = {"after": within(form.get("next", "/")), "step": step, "stays": form.get("stays")}
    wrong = {"code": say(page, error)} if error else {}
    title = page.say("Log in: the second step")
    return _wait(page.show("people/code.html", status=status, title=title, wrong=wrong, **values), error)


def _enter(page: Page, form: Form, done: LoggedIn) -> Response:
    response = page.go(within(form.get("next", "/")))
    return give_session(page, response, done.token, stays=bool(form.get("stays")))


def _leave(page: Page, notice: str) -> Response:
    response = page.go("/", notice=notice)
    response.delete_cookie(SESSION, path="/", httponly=True, samesite="lax", secure=page.request.url.scheme == "https")
    return response


def _wait(response: Response, error: PeopleError | None) -> Response:
    if isinstance(error, Slowed):
        response.headers["Retry-After"] = str(error.seconds)
    return response
