"""Damage: rows of a record made worse on purpose. A figure is evidence only if damage lowers it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import count
from typing import Any

from sayso.evaluate.counts import list_figures, sum_counts
from sayso.evaluate.gold import GoldAffair
from sayso.evaluate.prediction import Row
from sayso.evaluate.score import score_affair
from sayso.model.holding import HoldingStatus
from sayso.model.lineage import Relation
from sayso.model.values.stance import ClaimType, Stance

Rows = Sequence[Row]
_Change = Callable[[Row], Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Damage:
    """One way to make a record worse, in words, and the scores that it has to lower."""

    name: str
    apply: Callable[[Rows], list[Row]]
    lowers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Effect:
    """What a damage did to one score, in percent; None where there was nothing to score."""

    damage: str
    score: str
    before: float | None
    after: float | None

    @property
    def is_lower(self) -> bool:
        """Whether the figure fell, as it has to."""
        return self.before is not None and self.after is not None and self.after < self.before


def measure_damages(records: Sequence[tuple[GoldAffair, Rows]], damages: Iterable[Damage]) -> tuple[Effect, ...]:
    """For each damage and each score that it has to lower: the figure over all records before and after."""
    before = list_figures(sum_counts(score_affair(affair, rows) for affair, rows in records))
    effects = []
    for damage in damages:
        after = list_figures(sum_counts(score_affair(affair, damage.apply(rows)) for affair, rows in records))
        effects += [Effect(damage.name, score, before[score], after[score]) for score in damage.lowers]
    return tuple(effects)


def drop_claims(rows: Rows) -> list[Row]:
    """Every third claim is gone."""
    numbers = count()
    return [row for row in rows if row["kind"] != "claim" or next(numbers) % 3]


def cut_evidence(rows: Rows) -> list[Row]:
    """Evidence loses its second half."""
    return _change(
        rows, "claim", lambda row: {"evidence": {"spans": [_halve(span) for span in row["evidence"]["spans"]]}}
    )


def widen_evidence(rows: Rows) -> list[Row]:
    """Evidence takes in what stands around it, 80 characters on either side."""
    return _change(
        rows,
        "claim",
        lambda row: {
            "evidence": {"spans": [[max(0, start - 80), end + 80] for start, end in row["evidence"]["spans"]]}
        },
    )


def mistake_types(rows: Rows) -> list[Row]:
    """Every third claim is of another type."""
    return _change(rows, "claim", lambda row: {"type": _next(ClaimType, row["type"])}, every=3)


def mistake_stances(rows: Rows) -> list[Row]:
    """Every third claim has another stance."""
    return _change(rows, "claim", lambda row: {"stance": _next(Stance, row["stance"])}, every=3)


def lose_speakers(rows: Rows) -> list[Row]:
    """Every second claim stands in the outlet's own voice."""
    return _change(rows, "claim", lambda row: {"said_in": None, "chain": row["chain"][-1:]}, every=2)


def swap_speakers(rows: Rows) -> list[Row]:
    """Every second claim is said by somebody else."""
    stranger = {"source": {"text": "Nobody Inparticular"}}
    return _change(rows, "claim", lambda row: {"chain": [stranger, *row["chain"][1:]]}, every=2)


def cut_chains(rows: Rows) -> list[Row]:
    """Chains end with the nearest speaker: whoever passed it on is forgotten."""
    return _change(rows, "claim", lambda row: {"chain": row["chain"][:1]})


def drop_roles(rows: Rows) -> list[Row]:
    """Each claim loses its first role."""
    return _change(rows, "claim", lambda row: {"roles": row["roles"][1:]})


def turn_roles(rows: Rows) -> list[Row]:
    """Whoever acts is acted on, and the other way round."""
    turned = {"actor": "object", "object": "actor"}
    return _change(
        rows,
        "claim",
        lambda row: {"roles": [{**role, "role": turned.get(role["role"], role["role"])} for role in row["roles"]]},
    )


def shift_dates(rows: Rows) -> list[Row]:
    """Whatever happened at a time happened in the next century."""
    return _change(rows, "claim", lambda row: {"when": _shift_when(row["when"])})


def invent_dates(rows: Rows) -> list[Row]:
    """Every claim without a time is given one."""
    return _change(rows, "claim", lambda row: {"when": row["when"] or {"edtf": "2001-01-01"}})


def change_numbers(rows: Rows) -> list[Row]:
    """Every count is one more."""
    return _change(
        rows,
        "claim",
        lambda row: {"quantities": [{**each, "best": (each["best"] or 0) + 1} for each in row["quantities"]]},
    )


def drop_manner(rows: Rows) -> list[Row]:
    """How it came about is forgotten."""
    return _change(rows, "claim", lambda _: {"manner": None})


def merge_events(rows: Rows) -> list[Row]:
    """Every two events in a row are one."""
    events = [row for row in rows if row["kind"] == "event"]
    merged = [_merge(events[place : place + 2]) for place in range(0, len(events), 2)]
    return [*(row for row in rows if row["kind"] != "event"), *merged]


def split_events(rows: Rows) -> list[Row]:
    """Every claim is an event of its own, with nobody to contradict it."""
    alone = [
        {**row, "id": f"{row['id']}-{claim}", "claims": [claim], "voices": row["voices"][:1], "conflicts": []}
        for row in rows
        if row["kind"] == "event"
        for claim in row["claims"]
    ]
    return [*(row for row in rows if row["kind"] != "event"), *alone]


def count_copies(rows: Rows) -> list[Row]:
    """A voice is counted again with each copy: every event has its first voice twice."""
    return _change(rows, "event", lambda row: {"voices": [*row["voices"][:1], *row["voices"]]})


def mistake_voices(rows: Rows) -> list[Row]:
    """Every event has as many voices as before, and all are somebody else's."""
    return _change(rows, "event", lambda row: {"voices": [{"name": "Nobody Inparticular"} for _ in row["voices"]]})


def drop_conflicts(rows: Rows) -> list[Row]:
    """Every second event is without conflict."""
    return _change(rows, "event", lambda _: {"conflicts": []}, every=2)


def mix_sides(rows: Rows) -> list[Row]:
    """Claims that agree are set against each other: half of each side changes over."""
    return _change(
        rows,
        "event",
        lambda row: {"conflicts": [{**each, "between": _mix(each["between"])} for each in row["conflicts"]]},
    )


def drop_lineage(rows: Rows) -> list[Row]:
    """No report derives from another."""
    return [row for row in rows if row["kind"] != "lineage"]


def turn_lineage(rows: Rows) -> list[Row]:
    """The copy is the original."""
    return _change(rows, "lineage", lambda row: {"report": row["of"], "of": row["report"]})


def mistake_relations(rows: Rows) -> list[Row]:
    """Every derivation is of another kind."""
    return _change(rows, "lineage", lambda row: {"relation": _next(Relation, row["relation"])})


def drop_holdings(rows: Rows) -> list[Row]:
    """Every second holding is gone."""
    numbers = count()
    return [row for row in rows if row["kind"] != "holding" or next(numbers) % 2]


def mistake_holders(rows: Rows) -> list[Row]:
    """Somebody else holds every second place."""
    return _change(rows, "holding", lambda _: {"holder": "nobody", "holder_names": ["Nobody"]}, every=2)


def mistake_status(rows: Rows) -> list[Row]:
    """What is disputed is not, and what is not is."""
    return _change(rows, "holding", lambda row: {"status": _next(HoldingStatus, row["status"])})


def shift_holdings(rows: Rows) -> list[Row]:
    """Places are held a century later."""
    return _change(rows, "holding", lambda row: {key: row[key] and _next_century(row[key]) for key in ("from", "to")})


DAMAGES: tuple[Damage, ...] = (
    Damage("every third claim lost", drop_claims, ("attribution", "type", "claim", "events", "sides")),
    Damage("evidence cut in half", cut_evidence, ("evidence",)),
    Damage("evidence widened", widen_evidence, ("evidence",)),
    Damage("every third type wrong", mistake_types, ("type", "claim", "events")),
    Damage("every third stance wrong", mistake_stances, ("stance", "claim")),
    Damage("every second speaker lost", lose_speakers, ("attribution", "claim", "chain")),
    Damage("every second speaker wrong", swap_speakers, ("attribution", "claim", "chain")),
    Damage("chains cut after the first speaker", cut_chains, ("chain",)),
    Damage("first role lost", drop_roles, ("roles",)),
    Damage("actor and object exchanged", turn_roles, ("roles",)),
    Damage("dates shifted", shift_dates, ("when",)),
    Damage("dates invented", invent_dates, ("when",)),
    Damage("numbers changed", change_numbers, ("number",)),
    Damage("manner lost", drop_manner, ("manner",)),
    Damage("events merged by twos", merge_events, ("events", "voices")),
    Damage("events split into claims", split_events, ("events", "voices", "conflicts", "sides")),
    Damage("copies counted as voices", count_copies, ("voices",)),
    Damage("voices exchanged", mistake_voices, ("voices",)),
    Damage("conflicts lost", drop_conflicts, ("conflicts", "sides")),
    Damage("sides mixed", mix_sides, ("sides",)),
    Damage("lineage lost", drop_lineage, ("lineage", "lineage+relation")),
    Damage("lineage turned round", turn_lineage, ("lineage", "lineage+relation")),
    Damage("relations wrong", mistake_relations, ("lineage+relation",)),
    Damage("every second holding lost", drop_holdings, ("holdings", "holdings+status", "in time")),
    Damage("every second holder wrong", mistake_holders, ("holdings", "holdings+status", "in time")),
    Damage("status wrong", mistake_status, ("holdings+status", "in time")),
    Damage("holdings shifted", shift_holdings, ("in time",)),
)


def _change(rows: Rows, kind: str, change: _Change, *, every: int = 1) -> list[Row]:
    """The rows, those of one kind (the first, and every so many after it) with a change."""
    numbers = count()
    return [{**row, **change(row)} if row["kind"] == kind and next(numbers) % every == 0 else row for row in rows]


def _halve(span: Sequence[int]) -> list[int]:
    start, end = span
    return [start, start + (end - start) // 2]


def _next(words: type[StrEnum], word: str | None) -> str:
    """The word after this one, the first after the last."""
    order = [str(each) for each in words]
    return order[(order.index(word) + 1) % len(order)] if word in order else order[0]


def _shift_when(when: Row | None) -> Row | None:
    """A date a century later; one that stays open stays open."""
    return {"edtf": _next_century(when["edtf"])} if when and when["edtf"] else when


def _next_century(edtf: str) -> str:
    """The same date or interval, a hundred years on."""
    return "/".join(f"{int(part[:4]) + 100}{part[4:]}" if part[:4].isdigit() else part for part in edtf.split("/"))


def _merge(events: Sequence[Row]) -> Row:
    joined = {key: [each for event in events for each in event[key]] for key in ("claims", "voices", "conflicts")}
    return {**events[0], **joined}


def _mix(sides: Sequence[Sequence[str]]) -> list[list[str]]:
    """Half of the first side with half of the second, and the other halves."""
    left, right = sides[0], sides[1]
    return [[*left[::2], *right[1::2]], [*left[1::2], *right[::2]]]
