"""Gold: the record that a careful reader would make of an affair, as section 2 of `docs/formats.md` has it."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.conflict import ConflictOn
from sayso.model.holding import HoldingStatus
from sayso.model.lineage import Relation
from sayso.model.values.stance import ClaimType, Role, Stance


@dataclass(frozen=True, slots=True)
class GoldReport:
    """One report file: its name without the ending, its header's values, and the text as published."""

    name: str
    text: str
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class GoldNumber:
    """A count as gold gives it; `low` and `high` None with a `best` and not `approximate`: exactly that many."""

    low: float | None = None
    best: float | None = None
    high: float | None = None
    approximate: bool = False
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """One claim; `said_by` runs from the nearest speaker to the outlet, which stands alone in its own voice.

    `evidence`, roles, `manner` and `cue` (of the nearest speaker; None where gold does not give it) are words of the
    report. `when` is EDTF, None if the words give no time.
    """

    id: str
    report: str
    type: ClaimType
    stance: Stance
    evidence: str
    roles: tuple[tuple[Role, str], ...] = ()
    said_by: tuple[str, ...] = ()
    when: str | None = None
    number: GoldNumber | None = None
    manner: str | None = None
    cue: str | None = None

    @property
    def is_attributed(self) -> bool:
        """Whether somebody other than the outlet says it."""
        return len(self.said_by) > 1


@dataclass(frozen=True, slots=True)
class GoldConflict:
    """What is disagreed on, and the claims on each side."""

    on: ConflictOn
    between: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """Two claims or more about one happening, and everyone heard on it; `voices` is empty where gold names none."""

    id: str
    claims: tuple[str, ...]
    voices: tuple[str, ...] = ()
    conflicts: tuple[GoldConflict, ...] = ()


@dataclass(frozen=True, slots=True)
class GoldLineage:
    """Report `report` derives from report `of`; both are names of report files."""

    report: str
    of: str
    relation: Relation | None = None


@dataclass(frozen=True, slots=True)
class GoldHolding:
    """Who is said to hold a place; `start` and `end` are EDTF, None where open or not said."""

    place: str
    holder: str
    start: str | None = None
    end: str | None = None
    status: HoldingStatus | None = None


@dataclass(frozen=True, slots=True)
class GoldAffair:
    """All reports on one matter and the record that they should give."""

    name: str
    reports: tuple[GoldReport, ...]
    claims: tuple[GoldClaim, ...]
    events: tuple[GoldEvent, ...] = ()
    lineage: tuple[GoldLineage, ...] = ()
    holdings: tuple[GoldHolding, ...] = ()
