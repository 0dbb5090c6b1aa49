"""Likeness: what words may stand for, from every room of known things and from the record, with the reasons.

What compares names is loaded where it is asked: commands that only find a thing by its own name need none of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.model.addition import check_name
from sayso.model.answer import Candidate, Reason
from sayso.model.knowledge import EntryType, Knowledge
from sayso.model.place import KnownPlace
from sayso.model.snapshot import Snapshot

_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Like:
    """Something that words may stand for: what sort of thing, the name that is like them, how to call it, and why."""

    sort: str
    name: str
    id: str
    score: float
    because: str


def find_like(words: str, knowledge: Knowledge, snapshot: Snapshot) -> tuple[Like, ...]:
    """Entries, things of the record and known places, each sort with the likeliest first; the best few of each.

    Nothing is like what is no name: no letters, or too many.
    """
    if check_name(words):
        return ()
    from sayso.resolve import equipment

    named = sorted(_like_names(words, knowledge, snapshot), key=lambda like: -like.score)
    types = [
        Like(found.of.type, found.of.names[0], found.of.key, found.score, _because(found.reasons))
        for found in equipment.candidates(words, knowledge)
        if found.of.key not in {like.id for like in named}
    ]
    return (*named[:_SHOWN], *types, *find_places(words, knowledge))


def find_places(words: str, knowledge: Knowledge) -> tuple[Like, ...]:
    """The known places that words may stand for, the likeliest first; none where no gazetteer is open."""
    if knowledge.gazetteer is None:
        return ()
    from sayso.resolve import place

    found = place.candidates(words, around=place.Surroundings(knowledge.gazetteer))
    return tuple(
        Like(f"{each.of.kind}, {each.of.country or 'no country'}", each.of.name, each.of.id, each.score, _tell(each))
        for each in found[:_SHOWN]
    )


def _like_names(words: str, knowledge: Knowledge, snapshot: Snapshot) -> Iterator[Like]:
    """Each entry and entity by that of its names which is most like the words."""
    from sayso.resolve import name

    bearers: dict[str, list[tuple[str, str]]] = {}
    for entry in knowledge.entries.values():
        for each in entry.names if entry.type is not EntryType.EQUIPMENT else ():  # "Mi-21" is no spelling of "Mi-2"
            bearers.setdefault(each, []).append((str(entry.type), entry.key))
    for entity in snapshot.list_entities().values():
        entry_of = knowledge.entries.get(entity.id)
        sort, id_ = (str(entry_of.type), entry_of.key) if entry_of else (str(entity.kind), entity.id)
        for each in entity.names:
            bearers.setdefault(each, []).append((sort, id_))
    seen: set[str] = set()
    for found in name.candidates(words, bearers):
        for sort, id_ in bearers[found.of]:
            if id_ not in seen:
                seen.add(id_)
                yield Like(sort, found.of, id_, found.score, _because(found.reasons))


def _tell(found: Candidate[KnownPlace]) -> str:
    where = f"{found.of.latitude:.2f}, {found.of.longitude:.2f}" if found.of.is_drawable else "no point on a map"
    return f"{found.of.source}, {where}; {_because(found.reasons)}"


def _because(reasons: Iterable[Reason]) -> str:
    return "; ".join(reason.because for reason in reasons)
