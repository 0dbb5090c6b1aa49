"""Bench: where somebody checks. On the record itself, or blind: on a sample, where nobody sees what another decides."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import Depends, Request

from sayso.desk.check.signing import sign_acts
from sayso.desk.page import OpenPage, Page
from sayso.errors import NotAllowed, NotInRecord
from sayso.model.checking import Act, find_whole, mark_whole
from sayso.model.decision import Decision, decide_report
from sayso.model.reading import Reading
from sayso.model.report import Report
from sayso.model.resolution import Resolution
from sayso.model.second import Round, blind, finish, hide_blind, list_rounds, measure_progress, read_blind
from sayso.model.snapshot import Snapshot
from sayso.people import Role
from sayso.resolve import settle


@dataclass(frozen=True, slots=True)
class Bench:
    """Where a visitor checks: `round_` is None for the record itself."""

    page: Page
    round_: Round | None = None

    @property
    def base(self) -> str:
        """How the addresses of its pages begin."""
        return f"/check/blind/{self.round_.id}" if self.round_ else "/check"

    @property
    def may(self) -> bool:
        """Whether the visitor may decide here."""
        return self.page.visitor.is_at_least(Role.CODER)

    def around(self, report: str) -> Snapshot:
        """A report with what stands around it, as the visitor is shown it. Raises NotInRecord."""
        return self.show(self.around_whole(report))

    def show(self, whole: Snapshot) -> Snapshot:
        """A snapshot of the whole record as the visitor is shown it."""
        snapshot = self.page.record.conceal(whole)
        return replace(snapshot, decisions=shown_decisions(self.page, snapshot.decisions))

    def around_whole(self, report: str) -> Snapshot:
        """A report as acts are made from it; blind, with nothing but what this reader has made of it. NotInRecord."""
        if self.round_ is None:
            return self.page.office.record.around_report(report)
        shown, reading = open_blind(self.page, self.round_, self.page.visitor.name, report)
        mine = tuple(each for each in self.decisions() if each.by == self.page.visitor.name)
        resolution = Resolution(shown, reading.attributions, reading.claims)
        texts = {**self.page.office.record.texts(), shown.version: shown.text}
        return Snapshot((resolution,), decisions=mine, texts=texts)

    def report_of(self, claim: str) -> str:
        """The report in which a claim stands. Raises NotInRecord."""
        if self.round_ is None:
            return self.page.record.report_of(claim)
        for report, _ in self.round_.pages:
            resolution = self.around_whole(report).resolutions[0]
            if any(each.id == claim for each in resolution.claims):
                return report
        raise NotInRecord(f"{claim}: is no claim of this round; choose one from its reports")

    def resolve(self, name: str) -> str:
        """What stands under a name now. Raises NotInRecord."""
        return name if self.round_ else self.page.record.resolve_id(name)

    def sign(self, acts: Iterable[Act], because: str) -> tuple[Decision, ...]:
        """Signs acts as the visitor; blind, under the name of the round."""
        round_ = self.round_
        return sign_acts(self.page, [blind(each, round_) for each in acts] if round_ else acts, because)

    def mark_whole(self, report: Report) -> tuple[Decision, ...]:
        """The visitor has checked a report from its first word to its last."""
        if self.round_:
            return sign_acts(self.page, [finish((report.id, report.version), self.round_)], "")
        near = self.page.office.record.around_report(report.id)  # also what is withheld stands
        whole = next(each for each in near.resolutions if each.report.id == report.id)
        act = mark_whole(whole.report.id, whole.report.version, whole.claims, whole.attributions)
        return sign_acts(self.page, [act], "")

    def is_whole(self, report: Report) -> bool:
        """Whether a report was checked whole: on the record by anybody, blind by this reader."""
        place = report.id, report.version
        if self.round_ is None:
            return place in find_whole(self.page.office.record.decisions())
        progress = measure_progress(self.round_, self.page.office.record.decisions())
        return place not in progress.left.get(self.page.visitor.name, ())

    def decisions(self) -> tuple[Decision, ...]:
        """All decisions that the visitor may see."""
        return shown_decisions(self.page, self.page.record.decisions())


def shown_decisions(page: Page, decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Decisions without those that others make in a round that is not read through."""
    return hide_blind(tuple(decisions), page.visitor.name or None)


def open_blind(page: Page, round_: Round, reader: str, report: str) -> tuple[Report, Reading]:
    """A report of a round as one of its readers has it, whole. Raises NotInRecord for one that is not of the round."""
    record = page.office.record
    version = dict(round_.pages).get(report)
    held = [each for each in record.history(of=[report]) if each.report.version == version] if version else []
    if not held:
        raise NotInRecord(f"{report}: is no report of this round; choose one from its list")
    decisions = record.decisions()
    shown = decide_report(held[-1].report, [each for each in decisions if each.at <= round_.at])
    texts = {**record.texts(), shown.version: shown.text}
    return shown, read_blind(round_, reader, settle(shown, held[-1].reading), decisions, texts)


def find_round(page: Page, round_id: str) -> Round:
    """A round in force. Raises NotInRecord."""
    found = next((each for each in list_rounds(page.office.record.decisions()) if each.id == round_id), None)
    if found is None:
        raise NotInRecord(f"{round_id}: is no round of this record; the list of rounds has those that are")
    return found


def take_bench(page: OpenPage, request: Request) -> Bench:
    """The bench of an address. Raises NotInRecord for no such round, NotAllowed for who does not read in it."""
    round_id = request.path_params.get("round_id")
    if round_id is None:
        return Bench(page)
    page.require(Role.CODER)
    round_ = find_round(page, round_id)
    if page.visitor.name not in round_.readers:
        raise NotAllowed("Only the two who read in this round work on its reports.")
    return Bench(page, round_)


TakeBench = Annotated[Bench, Depends(take_bench)]
