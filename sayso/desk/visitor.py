"""The visitor: who asks for a page, what they may do, and how they like to see it."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from sayso.desk.language import choose_language, direction_of
from sayso.desk.office import Office
from sayso.people import Role, Session, User

SESSION, VISIT = "sayso_session", "sayso_visit"  # cookies: who is logged in; whose forms these are before that
LANGUAGE, THEME = "sayso_language", "sayso_theme"
THEMES = ("light", "dark")
_FOREVER_SECONDS = 400 * 24 * 3600  # the most that browsers keep


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody with a session, or without one (`user` None). `visit` ties forms to this browser alone."""

    user: User | None
    session: Session | None
    visit: str
    is_new: bool
    language: str
    theme: str | None
    address: str

    @property
    def role(self) -> Role | None:
        """What they may do; None without log-in."""
        return self.user.role if self.user else None

    @property
    def name(self) -> str:
        """The name that signs what they decide; empty without log-in."""
        return self.user.name if self.user else ""

    @property
    def direction(self) -> str:
        """Which way their pages run."""
        return direction_of(self.language)

    def is_at_least(self, role: Role) -> bool:
        """Whether they are logged in with that role or more."""
        return self.user is not None and self.user.role >= role


def find_visitor(request: Request, office: Office) -> Visitor:
    """Who asks, by their cookies; a session that is over is none."""
    token = request.cookies.get(SESSION, "")
    session = office.people.sessions.find(token)
    user = session.user if session else None
    visit = request.cookies.get(VISIT, "")
    known = 16 <= len(visit) <= 64 and visit.isalnum()
    theme = request.cookies.get(THEME)
    return Visitor(
        user=user,
        session=session,
        visit=visit if known else secrets.token_hex(16),
        is_new=not known,
        language=choose_language(
            request.cookies.get(LANGUAGE), user.language if user else None, request.headers.get("accept-language")
        ),
        theme=theme if theme in THEMES else None,
        address=request.client.host if request.client else "",
    )


def remember(response: Response, name: str, value: str, request: Request, *, seconds: int | None = None) -> None:
    """Sets a cookie that no script reads and no other site sends."""
    response.set_cookie(
        name, value, max_age=seconds, httponly=True, samesite="lax", secure=request.url.scheme == "https", path="/"
    )


def remember_taste(response: Response, name: str, value: str, request: Request) -> None:
    """Sets a cookie on how somebody likes to see pages."""
    remember(response, name, value, request, seconds=_FOREVER_SECONDS)
