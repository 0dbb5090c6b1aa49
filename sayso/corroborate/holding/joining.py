"""Joining: which names of places are one place.

Names of one kind that say the same of it ("Takhet gate", "the border gate near Takhet") are one, and so are two names
under which one taking or one holding is told: "the water works" of one report, "the pumping station" of another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from sayso.corroborate.holding.gathering import gather
from sayso.corroborate.holding.holder import is_one_holder
from sayso.corroborate.holding.place import NamedPlace, are_apart, are_same_name, are_told_apart
from sayso.corroborate.holding.turn import Naming
from sayso.corroborate.kinship import HOLDABLE
from sayso.corroborate.party import gainer
from sayso.corroborate.side import Sides
from sayso.model.claim import Mention
from sayso.model.values.stance import ClaimType

_CHANGES = HOLDABLE - {ClaimType.HOLD}


def join_places(namings: Sequence[Naming], node_of: Mapping[str, str], sides: Sides) -> dict[str, str]:
    """For the key of each place the least key of all that are one place."""
    by_event: dict[str, dict[str, list[Naming]]] = defaultdict(lambda: defaultdict(list))
    for naming in namings:
        by_event[naming.event.id][naming.place.key].append(naming)
    within = (pair for places in by_event.values() for pair in _join_within(places, node_of, sides))
    alike, apart = _compare_names(namings)
    pairs = [*sorted(within), *sorted(alike), *sorted(_join_in_reports(namings))]
    return gather((naming.place.key for naming in namings), pairs, apart)


def _join_in_reports(namings: Iterable[Naming]) -> Iterator[tuple[str, str]]:
    """In one report "the gate" is the one gate that it names, or the one that it calls nothing else."""
    by_kind: dict[str, dict[NamedPlace, None]] = defaultdict(dict)
    for naming in namings:
        if naming.kind_key:
            by_kind[naming.kind_key][naming.place] = None
    for places in by_kind.values():
        named = [place for place in places if place.marks]
        if any(are_apart(left, right) for left, right in combinations(named, 2)):
            continue
        bare = [place for place in places if not place.marks]
        yield from ((left.key, right.key) for left in bare[:1] for right in [*bare[1:], *named])


def _compare_names(namings: Iterable[Naming]) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """Places of one kind, in whatever events, whose names say the same of them, and those told apart.

    "The tower" is the eastern or the western one, never both.
    """
    by_word: dict[str, set[NamedPlace]] = defaultdict(set)
    for naming in namings:
        for word in naming.place.name_keys:
            by_word[word].add(naming.place)
    alike: set[tuple[str, str]] = set()
    apart: set[tuple[str, str]] = set()
    for places in by_word.values():
        for left, right in combinations(sorted(places, key=lambda place: (place.key, place.names)), 2):
            if left.key != right.key and are_same_name(left, right):
                alike.add((left.key, right.key))
            elif left.key != right.key and are_told_apart(left, right):
                apart.add((left.key, right.key))
    return alike, apart - alike


def _join_within(
    places: Mapping[str, Sequence[Naming]], node_of: Mapping[str, str], sides: Sides
) -> Iterator[tuple[str, str]]:
    """Places of one event that are one: by twins of a sentence, by their kind, or by one taker."""
    for left, right in combinations(sorted(places), 2):
        mine, theirs = places[left], places[right]
        are_twins = {node_of[n.telling.id] for n in mine} & {node_of[n.telling.id] for n in theirs}
        if are_twins or _may_be_one(mine, theirs, sides):
            yield left, right


def _may_be_one(mine: Sequence[Naming], theirs: Sequence[Naming], sides: Sides) -> bool:
    """Whether one event speaks of one place under two names: of one kind, or taken by one party."""
    left, right = mine[0].place, theirs[0].place
    kinds, others = {n.place.kind for n in mine} - {None}, {n.place.kind for n in theirs} - {None}
    if are_apart(left, right) and not (kinds and others):
        return False
    is_bare = all(n.place.is_bare for n in mine) or all(n.place.is_bare for n in theirs)
    if kinds & others and (is_bare or not are_apart(left, right)):
        return True
    takers = [_find_takers(namings) for namings in (mine, theirs)]
    return any(is_one_holder(one, other, sides) for one in takers[0] for other in takers[1])


def _find_takers(namings: Iterable[Naming]) -> list[Mention]:
    """Who takes or is given the place, each once."""
    found = [gainer(n.telling) for n in namings if n.telling.type in _CHANGES]
    return list({(mention.entity, mention.text): mention for mention in found if mention}.values())
