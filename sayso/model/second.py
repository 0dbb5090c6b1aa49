"""Second: a sample of reports that two persons check without seeing each other's work, and a third who settles it.

What the two decide is kept like any decision, but under the name of the round (`blind:ROUND:…`): it changes
nothing of the record and nobody is shown it, until both have done all of the sample. Where they differ, a third
chooses; what was chosen then becomes ordinary decisions, signed by the third.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sayso.model.checking import PARTS, WHOLE, Act, accept_draft, mark_whole_as, part_of, reject
from sayso.model.claim import Claim
from sayso.model.decision import Decision, DecisionKind, Target, standing
from sayso.model.draft import Draft, draft_of
from sayso.model.identity import digest
from sayso.model.pairing import pair_claims
from sayso.model.reading import Reading
from sayso.model.revision import revise

#: What the decision that starts a round is about (`Target.field`), and how fields of decisions in it begin.
BLIND = "blind"
_SETTLED = "settled"

#: A report's identifier and its version.
Page = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Round:
    """A sample that two persons (`readers`) check blind; `id` is the decision that started it, `by` whom, `at` when.

    `is_fresh`: both began from the bare text; else from what the record showed when it started.
    """

    id: str
    name: str
    pages: tuple[Page, ...]
    readers: tuple[str, str]
    is_fresh: bool
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a round is: what each reader has still to do, and which reports a third has settled."""

    left: Mapping[str, tuple[Page, ...]]
    settled: tuple[Page, ...]
    unsettled: tuple[Page, ...]

    @property
    def is_read(self) -> bool:
        """Whether both have done all of it: only now anybody sees what they decided."""
        return not any(self.left.values())

    @property
    def is_settled(self) -> bool:
        return self.is_read and not self.unsettled


@dataclass(frozen=True, slots=True)
class Difference:
    """A claim that only one has (the other None), or that both have with other parts (`parts`, as in `PARTS`)."""

    first: Claim | None
    second: Claim | None
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """One report by two readers: the claims on which they agree in all parts, and where they differ."""

    agreed: tuple[Claim, ...]
    differences: tuple[Difference, ...]


def sample_pages(pages: Iterable[Page], count: int, *, seed: str) -> tuple[Page, ...]:
    """Some of many reports, by chance that can be had again: the same seed gives the same."""
    return tuple(sorted(pages, key=lambda page: digest(f"{seed}\x1f{page[0]}\x1f{page[1]}"))[:count])


def start_round(pages: Sequence[Page], readers: tuple[str, str], *, name: str, is_fresh: bool = False) -> Act:
    """The act that starts a round. Raises ValueError for no reports, and unless two different persons read."""
    if not pages:
        raise ValueError("a round needs at least one report")
    if not all(readers) or readers[0] == readers[1]:
        raise ValueError("two different persons read a round, neither seeing the other's work")
    row = {"name": name, "pages": [list(page) for page in pages], "readers": list(readers), "fresh": is_fresh}
    return Act(DecisionKind.SET, Target(field=BLIND), json.dumps(row, ensure_ascii=False, separators=(",", ":")))


def list_rounds(decisions: Iterable[Decision]) -> tuple[Round, ...]:
    """The rounds in force, the earliest first; one whose start was taken back is none."""
    starts = (each for each in standing(decisions) if each.kind is DecisionKind.SET and each.target.field == BLIND)
    return tuple(found for each in starts if (found := _read_round(each)))


def blind(act: Act, round_: Round) -> Act:
    """An act of one of the two readers, kept under the name of the round."""
    return act._replace(target=replace(act.target, field=f"{_prefix(round_)}{act.target.field}"))


def finish(page: Page, round_: Round) -> Act:
    """A reader has done a report of the round."""
    return blind(Act(DecisionKind.ACCEPT, Target(*page, field=WHOLE), "done"), round_)


def is_blind(decision: Decision) -> bool:
    """Whether a decision was made in a round."""
    return (decision.target.field or "").startswith(f"{BLIND}:")


def is_of_round(decision: Decision) -> bool:
    """Whether a decision starts a round or was made in one."""
    return is_blind(decision) or (decision.kind is DecisionKind.SET and decision.target.field == BLIND)


def measure_progress(round_: Round, decisions: Iterable[Decision]) -> Progress:
    """How far a round is."""
    force = [each for each in standing(decisions) if is_blind(each)]
    done = {who: _list_marked(force, f"{_prefix(round_)}{WHOLE}", who) for who in round_.readers}
    settled = _list_marked(force, f"{_prefix(round_)}{_SETTLED}", None)
    return Progress(
        left={who: tuple(page for page in round_.pages if page not in pages) for who, pages in done.items()},
        settled=tuple(page for page in round_.pages if page in settled),
        unsettled=tuple(page for page in round_.pages if page not in settled),
    )


def hide_blind(decisions: Sequence[Decision], name: str | None) -> tuple[Decision, ...]:
    """The decisions that a person may be shown: of a round that is not read through, nobody sees another's.

    `name` None: somebody who has not logged in, who sees none of them.
    """
    if not any(map(is_of_round, decisions)):
        return tuple(decisions)
    open_ = {each.id for each in list_rounds(decisions) if not measure_progress(each, decisions).is_read}
    hidden = {each.id for each in decisions if _round_of(each) in open_ and each.by != name}
    return tuple(
        each
        for each in decisions
        if each.id not in hidden and not (each.kind is DecisionKind.UNDO and each.value in hidden)
    )


def read_blind(
    round_: Round, by: str, reading: Reading, decisions: Sequence[Decision], texts: Mapping[str, str]
) -> Reading:
    """A report as one of the readers has it: what it was when the round started, with what he decided since.

    `reading` is a machine's, `decisions` are all there are, `texts` clean texts by version.
    """
    mine = [each for each in decisions if each.by == by and _round_of(each) == round_.id]
    names = {each.id for each in mine}
    undoing = [each for each in decisions if each.kind is DecisionKind.UNDO and _leads_to(each, names, decisions)]
    done = f"{_prefix(round_)}{WHOLE}"
    plain = [_unblind(each) for each in mine if each.kind is not DecisionKind.UNDO and each.target.field != done]
    if round_.is_fresh:
        bare = replace(reading, claims=(), attributions=())
        return revise(bare, [*plain, *undoing], texts).reading
    before = [each for each in decisions if each.at <= round_.at and not is_blind(each)]
    return revise(reading, [*before, *plain, *undoing], texts).reading


def compare_readings(first: Reading, second: Reading) -> Comparison:
    """One report by two readers: where they agree, and where they differ and in which parts."""
    pairing = pair_claims(first.claims, second.claims)
    agreed, differences = [], []
    for one, other in pairing.both:
        parts = _list_parts(draft_of(one, first.attributions), draft_of(other, second.attributions))
        if parts:
            differences.append(Difference(one, other, parts))
        else:
            agreed.append(one)
    differences += [Difference(each, None) for each in pairing.only_first]
    differences += [Difference(None, each) for each in pairing.only_second]
    return Comparison(tuple(agreed), tuple(sorted(differences, key=_place)))


def settle(round_: Round, page: Page, chosen: Sequence[Draft], shown: Reading, *, by: str) -> tuple[Act, ...]:
    """What a third has chosen for a report, as ordinary acts: every chosen claim stands, every other one is rejected.

    `chosen` are drafts of claims of either reader (`draft_of`), or of the third's own; `shown` is the report as the
    record shows it now. Raises ValueError for one of the two readers, and for a report that is not of the round.
    """
    if by in round_.readers:
        raise ValueError("a third person settles what two readers differ on")
    if page not in round_.pages:
        raise ValueError("this report is not of the round")
    by_id = {each.id: each for each in shown.claims}
    kept = {each.id for each in chosen}
    rejected = [reject(each, shown.attributions) for each in shown.claims if each.id not in kept]
    accepted = [
        accept_draft(each, after=by_id[each.id].decided if each.id and each.id in by_id else None) for each in chosen
    ]
    mark = Act(DecisionKind.ACCEPT, Target(*page, field=f"{_prefix(round_)}{_SETTLED}"), _SETTLED)
    return (*rejected, *accepted, mark_whole_as(*page, chosen), mark)


def _read_round(decision: Decision) -> Round | None:
    """The round that a decision started; None where a newer release wrote it."""
    try:
        row = json.loads(decision.value)
        pages = tuple((str(report), str(version)) for report, version in row["pages"])
        one, other = row["readers"]
        is_fresh = bool(row["fresh"])
        return Round(decision.id, str(row["name"]), pages, (one, other), is_fresh, decision.by, decision.at)
    except (ValueError, KeyError, TypeError):
        return None


def _prefix(round_: Round) -> str:
    return f"{BLIND}:{round_.id}:"


def _round_of(decision: Decision) -> str | None:
    return (decision.target.field or "").split(":")[1] if is_blind(decision) else None


def _unblind(decision: Decision) -> Decision:
    plain = (decision.target.field or "").split(":", 2)[2]
    return replace(decision, target=replace(decision.target, field=plain))


def _list_marked(decisions: Iterable[Decision], field: str, by: str | None) -> set[Page]:
    return {
        (each.target.report or "", each.target.version or "")
        for each in decisions
        if each.target.field == field and by in (None, each.by)
    }


def _leads_to(undo: Decision, names: set[str], decisions: Sequence[Decision]) -> bool:
    """Whether an undo takes back one of these decisions, or an undo of one."""
    by_id = {each.id: each for each in decisions if each.kind is DecisionKind.UNDO}
    value, met = undo.value, set[str]()
    while value in by_id and value not in met:
        met.add(value)
        value = by_id[value].value
    return value in names


def _list_parts(one: Draft, other: Draft) -> tuple[str, ...]:
    """The parts in which two drafts of one claim differ; where it was said is no part."""

    def bare(draft: Draft) -> Draft:
        return replace(draft, said=tuple(replace(step, channel=None) for step in draft.said))

    left, right = bare(one), bare(other)
    return tuple(part for part in PARTS if part_of(left, part) != part_of(right, part))


def _place(difference: Difference) -> tuple[int, int]:
    claim = difference.first or difference.second
    return (claim.evidence.start, claim.evidence.end) if claim else (0, 0)
