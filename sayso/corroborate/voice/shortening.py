"""Shortening: who is meant by "the ministry", "the mayor" or "the Guard" among those who speak on the event.

A short or bare name is folded only where one voice of the event can be meant; with two, it stays alone.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.corroborate.side import Sides, read_organ
from sayso.corroborate.voice.hearing import Speaking
from sayso.corroborate.voice.joining import Fold, Strength, Tie, tie
from sayso.corroborate.voice.naming import head_word, is_same_name, is_short_for
from sayso.corroborate.voice.principal import find_principal, find_principal_of
from sayso.corroborate.voice.speaker import is_body, is_definite, is_party_outlet, is_unnamed
from sayso.corroborate.voice.title import find_bodies, is_quoted, read_titles
from sayso.corroborate.wording import stem_word

_COUNTRY = re.compile(r"(?:the )?([A-Z][\w-]+)")


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
    texts = {each.telling.report.id: each.telling.report.text for each in speakings}
    titles = [_read_titles(speaking, texts, sides) for speaking in speakings]
    known = {
        place: each for fold in folds for each in [_know(fold, speakings, titles, sides)] for place in fold.members
    }
    several = list(dict.fromkeys(known[place] for place in range(len(speakings))))
    found = []
    for place, speaking in enumerate(speakings):
        if place in relays:
            continue
        others = [each for each in several if each is not known[place]]
        ways = (
            _find_anaphoric(speaking, titles, others, speakings),
            _find_named(speaking, titles[place], others, sides),
            _find_states(speaking, others, sides),
            _find_quoted(speaking, others, speakings, sides),
        )
        for meant in ways:
            if len(meant) == 1:
                found.append(tie(place, meant[0][0].members[0], Strength.SHORT, meant[0][1]))
                break
    return found


def _read_titles(speaking: Speaking, texts: Mapping[str, str], sides: Sides) -> tuple[str, ...]:
    """What the reports of the event say that a named person is."""
    mention = speaking.mention
    if speaking.is_outlet or mention.entity not in sides.persons:
        return ()
    names = [name for name in dict.fromkeys((mention.text, *mention.names)) if name[:1].isupper()]
    return tuple(dict.fromkeys(t for _, text in sorted(texts.items()) for n in names for t in read_titles(text, n)))


def _find_named(
    speaking: Speaking, titles: Sequence[str], others: Sequence[_Known], sides: Sides
) -> list[tuple[_Known, str]]:
    """The folds with a name that the words of a speaking may stand for."""
    meant: list[tuple[_Known, str]] = []
    for name in _find_loose_names(speaking, titles, sides):
        for other in others:
            full = next((each for each in sorted(other.names) if _may_stand_for(name, each)), None)
            if full and other not in (each for each, _ in meant):
                because = f"{speaking.mention.text} is {full}" if name not in find_bodies(titles) else f"{titles[0]}"
                meant.append((other, because))
    return meant


def _find_anaphoric(
    speaking: Speaking, titles: Sequence[Sequence[str]], others: Sequence[_Known], speakings: Sequence[Speaking]
) -> list[tuple[_Known, str]]:
    """The folds of those whom the same report names with the title that it then stands by alone ("the spokesman")."""
    mention = speaking.mention
    head = head_word(mention.text)
    if speaking.is_outlet or not is_definite(mention) or head is None:
        return []
    return [
        (other, f"{mention.text} is {speakings[place].mention.name}")
        for other in others
        for place in other.members[:1]
        if any(
            speakings[p].telling.report.id == speaking.telling.report.id
            and any(head_word(t) == head for t in titles[p])
            for p in other.members
        )
    ]


def _may_stand_for(name: str, full: str) -> bool:
    return is_same_name(name, full) or is_short_for(name, full)


def _find_loose_names(speaking: Speaking, titles: Sequence[str], sides: Sides) -> Iterator[str]:
    """The words of a speaking by which somebody else may be meant, or for whom he speaks by his title."""
    mention = speaking.mention
    if speaking.is_outlet:
        if is_party_outlet(mention.text):
            yield find_principal(mention.text) or mention.text
        return
    if principal := find_principal_of(mention):
        yield principal
    if is_body(mention) or is_definite(mention) or (mention.entity and not is_unnamed(mention)):
        yield mention.text
    if mention.entity not in sides.on(speaking.telling.report.told).leads:
        yield from find_bodies(titles)


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
    named = _COUNTRY.fullmatch(words.strip())
    return named is not None and stem_word(named[1]) in other.countries


def _find_quoted(
    speaking: Speaking, others: Sequence[_Known], speakings: Sequence[Speaking], sides: Sides
) -> list[tuple[_Known, str]]:
    """The folds of the persons whom a body quotes in what it publishes itself: its own people."""
    outlet = speaking.mention.text
    if not speaking.is_outlet or not is_party_outlet(outlet):
        return []
    text = speaking.telling.report.text
    quoted = {
        place
        for place, each in enumerate(speakings)
        if not each.is_outlet
        and each.mention.entity in sides.persons
        and (
            each.carriers == (outlet,)
            or any(is_quoted(text, name) for name in (each.mention.text, *each.mention.names))
        )
    }
    return [(other, f"{outlet} speaks through them") for other in others if quoted & set(other.members)]


def _know(fold: Fold, speakings: Sequence[Speaking], titles: Sequence[tuple[str, ...]], sides: Sides) -> _Known:
    names: set[str] = {title for place in fold.members for title in titles[place]}
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
        if mention.entity and not speaking.is_outlet and not is_unnamed(mention):
            then = sides.on(speaking.telling.report.told)
            way = then.way(mention.entity)
            names |= {name for each in way for name in then.names.get(each, ())}
            names |= {then.leads[each].because for each in way[:-1]}
            organs |= {each for each in way if each in then.organs}
            is_state = is_state or way[-1] in then.organs or way[-1] in then.states
        if mention.entity and not speaking.is_outlet and mention.entity not in sides.persons:
            countries |= {stem_word(name) for name in (mention.text, *mention.names) if _COUNTRY.fullmatch(name)}
    countries |= {country for organ in organs for country in sides.organs[organ]}
    return _Known(fold.members, frozenset(names), frozenset(organs), frozenset(countries), is_state)
