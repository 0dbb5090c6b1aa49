"""Lineage: which report derives from which."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.values.span import Span


class Relation(StrEnum):
    """How one report derives from another (W3C PROV: was derived from, was quoted from)."""

    COPY = "copy"
    TRANSLATION = "translation"
    REWRITE = "rewrite"
    CREDIT = "credit"  # takes over some claims, naming the other or not
    VERSION = "version"  # a later state, or a correction, of the same outlet's report


@dataclass(frozen=True, slots=True)
class Credit:
    """Words by which a report says that it takes something from another outlet.

    `outlet` is the name as it stands there. `relation` is `translation` or `copy` when the words
    say that the whole report is the other's ("translated here by …", "(AP)"), else `credit`.
    `scope` is the stretch of the report that is credited: from its start to its end, as offsets.
    """

    outlet: Span
    words: Span
    relation: Relation
    scope: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Lineage:
    """Report `report` derives from report `of`; `score` 0 to 1; `evidence` the words that show it."""

    report: str
    of: str
    relation: Relation
    score: float
    evidence: str
