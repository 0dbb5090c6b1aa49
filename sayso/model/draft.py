"""Draft: a claim as a person puts it, in places of a text: what an accepted, amended or added claim is made anew from.

It names words (offsets into the clean text of one version, end excluded), never what a reader made of them,
so that a claim that a person stands by stands in whatever reading, also in one that finds nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Any

from sayso.model.attribution import Attribution
from sayso.model.claim import Claim, Link, Mention
from sayso.model.identity import identify
from sayso.model.values.span import Evidence, Span
from sayso.model.values.stance import Basis, ClaimType, Role, Stance

#: Where words stand in a version of a text: start, and end (excluded).
Place = tuple[int, int]

_AROUND = 60  # characters on either side that tell one occurrence of the same words from another


class WordsGone(ValueError):
    """Words that a decision names are not in this version of the text."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of who says so: the words for the speaker, the words of saying, and where it was said.

    `source` is None for a speaker without words of his own there: `name` then has his name, from elsewhere in the text.
    """

    source: Place | None = None
    cue: Place | None = None
    name: str = ""
    channel: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim in places of one version of a report; `said` runs from the nearest speaker outwards, empty in the
    outlet's own voice. `id` is the name under which persons saw the claim: it keeps it, nothing is found by it alone.
    """

    report: str
    version: str
    type: ClaimType
    stance: Stance
    words: tuple[Place, ...]
    trigger: Place | None = None
    roles: tuple[tuple[Role, Place], ...] = ()
    when: Place | None = None
    quantities: tuple[Place, ...] = ()
    manner: Place | None = None
    basis: Basis = Basis.UNSTATED
    said: tuple[Step, ...] = ()
    id: str | None = None

    @property
    def start(self) -> int:
        return self.words[0][0]

    @property
    def end(self) -> int:
        return self.words[-1][1]

    def identified(self) -> Draft:
        """The draft with the identifier that a claim of its words has (`identify_claim`)."""
        anchor = self.trigger or (self.start, self.end)
        spoken = (self.said[0].source if self.said else None) or (None, None)
        return replace(self, id=identify("c", self.report, self.version, self.type, *anchor, *spoken))


@dataclass(frozen=True, slots=True)
class AttributionDraft:
    """An attribution as a person puts it: who, by which words, and all that he is said to say."""

    report: str
    version: str
    step: Step
    content: tuple[Place, ...]


def draft_of(claim: Claim, attributions: Iterable[Attribution]) -> Draft:
    """The draft that a claim is made anew from, read or resolved; `attributions` are those of its report.

    Of a resolved chain only the steps are taken that stand in the text: the others follow from them again.
    """
    known = list(attributions)
    return Draft(
        report=claim.report,
        version=claim.version,
        type=claim.type,
        stance=claim.stance,
        words=tuple(map(place_of, claim.evidence.spans)),
        trigger=place_of(claim.trigger) if claim.trigger else None,
        roles=tuple((each.role, place) for each in claim.roles if (place := _place_of(each.mention))),
        when=place_of(claim.when.span) if claim.when else None,
        quantities=tuple(place_of(each.span) for each in claim.quantities),
        manner=place_of(claim.manner) if claim.manner else None,
        basis=claim.basis,
        said=tuple(_step_of(link) for link in claim.chain if _stands_in(link, known)),
        id=claim.id,
    )


def nest(draft: Draft, attributions: Sequence[Attribution]) -> Draft:
    """The draft with the speakers in whose words it stands, as the text has them: "Omar said that Ahmed had asked"."""
    own = [step.cue for step in draft.said if step.cue]
    held = [*draft.words, *own, *(step.source for step in draft.said if step.source)]
    around = [
        each
        for each in attributions
        if _holds(each, held) and not any(_meet(place_of(cue), mine) for cue in each.cues for mine in own)
    ]
    nearest = min(around, key=lambda each: sum(map(len, each.contents)), default=None)
    by_id = {each.id: each for each in attributions}
    steps = list(draft.said)
    met: set[str] = set()
    while nearest is not None and nearest.id not in met:
        met.add(nearest.id)
        step = _step_in(nearest)
        if (step.source or step.name) and step.source not in [each.source for each in steps if each.source]:
            steps.append(step)
        nearest = by_id.get(nearest.within or "")
    return replace(draft, said=tuple(steps))


def place_of(span: Span) -> Place:
    """Where a span stands."""
    return span.start, span.end


def spans_at(places: Iterable[Place], text: str) -> tuple[Span, ...]:
    """The words at places. Raises WordsGone for a place outside the text."""
    return tuple(span_at(place, text) for place in places)


def span_at(place: Place, text: str) -> Span:
    """The words at a place. Raises WordsGone where it lies outside the text."""
    try:
        return Span.of(text, *place)
    except ValueError as error:
        raise WordsGone(str(error)) from error


def evidence_at(places: Iterable[Place], text: str) -> Evidence:
    """The words at places as the evidence of a claim."""
    return Evidence(spans_at(places, text))


def link_at(step: Step, text: str) -> Link:
    """A step as the link of a chain."""
    source = Mention.at(span_at(step.source, text)) if step.source else Mention(step.name)
    return Link(source, span_at(step.cue, text) if step.cue else None, step.channel)


# In another version of the text


def move_draft(draft: Draft, was: str, now: str, version: str) -> Draft:
    """The draft in another version of the text (`was` to `now`).

    Raises WordsGone where its words or its nearest speaker's are gone; parts whose words are gone are left out.
    """
    words = move_places(draft.words, was, now)
    near = words[0][0] - draft.words[0][0]
    steps = tuple(_move_step(step, was, now, near) for step in draft.said)
    if draft.said and draft.said[0].source and steps[0].source is None:
        raise WordsGone("the words for its speaker are gone")
    moved = [(role, move_place(place, was, now, near)) for role, place in draft.roles]
    counts = [move_place(place, was, now, near) for place in draft.quantities]
    return replace(
        draft,
        version=version,
        words=words,
        trigger=_move_any(draft.trigger, was, now, near),
        roles=tuple((role, place) for role, place in moved if place),
        when=_move_any(draft.when, was, now, near),
        quantities=tuple(place for place in counts if place),
        manner=_move_any(draft.manner, was, now, near),
        said=tuple(step for step in steps if step.source or step.name or step.cue),
    )


def move_places(places: Sequence[Place], was: str, now: str, near: int = 0) -> tuple[Place, ...]:
    """Where words stand in another version. Raises WordsGone where any of them is gone."""
    found: list[Place] = []
    for place in places:
        moved = move_place(place, was, now, near)
        if moved is None:
            raise WordsGone(f"{was[slice(*place)]!r} is not in this version")
        near = moved[0] - place[0]
        found.append(moved)
    return tuple(found)


def move_place(place: Place, was: str, now: str, near: int = 0) -> Place | None:
    """Where words stand in another version: of several places the one with most of the same words around it, then the
    nearest to where they stood, `near` characters on. None: nowhere.
    """
    words = was[slice(*place)]
    if not words:
        return None
    starts = list(find_words(words, now))
    if not starts:
        return None
    wanted = place[0] + near
    best = min(starts, key=lambda at: (-_shared_around(place, was, at, now), abs(at - wanted), at))
    return best, best + len(words)


def find_words(words: str, text: str) -> Iterable[int]:
    """Where words begin in a text, every time that they stand there."""
    at = text.find(words) if words else -1
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _move_any(place: Place | None, was: str, now: str, near: int) -> Place | None:
    return move_place(place, was, now, near) if place else None


def _move_step(step: Step, was: str, now: str, near: int) -> Step:
    return replace(step, source=_move_any(step.source, was, now, near), cue=_move_any(step.cue, was, now, near))


def _shared_around(place: Place, was: str, at: int, now: str) -> int:
    """How many characters on both sides are the same as they were."""
    end = at + place[1] - place[0]
    before = _count_same(was[max(0, place[0] - _AROUND) : place[0]][::-1], now[max(0, at - _AROUND) : at][::-1])
    return before + _count_same(was[place[1] : place[1] + _AROUND], now[end : end + _AROUND])


def _count_same(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)  # the shorter one ends the text
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


# As it is written down


def write_draft(draft: Draft) -> dict[str, Any]:
    """A draft as plain values for JSON, empty ones left out; report and version stand in the decision's target."""
    row = {
        "type": str(draft.type),
        "stance": str(draft.stance),
        "words": [list(place) for place in draft.words],
        "trigger": draft.trigger and list(draft.trigger),
        "roles": [[str(role), *place] for role, place in draft.roles],
        "when": draft.when and list(draft.when),
        "quantities": [list(place) for place in draft.quantities],
        "manner": draft.manner and list(draft.manner),
        "basis": str(draft.basis),
        "said": [write_step(step) for step in draft.said],
        "id": draft.id,
    }
    return {key: value for key, value in row.items() if value}


def read_draft(row: Mapping[str, Any], *, report: str, version: str) -> Draft:
    """The draft of `write_draft`. Raises ValueError, KeyError or TypeError for anything else."""
    return Draft(
        report=report,
        version=version,
        type=ClaimType(row["type"]),
        stance=Stance(row["stance"]),
        words=read_places(row["words"]),
        trigger=read_place(row.get("trigger")),
        roles=tuple((Role(role), (int(start), int(end))) for role, start, end in row.get("roles", ())),
        when=read_place(row.get("when")),
        quantities=read_places(row.get("quantities", ())),
        manner=read_place(row.get("manner")),
        basis=Basis(row.get("basis", Basis.UNSTATED)),
        said=tuple(read_step(step) for step in row.get("said", ())),
        id=row.get("id"),
    )


def write_step(step: Step) -> dict[str, Any]:
    """A step as plain values for JSON."""
    row = {"source": step.source, "cue": step.cue, "name": step.name, "channel": step.channel}
    return {key: list(value) if isinstance(value, tuple) else value for key, value in row.items() if value}


def read_step(row: Mapping[str, Any]) -> Step:
    """The step of `write_step`. Raises ValueError or TypeError for anything else."""
    return Step(read_place(row.get("source")), read_place(row.get("cue")), row.get("name", ""), row.get("channel"))


def read_places(rows: Iterable[Any]) -> tuple[Place, ...]:
    """Places from pairs of numbers. Raises ValueError or TypeError for anything else."""
    return tuple((int(start), int(end)) for start, end in rows)


def read_place(row: Any) -> Place | None:
    """A place from a pair of numbers; None from nothing. Raises ValueError or TypeError for anything else."""
    return read_places([row])[0] if row else None


def _place_of(mention: Mention) -> Place | None:
    return None if mention.start is None or mention.end is None else (mention.start, mention.end)


def _stands_in(link: Link, attributions: Iterable[Attribution]) -> bool:
    """Whether the text itself has this link of a chain: its speaker or its cue is that of an attribution."""
    source = _place_of(link.source)
    return any(
        (source and any(_meet(source, place_of(span)) for span in each.sources))
        or (link.cue and any(_meet(place_of(link.cue), place_of(span)) for span in each.cues))
        for each in attributions
    )


def _step_of(link: Link) -> Step:
    source = _place_of(link.source)
    cue = place_of(link.cue) if link.cue else None
    return Step(source, cue, "" if source else link.source.text, link.channel)


def _step_in(attribution: Attribution) -> Step:
    source = place_of(attribution.sources[0]) if attribution.sources else None
    understood = attribution.antecedent.text if attribution.antecedent and not source else ""
    return Step(source, place_of(attribution.cues[0]) if attribution.cues else None, understood)


def _holds(attribution: Attribution, places: Iterable[Place]) -> bool:
    """Whether everything stands in the content of an attribution."""
    inside = [place_of(span) for span in attribution.contents]
    return all(any(start <= place[0] and place[1] <= end for start, end in inside) for place in places)


def _meet(one: Place, other: Place) -> bool:
    return one[0] < other[1] and other[0] < one[1]
