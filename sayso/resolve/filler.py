"""Filler: whom or what the words in a role stand for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.model.claim import Claim, RoleFiller
from sayso.model.entity import EntityKind
from sayso.model.values.stance import ClaimType, Role
from sayso.resolve.antecedent import resolve_group_noun, resolve_pronoun, resolve_shorthand
from sayso.resolve.capitals import is_acronym
from sayso.resolve.description import Description, Sort, describe
from sayso.resolve.discourse import Discourse
from sayso.resolve.heard import Heard
from sayso.resolve.party import resolve_party
from sayso.resolve.place import resolve_place
from sayso.resolve.referent import Referent
from sayso.resolve.roster import Roster
from sayso.resolve.wording import (
    MEMBERS,
    NEUTER_PRONOUNS,
    OWN_PRONOUNS,
    PLURAL_PRONOUNS,
    RANKS,
    SINGULAR_PRONOUNS,
    words_of,
)

_PLACE_ROLES = frozenset({Role.PLACE, Role.ORIGIN, Role.DESTINATION})
# Types whose object is a place where its words can be one.
_OVER_PLACES = frozenset(
    {
        ClaimType.HOLD,
        ClaimType.SEIZE,
        ClaimType.HAND_OVER,
        ClaimType.WITHDRAW,
        ClaimType.BESIEGE,
        ClaimType.STRIKE,
        ClaimType.ATTACK,
        ClaimType.DESTROY,
    }
)


def resolve_filler(
    filler: RoleFiller,
    *,
    claim: Claim,
    discourse: Discourse,
    heard: Sequence[Heard],
    speaker: Referent | None,
    parties: Sequence[Heard],
) -> Referent | None:
    """What a role's words stand for; None for plain things ("14 aircraft") and words that lead nowhere.

    `speaker` is the claim's nearest speaker, None in the outlet's own voice: "our men" are his, and
    "it" in "the army denied that it had lost the base" is the army. `parties` are those that roles
    named before this place.
    """
    described, roster = describe(filler.mention.text), discourse.roster
    speaks_at = claim.chain[0].source.start if claim.chain else None
    at = filler.mention.start if filler.mention.start is not None else claim.evidence.start
    if filler.role in _PLACE_ROLES or (filler.role is Role.OBJECT and claim.type in _OVER_PLACES):
        place = _resolve_thing_before(described, claim, roster=roster, at=at) or resolve_place(
            described, roster=roster, at=at, role_is_place=_must_be_place(filler, described, claim)
        )
        if place or filler.role in _PLACE_ROLES:
            return place
    if (
        described.sort is Sort.PRONOUN
        or described.owner in OWN_PRONOUNS | NEUTER_PRONOUNS | PLURAL_PRONOUNS | SINGULAR_PRONOUNS
    ):
        found = _resolve_pronoun(
            described, at=at, discourse=discourse, heard=heard, speaker=speaker, parties=parties, speaks_at=speaks_at
        )
        return None if found and _does_it_itself(filler, found, parties, claim) else found
    party = resolve_party(described, roster=roster, at=at)
    if party and party.kind is EntityKind.PERSON and described.sort is not Sort.PERSON and filler.role is Role.OBJECT:
        return None
    return (
        party
        or resolve_shorthand(described, roster=roster, at=at, heard=heard)
        or _resolve_rebels(described, parties=parties, at=at)
        or (
            resolve_group_noun(described, roster=roster, at=at, heard=[*heard, *parties])
            if described.definite
            else None
        )
    )


_STRUCK = frozenset(
    {
        ClaimType.STRIKE,
        ClaimType.ATTACK,
        ClaimType.DESTROY,
        ClaimType.PRESENT,
        ClaimType.HOLD,
        ClaimType.HAND_OVER,
    }
)
_SITE = re.compile(
    r"\b[Tt]he (?:[a-z]+ )?(?:base|airbase|airport|airfield|town|city|village|camp|gate|bridge|post|station|port"
    r"|hospital|market|prison|checkpoint|barracks|pier|school|crossing|depot|fort|dam|refinery|plant)\b"
)


def _resolve_thing_before(described: Description, claim: Claim, *, roster: Roster, at: int) -> Referent | None:
    """The site that "it" is where something is done to it: "the base is worthless. The army may bomb it"."""
    if described.sort is not Sort.PRONOUN or described.head != "it" or claim.type not in _STRUCK:
        return None
    start = roster.layout.sentence(at)[0]
    # A video or a note may be what is handed over: only a site of its own sentence is.
    before = start if claim.type is ClaimType.HAND_OVER else roster.layout.sentence(max(start - 1, 0))[0]
    sites = list(_SITE.finditer(roster.text, before, at))
    if not sites:
        return None
    last = describe(sites[-1].group())
    return resolve_place(last, roster=roster, at=sites[-1].start(), role_is_place=False)


def _does_it_itself(filler: RoleFiller, found: Referent, parties: Sequence[Heard], claim: Claim) -> bool:
    """Whether a pronoun for what something is done to would be who does it: nobody bombs himself."""
    if filler.role not in (Role.OBJECT, Role.RECIPIENT) or describe(filler.mention.text).head.endswith("self"):
        return False
    actors = [each.mention for each in claim.roles if each.role is Role.ACTOR]
    return any(each.referent.forms == found.forms for each in parties for actor in actors if each.at == actor.start)


_REBELS = frozenset(
    {"rebels", "fighters", "militants", "insurgents", "gunmen", "terrorists", "jihadists", "mercenaries"}
)


def _resolve_rebels(described: Description, *, parties: Sequence[Heard], at: int) -> Referent | None:
    """Who "the rebels" are: the one armed group named so far; "rebels" of their own where none or several are named."""
    if described.head not in _REBELS or described.sort is not Sort.PEOPLE or not described.definite:
        return None
    named = {each.referent.forms: each.referent for each in parties if each.at < at and _is_armed_group(each.referent)}
    if len(named) == 1:
        (only,) = named.values()
        return replace(only, because=f"“{described.text}” are {only.name}, the one armed group named before")
    return Referent(EntityKind.GROUP, (described.head,), common=described.head, plural=True, because="fighters unnamed")


def _is_armed_group(referent: Referent) -> bool:
    if referent.common or not referent.named or referent.kind is not EntityKind.GROUP:
        return False
    return is_acronym(referent.forms[-1]) or any(word in _ARMED for word in words_of(referent.name))


_ARMED = frozenset(
    {"front", "army", "brigade", "brigades", "guard", "militia", "movement", "group", "state", "coalition", "forces"}
)


def _must_be_place(filler: RoleFiller, described: Description, claim: Claim) -> bool:
    if filler.role in _PLACE_ROLES:
        return True
    if described.sort is Sort.PRONOUN:
        return claim.type in (ClaimType.HOLD, ClaimType.SEIZE, ClaimType.BESIEGE)
    over = claim.type in (ClaimType.HOLD, ClaimType.SEIZE, ClaimType.BESIEGE, ClaimType.HAND_OVER)
    return over and described.sort is Sort.NAME


def _resolve_pronoun(
    described: Description,
    *,
    at: int,
    discourse: Discourse,
    heard: Sequence[Heard],
    speaker: Referent | None,
    parties: Sequence[Heard],
    speaks_at: int | None,
) -> Referent | None:
    roster = discourse.roster
    word = described.head if described.sort is Sort.PRONOUN else described.owner
    if described.sort is not Sort.PRONOUN and described.head not in MEMBERS and described.sort is not Sort.ORGAN:
        return None
    if described.sort is Sort.ORGAN:
        return resolve_party(described, roster=roster, at=at)
    known = sorted((*heard, *parties), key=lambda each: each.at)
    found = (
        _subject_of_sentence(word, parties, roster=roster, at=at, speaks_at=speaks_at)
        or _of_speaker(word, speaker, roster=roster, at=at)
        or resolve_pronoun(described, discourse=discourse, at=at, heard=known)
    )
    if found is None:
        return None
    return replace(
        found, forms=tuple(dict.fromkeys((*found.forms,))), because=f"“{described.text}” stands for {found.name}"
    )


def _subject_of_sentence(
    word: str, parties: Sequence[Heard], *, roster: Roster, at: int, speaks_at: int | None
) -> Referent | None:
    """In "Fighters took the town, officials said, a day after they captured the port", they are the fighters."""
    if (speaks_at is not None and speaks_at >= at) or word not in NEUTER_PRONOUNS | PLURAL_PRONOUNS:
        return None
    start, _ = roster.layout.sentence(at)
    until = at if speaks_at is None else speaks_at
    for each in parties:
        if start <= each.at < until and each.referent.kind is EntityKind.GROUP:
            return each.referent
    return None


_OF_GOVERNMENT = frozenset({"minister", "premier", "prime minister"})


def _body_of(office: str | None) -> Referent | None:
    """Whose "our" men are, by the speaker's office alone: an officer's the army's, a minister's the government's."""
    body = "army" if office in RANKS else "government" if office in _OF_GOVERNMENT else ""
    return Referent(EntityKind.GROUP, (body,), common=body, because=f"a {office} says “our”") if body else None


def _of_speaker(word: str, speaker: Referent | None, *, roster: Roster, at: int) -> Referent | None:
    """What a pronoun in reported speech says of the speaker: "our men", "it had lost the base"."""
    if speaker is None:
        return None
    person = speaker.kind is EntityKind.PERSON
    if word in ("we", "us", "our", "ours", "ourselves"):
        if speaker.of:
            return resolve_party(describe(speaker.of), roster=roster, at=at) or speaker
        return _body_of(speaker.office) or speaker
    if word in OWN_PRONOUNS:
        return speaker
    if word in NEUTER_PRONOUNS and not person and speaker.kind is EntityKind.GROUP:
        return speaker
    if word in PLURAL_PRONOUNS and speaker.plural and not person:
        return speaker
    if word in ("his", "her", "their", "its") and person and speaker.of:
        return resolve_party(describe(speaker.of), roster=roster, at=at)
    if word in SINGULAR_PRONOUNS and (person or speaker.kind is EntityKind.UNKNOWN):
        female = word in ("she", "her", "hers", "herself")
        return speaker if speaker.female is None or speaker.female == female else None
    return None
