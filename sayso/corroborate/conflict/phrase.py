"""Phrase: the wordings of one thing, as a pattern."""

from __future__ import annotations

import re


def any_of(text: str) -> re.Pattern[str]:
    """A pattern of alternatives that begin at a word, letters of any case; `text` may run over several lines."""
    return re.compile(rf"\b(?:{''.join(line.strip() for line in text.splitlines())})", re.I)
