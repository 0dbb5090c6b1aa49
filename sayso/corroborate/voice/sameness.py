"""Sameness: speakings that are one voice by whom they are and whom they speak for, whoever prints them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import combinations, pairwise

from sayso.corroborate.lineage.outlet import outlet_names
from sayso.corroborate.lineage.relation import is_close
from sayso.corroborate.side import Sides, read_organ
from sayso.corroborate.voice.hearing import Speaking
from sayso.corroborate.voice.joining import Strength, Tie, tie
from sayso.corroborate.voice.kin import Ancestry, are_kin
from sayso.corroborate.voice.naming import ALIKE_ANYWHERE, is_spelled_alike, name_words
from sayso.corroborate.voice.press import Press
from sayso.corroborate.voice.principal import find_principal, find_principal_of
from sayso.corroborate.voice.speaker import find_employer, is_body, is_party_outlet, is_unnamed
from sayso.model.lineage import Lineage

#: What two speakings share that makes them one voice: the sort of it, and what it is.
Key = tuple[str, str]


def tie_same(
    speakings: Sequence[Speaking], relays: Collection[int], lineage: Sequence[Lineage], sides: Sides, press: Press
) -> list[Tie]:
    """Ties between speakings that share a key: an outlet, an entity, a body they speak for, its words.

    Whoever has it from another here (`relays`) speaks with that other's voice only.
    """
    places: dict[Key, list[int]] = defaultdict(list)
    for place, speaking in enumerate(speakings):
        if place in relays:
            continue
        for key in dict.fromkeys(_find_keys(speaking, lineage, sides, press)):
            places[key].append(place)
    return [
        tie(left, right, Strength.SAME, _explain(key, speakings[left], speakings[right], sides))
        for key, found in places.items()
        for left, right in pairwise(found)
    ]


def tie_spelled(speakings: Sequence[Speaking], ancestry: Ancestry, sides: Sides) -> list[Tie]:
    """Ties between persons whose names two hands spell; whoever derives from the other may spell it worse."""
    persons: dict[str, list[int]] = defaultdict(list)
    for place, each in enumerate(speakings):
        if not each.is_outlet and each.mention.entity in sides.persons:
            persons[each.mention.entity or ""].append(place)
    found = []
    for mine, theirs in combinations(persons.values(), 2):
        one, other = speakings[mine[0]].mention.name, speakings[theirs[0]].mention.name
        if is_spelled_alike(one, other) and _are_near(mine, theirs, speakings, ancestry):
            found.append(tie(mine[0], theirs[0], Strength.SAME, f"{one} and {other} are one"))
    return found


def _are_near(mine: Sequence[int], theirs: Sequence[int], speakings: Sequence[Speaking], ancestry: Ancestry) -> bool:
    """Whether names are so alike that they are one anywhere, or reports that have them derive from one another."""
    one, other = speakings[mine[0]].mention.name, speakings[theirs[0]].mention.name
    if is_spelled_alike(one, other, least=ALIKE_ANYWHERE):
        return True
    reports = [{speakings[place].telling.report.id for place in places} for places in (mine, theirs)]
    return any(are_kin(there, here, ancestry) for there in reports[0] for here in reports[1])


def _find_keys(speaking: Speaking, lineage: Sequence[Lineage], sides: Sides, press: Press) -> Iterator[Key]:
    mention = speaking.mention
    if speaking.is_outlet:
        yield from (("outlet", form.casefold()) for form in outlet_names(mention.text))
        parents = [e.of for e in lineage if e.report == speaking.telling.report.id and is_close(e.relation)]
        yield from (("report", parent) for parent in parents)
        if is_party_outlet(mention.text):
            yield ("name", _spell(find_principal(mention.text) or mention.text))
        return
    employer = find_employer(mention)
    for outlet in sorted(press.find(mention) | (press.find_named(employer) if employer else frozenset())):
        yield from (("outlet", form.casefold()) for form in outlet_names(outlet))
    for name in filter(None, (employer, find_principal_of(mention))):
        yield ("name", _spell(name))
    if is_body(mention):
        yield ("name", _spell(mention.text))
    if mention.entity and is_unnamed(mention):
        yield ("source", f"{mention.entity} in {speaking.carriers[-1]}")
    elif mention.entity:
        yield ("entity", mention.entity)
        yield from _find_sides(mention.entity, speaking, sides)
        if _is_of_outlet(speaking, sides):
            yield ("name", _spell(find_principal(speaking.carriers[-1]) or speaking.carriers[-1]))


def _is_of_outlet(speaking: Speaking, sides: Sides) -> bool:
    """Whether somebody speaks for the body that publishes the report itself: a person of whom nothing else is said, or
    whoever is of a state without a name in what an organ of that state tells.
    """
    entity, outlet = speaking.mention.entity, speaking.carriers[-1]
    if entity is None or len(speaking.carriers) > 1 or not is_party_outlet(outlet):
        return False
    end = sides.on(speaking.telling.report.told).way(entity)[-1]
    is_nameless = sides.organs.get(end) == frozenset() and read_organ([find_principal(outlet) or outlet]) is not None
    return is_nameless or (entity in sides.persons and end == entity)


def _spell(name: str) -> str:
    return " ".join(sorted(name_words(name)))


def _find_sides(entity: str, speaking: Speaking, sides: Sides) -> Iterator[Key]:
    """Whom it speaks for on the day of telling; organs of the only state that is named are one."""
    then = sides.on(speaking.telling.report.told)
    yield ("entity", then.voice_of(entity))
    countries = {country for organ in then.organs.values() for country in organ}
    if entity in then.organs and len(countries) <= 1:
        yield ("state", "")


def _explain(key: Key, left: Speaking, right: Speaking, sides: Sides) -> str:
    """Why two that share a key are one, in words."""
    kind, what = key
    one, other = left.mention.text, right.mention.text
    if kind == "outlet":
        return "the outlet's own voice"
    if kind == "report":
        return f"{one} and {other} print one report"
    if kind == "state":
        return "organs of one state"
    if kind in ("name", "source") or left.mention.entity == right.mention.entity == what:
        return "the same speaker" if one.casefold() == other.casefold() else f"{one} and {other} are one"
    days = ((left, sides.on(left.telling.report.told)), (right, sides.on(right.telling.report.told)))
    reasons = [r for each, then in days if each.mention.entity for r in then.reasons(each.mention.entity)]
    return "; ".join(dict.fromkeys(reasons)) or f"{one} and {other} are one"
