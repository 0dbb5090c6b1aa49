"""Attempt: guessing is slowed, for one account and for one address, in all processes together.

A try counts before it is looked at, so that many at once are no more than many. Who waits is told
for how long; for an account that does not exist it goes the same way. What this costs: somebody
hostile can keep an account waiting. Sessions that are open stay open, and a mailed reset clears it.
"""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import math
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from sqlalchemy import Column, Integer, Table, Text, delete, insert, select, update

from sayso.errors import Slowed
from sayso.people.schema import metadata
from sayso.people.setting import Settings
from sayso.people.store import Change, Store
from sayso.record.columns import UtcTime


class Guess(StrEnum):
    """What can be tried too often."""

    PASSWORD = "password"  # noqa: S105 - what is guessed, not a secret
    CODE = "code"  # of the second step
    MAIL = "mail"  # letters asked for: resets, sign-ups, changes of address


@dataclass(frozen=True, slots=True)
class Limit:
    """`free` tries without a wait; then `first`, doubled by each further try, up to `longest`."""

    free: int
    first: timedelta
    longest: timedelta


_QUARTER = timedelta(minutes=15)
#: For one account: a person mistypes a few times. The code of a second step has only a million values.
ACCOUNT = {
    Guess.PASSWORD: Limit(5, timedelta(seconds=2), _QUARTER),
    Guess.CODE: Limit(5, timedelta(seconds=4), _QUARTER),
    Guess.MAIL: Limit(3, timedelta(minutes=1), timedelta(hours=1)),
}
#: For one address: a newsroom shares one, and its people mistype together.
ADDRESS = {
    Guess.PASSWORD: Limit(30, timedelta(seconds=2), _QUARTER),
    Guess.CODE: Limit(30, timedelta(seconds=4), _QUARTER),
    Guess.MAIL: Limit(20, timedelta(minutes=1), timedelta(hours=1)),
}
#: Tries are forgotten this long after the last.
FORGOTTEN_AFTER = timedelta(hours=24)

attempts = Table(
    "attempts",
    metadata,
    Column("who", Text, primary_key=True),
    Column("tries", Integer, nullable=False),
    Column("last", UtcTime, nullable=False, index=True),
    Column("until", UtcTime, nullable=False),
)


class Attempts:
    """The tries of late. The file holds neither names nor addresses, only digests under its own secret."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._secret = Settings(store).secret().encode()

    def take(self, guess: Guess, *, account: str, address: str) -> None:
        """Counts a try on an account (its identifier, or what was typed) from an internet address.

        Raises Slowed, and counts nothing, while either has to wait.
        """
        kinds = ((ACCOUNT[guess], self._key(guess, account)), (ADDRESS[guess], self._key(guess, _network(address))))
        with self._store.writing() as change:
            change.connection.execute(delete(attempts).where(attempts.c.last <= change.at - FORGOTTEN_AFTER))
            counts = [_find_count(change, who) for _, who in kinds]
            for (limit, who), count in zip(kinds, counts, strict=True):
                _count(change, who, count + 1, limit)

    def forgive(self, guess: Guess, *, account: str, address: str | None = None) -> None:
        """Forgets the tries on an account, and the last one from the address: the person was the right one.

        The others from that address stay, or one's own account would wash away guesses at those of others.
        """
        with self._store.writing() as change:
            change.connection.execute(delete(attempts).where(attempts.c.who == self._key(guess, account)))
            if address is not None:
                _take_back(change, self._key(guess, _network(address)))

    def _key(self, guess: Guess, who: str) -> str:
        return hmac.new(self._secret, f"{guess}\n{who}".encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()


def _find_count(change: Change, who: str) -> int:
    row = change.connection.execute(select(attempts).where(attempts.c.who == who)).first()
    if row is not None and row.until > change.at:
        raise Slowed(math.ceil((row.until - change.at).total_seconds()))
    return 0 if row is None else int(row.tries)


def _count(change: Change, who: str, count: int, limit: Limit) -> None:
    until = change.at + _wait(count, limit)
    row = {"who": who, "tries": count, "last": change.at, "until": until}
    change.connection.execute(insert(attempts).prefix_with("OR REPLACE").values(row))


def _take_back(change: Change, who: str) -> None:
    """One try less, and no wait for it: it was made when nobody had to wait."""
    less = {"tries": attempts.c.tries - 1, "until": change.at}
    change.connection.execute(update(attempts).where(attempts.c.who == who, attempts.c.tries > 0).values(less))


def _wait(count: int, limit: Limit) -> timedelta:
    """How long to wait after so many tries."""
    if count < limit.free:
        return timedelta(0)
    doublings = min(count - limit.free, 30)  # 2 to the 30th seconds is longer than any limit
    return min(limit.first * float(2**doublings), limit.longest)


def _network(address: str) -> str:
    """The address; of IPv6 its first half, since one household has all of the other half."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(found, ipaddress.IPv6Address) and found.ipv4_mapped is None:
        return str(ipaddress.ip_network((found, 64), strict=False))
    return str(getattr(found, "ipv4_mapped", None) or found)
