"""Sign-up: by an invitation; where the desk is open, by a link mailed to whoever asks."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from sayso.desk.form import Form, TakeForm
from sayso.desk.page import OpenPage, Page
from sayso.desk.people.visit import (
    Wrong,
    browser_of,
    check_unsigned,
    give_session,
    keep_secret,
    say,
    send_letters,
    status_of,
)
from sayso.errors import PeopleError, Refused, Slowed

router = APIRouter()


@router.get("/sign-up")
def show_sign_up(page: OpenPage, invitation: str = "") -> Response:
    """The form for an invitation; without one, the form to ask for a link, or who can invite."""
    return _show(page, invitation) if invitation else _show_asking(page)


@router.post("/sign-up/ask")
def ask(page: OpenPage, form: TakeForm) -> Response:
    """Sends a link; the answer is the same whether the address has an account or not."""
    try:
        page.people.invitations.ask(form["mail"], address=page.visitor.address)
    except (Refused, Slowed) as error:
        return _show_asking(page, form=form, error=error)
    sent = page.say("A letter is on its way to %(mail)s; the link in it works once, for a day.", mail=form["mail"])
    return send_letters(page, page.go("/sign-up", notice=sent))


@router.post("/sign-up")
def sign_up(page: OpenPage, form: TakeForm) -> Response:
    """Makes the user and lets them in."""
    is_first = not page.people.users.has_any()
    try:
        if not is_first:
            check_unsigned(page, form["name"])
        user = page.people.members.sign_up(
            form["invitation"],
            name=form["name"],
            password=form["password"],
            mail=form.get("mail"),
            language=page.visitor.language,
        )
    except Refused as error:
        return _show(page, form["invitation"], form=form, error=error)
    done = page.people.entrance.let_in(user, browser_of(page))
    told = page.say("Welcome, %(name)s.", name=user.name)
    if form.get("mail") and not user.mail:
        told += " " + page.say("A letter is on its way to %(mail)s; open its link to confirm it.", mail=form["mail"])
    return send_letters(page, give_session(page, page.go("/", notice=told), done.token))


def _show(page: Page, invitation: str, *, form: Form | None = None, error: Refused | None = None) -> Response:
    link = page.people.invitations.find(invitation)
    wrong: Wrong = {error.field: say(page, error)} if error else {}
    return keep_secret(
        page.show(
            "people/sign_up.html",
            status=status_of(error),
            title=page.say("Sign up"),
            invitation=invitation,
            link=link,
            given={field: form.get(field)[:300] if form else "" for field in ("name", "mail")},
            wrong=wrong,
        )
    )


def _show_asking(page: Page, *, form: Form | None = None, error: PeopleError | None = None) -> Response:
    response = page.show(
        "people/ask.html",
        status=status_of(error),
        title=page.say("Sign up"),
        is_open=page.people.settings.load().is_open,
        mail=form.get("mail")[:300] if form else "",
        wrong={"mail": say(page, error)} if error else {},
    )
    if isinstance(error, Slowed):
        response.headers["Retry-After"] = str(error.seconds)
    return response
