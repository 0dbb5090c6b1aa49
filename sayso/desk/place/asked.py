"""Asked: what a place's page is asked for: a day of the world, a day of knowing, a day of this record."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from sayso.errors import UsageError
from sayso.model.asof import AsOf
from sayso.model.values import edtf

LATEST, DISPUTED = "latest", "disputed"
NOW = AsOf()


@dataclass(frozen=True, slots=True)
class Asked:
    """The question in the page's address; days are EDTF, None where not asked."""

    on: str | None = None
    as_of: AsOf = NOW
    order: str = LATEST

    def ordered(self, order: str) -> Asked:
        """The same question with the events in another order."""
        return replace(self, order=order)

    @property
    def query(self) -> str:
        """The question as it stands in an address, empty or with its question mark."""
        given = {
            "on": self.on,
            "as_known_on": self.as_of.known_on,
            "as_recorded_on": self.as_of.recorded_on,
            "order": self.order if self.order != LATEST else None,
        }
        told = {name: value for name, value in given.items() if value}
        return f"?{urlencode(told)}" if told else ""


def read_question(on: str, as_known_on: str, as_recorded_on: str, order: str) -> Asked:
    """The question, each part empty where it is not asked. Raises UsageError for what is no date."""
    for name, text in (("on", on), ("as_known_on", as_known_on), ("as_recorded_on", as_recorded_on)):
        if text and not edtf.is_valid(text):
            raise UsageError(f"{name}: “{text[:40]}” is no date; write it as 2020-05-28, 2020-05 or 2020")
    return Asked(
        on or None, AsOf(as_known_on or None, as_recorded_on or None), DISPUTED if order == DISPUTED else LATEST
    )
