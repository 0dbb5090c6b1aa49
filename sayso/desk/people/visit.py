"""Visit: what the pages about people share: whose browser it is, its cookie, and a refusal in its own language."""

from __future__ import annotations

from dataclasses import replace

from starlette.background import BackgroundTask
from starlette.responses import Response

from sayso.desk.page import Page
from sayso.desk.visitor import SESSION, remember
from sayso.errors import PeopleError, Refused, Slowed
from sayso.people import Browser, Role, User, describe_browser
from sayso.people.session import LONGEST
from sayso.people.user import fold

Wrong = dict[str, str]  # what to tell next to which field


def browser_of(page: Page) -> Browser:
    """Who knocks, as the entrance wants to know it."""
    agent = page.request.headers.get("user-agent", "")
    return Browser(page.visitor.address, describe_browser(agent), page.request.cookies.get(SESSION))


def give_session(page: Page, response: Response, token: str, *, stays: bool = False) -> Response:
    """Puts a session into the visitor's cookie: until the browser is closed, or as long as the session lasts."""
    seconds = int(LONGEST.total_seconds()) if stays else None
    remember(response, SESSION, token, page.request, seconds=seconds)
    return response


def renew(page: Page) -> tuple[Page, str]:
    """The page with a new session in place of the visitor's, so that its forms are bound to that one; and its token."""
    token = page.people.sessions.renew(page.request.cookies.get(SESSION, ""))
    session = page.people.sessions.find(token)
    return replace(page, visitor=replace(page.visitor, session=session)), token


def user_of(page: Page) -> User:
    """The user who is logged in. Raises NotLoggedIn for anybody else."""
    page.require(Role.READER)
    user = page.visitor.user
    assert user is not None  # noqa: S101 - said to the type checker; require has seen to it
    return user


def say(page: Page, error: PeopleError) -> str:
    """A refusal in the visitor's language."""
    if isinstance(error, Slowed):
        return page.say("Too many tries; wait %(seconds)s seconds, then try again.", seconds=error.seconds)
    return page.say(str(error))


def status_of(error: PeopleError | None) -> int:
    """The status of a page that shows its form again."""
    if error is None:
        return 200
    return 429 if isinstance(error, Slowed) else 400


def send_letters(page: Page, response: Response) -> Response:
    """Sends what waits once the page has gone: nobody waits for a mail server, or can tell whether a letter left."""
    response.background = BackgroundTask(page.people.outbox.deliver)
    return response


def keep_secret(response: Response) -> Response:
    """A page that shows a secret once is kept by no browser."""
    response.headers["Cache-Control"] = "no-store"
    return response


def check_unsigned(page: Page, name: str, *, user: User | None = None) -> None:
    """Raises Refused when somebody else signed decisions of the record with a name: its taker would seem to be them."""
    if user is not None and page.people.users.is_name_of(user.id, name):
        return
    if any(fold(decision.by) == fold(name) for decision in page.record.decisions()):
        raise Refused(
            "name",
            "Decisions of this record are signed with this name; choose another, or ask an owner to add you by it.",
        )
