"""What the people's tests share: a desk with nobody on it, a clock that is moved by hand, and letters that are kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sayso.people import Browser, Message, People, Role, User, open_people

PASSWORD = "seven rivers of sand"  # noqa: S105
NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
HOME = Browser("192.0.2.7", "Firefox on Linux")


class Clock:
    """The time, until it is moved."""

    def __init__(self) -> None:
        self.at = NOON

    def __call__(self) -> datetime:
        return self.at

    def pass_(self, **time: float) -> None:
        self.at += timedelta(**time)


class Letters:
    """A mailer that keeps what it sent, and fails when told to."""

    def __init__(self) -> None:
        self.sent: list[Message] = []
        self.is_down = False

    def send(self, message: Message, *, at: datetime) -> None:
        if self.is_down:
            raise ConnectionRefusedError("no server")
        self.sent.append(message)

    def to(self, mail: str) -> list[Message]:
        return [message for message in self.sent if message.to == mail]


def secret_in(message: Message) -> str:
    """The secret of the link in a letter."""
    found = re.search(r"(?:/reset/|/me/mail/|invitation=)([\w-]{43})\b", message.body)
    assert found, message.body
    return found[1]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def letters() -> Letters:
    return Letters()


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "record.db"


@pytest.fixture
def people(place: Path, clock: Clock, letters: Letters) -> Iterator[People]:
    with open_people(place, now=clock, mailer=letters) as opened:
        yield opened


@pytest.fixture
def owner(people: People) -> User:
    return people.members.add("Amal", mail="amal@example.org", role=Role.OWNER, password=PASSWORD)


@pytest.fixture
def reader(people: People) -> User:
    return people.members.add("Basim", mail="basim@example.org", role=Role.READER, password=PASSWORD)
