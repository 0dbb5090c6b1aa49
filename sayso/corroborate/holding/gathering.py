"""Gathering: things that are pairwise one, put together, but never two that are known to be apart."""

from __future__ import annotations

from collections.abc import Iterable


def gather(
    keys: Iterable[str], pairs: Iterable[tuple[str, str]], apart: Iterable[tuple[str, str]] = ()
) -> dict[str, str]:
    """For each key the least key of all those that pairs join it to, by however many steps.

    A pair that would bring together two that are `apart` is left out; earlier pairs go first.
    """
    members = {key: {key} for key in keys}
    never: dict[str, set[str]] = {key: set() for key in members}
    for left, right in apart:
        never[left].add(right)
        never[right].add(left)
    for left, right in pairs:
        one, other = members[left], members[right]
        if one is other or any(never[key] & one for key in other):
            continue
        whole = one | other
        for key in whole:
            members[key] = whole
    return {key: min(members[key]) for key in sorted(members)}
