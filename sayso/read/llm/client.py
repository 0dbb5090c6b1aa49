"""Client: the one place of this reader that touches the network. It asks, waits, asks again, limits what it takes."""

from __future__ import annotations

import json
import logging
import ssl
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from http import HTTPStatus

import httpx

from sayso.errors import EndpointError, NoAnswer
from sayso.read.llm.endpoint import Endpoint
from sayso.read.llm.failure import RequestRefusedError
from sayso.read.llm.rejected import make_printable

log = logging.getLogger(__name__)

FIRST_WAIT_SECONDS = 1.0  # doubled with each try
LONGEST_WAIT_SECONDS = 60.0
_USER_AGENT = "sayso/0.1 (reads news reports for a sourced record)"
_MOST_COMPLAINT_BYTES = 20_000
_SHOWN = 200  # characters of an endpoint's complaint

_REFUSED = frozenset({400, 422})
_LOCKED = frozenset({401, 403})
_PASSING = frozenset({408, 409, 425, 429})


class _PassingError(Exception):
    """A failure that may be gone at the next try; `wait_seconds` is what the endpoint asks for, None if nothing."""

    def __init__(self, what: str, *, wait_seconds: float | None = None, is_unreachable: bool = False) -> None:
        super().__init__(what)
        self.wait_seconds, self.is_unreachable = wait_seconds, is_unreachable


class Client:
    """Asks one endpoint. Proxies, netrc and certificates of the environment are not used; redirects are not followed.

    `sleep` and `now` stand for the clock in tests.
    """

    def __init__(
        self,
        endpoint: Endpoint,
        *,
        sleep: Callable[[float], None] = time.sleep,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._endpoint, self._sleep, self._now = endpoint, sleep, now

    def post(self, body: Mapping[str, object], *, count: Callable[[bool], None]) -> bytes:
        """The answer's bytes. `count` is told of every request as it goes out, true for one that goes out again.

        Failures that may pass (429, 5xx, no answer in time, no connection) are tried again, after the time that the
        endpoint asks for, else 1, 2, 4 … seconds. Raises RequestRefusedError (400, 422), EndpointError where asking
        on is of no use, NoAnswer when all tries failed or the answer is too large.
        """
        content = json.dumps(body).encode("ascii")
        for tried in range(self._endpoint.retries + 1):
            count(tried > 0)
            try:
                return self._try(content)
            except _PassingError as failure:
                wait = self._choose_wait(failure, tried)
                if tried == self._endpoint.retries:
                    raise self._give_up(failure) from failure
                log.info("try %d of the endpoint: %s; waiting %.1f s", tried + 1, failure, wait)
                self._sleep(wait)
        raise AssertionError("a range of at least one try always returns or raises")

    def _try(self, content: bytes) -> bytes:
        deadline = time.monotonic() + self._endpoint.timeout_seconds
        try:
            with (
                self._open() as client,
                client.stream("POST", self._endpoint.address, content=content, headers=self._headers()) as response,
            ):
                self._check(response, deadline)
                return self._read(response, deadline=deadline, most=self._endpoint.max_bytes)
        except httpx.TimeoutException as error:
            raise self._late() from error
        except (httpx.HTTPError, httpx.InvalidURL, ssl.SSLError, OSError) as error:
            unreachable = isinstance(error, httpx.ConnectError | httpx.InvalidURL)
            raise _PassingError(f"does not answer ({type(error).__name__})", is_unreachable=unreachable) from error

    def _open(self) -> httpx.Client:
        return httpx.Client(
            verify=_load_certificates(),
            trust_env=False,
            follow_redirects=False,
            timeout=self._endpoint.timeout_seconds,
        )

    def _headers(self) -> dict[str, str]:
        headers = {
            "Content-Type": "application/json",
            "Accept": "application/json",
            "Accept-Encoding": "identity",
            "User-Agent": _USER_AGENT,
        }
        if self._endpoint.key:
            headers["Authorization"] = f"Bearer {self._endpoint.key}"
        return headers

    def _check(self, response: httpx.Response, deadline: float) -> None:
        """Raises what a status other than success means."""
        status = response.status_code
        if response.is_success:
            return
        if status in _PASSING or status >= 500:
            raise _PassingError(f"answers {_caption(status)}", wait_seconds=self._asked_wait(response))
        if status in _REFUSED:
            raise RequestRefusedError(self._complaint(response, deadline))
        if status in _LOCKED:
            raise EndpointError(f"{self._place} does not take the key ({status}); check SAYSO_LLM_KEY.")
        if 300 <= status < 400:
            raise EndpointError(
                f"{self._place} leads on to another address, which is not followed; set SAYSO_LLM_URL to the right one."
            )
        raise EndpointError(
            f"{self._place} answers {_caption(status)} for the model {self._endpoint.model!r}; check SAYSO_LLM_URL"
            " and SAYSO_LLM_MODEL."
        )

    def _read(self, response: httpx.Response, *, deadline: float, most: int) -> bytes:
        body = bytearray()
        for piece in response.iter_bytes():
            body += piece
            if len(body) > most:
                raise NoAnswer(f"{self._place} answers with more than {most / 1e6:g} MB, which is no list of claims.")
            if time.monotonic() > deadline:
                raise self._late()
        return bytes(body)

    def _complaint(self, response: httpx.Response, deadline: float) -> str:
        """What the endpoint finds wrong, on one line, short, and without the key should it repeat it."""
        try:
            said = self._read(response, deadline=deadline, most=_MOST_COMPLAINT_BYTES).decode("utf-8", "replace")
        except NoAnswer:
            return "says too much"
        key = self._endpoint.key
        return make_printable(" ".join((said.replace(key, "[key]") if key else said).split()))[:_SHOWN]

    def _late(self) -> _PassingError:
        return _PassingError(f"did not answer within {self._endpoint.timeout_seconds:g} seconds")

    def _asked_wait(self, response: httpx.Response) -> float | None:
        """Seconds of `Retry-After`, which is a number or a date; None without one that can be read."""
        stated = response.headers.get("retry-after", "").strip()
        if stated.isascii() and stated.isdigit():
            return float(stated[:9])
        try:
            until = parsedate_to_datetime(stated)
        except (ValueError, TypeError):
            return None
        aware = until if until.tzinfo else until.replace(tzinfo=UTC)
        return max(0.0, (aware - self._now()).total_seconds())

    def _choose_wait(self, failure: _PassingError, tried: int) -> float:
        wait = failure.wait_seconds
        if wait is None:
            return min(FIRST_WAIT_SECONDS * 2.0**tried, LONGEST_WAIT_SECONDS)
        if wait > LONGEST_WAIT_SECONDS:
            raise NoAnswer(f"{self._place} asks to wait {wait:.0f} seconds; run again later.") from failure
        return wait

    def _give_up(self, failure: _PassingError) -> EndpointError | NoAnswer:
        times = self._endpoint.retries + 1
        message = f"{self._place} {failure}, {times} {'time' if times == 1 else 'times'} in a row; run again later."
        return EndpointError(message) if failure.is_unreachable else NoAnswer(message)

    @property
    def _place(self) -> str:
        return f"The endpoint {self._endpoint.url}"


@cache
def _load_certificates() -> ssl.SSLContext:
    """The authorities that httpx trusts, loaded once: it takes longer than a question to this machine."""
    return httpx.create_ssl_context(trust_env=False)


def _caption(code: int) -> str:
    try:
        return f"{code} ({HTTPStatus(code).phrase})"
    except ValueError:
        return str(code)
