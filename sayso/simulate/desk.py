"""Desk: where the drafts of one theatre are made and kept: which outlets hear of it, and what a draft begins with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from random import Random
from typing import Any

from sayso.model.identity import identify
from sayso.simulate.draft import Draft
from sayso.simulate.happening import Figure
from sayso.simulate.line import MONTHS, Line
from sayso.simulate.names import respell, slug
from sayso.simulate.plot import Incident, Stage
from sayso.simulate.press import Press
from sayso.simulate.settings import Settings
from sayso.simulate.wording import REMARKS

_TITLES = {
    "fall": "{} changes hands",
    "handover": "{} is handed over",
    "strike": "Strike on {}",
    "clash": "Fighting near {}",
    "raid": "Attack at {}",
    "siege": "{} cut off",
    "delivery": "Vehicles for the war at {}",
    "move": "Columns at {}",
    "talks": "Talks in {}",
}
_OUTLETS, _WIRES = 24, 2  # that one theatre is heard of by


class Desk:
    """The drafts of one theatre, in the order in which they are made, and whom its odd spellings stand for.

    `loose` are the lines with an odd spelling that nobody has folded into the right name.
    """

    def __init__(self, stage: Stage, press: Press, settings: Settings) -> None:
        self.stage, self.settings, self.press = stage, settings, press
        self.rng: Random = stage.rng
        self.wires = self.rng.sample(press.wires, min(_WIRES, len(press.wires)))
        self.outlets = self.rng.sample(press.outlets, min(_OUTLETS, len(press.outlets)))
        self.drafts: list[Draft] = []
        self.loose: set[Line] = set()
        self._remarks: set[str] = set()
        self.stands_for: dict[str, str] = dict(stage.cast.stands_for)

    def add(self, incident: Incident, outlet: Figure, day: date, lines: Sequence[Line], **more: Any) -> Draft:
        """A draft on an incident, kept; `more` are fields of a draft."""
        number = len(self.drafts) + 1
        made = Draft(
            number,
            outlet,
            day,
            tuple(lines),
            _TITLES[incident.kind].format(incident.place.name),
            address=f"https://{slug(outlet.name)}.example/{self.stage.theatre}/{number}",
            tags=incident.tags,
        )
        made = replace(made, **more)
        self.drafts.append(made)
        return made

    def dateline(self, outlet: Figure, day: date | None) -> str:
        """A wire's dateline, without a day in a report that gives none; another outlet has no dateline."""
        if outlet not in self.wires:
            return ""
        on = f", {MONTHS[day.month - 1]} {day.day}" if day else ""
        return f"{self.stage.cast.capital.name.upper()}{on} ({outlet.name}) - "

    def may_be_dated(self) -> bool:
        """Whether a report says when it came out."""
        return self.rng.random() >= self.settings.undated

    def remark(self, incident: Incident, number: int) -> tuple[str, ...]:
        """Sentences that claim nothing, none of them used before: those who share one have it from each other."""
        found = list[str]()
        while len(found) < number:
            form = self.rng.choice(REMARKS)
            text = form.format(place=incident.place.name, capital=self.stage.cast.capital.name)
            if text not in self._remarks or len(self._remarks) >= len(REMARKS):
                found.append(text)
            self._remarks.add(text)
        return tuple(found)

    def spell_oddly(self, lines: list[Line]) -> list[Line]:
        """The lines with one name in another spelling throughout, now and then; half of those are left loose."""
        rng = self.rng
        if rng.random() >= 2 * self.settings.loose_names:
            return lines
        figures = {figure.id: figure for line in lines for figure in _list_spellable(line)}
        if not figures:
            return lines
        figure = figures[rng.choice(sorted(figures))]
        odd = respell(figure.name, rng)
        if rng.random() < 0.5:
            other = replace(figure, id=identify("e", "loose", figure.id, odd), names=(odd,))
            self.stands_for[other.id] = self.stands_for.get(figure.id, figure.id)
        else:
            other = replace(figure, names=(*figure.names, odd))
        spelt = [_spell_line(line, figure, other, odd) for line in lines]
        if other.id != figure.id:
            self.loose.update(set(spelt) - set(lines))
        return spelt


def _list_spellable(line: Line) -> list[Figure]:
    """Places of one word and persons, as far as a line names them."""
    figures = [fill.figure for fill in line.fills.values() if fill.figure and fill.figure.name in fill.text]
    return [f for f in figures if f.id and (" " not in f.name or "|" in f.forms[0])]


def _spell_line(line: Line, figure: Figure, other: Figure, odd: str) -> Line:
    if not any(fill.figure is figure for fill in line.fills.values()):
        return line
    fills = {
        slot: replace(fill, text=fill.text.replace(figure.name, odd), figure=other)
        if fill.figure is figure and figure.name in fill.text
        else fill
        for slot, fill in line.fills.items()
    }
    return replace(line, fills=fills)
