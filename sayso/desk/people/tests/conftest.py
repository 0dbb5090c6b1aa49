"""A desk on an empty record, its letters, its clock, and browsers that come to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from fastapi import FastAPI
from httpx import Response
from starlette.testclient import TestClient

from sayso.desk.app import create_app
from sayso.desk.office import Office
from sayso.desk.visitor import SESSION
from sayso.model.knowledge import Knowledge
from sayso.people import People, Role, User, open_people
from sayso.people.tests.conftest import PASSWORD, Clock, Letters
from sayso.record import open_record
from sayso.settings import Settings

_TOKEN = re.compile(r'name="form" value="([^"]+)"')


@dataclass
class Visit:
    """One browser: what it holds are its cookies."""

    client: TestClient

    def get(self, address: str) -> Response:
        return self.client.get(address, follow_redirects=False)

    def token(self, of: str) -> str:
        """A form's token from a page."""
        found = _TOKEN.findall(self.client.get(of).text)
        assert found, f"no form on {of}"
        return str(found[-1])

    def post(self, address: str, *, of: str, **fields: str) -> Response:
        """Posts a form of the page `of`; redirects are not followed."""
        return self.send(address, form=self.token(of), **fields)

    def send(self, address: str, **fields: str) -> Response:
        """Posts fields as they are."""
        return self.client.post(address, data=fields, follow_redirects=False)

    def log_in(self, name: str, password: str = PASSWORD, **fields: str) -> Response:
        return self.post("/log-in", of="/log-in", name=name, password=password, **fields)

    @property
    def session(self) -> str | None:
        return self.client.cookies.get(SESSION)

    def plant(self, token: str) -> None:
        """Gives the browser a session's cookie, as somebody might who sat at it before."""
        self.client.cookies.set(SESSION, token, domain="testserver.local", path="/")


@dataclass
class Site:
    """A running desk without a network."""

    app: FastAPI
    people: People
    letters: Letters
    clock: Clock
    opened: list[TestClient] = field(default_factory=list)

    def visit(self, address: str = "192.0.2.7", *, base: str = "http://testserver") -> Visit:
        """A browser that was never here before."""
        client = TestClient(self.app, client=(address, 50000), base_url=base, headers={"user-agent": "Firefox/1 Linux"})
        self.opened.append(client)
        return Visit(client)

    def add(self, name: str, role: Role) -> User:
        mail = f"{name.casefold()}@example.org"
        return self.people.members.add(name, mail=mail, role=role, password=PASSWORD)


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    place, clock, letters = tmp_path / "record.db", Clock(), Letters()
    with open_record(place, now=clock) as record, open_people(place, now=clock, mailer=letters) as people:
        office = Office(
            record=record,
            people=people,
            settings=Settings(record=str(place)),
            now=clock,
            open_knowledge=lambda: Knowledge((), (), (), (), ()),
        )
        site = Site(create_app(office), people, letters, clock)
        yield site
        for client in site.opened:
            client.close()


@pytest.fixture
def amal(site: Site) -> User:
    """The owner."""
    return site.add("Amal", Role.OWNER)


@pytest.fixture
def basim(site: Site) -> User:
    """A reader."""
    return site.add("Basim", Role.READER)


@pytest.fixture
def owner(site: Site, amal: User) -> Visit:
    """A browser in which the owner is logged in."""
    visit = site.visit()
    assert visit.log_in("Amal").status_code == 303
    return visit


@pytest.fixture
def reader(site: Site, basim: User) -> Visit:
    """A browser in which the reader is logged in."""
    visit = site.visit("192.0.2.8")
    assert visit.log_in("Basim").status_code == 303
    return visit
