"""Shortening: who is meant by "the ministry", "the mayor" or "the Guard" among those who speak on the event.

A short or bare name is folded only where one voice of the event can be meant; with two, it stays alone.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from sayso.corroborate.side import Sides, read_organ
from sayso.corroborate.voice.hearing import Speaking
from sayso.corroborate.voice.joining import Fold, Strength, Tie, tie
from sayso.corroborate.voice.naming import is_same_name, is_short_for
from sayso.corroborate.voice.principal import find_principal, find_principal_of
from sayso.corroborate.voice.speaker import is_body, is_party_outlet, is_unnamed
from sayso.corroborate.wording import stem_word


@dataclass(frozen=True, slots=True)
class _Known:
    """A fold's places, every name that stands for it, the organs and the countries that speak in it."""

    members: tuple[int, ...]
    names: frozenset[str]
    organs: frozenset[str]
    countries: frozenset[str]
    is_state: bool


def tie_short(speakings: Sequence[Speaking], folds: Sequence[Fold], relays: Collection[int], sides: Sides) -> list[Tie]:
    """Ties from names that are short or bare to the only fold that they can stand for."""
    known = {place: _know(fold, speakings, sides) for fold in folds for place in fold.members}
    several = list(dict.fromkeys(known[place] for place in range(len(speakings))))
    found = []
    for place, speaking in enumerate(speakings):
        if place in relays:
            continue
        others = [each for each in several if each != known[place]]
        ways = (
            _find_named(speaking, others),
            _find_states(speaking, others, sides),
            _find_quoted(speaking, others, speakings, sides),
        )
        for meant in ways:
            if len(meant) == 1:
                found.append(tie(place, meant[0][0].members[0], Strength.SHORT, meant[0][1]))
                break
    return found


def _find_named(speaking: Speaking, others: Sequence[_Known]) -> list[tuple[_Known, str]]:
    """The folds with a name that the words of a speaking may stand for."""
    meant: list[tuple[_Known, str]] = []
    for name in _find_loose_names(speaking):
        for other in others:
            full = next((each for each in sorted(other.names) if _may_stand_for(name, each)), None)
            if full and other not in (each for each, _ in meant):
                meant.append((other, f"{speaking.mention.text} is {full}"))
    return meant


def _may_stand_for(name: str, full: str) -> bool:
    return is_same_name(name, full) or is_short_for(name, full)


def _find_loose_names(speaking: Speaking) -> Iterator[str]:
    """The words of a speaking by which somebody else may be meant."""
    mention = speaking.mention
    if speaking.is_outlet:
        if is_party_outlet(mention.text):
            yield find_principal(mention.text) or mention.text
        return
    if principal := find_principal_of(mention):
        yield principal
    if is_body(mention) or (mention.entity and not is_unnamed(mention)):
        yield mention.text


def _find_states(speaking: Speaking, others: Sequence[_Known], sides: Sides) -> list[tuple[_Known, str]]:
    """The folds in which the state speaks that is named here, or whose bare organ this is ("the army")."""
    mention = speaking.mention
    if speaking.is_outlet and not is_party_outlet(mention.text):
        return []
    words = find_principal_of(mention) or mention.text
    organ = read_organ([words])
    if organ is None:
        return [(other, "organs of one state") for other in others if _is_country(words, other)]
    if speaking.is_outlet or is_body(mention) or find_principal_of(mention):
        countries = {country for each in sides.organs.values() for country in each}
        if len(countries | organ) <= 1:
            return [(other, "organs of one state") for other in others if other.is_state]
    entity = mention.entity
    return [
        (other, f"{mention.text} and {sorted(other.names)[0]} are one organ")
        for other in others
        if entity and any(sides.is_same_organ(entity, organ) for organ in sorted(other.organs))
    ]


def _is_country(words: str, other: _Known) -> bool:
    """Whether a name is that of the country of which an organ speaks ("Zelen", "the Zelen Ministry of Security")."""
    named = re.fullmatch(r"(?:the )?([A-Z][\w-]+)", words.strip())
    return named is not None and stem_word(named[1]) in other.countries


def _find_quoted(
    speaking: Speaking, others: Sequence[_Known], speakings: Sequence[Speaking], sides: Sides
) -> list[tuple[_Known, str]]:
    """The folds of the persons whom a body quotes in what it publishes itself: its own people."""
    outlet = speaking.mention.text
    if not speaking.is_outlet or not is_party_outlet(outlet):
        return []
    quoted = {
        place
        for place, each in enumerate(speakings)
        if not each.is_outlet and each.carriers == (outlet,) and each.mention.entity in sides.persons
    }
    return [(other, f"{outlet} speaks through them") for other in others if quoted & set(other.members)]


def _know(fold: Fold, speakings: Sequence[Speaking], sides: Sides) -> _Known:
    names: set[str] = set()
    organs: set[str] = set()
    countries: set[str] = set()
    is_state = False
    for speaking in (speakings[place] for place in fold.members):
        mention = speaking.mention
        if speaking.is_outlet and is_party_outlet(mention.text):
            body = find_principal(mention.text) or mention.text
            names.add(body)
            countries |= read_organ([body]) or set()
            is_state = is_state or read_organ([body]) is not None
        elif not speaking.is_outlet and (is_body(mention) or not is_unnamed(mention)):
            names |= {mention.text, *mention.names}
        if mention.entity and not is_unnamed(mention):
            then = sides.on(speaking.telling.report.told)
            way = then.way(mention.entity)
            names |= {name for each in way for name in then.names.get(each, ())}
            names |= {then.leads[each].because for each in way[:-1]}
            organs |= {each for each in way if each in then.organs}
            is_state = is_state or way[-1] in then.organs or way[-1] in then.states
    countries |= {country for organ in organs for country in sides.organs[organ]}
    return _Known(fold.members, frozenset(names), frozenset(organs), frozenset(countries), is_state)
