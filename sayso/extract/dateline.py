"""The dateline: "TUNIS, 3 June (Sahel Agency) - " before a report's first sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.extract.calendar_words import DAY_AND_MONTH

# A place in capitals, or one with a date or an agency after it; then a country, a date, an agency, a dash.
_CAPITALS = r"[^\W\d_a-z][^\W\d_a-z'’.\-]+(?:[ -][^\W\d_a-z][^\W\d_a-z'’.\-]*){0,4}"
_NAME = r"[^\W\d_][\w'’.\-]*(?: (?:[^\W\d_a-z][\w'’.\-]*|de|la|al|el|of|the|du|es)){0,3}"
_DATE = rf"(?P<date>{DAY_AND_MONTH}(?:,? (?:19|20)\d\d)?)"
_AGENCY = r"(?:\((?P<agency>[^()\d]{2,40})\)|/(?P<slashed>[^/\d]{2,40})/)"
_END = r"(?:\s*(?:--|[-–—])\s+|\s*[-–—](?=\S)|\.\s+)"
_FORM = re.compile(
    rf"(?P<place>{_CAPITALS}(?:(?:, | / ){_NAME})?|{_NAME}(?:, {_NAME})?(?=,? {DAY_AND_MONTH}| ?\(| /))"
    rf"(?:[,.]? {_DATE})?[.,]? ?(?:{_AGENCY})?{_END}"
)
_LABELS = "live urgent breaking update updated exclusive opinion analysis video flash watch alert new"
_NO_PLACE = frozenset(_LABELS.split())
_LONGEST = 110  # characters


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and when a report was filed and by which agency, as far as it says; `text` without its dash."""

    text: str
    place: str
    date: str | None = None
    agency: str | None = None


def parse_dateline(text: str) -> Dateline | None:
    """The dateline that a paragraph begins with, or None.

    A place in mixed case counts only with a date or an agency behind it, and a full stop ends the
    dateline only after an agency or a date. The words stay in the text: they are part of the report.
    """
    match = _FORM.match(text, 0, _LONGEST)
    if not match:
        return None
    date, agency = match["date"], match["agency"] or match["slashed"]
    has_dash = not match[0].rstrip().endswith(".")
    if not (has_dash or agency or date) or match["place"].split()[0].rstrip(":").lower() in _NO_PLACE:
        return None
    if not match["place"].split(",")[0].isupper() and not (agency or (date and has_dash)):
        return None
    return Dateline(match[0].rstrip(" \t-–—").rstrip(), match["place"], date, agency.strip() if agency else None)
