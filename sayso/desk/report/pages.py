"""The pages of reports and claims, and what coders decide of a report's lineage there."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

from sayso.brief import explain
from sayso.desk.check.bench import shown_decisions
from sayso.desk.check.telling import Entry, tell_history
from sayso.desk.deciding import sign
from sayso.desk.form import TakeForm
from sayso.desk.page import OpenPage
from sayso.desk.report.head import Head
from sayso.desk.report.paragraph import set_paragraphs
from sayso.desk.report.version import view_versions
from sayso.desk.report.view import view_report
from sayso.errors import NotInRecord, UsageError
from sayso.model.decision import DecisionKind, Target
from sayso.model.lineage import Relation
from sayso.model.report import identify_report
from sayso.model.resolution import Resolution
from sayso.model.ruling import LINEAGE, write_edge
from sayso.model.snapshot import Snapshot
from sayso.people import Role

router = APIRouter()

_MOST_DECISIONS = 20  # on the page; the history has all
_WORDS = re.compile(r"(\d{1,9})-(\d{1,9})")


@router.get("/report/{report_id}")
def show_report(
    page: OpenPage, report_id: str, part: str = "1", claim: str = "", why: str = "", words: str = ""
) -> Response:
    """A report: its text with who says what, its claims, its lineage, and other reports on the same events.

    `claim` is shown with its words, and with `why` explained; `words` (`120-160`) are offsets of the clean text.
    """
    standing = page.record.resolve_id(report_id)
    if standing != report_id:
        return RedirectResponse(_address(standing, page.request.url.query), 301)
    snapshot = page.record.around_report(report_id)
    if not _is_held(snapshot, report_id):
        return _show_unheld(page, snapshot, report_id)
    view = view_report(
        snapshot,
        report_id,
        kept=page.record.custody(report_id),
        part=_read_part(part),
        claim=claim or None,
        words=_read_words(words),
    )
    chosen = claim if any(claim == each.id for saying in view.sayings for each in saying.claims) else ""
    return page.show(
        "report.html",
        title=view.head.title or view.head.link or view.head.file,
        crumbs=_crumbs(page, view.head),
        report=view,
        chosen=chosen,
        explanation=explain(snapshot, chosen, knowledge=page.knowledge) if chosen and why else None,
        history=_tell_history(page, snapshot, report_id),
        relations=(Relation.COPY, Relation.TRANSLATION, Relation.REWRITE, Relation.CREDIT),
    )


@router.get("/report/{report_id}/version/{digest}")
def show_version(page: OpenPage, report_id: str, digest: str) -> Response:
    """The text of one version of a report, as it was acquired, and what it claims otherwise than the one before."""
    report = page.record.resolve_id(report_id)
    kept = page.record.custody(report)
    found = next((version for version in kept if version.report.version == digest), None)
    if found is None:
        raise NotInRecord(f"{digest[:80]}: is no version of this report; its page lists those that there are")
    attributions = found.reading.attributions if found.reading else ()
    return page.show(
        "report_version.html",
        title=found.report.title or found.report.address,
        report=report,
        shown=found.report,
        paragraphs=set_paragraphs(Resolution(found.report, attributions)),
        version=next(each for each in view_versions(kept, kept[-1].report.version) if each.digest == digest),
    )


@router.get("/claim/{claim_id}")
def show_claim(page: OpenPage, claim_id: str, why: str = "") -> Response:
    """Leads to the words of a claim in its report; to a part of that page alone where htmx asks why."""
    standing = page.record.resolve_id(claim_id)
    report = page.record.report_of(standing)
    if why and page.is_part:
        explanation = explain(page.record.around_report(report), standing, knowledge=page.knowledge)
        return page.show("report_why.html", explanation=explanation)
    asked = f"claim={standing}&why=1" if why else f"claim={standing}"
    return RedirectResponse(f"{_address(report, asked)}#claim-{standing}", 303)


@router.post("/report/{report_id}/cut")
def cut_lineage(page: OpenPage, report_id: str, form: TakeForm) -> Response:
    """A coder says that this report does not derive from another: both then have voices of their own."""
    page.require(Role.CODER)
    of = page.record.resolve_id(form["origin"])
    lines = page.record.around_report(report_id).corroboration.lineage
    relation = next((line.relation for line in lines if line.report == report_id and line.of == of), Relation.CREDIT)
    sign(page, DecisionKind.CUT, Target(report_id, field=LINEAGE), write_edge(of, relation), form.get("because"))
    return page.go(
        f"/report/{quote(report_id)}#lineage", notice=page.say("Kept: this report does not derive from that one.")
    )


@router.post("/report/{report_id}/link")
def link_lineage(page: OpenPage, report_id: str, form: TakeForm) -> Response:
    """A coder says that this report derives from another: its voices are then those of its origin."""
    page.require(Role.CODER)
    report, origin = page.record.resolve_id(report_id), _find_origin(page, form["origin"])
    if origin == report:
        raise UsageError("a report does not derive from itself; give the address of another")
    relation = _read_relation(form["relation"])
    sign(page, DecisionKind.ADD, Target(report, field=LINEAGE), write_edge(origin, relation), form.get("because"))
    return page.go(f"/report/{quote(report)}#lineage", notice=page.say("Kept: this report derives from that one."))


def _show_unheld(page: OpenPage, snapshot: Snapshot, report_id: str) -> Response:
    """A text that only others speak of: who says that they have it from there."""
    unheld = next(report for report in snapshot.corroboration.unheld if report.id == report_id)
    held = {resolution.report.id: resolution.report for resolution in snapshot.resolutions}
    lines = [line for line in snapshot.corroboration.lineage if line.of == report_id and line.report in held]
    return page.show(
        "report_unheld.html",
        title=page.say("%(outlet)s, not held here", outlet=unheld.outlet or unheld.address),
        unheld=unheld,
        ties=[(held[line.report], line) for line in lines],
    )


def _is_held(snapshot: Snapshot, report_id: str) -> bool:
    return any(resolution.report.id == report_id for resolution in snapshot.resolutions)


def _tell_history(page: OpenPage, snapshot: Snapshot, report: str) -> tuple[Entry, ...]:
    """What persons decided of a report and its words, the latest first; no more than a page bears."""
    every = shown_decisions(page, snapshot.decisions)
    made = [each for each in every if each.target.report == report and each.kind is not DecisionKind.UNDO]
    return tell_history(made[-_MOST_DECISIONS:], every, snapshot.texts, page.say)


def _crumbs(page: OpenPage, head: Head) -> list[tuple[str, str]]:
    """The way to a report: all reports, its outlet, then the sections that its page stood in."""
    crumbs = [(page.say("Reports"), "/search?kind=report")]
    if head.outlet and head.outlet_page:
        crumbs.append((head.outlet, head.outlet_page))
    return [*crumbs, *((section, f"/search?kind=report&q={quote(section, safe='')}") for section in head.sections)]


def _address(report: str, asked: str) -> str:
    return f"/report/{quote(report)}" + (f"?{asked}" if asked else "")


def _read_words(written: str) -> tuple[int, int] | None:
    """Start and end of words, from what an address says; None for anything else."""
    match = _WORDS.fullmatch(written)
    if match is None or int(match[1]) >= int(match[2]):
        return None
    return int(match[1]), int(match[2])


def _read_part(written: str) -> int:
    """The number of a part; the first for anything else."""
    return int(written) if re.fullmatch(r"[0-9]{1,6}", written) else 1


def _find_origin(page: OpenPage, written: str) -> str:
    """The report that somebody names: by its page on this desk, its identifier, or its address on the web.

    Raises UsageError.
    """
    last = urlsplit(written).path.rstrip("/").rpartition("/")[2] if "/report/" in written else written
    for candidate in (last, identify_report(url=written, outlet=None, text="")):
        try:
            standing = page.record.resolve_id(candidate)
            page.record.custody(standing)
        except NotInRecord:
            continue
        return standing
    raise UsageError(f"{written[:200]!r} is no report of this record; copy the address of its page here")


def _read_relation(written: str) -> Relation:
    try:
        return Relation(written)
    except ValueError as error:
        raise UsageError(f"{written[:40]!r} is no way in which a report derives from another") from error
