"""Rejected: what a model said of a report and could not be taken, with the reason."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

_LONGEST = 400  # characters of what was said: enough to recognise it


@dataclass(frozen=True, slots=True)
class Rejected:
    """A claim of an answer that was not taken. `said` is its JSON, cut where it is long, safe to print."""

    report: str
    address: str
    said: str
    reason: str

    @property
    def caption(self) -> str:
        """One line for a person."""
        return f"{self.address}: {self.reason}: {self.said}"


def reject(report: str, address: str, given: object, reason: str) -> Rejected:
    """The record of a refused claim; signs that no screen shows (control codes, half letters) are replaced."""
    said = _show(given)
    cut = said if len(said) <= _LONGEST else said[:_LONGEST] + "…"
    return Rejected(report, address, make_printable(cut), make_printable(reason))


def _show(given: object) -> str:
    """The JSON of what was said, without its empty fields."""
    plain = {k: v for k, v in given.items() if v not in (None, [])} if isinstance(given, Mapping) else given
    try:
        return json.dumps(plain, ensure_ascii=False)
    except RecursionError:
        return "(lists in lists without end)"


def make_printable(text: str) -> str:
    """The text with a replacement sign for whatever cannot be printed on a line."""
    return "".join(sign if sign.isprintable() else "�" for sign in text)
