"""Shown: reports and their readings as persons see them: with what is stated and decided of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.model.decision import Decision, decide_report, group_stated
from sayso.model.reading import Reading
from sayso.model.report import Flaw, FlawKind, Report
from sayso.model.revision import group_decided, revise_all, says_what_stands
from sayso.record.inputs import Input
from sayso.workshop import Workshop


def show_report(report: Report, stated: Mapping[str, Sequence[Decision]], languages: Collection[str]) -> Report:
    """The report with what persons said of it, and flagged where the reader does not know its language."""
    shown = decide_report(report, stated.get(report.id, ()))
    if shown.language is None or shown.language in languages:
        return shown
    return replace(shown, flaws=(*shown.flaws, Flaw(FlawKind.UNREADABLE_LANGUAGE)))


def load_readings(
    decisions: Sequence[Decision],
    shop: Workshop,
    anew: Iterable[Reading] = (),
    *,
    of: Collection[str] | None = None,
) -> list[tuple[Report, Reading]]:
    """The record's readings (`of` these reports; None: all), or those `anew`, with the reports as persons see them."""
    stated, other = group_stated(decisions), {(each.report, each.version): each for each in anew}
    return [
        (show_report(report, stated, shop.languages), other.get((reading.report, reading.version), reading))
        for report, reading in shop.record.readings(of=of)
    ]


def revise(
    readings: Sequence[tuple[Report, Reading]], decisions: Sequence[Decision], texts: Mapping[str, str]
) -> Sequence[tuple[Report, Reading]]:
    """Readings as persons see them.

    Denials are settled before: a person who sees "Orland denied it" in the words of what it denies decides on those.
    """
    from sayso.resolve import settle

    decided = list_decided(decisions)
    seen = [(report, settle(report, each) if report.id in decided else each) for report, each in readings]
    return revise_all(seen, decisions, texts).readings


def list_decided(decisions: Iterable[Decision]) -> frozenset[str]:
    """The reports on whose claims persons decided."""
    found = (each.target.report for each in decisions if says_what_stands(each))
    return frozenset(report for report in found if report is not None)


def name_inputs(decisions: Sequence[Decision], shop: Workshop, anew: Iterable[Reading]) -> Iterator[tuple[Report, str]]:
    """All that is to be resolved, as persons see it, each with a name of all that it is made of."""
    stated, decided = group_stated(decisions), group_decided(decisions)
    other = {(each.report, each.version): each for each in anew}
    inputs = [(each, other.get((each.report.id, each.version))) for each in shop.record.inputs()]
    chosen = (Input.of(each.report, reading) if reading else each for each, reading in inputs)
    shown = (replace(each, report=show_report(each.report, stated, shop.languages)) for each in chosen)
    return ((each.report, each.name(decided.get(each.report.id, ()))) for each in shown)
