"""The application: all rooms of the desk under one roof."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.staticfiles import StaticFiles

from sayso import __version__
from sayso.desk import actor, adding, api, check, event, home, keep, people, place, report, search, source
from sayso.desk.guard import Guard
from sayso.desk.language import N_
from sayso.desk.office import Office
from sayso.desk.page import Page
from sayso.desk.refusal import NotLoggedIn
from sayso.desk.visitor import find_visitor
from sayso.errors import (
    BadLink,
    BadLogIn,
    FormError,
    NotAllowed,
    NotInRecord,
    NotKnown,
    RecordError,
    Replayed,
    SaysoError,
    Slowed,
)

#: The status of each family of errors, the narrower before the wider; of all others it is 400.
_STATUS: dict[type[SaysoError], int] = {
    NotInRecord: 404,
    RecordError: 503,
    NotKnown: 404,
    NotLoggedIn: 401,
    NotAllowed: 403,
    BadLogIn: 401,
    BadLink: 410,
    Slowed: 429,
    Replayed: 409,
    FormError: 403,
}
_SLOWED = N_("Too many tries; wait %(seconds)s seconds, then try again.")
_NO_PAGE = N_("There is no such page on this desk; search for it, or begin at the first page.")
_NOT_TAKEN = N_("This address does not take what was sent; go back and use the page's own form.")

ROOMS = (
    home.router,
    keep.router,
    actor.router,
    adding.router,
    check.router,
    event.router,
    people.router,
    place.router,
    report.router,
    search.router,
    source.router,
)


def create_app(office: Office) -> FastAPI:
    """The desk on an office that is open: pages, and the API beside them."""
    app = FastAPI(title="Sayso", version=__version__, docs_url=None, redoc_url=None, openapi_url="/api/v1/openapi.json")
    app.state.office = office
    for room in ROOMS:
        app.include_router(room, include_in_schema=False)
    app.include_router(api.router)
    # Only what is the same for everybody is compressed: a page bears tokens, which its length must not tell.
    app.mount("/static", GZipMiddleware(StaticFiles(directory=Path(__file__).parent / "static")), name="static")
    app.add_exception_handler(SaysoError, _show_error)  # type: ignore[arg-type]
    app.add_exception_handler(RequestValidationError, _show_nonsense)
    app.add_exception_handler(HTTPException, _show_missing)  # type: ignore[arg-type]
    app.add_middleware(Guard)
    return app


def _show_error(request: Request, error: SaysoError) -> Response:
    if isinstance(error, NotLoggedIn) and request.method == "GET" and not _is_api(request):
        return RedirectResponse(f"/log-in?next={quote(error.here, safe='')}", 303)
    status = next((status for family, status in _STATUS.items() if isinstance(error, family)), 400)
    if isinstance(error, Slowed):
        response = _tell(request, _SLOWED, status, seconds=error.seconds)
        response.headers["Retry-After"] = str(error.seconds)
        return response
    return _tell(request, str(error), status)


def _show_nonsense(request: Request, error: Exception) -> Response:
    return _tell(request, "This address has a value that means nothing here; go back, or begin at the first page.", 400)


def _show_missing(request: Request, error: HTTPException) -> Response:
    if error.status_code == 404:
        return _tell(request, _NO_PAGE, 404)
    if error.status_code == 405:
        return _tell(request, _NOT_TAKEN, 405)
    return _tell(request, str(error.detail), error.status_code)


def _tell(request: Request, sentence: str, status: int, **values: object) -> Response:
    """One sentence as a page, in the visitor's language if there is a translation; or as JSON where a program asks."""
    if _is_api(request):
        return JSONResponse({"error": sentence % values if values else sentence}, status)
    office: Office = request.app.state.office
    page = Page(request, office, find_visitor(request, office))
    said = page.say(sentence, **values)
    return page.show(
        "sentence.html",
        status=status,
        title=page.say("Not possible"),
        sentence=said,
        is_said=page.visitor.language == "en" or said != sentence,
        code=status,
    )


def _is_api(request: Request) -> bool:
    return request.url.path.startswith("/api/")
