"""Parting: names of one report that a person decided are two things, taken out of one referent."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sayso.resolve.actor import Assignment
from sayso.resolve.interpretation import Interpretation, Told
from sayso.resolve.name import parse_name, sort_forms
from sayso.resolve.referent import Referent

#: A name as its comparable words; two names that are none of one thing.
Tokens = tuple[str, ...]
Apart = frozenset[frozenset[Tokens]]


def read_apart(pairs: frozenset[frozenset[str]]) -> Apart:
    """Pairs of names by their comparable words; names that are the same words cannot be kept apart."""
    read = {frozenset(parse_name(name).tokens for name in pair) for pair in pairs}
    return frozenset(pair for pair in read if len(pair) == 2)


def list_borne(referents: Iterable[Referent]) -> frozenset[Tokens]:
    """All names of referents, as they are compared."""
    return frozenset(parse_name(form).tokens for each in referents for form in each.forms)


def find_concerned(apart: Apart, borne: frozenset[Tokens]) -> Apart:
    """The pairs that can part these names, or one of them from a known actor's."""
    return frozenset(pair for pair in apart if not borne.isdisjoint(pair))


def part_names(interpretation: Interpretation, apart: Apart) -> Interpretation:
    """The interpretation with each mention standing for the names alone that the one it uses is not apart from.

    A pronoun and whatever uses none of the names stands for the fullest one.
    """
    if not apart:
        return interpretation
    told = tuple(_part_told(each, apart) for each in interpretation.told)
    ties = tuple(
        replace(
            tie, whose=part_referent(tie.whose, tie.whose.name, apart), of=part_referent(tie.of, tie.of.name, apart)
        )
        for tie in interpretation.ties
    )
    return replace(interpretation, told=told, ties=ties)


def part_referent(referent: Referent, words: str, apart: Apart) -> Referent:
    """The referent with the forms alone that can be one with the form that `words` use."""
    used = _used_form(referent, parse_name(words).tokens)
    kept = {form for form in referent.forms if not is_apart(form, used, apart)}
    if len(kept) == len(referent.forms):
        return referent
    proper = referent.proper if referent.proper and not is_apart(referent.proper, used, apart) else None
    return replace(referent, forms=sort_forms(kept), proper=proper, because=f"{referent.because}; a person's decision")


def drop_apart(assigned: Assignment, apart: Apart) -> Assignment:
    """The known actors of a report without those that a person decided its names are not."""
    if not apart:
        return assigned
    kept = {
        referent: entry
        for referent, entry in assigned.entries.items()
        if not any(is_apart(form, name, apart) for form in referent.forms for name in entry.names)
    }
    return replace(assigned, entries=kept)


def is_apart(one: str, other: str, apart: Apart) -> bool:
    """Whether a person decided that two names are not of one thing."""
    return frozenset({parse_name(one).tokens, parse_name(other).tokens}) in apart


def _part_told(told: Told, apart: Apart) -> Told:
    fillers = tuple(
        referent and part_referent(referent, filler.mention.text, apart)
        for filler, referent in zip(told.claim.roles, told.fillers, strict=True)
    )
    steps = tuple(
        replace(step, referent=step.referent and part_referent(step.referent, step.link.source.text, apart))
        for step in told.steps
    )
    return replace(told, fillers=fillers, steps=steps)


def _used_form(referent: Referent, words: Tokens) -> str:
    """The fullest form that stands in the words; the fullest of all for a pronoun."""
    using = (form for form in referent.forms if _holds(words, parse_name(form).tokens))
    return max(using, key=lambda form: len(parse_name(form).tokens), default=referent.name)


def _holds(words: Tokens, form: Tokens) -> bool:
    return any(words[at : at + len(form)] == form for at in range(len(words) - len(form) + 1))
