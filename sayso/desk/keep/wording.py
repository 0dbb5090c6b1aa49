"""Wording: a row of the record in one line, for feeds, letters, tables and page titles."""

from __future__ import annotations

from sayso.brief import count_voices, plural
from sayso.brief.title import write_title
from sayso.desk.event.heading import head_event
from sayso.desk.keep.thing import Place
from sayso.desk.page import Page
from sayso.desk.wording import write_date
from sayso.model.found import ClaimRow, EventRow, ReportRow


def caption_row(page: Page, row: EventRow | ClaimRow | ReportRow | Place) -> str:
    """What a row is called, in the visitor's language."""
    if isinstance(row, EventRow):
        named = head_event(row.type, row.title, page.say)
        return page.say(", ").join([named, write_date(row.happened, page.say)]) if row.happened else named
    return name_row(row) or page.say("a report without a headline")


def name_row(row: EventRow | ClaimRow | ReportRow | Place) -> str:
    """The same without a page: `Taken: Tarsel air base, by The Karun Guard`."""
    match row:
        case EventRow():
            return write_title(row.type, row.title, row.happened)
        case ClaimRow():
            return f"{row.speaker or row.outlet or 'nobody named'}: “{row.words}”"
        case ReportRow():
            return row.title or ""
        case Place():
            return row.name


def count_row(row: EventRow | ClaimRow | ReportRow) -> str:
    """How it stands: `2 voices in 3 reports; disputed`. Voices, never copies."""
    match row:
        case EventRow():
            disputed = "; accounts of it disagree" if row.is_disputed else ""
            return f"{count_voices(row.voices, row.at_least)} in {plural(row.reports, 'report')}{disputed}"
        case ClaimRow():
            heard = f", on an event with {count_voices(row.voices, row.at_least)}" if row.event else ""
            return f"{row.stance}{heard}"
        case ReportRow():
            return plural(row.claims, "claim")
