"""Affair: a theatre as an affair folder, which people can read and `sayso evaluate` takes (`docs/formats.md`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath
from typing import Any

import yaml

from sayso.model.claim import Claim, Quantity
from sayso.model.conflict import ConflictOn
from sayso.model.report import Report
from sayso.model.resolution import Resolution
from sayso.simulate.theatre import Theatre
from sayso.simulate.truth import TrueConflict, TrueHappening, Truth

_NOTE = "# Invented from end to end by `sayso simulate`: country, people, outlets and events. Evidence of nothing.\n"
_Sides = tuple[tuple[str, ...], tuple[str, ...]]


def write_affair(theatre: Theatre) -> dict[str, str]:
    """The files of an affair folder by their paths in it: `reports/NAME.txt` and `gold.yaml`.

    Claims are named by report and number ("0003-2"). What derives from a report that the theatre does not hold
    is left out. Happenings of one claim are no events of gold.
    """
    files = {f"reports/{_name(r.report)}.txt": _write_report(r.report) for r in theatre.resolutions}
    names = dict(_name_claims(theatre.resolutions))
    rows = {
        "claims": [_row_of_claim(claim, r.report, names) for r in theatre.resolutions for claim in r.claims],
        "events": [
            _row_of_event(happening, names) for happening in theatre.truth.happenings if len(happening.claims) > 1
        ],
        "lineage": list(_rows_of_lineage(theatre)),
        "holdings": list(_rows_of_holdings(theatre.truth)),
    }
    files["gold.yaml"] = _NOTE + "".join(f"{title}:{_write_rows(some)}" for title, some in rows.items())
    return files


def _name(report: Report) -> str:
    return PurePath(report.address).stem


def _name_claims(resolutions: Iterable[Resolution]) -> Iterator[tuple[str, str]]:
    for resolution in resolutions:
        number = _name(resolution.report).partition("-")[0]
        for n, claim in enumerate(resolution.claims, 1):
            yield claim.id, f"{number}-{n}"


def _write_report(report: Report) -> str:
    header = {
        "outlet": report.outlet,
        "url": report.url,
        "published": report.told,
        "language": report.language,
        "title": report.title,
    }
    return "".join(f"{key}: {value}\n" for key, value in header.items() if value) + f"\n{report.text}\n"


def _write_rows(rows: list[dict[str, Any]]) -> str:
    """Rows of a list, each on a line of its own."""
    if not rows:
        return " []\n"
    lines = (
        yaml.safe_dump(row, default_flow_style=True, width=10**6, sort_keys=False, allow_unicode=True) for row in rows
    )
    return "\n" + "".join(f"  - {line}" for line in lines)


def _row_of_claim(claim: Claim, report: Report, names: Mapping[str, str]) -> dict[str, Any]:
    row: dict[str, Any] = {
        "id": names[claim.id],
        "report": _name(report),
        "type": str(claim.type),
        "stance": str(claim.stance),
        "evidence": claim.evidence.text,
        "roles": _roles(claim),
        "said_by": [link.source.text for link in claim.chain],
    }
    if claim.when and claim.when.edtf:
        row["when"] = claim.when.edtf
    if claim.quantities:
        row["number"] = _number(claim.quantities[0])
    if claim.manner:
        row["manner"] = claim.manner.text
    return row


def _roles(claim: Claim) -> dict[str, Any]:
    found: dict[str, list[str]] = {}
    for filler in claim.roles:
        found.setdefault(str(filler.role), []).append(filler.mention.text)
    return {role: words[0] if len(words) == 1 else words for role, words in found.items()}


def _number(quantity: Quantity) -> dict[str, Any]:
    """As gold gives a count: bounds that follow from "about" or from a plain number are left out."""
    row: dict[str, Any] = {}
    is_plain = quantity.approximate or quantity.low == quantity.best == quantity.high
    if not is_plain:
        row |= {"low": quantity.low, "high": quantity.high}
    row |= {"best": quantity.best, "approximate": quantity.approximate or None, "unit": quantity.unit}
    return {key: value for key, value in row.items() if value is not None}


def _row_of_event(happening: TrueHappening, names: Mapping[str, str]) -> dict[str, Any]:
    row: dict[str, Any] = {
        "id": happening.id,
        "claims": [names[claim] for claim in happening.claims],
        "voices": [voice.name for voice in happening.voices],
    }
    conflicts = [
        {"on": str(on), "between": [[names[claim] for claim in side] for side in sides]}
        for on, sides in _gather_sides(happening.conflicts)
    ]
    return {**row, "conflicts": conflicts} if conflicts else row


def _gather_sides(conflicts: Iterable[TrueConflict]) -> Iterator[tuple[ConflictOn, _Sides]]:
    """Conflicts that have one side in common put together, so that each pair of claims stands in one of them."""
    by_left: dict[tuple[ConflictOn, tuple[str, ...]], list[str]] = {}
    for conflict in conflicts:
        by_left.setdefault((conflict.on, conflict.between[0]), []).extend(conflict.between[1])
    by_right: dict[tuple[ConflictOn, tuple[str, ...]], list[str]] = {}
    for (on, left), right in by_left.items():
        by_right.setdefault((on, tuple(right)), []).extend(left)
    return ((on, (tuple(left), right)) for (on, right), left in by_right.items())


def _rows_of_lineage(theatre: Theatre) -> Iterator[dict[str, Any]]:
    names = {resolution.report.id: _name(resolution.report) for resolution in theatre.resolutions}
    for edge in theatre.truth.lineage:
        if edge.of in names:
            yield {"report": names[edge.report], "of": names[edge.of], "relation": str(edge.relation)}


def _rows_of_holdings(truth: Truth) -> Iterator[dict[str, Any]]:
    for holding in truth.holdings:
        row = {
            "place": holding.place_name,
            "holder": holding.holder_name,
            "from": holding.start,
            "to": holding.end,
            "status": str(holding.status),
        }
        yield {key: value for key, value in row.items() if value}
