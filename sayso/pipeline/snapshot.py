"""Snapshot: what follows from readings, worked out whole and in memory; nothing of a record is changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.model.asof import AsOf, choose_versions
from sayso.model.decision import Decision, group_stated
from sayso.model.knowing import decide_knowledge
from sayso.model.knowledge import Knowledge
from sayso.model.reading import Reading
from sayso.model.report import Report
from sayso.model.resolution import Resolution
from sayso.model.ruling import Ruled, rule
from sayso.model.snapshot import Snapshot
from sayso.pipeline.shown import list_decided, load_readings, revise, show_report
from sayso.workshop import Workshop


def derive_snapshot(
    readings: Sequence[tuple[Report, Reading]],
    *,
    knowledge: Knowledge,
    decisions: Sequence[Decision] = (),
    texts: Mapping[str, str] | None = None,
) -> Snapshot:
    """What follows from readings, without a record: for gold claims, for trying things out, for another day.

    `knowledge` is as persons decided it; `decisions` are those on claims and on what the reports say of each
    other, by words of `texts` (clean texts by version).
    """
    from sayso.corroborate import corroborate

    resolutions = _resolve(readings, decisions, texts=texts or {}, knowledge=knowledge)
    ruled = rule_on(resolutions, decisions, texts=texts or {})
    corroboration = corroborate(resolutions, knowledge=knowledge, rulings=ruled.rulings)
    return Snapshot(resolutions, corroboration, tuple(decisions), texts=texts or {})


def snapshot_with(decisions: Sequence[Decision], shop: Workshop) -> Snapshot:
    """What follows from the record's readings under these decisions, worked out whole and in memory.

    With the record's own decisions it is what the record must hold, however it came there.
    """
    return follow_readings(load_readings(decisions, shop), decisions, shop)


def snapshot_as_of(as_of: AsOf, shop: Workshop) -> Snapshot:
    """The record at another time, recomputed in memory: what was told by a day, or what it held by the end of one.

    What was told by a day is read with today's knowledge and decisions. Nothing is changed.
    """
    decisions = shop.record.decisions(until=as_of.moment)
    stated = group_stated(decisions)
    history = [
        replace(version, report=show_report(version.report, stated, shop.languages))
        for version in shop.record.history(until=as_of.moment)
    ]
    chosen = choose_versions(history, known_on=as_of.known_on)
    return follow_readings([(version.report, version.reading) for version in chosen], decisions, shop)


def snapshot_without(report: str, shop: Workshop) -> Snapshot:
    """What would follow without one report, in memory."""
    decisions = shop.record.decisions()
    readings = [(each, reading) for each, reading in load_readings(decisions, shop) if each.id != report]
    return follow_readings(readings, decisions, shop)


def follow_readings(
    readings: Sequence[tuple[Report, Reading]], decisions: Sequence[Decision], shop: Workshop
) -> Snapshot:
    """What would follow from these readings under these decisions, in memory."""
    return derive_snapshot(
        readings,
        knowledge=decide_knowledge(shop.knowledge, decisions),
        decisions=decisions,
        texts=shop.record.texts(),
    )


def rule_on(resolutions: Sequence[Resolution], decisions: Sequence[Decision], *, texts: Mapping[str, str]) -> Ruled:
    """What persons decided of these claims and reports, and the decisions that find nothing among them."""
    claims = (claim for resolution in resolutions for claim in resolution.claims)
    return rule(decisions, claims, texts, {resolution.report.id for resolution in resolutions})


def _resolve(
    readings: Sequence[tuple[Report, Reading]],
    decisions: Sequence[Decision],
    *,
    texts: Mapping[str, str],
    knowledge: Knowledge,
) -> tuple[Resolution, ...]:
    """4. Readings as persons see them, resolved: what persons decided of their claims comes before names and dates."""
    from sayso.resolve import resolve

    return resolve(revise(readings, decisions, texts), knowledge=knowledge, settled=list_decided(decisions))
