"""The byline: who wrote the report, as the page puts it."""

from __future__ import annotations

import re

from sayso.extract.furniture import is_filler, recognise, split_pieces

_BY = re.compile(
    r"^(?:(?:written|reported|story|text) )?(?:by|par|por|von)(?P<colon>\s*:)?\s+(?P<name>\S.*)$", re.IGNORECASE
)
_MARKED = re.compile(r"^(?:author|reporter|auteur|autor)\s*:\s*(?P<name>\S.*)$", re.IGNORECASE)
_LONGEST_LINE = 200  # characters
_LONGEST = 9  # words: "By Our Special Correspondent Amina Diallo and Moussa Keita" has nine


def parse_byline(text: str) -> str | None:
    """The writer that a line of its own names: "By Amina Diallo", "By: Our correspondent in Sevare | 3 min read".

    None for every other line, also for a sentence that begins with "by": a byline is short, open at its
    end, and has nothing beside it but dates, counts and buttons.
    """
    if len(text) > _LONGEST_LINE:
        return None
    name: str | None = None
    for piece in re.split(r"\s*[|·•]\s*|\s{2,}|\t|\s[-–—]\s", text):
        match = _BY.match(piece) or _MARKED.match(piece)
        if match and not name:
            name = match["name"].strip()
        elif not _is_beside(piece, name):
            return None
    return name if name and _is_name(name) else None


def _is_beside(piece: str, name: str | None) -> bool:
    """What may stand next to a byline: furniture, a date, or a second short name (an agency or a town)."""
    if not piece.strip() or is_filler(piece) or recognise(piece):
        return True
    return name is not None and len(piece.split()) <= 4 and piece[:1].isupper() and not piece.endswith((".", ",", ":"))


def _is_name(name: str) -> bool:
    words = name.split()
    if len(words) > _LONGEST or is_filler(name) or name.endswith((".", "!", "?", ":", ";", ",")):
        return False
    named = sum(1 for word in words if word[:1].isupper())
    return named * 2 >= len(words) and not split_pieces(name)[1:]
