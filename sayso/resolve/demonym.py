"""Demonym: whether a word names the people of a nation by its form."""

from __future__ import annotations

from sayso.resolve.name import parse_name

_ENDINGS = ("ian", "ians", "an", "ans", "n", "ns", "ish", "ese", "i", "is", "er", "ers", "ite", "ites", "ic")


def is_demonym(people: str, nation: str) -> bool:
    """Whether a word names the people of a nation by its form: "Velian" of "Velia", "Egyptian" of "Egypt"."""
    word, name = " ".join(parse_name(people).tokens), " ".join(parse_name(nation).tokens)
    if word == name or len(name) < 4:
        return False
    bare = name.rstrip("aeiouy")
    # A people's own name may end in its plural: "Kurdish" of the "Kurds".
    stems = {name, bare, name[:-1] if bare != name or name.endswith("s") else name}
    # "Libyan" adds a bare n behind a vowel; "Iran" is not Iraq's people.
    return any(
        word == stem + ending
        for stem in stems
        if len(stem) >= 3
        for ending in _ENDINGS
        if ending not in ("n", "ns") or stem[-1] in "aeiouy"
    )
