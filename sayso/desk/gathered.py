"""Gathered: the messages that no line of a page spells out, since they are values: words of enumerations, grades,
rules. `make messages` takes them from here into the catalogues, by Babel's way of asking (`extract`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Any

from sayso.brief import wording as brief
from sayso.desk import wording
from sayso.desk.actor.show import HEADINGS
from sayso.desk.event.fact import Exactness
from sayso.desk.event.heading import PARTS
from sayso.desk.event.number import PEOPLE
from sayso.desk.page import NEEDED
from sayso.model.airwars import AirwarsGrade
from sayso.model.assessment import CREDIBILITIES, RELIABILITIES
from sayso.model.decision import REPORT_FIELDS
from sayso.model.entity import EntityKind
from sayso.model.knowledge import ROLES
from sayso.model.place import PlaceKind
from sayso.model.values.stance import ClaimType, Stance
from sayso.model.voice import Interest
from sayso.people import Role
from sayso.people.audit import Deed
from sayso.people.job import JobState
from sayso.people.task import Status

#: Enumerations whose values are said on pages as they stand, without their underscores.
SPOKEN: tuple[type[StrEnum], ...] = (
    AirwarsGrade,
    ClaimType,
    Deed,
    EntityKind,
    Exactness,
    Interest,
    JobState,
    PlaceKind,
    Stance,
    Status,
)

#: Why two accounts cannot both be so, in the words of `sayso.corroborate.conflict`; those with numbers in them are
#: shown as they are. A test holds that each is still said there.
RULES = (
    "an orderly departure and a flight",
    "asserted by one side, denied or excluded by the other",
    "captured, says one side; gone, the other",
    "destroyed, says one side; whole, the other",
    "by day and by night",
    "different weapons",
    "done for reasons that cannot both be so",
    "fighting, says one side; calm, the other",
    "freed, says one side; still held, the other",
    "held by one, says one side; by another, or not by him, the other",
    "inside and outside",
    "left by decision, says one side; lost in a fight, the other",
    "manned, says one side; empty, the other",
    "meant, says one side; not meant, the other",
    "of their own will, says one side; forced, the other",
    "of their own will, says one side; held by force, the other",
    "one left, says one side; still there, the other",
    "removed, says one side; still in office, the other",
    "somebody did it, says one side; the other tells of a mishap",
    "taken away, says one side; at their posts, the other",
    "taken, says one side; beaten back, the other",
    "the reason that one side gives is denied by the other",
    "the times do not meet",
    "the times that it took do not meet",
    "two parties are said to have done it",
    "with and without a fight",
)

#: Sentences of the brief and of grades that pages show; others of them have names and numbers in them.
SENTENCES = (
    "No voice of a side that lost by it is heard on this event.",
    "No third party is heard on this event.",
    "No image speaks to any of this.",
    "1 of 1 asserted events rest on one voice.",
    "a single voice asserts it",
    "accounts name different doers",
    "all that asserted it was taken back",
    "the side that is said to have done it says so itself",
)

#: Of whom numbers are counted, and what the checking pages call a vehicle's.
_COUNTED = (PEOPLE, "civilian", "vehicle")
#: Where a name is from, if from no file of known things.
_FROM = ("text",)


def list_values() -> Iterator[str]:
    """Every message that is a value, some more than once."""
    for words in wording.WORDS.values():
        yield from words.values()
    yield from wording.VERBS.values()
    yield from wording.MONTHS
    for kind in SPOKEN:
        yield from (str(value).replace("_", " ") for value in kind)
    for named in (brief.DATED, brief.PUT_BY, PARTS, HEADINGS, RELIABILITIES, CREDIBILITIES):
        yield from named.values()
    yield from (*ROLES, *_COUNTED, *_FROM, *RULES, *SENTENCES, *REPORT_FIELDS)
    yield from (role.word for role in Role)
    yield from (NEEDED.format(role=role.word) for role in Role)


def extract(
    lines: object, keywords: object, comment_tags: object, options: object
) -> Iterable[tuple[int, str, str, list[Any]]]:
    """What Babel asks of a gatherer; the file it was led to is this one, and is not read."""
    return [(1, "", message, []) for message in dict.fromkeys(list_values())]
