"""Ideal: the rows that a record would export if it had read an affair as gold does.

Every score is shown to mean something on these: perfect here, lower once they are damaged. Their
identifiers are none of gold's (`r-`, `c-`, `v-` before it): a record knows nothing of gold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.evaluate.gold import GoldAffair, GoldClaim, GoldEvent, GoldHolding, GoldNumber, GoldReport
from sayso.evaluate.prediction import Row
from sayso.evaluate.words import find_words, list_word_places


def write_ideal_rows(affair: GoldAffair) -> list[Row]:
    """Rows in the exchange format: reports as published, and everything that gold says of them."""
    texts = {report.name: report.text for report in affair.reports}
    types = {claim.id: str(claim.type) for claim in affair.claims}
    return [
        *(_write_report(report) for report in affair.reports),
        *(_write_claim(claim, texts[claim.report]) for claim in affair.claims),
        *(
            {"kind": "lineage", "report": f"r-{row.report}", "of": f"r-{row.of}", "relation": row.relation}
            for row in affair.lineage
        ),
        *(_write_event(event, types) for event in affair.events),
        *(_write_holding(holding) for holding in affair.holdings),
    ]


def _write_report(report: GoldReport) -> Row:
    return {
        "kind": "report",
        "id": f"r-{report.name}",
        "address": f"{report.name}.txt",
        "held": True,
        "outlet": report.outlet,
        "published": report.published,
        "text": report.text,
    }


def _write_claim(claim: GoldClaim, text: str) -> Row:
    start, end = _place_evidence(claim, text)
    return {
        "kind": "claim",
        "id": f"c-{claim.id}",
        "report": f"r-{claim.report}",
        "type": str(claim.type),
        "stance": str(claim.stance),
        "said_in": f"t-{claim.id}" if claim.is_attributed else None,
        "evidence": {"spans": [[start, end]], "text": text[start:end]},
        "roles": [{"role": str(role), "text": words} for role, words in claim.roles],
        "when": {"edtf": claim.when} if claim.when else None,
        "quantities": [_write_quantity(claim.number)] if claim.number else [],
        "manner": claim.manner,
        "chain": [{"source": {"text": speaker}} for speaker in claim.said_by],
    }


def _place_evidence(claim: GoldClaim, text: str) -> tuple[int, int]:
    """Start and end of the evidence; a loaded affair has been checked to have it."""
    found = find_words(claim.evidence, text) or range(1)
    places = list_word_places(text)
    return places[found[0]][0], places[found[-1]][1]


def _write_quantity(number: GoldNumber) -> Row:
    return {"low": number.low, "best": number.best, "high": number.high, "unit": number.unit}


def _write_event(event: GoldEvent, types: dict[str, str]) -> Row:
    return {
        "kind": "event",
        "id": f"v-{event.id}",
        "type": types[event.claims[0]],
        "claims": _name_claims(event.claims),
        "voices": [{"name": voice, "names": [voice]} for voice in event.voices],
        "accounts": list(_write_accounts(event)),
        "conflicts": [
            {"on": str(conflict.on), "between": [_name_claims(side) for side in conflict.between]}
            for conflict in event.conflicts
        ],
    }


def _write_accounts(event: GoldEvent) -> Iterator[Row]:
    for number, conflict in enumerate(event.conflicts):
        for place, side in enumerate(conflict.between):
            yield {"id": f"{event.id}-{number}-{place}", "claims": _name_claims(side)}


def _name_claims(claims: Iterable[str]) -> list[str]:
    return [f"c-{claim}" for claim in claims]


def _write_holding(holding: GoldHolding) -> Row:
    return {
        "kind": "holding",
        "place": holding.place,
        "place_names": [holding.place],
        "holder": holding.holder,
        "holder_names": [holding.holder],
        "from": holding.start,
        "to": holding.end,
        "status": holding.status,
    }
