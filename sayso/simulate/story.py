"""Story: how an incident comes into the press: who tells it first, and who derives from whom after that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from sayso.model.identity import identify
from sayso.model.lineage import Relation
from sayso.model.values.stance import ClaimType
from sayso.simulate.counting import count_about, spoil
from sayso.simulate.draft import Draft, Parent
from sayso.simulate.happening import Figure, Happening, Utterance
from sayso.simulate.line import Fill, Line, choose_line, say_day
from sayso.simulate.names import respell, slug
from sayso.simulate.plot import Incident, Seen, Stage
from sayso.simulate.press import Press
from sayso.simulate.settings import Settings

_WITNESSES = (
    "a resident",
    "a shopkeeper",
    "a nurse",
    "a teacher",
    "a farmer",
    "a driver",
    "a local official",
    "a doctor",
    "an elder",
    "a student",
)
_SOURCES = ("a security source", "a military source", "a diplomat", "an officer who asked not to be named")
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
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


class Desk:
    """Makes the drafts of one theatre."""

    def __init__(self, stage: Stage, press: Press, settings: Settings) -> None:
        self.stage, self.settings = stage, settings
        self.rng: Random = stage.rng
        self.wires = self.rng.sample(press.wires, min(2, len(press.wires)))
        self.outlets = self.rng.sample(press.outlets, min(24, len(press.outlets)))
        self.drafts: list[Draft] = []
        self._held: dict[str, Happening] = {}

    def tell(self, incident: Incident, like: Draft | None) -> Draft:
        """All reports on an incident; `like` is the wire's report on one that was like it. Gives the wire's report."""
        rng = self.rng
        wire = like.outlet if like else rng.choice(self.wires)
        first = self._tell_first(incident, wire, like=like)
        others = rng.sample(self.outlets, rng.choice((0, 1, 1, 2)))
        firsts = [first, *(self._tell_first(incident, outlet, wire=first) for outlet in others)]
        self._pass_on(incident, firsts)
        if rng.random() < 0.25:
            self._update(incident, first)
        if rng.random() < 0.15 and incident.seen:
            self._cite_in_a_ring(incident)
        return first

    def _add(self, draft: Draft) -> Draft:
        self.drafts.append(draft)
        return draft

    def _draft(self, incident: Incident, outlet: Figure, day: date, lines: Sequence[Line], **more: object) -> Draft:
        number = len(self.drafts) + 1
        title = _TITLES[incident.kind].format(incident.place.name)
        address = f"https://{slug(outlet.name)}.example/{slug(self.stage.theatre)}/{number}"
        made = Draft(number, outlet, day, tuple(lines), title, address=address, tags=incident.tags)
        return replace(made, **more)  # type: ignore[arg-type]  # the fields of a draft

    # first tellings

    def _tell_first(
        self, incident: Incident, outlet: Figure, *, like: Draft | None = None, wire: Draft | None = None
    ) -> Draft:
        """A report of an outlet's own: what the named say, what its own witnesses saw, and what the wire had, if any."""
        rng = self.rng
        day = incident.day + timedelta(days=rng.choice((0, 0, 1)))
        is_dated = like is not None or rng.random() >= self.settings.undated
        told = day if is_dated else None
        said = list(incident.said) if wire is None else rng.sample(incident.said, max(1, len(incident.said) * 2 // 3))
        utterances = [*said, *self._find_witnesses(incident, outlet, day), *self._background(incident, outlet)]
        lines = [self._word(utterance, told, like) for utterance in utterances]
        parents: tuple[Parent, ...] = ()
        if wire and rng.random() < 0.35:
            borrowed = self._borrow(wire, told)
            lines += borrowed
            parents = (Parent(wire, Relation.CREDIT),) if borrowed else ()
        lines = self._respell(lines)
        return self._add(
            self._draft(
                incident, outlet, day, lines, head=self._dateline(outlet, day), parents=parents, is_dated=is_dated
            )
        )

    def _word(self, utterance: Utterance, told: date | None, like: Draft | None) -> Line:
        """Words for an utterance, those of a report on a thing like it where there is one."""
        again = [line for line in like.lines if line.utterance.wording == utterance.wording] if like else []
        return choose_line(utterance, told, self.rng, like=again[0] if again else None)

    def _find_witnesses(self, incident: Incident, outlet: Figure, day: date) -> list[Utterance]:
        """What the unnamed tell this outlet: of each thing that can be seen, one has something to tell or none."""
        rng = self.rng
        found = []
        for seen in incident.seen:
            if rng.random() < 0.6:
                words = rng.choice(_WITNESSES if rng.random() < 0.75 else _SOURCES)
                found.append(self.stage.testify(seen, outlet.name, words, day))
        return found

    def _background(self, incident: Incident, outlet: Figure) -> list[Utterance]:
        """What the outlet says itself: who held the town before, who did not answer; and what somebody makes of it."""
        stage, rng, found = self.stage, self.rng, []
        if incident.kind == "fall" and rng.random() < 0.3 and (held := self._held_before(incident)):
            found.append(
                stage.utter(held[0], "held", None, held[1], voice=outlet.voice, doer=held[2], told=incident.day)
            )
        if rng.random() < 0.15:
            silent = stage.happening(ClaimType.SILENCE, incident.place, incident.day, incident.tags)
            actor = rng.choice(stage.cast.parties).body
            parts: dict[str, Figure | str] = {"actor": actor, "place": incident.place}
            found.append(stage.utter(silent, "silence", None, parts, voice=outlet.voice, told=incident.day))
        if rng.random() < 0.2:
            judged = stage.happening(ClaimType.STATEMENT, incident.place, incident.day, incident.tags)
            parts = {"actor": rng.choice(stage.cast.parties).body, "place": incident.place, "other": stage.cast.capital}
            found.append(stage.utter(judged, "judged", rng.choice(stage.cast.notables), parts, told=incident.day))
        return found

    def _held_before(self, incident: Incident) -> tuple[Happening, dict[str, Figure | str], str] | None:
        """The state before the first fall of a town: it is one happening, whoever recalls it."""
        loser = incident.said[0].parts.get("loser")
        if not isinstance(loser, Figure) or "again" in incident.tags:
            return None
        place = incident.place
        if place.id not in self._held:
            self._held[place.id] = self.stage.happening(ClaimType.HOLD, place, incident.day, incident.tags)
        held = self._held[place.id]
        year = str(incident.day.year - 2 - len(place.name) % 4)
        return held, {"actor": loser, "place": place, "year": year}, loser.voice

    def _borrow(self, wire: Draft, told: date | None) -> list[Line]:
        """A line that an outlet has from the wire and says so."""
        own = [line for line in wire.lines if line.utterance.speaker is not None and not line.utterance.speaker.id]
        if not own:
            return []
        return [choose_line(self.rng.choice(own).utterance, told, self.rng, via=(wire.outlet,))]

    def _dateline(self, outlet: Figure, day: date) -> str:
        """A wire's dateline; another outlet has none."""
        if outlet not in self.wires:
            return ""
        return f"{self.stage.cast.capital.name.upper()}, {_MONTHS[day.month - 1]} {day.day} ({outlet.name}) - "

    def _respell(self, lines: list[Line]) -> list[Line]:
        """The lines with one name spelt in another way throughout, now and then."""
        rng, settings = self.rng, self.settings
        if rng.random() >= 2 * settings.loose_names:
            return lines
        figures = {
            fill.figure.id: fill.figure
            for line in lines
            for fill in line.fills.values()
            if fill.figure and fill.figure.id and fill.figure.name in fill.text and " " not in fill.figure.name
        }
        figures |= {
            line.utterance.speaker.id: line.utterance.speaker
            for line in lines
            if line.utterance.speaker and line.utterance.speaker.id and "|" in line.utterance.speaker.forms[0]
        }
        if not figures:
            return lines
        figure = figures[rng.choice(sorted(figures))]
        odd = respell(figure.name, rng)
        if rng.random() < 0.5:
            other = replace(figure, id=identify("e", "loose", figure.id, odd), names=(odd,))
        else:
            other = replace(figure, names=(*figure.names, odd))
        return [_spell_line(line, figure, other, odd) for line in lines]

    # derived reports

    def _pass_on(self, incident: Incident, firsts: Sequence[Draft]) -> None:
        """The reports that derive from those of the first tellers."""
        rng = self.rng
        if self.settings.copies <= 0:
            return
        number = min(round(rng.expovariate(1 / self.settings.copies)), 12)
        takers = rng.sample(self.outlets, min(number, len(self.outlets)))
        told = {draft.outlet for draft in firsts}
        for outlet in takers:
            if outlet in told:
                continue
            told.add(outlet)
            parent = firsts[0] if rng.random() < 0.75 else rng.choice(firsts)
            self._derive(incident, parent, outlet)

    def _derive(self, incident: Incident, parent: Draft, outlet: Figure) -> Draft:
        chance = self.rng.random()
        if chance < 0.30:
            return self._copy(incident, parent, outlet)
        if chance < 0.42:
            return self._print_same_bytes(incident, parent, outlet)
        if chance < 0.60:
            return self._cut(incident, parent, outlet)
        if chance < 0.78:
            return self._rewrite(incident, parent, outlet)
        if chance < 0.90:
            return self._translate(incident, parent, outlet)
        return self._credit(incident, parent, outlet)

    def _later(self, parent: Draft) -> date:
        return parent.day + timedelta(days=self.rng.choice((0, 0, 1, 1, 2)))

    def _is_dated(self) -> bool:
        return self.rng.random() >= self.settings.undated

    def _copy(self, incident: Incident, parent: Draft, outlet: Figure) -> Draft:
        """The same lines under the outlet's own name, the source named in the dateline, at the foot, or nowhere."""
        rng, source = self.rng, parent.outlet
        day, where = self._later(parent), rng.random()
        head, foot, credited = "", "", None
        if where < 0.4:
            head, credited = f"{self.stage.cast.capital.name.upper()} ({source.name}) - ", source
        elif where < 0.7:
            foot, credited = f"Source: {source.name}", source
        lines = self._slip(parent.lines, day, chance=self.settings.slips / 2)
        return self._derived(
            incident, parent, outlet, day, lines, Relation.COPY, head=head, foot=foot, credited=credited
        )

    def _print_same_bytes(self, incident: Incident, parent: Draft, outlet: Figure) -> Draft:
        """The very same text, dateline included."""
        named = parent.outlet if parent.head else None
        tags = parent.tags | {"same bytes"}
        return self._derived(
            incident,
            parent,
            outlet,
            self._later(parent),
            parent.lines,
            Relation.COPY,
            head=parent.head,
            foot=parent.foot,
            credited=named,
            is_translated=parent.is_translated,
            tags=tags,
        )

    def _cut(self, incident: Incident, parent: Draft, outlet: Figure) -> Draft:
        """The first lines only."""
        kept = parent.lines[: max(2, len(parent.lines) * self.rng.randrange(50, 90) // 100)]
        day = self._later(parent)
        foot, credited = ("", None) if self.rng.random() < 0.5 else (f"Source: {parent.outlet.name}", parent.outlet)
        lines = self._slip(kept, day, chance=self.settings.slips / 2)
        return self._derived(incident, parent, outlet, day, lines, Relation.COPY, foot=foot, credited=credited)

    def _rewrite(self, incident: Incident, parent: Draft, outlet: Figure) -> Draft:
        """Half of the lines in other words and another order; the source named in a line, or nowhere."""
        rng, day = self.rng, self._later(parent)
        is_dated = self._is_dated()
        told = day if is_dated else None
        lines = [
            line if rng.random() < 0.5 else choose_line(line.utterance, told, rng, via=line.via)
            for line in parent.lines
        ]
        if len(lines) > 3:
            at = rng.randrange(1, len(lines) - 1)
            lines = [*lines[:at], *reversed(lines[at : at + 2]), *lines[at + 2 :]]
        if rng.random() < 0.6:
            at = rng.randrange(len(lines))
            if not lines[at].via:
                lines[at] = choose_line(lines[at].utterance, told, rng, via=(parent.outlet,))
        lines = self._slip(self._respell(lines), told, chance=self.settings.slips)
        return self._derived(incident, parent, outlet, day, lines, Relation.REWRITE, is_dated=is_dated)

    def _translate(self, incident: Incident, parent: Draft, outlet: Figure) -> Draft:
        """Marked as translated, each line in other words, two of them in another order."""
        rng, day = self.rng, self._later(parent)
        lines = list(self._respell(list(parent.lines)))
        if len(lines) > 2:
            at = rng.randrange(len(lines) - 1)
            lines[at], lines[at + 1] = lines[at + 1], lines[at]
        source = parent.outlet.name
        head = f"{source} published this report (translated here by {outlet.name}).\n\n"
        return self._derived(
            incident,
            parent,
            outlet,
            day,
            self._slip(lines, day, chance=self.settings.slips),
            Relation.TRANSLATION,
            head=head,
            credited=parent.outlet,
            is_translated=True,
        )

    def _credit(self, incident: Incident, parent: Draft, outlet: Figure) -> Draft:
        """A short item that has two lines from another outlet, and names it in each."""
        rng, day = self.rng, self._later(parent)
        chosen = [line for line in parent.lines if not line.via][:2]
        lines = [choose_line(line.utterance, day, rng, via=(parent.outlet,)) for line in chosen]
        return self._derived(incident, parent, outlet, day, lines, Relation.CREDIT)

    def _derived(
        self,
        incident: Incident,
        parent: Draft,
        outlet: Figure,
        day: date,
        lines: Sequence[Line],
        relation: Relation,
        **more: object,
    ) -> Draft:
        more = {"is_dated": self._is_dated(), "tags": incident.tags | {str(relation)}, **more}
        return self._add(self._draft(incident, outlet, day, lines, parents=(Parent(parent, relation),), **more))

    def _slip(self, lines: Sequence[Line], told: date | None, *, chance: float) -> list[Line]:
        """The lines, one of them with a wrong number or a wrong day, now and then."""
        rng = self.rng
        if rng.random() >= chance:
            return list(lines)
        at = rng.randrange(len(lines))
        line = lines[at]
        fills = dict(line.fills)
        if (count := fills.get("count")) and count.count:
            wrong = spoil(count.count, rng)
            fills["count"] = Fill(wrong.words, count=wrong)
            changed = replace(line, fills=fills, slip="number")
        elif "when" in fills and line.utterance.day:
            fills["when"] = say_day(line.utterance.day - timedelta(days=rng.choice((1, 2))), told, rng)
            changed = replace(line, fills=fills, slip="day")
        else:
            return list(lines)
        return [*lines[:at], changed, *lines[at + 1 :]]

    # later states, rings

    def _update(self, incident: Incident, first: Draft) -> None:
        """The wire's later state of its report: a speaker has counted again, or a wrong number is put right."""
        rng = self.rng
        counted = [n for n, line in enumerate(first.lines) if line.utterance.count and not line.via]
        if not counted:
            return
        at, day = rng.choice(counted), first.day + timedelta(days=rng.randrange(1, 5))
        old = first.lines[at].utterance
        if (count := old.count) is None:
            return
        number = int(count.best or count.low or 1)
        later = count_about(number + rng.randrange(1, 9) + number // 3, count.noun, count.unit, rng)
        new = replace(old, id=f"{old.id}-later", count=later, told=day)
        line = choose_line(new, day, rng, like=first.lines[at])
        lines = [*first.lines[:at], line, *first.lines[at + 1 :]]
        head = f"Updated: this is a new version of our report of {_MONTHS[first.day.month - 1]} {first.day.day}.\n\n"
        self._add(
            self._draft(
                incident,
                first.outlet,
                day,
                lines,
                head=head,
                parents=(Parent(first, Relation.VERSION),),
                address=f"{first.address}-update",
                tags=incident.tags | {"version"},
            )
        )

    def _cite_in_a_ring(self, incident: Incident) -> None:
        """One outlet has it from a source of its own; a second cites the first; the first then cites the second."""
        rng = self.rng
        one, other = rng.sample(self.outlets, 2)
        day = incident.day
        seen: Seen = rng.choice(incident.seen)
        utterance = self.stage.testify(seen, one.name, rng.choice(_SOURCES), day)
        tags = incident.tags | {"ring"}
        origin = self._add(self._draft(incident, one, day, [choose_line(utterance, day, rng)], tags=tags))
        days = day + timedelta(days=1), day + timedelta(days=2)
        middle = self._add(
            self._draft(
                incident,
                other,
                days[0],
                [choose_line(utterance, days[0], rng, via=(one,), is_bare=True)],
                parents=(Parent(origin, Relation.CREDIT),),
                tags=tags,
            )
        )
        self._add(
            self._draft(
                incident,
                one,
                days[1],
                [choose_line(utterance, days[1], rng, via=(other,), is_bare=True)],
                parents=(Parent(middle, Relation.CREDIT),),
                tags=tags,
            )
        )


def _spell_line(line: Line, figure: Figure, other: Figure, odd: str) -> Line:
    """A line with a figure spelt in another way."""
    if not any(fill.figure is figure for fill in line.fills.values()):
        return line
    fills = {
        slot: replace(fill, text=fill.text.replace(figure.name, odd), figure=other)
        if fill.figure is figure and figure.name in fill.text
        else fill
        for slot, fill in line.fills.items()
    }
    return replace(line, fills=fills)
