"""Key: what a report is found by, and its place in the order of telling."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from sayso.corroborate.lineage.direction import order_told
from sayso.corroborate.lineage.finding import prepare_sides
from sayso.corroborate.lineage.keys import find_keys
from sayso.corroborate.lineage.outlet import outlet_keys
from sayso.corroborate.lineage.relation import Side
from sayso.engine.claims import decode_told
from sayso.engine.work import Found, Given
from sayso.model.knowledge import Knowledge

#: The kinds of keys of `sayso.corroborate.lineage.keys.Keys`.
KINDS = ("text", "facts", "address", "cited", "owned", "named")
_PRINTED = "a document"  # what reports share that print one
_MIDDLE = 10**10  # so that no number is below zero


def find_report_keys(given: Sequence[Given], knowledge: Knowledge) -> list[Found]:
    """Of each held report: its place in the order of telling (`order`), its keys by kind, and what it points to.

    `first` and `last` are the days, as numbers, between which it was told.
    """
    found: list[Found] = []
    for row in given:
        for side in prepare_sides([decode_told(row.text)]).values():
            first, last = side.text.days
            found += [*find_keys_of(row.node, side), Found("first", row.node, first), Found("last", row.node, last)]
    return found


def find_keys_of(node: int, side: Side) -> list[Found]:
    """The same of one report by its number, each key once."""
    keys = find_keys(side.text, side.credits)
    found = [Found("order", node, name=side.text.id, text=_order(side))]
    for kind in KINDS:
        found += [Found(kind, node, number) for number in sorted(set(map(hash_key, getattr(keys, kind))))]
    return found + [Found("points", node, number) for number in sorted(set(map(hash_key, _pointed(side))))]


def hash_key(key: str) -> int:
    """A key as a number of 64 bits with a sign, the same on every machine; two keys in one number only cost time."""
    digest = hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def _order(side: Side) -> str:
    """`order_told` as text that sorts alike: days as they are, numbers and truth values with so many digits."""
    return " ".join(f"{_MIDDLE + part:011}" if isinstance(part, int) else str(part) for part in order_told(side.text))


def _pointed(side: Side) -> Iterable[str]:
    """What must be shared by two reports that have something from one text that nobody holds."""
    yield from (form for credit in side.credits for form in outlet_keys(credit.outlet.text))
    if side.text.documents:
        yield _PRINTED
