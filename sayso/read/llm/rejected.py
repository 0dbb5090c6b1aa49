"""Rejected: what a model said of a report and could not be taken, with the reason."""

from __future__ import annotations

import json
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
        return f"{self.address}: rejected, {self.reason}: {self.said}"


def reject(report: str, address: str, given: object, reason: str) -> Rejected:
    """The record of a refused claim; signs that no screen shows (control codes, half letters) are replaced."""
    said = json.dumps(given, ensure_ascii=False, default=str)
    cut = said if len(said) <= _LONGEST else said[:_LONGEST] + "…"
    return Rejected(report, address, make_printable(cut), make_printable(reason))


def make_printable(text: str) -> str:
    """The text with a replacement sign for whatever cannot be printed on a line."""
    return "".join(sign if sign.isprintable() else "�" for sign in text)
