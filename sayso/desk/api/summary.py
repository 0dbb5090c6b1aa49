"""Summaries: what lists and searches tell of each thing, in the words of the record's rows (docs/formats.md)."""

from __future__ import annotations

from dataclasses import asdict

from sayso.model.found import ClaimRow, EntityRow, EventRow, Facet, ReportRow
from sayso.model.rows import Row

_AT = "/api/v1"


def summarize(row: EventRow | ClaimRow | ReportRow) -> Row:
    """The summary of an event, a claim or a report."""
    if isinstance(row, EventRow):
        return summarize_event(row)
    return summarize_claim(row) if isinstance(row, ClaimRow) else summarize_report(row)


def summarize_event(row: EventRow) -> Row:
    """An event: what its title names, its counts, its conflicts, and words of it with who says them."""
    return {
        "kind": "event",
        "id": row.id,
        "type": str(row.type),
        "place": row.place,
        "names": {key: value for key, value in asdict(row.title).items() if value},
        "when": row.happened,
        "counts": {"claims": row.claims, "reports": row.reports, "voices": row.voices},
        "at_least": row.at_least,
        "stances": {str(stance): voices for stance, voices in row.stances},
        "conflicts": [{"on": str(conflict.on), "values": list(conflict.values)} for conflict in row.conflicts],
        "told": {
            "first": row.told_first.isoformat() if row.told_first else None,
            "last": row.told_last.isoformat() if row.told_last else None,
        },
        "quote": summarize_claim(row.quote) if row.quote else None,
        "address": f"{_AT}/events/{row.id}",
        "page": f"/event/{row.id}",
    }


def summarize_claim(row: ClaimRow) -> Row:
    """A claim: exact words, who says so, in which report, on which event."""
    return {
        "kind": "claim",
        "id": row.id,
        "type": str(row.type),
        "stance": str(row.stance),
        "text": row.words,
        "speaker": row.speaker,
        "report": row.report,
        "outlet": row.outlet,
        "language": row.language,
        "published": row.told,
        "when": row.happened,
        "confidence": row.confidence,
        "event": row.event,
        "counts": {"voices": row.voices},
        "at_least": row.at_least,
        "contested": row.is_contested,
        "address": f"{_AT}/claims/{row.id}",
        "page": f"/claim/{row.id}",
    }


def summarize_report(row: ReportRow) -> Row:
    """A report: headline, outlet, day, and words of it."""
    return {
        "kind": "report",
        "id": row.id,
        "title": row.title,
        "outlet": row.outlet,
        "language": row.language,
        "published": row.told,
        "counts": {"claims": row.claims},
        "words": row.words,
        "address": f"{_AT}/reports/{row.id}",
        "page": f"/report/{row.id}",
    }


def summarize_entity(row: EntityRow, room: str) -> Row:
    """A place, a source or an actor, with the number of its events; `room` is the first part of its page's address."""
    place = row.location.place if row.location else None
    return {
        "kind": "entity",
        "id": row.id,
        "sort": str(row.kind),
        "name": row.name,
        "counts": {"events": row.events, "disputed": row.disputed},
        "told": {"last": row.told_last.isoformat() if row.told_last else None},
        "location": {
            "latitude": place.latitude,
            "longitude": place.longitude,
            "radius_m": place.radius_m,
            "country": place.country,
            "source": place.source,
        }
        if place
        else None,
        "page": f"/{room}/{row.id}",
    }


def summarize_facet(facet: Facet) -> Row:
    """A part of the search that narrows it, and how many rows each value leaves."""
    values = [{"value": each.value, "name": each.name, "count": each.count} for each in facet.values]
    return {"of": facet.of, "values": values}
