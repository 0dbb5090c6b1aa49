"""Channel: where something was said, in whole words ("told Signal Press Agency by telephone")."""

from __future__ import annotations

import re

from sayso.model.claim import Link
from sayso.resolve.roster import Roster

_DANGLING = re.compile(r"(?:\s*\b(?:on|in|at|of|to|by|from|with|a|an|the|on the|in the))+$", re.IGNORECASE)
_TOLD = re.compile(r"\b(?:told|tells|telling|informed|informs|assured)\s+$", re.IGNORECASE)
_IN_WORD = re.compile(r"\w")


def complete_channel(link: Link, *, roster: Roster) -> str | None:
    """The link's channel with the verb that leads it and no name cut short; None if nothing is left of it.

    "Signal Press Agency by telephone" behind "told" is "told Signal Press Agency by telephone",
    "told Zarune" of "told Zarune Today" the whole; a preposition alone ("on", "in") is no channel.
    """
    if link.channel is None:
        return None
    words = _DANGLING.sub("", link.channel).strip(" ,")
    if not words or link.cue is None:
        return words or None
    start, end = roster.layout.sentence(link.cue.start)
    at = _find_whole(words, roster.text, link.cue.start, end)
    if at < 0:
        return words
    whole = roster.text[at : _end_of_name(at + len(words), roster)]
    told = _TOLD.search(roster.text[max(start, at - 12) : at])
    return (told.group() if told else "") + whole


def _find_whole(words: str, text: str, start: int, end: int) -> int:
    """Where words stand that no word runs into, between two places; -1 where they do not."""
    at = text.find(words, start, end)
    while at >= 0:
        stop = at + len(words)
        if not _IN_WORD.match(text, at - 1 if at else len(text)) and not _IN_WORD.match(text, stop, end):
            return at
        at = text.find(words, at + 1, end)
    return -1


def _end_of_name(end: int, roster: Roster) -> int:
    """Where a name that goes on behind a place ends; a possessive goes on to its noun."""
    for begin, stop, _ in roster.names:
        if begin < end < stop:
            return stop
    owned = re.match(r" [\w\-]+", roster.text[end:]) if roster.text[end - 2 : end] in ("'s", "’s") else None
    return end + owned.end() if owned else end
