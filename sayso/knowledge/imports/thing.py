"""Thing: what a foreign file says of one entity, in our fields, before it stands in a file of the user's folder."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from sayso.knowledge.check import LONGEST_NAME
from sayso.model.identity import digest
from sayso.model.knowledge import EntryType

_NO_KEY = re.compile(r"[^0-9A-Za-z]+")


@dataclass(frozen=True, slots=True)
class Thing:
    """One entity that becomes an entry. `id` is the foreign file's; `country` an ISO code.

    `country_id` is the foreign identifier of its country where the file gives that alone.
    """

    id: str
    type: EntryType
    names: tuple[str, ...]
    source: str
    start: str | None = None
    end: str | None = None
    country: str | None = None
    country_id: str | None = None
    is_agency: bool = False
    identifiers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """An affiliation of one thing to another, both by their foreign identifiers."""

    whose: str
    of: str
    role: str
    start: str | None
    end: str | None
    source: str


@dataclass(frozen=True, slots=True)
class CountryCode:
    """The ISO code of a country that other things name by its foreign identifier."""

    id: str
    code: str


Found = Thing | Link | CountryCode


def make_key(kind: str, id_: str) -> str:
    """The id of an entry made from a foreign one: letters, digits and hyphens; never the same for two."""
    plain = _NO_KEY.sub("-", id_).strip("-")
    return f"{kind}-{plain}" if plain == id_ else f"{kind}-{plain}-{digest(id_)[:6]}"


def choose_names(names: list[str]) -> tuple[str, ...]:
    """Each name once, whatever its case; what is none (empty, too long, without a letter or digit) is passed over."""
    kept: dict[str, str] = {}
    for name in names:
        plain = tidy(name)
        if 0 < len(plain) <= LONGEST_NAME and any(each.isalnum() for each in plain):
            kept.setdefault(plain.casefold(), plain)
    return tuple(kept.values())


def tidy(text: str) -> str:
    """Text on one line, without what no file can hold."""
    return " ".join("".join(each for each in text if _may_stand(each)).split())


def _may_stand(character: str) -> bool:
    """Whether it may stand in a name: no control characters, and no half of a pair (JSON allows it)."""
    return character.isspace() or unicodedata.category(character) not in ("Cc", "Cs")


def agree_on_date(dates: list[str]) -> str | None:
    """One date out of several statements: theirs if they are one, their year if that is, else none."""
    distinct = set(dates)
    if len(distinct) == 1:
        return distinct.pop()
    years = {date[:4] for date in distinct}
    return years.pop() if len(years) == 1 else None
