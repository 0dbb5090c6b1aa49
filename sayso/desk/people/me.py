"""Me: one's own page: name, mail address, password, language, and where one is logged in."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from fastapi import APIRouter
from starlette.responses import Response

from sayso.desk.form import TakeForm
from sayso.desk.language import LANGUAGES
from sayso.desk.page import OpenPage, Page
from sayso.desk.people.visit import (
    browser_of,
    check_unsigned,
    give_session,
    keep_secret,
    say,
    send_letters,
    status_of,
    user_of,
)
from sayso.desk.visitor import LANGUAGE
from sayso.errors import NotKnown, PeopleError, Refused, Slowed
from sayso.people import Role, User

router = APIRouter()

_DEEDS = 20  # the latest; the page of all data held has the rest


@router.get("/me")
def show_me(page: OpenPage) -> Response:
    """All that one can change about oneself."""
    return show_own_page(page, user_of(page))


@router.post("/me/name")
def change_name(page: OpenPage, form: TakeForm) -> Response:
    """Another name, which signs from now on."""
    user = user_of(page)

    def change() -> str:
        check_unsigned(page, form["name"], user=user)
        page.people.profiles.change_name(user, form["name"])
        return page.say("Your decisions are signed %(name)s from now on.", name=form["name"])

    return _try(page, user, change, at="name", given={"name": form["name"][:300]})


@router.post("/me/language")
def change_language(page: OpenPage, form: TakeForm) -> Response:
    """The language of the pages."""
    language = form["language"]
    if language not in LANGUAGES:
        return show_own_page(page, user_of(page), error=Refused("language", "Choose a language."))
    page.people.users.change_language(user_of(page).id, language)
    return page.like(page.go("/me#language"), LANGUAGE, language)


@router.post("/me/mail")
def ask_mail(page: OpenPage, form: TakeForm) -> Response:
    """Sends a link to the new address, and tells the old one."""
    user, mail = user_of(page), form["mail"]

    def change() -> str:
        page.people.profiles.ask_mail(user, mail, form["mail_password"], browser_of(page))
        return page.say("A letter is on its way to %(mail)s; open its link to confirm it.", mail=mail)

    fields = {"password": "mail_password"}
    return send_letters(page, _try(page, user, change, at="mail", fields=fields, given={"mail": mail[:300]}))


@router.get("/me/mail/{secret}")
def show_mail(page: OpenPage, secret: str) -> Response:
    """Asks for a press of a button: a mail program that looks at links must not confirm one."""
    user, mail = page.people.profiles.find_mail(secret)
    title = page.say("Confirm your mail address")
    return keep_secret(page.show("people/mail.html", title=title, secret=secret, name=user.name, mail=mail))


@router.post("/me/mail/{secret}")
def confirm_mail(page: OpenPage, form: TakeForm, secret: str) -> Response:
    """Uses the new address from now on."""
    user = page.people.profiles.confirm_mail(secret)
    notice = page.say("Your mail address is %(mail)s now.", mail=user.mail)
    return page.go("/me" if page.visitor.user else "/log-in", notice=notice)


@router.post("/me/password")
def change_password(page: OpenPage, form: TakeForm) -> Response:
    """A new password for the old; every other browser is logged out."""
    user = user_of(page)
    try:
        token = page.people.profiles.change_password(user, form["old"], form["password"], browser_of(page))
    except (Refused, Slowed) as error:
        return show_own_page(page, user, error=error, at="old")
    notice = page.say("Your password is changed. Every other browser was logged out.")
    return send_letters(page, give_session(page, page.go("/me#password", notice=notice), token))


@router.post("/me/sessions/{session_id}/end")
def end_session(page: OpenPage, form: TakeForm, session_id: str) -> Response:
    """Logs one of one's own browsers out."""
    if not page.people.sessions.end_one(user_of(page), session_id):
        raise NotKnown("There is no such session of yours; it may have ended by itself.")
    return page.go("/me#sessions", notice=page.say("That browser is logged out."))


def show_own_page(
    page: Page,
    user: User,
    *,
    error: PeopleError | None = None,
    at: str = "",
    fields: Mapping[str, str] | None = None,
    given: Mapping[str, str] | None = None,
    secret: str | None = None,
) -> Response:
    """One's own page. `error` stands next to its field (`at` where it names none), `secret` is a token made just now.

    `fields` says how the page calls a field, where two forms have one of the same name.
    """
    named = error.field if isinstance(error, Refused) else at
    people, session = page.people, page.visitor.session
    response = page.show(
        "people/me.html",
        status=status_of(error),
        title=page.say("Your page"),
        user=user,
        given={"name": user.name, "mail": "", "token": "", **(given or {})},
        wrong={(fields or {}).get(named, named): say(page, error)} if error else {},
        sessions=people.sessions.list(user),
        current=session.id if session else None,
        has_factor=people.factors.is_on(user),
        codes_left=people.factors.count_codes(user),
        tokens=people.tokens.list(user),
        secret=secret,
        roles=[role for role in Role if role <= user.role],
        deeds=people.audit.list(user, limit=_DEEDS),
        language=user.language or page.visitor.language,
    )
    if isinstance(error, Slowed):
        response.headers["Retry-After"] = str(error.seconds)
    return keep_secret(response) if secret else response


def _try(
    page: Page,
    user: User,
    change: Callable[[], str],
    *,
    at: str,
    given: Mapping[str, str],
    fields: Mapping[str, str] | None = None,
) -> Response:
    """Changes something and says so, or shows the page again with the reason next to its field."""
    try:
        return page.go(f"/me#{at}", notice=change())
    except (Refused, Slowed) as error:
        return show_own_page(page, user, error=error, at=at, fields=fields, given=given)
