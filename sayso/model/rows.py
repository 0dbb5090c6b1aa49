"""The record as rows: what `docs/formats.md` calls the record as JSON Lines.

`row_of_*` turn records into plain dictionaries, `*_from_row` back. This is the one place where
the names of the exchange format and those of the model meet. `schema.py` gives the same rows
their Arrow types, and a test holds the two equal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from sayso.model.airwars import grade_event
from sayso.model.assessment import Assessment, assess
from sayso.model.attribution import Attribution
from sayso.model.claim import Certainty, Claim, Link, Mention, Quantity, RoleFiller, When
from sayso.model.entity import Entity
from sayso.model.event import Event
from sayso.model.holding import Holding
from sayso.model.lineage import Lineage
from sayso.model.place import Location
from sayso.model.report import Flaw, FlawKind, Published, PublishedBasis, Report
from sayso.model.snapshot import Snapshot
from sayso.model.values.span import Evidence, Span
from sayso.model.values.stance import Basis, ClaimType, Role, Stance

Row = dict[str, Any]
_Given = TypeVar("_Given")
_Made = TypeVar("_Made")


def rows_of(snapshot: Snapshot) -> Iterator[Row]:
    """Every row of the record, reports first: a claim always follows the report it stands in."""
    for resolution in snapshot.resolutions:
        yield row_of_report(resolution.report)
    for report in snapshot.corroboration.unheld:
        yield row_of_report(report)
    for resolution in snapshot.resolutions:
        yield from map(row_of_attribution, resolution.attributions)
        yield from map(row_of_claim, resolution.claims)
    yield from map(row_of_entity, _entities_of(snapshot))
    yield from map(row_of_lineage, snapshot.corroboration.lineage)
    yield from map(row_of_event, snapshot.corroboration.events)
    yield from map(row_of_holding, snapshot.corroboration.holdings)
    yield from map(row_of_assessment, _assessments_of(snapshot))


def _assessments_of(snapshot: Snapshot) -> Iterator[Assessment]:
    """Grades in force, of sources first."""
    claims = (claim for resolution in snapshot.resolutions for claim in resolution.claims)
    found = assess(snapshot.decisions, claims, snapshot.texts)
    for rows in (*found.sources.values(), *found.claims.values()):
        yield from rows


def row_of_report(report: Report) -> Row:
    return {
        "kind": "report",
        "id": report.id,
        "address": report.address,
        "held": report.held,
        "version": report.version if report.held else None,
        "title": report.title,
        "outlet": report.outlet,
        "url": report.url,
        "published": report.told,
        "published_basis": str(report.published.basis) if report.published else None,
        "language": report.language,
        "sections": list(report.sections),
        "byline": report.byline,
        "dateline": report.dateline,
        "text": report.text,
        "sha256": report.sha256,
        "flaws": [_row_of_flaw(flaw) for flaw in report.flaws],
        "headings": _pairs(report.headings),
    }


def report_from_row(row: Row) -> Report:
    """The report of a row; what was stripped and the map back to the source are not exchanged."""
    text = row["text"]
    published = row["published"] and Published(row["published"], PublishedBasis(row["published_basis"]))
    return Report(
        id=row["id"],
        address=row["address"],
        text=text,
        held=row["held"],
        title=row["title"],
        outlet=row["outlet"],
        url=row["url"],
        published=published or None,
        language=row["language"],
        sections=tuple(row["sections"]),
        byline=row["byline"],
        dateline=row["dateline"],
        sha256=row["sha256"],
        flaws=tuple(_flaw_from_row(flaw, text) for flaw in row["flaws"]),
        headings=_spans_from_pairs(row["headings"], text),
    )


def row_of_attribution(attribution: Attribution) -> Row:
    return {
        "kind": "attribution",
        "id": attribution.id,
        "report": attribution.report,
        "source": _pairs(attribution.sources),
        "cue": _pairs(attribution.cues),
        "content": _pairs(attribution.contents),
        "within": attribution.within,
        "confidence": attribution.confidence,
        "antecedent": _row_of_span(attribution.antecedent),
    }


def attribution_from_row(row: Row, text: str) -> Attribution:
    """The attribution of a row, whose offsets are into `text`."""
    return Attribution(
        id=row["id"],
        report=row["report"],
        sources=_spans_from_pairs(row["source"], text),
        cues=_spans_from_pairs(row["cue"], text),
        contents=_spans_from_pairs(row["content"], text),
        within=row["within"],
        confidence=row["confidence"],
        antecedent=_span_from_row(row["antecedent"]),
    )


def row_of_claim(claim: Claim) -> Row:
    return {
        "kind": "claim",
        "id": claim.id,
        "report": claim.report,
        "type": str(claim.type),
        "stance": str(claim.stance),
        "said_in": claim.said_in,
        "evidence": {"spans": _pairs(claim.evidence.spans), "text": claim.evidence.text},
        "trigger": _row_of_span(claim.trigger),
        "roles": [{"role": str(filler.role), **_row_of_mention(filler.mention)} for filler in claim.roles],
        "when": _row_of_when(claim.when),
        "quantities": [_row_of_quantity(quantity) for quantity in claim.quantities],
        "manner": claim.manner.text if claim.manner else None,
        "manner_span": _row_of_span(claim.manner),
        "basis": str(claim.basis),
        "chain": [_row_of_link(link) for link in claim.chain],
        "reader": claim.reader,
        "confidence": claim.confidence,
        "certainty": _row_of_certainty(claim.certainty),
        "decided": claim.decided,
    }


def claim_from_row(row: Row, *, version: str, text: str) -> Claim:
    """The claim of a row, whose offsets are into `text`, the clean text of `version`."""
    return Claim(
        id=row["id"],
        report=row["report"],
        version=version,
        type=ClaimType(row["type"]),
        stance=Stance(row["stance"]),
        evidence=Evidence(_spans_from_pairs(row["evidence"]["spans"], text)),
        trigger=_span_from_row(row["trigger"]),
        roles=tuple(RoleFiller(Role(role["role"]), _mention_from_row(role)) for role in row["roles"]),
        when=_optional(row["when"], _when_from_row),
        quantities=tuple(_quantity_from_row(quantity) for quantity in row["quantities"]),
        manner=_span_from_row(row["manner_span"]),
        basis=Basis(row["basis"]),
        said_in=row["said_in"],
        chain=tuple(_link_from_row(link) for link in row["chain"]),
        reader=row["reader"],
        confidence=row["confidence"],
        certainty=_optional(row["certainty"], _certainty_from_row),
        decided=row["decided"],
    )


def row_of_entity(entity: Entity) -> Row:
    return {
        "kind": "entity",
        "id": entity.id,
        "sort": str(entity.kind),
        "names": list(entity.names),
        "source": entity.source,
        "known": list(entity.known),
        "speaks_for": [
            {"of": tie.of, "as": tie.role, "from": tie.start, "until": tie.end, "because": tie.because}
            for tie in entity.affiliations
        ],
        "location": _optional(entity.location, _row_of_location),
        "doubt": entity.doubt,
    }


def row_of_lineage(lineage: Lineage) -> Row:
    return {
        "kind": "lineage",
        "report": lineage.report,
        "of": lineage.of,
        "relation": str(lineage.relation),
        "score": lineage.score,
        "evidence": lineage.evidence,
    }


def row_of_event(event: Event) -> Row:
    return {
        "kind": "event",
        "id": event.id,
        "type": str(event.type),
        "place": event.place,
        "place_names": list(event.place_names),
        "when": event.when,
        "claims": list(event.claims),
        "voices": [
            {
                "id": voice.id,
                "name": voice.name,
                "names": list(voice.names),
                "speaks_for": voice.speaks_for,
                "stances": [str(stance) for stance in voice.stances],
                "interest": str(voice.interest),
                "against_own_interest": voice.against_own_interest,
                "claims": list(voice.claims),
            }
            for voice in event.voices
        ],
        "at_least": event.at_least,
        "accounts": [
            {"id": account.id, "claims": list(account.claims), "voices": list(account.voices)}
            for account in event.accounts
        ],
        "conflicts": [
            {
                "on": str(conflict.on),
                "accounts": list(conflict.accounts),
                "between": [list(side) for side in conflict.between],
                "values": list(conflict.values),
            }
            for conflict in event.conflicts
        ],
        "knowledge": list(event.knowledge),
        "airwars": str(graded[0]) if (graded := grade_event(event)) else None,
        "retracted": list(event.retracted),
        "unsourced": list(event.unsourced),
    }


def row_of_assessment(assessment: Assessment) -> Row:
    decision = assessment.decision
    return {
        "kind": "assessment",
        "of": assessment.of,
        "grade": assessment.grade,
        "by": decision.by,
        "at": decision.at.isoformat(),
        "because": decision.because,
    }


def row_of_holding(holding: Holding) -> Row:
    return {
        "kind": "holding",
        "place": holding.place,
        "place_names": list(holding.place_names),
        "holder": holding.holder,
        "holder_names": list(holding.holder_names),
        "from": holding.start,
        "to": holding.end,
        "status": str(holding.status),
        "last_said": holding.last_said,
        "events": list(holding.events),
        "voices": holding.voices,
        "at_least": holding.at_least,
        "knowledge": list(holding.knowledge),
    }


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _spans_from_pairs(pairs: Iterable[Iterable[int]], text: str) -> tuple[Span, ...]:
    return tuple(Span.of(text, start, end) for start, end in pairs)


def _row_of_span(span: Span | None) -> Row | None:
    return {"start": span.start, "end": span.end, "text": span.text} if span else None


def _span_from_row(row: Row | None) -> Span | None:
    return Span(row["start"], row["end"], row["text"]) if row else None


def _row_of_flaw(flaw: Flaw) -> Row:
    span = _row_of_span(flaw.span) or {"start": None, "end": None, "text": None}
    return {"flaw": str(flaw.kind), **span}


def _flaw_from_row(row: Row, text: str) -> Flaw:
    span = None if row["start"] is None else Span.of(text, row["start"], row["end"])
    return Flaw(FlawKind(row["flaw"]), span)


def _row_of_mention(mention: Mention) -> Row:
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "entity": mention.entity,
        "names": list(mention.names),
    }


def _mention_from_row(row: Row) -> Mention:
    return Mention(row["text"], row["start"], row["end"], row["entity"], tuple(row["names"]))


def _row_of_link(link: Link) -> Row:
    return {"source": _row_of_mention(link.source), "cue": _row_of_span(link.cue), "channel": link.channel}


def _link_from_row(row: Row) -> Link:
    return Link(_mention_from_row(row["source"]), _span_from_row(row["cue"]), row["channel"])


def _row_of_certainty(certainty: Certainty | None) -> Row | None:
    if certainty is None:
        return None
    return {"type": certainty.type, "stance": certainty.stance, "speaker": certainty.speaker}


def _certainty_from_row(row: Row) -> Certainty:
    return Certainty(row["type"], row["stance"], row["speaker"])


def _entities_of(snapshot: Snapshot) -> Iterator[Entity]:
    """Every entity once, in the order in which the reports first name them."""
    seen: set[str] = set()
    for entity in (entity for resolution in snapshot.resolutions for entity in resolution.entities):
        if entity.id not in seen:
            seen.add(entity.id)
            yield entity


def _row_of_location(location: Location) -> Row:
    place = location.place
    return {
        "place": place.id,
        "name": place.name,
        "sort": str(place.kind),
        "country": place.country,
        "region": place.region,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "radius_m": place.radius_m,
        "source": place.source,
        "geo_precision": location.geo_precision,
        "where_prec": location.where_prec,
        "score": round(location.score, 3),
        "because": [reason.because for reason in location.reasons],
        "others": [
            {"place": other.id, "name": other.name, "country": other.country, "score": round(other.score, 3)}
            for other in location.others
        ],
    }


def _row_of_when(when: When | None) -> Row | None:
    if when is None:
        return None
    return {
        "text": when.span.text,
        "start": when.span.start,
        "end": when.span.end,
        "edtf": when.edtf,
        "basis": when.basis,
    }


def _when_from_row(row: Row) -> When:
    return When(Span(row["start"], row["end"], row["text"]), row["edtf"], row["basis"])


def _row_of_quantity(quantity: Quantity) -> Row:
    return {
        "start": quantity.span.start,
        "end": quantity.span.end,
        "text": quantity.span.text,
        "low": _number(quantity.low),
        "best": _number(quantity.best),
        "high": _number(quantity.high),
        "approximate": quantity.approximate,
        "unit": quantity.unit,
        "of": str(quantity.of) if quantity.of else None,
        "status": quantity.status,
    }


def _quantity_from_row(row: Row) -> Quantity:
    return Quantity(
        span=Span(row["start"], row["end"], row["text"]),
        low=row["low"],
        best=row["best"],
        high=row["high"],
        approximate=row["approximate"],
        unit=row["unit"],
        of=_optional(row["of"], Role),
        status=row["status"],
    )


def _number(value: float | None) -> float | int | None:
    """300 rather than 300.0: people read these rows."""
    return int(value) if value is not None and float(value).is_integer() else value


def _optional(value: _Given | None, make: Callable[[_Given], _Made]) -> _Made | None:
    return None if value is None else make(value)
