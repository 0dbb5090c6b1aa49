"""One http or https address: what its server answers, redirects followed one checked step at a time."""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus

import httpx

from sayso.acquire.address import Resolve, choose_address, resolve
from sayso.errors import UnreachableInput, UnusableInput
from sayso.model.capture import Capture
from sayso.model.limits import Limits

_PORTS = {"http": 80, "https": 443}
#: The body is kept as httpx decodes it, so these no longer describe it.
_UNTRUE_ONCE_DECODED = {"content-encoding", "transfer-encoding", "content-length"}


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    redirect: str | None


def fetch(
    address: str,
    *,
    limits: Limits,
    now: Callable[[], datetime],
    resolve: Resolve = resolve,
    transport: httpx.BaseTransport | None = None,
) -> Capture:
    """What stands at `address`; `resolve` and `transport` stand for the network in tests.

    Proxies and credentials of the environment are not used: the connection goes to the address
    that was checked. Raises UnreachableInput when the address may not be asked, does not answer in
    time or answers with a failure, UnusableInput when the answer is empty or over the size limit.
    """
    deadline = time.monotonic() + limits.seconds
    at = address
    with httpx.Client(transport=transport, trust_env=False, follow_redirects=False) as client:
        for _ in range(limits.redirects + 1):
            answer = _ask(client, address, at, limits=limits, deadline=deadline, resolve=resolve)
            if answer.redirect is None:
                return _capture(address, at, answer, now())
            at = answer.redirect
    raise UnreachableInput(address, f"leads on more than {limits.redirects} times; give the address it leads to")


def _ask(client: httpx.Client, address: str, at: str, *, limits: Limits, deadline: float, resolve: Resolve) -> _Answer:
    """One step: the connection goes to a checked address, Host and certificate stay those of the name."""
    url = _parse(address, at)
    port = url.port or _PORTS[url.scheme]
    chosen = choose_address(address, url.host, port, limits=limits, resolve=resolve)
    request = client.build_request(
        "GET",
        url.copy_with(host=chosen),
        headers={"Host": url.netloc.decode("ascii"), "User-Agent": limits.user_agent, "Accept-Encoding": "identity"},
        extensions={"sni_hostname": url.raw_host.decode("ascii")},
        timeout=max(0.001, deadline - time.monotonic()),
    )
    try:
        response = client.send(request, stream=True)
        try:
            return _take(response, url, address, limits=limits, deadline=deadline)
        finally:
            response.close()
    except httpx.TimeoutException as error:
        raise _late(address, limits) from error
    except (httpx.HTTPError, httpx.InvalidURL, ssl.SSLError, OSError) as error:
        raise UnreachableInput(address, f"does not answer ({_reason(error)}); try again later") from error


def _parse(address: str, at: str) -> httpx.URL:
    try:
        url = httpx.URL(at)
    except httpx.InvalidURL as error:
        raise UnreachableInput(address, "is no address that can be asked; check its spelling") from error
    if url.scheme not in _PORTS or not url.host:
        raise UnreachableInput(address, f"leads to {at}, which is no http or https address; check its spelling")
    if url.userinfo:
        raise UnreachableInput(address, "carries a user name or password; give the address without it")
    return url


def _take(response: httpx.Response, url: httpx.URL, address: str, *, limits: Limits, deadline: float) -> _Answer:
    headers = tuple(
        (name.lower(), value) for name, value in response.headers.items() if name.lower() not in _UNTRUE_ONCE_DECODED
    )
    if response.has_redirect_location:
        return _Answer(response.status_code, headers, b"", str(url.join(response.headers["location"])))
    if not response.is_success:
        raise UnreachableInput(address, f"answers {_status(response.status_code)}; check the address")
    return _Answer(response.status_code, headers, _read(response, address, limits=limits, deadline=deadline), None)


def _read(response: httpx.Response, address: str, *, limits: Limits, deadline: float) -> bytes:
    body = bytearray()
    for chunk in response.iter_bytes():
        body += chunk
        if len(body) > limits.max_bytes:
            raise UnusableInput(address, f"is over {limits.size}; save the report as a file and give that")
        if time.monotonic() > deadline:
            raise _late(address, limits)
    if not body:
        raise UnusableInput(address, "answers with an empty page; give an address with text")
    return bytes(body)


def _capture(address: str, at: str, answer: _Answer, acquired: datetime) -> Capture:
    media_type = media_type_of(answer.headers)
    final = "" if at == address else at
    return Capture(address, answer.body, acquired, media_type, final_address=final, headers=answer.headers)


def media_type_of(headers: tuple[tuple[str, str], ...]) -> str:
    """The media type a server states, without its parameters; "application/octet-stream" if it states none."""
    stated = dict(headers).get("content-type", "")
    return stated.partition(";")[0].strip().lower() or "application/octet-stream"


def _late(address: str, limits: Limits) -> UnreachableInput:
    return UnreachableInput(address, f"did not answer within {limits.seconds:g} seconds; try again later")


def _status(code: int) -> str:
    try:
        return f"{code} ({HTTPStatus(code).phrase})"
    except ValueError:
        return str(code)


def _reason(error: Exception) -> str:
    text = str(error).strip() or type(error).__name__
    return text.rstrip(".")
