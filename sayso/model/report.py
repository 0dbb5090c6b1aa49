"""Report: one published text of one outlet, with its versions."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from sayso.model.identity import digest, identify
from sayso.model.values.span import Span


class FlawKind(StrEnum):
    """What is wrong with a page, said instead of mended."""

    TRUNCATED = "truncated"  # a sentence breaks off
    CUT_SHORT = "cut_short"  # the body looks as if it went on elsewhere ("Read more", "there is a …")
    NO_DATE = "no_date"  # the page does not give its publication date
    NO_OUTLET = "no_outlet"
    ENCODING = "encoding"  # bytes that were no text in the encoding found; shown as U+FFFD
    UNREADABLE_LANGUAGE = "unreadable_language"  # the reader does not know it: no claims are made up


@dataclass(frozen=True, slots=True)
class Flaw:
    """A flaw and, if it has a place in the text, its words."""

    kind: FlawKind
    span: Span | None = None


class PublishedBasis(StrEnum):
    """Where a publication date comes from."""

    HEADER = "header"  # the `published:` line of a report file
    METADATA = "metadata"  # the page's own metadata
    DATELINE = "dateline"
    TEXT = "text"
    LINK = "link"
    PERSON = "person"  # a signed decision


@dataclass(frozen=True, slots=True)
class Published:
    """A publication date (EDTF) and how it is known."""

    edtf: str
    basis: PublishedBasis


@dataclass(frozen=True, slots=True)
class Stripped:
    """Page furniture that was cut: what it was, its words, and where they stood in the decoded source.

    `before` is the offset in the clean text at which the words would stand again.
    """

    kind: str
    text: str
    start: int
    end: int
    before: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of clean text and where it stood: `text[start:start+length]` is `source[at:at+length]`."""

    start: int
    at: int
    length: int


@dataclass(frozen=True, slots=True)
class Report:
    """A text as its outlet published it; `text` is clean and never changes once stored.

    An **unheld** report (`held` false) is one that a held text says it derives from: outlet, and
    date and title if they are stated, with an empty `text`. `sha256` is of the bytes acquired.
    `source_map` is empty where the clean text could not be traced back letter by letter (HTML).
    `shown_of` is set where words of the text are covered (`concealing.py`): the version that it shows a part of.
    """

    id: str
    address: str
    text: str = field(repr=False)
    held: bool = True
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: Published | None = None
    language: str | None = None
    sections: tuple[str, ...] = ()
    byline: str | None = None
    dateline: str | None = None
    sha256: str | None = None
    flaws: tuple[Flaw, ...] = ()
    stripped: tuple[Stripped, ...] = field(default=(), repr=False)
    source_map: tuple[Stretch, ...] = field(default=(), repr=False)
    headings: tuple[Span, ...] = ()
    shown_of: str | None = None

    @property
    def version(self) -> str:
        """SHA-256 of the clean text: a better extractor makes another version, never the same one."""
        return self.shown_of or digest(self.text)

    @property
    def told(self) -> str | None:
        """The day it was told (EDTF), or None where the page does not say."""
        return self.published.edtf if self.published else None


def identify_report(*, url: str | None, outlet: str | None, text: str) -> str:
    """A report is an outlet's address; without one, outlet and digest of the clean text."""
    if url:
        return identify("r", "url", url)
    return identify("r", "outlet", (outlet or "").casefold(), digest(text))


def identify_unheld(*, outlet: str, credited_by: str) -> str:
    """The unheld report of `outlet` that the report `credited_by` derives from."""
    return identify("r", "unheld", outlet.casefold(), credited_by)
