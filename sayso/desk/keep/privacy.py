"""Privacy: what is kept about whom, for how long and why; all data on oneself; and leaving."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from fastapi import APIRouter
from starlette.responses import Response

from sayso.desk.form import TakeForm
from sayso.desk.keep.collection import require_user
from sayso.desk.keep.kept import KEPT, Keeping
from sayso.desk.page import OpenPage, Page
from sayso.desk.visitor import SESSION
from sayso.errors import UsageError
from sayso.people import User
from sayso.people.held import Held, forget, list_held

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Line:
    """One table of the people's file in words."""

    name: str
    keeping: Keeping


@router.get("/privacy")
def show_privacy(page: OpenPage) -> Response:
    """What the desk keeps, from its real tables."""
    lines = [Line(name, keeping) for name, keeping in KEPT.items()]
    return page.show("keep/privacy.html", title=page.say("Privacy"), lines=lines)


@router.get("/me/data")
def show_data(page: OpenPage) -> Response:
    """All that is held on the visitor."""
    user = require_user(page)
    return page.show(
        "keep/data.html",
        title=page.say("All data held on you"),
        crumbs=((user.name, "/me"),),
        held=list_held(page.people.store, user),
        signed=_signed(page, user),
        kept=KEPT,
    )


@router.get("/me/data.json")
def export_data(page: OpenPage) -> Response:
    """The same as JSON, to take along."""
    user = require_user(page)
    told = {"held": _write(list_held(page.people.store, user)), "signed_decisions": _signed(page, user)}
    headers = {"Content-Disposition": 'attachment; filename="my-data.json"', "Cache-Control": "no-store"}
    return Response(json.dumps(told, ensure_ascii=False, indent=1), media_type="application/json", headers=headers)


@router.get("/me/leave")
def ask_to_leave(page: OpenPage) -> Response:
    """What goes and what stays when somebody leaves."""
    user = require_user(page)
    return page.show(
        "keep/leave.html",
        title=page.say("Delete your account"),
        crumbs=((user.name, "/me"),),
        signed=len(_signed(page, user)),
    )


@router.post("/me/leave")
def leave(page: OpenPage, form: TakeForm) -> Response:
    """Deletes the account. Raises Refused for the last owner."""
    user = require_user(page)
    if form.get("name") != user.name:
        raise UsageError(page.say("Write your name as it stands there, so that nothing is deleted by a slip."))
    page.people.members.close(user.id, by=user)
    forget(page.people.store, user)
    page.people.clean()
    if form.get("pseudonym"):
        page.office.record.rename_signer(user.name, f"former member {user.id[:6]}")
    response = page.go("/", notice=page.say("Your account and what was kept for it are deleted."))
    response.delete_cookie(SESSION)
    return response


def _signed(page: Page, user: User) -> list[Mapping[str, str]]:
    """The decisions that bear the user's name."""
    return [
        {"id": each.id, "kind": str(each.kind), "at": each.at.isoformat(), "because": each.because}
        for each in page.record.decisions()
        if each.by == user.name
    ]


def _write(held: tuple[Held, ...]) -> Mapping[str, object]:
    return {each.table: list(each.rows) for each in held}
