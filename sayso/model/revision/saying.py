"""Sayings: the attributions of a reading while persons' claims find or make those that they hang on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sayso.model.attribution import Attribution, identify_attribution
from sayso.model.claim import Claim, Link
from sayso.model.draft import AttributionDraft, Draft, Place, Step, link_at, place_of, span_at, spans_at
from sayso.model.revision.recognition import meet
from sayso.model.values.span import Span


@dataclass(slots=True)
class Sayings:
    """Attributions of one version of a report; the list changes, the records in it never do."""

    report: str
    version: str
    text: str
    attributions: list[Attribution]

    def hang(self, draft: Draft) -> str | None:
        """The attribution that a claim of this draft hangs on, each step within the next; None in the own voice."""
        within: str | None = None
        for step, content in reversed(list(zip(draft.said, _list_contents(draft), strict=True))):
            within = self.put(step, content, within)
        return within

    def put(self, step: Step, content: tuple[Place, ...], within: str | None = None) -> str:
        """The attribution of a step: one with its cue (without one: its source) about the content, else a new one.

        Gives its identifier. Raises WordsGone.
        """
        sources, cue, contents = self._spans(step, content)
        known = next((each for each in self.attributions if _is_of(each, cue, sources, contents)), None)
        if known is None:
            return self._make(step, content, within or self._find_around(content, step))
        kept = known.sources if not sources or _any_meets(known.sources, sources) else sources
        outer = known.within if within in (None, known.id) else within
        antecedent = known.antecedent if kept == known.sources else None
        self._swap(known, replace(known, sources=kept, antecedent=antecedent, within=outer))
        return known.id

    def nest(self, name: str, content: Sequence[Place]) -> None:
        """Attributions in the content of another that stood beside it now stand in it."""
        this = next(each for each in self.attributions if each.id == name)
        for each in list(self.attributions):
            places = [place_of(span) for span in (*each.cues, *each.contents)]
            if each.id != name and each.within == this.within and are_inside(places, content):
                self._swap(each, replace(each, within=name))

    def drop(self, draft: AttributionDraft) -> tuple[Attribution, ...]:
        """Takes out the attributions of a draft; what stood in one stands in what that one stood in. Gives those."""
        sources, cue, contents = self._spans(draft.step, draft.content)
        gone = tuple(each for each in self.attributions if _is_of(each, cue, sources, contents))
        for one in gone:
            rest = [each for each in self.attributions if each is not one]
            self.attributions = [replace(each, within=one.within) if each.within == one.id else each for each in rest]
        return gone

    def _make(self, step: Step, content: tuple[Place, ...], within: str | None) -> str:
        sources, cue, contents = self._spans(step, content)
        name = identify_attribution(self.report, self.version, cue, contents[0])
        new = Attribution(name, self.report, sources, (cue,) if cue else (), contents, within)
        self.attributions = [*(each for each in self.attributions if each.id != name), new]
        return name

    def _spans(self, step: Step, content: Sequence[Place]) -> tuple[tuple[Span, ...], Span | None, tuple[Span, ...]]:
        sources = spans_at([step.source], self.text) if step.source else ()
        cue = span_at(step.cue, self.text) if step.cue else None
        return sources, cue, spans_at(content, self.text)

    def _find_around(self, content: Sequence[Place], step: Step) -> str | None:
        """The smallest attribution in whose content another stands."""
        places = [*content, *(each for each in (step.source, step.cue) if each)]
        around = [each for each in self.attributions if are_inside(places, [place_of(s) for s in each.contents])]
        return min(around, key=lambda each: sum(map(len, each.contents))).id if around else None

    def _swap(self, old: Attribution, new: Attribution) -> None:
        self.attributions = [new if each is old else each for each in self.attributions]


def attribute(claim: Claim, draft: AttributionDraft, name: str, text: str) -> Claim:
    """A claim in the content of an attribution with its source among those who say so, where it stands in the chain."""
    if any(is_link_of(each, draft.step) for each in claim.chain):
        return claim
    depth = sum(1 for each in claim.chain if _speaks_inside(each, draft.content))
    chain = (*claim.chain[:depth], link_at(draft.step, text), *claim.chain[depth:])
    return replace(claim, chain=chain, said_in=claim.said_in if depth and claim.said_in else name)


def unattribute(claim: Claim, draft: AttributionDraft, gone: Attribution) -> Claim:
    """The claim without the step of an attribution that is taken out."""
    chain = tuple(each for each in claim.chain if not is_link_of(each, draft.step))
    said_in = gone.within if claim.said_in == gone.id else claim.said_in
    return replace(claim, chain=chain, said_in=said_in if chain else None)


def is_link_of(link: Link, step: Step) -> bool:
    """Whether a link is that of a step: the same cue, or without one the same source."""
    if link.cue and step.cue:
        return meet(place_of(link.cue), step.cue)
    source = link.source
    return bool(step.source and source.start is not None and meet((source.start, source.end or 0), step.source))


def are_inside(places: Iterable[Place], content: Sequence[Place]) -> bool:
    """Whether each place lies within one of the content's."""
    return all(any(start <= place[0] and place[1] <= end for start, end in content) for place in places)


def _list_contents(draft: Draft) -> list[tuple[Place, ...]]:
    """What each step says: the nearest the words of the claim, each other one all that the one before it takes."""
    contents = [draft.words]
    for step in draft.said[:-1]:
        places = [*contents[-1], *(each for each in (step.source, step.cue) if each)]
        contents.append(((min(start for start, _ in places), max(end for _, end in places)),))
    return contents[: len(draft.said)]


def _speaks_inside(link: Link, content: Sequence[Place]) -> bool:
    """Whether a speaker speaks within the content of another."""
    places = [(link.source.start, link.source.end or 0)] if link.source.start is not None else []
    places += [place_of(link.cue)] if link.cue else []
    return bool(places) and are_inside(places, content)


def _is_of(attribution: Attribution, cue: Span | None, sources: Sequence[Span], contents: Sequence[Span]) -> bool:
    """Whether an attribution is that of a cue, or without one of a source, and about the same words."""
    if not _any_meets(attribution.contents, contents):
        return False
    if cue is not None and attribution.cues:
        return _any_meets(attribution.cues, (cue,))
    return bool(sources) and _any_meets(attribution.sources, sources)


def _any_meets(one: Iterable[Span], other: Iterable[Span]) -> bool:
    others = list(other)
    return any(left.overlaps(right) for left in one for right in others)
