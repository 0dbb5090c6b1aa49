"""Happening and utterance: what is so in a simulated world, and who says what about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sayso.model.entity import Affiliation, Entity, EntityKind
from sayso.model.values.stance import ClaimType, Stance


@dataclass(frozen=True, slots=True)
class Figure:
    """Somebody, some party, place or outlet: an entity, the words that reports have for it, whose voice it has.

    `forms` are words that stand in the middle of a sentence ("fighters of the SLA"), with what is no part of the
    name before a bar ("the teacher |Ilka Venn"). `mouths` are those for it as a speaker, where they are others, `own`
    are words by which it speaks of itself ("its fighters"). `voice` is the key of the voice with which it speaks,
    its own or its side's.
    """

    id: str
    kind: EntityKind
    names: tuple[str, ...]
    forms: tuple[str, ...] = ()
    ties: tuple[Affiliation, ...] = ()
    voice: str = ""
    mouths: tuple[str, ...] = ()
    own: str = ""

    @property
    def name(self) -> str:
        """The fullest form."""
        return self.names[0]

    @property
    def entity(self) -> Entity:
        """The entity as `resolve` would leave it."""
        return Entity(self.id, self.kind, self.names, self.ties)


@dataclass(frozen=True, slots=True)
class Count:
    """A count as a speaker gives it; None: open. `unit` is as in a claim's quantity, `noun` as the words have it."""

    low: float | None
    best: float | None
    high: float | None
    unit: str
    noun: str
    words: str
    approximate: bool = False

    def meets(self, other: Count) -> bool:
        """Whether some number lies in both ranges; open ends are open."""
        low, high = self.low or 0, float("inf") if self.high is None else self.high
        other_low, other_high = other.low or 0, float("inf") if other.high is None else other.high
        return low <= other_high and other_low <= high


@dataclass(frozen=True, slots=True, eq=False)
class Happening:
    """One thing that happened, was planned or was said. `day` is the true one; `tags` name what is harsh about it."""

    id: str
    type: ClaimType
    place: Figure | None
    day: date
    tags: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Utterance:
    """What one speaker says of one happening, once; every claim that passes it on is a claim of this utterance.

    `speaker` is None where the outlet `outlet` says it itself; a `Figure` with an empty identifier is an unnamed
    source, with its words as its name. `voice` is the key of the independent first speaker; None: nobody speaks
    ("reports said"). `parts` fill the slots of the wording. `day` is when it is said to have happened, None
    where the words do not say. `way` is the manner's key; `doer` who is said to have done it.
    """

    id: str
    of: Happening
    wording: str
    speaker: Figure | None
    voice: str | None
    told: date
    parts: dict[str, Figure | str]
    day: date | None = None
    count: Count | None = None
    way: str | None = None
    doer: str | None = None
    type: ClaimType = ClaimType.STATEMENT
    stance: Stance = Stance.ASSERTED
    outlet: str = ""

    @property
    def name(self) -> str:
        """Who says it: the speaker's fullest name, the outlet's where it speaks itself."""
        return self.speaker.name if self.speaker else self.outlet
