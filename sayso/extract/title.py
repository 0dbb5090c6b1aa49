"""The title: as the page states it, or the line that can only be it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.extract.dateline import parse_dateline
from sayso.extract.paragraph import Paragraph

_SOUND = re.compile(r"[\W_]+")
_SENTENCE_INSIDE = re.compile(r"[a-z)][.!?][\"”’']? +[A-Z]")
_OPENING = re.compile(r"^\W*\d{1,2}[:.h]\d\d|^\W*\d+[/.)]\s|^[•*\-–—#@>]|^[A-Z][\w .]{0,25}:\s")
_LONGEST = 30  # words


def fold(text: str) -> str:
    """A text without case, blanks and marks: how two writings of one title are compared."""
    return _SOUND.sub("", text).casefold()


def find_title(paragraphs: Sequence[Paragraph]) -> int | None:
    """Place of the title among paragraphs that are not furniture; None where no line is surely one.

    A line that stands twice before the body is the title. Else it is the first one, if it is short, open
    at its end, holds no two sentences, and prose follows. Misses a title that ends with a full stop
    and stands only once: it stays in the text, where nothing is lost.
    """
    if not paragraphs:
        return None
    first = paragraphs[0]
    if any(fold(later.text) == fold(first.text) for later in paragraphs[1:3]):
        return 0
    has_body = any(later.is_prose for later in paragraphs[1:])
    is_shouted = all(later.text.isupper() for later in paragraphs[:2])  # a text all in capitals has no title line
    return 0 if has_body and not is_shouted and is_title_like(first) else None


def is_title_like(paragraph: Paragraph) -> bool:
    """Whether a line could be a title: short, one clause, no full stop, no dateline, bullet, hour or speaker."""
    text = paragraph.text
    if len(paragraph.lines) > 2 or not 2 <= paragraph.words <= _LONGEST:
        return False
    if text.startswith(("(", "[")) or text.endswith((".", ";", ",", ":", ")", "]")) or _SENTENCE_INSIDE.search(text):
        return False
    return not (_OPENING.search(text) and not text.endswith("?")) and parse_dateline(text) is None
