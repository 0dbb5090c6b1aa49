"""Runs of words mended to phrases: whole compounds, no small word left hanging, no hole of one comma."""

from collections.abc import Sequence

from sayso.read.labelling import Run, join_touching
from sayso.read.words import Words

_TIES = frozenset(("-", "–", "’", "'", "/", "."))
_SMALL = "the a an of by from to with in on at for and or but as that which"
_HANGING = frozenset(_SMALL.split())
_JOINS = frozenset((",", "and", "or", "the", "a", "an", "“", "”", '"'))
_YEAR = "january february march april may june july august september october november december"
_MONTHS = frozenset(_YEAR.split())
_OF_DAYS = ("on", "of", "from", "dated")
_PAPERS = "images image imagery photos photo photographs pictures picture footage video videos letter memo report order"
_DATED = frozenset(_PAPERS.split())
HOLE = 2  # words that a phrase may be broken by


def mend_phrases(words: Words, runs: Sequence[Run]) -> tuple[Run, ...]:
    """Names and things: compounds made whole, small words at the end dropped; nothing is left of "the" alone."""
    whole = (_take_day(words, _close(words, make_whole(words, run))) for run in join_touching(tuple(runs)))
    bare = (_drop_hanging(words, run) for run in whole)
    return join_touching(tuple(run for run in bare if run is not None))


def mend_speakers(words: Words, runs: Sequence[Run], *, cue: int) -> tuple[Run, ...]:
    """Speakers: phrases; those with a word or two between, the cue apart, are one ("Haddad, an official of Lom")."""
    mended: list[Run] = []
    for start, end in join_touching(tuple(runs)):
        if mended and start - mended[-1][1] <= HOLE and not mended[-1][1] <= cue < start:
            mended[-1] = (mended[-1][0], end)
        else:
            mended.append((start, end))
    return tuple(_take_date(words, run) for run in mend_phrases(words, mended))


def mend_clauses(words: Words, runs: Sequence[Run]) -> tuple[Run, ...]:
    """Contents: compounds made whole, holes of a comma or an "and" closed; signs alone are nothing."""
    mended: list[Run] = []
    for start, end in join_touching(tuple(make_whole(words, run) for run in runs)):
        if mended and _is_hole(words, mended[-1][1], start):
            mended[-1] = (mended[-1][0], end)
        else:
            mended.append((start, end))
    return tuple(run for run in mended if _says_words(words, run))


def make_whole(words: Words, run: Run) -> Run:
    """A run that neither begins nor ends inside a compound ("Al-Jufra", "MiG-29")."""
    start, end = run
    while start > 0 and _is_tied(words, start - 1, start):
        start -= 1
    while end < len(words) and _is_tied(words, end - 1, end):
        end += 1
    return start, end


def _is_tied(words: Words, left: int, right: int) -> bool:
    """Do two neighbours make one word, or a word and its tie?"""
    if words.spans[left, 1] != words.spans[right, 0]:
        return False
    pair = words.strings[left], words.strings[right]
    if pair[0] in _TIES:
        return pair[1][0].isalnum() and left > 0 and _touches(words, left - 1, left)
    return pair[1] in _TIES and right + 1 < len(words) and _touches(words, right, right + 1) and pair[0][0].isalnum()


def _touches(words: Words, left: int, right: int) -> bool:
    other = words.strings[left] if words.strings[right] in _TIES else words.strings[right]
    return words.spans[left, 1] == words.spans[right, 0] and other[0].isalnum()


def _close(words: Words, run: Run) -> Run:
    """A run that opens a bracket takes the one that closes it."""
    start, end = run
    inside = words.strings[start:end]
    is_open = inside.count("(") > inside.count(")")
    return (start, end + 1) if is_open and end < len(words) and words.strings[end] == ")" else run


def _take_day(words: Words, run: Run) -> Run:
    """A phrase that ends on a month takes the day behind it ("images of May 23")."""
    start, end = run
    ends_on_month = words.lower[end - 1] in _MONTHS and words.strings[end - 1][0].isupper()
    return (start, end + 1) if ends_on_month and end < len(words) and words.strings[end].isdigit() else run


def _take_date(words: Words, run: Run) -> Run:
    """Images and papers take the date behind them ("images of the base on May 23"): it is what tells them apart."""
    start, end = run
    behind = words.lower[end : end + 3]
    if _DATED.isdisjoint(words.lower[start:end]) or len(behind) < 3 or behind[0] not in _OF_DAYS:
        return run
    is_date = any(word in _MONTHS for word in behind[1:]) and any(word.isdigit() for word in behind[1:])
    return (start, end + 3) if is_date else run


def _drop_hanging(words: Words, run: Run) -> Run | None:
    start, end = run
    while end > start and (words.lower[end - 1] in _HANGING or words.strings[end - 1] in (",", "(")):
        end -= 1
    return (start, end) if end > start else None


def _is_hole(words: Words, start: int, end: int) -> bool:
    return end - start <= HOLE and all(word in _JOINS for word in words.lower[start:end])


def _says_words(words: Words, run: Run) -> bool:
    return any(character.isalnum() for word in words.strings[slice(*run)] for character in word)
