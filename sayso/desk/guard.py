"""The guard: what every answer of the desk carries, and what no question may bring.

The content security policy allows nothing but the desk's own files: no script or style in the page, none from
elsewhere. Source of the header set: OWASP's secure headers project.
"""

from __future__ import annotations

import logging

from starlette.datastructures import MutableHeaders
from starlette.responses import HTMLResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

log = logging.getLogger(__name__)

#: `blob:` is for the map's worker and for pictures that it draws; nothing else is let in.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self' blob:; manifest-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)

HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
}

LONGEST_QUESTION = 16_384  # bytes of a query string: the longest search that the desk takes is far below
LARGEST_BODY = 64 * 1024 * 1024  # bytes: a saved page with its pictures is below; a larger file goes by `sayso read`

_LONG = "This address is longer than the desk takes; search for fewer words."
_MUCH = "This is more than the desk takes at once; give large files to 'sayso read'."
_FAULT = "The desk failed on this page; the fault is in its log. Nothing that was kept is lost."


class Guard:
    """ASGI middleware: headers on every answer; questions and bodies beyond all use are refused in a sentence."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuses what is too large, else lets it through and adds the headers."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        has_begun = False

        async def send_guarded(message: Message) -> None:
            nonlocal has_begun
            has_begun = True
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                is_ours = scope["path"].startswith("/static/")
                headers.setdefault("Cache-Control", "public, max-age=600" if is_ours else "private, no-cache")
            await send(message)

        answer = _refuse(scope) or self._app
        try:
            await answer(scope, _Metered(receive), send_guarded)
        except _TooLarge:
            await _tell(_MUCH, 413)(scope, receive, send_guarded)
        except Exception:
            log.exception("%s %s failed", scope["method"], scope["path"])
            if has_begun:  # half an answer is out: nothing can be told any more
                raise
            await _tell(_FAULT, 500)(scope, receive, send_guarded)


class _TooLarge(Exception):
    """A body that goes on beyond what the desk takes, whatever it said of its length."""


class _Metered:
    """Receives a body and stops it at the limit."""

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._taken = 0

    async def __call__(self) -> Message:
        message = await self._receive()
        self._taken += len(message.get("body", b""))
        if self._taken > LARGEST_BODY:
            raise _TooLarge
        return message


def _refuse(scope: Scope) -> Response | None:
    if len(scope["query_string"]) > LONGEST_QUESTION or len(scope["path"]) > LONGEST_QUESTION:
        return _tell(_LONG, 414)
    length = next((value for name, value in scope["headers"] if name == b"content-length"), b"0")
    return _tell(_MUCH, 413) if length.isdigit() and int(length) > LARGEST_BODY else None


def _tell(sentence: str, status: int) -> Response:
    """A page that needs nothing of the desk: it may be the desk that failed."""
    page = f'<!doctype html><html lang="en"><title>Not possible</title><main><h1>Not possible</h1><p>{sentence}</main>'
    return HTMLResponse(page, status)
