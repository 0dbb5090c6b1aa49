"""An address is asked within limits, at the very machine that was checked. No test reaches a network."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import httpx
import pytest

from sayso.acquire.fetch import fetch
from sayso.errors import InputError, UnreachableInput, UnusableInput
from sayso.model.capture import Capture
from sayso.model.limits import Limits

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
NAMES = {"paper.example": ["93.184.216.34"], "inside.example": ["10.0.0.7"], "mixed.example": ["93.184.216.34", "::1"]}


def look_up(host: str, port: int) -> Sequence[str]:
    if host not in NAMES:
        raise OSError("unknown name")
    return NAMES[host]


def ask(address: str, answer: httpx.MockTransport, **limits: float) -> Capture:
    return fetch(address, limits=Limits(**limits), now=lambda: NOON, resolve=look_up, transport=answer)


def refusal(
    address: str, answer: httpx.MockTransport, kind: type[InputError] = UnreachableInput, **limits: float
) -> str:
    with pytest.raises(kind) as raised:
        ask(address, answer, **limits)
    return raised.value.message


def page(request: httpx.Request) -> httpx.Response:
    return httpx.Response(200, headers={"Content-Type": "text/HTML; charset=utf-8"}, content=b"<p>The town fell.</p>")


def leads_to(target: str) -> httpx.MockTransport:
    return httpx.MockTransport(lambda request: httpx.Response(302, headers={"Location": target}))


PAGE = httpx.MockTransport(page)


def test_a_page_is_captured_with_its_headers() -> None:
    found = ask("https://paper.example/a", PAGE)
    assert (found.payload, found.media_type, found.final_address) == (b"<p>The town fell.</p>", "text/html", "")
    assert ("content-type", "text/HTML; charset=utf-8") in found.headers


def test_the_connection_goes_to_the_checked_address_under_the_right_name() -> None:
    asked = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append((request.url.host, request.headers["host"], request.extensions["sni_hostname"]))
        return page(request)

    ask("https://paper.example:8443/a", httpx.MockTransport(answer))
    assert asked == [("93.184.216.34", "paper.example:8443", "paper.example")]


def test_a_redirect_is_followed_and_noted() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        return page(request) if request.url.path == "/b" else httpx.Response(301, headers={"Location": "/b"})

    found = ask("https://paper.example/a", httpx.MockTransport(answer))
    assert (found.address, found.final_address) == ("https://paper.example/a", "https://paper.example/b")


@pytest.mark.parametrize("address", ["http://inside.example/", "http://mixed.example/"])
def test_a_name_of_a_private_network_is_not_asked(address: str) -> None:
    assert "is not asked" in refusal(address, PAGE)


def test_a_redirect_into_a_private_network_is_not_followed() -> None:
    assert "is not asked" in refusal("https://paper.example/a", leads_to("http://inside.example/admin"))


def test_a_redirect_to_another_kind_of_address_is_not_followed() -> None:
    assert "no http or https address" in refusal("https://paper.example/a", leads_to("file:///etc/passwd"))


def test_redirects_end() -> None:
    assert refusal("https://paper.example/a", leads_to("/a")).startswith("leads on more than 5 times")


def test_an_unknown_name_says_so() -> None:
    assert refusal("https://nowhere.example/", PAGE) == "the name nowhere.example is not known; check the address"


def test_a_failure_of_the_server_says_which() -> None:
    answer = httpx.MockTransport(lambda request: httpx.Response(404))
    assert refusal("https://paper.example/a", answer) == "answers 404 (Not Found); check the address"


def test_an_empty_page_says_so() -> None:
    answer = httpx.MockTransport(lambda request: httpx.Response(200))
    assert refusal("https://paper.example/a", answer, UnusableInput).startswith("answers with an empty page")


def test_a_page_over_the_limit_is_dropped() -> None:
    assert refusal("https://paper.example/a", PAGE, UnusableInput, max_bytes=5).startswith("is over 5e-06 MB")


def test_an_address_with_a_password_is_not_asked() -> None:
    assert "carries a user name or password" in refusal("https://me:secret@paper.example/", PAGE)


def test_a_server_that_does_not_answer_says_so() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        raise httpx.ReadTimeout("too slow")

    said = refusal("https://paper.example/a", httpx.MockTransport(answer))
    assert said == "did not answer within 20 seconds; try again later"


class Paper(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(f"asked as {self.headers['Host']}".encode())

    def log_message(self, *_: object) -> None:
        """Nothing on the screen."""


@pytest.fixture
def server() -> Iterator[int]:
    with HTTPServer(("127.0.0.1", 0), Paper) as paper:
        Thread(target=paper.serve_forever, daemon=True).start()
        yield paper.server_port
        paper.shutdown()


def test_a_real_server_of_this_machine_is_asked_only_when_allowed(server: int) -> None:
    address = f"http://localhost:{server}/a"
    with pytest.raises(UnreachableInput, match="is not asked"):
        fetch(address, limits=Limits(), now=lambda: NOON)
    found = fetch(
        address, limits=Limits(allow_private=True), now=lambda: NOON, resolve=lambda host, port: ["127.0.0.1"]
    )
    assert found.payload == f"asked as localhost:{server}".encode()
