"""Quoter: whose a quotation is that no words beside it give to anybody."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.resolve.heard import Heard
from sayso.resolve.layout import Layout, is_quoted

_OPENING = '“"'
_WHOLE = re.compile(r"(?:^|[.!?:,;…—–-][”\"’]?\s+|[.!?]\s*)$")
_REACH = 6  # paragraphs over which one quotation runs on


def find_quoter(text: str, layout: Layout, at: int, heard: Sequence[Heard]) -> Heard | None:
    """Who is quoted at a place: the one heard beside the quotation in its paragraph, else in those before.

    A paragraph that opens with a mark goes on with the quotation of the one before. None outside
    quotations, for words merely in marks ("the so-called “wall”"), and where nobody was heard.
    """
    begin, end = layout.paragraph(at)
    if not _is_whole(text, layout, at, begin):
        return None
    outside = [each for each in heard if not each.inner and not is_quoted(text, layout, each.at)]
    here = [each for each in outside if begin <= each.at < end]
    if here:
        before = [each for each in here if each.at < at]
        return before[-1] if before else here[0]
    for _ in range(_REACH):
        if text[begin : begin + 1] not in _OPENING or begin == 0:
            return None
        begin, end = layout.paragraph(begin - 1)
        here = [each for each in outside if begin <= each.at < end]
        if here:
            return here[-1]
    return None


def _is_whole(text: str, layout: Layout, at: int, begin: int) -> bool:
    """Whether a quotation of whole sentences holds the place."""
    if text[at : at + 1] not in _OPENING and not is_quoted(text, layout, at):
        return False
    opened = at if text[at : at + 1] in _OPENING else max(text.rfind(mark, begin, at) for mark in _OPENING)
    return opened >= 0 and bool(_WHOLE.search(text[begin:opened].rstrip('“"') or ""))
