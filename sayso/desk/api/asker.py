"""Asker: the program that asks, what it may see, and whether it has the answer already."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Coroutine, Iterable
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Depends, Request
from fastapi.routing import APIRoute
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from starlette.responses import JSONResponse, Response

from sayso import __version__
from sayso.desk.office import Office
from sayso.desk.visitor import find_visitor
from sayso.errors import BadLogIn
from sayso.model.rows import Row
from sayso.model.withholding import Clearance
from sayso.people import Role
from sayso.record import Record

_bearer = HTTPBearer(
    auto_error=False, description="A token that you make at /me; without one you see what anybody sees."
)


@dataclass(frozen=True, slots=True)
class Asker:
    """One question. `tag` names its answer: the same as long as the record and what may be seen stay the same."""

    request: Request
    office: Office
    role: Role | None
    tag: str

    @property
    def clearance(self) -> Clearance:
        """Whether the asker sees what is withheld: reviewers and owners do."""
        return Clearance.WHOLE if self.role is not None and self.role >= Role.REVIEWER else Clearance.OPEN

    @property
    def record(self) -> Record:
        """The record as the asker may see it."""
        return self.office.record.cleared(self.clearance)

    def answer(self, body: Row) -> Response:
        """The answer, with its tag; where it has a `next`, also as a link in the header."""
        response = JSONResponse(body, headers={"ETag": self.tag, "Vary": "Authorization, Cookie"})
        if body.get("next"):
            response.headers["Link"] = f'<{body["next"]}>; rel="next"'
        return response

    def page_of(self, rows: Iterable[Row], *, total: int, number: int, per_page: int) -> Response:
        """One page of rows that are all at hand or were asked for by page."""
        following = str(self.request.url.include_query_params(page=number + 1)) if number * per_page < total else None
        return self.answer({"rows": list(rows), "total": total, "page": number, "next": _within(following)})


class Unchanged(Exception):
    """The asker has this answer."""

    def __init__(self, tag: str) -> None:
        super().__init__(tag)
        self.tag = tag


class Answering(APIRoute):
    """A route that answers with nothing but the tag where the asker has the answer already."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The route's own handler, with that answer around it."""
        handle = super().get_route_handler()

        async def answer(request: Request) -> Response:
            try:
                return await handle(request)
            except Unchanged as same:
                return Response(status_code=304, headers={"ETag": same.tag, "Vary": "Authorization, Cookie"})

        return answer


def open_asker(
    request: Request, shown: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)] = None
) -> Asker:
    """Who asks: by token, else by session, else anybody. Raises BadLogIn for a token that opens nothing.

    Where only members may read pages, only members may ask.
    """
    office: Office = request.app.state.office
    role = _find_role(request, office, shown.credentials if shown else None)
    if role is None and office.people.settings.load().members_only:
        raise BadLogIn("This desk is read by its members; send a token of yours as 'Authorization: Bearer …'.")
    tag = _make_tag(request, office, role)
    if tag in request.headers.get("if-none-match", ""):
        raise Unchanged(tag)
    return Asker(request, office, role, tag)


AnyAsker = Annotated[Asker, Depends(open_asker)]


def _find_role(request: Request, office: Office, secret: str | None) -> Role | None:
    if secret is None:
        return find_visitor(request, office).role
    token = office.people.tokens.find(secret)
    if token is None:
        raise BadLogIn("This token opens nothing here; it was ended, or copied in part. Make a new one at /me.")
    return min(token.role, token.user.role)


def _make_tag(request: Request, office: Office, role: Role | None) -> str:
    """Names an answer by all that it follows from: release, acts on the record, question, clearance."""
    sees_all = role is not None and role >= Role.REVIEWER
    record = office.record
    parts = (__version__, record.fingerprint, record.latest_change(), sees_all, request.url.path, request.url.query)
    return f'W/"{hashlib.sha256(repr(parts).encode()).hexdigest()[:24]}"'


def _within(address: str | None) -> str | None:
    """An address without its scheme and host, as the asker may know this desk by another name."""
    return address and "/" + address.split("/", 3)[3]
