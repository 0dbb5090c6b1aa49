"""Turn: who has the floor in a transcript ("Korr: …") or a digest of posts ("Lowen Overheard: …")."""

from __future__ import annotations

import re
from collections import Counter

from sayso.model.claim import Mention
from sayso.model.values.span import Span
from sayso.resolve.capitals import find_names
from sayso.resolve.roster import Roster
from sayso.resolve.wording import PERSON_NOUNS, list_words, words_of

_LABEL = re.compile(r"(?:\d{1,2}[:.]\d{2}\s+)?(?P<label>[A-ZÀ-Þ][^:\n“”\"(),;?!]{1,40}?)(?: \([^)]*\))?: \S")
_FORWARDED = re.compile(r"[(\[]?(?:[Ff]orwarded|[Rr]eposted) from (?P<who>[^:\n()\[\]]{2,40}?)(?: \([^)]*\))?[)\]:]+ ")
# Labels of a page and of a list, not of speakers.
_NO_SPEAKERS = frozenset(
    list_words("q a question answer update photo note related source correction edit first second third fourth fifth")
)
_OWN_VOICES = frozenset(list_words("host presenter announcer moderator interviewer anchor"))  # the outlet's own people
_HOSTS = frozenset(list_words("host presenter announcer moderator caller interviewer anchor speaker"))
_ENOUGH = 3  # turns that make a transcript


def find_turn(roster: Roster, at: int) -> tuple[Mention, ...]:
    """Who has the floor at a place, the nearest first: a post's origin before the channel that forwards it.

    Empty in running text: a transcript has three turns or more, of two speakers or more, and one
    who speaks again. Misses speakers of one turn whom nothing else names: a place may head a line so.
    """
    begin, _ = roster.layout.paragraph(at)
    label = _read_label(roster.text, begin)
    if label and words_of(label.text)[-1] in _OWN_VOICES:
        return ()
    if label and not (label.end <= at and _is_speaker(label.text, roster)):
        label = None
    forwarded = _FORWARDED.match(roster.text, label.end + 2 if label else begin)
    origin = [Span.of(roster.text, *forwarded.span("who"))] if forwarded and forwarded.end() <= at else []
    return tuple(Mention.at(span) for span in (*origin, *([label] if label else [])))


def is_label(mention: Mention, roster: Roster) -> bool:
    """Whether a mention is what opens a turn: it begins a paragraph and a colon follows."""
    if mention.start is None:
        return False
    label = _read_label(roster.text, roster.layout.paragraph(mention.start)[0])
    return label is not None and label.start == mention.start and label.end == mention.end


def _is_speaker(label: str, roster: Roster) -> bool:
    counts = Counter(span.text for start in roster.layout.paragraphs if (span := _read_label(roster.text, start)))
    if counts.total() < _ENOUGH or len(counts) < 2 or counts.most_common(1)[0][1] < 2:
        return False
    last = words_of(label)[-1]
    return counts[label] > 1 or last in PERSON_NOUNS | _HOSTS or roster.fuller(label) != label


def _read_label(text: str, start: int) -> Span | None:
    """The name before the colon that opens a paragraph; None where it is no name."""
    match = _LABEL.match(text, start)
    if match is None or _FORWARDED.match(text, start) or words_of(match["label"])[0] in _NO_SPEAKERS:
        return None
    names = find_names(match["label"])
    whole = bool(names) and names[-1][1] == len(match["label"]) and len(match["label"].split()) <= 5
    return Span.of(text, *match.span("label")) if whole else None
