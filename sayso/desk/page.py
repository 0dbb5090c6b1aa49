"""The page: what an endpoint works with to answer one visitor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, TypeVar
from urllib.parse import quote

from fastapi import Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from markupsafe import Markup
from starlette.responses import Response

from sayso.desk.language import LANGUAGES, load_messages, load_templates
from sayso.desk.notice import NOTICE, read_notice, write_notice
from sayso.desk.office import Office
from sayso.desk.refusal import NotLoggedIn
from sayso.desk.visitor import VISIT, Visitor, find_visitor, remember, remember_taste
from sayso.errors import NotAllowed
from sayso.model.knowledge import Knowledge
from sayso.model.veil import veil_of
from sayso.model.withholding import Clearance
from sayso.people import People, Role
from sayso.record import Record

_Thing = TypeVar("_Thing")

#: What somebody reads whose role is too small for a page.
NEEDED = "This takes the role {role}; an owner of this desk can give it to you."


@dataclass(frozen=True, slots=True)
class Page:
    """One visitor's question and all that is needed to answer it."""

    request: Request
    office: Office
    visitor: Visitor

    @property
    def clearance(self) -> Clearance:
        """Whether the visitor sees what is withheld: reviewers and owners do."""
        return Clearance.WHOLE if self.visitor.is_at_least(Role.REVIEWER) else Clearance.OPEN

    @property
    def record(self) -> Record:
        """The record as this visitor may see it. What a job works on is `office.record`, the whole."""
        return self.office.record.cleared(self.clearance)

    def cover(self, thing: _Thing) -> _Thing:
        """What people wrote beside the record, without words that are withheld from this visitor."""
        if self.clearance is Clearance.WHOLE:
            return thing
        return veil_of(self.office.record.withheld().words).over(thing)

    @property
    def people(self) -> People:
        """Users and what they keep for themselves."""
        return self.office.people

    @property
    def knowledge(self) -> Knowledge:
        """The known things, as persons decided them."""
        return self.office.knowledge()

    def require(self, role: Role) -> None:
        """Lets only those go on who have this role or more. Raises NotLoggedIn or NotAllowed."""
        if self.visitor.user is None:
            raise NotLoggedIn(self.here)
        if not self.visitor.is_at_least(role):
            raise NotAllowed(NEEDED.format(role=role.word))

    @property
    def here(self) -> str:
        """The address of this page, within the desk."""
        question = self.request.url.query
        return self.request.url.path + (f"?{question}" if question else "")

    @property
    def is_part(self) -> bool:
        """Whether htmx asks for a part of a page."""
        return self.request.headers.get("hx-request") == "true"

    def say(self, message: str, **values: object) -> str:
        """A message in the visitor's language; `%(name)s` in it stands for a value."""
        said = load_messages(self.visitor.language).gettext(message)
        return said % values if values else said

    def show(self, template: str, *, status: int = 200, **values: Any) -> Response:
        """The page of a template. `title` should be among the values; `crumbs` are (words, address) to above it."""
        environment = load_templates(self.visitor.language)
        text = environment.get_template(template).render({"title": None, "crumbs": (), **self._common(), **values})
        response = HTMLResponse(text, status)
        if self.visitor.is_new:
            remember(response, VISIT, self.visitor.visit, self.request)
        if self.request.cookies.get(NOTICE):
            response.delete_cookie(NOTICE)
        response.headers["Vary"] = "Cookie, Accept-Language, HX-Request"
        return response

    def go(self, address: str, *, notice: str | None = None) -> Response:
        """Leads to another page of the desk after a post; `notice` (translated) is shown there once."""
        response = RedirectResponse(address, 303)
        if notice:
            remember(response, NOTICE, write_notice(notice), self.request, seconds=60)
        return response

    def like(self, response: Response, name: str, value: str) -> Response:
        """Keeps a matter of taste in a cookie."""
        remember_taste(response, name, value, self.request)
        return response

    def form_token(self) -> Markup:
        """The hidden field that every form that posts must have: bound to this visitor, good once."""
        token = self.people.forms.issue(form_binding(self))
        return Markup('<input type="hidden" name="form" value="{}">').format(token)

    def _common(self) -> dict[str, Any]:
        return {
            "page": self,
            "visitor": self.visitor,
            "Role": Role,
            "languages": LANGUAGES,
            "form_token": self.form_token,
            "here": self.here,
            "here_quoted": quote(self.here, safe=""),
            "notice": read_notice(self.request.cookies.get(NOTICE)),
            "desk_name": self.people.settings.load().name,
        }


def form_binding(page: Page) -> str:
    """What the forms of a visitor are bound to: the session, else this browser's visit."""
    session = page.visitor.session
    return session.id if session else page.visitor.visit


def open_page(request: Request) -> Page:
    """The page of a request. Raises NotLoggedIn where only members may read."""
    office: Office = request.app.state.office
    page = Page(request, office, find_visitor(request, office))
    if page.visitor.user is None and not _is_open(request.url.path) and office.people.settings.load().members_only:
        raise NotLoggedIn(page.here)
    return page


def _is_open(path: str) -> bool:
    """Pages that people must reach before they can log in."""
    return path.startswith(("/log-in", "/sign-up", "/forgotten", "/reset", "/privacy", "/look"))


OpenPage = Annotated[Page, Depends(open_page)]
