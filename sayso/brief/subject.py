"""Subject: what a brief is about, found by a name in any spelling that the record knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz, process

from sayso.errors import NotInRecord
from sayso.model.claim import Mention
from sayso.model.entity import EntityKind
from sayso.model.event import Event
from sayso.model.snapshot import Snapshot
from sayso.model.title import telling_words
from sayso.model.values.stance import Role

PLACE_ROLES = frozenset({Role.PLACE, Role.ORIGIN, Role.DESTINATION})

_ALIKE = 80  # of 100: "jufra" and "jafra" are 80, "hafter" and "haftar" 83; "sirte" and "derna" 40
_LONG = 5  # letters from which on a word may be spelt otherwise: "goma" and "roma" are two places


class SubjectKind(StrEnum):
    """What sort of thing a brief is about."""

    PLACE = "place"
    ACTOR = "actor"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Subject:
    """What is asked about: the name as given, the entities it stands for and all their names."""

    asked: str
    kind: SubjectKind
    entities: frozenset[str]
    names: tuple[str, ...]
    event: str | None = None

    def is_named_by(self, mention: Mention | None) -> bool:
        """Whether these words stand for the subject, by entity or by the words themselves."""
        if mention is None:
            return False
        if mention.entity in self.entities:
            return True
        return is_named_in(self.asked, (mention.text, *mention.names))

    def is_named_in(self, text: str | None) -> bool:
        """Whether a text, such as a title, names the subject."""
        return bool(text) and is_named_in(self.asked, (text or "",))


def find_subject(snapshot: Snapshot, asked: str) -> Subject:
    """The place, actor or event that a name stands for. Raises NotInRecord, with the nearest names known."""
    for event in snapshot.corroboration.events:
        if event.id == asked:
            return Subject(asked, SubjectKind.EVENT, frozenset(), _event_names(event), event.id)
    named = [mention for mention in _mentions(snapshot) if is_named_in(asked, (mention.text, *mention.names))]
    if not named:
        raise NotInRecord(_unknown(snapshot, asked))
    entities = frozenset(mention.entity for mention in named if mention.entity)
    kind = SubjectKind.PLACE if _is_place(snapshot, entities, asked) else SubjectKind.ACTOR
    if kind is SubjectKind.PLACE:  # "satellite images of the base" speak of it, and are no name of it
        said = {filler.mention for r in snapshot.resolutions for c in r.claims for filler in c.roles}
        named = [mention for mention in named if mention in said]
    names = tuple(sorted({mention.name for mention in named}, key=lambda name: (len(name), name)))
    return Subject(asked, kind, entities, names)


def is_named_in(asked: str, names: Iterable[str]) -> bool:
    """Whether every telling word of `asked` stands in one of the names, spelt so or nearly so."""
    wanted = telling_words(asked)
    return any(_has_all(telling_words(name), wanted) for name in names)


def _has_all(have: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    return bool(wanted) and all(any(_is_alike(word, other) for other in have) for word in wanted)


def _is_alike(word: str, other: str) -> bool:
    if word == other:
        return True
    return min(len(word), len(other)) >= _LONG and word[0] == other[0] and fuzz.ratio(word, other) >= _ALIKE


def _mentions(snapshot: Snapshot) -> Iterator[Mention]:
    for resolution in snapshot.resolutions:
        for claim in resolution.claims:
            yield from claim.mentions


def _is_place(snapshot: Snapshot, entities: frozenset[str], asked: str) -> bool:
    """A place if it is held or known as one, or stands more often where than who."""
    if any(holding.place in entities for holding in snapshot.corroboration.holdings):
        return True
    kinds = [entity.kind for r in snapshot.resolutions for entity in r.entities if entity.id in entities]
    if kinds and all(kind is EntityKind.PLACE for kind in kinds):
        return True
    where = who = 0
    for resolution in snapshot.resolutions:
        for claim in resolution.claims:
            for filler in claim.roles:
                if filler.mention.entity in entities or is_named_in(asked, (filler.mention.text,)):
                    where += filler.role in PLACE_ROLES or filler.role is Role.OBJECT
                    who += filler.role in (Role.ACTOR, Role.RECIPIENT)
            who += sum(link.source.entity in entities for link in claim.chain)
    return where > who


def _event_names(event: Event) -> tuple[str, ...]:
    return event.place_names or (event.id,)


def _unknown(snapshot: Snapshot, asked: str) -> str:
    known = sorted({mention.name for mention in _mentions(snapshot) if mention.entity})
    if not known:
        return f"{asked!r} is not in the record, which names nobody yet; read reports into it with 'sayso read'"
    near = [name for name, _, _ in process.extract(asked, known, limit=3)]
    return f"{asked!r} is not in the record; the nearest names in it are {', '.join(near)}"
