"""Stated: what a person says of inputs that their pages do not."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from sayso.errors import UsageError
from sayso.model.decision import DecisionKind, Target, check_report_field, decide_report
from sayso.model.report import Report
from sayso.pipeline.decision import propose
from sayso.pipeline.reading import read_again
from sayso.workshop import Workshop


@dataclass(frozen=True, slots=True)
class Stated:
    """What a person says of the inputs that their pages do not: each becomes a signed decision."""

    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None

    def fields(self) -> dict[str, str]:
        """The fields that were stated, by name."""
        stated = {"outlet": self.outlet, "published": self.published, "url": self.url, "language": self.language}
        return {name: value for name, value in stated.items() if value is not None}


def check_stated(stated: Stated) -> None:
    """Raises UsageError, with the option, for what cannot be so."""
    for field, value in stated.fields().items():
        if wrong := check_report_field(field, value):
            raise UsageError(f"--{field}: {wrong}")


def decide_stated(report: str, page: Report, stated: Stated, *, shop: Workshop) -> None:
    """What was stated becomes decisions on the report, where its page and persons say otherwise so far."""
    shown = decide_report(replace(page, id=report), shop.record.decisions())
    known = {"outlet": shown.outlet, "published": shown.told, "url": shown.url, "language": shown.language}
    for field, value in stated.fields().items():
        if known[field] != value:
            because = "stated when the report was read"
            target = Target(report, field=field)
            shop.record.add_decision(propose(DecisionKind.SET, target, value, because=because, shop=shop))


def decide_stated_of_known(stated: Stated, *, of: Collection[str], but: Collection[str], shop: Workshop) -> None:
    """What was stated of inputs that the record knew already; a report whose language was stated is read again."""
    if not stated.fields():
        return
    known = [report for report in shop.record.reports() if report.address in of and report.id not in but]
    for report in known:
        decide_stated(report.id, report, stated, shop=shop)
    if stated.language is not None:
        read_again(known, shop)
