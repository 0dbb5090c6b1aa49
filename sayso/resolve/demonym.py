"""Demonym: whether a word names the people of a nation by its form."""

from __future__ import annotations

from functools import lru_cache

from sayso.resolve.name import parse_name

_ENDINGS = ("ian", "ians", "an", "ans", "n", "ns", "ish", "ese", "i", "is", "er", "ers", "ite", "ites", "ic")


def is_demonym(people: str, nation: str) -> bool:
    """Whether a word names the people of a nation by its form: "Velian" of "Velia", "Egyptian" of "Egypt"."""
    return people_word(people) in list_peoples(people_word(nation))


def people_word(name: str) -> str:
    """The words of a name as they are compared."""
    return " ".join(parse_name(name).tokens)


@lru_cache(maxsize=50_000)
def list_peoples(name: str) -> frozenset[str]:
    """All words that name the people of a nation by their form; `name` and they as `people_word` gives them."""
    if len(name) < 4:
        return frozenset()
    bare = name.rstrip("aeiouy")
    # A people's own name may end in its plural: "Kurdish" of the "Kurds".
    stems = {name, bare, name[:-1] if bare != name or name.endswith("s") else name}
    # "Libyan" adds a bare n behind a vowel; "Iran" is not Iraq's people.
    return frozenset(
        stem + ending
        for stem in stems
        if len(stem) >= 3
        for ending in _ENDINGS
        if ending not in ("n", "ns") or stem[-1] in "aeiouy"
    ) - {name}
