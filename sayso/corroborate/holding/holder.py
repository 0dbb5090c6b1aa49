"""Holder: which mentions of those who take or hold a place are one party."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from sayso.corroborate.holding.gathering import gather
from sayso.corroborate.holding.turn import Turn, TurnKind, holder_words
from sayso.corroborate.side import Sides, share_name
from sayso.corroborate.wording import stems
from sayso.model.claim import Mention
from sayso.model.conflict import ConflictOn
from sayso.model.event import Event
from sayso.model.voice import Interest

#: Conflicts whose two sides cannot both be so of one holder.
OPPOSING = frozenset({ConflictOn.OCCURRENCE, ConflictOn.HOLDER, ConflictOn.RESPONSIBILITY})

_SERVING = stems(
    "army forces troops soldiers fighters men units gunmen elements members government ministry command armed"
)
_ARMED = stems("fighters gunmen men forces troops soldiers rebels militants insurgents militia armed units")
_REBELS = stems("rebels separatists opposition militia insurgents mutineers")
_OWN = re.compile(r"(?:our|its|their|his|her|my|we|they|it|he|she|i)\b", re.I)


def gather_holders(turns: Sequence[Turn], sides: Sides) -> dict[str, str]:
    """For the key of each holder the key of the party that it is: the least of all that are one."""
    mentions = {turn.holder_key: turn.holder for turn in sorted(turns, key=lambda t: t.claim, reverse=True)}
    alike = [
        (left, right)
        for left, right in combinations(sorted(mentions), 2)
        if is_one_holder(mentions[left], mentions[right], sides)
    ]
    return gather(mentions, [*alike, *_find_told_as_one(turns)], apart=_find_opponents(turns))


def _find_opponents(turns: Iterable[Turn]) -> set[tuple[str, str]]:
    """Who takes a place from whom, in one claim."""
    by_claim: dict[str, list[Turn]] = defaultdict(list)
    for turn in turns:
        by_claim[turn.claim].append(turn)
    return {
        (one.holder_key, other.holder_key)
        for members in by_claim.values()
        for one, other in combinations(members, 2)
        if one.holder_key != other.holder_key
    }


def is_one_holder(left: Mention, right: Mention, sides: Sides) -> bool:
    """Whether two mentions are one holder: one entity, one side, or one's name within the other's."""
    if sides.is_same(left.entity, right.entity) or sides.is_same_organ(left.entity, right.entity):
        return True
    mine, theirs = _read_cores(left), _read_cores(right)
    return any(
        one <= other or other <= one for one in mine for other in theirs if _are_rebels(one) is _are_rebels(other)
    )


def _read_cores(mention: Mention) -> set[frozenset[str]]:
    """Each of its names without the words for whoever serves in it ("Fighters of the Northern Front")."""
    return {core for name in (holder_words(mention), *mention.names) if (core := stems(name) - _SERVING)}


def _are_rebels(core: frozenset[str]) -> bool:
    """The rebels of a country are not its army."""
    return bool(core & _REBELS)


def _find_told_as_one(turns: Iterable[Turn]) -> Iterator[tuple[str, str]]:
    """Holders in one event whom nobody sets against each other, told of as one.

    "They have taken the town", said by the Front, and "our forces have taken it", said by its spokesman.
    """
    by_event: dict[str, dict[str, list[Turn]]] = defaultdict(lambda: defaultdict(list))
    for turn in turns:
        if turn.kind is not TurnKind.LOST:
            by_event[turn.event.id][turn.holder_key].append(turn)
    for holders in by_event.values():
        for left, right in combinations(sorted(holders), 2):
            if _are_told_as_one(holders[left], holders[right]):
                yield left, right


def _are_told_as_one(mine: Sequence[Turn], theirs: Sequence[Turn]) -> bool:
    """Whether one speaks for the other, or nobody sets them apart and a name or a voice joins them."""
    event, left, right = mine[0].event, mine[0].holder, theirs[0].holder
    claims, others = {turn.claim for turn in mine}, {turn.claim for turn in theirs}
    if _speaks_for(event, left, others) or _speaks_for(event, right, claims):
        return True
    if are_opposed(event, claims, others):
        return False
    if share_name((left.text, *left.names), (right.text, *right.names)) or _is_one_tongue(event, claims, others):
        return True
    return _is_anybody(left) or _is_anybody(right)


def _is_anybody(mention: Mention) -> bool:
    """Whether words say only that it is armed men ("the fighters")."""
    return all(stems(name) <= _ARMED for name in (holder_words(mention), *mention.names))


def are_opposed(event: Event, left: set[str], right: set[str]) -> bool:
    """Whether a conflict sets claims of one against claims of the other."""
    return any(
        (left & set(one) and right & set(other)) or (right & set(one) and left & set(other))
        for one, other in (conflict.between for conflict in event.conflicts if conflict.on in OPPOSING)
    )


def _speaks_for(event: Event, person: Mention, claims: set[str]) -> bool:
    """Whether a taker himself tells of the taking as his own side's ("the Committee took it", says its colonel)."""
    return any(
        voice.interest is Interest.FOR
        and claims & set(voice.claims)
        and share_name(voice.names, (person.text, *person.names))
        for voice in event.voices
    )


def _is_one_tongue(event: Event, left: set[str], right: set[str]) -> bool:
    """Whether one voice tells of both as its own."""
    return any(
        voice.interest is Interest.FOR and left & set(voice.claims) and right & set(voice.claims)
        for voice in event.voices
    )


def name_holder(turns: Iterable[Turn]) -> tuple[str, ...]:
    """All names of the holder, and other words by which claims call it ("the rebels", but not "our men")."""
    members = list(turns)
    names = tuple(dict.fromkeys(name for turn in members for name in turn.holder.names))
    said = dict.fromkeys(holder_words(turn.holder) for turn in members)
    other = [words for words in said if not stems(words) & stems(" ".join(names)) and not _OWN.match(words)]
    return (*names, *(words for words in other if words not in names)) or tuple(said)
