"""Revision: what persons decided of claims, brought to whatever reading stands.

A reading comes and goes with its reader; a decision finds its claim again by words, type and speaker (rule 1 of
the design). Decisions are applied in the order of their dates to the reading before anything is resolved, so that a
claim that a person added is resolved, dated and corroborated like any other. Pure: taking a decision back gives
exactly what was.
"""

from __future__ import annotations

from collections import ChainMap, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sayso.model.checking import is_of_claims, is_whole
from sayso.model.decision import Decision, DecisionKind, standing
from sayso.model.draft import WordsGone
from sayso.model.reading import ReaderIdentity, Reading
from sayso.model.report import Report
from sayso.model.resolution import Resolution
from sayso.model.revision.sheet import Sheet

#: At one instant: what goes makes room for what comes, and what comes may be amended.
_ORDER = (DecisionKind.REJECT, DecisionKind.ACCEPT, DecisionKind.ADD, DecisionKind.AMEND)


@dataclass(frozen=True, slots=True)
class Revised:
    """A reading as persons see it, and the decisions in force that find nothing in it: they wait for a person."""

    reading: Reading
    lost: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class RevisedAll:
    """Readings of many reports as persons see them, in the order given, and the decisions that find nothing in any."""

    readings: tuple[tuple[Report, Reading], ...]
    lost: tuple[Decision, ...] = ()


def revise_all(
    readings: Iterable[tuple[Report, Reading]], decisions: Iterable[Decision], texts: Mapping[str, str]
) -> RevisedAll:
    """Every reading with the decisions on its report; `texts` are clean texts by version (other versions' words)."""
    every, known = list(decisions), dict(texts)
    by_report = group_decided(every)
    revised, lost, met = [], list[Decision](), set()
    for report, reading in readings:
        met.add(report.id)
        mine = by_report.get(report.id)
        done = revise(reading, mine, ChainMap({report.version: report.text}, known)) if mine else Revised(reading)
        revised.append((report, done.reading))
        lost += done.lost
    gone = [each for each in standing(every) if says_what_stands(each) and each.target.report not in met]
    return RevisedAll(tuple(revised), (*lost, *gone))


def group_decided(decisions: Sequence[Decision]) -> dict[str, list[Decision]]:
    """Decisions on claims by report, with whatever takes them back or brings them back."""
    undoing = {each.id: each for each in decisions if each.kind is DecisionKind.UNDO}
    by_made: dict[str, list[Decision]] = defaultdict(list)
    for undo in undoing.values():
        made, met = undo.value, {undo.id}
        while made in undoing and made not in met:
            met.add(made)
            made = undoing[made].value
        by_made[made].append(undo)
    found: dict[str, list[Decision]] = defaultdict(list)
    for each in decisions:
        if says_what_stands(each):
            found[each.target.report or ""] += [each, *by_made[each.id]]
    return found


def list_lost(
    resolutions: Iterable[Resolution], decisions: Iterable[Decision], texts: Mapping[str, str]
) -> tuple[Decision, ...]:
    """Decisions on claims that find nothing in the record as it stands."""
    shown = [(each.report, _reading_of(each)) for each in resolutions]
    return revise_all(shown, decisions, texts).lost


def revise(reading: Reading, decisions: Iterable[Decision], texts: Mapping[str, str]) -> Revised:
    """The reading with all decisions in force on its claims and attributions; those on others are passed over.

    `texts` are clean texts by version and have the reading's own. Claims stay in their order; what no reading finds
    comes last.
    """
    every = [each for each in decisions if each.target.report == reading.report or each.kind is DecisionKind.UNDO]
    force = [each for each in standing(every) if says_what_stands(each)]
    if not force:
        return Revised(reading)
    sheet = Sheet.open(reading, every, texts)
    lost = []
    for decision in sorted(force, key=_order):
        try:
            is_found = sheet.take(decision)
        except WordsGone:
            is_found = False
        lost += [] if is_found else [decision]
    claims = tuple(held.claim for held in sheet.held)
    return Revised(replace(reading, claims=claims, attributions=tuple(sheet.sayings.attributions)), tuple(lost))


def _order(decision: Decision) -> tuple[datetime, bool, int, str]:
    """By date; at one instant by kind, and that a report is checked whole comes last."""
    return decision.at, is_whole(decision), _ORDER.index(decision.kind), decision.id


def says_what_stands(decision: Decision) -> bool:
    """Whether a decision says which claims and attributions a report holds."""
    return is_of_claims(decision) or is_whole(decision)


def _reading_of(resolution: Resolution) -> Reading:
    """A resolution as a reading again: enough to look for words in."""
    report = resolution.report
    return Reading(report.id, report.version, ReaderIdentity("", "", ""), resolution.attributions, resolution.claims)
