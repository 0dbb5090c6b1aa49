"""The title: as the page states it, or the line that can only be it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.extract.dateline import parse_dateline
from sayso.extract.paragraph import Paragraph

_SOUND = re.compile(r"[\W_]+")
_SENTENCE_INSIDE = re.compile(r"[a-z)][.!?][\"”’']? +[A-Z]")
_OPENING = re.compile(r"^\W*\d{1,2}[:.h]\d\d|^\W*\d+[/.)]\s|^[•*\-–—#@>]|^[A-Z][\w .]{0,25}:\s(?![a-z])")
_WORD = re.compile(r"[^\W\d_]{4,}")
_LONGEST = 30  # words
_TOP = 40  # lines: menus set as a column can be long


def fold(text: str) -> str:
    """A text without case, blanks and marks: how two writings of one title are compared."""
    return _SOUND.sub("", text).casefold()


def find_title(paragraphs: Sequence[Paragraph]) -> int | None:
    """Place of the title among paragraphs that are not furniture; None where no line is surely one.

    A line that stands twice above the body is the title. Else it is the first line above the body that looks like
    one and has two in five of its words from it (the name of a site or a section seldom has), else the first
    with one word from it, else the very first, if it looks like one. Misses a title that ends with a
    full stop, and a long yes-or-no question: they stay in the text.
    """
    first_prose = next((place for place, one in enumerate(paragraphs) if place and one.is_prose), None)
    if first_prose is None:
        return 0 if paragraphs and _stands_twice(paragraphs, 0) else None
    top = range(min(first_prose, _TOP))
    if twice := [place for place in top if paragraphs[place].words > 2 and _stands_twice(paragraphs, place)]:
        return twice[0]
    if paragraphs[first_prose].text.isupper():  # a text all in capitals has no title line
        return None
    likely = [place for place in top if is_title_like(paragraphs[place])]
    body = {stem for one in paragraphs[first_prose:] for stem in _stems(one.text)}
    shares = {place: _share(paragraphs[place], body) for place in likely if paragraphs[place].words > 2}
    for least in (0.4, 0.01):
        if shared := [place for place, share in shares.items() if share >= least]:
            return shared[0]
    return 0 if 0 in likely else None


def _share(paragraph: Paragraph, body: set[str]) -> float:
    """How many of a line's words the body has too, 0 to 1."""
    own = _stems(paragraph.text)
    return len(own & body) / len(own) if own else 0.0


def _stands_twice(paragraphs: Sequence[Paragraph], place: int) -> bool:
    if not is_title_like(paragraphs[place]):
        return False
    title = fold(paragraphs[place].text)
    return any(fold(later.text) == title for later in paragraphs[place + 1 : place + 4])


def _stems(text: str) -> set[str]:
    """The first five letters of every word with four or more: "rebels" and "rebel" meet."""
    return {word[:5].casefold() for word in _WORD.findall(text)}


def is_title_like(paragraph: Paragraph) -> bool:
    """Whether a line could be a title: short, one clause, no full stop, no dateline, bullet, hour or speaker.

    "Balm: navy admits loss" is one: a speaker's first word has a capital.
    """
    text = paragraph.text
    if len(text) > _LONGEST * 12 or len(paragraph.lines) > 2 or not 2 <= paragraph.words <= _LONGEST:
        return False
    if paragraph.is_prose and paragraph.asks_of_event:  # may be the body's first sentence
        return False
    if text.startswith(("(", "[")) or text.endswith((".", ";", ",", ":", ")", "]")) or _SENTENCE_INSIDE.search(text):
        return False
    return not _OPENING.search(text) and parse_dateline(text) is None
