"""What a brief is made of: topics with their counts and exact words, under headings, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.brief.subject import Subject
from sayso.model.report import Report
from sayso.model.values.stance import Stance


@dataclass(frozen=True, slots=True)
class Quote:
    """Exact words of a claim: who says them, how they put it, through whom, in which report.

    `copies` counts the other reports of the brief in which the same voice is quoted for it. `marks` are
    what persons said of it: a grade, that it was taken back.
    """

    claim: str
    words: str
    stance: Stance
    said_by: str
    report: int
    copies: int = 0
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """One matter of the brief: what it is, how many voices, their words. `id` is an event's or a claim's.

    `numbers` are those that its voices give, where there are several.
    """

    title: str
    count: str
    quotes: tuple[Quote, ...]
    id: str | None = None
    note: str | None = None
    numbers: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """Topics under one heading."""

    title: str
    topics: tuple[Topic, ...]


@dataclass(frozen=True, slots=True)
class ReportNote:
    """A report that the brief quotes, by the number it has there."""

    number: int
    report: Report
    derives_from: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Brief:
    """One page. `known` says what is known of the subject beside the reports, `missing` what is not known."""

    subject: Subject
    sections: tuple[Section, ...]
    missing: tuple[str, ...]
    reports: tuple[ReportNote, ...]
    known: tuple[str, ...] = ()
