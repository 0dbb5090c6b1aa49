"""Setting: what an owner sets for all, and the file's own secret."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from sqlalchemy import Column, Table, Text, insert, select

from sayso.errors import Refused
from sayso.people.schema import metadata
from sayso.people.secret import make_secret
from sayso.people.store import Store

LONGEST_NAME = 60  # of the desk, in characters
_SECRET, _YES, _NO = "secret", "yes", "no"

settings = Table(
    "settings",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)


@dataclass(frozen=True, slots=True)
class DeskSettings:
    """What holds for the whole desk.

    `name`: what the desk is called. `is_open`: anybody with a mail address may sign up, else only who is invited.
    `members_only`: pages are for users who are logged in, else reading is for everybody.
    `address`: where the desk is reached, which mailed links begin with; never taken from what a browser says.
    """

    name: str = "Sayso"
    is_open: bool = False
    members_only: bool = False
    address: str = "http://127.0.0.1:8000"


class Settings:
    """The settings of one desk."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def load(self) -> DeskSettings:
        """What is set; the rest as it ships."""
        with self._store.reading() as connection:
            kept = {row.name: row.value for row in connection.execute(select(settings))}
        return DeskSettings(
            name=kept.get("name", DeskSettings().name),
            is_open=kept.get("is_open") == _YES,
            members_only=kept.get("members_only") == _YES,
            address=kept.get("address", DeskSettings().address),
        )

    def change(
        self,
        *,
        name: str | None = None,
        is_open: bool | None = None,
        members_only: bool | None = None,
        address: str | None = None,
    ) -> DeskSettings:
        """Sets what is given, and leaves the rest. Raises Refused for a name of the desk that is none."""
        with self._store.writing():
            now = self.load()
            new = replace(
                now,
                name=now.name if name is None else _clean_name(name),
                is_open=now.is_open if is_open is None else is_open,
                members_only=now.members_only if members_only is None else members_only,
                address=now.address if address is None else address.rstrip("/"),
            )
            for field in fields(new):
                value = getattr(new, field.name)
                if value != getattr(now, field.name):
                    self._keep(field.name, (_YES if value else _NO) if isinstance(value, bool) else value)
        return new

    def secret(self) -> str:
        """What this file signs with: made once, and the same for every process that opens it."""
        with self._store.writing() as change:
            kept: str | None = change.connection.scalar(select(settings.c.value).where(settings.c.name == _SECRET))
            if kept is None:
                kept = make_secret()
                self._keep(_SECRET, kept)
        return kept

    def _keep(self, name: str, value: str) -> None:
        with self._store.writing() as change:
            row = {"name": name, "value": value}
            change.connection.execute(insert(settings).prefix_with("OR REPLACE").values(row))


def _clean_name(name: str) -> str:
    plain = " ".join(name[: 10 * LONGEST_NAME].split())
    if not plain or len(plain) > LONGEST_NAME or not plain.isprintable():
        raise Refused("desk", "Name the desk in up to 60 characters.")
    return plain
