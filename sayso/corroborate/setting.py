"""Setting: what the head of a report and all its claims together say of the surroundings of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.corroborate.wording import sentences, stems
from sayso.model.report import Report
from sayso.model.values.stance import ClaimType

_LEAD = 2  # sentences that say what a report is about


@dataclass(frozen=True, slots=True)
class Setting:
    """Words of the title and of the first sentences; claims by word that they hold and by type, and all."""

    title: frozenset[str]
    lead: frozenset[str]
    holders: Mapping[str, int]
    types: Mapping[ClaimType, int]
    size: int


def read_setting(report: Report, bags: Sequence[frozenset[str]], types: Iterable[ClaimType]) -> Setting:
    """The setting of a report; `bags` are the words of each of its claims, `types` their types."""
    lead = " ".join(sentence for _, sentence in sentences(report.text)[:_LEAD])
    holders = Counter(word for bag in bags for word in bag)
    return Setting(stems(report.title or ""), stems(lead), holders, Counter(types), len(bags))
