"""Factor: the second step of one's log-in: switched on with an app, backup codes, switched off."""

from __future__ import annotations

from fastapi import APIRouter
from markupsafe import Markup
from starlette.responses import Response

from sayso.desk.form import TakeForm
from sayso.desk.page import OpenPage, Page
from sayso.desk.people.me import show_own_page
from sayso.desk.people.visit import browser_of, give_session, keep_secret, renew, say, status_of, user_of
from sayso.errors import PeopleError, Refused, Slowed
from sayso.people import User

router = APIRouter()

_CALLED = {"password": "factor_password"}  # what one's own page calls the field


@router.get("/me/second-step")
def show_setup(page: OpenPage) -> Response:
    """The picture for the app; who has a second step already is led to their own page."""
    user = user_of(page)
    return page.go("/me#second-step") if page.people.factors.is_on(user) else _show_setup(page, user)


@router.post("/me/second-step")
def switch_on(page: OpenPage, form: TakeForm) -> Response:
    """Switches it on with a code of the app, and shows the backup codes this once."""
    user = user_of(page)
    try:
        codes = page.people.profiles.add_factor(user, form["code"], browser_of(page))
    except (Refused, Slowed) as error:
        if page.people.factors.is_on(user):
            return page.go("/me#second-step")
        return _show_setup(page, user, error=error)
    renewed, token = renew(page)
    return give_session(page, _show_codes(renewed, codes), token)


@router.post("/me/second-step/codes")
def renew_codes(page: OpenPage, form: TakeForm) -> Response:
    """Ten new backup codes, shown this once."""
    user = user_of(page)
    try:
        codes = page.people.profiles.renew_codes(user, form["factor_password"], browser_of(page))
    except (Refused, Slowed) as error:
        return show_own_page(page, user, error=error, at="factor_password", fields=_CALLED)
    return _show_codes(page, codes)


@router.post("/me/second-step/off")
def switch_off(page: OpenPage, form: TakeForm) -> Response:
    """Switches it off, with the password."""
    user = user_of(page)
    try:
        page.people.profiles.remove_factor(user, form["factor_password"], browser_of(page))
    except (Refused, Slowed) as error:
        return show_own_page(page, user, error=error, at="factor_password", fields=_CALLED)
    return page.go("/me#second-step", notice=page.say("The second step is off."))


def _show_setup(page: Page, user: User, *, error: PeopleError | None = None) -> Response:
    setup = page.people.factors.begin(user, desk=page.people.settings.load().name)
    response = page.show(
        "people/factor.html",
        status=status_of(error),
        title=page.say("Switch on the second step"),
        crumbs=((page.say("Your page"), "/me"),),
        secret=" ".join(setup.secret[at : at + 4] for at in range(0, len(setup.secret), 4)),
        picture=Markup(setup.draw()),  # noqa: S704 - drawn by segno from our own address, with nothing typed in it
        wrong={"code": say(page, error)} if error else {},
    )
    return keep_secret(response)


def _show_codes(page: Page, codes: tuple[str, ...]) -> Response:
    title, crumbs = page.say("Your backup codes"), ((page.say("Your page"), "/me"),)
    return keep_secret(page.show("people/codes.html", title=title, crumbs=crumbs, codes=codes))
