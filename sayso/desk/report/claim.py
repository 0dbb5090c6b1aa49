"""A claim as the report's page shows it: its words, parts and doubts, under the chain that it came by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from urllib.parse import quote

from sayso.brief import Marks
from sayso.desk.draw.chain import Step, draw_chain
from sayso.desk.report.event import EventLine
from sayso.model.assessment import Assessment
from sayso.model.claim import Claim, Mention, Quantity, When
from sayso.model.decision import Decision
from sayso.model.entity import EntityKind
from sayso.model.resolution import Resolution
from sayso.model.values.stance import Basis, ClaimType, Role, Stance

#: Below these a page says that the reader is not sure. Set so that about three claims in ten say so (245 of the 884
#: that the native reader 2.0 finds in `shared/affairs`): a warning on every claim would be none.
SURE = {"type": 0.5, "stance": 0.65, "speaker": 0.65}


@dataclass(frozen=True, slots=True)
class Part:
    """Words in a role: `name` where the words stand for somebody called otherwise, `address` of their page."""

    role: Role
    words: str
    name: str | None = None
    address: str | None = None


class Counted(StrEnum):
    """How a number is told."""

    EXACT = "exact"
    ABOUT = "about"
    LEAST = "least"
    MOST = "most"
    RANGE = "range"
    OPEN = "open"  # a count that words give without a number


@dataclass(frozen=True, slots=True)
class Number:
    """A count in words, how it is told, and its number or two; `of` is the role that is counted."""

    words: str
    told: Counted
    values: tuple[float, ...]
    of: Role | None


@dataclass(frozen=True, slots=True)
class Doubt:
    """Of what the reader is not sure (`type`, `stance` or `speaker`), and how sure it is, 0 to 1."""

    of: str
    sure: float


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One claim. `speaker_grades` are those of its nearest speaker; `decision` is the one that last touched it."""

    id: str
    type: ClaimType
    stance: Stance
    words: str
    start: int
    end: int
    parts: tuple[Part, ...] = ()
    when: When | None = None
    numbers: tuple[Number, ...] = ()
    manner: str | None = None
    basis: Basis = Basis.UNSTATED
    doubts: tuple[Doubt, ...] = ()
    grades: tuple[Assessment, ...] = ()
    speaker_grades: tuple[Assessment, ...] = ()
    is_retracted: bool = False
    is_decided: bool = False
    decision: Decision | None = None
    event: EventLine | None = None


@dataclass(frozen=True, slots=True)
class Saying:
    """Claims in a row that one speaker makes in one attribution, with the chain that they came by."""

    steps: tuple[Step, ...]
    claims: tuple[ClaimView, ...]

    @property
    def is_own_voice(self) -> bool:
        """Whether the outlet says it itself."""
        return len(self.steps) == 1


def view_sayings(
    resolution: Resolution,
    *,
    marks: Marks,
    decisions: Mapping[str, Decision],
    events: Mapping[str, EventLine],
    within: range | None = None,
) -> tuple[Saying, ...]:
    """The claims of a report in the order of their words, grouped by who makes them.

    `decisions` are by identifier, `events` by the claims that stand in them; `within` leaves out claims that
    begin elsewhere in the text.
    """
    ordered = sorted(resolution.claims, key=lambda claim: (claim.evidence.start, claim.evidence.end, claim.id))
    shown = [claim for claim in ordered if within is None or claim.evidence.start in within]
    places = {entity.id for entity in resolution.entities if entity.kind is EntityKind.PLACE}

    def view(claim: Claim) -> ClaimView:
        return _view_claim(claim, marks, decisions.get(claim.decided or ""), events.get(claim.id), places)

    grouped = groupby(shown, key=lambda claim: (claim.said_in, draw_chain(claim, resolution.report.outlet)))
    return tuple(Saying(steps, tuple(map(view, claims))) for (_, steps), claims in grouped)


def _view_claim(
    claim: Claim, marks: Marks, decision: Decision | None, event: EventLine | None, places: set[str]
) -> ClaimView:
    speaker = claim.speaker
    names = (speaker.name, speaker.text, *speaker.names) if speaker else ()
    return ClaimView(
        id=claim.id,
        type=claim.type,
        stance=claim.stance,
        words=claim.evidence.text,
        start=claim.evidence.start,
        end=claim.evidence.end,
        parts=tuple(_view_part(filler.role, filler.mention, places) for filler in claim.roles),
        when=claim.when,
        numbers=tuple(map(_view_number, claim.quantities)),
        manner=claim.manner.text if claim.manner else None,
        basis=claim.basis,
        doubts=tuple(_list_doubts(claim)),
        grades=marks.assessments.claims.get(claim.id, ()),
        speaker_grades=marks.assessments.of_source(names) if marks.assessments.sources else (),
        is_retracted=claim.id in marks.retracted,
        is_decided=claim.decided is not None,
        decision=decision,
        event=event,
    )


def _view_part(role: Role, mention: Mention, places: set[str]) -> Part:
    kind = "place" if mention.entity in places else "actor"
    address = f"/{kind}/{quote(mention.entity, safe='')}" if mention.entity else None
    name = mention.name if mention.name.casefold() != mention.text.casefold().removeprefix("the ") else None
    return Part(role, mention.text, name, address)


def _view_number(quantity: Quantity) -> Number:
    told, values = _tell(quantity)
    return Number(quantity.span.text, told, values, quantity.of)


def _tell(quantity: Quantity) -> tuple[Counted, tuple[float, ...]]:
    low, best, high = quantity.low, quantity.best, quantity.high
    if best is not None and quantity.approximate:
        return Counted.ABOUT, (best,)
    if low is not None and high is not None:
        return (Counted.EXACT, (low,)) if low == high else (Counted.RANGE, (low, high))
    if low is not None:
        return Counted.LEAST, (low,)
    if high is not None:
        return Counted.MOST, (high,)
    return (Counted.EXACT, (best,)) if best is not None else (Counted.OPEN, ())


def _list_doubts(claim: Claim) -> Iterable[Doubt]:
    """What the reader is not sure of, the most doubtful first; nothing once a person decided."""
    if claim.decided or claim.certainty is None:
        return []
    sure = {"type": claim.certainty.type, "stance": claim.certainty.stance, "speaker": claim.certainty.speaker}
    return [Doubt(of, value) for of, value in sorted(sure.items(), key=lambda each: each[1]) if value < SURE[of]]
