"""Answer: the readings of a count in words, and whether two counts can be of one thing."""

from __future__ import annotations

from dataclasses import replace

from sayso.model.answer import Answer, Candidate, Comparison, Reason
from sayso.resolve.quantity.count import Count, parse
from sayso.resolve.quantity.numeral import find_numerals, normalise
from sayso.resolve.quantity.unit import is_same_unit

_READ, _PART, _OTHER = 1.0, 0.5, 0.3  # what the words say; its first part alone; a number beside it ("of the 14")


def compare(one: Count, other: Count) -> Comparison:
    """Whether two counts can be of one thing, 0 to 1, and why: counts conflict where their ranges do not meet.

    1 for the same values, 0.9 for one best value within other ends, 0.6 for ranges that meet, 0 for
    ranges that do not, and for different units (soldiers and persons are both people).
    """
    if not is_same_unit(one.unit, other.unit):
        return Comparison.of(0.0, "different things are counted", one.unit or "", other.unit or "")
    ours, theirs = describe_count(one), describe_count(other)
    if (one.low, one.best, one.high) == (other.low, other.best, other.high):
        return Comparison.of(1.0, "the same number", ours, theirs)
    if not _meet(one, other):
        return Comparison.of(0.0, "the ranges do not meet", ours, theirs)
    if one.best is not None and one.best == other.best:
        return Comparison.of(0.9, "the same number, bounded in another way", ours, theirs)
    return Comparison.of(0.6, "the ranges meet", ours, theirs)


def _meet(one: Count, other: Count) -> bool:
    infinite = float("inf")
    low = max(one.low or 0.0, other.low or 0.0)
    return low <= min(infinite if each.high is None else each.high for each in (one, other))


def describe_count(count: Count) -> str:
    """The range in figures: "14", "at least 14", "up to 10", "270 to 330", with the unit if one is known."""
    if count.low is not None and count.high is not None:
        figures = f"{count.low:,.15g}" if count.low == count.high else f"{count.low:,.15g} to {count.high:,.15g}"
    elif count.low is not None:
        figures = f"at least {count.low:,.15g}"
    else:
        figures = "any number" if count.high is None else f"up to {count.high:,.15g}"
    return f"{figures} ({count.unit})" if count.unit else figures


def candidates(words: str) -> tuple[Candidate[Count], ...]:
    """The readings of a count, best first: the whole, its first part alone, other numbers in the words."""
    whole = parse(words)
    if whole is None:
        return ()
    found = {_ends(whole): Candidate(whole, _READ, (Reason("the words say so", words, describe_count(whole), _READ),))}
    for place, numeral in enumerate(find_numerals(" ".join(normalise(words).split()))):
        score = _OTHER if place else _PART
        single = replace(whole, low=numeral.value, best=numeral.value, high=numeral.value, approximate=False)
        because = "another number in the words" if place else "the first number alone"
        reason = Reason(because, words, describe_count(single), score)
        if not (whole.best == numeral.value and not place):
            found.setdefault(_ends(single), Candidate(single, score, (reason,)))
    return tuple(sorted(found.values(), key=lambda each: -each.score))


def _ends(count: Count) -> tuple[float | None, float | None, float | None]:
    return count.low, count.best, count.high


def resolve(words: str) -> Answer[Count]:
    """What the words count; no best where they give no number ("some", "a third of them", "twice that")."""
    found = candidates(words)
    if not found:
        return Answer(words, None, "the words give no number")
    return Answer(words, found[0], f"read as {describe_count(found[0].of)}", found)
