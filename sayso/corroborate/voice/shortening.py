"""Shortening: who is meant by "the ministry", "the mayor" or "the Guard" among those who speak on the event.

A short or bare name is folded only where one voice of the event can be meant; with two, it stays alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from sayso.corroborate.side import Sides, read_organ
from sayso.corroborate.voice.hearing import Speaking
from sayso.corroborate.voice.joining import Fold, Strength, Tie, tie
from sayso.corroborate.voice.naming import is_same_name, is_short_for
from sayso.corroborate.voice.principal import find_principal_of
from sayso.corroborate.voice.speaker import is_body, is_unnamed


@dataclass(frozen=True, slots=True)
class _Known:
    """A fold's first place, every name that stands for it, and whether a state speaks in it."""

    place: int
    names: frozenset[str]
    organs: frozenset[str]
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
        for meant in (_find_named(speaking, others), _find_states(speaking, others, sides)):
            if len(meant) == 1:
                found.append(tie(place, meant[0][0].place, Strength.SHORT, meant[0][1]))
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
        return
    if principal := find_principal_of(mention):
        yield principal
    if is_body(mention) or (mention.entity and not is_unnamed(mention)):
        yield mention.text


def _find_states(speaking: Speaking, others: Sequence[_Known], sides: Sides) -> list[tuple[_Known, str]]:
    """The folds in which the state speaks whose bare organ this is ("the reconciliation ministry")."""
    mention = speaking.mention
    names = [find_principal_of(mention) or mention.text]
    if speaking.is_outlet or read_organ(names) != frozenset():
        return []
    if is_body(mention) or find_principal_of(mention):
        countries = {country for organ in sides.organs.values() for country in organ}
        if len(countries) <= 1:
            return [(other, "organs of one state") for other in others if other.is_state]
    entity = mention.entity
    return [
        (other, f"{mention.text} and {sorted(other.names)[0]} are one organ")
        for other in others
        if entity and any(sides.is_same_organ(entity, organ) for organ in sorted(other.organs))
    ]


def _know(fold: Fold, speakings: Sequence[Speaking], sides: Sides) -> _Known:
    names: set[str] = set()
    organs: set[str] = set()
    is_state = False
    for speaking in (speakings[place] for place in fold.members):
        mention = speaking.mention
        if speaking.is_outlet or (is_unnamed(mention) and not is_body(mention)):
            continue
        names |= {mention.text, *mention.names}
        if mention.entity:
            then = sides.on(speaking.telling.report.told)
            way = then.way(mention.entity)
            names |= {name for each in way for name in then.names.get(each, ())}
            names |= {then.leads[each].because for each in way[:-1]}
            organs |= {each for each in way if each in then.organs}
            is_state = is_state or way[-1] in then.organs or way[-1] in then.states
    return _Known(fold.members[0], frozenset(names), frozenset(organs), is_state)
