"""Across: one text follows another in other letters, by its names as they sound and its numbers, sentence by sentence.

What stands in the same order in both is weighed by how much it tells: a number of two digits and a name of four
consonants much, a small number and a name of two little, for words of any text sound like it, and a name that many
sentences hold less than one that a single one holds. Names that are translated ("Blue Column") are missed: accepted,
they are left out of the count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sayso.corroborate.lineage.counting import is_small
from sayso.corroborate.lineage.sounding import Sounding
from sayso.corroborate.lineage.text import Text
from sayso.model.values.letter import Script

_BY_SOUNDS = (0.0, 0.0, 0.25, 0.6, 1.0)  # what a name tells, by how many consonants it has
_NUMBER, _SMALL = 1.0, 0.4
_TELLS = 0.5  # what a sentence must hold to be known again
_SAME = 0.5  # of what two sentences hold, what both do
# Whose names are read: capitals tell them, and the reader knows Latin letters.
_READ_FIRST = (Script.LATIN, Script.CYRILLIC, Script.ARABIC)
_SHOWN = 8  # names and numbers that are shown as a reason, of each


@dataclass(frozen=True, slots=True)
class Across:
    """How one text follows another in other letters.

    `share` are the sentences that tell the same in the same order, of the longer text; `order` is what these hold of
    all names and numbers that both texts have, by weight, and `weight` how much that is. `numbers_shared` is of the
    text that has fewer. `names` and `numbers` stand in these sentences, as the one with capitals has them.
    """

    sentences: int
    share: float
    order: float
    weight: float
    numbers_shared: float
    names: tuple[str, ...]
    numbers: tuple[str, ...]

    @property
    def because(self) -> str:
        """The reasons in words."""
        names = f"; names in the same order: {', '.join(self.names[:_SHOWN])}" if self.names else ""
        numbers = f"; numbers in common: {', '.join(self.numbers[:_SHOWN])}" if self.numbers else ""
        return f"{self.share:.0%} of its sentences follow, in order, those of a text in other letters{names}{numbers}"


def are_across(left: Text, right: Text) -> bool:
    """Whether two texts are in different letters whose sounds are known."""
    return left.script is not right.script and Script.OTHER not in (left.script, right.script)


def follow_across(left: Text, right: Text) -> Across:
    """How one of two texts in different letters follows the other; which of them is the first changes nothing."""
    read, heard = _tell_apart(left, right)
    weights = _weigh_names(heard.soundings)
    held = [_weigh(sentence, weights) for sentence in read.soundings]
    met = _follow(read.soundings, held, heard.soundings, weights)
    mine, theirs = {place for place, _, _ in met}, {place for _, place, _ in met}
    weight = sum(weight for _, _, weight in met)
    both = [(read.soundings[place], heard.soundings[other]) for place, other, _ in met]
    return Across(
        sentences=len(mine),
        share=min(_part(mine, read.soundings), _part(theirs, heard.soundings)),
        order=weight / max(_TELLS, sum(held)),
        weight=weight,
        numbers_shared=_share_numbers(read, heard),
        names=tuple(dict.fromkeys(name for one, other in both for name, key in one.names if key in other.keys)),
        numbers=tuple(dict.fromkeys(n for one, other in both for n in sorted(one.numbers & other.numbers, key=float))),
    )


def _tell_apart(left: Text, right: Text) -> tuple[Text, Text]:
    """The one whose names are read, then the one whose words may sound like them."""
    read, heard = sorted((left, right), key=lambda text: _READ_FIRST.index(text.script))
    return read, heard


def _part(places: Collection[int], sentences: Sequence[Sounding]) -> float:
    return len(places) / max(1, len(sentences))


def _share_numbers(left: Text, right: Text) -> float:
    """The numbers that both have, of those of the text that has fewer; 1 where it has none."""
    one, other = _gather_numbers(left), _gather_numbers(right)
    return len(one & other) / min(len(one), len(other)) if one and other else 1.0


def count_shared(left: Text, right: Text) -> int:
    """How many numbers of two digits, and names long enough to be no chance, two texts in different letters share."""
    numbers = [number for number in _gather_numbers(left) & _gather_numbers(right) if not is_small(number)]
    read, heard = _tell_apart(left, right)
    keys = frozenset[str]().union(*(sentence.keys for sentence in heard.soundings))
    names = {key for sentence in read.soundings for _, key in sentence.names if len(key) >= len(_BY_SOUNDS) - 1}
    return len(numbers) + len(names & keys)


def _gather_numbers(text: Text) -> frozenset[str]:
    return frozenset[str]().union(*(sentence.numbers for sentence in text.soundings))


def _weigh_names(heard: Sequence[Sounding]) -> Mapping[str, float]:
    """What each key of the other text tells: the less, the shorter it is and the more sentences hold it."""
    held = Counter(key for sentence in heard for key in sentence.keys)
    longest = len(_BY_SOUNDS) - 1
    return {key: _BY_SOUNDS[min(len(key), longest)] * (1 - (n - 1) / len(heard)) for key, n in held.items()}


def _weigh(sentence: Sounding, weights: Mapping[str, float]) -> float:
    return sum(weights.get(key, 0.0) for _, key in sentence.names) + _weigh_numbers(sentence.numbers)


def _weigh_numbers(numbers: frozenset[str]) -> float:
    return sum(_SMALL if is_small(number) else _NUMBER for number in numbers)


def _meet(read: Sounding, held: float, heard: Sounding, weights: Mapping[str, float]) -> float:
    """What two sentences have in common, by weight; 0 where that is little of what they hold."""
    names = sum(weights.get(key, 0.0) for _, key in read.names if key in heard.keys)
    met = names + _weigh_numbers(read.numbers & heard.numbers)
    either = held + _weigh_numbers(heard.numbers - read.numbers)
    return met if met >= _TELLS and met >= _SAME * either else 0.0


def _follow(
    read: Sequence[Sounding], held: Sequence[float], heard: Sequence[Sounding], weights: Mapping[str, float]
) -> list[tuple[int, int, float]]:
    """The row of sentences, in the order of both, that has most in common: places in the one, in the other, weight.

    Several of the one may meet in one of the other, which a translator cut in pieces.
    """
    row: list[tuple[float, tuple[tuple[int, int, float], ...]]] = [(0.0, ())] * (len(heard) + 1)
    for place, sentence in enumerate(read):
        now = [row[0]]
        for other, theirs in enumerate(heard, 1):
            best = max(row[other], now[other - 1], key=lambda each: each[0])
            if met := _meet(sentence, held[place], theirs, weights):
                before = row[other]
                found = (before[0] + met, (*before[1], (place, other - 1, met)))
                best = max(best, found, key=lambda each: each[0])
            now.append(best)
        row = now
    return list(row[-1][1])
