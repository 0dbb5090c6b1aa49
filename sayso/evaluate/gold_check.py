"""Faults of gold: whatever names something that is not there, or the same thing twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sayso.errors import UnusableInput
from sayso.evaluate.gold import GoldAffair, GoldClaim, GoldEvent
from sayso.evaluate.words import find_words


def check_gold(affair: GoldAffair, file: str) -> None:
    """Raises UnusableInput, with `file` and the claim or event, for the first fault found."""
    texts = {report.name: report.text for report in affair.reports}
    _check_unique((claim.id for claim in affair.claims), "claim", file)
    _check_unique((event.id for event in affair.events), "event", file)
    for claim in affair.claims:
        _check_evidence(claim, texts, file)
    for derived in affair.lineage:
        for name in (derived.report, derived.of):
            if name not in texts:
                raise UnusableInput(file, f"lineage names the report {name!r}; there is no reports/{name}.txt, add it")
    known = {claim.id for claim in affair.claims}
    for event in affair.events:
        _check_claims_of(event, known, file)


def _check_unique(ids: Iterable[str], what: str, file: str) -> None:
    seen: set[str] = set()
    for id_ in ids:
        if id_ in seen:
            raise UnusableInput(file, f"{what} {id_} stands there twice; give one of them another id")
        seen.add(id_)


def _check_evidence(claim: GoldClaim, texts: Mapping[str, str], file: str) -> None:
    if claim.report not in texts:
        raise UnusableInput(
            file, f"claim {claim.id} is of the report {claim.report!r}; there is no reports/{claim.report}.txt, add it"
        )
    if not find_words(claim.evidence, texts[claim.report]):
        raise UnusableInput(
            file,
            f"claim {claim.id} has the evidence {claim.evidence!r}, which does not stand in"
            f" reports/{claim.report}.txt; copy its exact words, with … for a gap",
        )


def _check_claims_of(event: GoldEvent, known: set[str], file: str) -> None:
    if not event.claims:
        raise UnusableInput(file, f"event {event.id} has no claims; name those that are about it")
    for conflict in event.conflicts:
        if len(conflict.between) < 2:
            raise UnusableInput(
                file, f"event {event.id} has a conflict on {conflict.on} with fewer than two sides; write [[…], […]]"
            )
    sides = (claim for conflict in event.conflicts for side in conflict.between for claim in side)
    for claim in (*event.claims, *sides):
        if claim not in known:
            raise UnusableInput(file, f"event {event.id} names the claim {claim!r}; add that claim or take it out")
