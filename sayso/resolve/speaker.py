"""Speaker: who a source in the text is, pronouns and short forms included."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.model.claim import Mention
from sayso.model.entity import EntityKind
from sayso.model.values.span import Span
from sayso.resolve.antecedent import (
    fit_pronoun,
    resolve_group_noun,
    resolve_one_of_two,
    resolve_pronoun,
    resolve_shorthand,
)
from sayso.resolve.cataphora import find_named_later
from sayso.resolve.description import Description, Sort, describe
from sayso.resolve.discourse import Discourse, Outlets
from sayso.resolve.fuller import name_fully
from sayso.resolve.heard import Heard
from sayso.resolve.name import parse_name
from sayso.resolve.outlet import is_outlet_name, is_outlet_noun, is_own_words
from sayso.resolve.party import expand_owner, resolve_party
from sayso.resolve.referent import Referent
from sayso.resolve.roster import Roster
from sayso.resolve.turn import is_label
from sayso.resolve.unnamed import keep_words
from sayso.resolve.wording import GROUP_HEADS, OUTLET_HEADS, OWN_PRONOUNS, PERSON_NOUNS, PRONOUNS, words_of

# Papers that a body issues: whose statement it is speaks by it.
_STATEMENTS = frozenset({"statement", "communique", "communiqué", "release", "bulletin", "declaration"})
# "The captain who opened the gate", not "the captain, who spoke by telephone".
_TOLD_APART = re.compile(r"^[Tt]he (?:[\w\-]+ )*\w+ (?:who|whom|whose|that) (?!(?:asked|spoke|declined|refused)\b)")
_UNSOURCED = frozenset({"report", "reports", "account", "accounts", "figures", "data"})


def resolve_speaker(
    mention: Mention,
    *,
    discourse: Discourse,
    heard: Sequence[Heard],
    antecedent: Span | None = None,
) -> Referent:
    """Who speaks. Never fails: words that lead nowhere come back as an unnamed source that keeps its words.

    `antecedent` is what the reader takes the words to stand for.
    """
    roster, outlets = discourse.roster, discourse.outlets
    # "KORR: " opens a turn of Ida Korr; elsewhere capitals are initials.
    spelled = mention.text.title() if mention.text.isupper() and is_label(mention, roster) else mention.text
    described = describe(spelled)
    at = mention.start
    place = len(roster.text) if at is None else at
    own = _own_outlet(described, outlets.own, roster)
    if own:
        return own
    if described.sort in (Sort.OFFICE, Sort.PEOPLE) and described.definite:
        described = _name_before(described, roster, place)
    if described.members and described.head in PERSON_NOUNS:
        return keep_words(described)  # "Kurdish officials", "two soldiers of the Front": they have no name
    meant = _meant(antecedent, described, discourse=discourse, heard=heard)
    found = (
        (meant if described.sort is Sort.PRONOUN else None)
        or _resolve_stand_in(described, discourse=discourse, at=place, heard=heard)
        or resolve_one_of_two(described, discourse=discourse, at=place, heard=heard)
        or _resolve_outlet(described, roster=roster, at=place, outlets=outlets)
        or resolve_party(described, roster=roster, at=at)
        or _resolve_paper(described, roster=roster, at=place, heard=heard)
        or resolve_shorthand(
            described, roster=roster, at=at, heard=heard, told_apart=bool(_TOLD_APART.search(mention.text))
        )
        or find_named_later(described, roster=roster, at=place)
        or (meant if described.definite else None)
    )
    if found is None and described.head in GROUP_HEADS and described.definite:
        found = resolve_group_noun(described, roster=roster, at=place, heard=heard)
    if found is None:
        return name_fully(keep_words(described), described, discourse=discourse, at=place, heard=heard)
    if _is_owned(found, described):
        found = _name_owner(found, described, discourse=discourse, at=place, heard=heard)
    return _with_words(found, mention.text)


def _is_owned(found: Referent, described: Description) -> bool:
    """Whether a paper or an organ is somebody's by a pronoun: "his notes", "its defence ministry"."""
    thing = found.kind in (EntityKind.DOCUMENT, EntityKind.IMAGES) or found.common is not None
    return thing and described.owner in PRONOUNS - OWN_PRONOUNS


def _name_owner(
    found: Referent, described: Description, *, discourse: Discourse, at: int, heard: Sequence[Heard]
) -> Referent:
    """What is somebody's, named by its owner: "the interpreter's notes", "Lowen's defence ministry"."""
    if found.country:
        return replace(found, forms=tuple(dict.fromkeys((f"{found.country}'s {found.name}", *found.forms))))
    named = name_fully(found, described, discourse=discourse, at=at, heard=heard)
    owner = re.match(r"(?P<name>.+)['’]s ", named.name)
    if found.common is None or owner is None or named.name == found.name:
        return named
    return replace(named, country=owner["name"], because=f"“{described.text}” is {named.name}")


def _meant(
    antecedent: Span | None,
    described: Description,
    *,
    discourse: Discourse,
    heard: Sequence[Heard],
) -> Referent | None:
    """Whom the reader takes a pronoun or a short form to stand for, if number and gender allow."""
    if antecedent is None or described.head in OWN_PRONOUNS:
        return None
    said = [each.referent for each in heard if antecedent.start <= each.at < antecedent.end][:1]
    for found in (*said, resolve_speaker(Mention.at(antecedent), discourse=discourse, heard=heard)):
        fits = described.sort is not Sort.PRONOUN or fit_pronoun(found, described, heard=heard)
        if fits and describe(found.forms[0]).sort is not Sort.PRONOUN:
            return fits if isinstance(fits, Referent) else found
    return None


def _name_before(described: Description, roster: Roster, at: int) -> Description:
    """In "Bushra agency, the media arm of …, said" the name that the words stand in apposition to."""
    before = re.search(
        r"(?:^|[.,;:] |\n)(?:Also, )?((?:[Tt]he )?[A-Z][^,.;:\n]{2,40}), $", roster.text[max(0, at - 60) : at]
    )
    if before is None:
        return described
    named = describe(before[1])
    body = named.sort in (Sort.GROUP, Sort.OUTLET) and not named.members
    return named if body else described


def _own_outlet(described: Description, outlet: str | None, roster: Roster) -> Referent | None:
    if outlet is None:
        return None
    if not is_own_words(described.text, outlet) and not _is_first_word(described, outlet, roster):
        return None
    return Referent(EntityKind.OUTLET, (outlet,), because="the outlet itself")


def _is_first_word(described: Description, outlet: str, roster: Roster) -> bool:
    """Whether the name alone is the outlet's ("Halden" of Halden News Agency), where the text has no such place."""
    own, name = parse_name(outlet).tokens, described.name
    short = bool(name) and parse_name(name).tokens == own[:1] and len(own) > 1
    return short and all(word in OUTLET_HEADS for word in own[1:]) and not roster.is_nation(name)


def _resolve_stand_in(
    described: Description, *, discourse: Discourse, at: int, heard: Sequence[Heard]
) -> Referent | None:
    if described.sort is not Sort.PRONOUN:
        return None
    return resolve_pronoun(described, discourse=discourse, at=at, heard=heard)


def _resolve_outlet(described: Description, *, roster: Roster, at: int, outlets: Outlets) -> Referent | None:
    """An outlet of the batch by its name, or "the agency" after one was named in this text."""
    if described.name and described.sort in (Sort.NAME, Sort.GROUP, Sort.OUTLET) and not described.members:
        known = outlets.known.find(described.name)
        if known and not roster.is_person(described.name):
            return Referent(
                EntityKind.OUTLET, (known, described.name), because=f"“{described.name}” is the outlet {known}"
            )
    if not is_outlet_noun(described.text):
        return None
    known = find_named_outlet(described.text, roster=roster, outlets=outlets, at=at)
    if known is None:
        return None
    return Referent(EntityKind.OUTLET, (known,), because=f"“{described.text}” is {known}, named before")


def find_named_outlet(words: str, *, roster: Roster, outlets: Outlets, at: int) -> str | None:
    """The outlet that "the agency" or "the newspaper" stands for: the last of its kind named before."""
    agency = words_of(words)[-1] == "agency"
    for start, _, name in reversed(roster.names):
        known = outlets.known.find(name) or (name if is_outlet_name(name) else None)
        if start < at and known and outlets.is_agency(known) == agency:
            return known
    return None


def _resolve_paper(described: Description, *, roster: Roster, at: int, heard: Sequence[Heard]) -> Referent | None:
    """Images and documents speak for themselves; a statement is its issuer speaking."""
    if described.sort is Sort.IMAGES:
        return Referent(
            EntityKind.IMAGES, (described.text,), plural=described.plural, because="images speak for themselves"
        )
    if described.sort is not Sort.DOCUMENT:
        return None
    if described.head in _STATEMENTS:
        issuer = _issuer(described, roster=roster, at=at, heard=heard)
        if issuer:
            return issuer
    if described.head in _UNSOURCED and not described.owner and not described.name and not described.definite:
        return Referent(EntityKind.DOCUMENT, (described.text,), named=False, because="reports that nobody is named for")
    return Referent(EntityKind.DOCUMENT, (described.text,), because="a document speaks for itself")


def _issuer(described: Description, *, roster: Roster, at: int, heard: Sequence[Heard]) -> Referent | None:
    if described.owner and described.owner not in PRONOUNS:
        owner = expand_owner(described.owner, roster=roster, at=at)
        return resolve_party(describe(owner), roster=roster, at=at)
    for each in reversed(heard):
        if each.at < at and each.referent.kind is EntityKind.GROUP:
            return each.referent
    return None


def _with_words(found: Referent, words: str) -> Referent:
    """Unnamed sources carry their own words beside those that they refer back to."""
    if found.named or words in found.forms:
        return found
    return replace(found, forms=tuple(dict.fromkeys((*found.forms, words))))
