"""A desk to try: the sample affair read once, then copied for each test, with its own people and a worker at hand."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from sayso.desk.app import create_app
from sayso.desk.office import Office
from sayso.desk.visitor import SESSION
from sayso.desk.worker import Worker
from sayso.model.report import Report
from sayso.people import Role, User, open_people
from sayso.pipeline import run
from sayso.record import open_record
from sayso.settings import Settings
from sayso.workshop import Workshop, open_workshop

SAMPLE = Path(str(files("sayso") / "sample" / "reports"))
NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
PASSWORD = "a long and quiet password"  # noqa: S105 - of made-up users
_TOKEN = re.compile(r'name="form" value="([^"]+)"')


@dataclass
class Desk:
    """A running desk without a network: `client` is a browser, `office` what its pages work with."""

    client: TestClient
    office: Office
    shop: Workshop

    def log_in(self, role: Role = Role.CODER, name: str | None = None) -> User:
        """A user of that role, logged in."""
        called = name or f"Some {role.word}"
        user = self.office.people.users.find_named(called) or self.office.people.users.add(called, role=role)
        token = self.office.people.sessions.open(user)
        self.client.cookies.set(SESSION, token)
        return user

    def log_out(self) -> None:
        """Nobody is logged in."""
        self.client.cookies.delete(SESSION)

    def shown_reports(self) -> tuple[Report, ...]:
        """The reports as persons see them."""
        return tuple(resolution.report for resolution in self.office.record.snapshot().resolutions)

    def post(self, address: str, *, of: str, files: Any = None, **fields: Any) -> Any:
        """Posts fields with the token of a form of the page `of`; the answer, redirects not followed."""
        token = _TOKEN.search(self.client.get(of).text)
        data = {"form": token[1] if token else "", **fields}
        return self.client.post(address, data=data, files=files, follow_redirects=False)


@pytest.fixture(scope="session")
def read_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of the sample affair."""
    place = tmp_path_factory.mktemp("sample") / "record.db"
    with open_workshop(place, settings=Settings(user="sample"), create=True) as shop:
        run([str(SAMPLE)], shop=shop)
    return place


@pytest.fixture(scope="session")
def workshop(read_once: Path) -> Iterator[Workshop]:
    """A reader and knowledge, loaded once."""
    with open_workshop(read_once, settings=Settings(user="sample")) as shop:
        yield shop


@pytest.fixture
def desk(read_once: Path, workshop: Workshop, tmp_path: Path) -> Iterator[Desk]:
    """A desk on a copy of the sample affair, whose worker works whenever a page waits for it."""
    place = tmp_path / "record.db"
    shutil.copy(read_once, place)
    if read_once.with_suffix(".evidence").exists():
        shutil.copytree(read_once.with_suffix(".evidence"), place.with_suffix(".evidence"))
    with open_people(place, now=lambda: NOW) as people:
        office = Office(
            record=open_record(place, now=lambda: NOW),
            people=people,
            settings=Settings(record=str(place), user="desk"),
            now=lambda: NOW,
            open_knowledge=lambda: workshop.knowledge,
        )
        shop = replace(workshop, record=office.record, now=lambda: NOW)
        worker = Worker(people, lambda: shop)
        office = replace(office, hurry=worker.work_off)
        with closing(office.record), TestClient(create_app(office)) as client:
            yield Desk(client, office, shop)
