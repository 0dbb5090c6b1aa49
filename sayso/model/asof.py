"""As of: the record at another time. Three times are kept apart: happened, told and recorded.

*As known on* a day: what was told by then, with today's knowledge and decisions. A report without a date counts as
told when it was acquired, not earlier. *As recorded on* a day: only what this record had taken in by its end.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from sayso.model.reading import Reading
from sayso.model.report import Report
from sayso.model.values import edtf


@dataclass(frozen=True, slots=True)
class AsOf:
    """Days (EDTF) as of which the record is asked for; None: now."""

    known_on: str | None = None
    recorded_on: str | None = None

    @property
    def is_now(self) -> bool:
        return self.known_on is None and self.recorded_on is None

    @property
    def moment(self) -> datetime | None:
        """The end of the day recorded on, in UTC; None: now."""
        last = last_day(self.recorded_on) if self.recorded_on else None
        return datetime.combine(last, time.max, UTC) if last else None


@dataclass(frozen=True, slots=True)
class ReadVersion:
    """A version of a report with the reading that is current for it; `acquired` is when it was first captured."""

    report: Report
    reading: Reading
    acquired: datetime | None = None


def last_day(text: str) -> date | None:
    """The last day that a date allows; None where its end is open. Raises ValueError for other text."""
    return edtf.bounds(text.partition("T")[0]).last


def was_told_by(version: ReadVersion, day: str) -> bool:
    """Whether a version was told by the end of a day for certain; one without a date, by when it was acquired."""
    end = last_day(day)
    told = last_day(version.report.told) if version.report.told else None
    if version.report.told is None and version.acquired:
        told = version.acquired.astimezone(UTC).date()
    return end is None or (told is not None and told <= end)


def choose_versions(versions: Iterable[ReadVersion], *, known_on: str | None) -> tuple[ReadVersion, ...]:
    """Of each report the last version that was told by a day (None: the last); reports told later are left out.

    `versions` stand in the order in which reports were learnt, of each report the latest last.
    """
    told = [version for version in versions if known_on is None or was_told_by(version, known_on)]
    return tuple({version.report.id: version for version in told}.values())
