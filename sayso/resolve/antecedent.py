"""Antecedent: whom or what "he", "the spokesman", "the Front" or "Sources" stands for in one report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.model.entity import EntityKind
from sayso.resolve.description import Description, describe
from sayso.resolve.party import resolve_person
from sayso.resolve.referent import Referent
from sayso.resolve.roster import Roster, guess_female
from sayso.resolve.wording import (
    NEUTER_PRONOUNS,
    OWN_PRONOUNS,
    PERSON_NOUNS,
    PLURAL_PRONOUNS,
    words_of,
)


@dataclass(frozen=True, slots=True)
class Heard:
    """A speaker already resolved and where it stood in the text."""

    at: int
    referent: Referent
    relay: Referent | None = None  # the outlet to which it was said, if not the report's own


def resolve_pronoun(described: Description, *, roster: Roster, at: int, heard: Sequence[Heard]) -> Referent | None:
    """Whom a pronoun stands for: the last one before it that its number and gender allow.

    Speakers come first, since reports go on with who spoke; then people named in the paragraph. None
    when nobody fits. Misses a pronoun that points forward ("When he arrived, Omar said"): accepted.
    """
    word = described.head
    earlier = [each for each in heard if each.at < at]
    if word in OWN_PRONOUNS:
        return None
    if word in NEUTER_PRONOUNS:
        return _last(earlier, lambda referent: referent.kind is not EntityKind.PERSON and not referent.plural)
    if word in PLURAL_PRONOUNS:
        return _last(earlier, lambda referent: referent.plural) or _last(
            earlier, lambda referent: referent.kind is EntityKind.GROUP
        )
    female = guess_female([word]) if word not in ("he", "him", "his", "himself") else False
    if word in ("she", "her", "hers", "herself"):
        female = True
    return _last_person(earlier, roster=roster, at=at, female=female)


def resolve_shorthand(
    described: Description, *, roster: Roster, at: int | None, heard: Sequence[Heard]
) -> Referent | None:
    """Whom "the spokesman", "the colonel", "the elders" or "Sources" stands for; None if nobody before it fits."""
    place = len(roster.text) if at is None else at
    if described.head in PERSON_NOUNS and not described.plural and described.definite:
        holder = roster.office_holder(described.head, at=place, owner=described.owner)
        if holder and (not described.owner or holder.owner or describe(described.text).owner in ("its", "the group")):
            known = resolve_person(describe(holder.name), roster=roster, at=holder.at)
            known = replace(known, office=holder.office, of=known.of, female=holder.female)
            return replace(known, because=f"“{described.text}” is {holder.name}, introduced as {holder.office}")
    bare = described.definite or described.text.casefold() == described.head
    if not bare and not _is_part(described):
        return None
    return _same_people(described, [each for each in heard if each.at < place])


def resolve_group_noun(described: Description, *, roster: Roster, at: int, heard: Sequence[Heard]) -> Referent | None:
    """ "The group", "the movement", "the council": the last party named before, of that kind if one is."""
    earlier = [each.referent for each in heard if each.at < at and each.referent.kind is EntityKind.GROUP]
    for referent in reversed(earlier):
        if referent.named and described.head in words_of(" ".join(referent.forms)):
            return replace(referent, because=f"“{described.text}” is {referent.name}, named before")
    return None


def _last(earlier: Sequence[Heard], fits: object) -> Referent | None:
    for each in reversed(earlier):
        if callable(fits) and fits(each.referent):
            return each.referent
    return None


def _last_person(earlier: Sequence[Heard], *, roster: Roster, at: int, female: bool | None) -> Referent | None:
    for each in reversed(earlier):
        referent = each.referent
        person = referent.kind is EntityKind.PERSON or (referent.kind is EntityKind.UNKNOWN and not referent.plural)
        if person and (female is None or referent.female is None or referent.female == female):
            return referent
    return None


def _is_part(described: Description) -> bool:
    """ "One of them", "another", "one of the two officials"."""
    return words_of(described.text)[0] in ("one", "two", "another", "others", "some", "both", "neither", "none")


def _same_people(described: Description, earlier: Sequence[Heard]) -> Referent | None:
    head = _singular(described.head)
    for each in reversed(earlier):
        first = each.referent.forms[-1] if not each.referent.named else each.referent.forms[0]
        if not each.referent.named and head in {_singular(word) for word in words_of(each.referent.name)}:
            return replace(each.referent, because=f"“{described.text}” are “{first}” of before")
    return None


def _singular(word: str) -> str:
    irregular = {"people": "person", "men": "man", "women": "woman", "children": "child", "fishermen": "fisherman"}
    return irregular.get(word, word.removesuffix("s"))
