"""Description: what is known of an entry, in rows for a person."""

from __future__ import annotations

from sayso.model.entity import Affiliation
from sayso.model.knowledge import Entry, Knowledge


def describe_entry(knowledge: Knowledge, entry: Entry) -> tuple[tuple[str, str], ...]:
    """What is known of an entry, as (what, how it is) rows in the order for reading; empty fields are left out.

    Affiliations come in the order of their beginnings, then those that lead to the entry.
    """
    rows = [
        ("id", entry.key),
        ("type", entry.type.value.replace("_", " ")),
        ("names", "; ".join(entry.names)),
        ("source", "unchecked: from memory alone" if entry.is_unchecked else entry.source),
        ("stands in", f"{entry.file}, line {entry.line}" if entry.line else entry.file),
        ("country", entry.country or ""),
        ("time", _time(entry.start, entry.end)),
        ("language", entry.language or ""),
        ("owner", _name(knowledge, entry.owner)),
        ("is", "a news agency" if entry.is_agency else ""),
        ("capital", "; ".join(entry.capital)),
        ("people", "; ".join(entry.people)),
        ("part of", _name(knowledge, entry.part_of)),
        *[("identifier", f"{scheme} {value}") for scheme, value in entry.identifiers],
        *[("speaks for", _tie(knowledge, each)) for each in sorted(entry.affiliations, key=_begin)],
        *[("spoken for by", each) for each in _spoken_for_by(knowledge, entry)],
    ]
    return tuple(row for row in rows if row[1])


def _spoken_for_by(knowledge: Knowledge, entry: Entry) -> list[str]:
    leading = [
        (_begin(tie), _with_tie(other.names[0], tie))
        for other in knowledge.entries.values()
        for tie in other.affiliations
        if tie.of == entry.id
    ]
    return [said for _, said in sorted(leading)]


def _tie(knowledge: Knowledge, tie: Affiliation) -> str:
    return _with_tie(_name(knowledge, tie.of), tie)


def _with_tie(name: str, tie: Affiliation) -> str:
    parts = [name, f"as {tie.role}" if tie.role else "", _time(tie.start, tie.end)]
    return ", ".join(part for part in parts if part) + f" ({tie.because})"


def _begin(tie: Affiliation) -> str:
    return tie.start or ""


def _name(knowledge: Knowledge, id_: str | None) -> str:
    entry = knowledge.entries.get(id_ or "")
    return f"{entry.names[0]} [{entry.key}]" if entry else id_ or ""


def _time(start: str | None, end: str | None) -> str:
    if start and end:
        return f"{start} to {end}"
    return f"from {start}" if start else f"until {end}" if end else ""
