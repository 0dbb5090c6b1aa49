"""Gathering: things that are pairwise one, put together."""

from __future__ import annotations

from collections.abc import Iterable


def gather(keys: Iterable[str], pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """For each key the least key of all those that pairs join it to, by however many steps."""
    root = {key: key for key in keys}
    for left, right in pairs:
        one, other = _follow(left, root), _follow(right, root)
        root[max(one, other)] = min(one, other)
    return {key: _follow(key, root) for key in sorted(root)}


def _follow(key: str, root: dict[str, str]) -> str:
    while root[key] != key:
        root[key] = root[root[key]]
        key = root[key]
    return key
