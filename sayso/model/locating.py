"""Locating: words that a person typed or selected, found in the text of a report.

Words are found however they are broken over lines, with either kind of quotation mark or dash, and, where they are
nowhere else, in capitals or not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model.draft import Place

LONGEST = 4000  # letters of words that anybody means to select
PIECE = "…"  # between the pieces of words that a cue splits

_QUOTES, _MARKS, _DASHES = '"“”„«»', "'’‘ʼ`", "-–—‐‑"
_AROUND = 40  # letters on either side by which one of several places is told


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One of several places of the same words, with what stands around it."""

    start: int
    before: str
    words: str
    after: str


class Unfound(ValueError):
    """Words that are no place of the text: nowhere in it, or, with `places`, in more than one."""

    def __init__(self, words: str, places: tuple[Occurrence, ...] = ()) -> None:
        super().__init__(words)
        self.words = words
        self.places = places


def find_place(words: str, text: str, *, at: int | None = None, near: Place | None = None) -> Place:
    """Where words stand: at `at` if they do, else the only place, else the one in or nearest to `near`.

    Raises Unfound where they stand nowhere, or in several places and nothing says which.
    """
    places = find_places(words, text)
    chosen = next((place for place in places if place[0] == at), None)
    if chosen:
        return chosen
    if len(places) == 1 or (places and near):
        return min(places, key=lambda place: _distance(place, near or (0, 0)))
    raise Unfound(words, tuple(_show(place, text) for place in places))


def find_pieces(words: str, text: str, *, at: Sequence[int] = ()) -> tuple[Place, ...]:
    """Where words stand that may be in pieces (`A … B`), each after the one before. Raises Unfound."""
    if not words.strip(f" {PIECE}"):
        raise Unfound(words)
    if PIECE not in words or find_places(words, text):  # an ellipsis may stand in the text itself
        return (find_place(words, text, at=at[0] if at else None),)
    found: list[Place] = []
    pieces = [piece for each in words.split(PIECE) if (piece := each.strip())]
    for number, piece in enumerate(pieces):
        wanted = at[number] if number < len(at) else None
        after = (found[-1][1], found[-1][1]) if found else None
        later = [place for place in find_places(piece, text) if not found or place[0] >= found[-1][1]]
        if not later:
            raise Unfound(piece)
        found.append(
            next((place for place in later if place[0] == wanted), None)
            or (later[0] if after else find_place(piece, text))
        )
    return tuple(found)


def find_places(words: str, text: str) -> tuple[Place, ...]:
    """Every place in which words stand, as they are written, else whatever their capitals."""
    if not words.strip() or len(words) > LONGEST:
        return ()
    pattern = _pattern(words)
    for flags in (0, re.IGNORECASE):
        if found := tuple(match.span() for match in re.finditer(pattern, text, flags)):
            return found
    return ()


def _pattern(words: str) -> str:
    """A pattern for words, loose in white space, quotation marks and dashes alone. It cannot run away: no nesting."""
    return r"\s+".join("".join(map(_loosen, word)) for word in words.split())


def _loosen(letter: str) -> str:
    for alike in (_QUOTES, _MARKS, _DASHES):
        if letter in alike:
            return f"[{re.escape(alike)}]"
    return re.escape(letter)


def _distance(place: Place, near: Place) -> tuple[int, int]:
    if near[0] <= place[0] and place[1] <= near[1]:
        return 0, place[0]
    return min(abs(place[0] - near[1]), abs(near[0] - place[1])) + 1, place[0]


def _show(place: Place, text: str) -> Occurrence:
    start, end = place
    return Occurrence(start, text[max(0, start - _AROUND) : start], text[start:end], text[end : end + _AROUND])
