"""Token: what one's own programs show at the API."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from sayso.desk.form import TakeForm
from sayso.desk.page import OpenPage
from sayso.desk.people.me import show_own_page
from sayso.desk.people.visit import user_of
from sayso.errors import Refused
from sayso.people import Role

router = APIRouter()

_CALLED = {"name": "token", "role": "token_role"}  # what one's own page calls the fields


@router.post("/me/tokens")
def add_token(page: OpenPage, form: TakeForm) -> Response:
    """Makes a token and shows its secret this once."""
    user = user_of(page)
    try:
        _, secret = page.people.profiles.add_token(user, form["token"], Role.named(form["token_role"]))
    except Refused as error:
        return show_own_page(page, user, error=error, fields=_CALLED, given={"token": form["token"][:100]})
    return show_own_page(page, user, secret=secret)


@router.post("/me/tokens/{token_id}/end")
def end_token(page: OpenPage, form: TakeForm, token_id: str) -> Response:
    """Ends one of one's own tokens."""
    page.people.profiles.end_token(user_of(page), token_id)
    return page.go("/me#tokens", notice=page.say("That token works no more."))
