"""Headings inside the body: short lines over a run of paragraphs, which carry no claim."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.extract.clean import Kept
from sayso.model.values.span import Span

_LONGEST = 12  # words; the longest of the ruled corpus has eleven
_ASKS = re.compile(r"^(?:who|whose|whom|what|why|how(?! many| much)|when|where|which)\b[^?]*\?$", re.IGNORECASE)
_CHOICE = re.compile(r"^[^,.;:?]{1,40} or [^,.;:?]{1,30}\?$")
#: Opens a message, an entry of a list or a log, a speaker's turn: no heading.
_OPENING = re.compile(
    r"^\W*\d{1,2}[:.h]\d\d|^\d+(?:[/)]|\s*(?:AM|PM|B)\b| [A-Z][a-z]{2}\b)"
    r"|^[•*\-–—@#>+⭕🔴]|^[^\W\d_][\w .'’-]{0,25}:\s|^\[|^\(|:$"
)
_TELLS = re.compile(
    r"\b(?:said|told|added|announced|denied|stated|according to|reported|asked|wrote|warned|confirmed)\b", re.IGNORECASE
)
_LETTERS = re.compile(r"[^\W\d_]{2}")
_YOU = re.compile(r"\byour?\b", re.IGNORECASE)
_SENTENCE_INSIDE = re.compile(r"[a-z)][.!?]\s+[A-Z]")


def find_headings(text: str, kept: Sequence[Kept]) -> tuple[Span, ...]:
    """Headings of a body, in order.

    A heading is a line of its own below the first paragraph of prose with prose right under it: short, open at its end
    or a question that no event answers ("Who signed?", "A base or a corridor?"), no message, entry or
    speaker's turn. A line right under the title is none: it may hold a claim. In a text whose lines are mostly
    short (a log, a chat) there are none. Misses yes-or-no questions: in the body they ask of events.
    """
    prose = [place for place, one in enumerate(kept) if one.paragraph.is_prose]
    if not prose or len(prose) * 3 < len(kept):
        return ()
    found = [
        kept[place].span(text)
        for place in range(prose[0] + 1, prose[-1])
        if _is_heading(kept[place]) and kept[place + 1].paragraph.is_prose and _is_over(kept[place - 1])
    ]
    questions = [heading for heading in found if heading.text.endswith("?")]
    if any(_YOU.search(question.text) for question in questions):  # an interview: its questions are turns
        found = [heading for heading in found if heading not in questions]
    return tuple(found)


def _is_heading(one: Kept) -> bool:
    text = one.paragraph.text.strip()
    if one.paragraph.words > _LONGEST or len(one.paragraph.lines) > 1 or not _LETTERS.search(text):
        return False
    if _OPENING.search(text) or _TELLS.search(text) or _SENTENCE_INSIDE.search(text):
        return False
    if text.endswith("?"):
        return bool(_ASKS.match(text) or _CHOICE.match(text) or text.isupper())
    return text[:1].isupper() | text[:1].isdigit() | (text[:1] in "“\"‘'«") and not _ends_open(text)


def _is_over(one: Kept) -> bool:
    """Whether a paragraph has come to its end, or broken off: an entry of a list does neither."""
    return one.paragraph.is_closed or _ends_open(one.paragraph.text)


def _ends_open(text: str) -> bool:
    """Whether the line is a sentence, or one that breaks off: "He ruled it out.", "called the elders to"."""
    if re.search(r"[.!…;,:][\"'”’)]*$", text):
        return True
    return bool(re.search(r"\b(?:that|to|of|the|a|an|and|or|with|which|for|from|by|they)$", text))
