"""Passing on: what outlets make of another's report: copies, cuts, rewrites, translations, items that credit it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from sayso.model.lineage import Relation
from sayso.simulate.counting import count_about, spoil
from sayso.simulate.desk import Desk
from sayso.simulate.draft import Draft, Parent
from sayso.simulate.happening import Figure
from sayso.simulate.line import MONTHS, Fill, Line, choose_line, say_day
from sayso.simulate.plot import Incident
from sayso.simulate.telling import SOURCES, list_sayings
from sayso.simulate.wording import Saying

_MOST = 14  # outlets that take over one story, a flood aside


class PassingOn:
    """Derived reports of one theatre."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.rng, self.settings = desk, desk.rng, desk.settings
        self._said: dict[Draft, frozenset[Saying]] = {}

    def spread(self, incident: Incident, firsts: Sequence[Draft]) -> None:
        """The reports that derive from those of the first tellers, mostly from the wire's, which comes first."""
        rng, desk = self.rng, self.desk
        if self.settings.copies <= 0:
            return
        number = min(round(rng.expovariate(1 / self.settings.copies)), _MOST)
        told = {draft.outlet.id for draft in firsts}
        self._said = {draft: list_sayings(draft) for draft in firsts}
        passed: list[Draft] = []
        for outlet in rng.sample(desk.outlets, min(number, len(desk.outlets))):
            if outlet.id not in told:
                passed.append(self._derive(incident, self._choose_parent(firsts, passed), outlet))

    def _choose_parent(self, firsts: Sequence[Draft], passed: Sequence[Draft]) -> Draft:
        """The wire mostly; now and then another first teller, or one that has it from the wire and changed it."""
        chance = self.rng.random()
        changed = [draft for draft in passed if draft.parents[0].relation in (Relation.REWRITE, Relation.TRANSLATION)]
        if chance < 0.12 and changed:
            return self.rng.choice(changed)
        return firsts[0] if chance < 0.75 else self.rng.choice(firsts)

    def flood(self, incident: Incident, wire: Draft, outlets: Sequence[Figure]) -> None:
        """One wire in many outlets: most print it as it is, some under their own name."""
        rng = self.rng
        short = replace(incident, tags=incident.tags | {"flood"})
        for outlet in outlets:
            if rng.random() < 0.7:
                self._print_same_bytes(short, wire, outlet)
            else:
                self._copy(short, wire, outlet)

    def take_over(self, incident: Incident, wire: Draft, outlets: Sequence[Figure]) -> None:
        """A wire of the world in some outlets, each of which names it."""
        for outlet in outlets:
            self._print_same_bytes(incident, wire, outlet)

    def _derive(self, incident: Incident, parent: Draft, outlet: Figure) -> Draft:
        """What becomes of a report: copies of all sorts are the most."""
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

    def _copy(self, incident: Incident, parent: Draft, outlet: Figure) -> Draft:
        """The same lines under the outlet's own name, the source named in the dateline, at the foot, or nowhere."""
        source, where = parent.outlet, self.rng.random()
        named: dict[str, Any] = {}
        if where < 0.4:
            capital = self.desk.stage.cast.capital.name.upper()
            named = {"head": f"{capital} ({source.name}) - ", "credited": source}
        elif where < 0.7:
            named = {"foot": f"Source: {source.name}", "credited": source}
        day = self._find_day(parent)
        lines = self._slip(parent.lines, day, chance=self.settings.slips / 2)
        return self._add(incident, parent, outlet, day, lines, Relation.COPY, **named, remarks=parent.remarks)

    def _print_same_bytes(self, incident: Incident, parent: Draft, outlet: Figure) -> Draft:
        """The very same text, dateline included."""
        return self._add(
            incident,
            parent,
            outlet,
            self._find_day(parent),
            parent.lines,
            Relation.COPY,
            head=parent.head,
            foot=parent.foot,
            credited=parent.outlet if parent.head and not parent.credited else parent.credited,
            is_translated=parent.is_translated,
            is_dated=parent.is_dated or self.desk.may_be_dated(),
            remarks=parent.remarks,
            tags=incident.tags | {"copy", "same bytes"},
        )

    def _cut(self, incident: Incident, parent: Draft, outlet: Figure) -> Draft:
        """The first lines only."""
        kept = parent.lines[: max(2, len(parent.lines) * self.rng.randrange(50, 90) // 100)]
        day, source = self._find_day(parent), parent.outlet
        named = {} if self.rng.random() < 0.5 else {"foot": f"Source: {source.name}", "credited": source}
        lines = self._slip(kept, day, chance=self.settings.slips / 2)
        return self._add(incident, parent, outlet, day, lines, Relation.COPY, **named, tags=incident.tags | {"cut"})

    def _rewrite(self, incident: Incident, parent: Draft, outlet: Figure) -> Draft:
        """Two lines in three in other words, two in another order; the source named in a line, or nowhere."""
        rng, day = self.rng, self._find_day(parent)
        is_dated = self.desk.may_be_dated()
        told = day if is_dated else None
        kept = rng.sample(range(len(parent.lines)), len(parent.lines) // 3)
        lines = self._swap(
            [line if n in kept else self._reword(line, told, parent) for n, line in enumerate(parent.lines)]
        )
        if rng.random() < 0.6:
            at = rng.randrange(len(lines))
            if not lines[at].via:
                lines[at] = choose_line(lines[at].utterance, told, rng, via=(parent.outlet,), known=lines[at])
        lines = self._slip(self.desk.spell_oddly(lines), told, chance=self.settings.slips)
        return self._add(incident, parent, outlet, day, lines, Relation.REWRITE, is_dated=is_dated)

    def _reword(self, line: Line, told: date | None, parent: Draft) -> Line:
        """The same in other words, which are not by chance those of somebody who has it from elsewhere."""
        others = (said for draft, said in self._said.items() if draft is not parent)
        avoid = frozenset({line.saying, line.frame}).union(*others)
        return choose_line(line.utterance, told, self.rng, via=line.via, known=line, avoid=avoid)

    def _translate(self, incident: Incident, parent: Draft, outlet: Figure) -> Draft:
        """Marked as translated, each line in other words, two of them in another order."""
        rng, day = self.rng, self._find_day(parent)
        is_dated = self.desk.may_be_dated()
        told = day if is_dated else None
        lines = [line if rng.random() < 0.4 else self._reword(line, told, parent) for line in parent.lines]
        lines = self._slip(self.desk.spell_oddly(self._swap(lines)), told, chance=self.settings.slips)
        return self._add(
            incident,
            parent,
            outlet,
            day,
            lines,
            Relation.TRANSLATION,
            head=f"{parent.outlet.name} published this report (translated here by {outlet.name}).\n\n",
            credited=parent.outlet,
            is_translated=True,
            is_dated=is_dated,
            remarks=parent.remarks,
        )

    def _credit(self, incident: Incident, parent: Draft, outlet: Figure) -> Draft:
        """A short item that has a line or two from another outlet, less than half of them, and names it in each."""
        rng, day = self.rng, self._find_day(parent)
        chosen = [line for line in parent.lines if not line.via][: min(2, (len(parent.lines) - 1) // 2)]
        if not chosen:
            return self._copy(incident, parent, outlet)
        lines = [choose_line(line.utterance, day, rng, via=(parent.outlet,), known=line) for line in chosen]
        remarks = self.desk.remark(incident, 1)
        return self._add(incident, parent, outlet, day, lines, Relation.CREDIT, is_dated=True, remarks=remarks)

    def _add(
        self,
        incident: Incident,
        parent: Draft,
        outlet: Figure,
        day: date,
        lines: Sequence[Line],
        relation: Relation,
        **more: Any,
    ) -> Draft:
        more = {
            "is_dated": self.desk.may_be_dated(),
            "tags": incident.tags | {str(relation)},
            "parents": (Parent(parent, relation),),
            **more,
        }
        return self.desk.add(incident, outlet, day, lines, **more)

    def _find_day(self, parent: Draft) -> date:
        return parent.day + timedelta(days=self.rng.choice((0, 0, 1, 1, 2)))

    def _swap(self, lines: Sequence[Line]) -> list[Line]:
        """The lines with two neighbours exchanged."""
        found = list(lines)
        if len(found) > 2:
            at = self.rng.randrange(len(found) - 1)
            found[at], found[at + 1] = found[at + 1], found[at]
        return found

    def _slip(self, lines: Sequence[Line], told: date | None, *, chance: float) -> list[Line]:
        """The lines, one of them with a wrong number or a wrong day, now and then."""
        rng = self.rng
        if rng.random() >= chance:
            return list(lines)
        at = rng.randrange(len(lines))
        line, fills = lines[at], dict(lines[at].fills)
        if (given := fills.get("count")) and given.count:
            wrong = spoil(given.count, rng)
            fills["count"] = Fill(wrong.words, count=wrong)
            changed = replace(line, fills=fills, slip="number")
        elif "when" in fills and line.utterance.day:
            fills["when"] = say_day(line.utterance.day - timedelta(days=rng.choice((1, 2))), told, rng)
            changed = replace(line, fills=fills, slip="day")
        else:
            return list(lines)
        return [*lines[:at], changed, *lines[at + 1 :]]

    def correct(self, incident: Incident, drafts: Sequence[Draft]) -> None:
        """Outlets that got a number or a day wrong put it right in a later version of their report, most of them."""
        for draft in drafts:
            if any(line.slip for line in draft.lines) and self.rng.random() < 0.6:
                day = draft.day + timedelta(days=self.rng.randrange(1, 5))
                lines = [self._put_right(line, day) for line in draft.lines]
                head = "Correction: an earlier version of this report was wrong in one place.\n\n"
                self._add_version(incident, draft, day, lines, head)

    def _put_right(self, line: Line, day: date) -> Line:
        return choose_line(line.utterance, day, self.rng, like=line) if line.slip else line

    def update(self, incident: Incident, first: Draft) -> None:
        """The wire's later state of its report: a speaker has counted again."""
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
        head = f"Updated: this is a new version of our report of {MONTHS[first.day.month - 1]} {first.day.day}.\n\n"
        self._add_version(incident, first, day, [*first.lines[:at], line, *first.lines[at + 1 :]], head)

    def _add_version(self, incident: Incident, draft: Draft, day: date, lines: list[Line], head: str) -> None:
        self.desk.add(
            incident,
            draft.outlet,
            day,
            lines,
            head=head + draft.head if draft.is_translated else head,
            credited=draft.credited if draft.is_translated else None,
            is_translated=draft.is_translated,
            parents=(Parent(draft, Relation.VERSION),),
            address=f"{draft.address}-update",
            tags=incident.tags | {"version"},
            remarks=draft.remarks,
        )

    def cite_in_a_ring(self, incident: Incident) -> None:
        """One outlet has it from a source of its own; a second cites the first; the first then cites the second."""
        rng, desk = self.rng, self.desk
        one, other = rng.sample(desk.outlets, 2)
        days = [incident.day + timedelta(days=days) for days in range(3)]
        said = desk.stage.testify(rng.choice(incident.seen), one.name, rng.choice(SOURCES), days[0])
        tags = incident.tags | {"ring"}
        draft = desk.add(
            incident, one, days[0], [choose_line(said, days[0], rng)], tags=tags, remarks=desk.remark(incident, 1)
        )
        for day, outlet, cited in ((days[1], other, one), (days[2], one, other)):
            line = choose_line(said, day, rng, via=(cited,), known=draft.lines[0], is_bare=True)
            parents = (Parent(draft, Relation.CREDIT),)
            remarks = desk.remark(incident, 1)
            draft = desk.add(incident, outlet, day, [line], parents=parents, tags=tags, remarks=remarks)
