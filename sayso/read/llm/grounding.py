"""Grounding: where the words of an answer stand in a text. What cannot be found is not there; nothing is mended."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import islice

from sayso.model.values.span import Span

MOST_PLACES = 200  # of the same words in one paragraph; more is no report

_SINGLE = "‘’‚‛ʼ′`´"
_DOUBLE = "“”„‟″«»"
_DASHES = "‐‑‒–—―−"
_SAME = str.maketrans(dict.fromkeys(_SINGLE, "'") | dict.fromkeys(_DOUBLE, '"') | dict.fromkeys(_DASHES, "-"))


class Ground:
    """A text in which words are looked for.

    Words match letter by letter; any run of blanks stands for any other, any quotation mark for any of its kind, any
    dash for any other. They must not begin or end inside a word or a number; scripts without capitals join small
    words to their neighbours, so there they may.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._letters, self._places = _fold(text)

    def find(self, words: str, *, within: Span) -> tuple[Span, ...]:
        """Every place of the words inside a span, in order; empty if they do not stand there."""
        return tuple(islice(self._find(_fold(words)[0].strip(), within), MOST_PLACES))

    def _find(self, wanted: str, within: Span) -> Iterable[Span]:
        start, end = bisect_left(self._places, within.start), bisect_left(self._places, within.end)
        at = self._letters.find(wanted, start, end) if wanted else -1
        while at >= 0:
            first, last = self._places[at], self._places[at + len(wanted) - 1] + 1
            if not is_inside_word(self.text, first) and not is_inside_word(self.text, last):
                yield Span.of(self.text, first, last)
            at = self._letters.find(wanted, at + 1, end)


def choose_nearest(found: Sequence[Span], *, to: Sequence[Span], outside: Sequence[Span] = ()) -> Span | None:
    """The place nearest to given ones, the first of equals; one that overlaps none of `outside` goes before others.

    None where nothing was found. With no places to be near to, the first.
    """
    free = [span for span in found if not any(span.overlaps(other) for other in outside)]
    return min(free or found, key=lambda span: min((gap(span, other) for other in to), default=0), default=None)


def gap(left: Span, right: Span) -> int:
    """Characters between two spans; 0 if they touch or overlap."""
    return max(0, right.start - left.end, left.start - right.end)


def is_inside_word(text: str, at: int) -> bool:
    """Whether an offset parts a word, or a number ("1,300")."""
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if _is_firm(before) and _is_firm(after):
        return True
    if after in ".," and before.isdigit():
        return text[at + 1 : at + 2].isdigit()
    return before in ".," and after.isdigit() and text[at - 2 : at - 1].isdigit()


def _is_firm(sign: str) -> bool:
    return sign.isdigit() or (sign.isalpha() and sign.lower() != sign.upper())


def _fold(text: str) -> tuple[str, list[int]]:
    """The text with blanks, quotation marks and dashes made alike, and where each of its letters stands."""
    letters: list[str] = []
    places: list[int] = []
    for at, sign in enumerate(text.translate(_SAME)):
        blank = sign.isspace()
        if blank and letters and letters[-1] == " ":
            continue
        letters.append(" " if blank else sign)
        places.append(at)
    return "".join(letters), places
