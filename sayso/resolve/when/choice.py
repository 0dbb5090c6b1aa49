"""Choice: all dates that words may mean, and the one that is taken, with the reasons."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sayso.model.answer import Answer, Candidate, Reason
from sayso.model.values.edtf import bounds, is_valid
from sayso.resolve.when.anchor import Anchor, read_day
from sayso.resolve.when.dating import SCENE, WORDS, Dating, Open
from sayso.resolve.when.day import NUMERIC, NUMERIC_SHORT, list_numeric, place_day
from sayso.resolve.when.grammar import parse
from sayso.resolve.when.normal import LONGEST, normalise
from sayso.resolve.when.vocabulary import WEEKDAYS, weekday_number
from sayso.resolve.when.weekday import WEEKDAY_WORDS
from sayso.resolve.when.year import YEARS

#: What a second reading takes from the first: little where the stance tells back from ahead, more where nothing does.
_TOLD_APART, _NOT_TOLD_APART = 0.15, 0.35
_MISFIT = 0.3

_TELLING = {
    "dateline": "the dateline",
    "person": "the day of publication that a person has set",
    "text": "a date in the text, by which it was published",
    "link": "the date in the page's address",
}


def candidates(words: str, *, anchor: Anchor) -> tuple[Candidate[Dating], ...]:
    """All dates that words may mean, best first, scores adding up to 1 at most; none where they name none."""
    first = parse(words, anchor=anchor)
    others = [(found, because, lost) for found, because, lost in _list_others(words, anchor) if found != first]
    found = {other.edtf: (other, because, lost) for other, because, lost in reversed(others)}
    if isinstance(first, Dating):
        found.pop(first.edtf, None)
    ranked = sorted(found.values(), key=lambda each: -each[2])
    rest = tuple(Candidate(each, lost, (Reason(because, words, each.edtf, lost),)) for each, because, lost in ranked)
    if isinstance(first, Open):
        return rest
    score = max(1.0 - sum(each.score for each in rest), 0.5)
    reasons = (_explain(first, words, anchor, score), *_misfit(first, words))
    return (Candidate(first, max(score + sum(each.weight for each in reasons[1:]), 0.0), reasons), *rest)


def resolve(words: str, *, anchor: Anchor) -> Answer[Dating]:
    """The date that words mean, with the reason; without a best one, why it stays open. Never raises."""
    found = candidates(words, anchor=anchor)
    first = parse(words, anchor=anchor)
    if isinstance(first, Open):
        return Answer(words, None, f"It stays open: {first.because}.", found)
    because = "; ".join(reason.because for reason in found[0].reasons)
    return Answer(words, found[0], f"{because[0].upper()}{because[1:]}.", found)


def _explain(first: Dating, words: str, anchor: Anchor, weight: float) -> Reason:
    """What the date was counted from, and whether back or on."""
    if first.basis == WORDS:
        sure = len(list_numeric(match)) < 2 if (match := NUMERIC.search(normalise(words))) else True
        because = (
            "the words give the date" if sure else "the figures do not say which is the month, only the year is sure"
        )
        return Reason(because, words, first.edtf, weight)
    start = anchor.scene if first.basis == SCENE else anchor.told
    known = (
        "a date that the text names" if first.basis == SCENE else _TELLING.get(first.basis, "the day of publication")
    )
    return Reason(f"counted {_way(first.edtf, start)}from {known}, {start}", words, first.edtf, weight)


def _way(found: str, start: str | None) -> str:
    day, counted = bounds(found).first, bounds(start).first if start and is_valid(start) else None
    if day is None or counted is None or day == counted:
        return ""
    return "back " if day < counted else "on "


def _misfit(first: Dating, words: str) -> Iterator[Reason]:
    """A weekday that is not the day's: "Saturday 3 June 2018" was a Sunday."""
    match, day = WEEKDAY_WORDS.search(normalise(words)), read_day(first.edtf)
    if match and day and weekday_number(match["weekday"]) != day.weekday():
        name = WEEKDAYS[day.weekday()].capitalize()
        yield Reason(f"the weekday does not fit, {day} is a {name}", match["weekday"], name, -_MISFIT)


def _list_others(words: str, anchor: Anchor) -> Iterator[tuple[Dating, str, float]]:
    """Other readings, each with its reason and what it takes from the first."""
    if len(words) > LONGEST:
        return
    yield from _list_sides(words, anchor)
    yield from _list_figures(normalise(words), anchor)
    scene = anchor.scene_day
    if scene and str(scene) != anchor.told:
        found = parse(words, anchor=replace(anchor, told=str(scene), scene=None, basis=SCENE))
        if isinstance(found, Dating) and found.basis == SCENE:
            yield found, "counted from the day that the text speaks of, as quoted words are", _TOLD_APART


def _list_sides(words: str, anchor: Anchor) -> Iterator[tuple[Dating, str, float]]:
    """The past day and the coming one."""
    lost = _NOT_TOLD_APART if anchor.ahead is None else _TOLD_APART
    for ahead, because in ((False, "the latest one up to the telling"), (True, "the next one after the telling")):
        found = parse(words, anchor=replace(anchor, ahead=ahead))
        if isinstance(found, Dating) and found.basis not in (WORDS, SCENE):
            yield found, because, lost


def _list_figures(words: str, anchor: Anchor) -> Iterator[tuple[Dating, str, float]]:
    """Day first and month first; a second number as a month and as a year."""
    match = NUMERIC.search(words)
    days = list_numeric(match) if match else []
    if len(days) == 2:
        for full, order in zip(days, ("day", "month"), strict=True):
            yield Dating(str(full), WORDS), f"read with the {order} first", _NOT_TOLD_APART
    short = NUMERIC_SHORT.search(words)
    if short and anchor.year is not None:
        one, two = int(short["one"]), int(short["two"])
        for day, month, order in ((one, two, "day"), (two, one, "month")):
            found = place_day(month, day, anchor)
            if isinstance(found, Dating):
                yield found, f"read with the {order} first", _NOT_TOLD_APART
    years = YEARS.search(words)
    if years and len(years["two"]) == 2 and 1 <= int(years["two"]) <= 12:
        one, two = int(years["one"]), int(years["two"])
        yield Dating(f"{one:04d}-{two:02d}", WORDS), "the second number read as a month", _NOT_TOLD_APART
        if two > one % 100:
            last = one - one % 100 + two
            yield Dating(f"{one:04d}/{last:04d}", WORDS), "the second number read as a year", _NOT_TOLD_APART
