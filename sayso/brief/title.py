"""Titles: a happening in one line of our own words, made only of what its claims name."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.brief.wording import HAPPENED
from sayso.model.claim import Claim
from sayso.model.event import Event
from sayso.model.title import Title, title_of
from sayso.model.values.stance import ClaimType

_TOWARD: dict[ClaimType, str] = {
    ClaimType.HAND_OVER: "to",
    ClaimType.SUPPLY: "to",
    ClaimType.REQUEST: "to",
    ClaimType.SUPPORT: "for",
    ClaimType.NEGOTIATE: "with",
    ClaimType.AGREE: "with",
    ClaimType.SEIZE: "from",
    ClaimType.STRIKE: "against",
    ClaimType.ATTACK: "against",
    ClaimType.THREATEN: "against",
    ClaimType.ACCUSE: "against",
    ClaimType.REFUSE: "towards",
}


def title_event(event: Event, claims: Sequence[Claim]) -> str:
    """`Taken: Tarsel air base, by The Karun Guard, 2024-05-11`; what no claim names is left out."""
    return write_title(event.type, title_of(event, claims), event.when)


def write_title(type_: ClaimType, title: Title, when: str | None) -> str:
    """The title in words, of what kind of event, with its names and its day."""
    parts = [
        title.what,
        title.where,
        _toward(type_, title.whom) if title.whom else None,
        f"by {title.who}" if title.who else None,
        when or "day not known",
    ]
    return f"{HAPPENED[type_]}: {', '.join(part for part in parts if part)}"


def _toward(type_: ClaimType, whom: str) -> str:
    """Whoever is harmed stands without a word before them: `Killed: 12 soldiers`."""
    return f"{_TOWARD[type_]} {whom}" if type_ in _TOWARD else whom
