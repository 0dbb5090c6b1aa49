"""Sound: how near two words sound; words that sound alike share a key (`sayso.model.values.sound`)."""

from __future__ import annotations

import math
from functools import lru_cache
from itertools import accumulate

from rapidfuzz.distance import Levenshtein

from sayso.model.values.letter import Script, script_of
from sayso.model.values.sound import LONGEST, key_of, sounds_of

__all__ = ["MOST_APART", "hear_alike", "key_of", "sounds_of"]

#: Letters by which the keys of two words may differ that sound alike at all.
MOST_APART = 2


def _cost(pairs: str, cost: float) -> dict[tuple[str, str], float]:
    both = [tuple(pair) for pair in pairs.split()]
    return {(a, b): cost for one, two in both for a, b in ((one, two), (two, one))}


# What takes the place of what between two romanisations, or between them and another alphabet, and how much that
# tells two names apart (0: nothing, 1: all). Chosen on one half of GeoNames' cities (benchmarks/names.py).
_COSTS = {
    **_cost("iY yY iy aA aH hH uW wW vW oW EY OW aM iM yM eH", 0.0),
    **_cost("kq tT dD eE oO oW ou JZ SC wv aE eY GQ ei tH AE EA", 0.1),
    **_cost("ae xh kx gG gq TD Dz gJ Jy SX sX CX CJ GJ Gr OA uw uO iE yE eA Ts sC eM AM AH EM", 0.2),
    **_cost("ai gh kg fv zs SZ Zz zX io ao yJ YJ kG ui oA iA yi au bp ye ue sT sS", 0.3),
    **_cost("aO aW eo bv dt zJ nm eu eO Os ie xG", 0.4),
}
_VOWELS = frozenset("aeiouEO")
_LONG = frozenset("AWYMH")
_FROM = frozenset("iyY")  # as a last sound, "one from there": "Misrati" is not "Misrata"
_DROPPED = {"Q": 0.05, "h": 0.35, "H": 0.15, "y": 0.3, "Y": 0.4, "w": 0.5, "W": 0.5, "A": 0.35, "e": 0.3, "M": 0.4}
_VOWEL_DROPPED = 0.45
# Sounds that nothing takes the place of, or only each other, and that are never dropped, for less than 1.
_FIRM = {"l": "l", "m": "n", "n": "n"}
_UNWRITTEN = 0.03  # a short vowel that Arabic leaves out


def hear_alike(left: str, right: str, *, least: float = 0.0) -> float:
    """How near two folded tokens sound, 0 to 1; 1 for the same sounds. Words in a script not known: 1 or 0.

    What is below `least` may come back as 0: whoever asks for no less need not wait for how much less it is.
    """
    if left == right:
        return 1.0
    one, other = script_of(left), script_of(right)
    if Script.OTHER in (one, other) or max(len(left), len(right)) > LONGEST:
        return 0.0
    if Levenshtein.distance(key_of(left), key_of(right), score_cutoff=MOST_APART) > MOST_APART:
        return 0.0
    abjad = (one is Script.ARABIC) is not (other is Script.ARABIC)
    mine, theirs = sounds_of(left), sounds_of(right)
    weight = max(_weight(mine, abjad=abjad), _weight(theirs, abjad=abjad), 1)
    most = (1 - least) * weight + _HARDLY
    if Levenshtein.distance(_keep_firm(mine), _keep_firm(theirs)) > most:
        return 0.0
    return max(0.0, 1 - _align(mine, theirs, abjad=abjad, most=most) / weight)


_HARDLY = 1e-9  # what rounding can make of a sum


@lru_cache(maxsize=200_000)
def _keep_firm(sounds: str) -> str:
    """The firm sounds alone, one letter for those that take each other's place: each that differs costs 1 or more."""
    return "".join(_FIRM.get(sound, "") for sound in sounds)


def _align(left: str, right: str, *, abjad: bool, most: float) -> float:
    """The cost of the cheapest way from one row of sounds to the other; infinite where it is more than `most`."""
    drops, dropping = _list_drops(right, abjad=abjad), _list_drops(left, abjad=abjad)
    before = [0.0, *accumulate(drops)]
    ends = (len(left) - 1, len(right) - 1)
    for row, mine in enumerate(left):
        dropped = dropping[row]
        cost = before[0] + dropped
        now = [cost]
        for column, theirs in enumerate(right):
            swap = before[column]
            if mine != theirs:
                swap += _swap(mine, theirs, first=row == column == 0, last=(row, column) == ends)
            cost = min(swap, cost + drops[column], before[column + 1] + dropped)
            now.append(cost)
        if min(now) > most:  # every way leads through each row
            return math.inf
        before = now
    return before[-1]


@lru_cache(maxsize=200_000)
def _list_drops(sounds: str, *, abjad: bool) -> tuple[float, ...]:
    """What it costs to drop each of a row of sounds."""
    return tuple(_drop(sound, sounds, place, abjad=abjad) for place, sound in enumerate(sounds))


def _swap(mine: str, theirs: str, *, first: bool, last: bool) -> float:
    if last and (mine in _FROM) is not (theirs in _FROM) and {mine, theirs} <= _VOWELS | _LONG | _FROM:
        return 1.0 if {mine, theirs}.isdisjoint("eEM") else _COSTS.get((mine, theirs), 1.0)
    if first and "A" in (mine, theirs) and not {mine, theirs}.isdisjoint(_VOWELS):
        return 0.05  # any vowel that begins a word is written so in Arabic
    return _COSTS.get((mine, theirs), 1.0)


def _drop(sound: str, sounds: str, place: int, *, abjad: bool) -> float:
    if sound in _VOWELS:
        if abjad:
            return 0.2 if place == 0 and sound == "a" else _UNWRITTEN
        return _DROPPED.get(sound, _VOWEL_DROPPED)
    if sound in _FROM and place == len(sounds) - 1 and place:
        return 0.8
    if sound == "h" and place in (0, len(sounds) - 1):
        return 0.1 if place else 0.6
    return _DROPPED.get(sound, 1.0)


@lru_cache(maxsize=200_000)
def _weight(sounds: str, *, abjad: bool) -> int:
    return sum(sound not in _VOWELS for sound in sounds) if abjad else len(sounds)
