"""Ruling: what persons decided when the tables were last renewed, and what of it is otherwise now."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from sayso.engine.store import Store
from sayso.model.lineage import Lineage
from sayso.model.ruling import ClaimPair, Rulings
from sayso.record import codec

_PAIRS = ("together", "apart", "one_voice", "two_voices", "cut_edges")
_Edges = tuple[Lineage, ...]


@dataclass(frozen=True, slots=True)
class Shift:
    """What differs between rulings: claims together, apart or of one voice; reports in lineage or taken back."""

    together: frozenset[str]
    apart: frozenset[str]
    voices: frozenset[str]
    lineage: frozenset[str]
    retracted: frozenset[str]


def compare_rulings(before: Rulings, after: Rulings) -> Shift:
    """The claims and the reports, by identifier, of which something else is ruled now."""
    voices = (before.one_voice ^ after.one_voice) | (before.two_voices ^ after.two_voices)
    added = set(before.added_edges) ^ set(after.added_edges)
    edges = (before.cut_edges ^ after.cut_edges) | {(edge.report, edge.of) for edge in added}
    return Shift(
        together=_members(before.together ^ after.together),
        apart=_members(before.apart ^ after.apart),
        voices=_members(voices),
        lineage=_members(edges),
        retracted=before.retracted ^ after.retracted,
    )


def read_rulings(store: Store) -> Rulings:
    """The rulings under which the tables stand; none in an empty store."""
    rows = store.ask("SELECT text FROM near_rulings")
    if not rows:
        return Rulings()
    plain = json.loads(str(rows[0][0]))
    pairs = {field: frozenset((str(one), str(other)) for one, other in plain[field]) for field in _PAIRS}
    added = codec.decode(_Edges, json.dumps(plain["added_edges"]))
    return Rulings(**pairs, added_edges=added, retracted=frozenset(plain["retracted"]))


def write_rulings(rulings: Rulings, store: Store) -> None:
    """Keeps the rulings under which the tables stand now."""
    plain = {field: sorted(getattr(rulings, field)) for field in _PAIRS}
    added = json.loads(codec.encode(rulings.added_edges))
    text = json.dumps({**plain, "added_edges": added, "retracted": sorted(rulings.retracted)})
    store.do("DELETE FROM near_rulings")
    store.fill("rulings", [(text,)])


def keep_of(rulings: Rulings, claims: Collection[str]) -> Rulings:
    """The rulings without those on two claims of which one is not among these.

    Those that are apart stay: two claims of which one is not asked about are no twins all the same.
    """

    def keep(pairs: Iterable[ClaimPair]) -> frozenset[ClaimPair]:
        return frozenset(pair for pair in pairs if pair[0] in claims and pair[1] in claims)

    return Rulings(
        together=keep(rulings.together),
        apart=rulings.apart,
        cut_edges=rulings.cut_edges,
        added_edges=rulings.added_edges,
        one_voice=keep(rulings.one_voice),
        two_voices=keep(rulings.two_voices),
        retracted=rulings.retracted,
    )


def find_partners(claims: Collection[str], pairs: Iterable[ClaimPair]) -> set[str]:
    """These claims and those ruled on with one of them."""
    is_one: Callable[[ClaimPair], bool] = lambda pair: pair[0] in claims or pair[1] in claims  # noqa: E731
    return set(claims) | {claim for pair in filter(is_one, pairs) for claim in pair}


def _members(pairs: Iterable[tuple[str, str]]) -> frozenset[str]:
    return frozenset(each for pair in pairs for each in pair)
