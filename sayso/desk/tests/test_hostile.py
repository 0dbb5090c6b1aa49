"""Somebody hostile at every door: forms that were not given, people without rights, words that are scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from fastapi import APIRouter
from fastapi.routing import APIRoute

from sayso.desk import app
from sayso.desk.conftest import Desk
from sayso.people import Role

_HOLE = re.compile(r"\{[^}]+\}")
SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(1)>"


def _doors(method: str) -> list[str]:
    """The addresses of all pages that take a method, their holes filled with what is nobody's."""
    found = [route for room in app.ROOMS for route in _open(room) if method in (route.methods or set())]
    return sorted({_HOLE.sub("x0", route.path) for route in found})


def _open(router: APIRouter) -> Iterator[APIRoute]:
    """The routes of a room and of the rooms within it."""
    for route in router.routes:
        if isinstance(route, APIRoute):
            yield route
        elif inner := getattr(route, "original_router", None):
            yield from _open(inner)


def test_no_form_is_taken_without_its_token(desk: Desk) -> None:
    desk.log_in(Role.OWNER)
    doors = _doors("POST")
    assert len(doors) > 20
    taken = {door: desk.client.post(door, data={"x": "y"}, follow_redirects=False).status_code for door in doors}
    assert {door: status for door, status in taken.items() if status not in {403, 404}} == {}


def test_no_form_is_taken_with_the_token_of_another_browser(desk: Desk) -> None:
    desk.log_in(Role.OWNER)
    stolen = desk.office.people.forms.issue("another session")
    taken = {door: desk.client.post(door, data={"form": stolen}, follow_redirects=False) for door in _doors("POST")}
    assert {door: each.status_code for door, each in taken.items() if each.status_code not in {403, 404}} == {}


def test_no_page_falls_over_what_is_nobodys(desk: Desk) -> None:
    desk.log_in(Role.OWNER)
    for door in _doors("GET"):
        assert desk.client.get(door, follow_redirects=False).status_code < 500, door


@pytest.mark.parametrize(
    "identifier", ["%00", "..%2F..%2Fetc%2Fpasswd", "'%20OR%201=1--", "%F0%9F%98%80", "a" * 3_000, "%3Cscript%3E"]
)
def test_no_page_falls_over_a_strange_identifier(desk: Desk, identifier: str) -> None:
    desk.log_in(Role.OWNER)
    for page in (
        "event",
        "report",
        "claim",
        "place",
        "source",
        "actor",
        "collection",
        "check/claim",
        "check/report",
        "reset",
        "add/job",
    ):
        answer = desk.client.get(f"/{page}/{identifier}", follow_redirects=False)
        assert answer.status_code < 500, page
        assert "<script>" not in answer.text


def test_scripts_in_what_is_added_stay_words(desk: Desk) -> None:
    desk.log_in()
    said = f"The army said it had taken Tel Arwan {SCRIPT}, a spokesman told {SCRIPT} on Monday."
    answer = desk.post("/add/text", of="/add", text=said, title=SCRIPT, outlet=SCRIPT, published="2024-05-13")
    desk.client.get(answer.headers["location"])
    report = next(each for each in desk.shown_reports() if each.outlet == SCRIPT)
    addresses = [f"/report/{report.id}", f"/check/report/{report.id}", "/", "/sources", "/check", "/history"]
    addresses += [f"/event/{row.id}" for row in desk.office.record.disputed_events(20)]
    addresses += ["/search?q=Tel+Arwan&kind=report", "/search?q=%3Cscript%3E&kind=claim", "/feed/search.atom?q=Tel"]
    for address in addresses:
        page = desk.client.get(address).text
        assert "<script>alert" not in page, address
        assert "<img src=x" not in page, address


def test_a_form_that_was_sent_is_not_taken_again(desk: Desk) -> None:
    desk.log_in()
    token = re.search(r'name="form" value="([^"]+)"', desk.client.get("/add").text)
    assert token is not None
    once = {"form": token[1], "links": "https://127.0.0.1:1/"}
    assert desk.client.post("/add/links", data=once, follow_redirects=False).status_code == 303
    assert desk.client.post("/add/links", data=once, follow_redirects=False).status_code == 409


@pytest.mark.parametrize("role", [None, Role.READER])
def test_nobody_without_the_right_decides_or_adds(desk: Desk, role: Role | None) -> None:
    user = desk.log_in(role) if role else None
    session = (
        desk.office.people.sessions.list(user)[0].id if user else desk.client.get("/log-in").cookies["sayso_visit"]
    )
    for door in _doors("POST"):
        if door.startswith(("/add", "/check", "/event", "/report", "/source", "/history", "/people", "/erase")):
            form = {"form": desk.office.people.forms.issue(session), "reason": "x", "links": "https://x.example"}
            answer = desk.client.post(door, data=form, follow_redirects=False)
            assert answer.status_code in {401, 403, 404}, f"{door}: {answer.status_code}"
