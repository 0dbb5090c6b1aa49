"""Affiliation: whom a speaker speaks for, as the text states it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model.entity import EntityKind
from sayso.resolve.description import Sort, describe
from sayso.resolve.party import resolve_party
from sayso.resolve.referent import Referent
from sayso.resolve.roster import Roster
from sayso.resolve.standing import find_all
from sayso.resolve.wording import RANKS

_STATE_OFFICES = re.compile(r"\b(?:president|premier|minister|chancellor|king|emir)\b")
_ARMED_ORGANS = ("army", "general staff", "defence ministry", "air force", "navy")
_RELEASED = re.compile(
    r"\b(?:published|posted|released|issued|distributed|circulated|broadcast|shared) by (?:the )?(?P<by>[^,]+)$"
)
_ARM = re.compile(
    r",? (?:the|an?) (?:[\w\-]+ )*(?:arm|mouthpiece|organ|outlet|wing|voice|channel) of (?:the )?"
    r"(?P<of>[A-Z][\w’'\-]*(?: [A-Z][\w’'\-]*)*)"
)


@dataclass(frozen=True, slots=True)
class Tie:
    """That `whose` speaks for `of`, and why, in words; `guessed` by his rank or office alone, not said by the text."""

    whose: Referent
    of: Referent
    because: str
    guessed: bool = False


def find_ties(referents: Sequence[Referent], *, roster: Roster) -> tuple[Tie, ...]:
    """All affiliations that the text states among what it names.

    An office says for whom ("the Front's spokesman"); a rank without a party is of the army where
    the text lets an army speak; a minister is of the government. That an organ belongs to its
    state is added when names are joined, where it is known which state.
    """
    ties = []
    for referent in referents:
        if not referent.named:
            continue
        guessed = not referent.of and referent.kind is EntityKind.PERSON
        for of, because in _read_ties(referent, referents, roster):
            if of.forms != referent.forms and of.named:
                ties.append(Tie(referent, of, because, guessed))
    return tuple(dict.fromkeys(ties))


def _read_ties(referent: Referent, referents: Sequence[Referent], roster: Roster) -> list[tuple[Referent, str]]:
    found: list[tuple[Referent, str]] = []
    if referent.of:
        of = resolve_party(describe(referent.of), roster=roster, at=None)
        if of:
            said = f"{referent.office or 'office'} of {referent.of}"
            found.append((of, said if referent.office else f"called that of {referent.of}"))
    elif referent.kind is EntityKind.PERSON and referent.office:
        found += _by_office(referent.office, referents)
    if referent.kind is EntityKind.IMAGES:
        found += _by_release(referent, roster)
    if referent.kind in (EntityKind.OUTLET, EntityKind.GROUP) and not referent.common:
        found += _by_arm(referent, roster)
    return found


def _by_office(office: str, referents: Sequence[Referent]) -> list[tuple[Referent, str]]:
    if _STATE_OFFICES.search(office):
        country = next((each.country for each in referents if each.common == "government" and each.country), None)
        return [(_government(country), f"a {office} speaks for the government")]
    if office in RANKS and office != "commander":
        armed = [each for each in referents if each.common in _ARMED_ORGANS]
        armed.sort(key=lambda each: _ARMED_ORGANS.index(each.common or ""))
        if armed and len({each.country for each in armed}) == 1:
            return [(armed[0], f"a {office}, and the {armed[0].common} is the only army that speaks in this report")]
    return []


def _by_release(referent: Referent, roster: Roster) -> list[tuple[Referent, str]]:
    described = describe(referent.name)
    released = _RELEASED.search(referent.name)
    by = released["by"] if released else described.owner
    party = resolve_party(describe(by), roster=roster, at=None) if by else None
    if party is None or describe(by).sort not in (Sort.GROUP, Sort.ORGAN, Sort.OFFICE):
        return []
    return [(party, f"images released by {party.name} speak for it")]


def _by_arm(referent: Referent, roster: Roster) -> list[tuple[Referent, str]]:
    for form in referent.forms:
        match = next((found for _, end in find_all(form, roster.text) if (found := _ARM.match(roster.text, end))), None)
        if match:
            of = resolve_party(describe(match["of"]), roster=roster, at=None)
            return [(of, f"called {match.group().strip(' ,')}")] if of else []
    return []


def _government(country: str | None) -> Referent:
    because = "the government that a minister is of"
    return Referent(EntityKind.GROUP, ("government",), common="government", country=country, because=because)
