"""Holder: which mentions of those who take or hold a place are one party."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from sayso.corroborate.holding.gathering import gather
from sayso.corroborate.holding.turn import CHANGES, Turn, holder_words
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
_REBELS = stems("rebels separatists opposition militia insurgents mutineers")
_OPENERS = frozenset(("the", "a", "an", "our", "its", "their", "his", "her", "we", "they", "he", "she", "it", "some"))


def gather_holders(turns: Sequence[Turn], sides: Sides) -> dict[str, str]:
    """For the key of each holder the key of the party that it is: the least of all that are one."""
    mentions = {turn.holder_key: turn.holder for turn in sorted(turns, key=lambda t: t.claim, reverse=True)}
    alike = [
        (left, right)
        for left, right in combinations(sorted(mentions), 2)
        if is_one_holder(mentions[left], mentions[right], sides)
    ]
    return gather(mentions, [*alike, *_find_told_as_one(turns)])


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
    """Takers of one event whom nobody sets against each other, where one has no name or one side's voice tells both.

    "They have taken the town", said by the Front, and "our forces have taken it", said by its spokesman.
    """
    by_event: dict[str, list[Turn]] = defaultdict(list)
    for turn in turns:
        if turn.kind in CHANGES:
            by_event[turn.event.id].append(turn)
    for members in by_event.values():
        claims: dict[str, set[str]] = defaultdict(set)
        for turn in members:
            claims[turn.holder_key].add(turn.claim)
        mention = {turn.holder_key: turn.holder for turn in members}
        for left, right in combinations(sorted(claims), 2):
            event = members[0].event
            if _speaks_for(event, mention[left], claims[right]) or _speaks_for(event, mention[right], claims[left]):
                yield left, right
            elif are_opposed(event, claims[left], claims[right]):
                continue
            elif not (is_named(mention[left]) and is_named(mention[right])) or _is_one_tongue(
                event, claims[left], claims[right]
            ):
                yield left, right


def is_named(mention: Mention) -> bool:
    """Whether a name of its own is among its names ("the rebels" have none)."""
    capitals = re.findall(r"\b[A-Z][\w'’-]*", " ".join(mention.names or (mention.text,)))
    return any(word.casefold() not in _OPENERS for word in capitals)


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
    """All names of the holder, and the words by which claims call it."""
    names = [name for turn in turns for name in (*turn.holder.names, holder_words(turn.holder))]
    return tuple(dict.fromkeys(names))
