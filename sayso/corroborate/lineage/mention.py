"""Mention: where a report names another report's outlet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.corroborate.lineage.calling import find_called
from sayso.corroborate.lineage.outlet import match_outlet, outlet_names, same_outlet
from sayso.corroborate.lineage.text import Text
from sayso.corroborate.wording import stems
from sayso.model.lineage import Credit, Relation
from sayso.model.report import Report
from sayso.model.resolution import Resolution

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

_MEMBER = re.compile(r"\b[A-Z][\w’'-]+ [A-Z][\w’'-]+,? (?:of|from|at|with) (?:the )?$")
_BEFORE = 80  # characters that hold a name and a preposition
_ACCORDING_TO = re.compile(r"\b(?:according to|in the words of) (?:the )?(?:\w+ )?$", re.I)
_WRITES = re.compile(r"\s+(?:has |had |also |first )*(?:report|wr(?:ote|ites|itten)|publish|quote)")


@dataclass(frozen=True, slots=True)
class Mention:
    """The sentence in which a report names an outlet; `credit` is the one that was read there or elsewhere, if any.

    `reports`: the words beside the name say that the outlet reports it.
    """

    sentence: str
    credit: Credit | None = None
    reports: bool = False

    @property
    def words(self) -> str:
        """The words that show it."""
        return self.credit.words.text if self.credit else self.sentence


def find_mentions(child: Text, credits_: Sequence[Credit], others: Iterable[Report]) -> dict[str, Mention]:
    """Where a report names the outlets of others, by their identifiers; each outlet is looked for once."""
    by_outlet: dict[str | None, Mention | None] = {}
    found: dict[str, Mention] = {}
    for other in others:
        if other.outlet not in by_outlet:
            by_outlet[other.outlet] = find_mention(child, credits_, other)
        if mention := by_outlet[other.outlet]:
            found[other.id] = mention
    return found


def find_mention(child: Text, credits_: Sequence[Credit], other: Report) -> Mention | None:
    """Where a report names another's outlet, first; None if it does not, or if the outlet is its own."""
    if not other.outlet or same_outlet(child.report.outlet, other.outlet):
        return None
    credit = next((credit for credit in credits_ if same_outlet(credit.outlet.text, other.outlet)), None)
    text = child.report.text
    # Most outlets stand nowhere in it, and that is soon asked.
    found = (
        match_outlet(other.outlet).finditer(text) if any(name in text for name in outlet_names(other.outlet)) else ()
    )
    for match in found:
        if not is_affiliation(text, match.start(), match.end()):
            return _mention(child, match.start(), match.end(), credit)
    if called := find_called(text, child.script, other.outlet):
        return None if is_affiliation(text, *called) else _mention(child, *called, credit)
    return Mention(credit.words.text, credit) if credit else None


def _mention(child: Text, start: int, end: int, credit: Credit | None) -> Mention:
    text = child.report.text
    reports = _WRITES.match(text[end:]) or _ACCORDING_TO.search(text[max(0, start - _BEFORE) : start])
    return Mention(child.sentence_at(start), credit, reports=bool(reports))


def read_credits(resolution: Resolution) -> tuple[Credit, ...]:
    """The credits of a report, without names that only say where a speaker belongs."""
    text = resolution.report.text
    return tuple(
        credit
        for credit in resolution.credits
        if credit.relation is not Relation.CREDIT or not is_affiliation(text, credit.outlet.start, credit.outlet.end)
    )


def is_affiliation(text: str, start: int, end: int) -> bool:
    """Whether an outlet's name only says where a speaker belongs ("Ana Bell of Plumbline doubts it")."""
    return bool(_MEMBER.search(text[max(0, start - _BEFORE) : start])) and not _WRITES.match(text[end:])


def rate_mention(mention: Mention, other: Text) -> float:
    """How well the sentence that names an outlet fits one of its reports, 0 to 1: shared words, its day among them."""
    bag = _stems_of(mention.sentence)
    fit = max((len(bag & sentence) / max(1, len(bag)) for sentence in other.stems), default=0.0)
    return min(1.0, fit + (0.3 if names_day(mention.sentence, other.report.told) else 0.0))


@lru_cache(maxsize=2_000)
def _stems_of(sentence: str) -> frozenset[str]:
    return stems(sentence)


def names_day(sentence: str, told: str | None) -> bool:
    """Whether a sentence names the day on which a report was told ("On April 3 …")."""
    match = re.match(r"\d{4}-(\d\d)-(\d\d)", told or "")
    if not match:
        return False
    month, day = _MONTHS[int(match[1]) - 1], int(match[2])
    return bool(re.search(rf"\b{month}\w*\.? {day}\b|\b{day} {month}", sentence))
