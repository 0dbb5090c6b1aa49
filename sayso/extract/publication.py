"""The day a report was published, as the page gives it; never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sayso.extract.calendar_words import find_date, find_day
from sayso.extract.dateline import Dateline
from sayso.model.report import Published, PublishedBasis
from sayso.model.values.edtf import is_valid

_LINK_DAY = re.compile(
    r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/\-_.?#]|$)|(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)"
)
_LINK_MONTH = re.compile(r"/((?:19|20)\d\d)/(0[1-9]|1[0-2])(?=/|$)")
_LINK_YEAR = re.compile(r"/((?:19|20)\d\d)(?=/)")
_STATED = re.compile(
    r"\b(?:published|posted|first published|updated|last updated|publié|publicado)(?: on| the| le| el)?:?\s+(.{6,40})",
    re.IGNORECASE,
)


def find_published(
    *,
    stated: str | None,
    metadata: str | None,
    dateline: Dateline | None,
    url: str | None,
    stamps: Iterable[str],
) -> Published | None:
    """The publication date from the best place that has one, or None.

    In order: the header, the page's metadata, a dateline with day, month and a year (its own or the link's),
    the link, the lines above the text. A day without a year anywhere stays unknown.
    """
    tries = (
        (read_stated(stated), PublishedBasis.HEADER),
        (read_stated(metadata), PublishedBasis.METADATA),
        (_from_dateline(dateline, url), PublishedBasis.DATELINE),
        (date_in_link(url), PublishedBasis.LINK),
        (_from_stamps(stamps), PublishedBasis.TEXT),
    )
    return next((Published(edtf, basis) for edtf, basis in tries if edtf), None)


def read_stated(value: str | None) -> str | None:
    """A date that is written out as such: EDTF as it stands, a time of day dropped, or day, month and year in words."""
    if not value:
        return None
    plain = value.strip()
    for candidate in (plain, plain.partition("T")[0], plain.partition(" ")[0]):
        if is_valid(candidate):
            return candidate
    return find_date(plain)


def date_in_link(url: str | None) -> str | None:
    """`/2024/05/11/` as a day, `/2024/05/` as a month; None for a link without, a year alone included."""
    if not url:
        return None
    if match := _LINK_DAY.search(url):
        year, month, day = (part for part in match.groups() if part)
        edtf = f"{year}-{int(month):02}-{int(day):02}"
        return edtf if is_valid(edtf) else None
    month_match = _LINK_MONTH.search(url)
    return f"{month_match[1]}-{month_match[2]}" if month_match else None


def _from_dateline(dateline: Dateline | None, url: str | None) -> str | None:
    if dateline is None or not dateline.date:
        return None
    if whole := find_date(dateline.date):
        return whole
    year = _LINK_YEAR.search(url or "")
    return find_day(dateline.date, year=int(year[1])) if year else None


def _from_stamps(stamps: Iterable[str]) -> str | None:
    """The first date in the lines above the text, one that is said to be of publication before others of its line."""
    for stamp in stamps:
        match = _STATED.search(stamp)
        if found := (find_date(match[1]) if match else None) or find_date(stamp):
            return found
    return None
