"""Reports, whole, with what was read in them, and which derives from which."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import RedirectResponse, Response

from sayso.desk.api.asker import Answering, AnyAsker
from sayso.errors import NotInRecord
from sayso.model.resolution import Resolution
from sayso.model.rows import Row, row_of_attribution, row_of_claim, row_of_entity, row_of_lineage, row_of_report
from sayso.model.snapshot import Snapshot

router = APIRouter(route_class=Answering, tags=["reports"])


@router.get("/reports/{report}", summary="A report with its text")
def give_report(asker: AnyAsker, report: str) -> Response:
    """The report's row; one that is not held has no text."""
    standing = asker.record.resolve_id(report)
    if standing != report:
        return RedirectResponse(f"/api/v1/reports/{standing}", 307)
    part = asker.record.around_report(report)
    reports = {each.id: each for each in (*(each.report for each in part.resolutions), *part.corroboration.unheld)}
    if report not in reports:
        raise NotInRecord(f"{report}: is no report of this record")
    return asker.answer(row_of_report(reports[report]))


@router.get("/reports/{report}/claims", summary="What was read in a report")
def give_report_claims(asker: AnyAsker, report: str) -> Response:
    """Its claims, attributions and entities, as rows of their kinds."""
    read = _find(asker.record.around_report(report), asker.record.resolve_id(report))
    rows: list[Row] = []
    if read:
        rows = [
            *map(row_of_attribution, read.attributions),
            *map(row_of_claim, read.claims),
            *map(row_of_entity, read.entities),
        ]
    return asker.page_of(rows, total=len(rows), number=1, per_page=max(1, len(rows)))


@router.get("/lineage", summary="Which report derives from which")
def give_lineage(
    asker: AnyAsker, report: Annotated[str, Query(description="The report that it is about.")]
) -> Response:
    """The lines that begin or end in a report."""
    part = asker.record.around_report(report)
    standing = asker.record.resolve_id(report)
    lines = [line for line in part.corroboration.lineage if standing in (line.report, line.of)]
    return asker.page_of(map(row_of_lineage, lines), total=len(lines), number=1, per_page=max(1, len(lines)))


def _find(part: Snapshot, report: str) -> Resolution | None:
    return next((each for each in part.resolutions if each.report.id == report), None)
