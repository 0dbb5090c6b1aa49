"""Tie: the words of entries about other entries, checked when all files are read: whom they lead to, and when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from sayso.knowledge.check import Draft, Tie, is_before, read_bounds
from sayso.knowledge.nearest import Keys
from sayso.model.entity import Affiliation
from sayso.model.knowledge import Entry, EntryType, Fault, identify_entry, say_source
from sayso.model.values import edtf

_OPEN = edtf.Bounds(None, None)


@dataclass(slots=True)
class _Ways:
    """The ways from entry to entry that were taken so far, each with the days on which it is open."""

    onward: dict[str, list[tuple[str, edtf.Bounds]]] = field(default_factory=lambda: defaultdict(list))

    def add(self, whose: str, of: str, when: edtf.Bounds) -> None:
        self.onward[whose].append((of, when))

    def find(self, start: str, end: str, when: edtf.Bounds) -> tuple[str, ...]:
        """The entries on a way from start to end that is open on one day all along; empty if there is none."""
        if start != end and start not in self.onward:
            return ()
        waiting: list[tuple[tuple[str, ...], edtf.Bounds]] = [((start,), when)]
        seen: set[tuple[str, edtf.Bounds]] = set()
        while waiting:
            path, days = waiting.pop()
            if path[-1] == end:
                return path
            for of, open_ in self.onward.get(path[-1], ()):
                if open_.meets(days) and (state := (of, _meeting(open_, days))) not in seen:
                    seen.add(state)
                    waiting.append(((*path, of), state[1]))
        return ()


def tie_entries(drafts: Mapping[str, Draft], ties: Mapping[str, Iterable[Tie]]) -> tuple[list[Entry], list[Fault]]:
    """The entries with those affiliations, owners and families that can be so, and a fault for each that cannot.

    An affiliation must lead to another entry, within a person's life, and never back to where it
    began while all of its way holds. `ties` are the affiliations by the key of whose they are.
    """
    tying = _Tying(Keys(drafts))
    return [tying.tie(draft, ties.get(key, ())) for key, draft in drafts.items()], tying.faults


@dataclass(slots=True)
class _Tying:
    """What was tied so far: the ways taken by affiliations, owners and families, and what was found wrong."""

    keys: Keys
    affiliations: _Ways = field(default_factory=_Ways)
    owners: _Ways = field(default_factory=_Ways)
    families: _Ways = field(default_factory=_Ways)
    faults: list[Fault] = field(default_factory=list)

    def tie(self, draft: Draft, ties: Iterable[Tie]) -> Entry:
        """The entry of a draft, with what it says of others."""
        kept = tuple(dict.fromkeys(self._affiliate(draft.entry, ties)))
        owner = self._lead(draft, "owner", draft.owner, self.owners)
        part_of = self._lead(draft, "part_of", draft.part_of, self.families)
        return replace(draft.entry, affiliations=kept, owner=owner, part_of=part_of)

    def _affiliate(self, entry: Entry, ties: Iterable[Tie]) -> Iterator[Affiliation]:
        for tie in ties:
            wrong = self._wrong(entry, tie)
            if wrong:
                self.faults.append(Fault(tie.file, tie.line, wrong))
                continue
            self.affiliations.add(entry.key, tie.of, _days(tie.start, tie.end))
            because = say_source(entry.key, tie.source or entry.source)
            yield Affiliation(identify_entry(tie.of), because, tie.start, tie.end, tie.role)

    def _wrong(self, entry: Entry, tie: Tie) -> str | None:
        if tie.of == entry.key:
            return f"{entry.key} is affiliated to itself; name another entry"
        if tie.of not in self.keys:
            return f"{entry.key} has an affiliation, but {self.keys.describe_missing(tie.of)}"
        return _outside_life(entry, tie) or self._ring(entry, tie)

    def _ring(self, entry: Entry, tie: Tie) -> str | None:
        ring = self.affiliations.find(tie.of, entry.key, _days(tie.start, tie.end))
        if not ring:
            return None
        way = " → ".join((entry.key, *ring))
        return f"the affiliations {way} are a ring at one time; leave one out, or give them dates that do not meet"

    def _lead(self, draft: Draft, name: str, key: str | None, ways: _Ways) -> str | None:
        """The identifier of the entry that an owner or a family is; None if there is none such."""
        if key is None:
            return None
        wrong, own = None, draft.entry.key
        if key not in self.keys:
            wrong = f"“{name}” of {own}: {self.keys.describe_missing(key)}"
        elif ways.find(key, own, _OPEN):
            wrong = f"“{name}” of {own} leads over {key} back to {own}; name another entry"
        if wrong:
            self.faults.append(Fault(draft.path, draft.entry.line, wrong))
            return None
        ways.add(own, key, _OPEN)
        return identify_entry(key)


def _outside_life(entry: Entry, tie: Tie) -> str | None:
    if entry.type is not EntryType.PERSON:
        return None
    return describe_outside_life(entry.key, (entry.start, entry.end), tie.start, tie.end)


def describe_outside_life(
    key: str, life: tuple[str | None, str | None], start: str | None, end: str | None
) -> str | None:
    """What is wrong with the dates of a person's affiliation, measured by birth and death; None if nothing is."""
    born, died = life
    for date, word in ((start, "from"), (end, "until")):
        if date and born and is_before(date, born):
            return f"{key} is affiliated {word} {date}, before the birth in {born}; correct one of them"
        if date and died and is_before(died, date):
            return f"{key} is affiliated {word} {date}, after the death in {died}; correct one of them"
    return None


def _days(start: str | None, end: str | None) -> edtf.Bounds:
    return edtf.Bounds(read_bounds(start).first if start else None, read_bounds(end).last if end else None)


def _meeting(left: edtf.Bounds, right: edtf.Bounds) -> edtf.Bounds:
    firsts = [day for day in (left.first, right.first) if day]
    lasts = [day for day in (left.last, right.last) if day]
    return edtf.Bounds(max(firsts, default=None), min(lasts, default=None))
