"""Antecedent: whom or what "he", "the spokesman", "the Front" or "Sources" stands for in one report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from sayso.model.entity import EntityKind
from sayso.resolve.capitals import is_acronym, is_body
from sayso.resolve.description import Description, Sort, describe
from sayso.resolve.discourse import Discourse
from sayso.resolve.heard import Heard
from sayso.resolve.mentioned import Mentioned, refer
from sayso.resolve.party import resolve_person
from sayso.resolve.referent import Referent
from sayso.resolve.roster import Roster
from sayso.resolve.salience import OTHERS, PERSON, Weights, rank_mentioned
from sayso.resolve.standing import find_followed
from sayso.resolve.wording import (
    DEMONSTRATIVES,
    FEMALE_PRONOUNS,
    NEUTER_PRONOUNS,
    OWN_PRONOUNS,
    PERSON_NOUNS,
    PLURAL_PRONOUNS,
    PRONOUNS,
    SINGULAR_PRONOUNS,
    list_words,
    words_of,
)

#: How likely somebody must be meant: below, a pronoun is oftener somebody else's, and none is better than a wrong one.
LIKELY = 0.33


def resolve_pronoun(
    described: Description, *, discourse: Discourse, at: int, heard: Sequence[Heard]
) -> Referent | None:
    """Whom a pronoun stands for: the most salient of those before it that its number and gender allow.

    None when nobody fits, or nobody is likely enough. Misses a pronoun that points forward ("When he arrived, Omar
    said"): accepted.
    """
    word = described.head if described.sort is Sort.PRONOUN else described.owner
    if word in OWN_PRONOUNS or word not in PRONOUNS:
        return None
    topic = _topic_before(discourse.roster, at)
    if topic and _what_fits(word, heard)(topic):
        return _as_shown(topic, word)
    ranked = rank_mentioned(
        list_fitting(word, discourse=discourse, at=at, heard=heard),
        at=at,
        layout=discourse.layout,
        weights=pick_weights(word),
    )
    if not ranked or ranked[0].chance < LIKELY:
        return None
    best = ranked[0]
    because = f"“{word}” is {best.referent.name}: {best.because or 'nobody else fits'} ({best.chance:.0%})"
    return replace(_as_shown(best.referent, word), because=because)


def pick_weights(word: str) -> Weights:
    """The weights by which those mentioned are compared for a pronoun."""
    return OTHERS if word in NEUTER_PRONOUNS | PLURAL_PRONOUNS else PERSON


def list_fitting(word: str, *, discourse: Discourse, at: int, heard: Sequence[Heard]) -> list[Mentioned]:
    """Those before a place, speaking or silent, whom a pronoun may stand for, in order."""
    fits = _what_fits(word, heard)
    spoken = {each.at: discourse.recall(each) for each in heard if each.at < at and fits(each.referent)}
    # "The group's spokesman, Ansel Dray, said" mentions him once.
    near = (each for each in spoken.values() if each.end > at - _REACH)
    within = {(each.referent.forms[0], place) for each in near for place in range(each.at, each.end)}
    silent = [
        each
        for each in discourse.mentioned
        if at - _REACH <= each.at and each.end <= at and each.at not in spoken and fits(each.referent)
        if (each.referent.forms[0], each.at) not in within
    ]
    found = (*spoken.values(), *(each for each in silent if _may_be_meant(each, word, discourse)))
    return sorted(found, key=lambda each: each.at)


def _may_be_meant(each: Mentioned, word: str, discourse: Discourse) -> bool:
    if each.referent.kind is EntityKind.PLACE:
        return False
    return word not in SINGULAR_PRONOUNS or not _is_place_of(each.referent, discourse.roster)


_REACH = 1500  # characters: a silent one is meant a few paragraphs on, not over the report


def fit_pronoun(referent: Referent, described: Description, *, heard: Sequence[Heard]) -> Referent | None:
    """The referent as the pronoun shows it; None where number or gender forbid it."""
    word = described.head
    return _as_shown(referent, word) if _what_fits(word, heard)(referent) else None


def _as_shown(referent: Referent, word: str) -> Referent:
    """The referent with the gender that a pronoun shows, if it shows one."""
    return replace(referent, female=word in FEMALE_PRONOUNS) if word in SINGULAR_PRONOUNS else referent


def _what_fits(word: str, heard: Sequence[Heard]) -> Callable[[Referent], bool]:
    """What a pronoun may stand for, by kind, number and what the text showed of gender."""
    if word in NEUTER_PRONOUNS:
        return lambda referent: _is_body_of(referent) and not referent.plural
    if word in PLURAL_PRONOUNS:
        return lambda referent: referent.plural or referent.kind is EntityKind.GROUP
    female = word in FEMALE_PRONOUNS
    known = {each.referent.forms[0]: each.referent.female for each in heard if each.referent.female is not None}

    def fits(referent: Referent) -> bool:
        shown = referent.female if referent.female is not None else known.get(referent.forms[0])
        return _is_somebody(referent) and (shown is None or shown == female)

    return fits


def resolve_understood(*, roster: Roster, at: int, heard: Sequence[Heard]) -> Heard | None:
    """Who goes on speaking where no words name a speaker.

    Whoever spoke last in the paragraph; else whoever has spoken most so far (a communiqué, an
    interview), the earlier of equals. None before anybody has spoken.
    """
    begin, _ = roster.layout.paragraph(at)
    earlier = [each for each in heard if each.at < at and not each.inner]
    here = [each for each in earlier if each.at >= begin]
    if here:
        return here[-1]
    counts = Counter(each.referent.forms[0] for each in earlier)
    return max(earlier, key=lambda each: (counts[each.referent.forms[0]], -each.at)) if earlier else None


_PAIR = {"the former": -2, "the latter": -1}


def resolve_one_of_two(
    described: Description, *, discourse: Discourse, at: int, heard: Sequence[Heard]
) -> Referent | None:
    """Who "the latter" and "the former" are: the last two named in its sentence, the one before, or the paragraph."""
    place = _PAIR.get(described.text.casefold())
    if place is None:
        return None
    start, paragraph = discourse.layout.sentence(at)[0], discourse.layout.paragraph(at)[0]
    for begin in (start, max(discourse.layout.sentence(max(start - 1, 0))[0], paragraph), paragraph):
        named = [each for each in discourse.mentioned if begin <= each.at and each.end <= at and each.referent.named]
        spoken = [discourse.recall(each) for each in heard if begin <= each.at < at]
        found = {
            each.referent.forms[0]: each.referent
            for each in sorted((*named, *spoken), key=lambda each: each.at)
            if each.referent.kind in (EntityKind.PERSON, EntityKind.GROUP, EntityKind.UNKNOWN)
        }
        if len(found) > 1:
            meant = list(found.values())[place]
            return replace(meant, because=f"“{described.text}” is {meant.name}, of the last two named")
    return None


def resolve_shorthand(
    described: Description, *, roster: Roster, at: int | None, heard: Sequence[Heard], told_apart: bool = False
) -> Referent | None:
    """Whom "the spokesman", "the colonel", "the elders" or "Sources" stands for; None if nobody before it fits.

    `told_apart` is whether a clause says which one is meant ("the captain who opened the gate"): he is nobody named
    before.
    """
    place = len(roster.text) if at is None else at
    if told_apart:
        return None
    if described.head in PERSON_NOUNS and not described.plural and described.definite:
        holder = roster.office_holder(described.head, at=place, owner=described.owner)
        if holder and (not described.owner or holder.owner or describe(described.text).owner in ("its", "the group")):
            known = resolve_person(Description(holder.name, Sort.PERSON, name=holder.name), roster=roster, at=holder.at)
            known = replace(known, office=holder.office, of=known.of, female=holder.female)
            return replace(known, because=f"“{described.text}” is {holder.name}, introduced as {holder.office}")
    bare = described.definite or described.text.casefold() == described.head
    if not bare and not _is_part(described):
        return None
    return _same_people(described, [each for each in heard if each.at < place])


_ANY_GROUP = frozenset({"group", "movement", "organisation", "organization", "party", "faction", "militia"})


def resolve_group_noun(described: Description, *, roster: Roster, at: int, heard: Sequence[Heard]) -> Referent | None:
    """Whom "the group" or "the council" is: the last party named before, of that kind if one is."""
    named = _called(described.head, roster)
    if named:
        return Referent(
            EntityKind.GROUP, (named, described.text), because=f"the text calls {named} the {described.head}"
        )
    earlier = [each.referent for each in heard if each.at < at and each.referent.kind is EntityKind.GROUP]
    for referent in reversed(earlier):
        if referent.named and described.head in words_of(" ".join(referent.forms)):
            return replace(referent, because=f"“{described.text}” is {referent.name}, named before")
    if described.head not in _ANY_GROUP:
        return None
    for referent in reversed(earlier):
        if referent.named and not referent.common:
            return replace(referent, because=f"“{described.text}” is {referent.name}, the last party named")
    bodies = [name for start, _, name in roster.names if start < at and (is_body(name) or is_acronym(name))]
    if not bodies:
        return None
    full = roster.fuller(bodies[-1], at=at)
    return Referent(EntityKind.GROUP, (full,), because=f"“{described.text}” is {full}, the last party named")


_CALLED = re.compile(
    r"(?: \(| known as (?:the )?|, the |, known as (?:the )?)(?P<name>[A-Z][\w’'\-]*(?: [A-Z][\w’'\-]*)*)"
)


def _called(noun: str, roster: Roster) -> str:
    """The party that the text calls by a plain noun: "the coalition (CSP)", "the rebel alliance, the CSP,"."""
    match = next(find_followed(noun, _CALLED, roster.text), None)
    return roster.fuller(match["name"]) if match else ""


_TOPIC = re.compile(r"^(?:But |And )?(?:[Aa]s (?:for|to|regards)) (?P<who>[^.;:“”\"]{3,80}?), $")


def _topic_before(roster: Roster, at: int) -> Referent | None:
    """Whom "he" is in "As for the governor, he kept silent"; None where the sentence opens otherwise."""
    start, _ = roster.layout.sentence(at)
    match = _TOPIC.match(roster.text[start:at])
    return refer(match["who"], roster=roster, at=start + match.start("who")) if match else None


_NOBODY_WORDS = "what why how nobody nothing everything none both all each either neither"
_NOBODY = PRONOUNS | DEMONSTRATIVES | frozenset(list_words(_NOBODY_WORDS))


def _stands_for_nobody(referent: Referent) -> bool:
    """Whether the form is a word that led nowhere: it leads nowhere again."""
    return referent.forms[0].casefold() in _NOBODY


def _is_somebody(referent: Referent) -> bool:
    pronoun = _stands_for_nobody(referent)
    return not pronoun and not referent.plural and referent.kind in (EntityKind.PERSON, EntityKind.UNKNOWN)


def _is_body_of(referent: Referent) -> bool:
    pronoun = _stands_for_nobody(referent)
    kinds = (EntityKind.GROUP, EntityKind.OUTLET, EntityKind.DOCUMENT, EntityKind.IMAGES, EntityKind.UNKNOWN)
    return not pronoun and referent.kind in kinds


def _is_place_of(referent: Referent, roster: Roster) -> bool:
    """Whether a bare name is that of a place or a nation, which is no "he"."""
    return (
        referent.kind is EntityKind.UNKNOWN and not roster.is_person(referent.name) and roster.is_nation(referent.name)
    )


def _is_part(described: Description) -> bool:
    """Whether somebody of several is meant: "one of them", "another", "one of the two officials"."""
    return words_of(described.text)[0] in ("one", "two", "another", "others", "some", "both", "neither", "none")


def _same_people(described: Description, earlier: Sequence[Heard]) -> Referent | None:
    head = _singular(described.head)
    for each in reversed(earlier):
        first = each.referent.forms[-1] if not each.referent.named else each.referent.forms[0]
        if (
            not each.referent.named
            and not _stands_for_nobody(each.referent)
            and (each.referent.plural == described.plural or _is_part(described))
            and head in {_singular(word) for word in words_of(each.referent.name)}
        ):
            return replace(each.referent, because=f"“{described.text}” are “{first}” of before")
    return None


def _singular(word: str) -> str:
    irregular = {"people": "person", "men": "man", "women": "woman", "children": "child", "fishermen": "fisherman"}
    return irregular.get(word, word.removesuffix("s"))
