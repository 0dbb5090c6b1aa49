"""Discourse: one report as its speakers are looked for in it: its names, its outlets, its form, whom it mentions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from sayso.model.lineage import Credit
from sayso.model.report import Report
from sayso.resolve.credit import find_credits
from sayso.resolve.floor import Floor
from sayso.resolve.heard import Heard
from sayso.resolve.interview import find_answers
from sayso.resolve.issued import find_issued
from sayso.resolve.layout import Layout
from sayso.resolve.mentioned import Mentioned, find_mentioned, recall
from sayso.resolve.outlet import Asked, is_agency
from sayso.resolve.roster import Roster, call_roll

SpanKey = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Outlets:
    """The report's own outlet (None: the page does not say), all that the batch and knowledge know, and the names of
    those that are known as news agencies.
    """

    own: str | None
    known: Asked
    agencies: frozenset[str] = frozenset()

    def is_agency(self, name: str) -> bool:
        """Whether an outlet is a news agency, by knowledge or by its name."""
        return name in self.agencies or is_agency(name)


@dataclass(frozen=True)
class Discourse:
    """What holds of a whole report before any speaker is resolved.

    `credits` are the outlets that it says it takes from, `floors` the stretches that somebody speaks from end to end.
    """

    roster: Roster
    outlets: Outlets
    credits: tuple[Credit, ...] = ()
    floors: tuple[Floor, ...] = ()

    @property
    def text(self) -> str:
        """The report's clean text."""
        return self.roster.text

    @property
    def layout(self) -> Layout:
        """Its paragraphs and sentences."""
        return self.roster.layout

    @cached_property
    def mentioned(self) -> tuple[Mentioned, ...]:
        """Whom and what the text mentions, in order; found when a pronoun first asks."""
        return find_mentioned(self.roster)

    def recall(self, heard: Heard) -> Mentioned:
        """A speaker as one of those mentioned; each is made once."""
        found = self._recalled.get(heard)
        if found is None:
            found = self._recalled[heard] = recall(heard, layout=self.layout)
        return found

    @cached_property
    def _recalled(self) -> dict[Heard, Mentioned]:
        return {}


@dataclass(frozen=True, slots=True)
class Hearing:
    """The speakers of a reading, resolved: in the order of the text, and by their places."""

    row: tuple[Heard, ...] = ()
    by_place: Mapping[SpanKey, Heard] = field(default_factory=dict)

    def without(self, at: int | None) -> Sequence[Heard]:
        """All but the one who stands at a place."""
        return [each for each in self.row if each.at != at]


def open_discourse(report: Report, *, outlets: Outlets) -> Discourse:
    """The discourse of a report."""
    roster = call_roll(report.text, title=report.title)
    issued = find_issued(roster, title=report.title, outlet=report.outlet)
    guest = issued[0].who if issued else ""
    answers = find_answers(roster, title=report.title, outlet=report.outlet, guest=guest)
    credits_ = find_credits(roster, outlet=report.outlet, outlets=outlets.known)
    return Discourse(roster, outlets, credits_, (*answers, *issued))
