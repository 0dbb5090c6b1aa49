"""Spelling: a form of a place's name as reports write it, and how many of them write it so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from sayso.model.entity import Entity
from sayso.model.snapshot import Snapshot
from sayso.model.title import telling_words


@dataclass(frozen=True, slots=True)
class Spelling:
    """A form of the name; `reports` is 0 where it comes from what is known, and no report shown writes it so.

    `is_name` is false of words that only stand for the place in their report: "it", "the base".
    """

    text: str
    reports: int
    is_name: bool = True


def find_entity(snapshot: Snapshot, place: str) -> Entity | None:
    """The entity of that identifier with every name and the location that any report gave it; None for a mere name."""
    found = [entity for resolution in snapshot.resolutions for entity in resolution.entities if entity.id == place]
    return max(found, key=lambda entity: (entity.location is not None, len(entity.names)), default=None)


def list_spellings(snapshot: Snapshot, places: Collection[str], known: Collection[str]) -> tuple[Spelling, ...]:
    """The forms in which claims write these places, the commonest first; then `known` names that none writes.

    Forms that differ in capitals alone are one.
    """
    written: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for resolution in snapshot.resolutions:
        for claim in resolution.claims:
            for filler in claim.roles:
                if filler.mention.entity in places:
                    written[filler.mention.text.casefold()][filler.mention.text].add(claim.report)
    tells = {word for name in known for word in telling_words(name)}
    found = [
        Spelling(
            max(forms, key=lambda form: len(forms[form])),
            len(set().union(*forms.values())),
            is_name=bool(tells.intersection(telling_words(plain))),
        )
        for plain, forms in written.items()
    ]
    unwritten = [Spelling(name, 0) for name in dict.fromkeys(known) if name.casefold() not in written]
    return (*sorted(found, key=lambda each: (-each.reports, each.text.casefold())), *unwritten)
