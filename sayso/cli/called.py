"""Finding a known thing by whatever a person calls it: an entry's key, an identifier, or a name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.cli.app import load_snapshot
from sayso.cli.likeness import find_like
from sayso.errors import NotInRecord, UsageError
from sayso.model.addition import check_name
from sayso.model.entity import Entity, EntityKind
from sayso.model.knowing import decide_knowledge, find_entries, fold_name
from sayso.model.knowledge import Entry, Knowledge
from sayso.model.snapshot import Snapshot
from sayso.settings import Settings
from sayso.workshop import open_knowledge


@dataclass(frozen=True, slots=True)
class Called:
    """What a person calls by `words`: an entry, an entity of the record, or both; neither for a known place.

    `name` is how a decision names it: the entry's key where it was called so, an identifier where
    the words would name several, else the words.
    """

    words: str
    name: str
    entry: Entry | None
    entity: Entity | None

    @property
    def id(self) -> str:
        """The entity's identifier."""
        return self.entry.id if self.entry else self.entity.id if self.entity else ""

    @property
    def is_key(self) -> bool:
        """Whether it was called by a key or an identifier."""
        return self.words in (self.id, self.entry.key if self.entry else None)

    @property
    def caption(self) -> str:
        """The fullest name."""
        return self.entry.names[0] if self.entry else self.entity.name if self.entity else self.words


def find_called(words: str, knowledge: Knowledge, snapshot: Snapshot) -> Called:
    """The one thing that is called so.

    Raises UsageError for an empty name and for one that several bear, NotInRecord for one that is
    neither known nor in the record.
    """
    if wrong := check_name(words):
        raise UsageError(wrong)
    entries = find_entries(knowledge, words)
    if len(entries) > 1:
        raise UsageError(tell_several(words, entries))
    entities = snapshot.list_entities()
    if entries:
        (entry,) = entries
        name = entry.key if words in (entry.key, entry.id) else words
        return Called(words, name, entry, entities.get(entry.id))
    return _find_entity(words, entities, knowledge, snapshot)


def find_pair(words: tuple[str, str], knowledge: Knowledge, snapshot: Snapshot) -> tuple[Called, Called]:
    """The two things that are called so; either may be a known place where the record puts one, by its identifier.

    Beside a known place the other is a place as named, whatever else bears its name.
    """
    entities = snapshot.list_entities()
    known = _list_places(entities.values())
    if not known.intersection(words):
        one, other = (find_called(each, knowledge, snapshot) for each in words)
        return one, other
    places = {id_: entity for id_, entity in entities.items() if entity.kind is EntityKind.PLACE}
    one, other = (
        Called(each, each, None, None) if each in known else _find_entity(each, places, knowledge, snapshot)
        for each in words
    )
    return one, other


def tell_several(words: str, entries: Sequence[Entry]) -> str:
    """That several entries bear a name, and how to say which is meant."""
    listed = ", ".join(f"{entry.key} ({entry.names[0]}, {entry.type})" for entry in entries)
    return f"{words!r} names {len(entries)} entries; say which by its id: {listed}"


def open_known(record: str | None, settings: Settings) -> tuple[Knowledge, Snapshot]:
    """Knowledge as persons decided it in the record, and the record; without a record, what the files hold.

    Raises RecordError where the record that was named is not there.
    """
    knowledge = open_knowledge(settings)
    if record is None and not Path(settings.record).exists():
        return knowledge, Snapshot()
    snapshot = load_snapshot(record)
    return decide_knowledge(knowledge, snapshot.decisions), snapshot


def _find_entity(words: str, entities: dict[str, Entity], knowledge: Knowledge, snapshot: Snapshot) -> Called:
    if words in entities:
        entity = entities[words]
        rivals = [other for other in entities.values() if _bears(other, entity.name)]
        return Called(words, entity.name if len(rivals) == 1 else entity.id, None, entity)
    found = [entity for entity in entities.values() if _bears(entity, words)]
    if len(found) > 1:
        listed = "; ".join(f"{entity.id} ({', '.join(entity.names[:4])})" for entity in found)
        raise UsageError(f"{words!r} names {len(found)} things in this record; say which by its identifier: {listed}")
    if not found:
        raise NotInRecord(
            f"{words!r} is neither known nor named in this record; {_tell_like(words, knowledge, snapshot)}"
        )
    return Called(words, words, None, found[0])


def _list_places(entities: Iterable[Entity]) -> frozenset[str]:
    """The identifiers of the known places where the record's places were put, or could have been."""
    located = [entity.location for entity in entities if entity.location]
    options = [option.id for location in located for option in location.others]
    return frozenset([*options, *(location.place.id for location in located)])


def _tell_like(words: str, knowledge: Knowledge, snapshot: Snapshot) -> str:
    likes = find_like(words, knowledge, snapshot)[:3]
    return f"like it are {', '.join(f'{like.id} ({like.name})' for like in likes)}" if likes else "nothing is like it"


def _bears(entity: Entity, name: str) -> bool:
    return fold_name(name) in {fold_name(each) for each in entity.names}
