"""Version: a later state, or a correction, of the same outlet's report."""

from __future__ import annotations

import re
from functools import lru_cache

from sayso.corroborate.lineage.comparing import Kinship
from sayso.corroborate.lineage.direction import may_precede
from sayso.corroborate.lineage.text import Text
from sayso.model.lineage import Lineage, Relation
from sayso.model.report import Report

_ECHOED, _ECHOED_SAID = 0.22, 0.11
_RUNS = 0.6
_CORRECTION = re.compile(
    r"\b(?:correction|corrected|corrects|clarification|wrongly|in error|erroneous\w*|misstated|updated?|"
    r"(?:first|second|third|earlier|previous|new) version|\d(?:st|nd|rd|th) lead|write-?through|recasts)\b",
    re.I,
)
_MARK = re.compile(r"(?:[-_](?:v\d+|\d|update\w*|corrected|correction|amended))+/?$", re.I)
_NUMBER = re.compile(r"(?:\bupdate |\bversion |[-_]v|[-_]update|[-_])(\d{1,2})\b|\b(\d)(?:st|nd|rd|th) lead\b", re.I)


def find_version(child: Text, other: Text, kin: Kinship) -> Lineage | None:
    """The edge from a report to an earlier state of it by the same outlet, if it is one.

    It says so, or has its address, or most of its words. The same outlet on another event is none, however
    much the words are alike; nor are two texts of one day that nothing puts in order.
    """
    if not is_later(child, other):
        return None
    stem = stem_address(child.report)
    same_address = stem is not None and stem == stem_address(other.report)
    says = says_version(child)
    if not ((says and kin.echoed >= _ECHOED_SAID) or (same_address and kin.echoed >= _ECHOED) or kin.runs >= _RUNS):
        return None
    because = f'it says "{says}"' if says else "the same address" if same_address else "most of its words"
    score = min(1.0, 0.5 + kin.echoed / 2 + (0.1 if same_address else 0.0))
    return Lineage(child.id, other.id, Relation.VERSION, round(score, 3), f"same outlet; {because}")


def says_version(text: Text) -> str | None:
    """The word in the title or the first sentences by which a report says that it is another state of one."""
    return _find_correction(" ".join([text.report.title or "", *(sentence for _, sentence in text.sentences[:3])]))


@lru_cache(maxsize=5_000)
def _find_correction(opening: str) -> str | None:
    match = _CORRECTION.search(opening)
    return match.group() if match else None


def stem_address(report: Report) -> str | None:
    """An address without what marks a version ("-corrected", "-v2", "?page=1"); None without an address."""
    return _MARK.sub("", report.url.split("?")[0].rstrip("/")) if report.url else None


def number_version(report: Report) -> int:
    """Which state it says it is ("UPDATE 2", "-v3"), 1 for one that is only marked, 0 for one that is not."""
    address = (report.url or "").split("?")[0].rstrip("/")
    mark = _MARK.search(address)
    told = [_NUMBER.search(report.title or ""), _NUMBER.search(mark.group()) if mark else None]
    return max([int(match[1] or match[2]) for match in told if match], default=int(bool(mark)))


def is_later(child: Text, other: Text) -> bool:
    """Whether a report was told after another of its outlet; where days do not tell, whether its own words do."""
    if not may_precede(other, child):
        return False
    if not may_precede(child, other):
        return True
    mine, others = number_version(child.report), number_version(other.report)
    return mine > others or (mine == others and bool(says_version(child)) and not says_version(other))
