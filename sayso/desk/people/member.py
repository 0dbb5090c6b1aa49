"""Member: for owners: who belongs to the desk, invitations, roles, closed accounts, and what holds for all."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from sayso.desk.form import TakeForm
from sayso.desk.page import OpenPage, Page
from sayso.desk.people.visit import keep_secret, say, send_letters, status_of, user_of
from sayso.errors import Refused
from sayso.people import Role, User

router = APIRouter()

_DEEDS = 50


@router.get("/people")
def show_people(page: OpenPage) -> Response:
    """The members, the invitations that wait, the settings, and what was done of late."""
    return _show(page, _owner_of(page))


@router.post("/people/invite")
def invite(page: OpenPage, form: TakeForm) -> Response:
    """Makes an invitation, mails it where an address is given, and shows its link this once."""
    owner, mail = _owner_of(page), form.get("mail")
    try:
        secret = page.people.invitations.invite(owner, role=Role.named(form["role"]), mail=mail or None)
    except Refused as error:
        return _show(page, owner, error=error, mail=mail[:300])
    link = f"{page.people.settings.load().address}/sign-up?invitation={secret}"
    return send_letters(page, keep_secret(_show(page, owner, link=link, sent_to=mail)))


@router.post("/people/invitations/{link_id}/withdraw")
def withdraw(page: OpenPage, form: TakeForm, link_id: str) -> Response:
    """Ends an invitation that was not taken yet."""
    page.people.invitations.withdraw(_owner_of(page), link_id)
    return page.go("/people#invitations", notice=page.say("The invitation works no more."))


@router.post("/people/{user_id}/role")
def change_role(page: OpenPage, form: TakeForm, user_id: str) -> Response:
    """Gives a member other rights; they have to log in again."""
    owner = _owner_of(page)
    try:
        user = page.people.members.change_role(user_id, Role.named(form["role"]), by=owner)
    except Refused as error:
        return _show(page, owner, error=error, of=user_id)
    said = {"name": user.name, "role": page.say(user.role.word)}
    return page.go("/people", notice=page.say("%(name)s has the role %(role)s now.", **said))


@router.post("/people/{user_id}/close")
def close(page: OpenPage, form: TakeForm, user_id: str) -> Response:
    """Closes an account; what it decided stands."""
    owner = _owner_of(page)
    try:
        user = page.people.members.close(user_id, by=owner)
    except Refused as error:
        return _show(page, owner, error=error, of=user_id)
    return page.go("/people", notice=page.say("The account of %(name)s is closed.", name=user.name))


@router.post("/people/{user_id}/open")
def open_again(page: OpenPage, form: TakeForm, user_id: str) -> Response:
    """Opens a closed account."""
    user = page.people.members.open_again(user_id, by=_owner_of(page))
    return page.go("/people", notice=page.say("The account of %(name)s is open again.", name=user.name))


@router.post("/people/settings")
def change_settings(page: OpenPage, form: TakeForm) -> Response:
    """What holds for the whole desk."""
    owner = _owner_of(page)
    is_open, members_only = form.get("sign_up") == "open", bool(form.get("members_only"))
    try:
        page.people.members.change_settings(by=owner, name=form["desk"], is_open=is_open, members_only=members_only)
    except Refused as error:
        return _show(page, owner, error=error)
    return page.go("/people#settings", notice=page.say("The settings are kept."))


def _owner_of(page: Page) -> User:
    page.require(Role.OWNER)
    return user_of(page)


def _show(
    page: Page,
    owner: User,
    *,
    error: Refused | None = None,
    of: str | None = None,
    mail: str = "",
    link: str | None = None,
    sent_to: str = "",
) -> Response:
    """The page; `error` stands next to its field, on the row of the member `of`; `link` was made just now."""
    people = page.people
    field = f"role-{of}" if error and of else error.field if error else ""
    return page.show(
        "people/people.html",
        status=status_of(error),
        title=page.say("People"),
        owner=owner,
        users=people.users.list(),
        invitations=people.invitations.list(),
        settings=people.settings.load(),
        deeds=people.audit.list(limit=_DEEDS),
        roles=list(Role),
        given={"mail": mail},
        wrong={field: say(page, error)} if error else {},
        link=link,
        sent_to=sent_to,
    )
