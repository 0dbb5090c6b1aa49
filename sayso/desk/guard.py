"""The guard: what every answer of the desk carries, and what no question may bring.

The content security policy allows nothing but the desk's own files: no script or style in the page, none from
elsewhere. Source of the header set: OWASP's secure headers project.
"""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

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


class Guard:
    """ASGI middleware: headers on every answer; questions and bodies beyond all use are refused in a sentence."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuses what is too large, else lets it through and adds the headers."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                if not scope["path"].startswith("/static/"):
                    headers.setdefault("Cache-Control", "private, no-cache")
            await send(message)

        refusal = _refuse(scope)
        await (refusal or self._app)(scope, _Metered(receive), send_guarded)


class TooLarge(Exception):
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
            raise TooLarge
        return message


def _refuse(scope: Scope) -> PlainTextResponse | None:
    if len(scope["query_string"]) > LONGEST_QUESTION or len(scope["path"]) > LONGEST_QUESTION:
        return PlainTextResponse(
            "This address is longer than the desk takes; search for fewer words, or use the words alone.", 414
        )
    length = next((value for name, value in scope["headers"] if name == b"content-length"), b"0")
    if length.isdigit() and int(length) > LARGEST_BODY:
        return PlainTextResponse("This is more than the desk takes at once; give large files to 'sayso read'.", 413)
    return None
