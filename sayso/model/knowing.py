"""Knowing: knowledge with what persons decided of it. Pure: nothing is changed, so an undo gives back what was before.

Decisions count in the order in which they were made: of a merge and a split of the same two names the
later counts, and of one that was taken back nothing is left.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product

from sayso.model.addition import Addition, read_addition
from sayso.model.decision import Decision, DecisionKind, standing
from sayso.model.gazetteer import DecidedGazetteer
from sayso.model.identity import identify
from sayso.model.knowledge import Entry, Knowledge, identify_entry

#: Kinds of decision that may be about knowledge.
OF_KNOWLEDGE = (DecisionKind.ADD, DecisionKind.MERGE, DecisionKind.SPLIT)

_IDENTIFIER = re.compile(r"e[0-9a-f]{16}")
_PLACE = re.compile(r"[a-z]+:\S+")  # `KnownPlace.id`
Pair = frozenset[str]


@dataclass(frozen=True, slots=True)
class Idle:
    """A decision in force that finds nothing to change for now, and why, in a sentence."""

    decision: Decision
    because: str


@dataclass(frozen=True, slots=True)
class _State:
    """Entries and names while decisions are applied; `moved` leads from an entry to what it was merged into."""

    entries: Mapping[str, Entry]
    moved: Mapping[str, str]
    same: frozenset[Pair]
    apart: frozenset[Pair]

    def put(self, *entries: Entry) -> _State:
        """With these entries, new or in place of those of their identifiers."""
        return replace(self, entries={**self.entries, **{entry.id: entry for entry in entries}})

    def keyed(self, called: str) -> Entry | None:
        """The entry of a key or identifier, or what it was merged into."""
        id_ = called if called in self.entries or called in self.moved else identify_entry(called)
        return self.entries.get(self.moved.get(id_, id_))

    def find(self, called: str) -> tuple[Entry, ...]:
        """The entry of a key or identifier, else all that bear the name."""
        keyed = self.keyed(called)
        return (keyed,) if keyed else tuple(entry for entry in self.entries.values() if _bears(entry, called))

    def only(self, called: str) -> Entry | None:
        """The one entry that is called so; None where there is none, or where several are."""
        found = self.find(called)
        return found[0] if len(found) == 1 else None


def decide_knowledge(knowledge: Knowledge, decisions: Iterable[Decision]) -> Knowledge:
    """Knowledge with all decisions in force applied; the same knowledge where none is about it."""
    prevailing = prevail(decisions)
    if not prevailing:
        return knowledge
    state = _begin(knowledge)
    for decision in prevailing:
        state = _apply(state, decision)
    gazetteer = knowledge.gazetteer
    return replace(
        knowledge,
        entries=dict(state.entries),
        gazetteer=DecidedGazetteer(gazetteer, state.same, state.apart) if gazetteer else None,
        digest=identify("k", knowledge.digest, *(decision.id for decision in prevailing)),
        same=state.same,
        apart=state.apart,
    )


def find_entries(knowledge: Knowledge, called: str) -> tuple[Entry, ...]:
    """The entry of that key or identifier, else all entries that bear the name, letter case aside."""
    return _begin(knowledge).find(called)


def find_idle(knowledge: Knowledge, decisions: Iterable[Decision], *, named: Collection[str]) -> tuple[Idle, ...]:
    """Decisions in force that find nothing; `named` are the names and identifiers of the record's entities."""
    known = {fold_name(name) for name in named}
    state, idle = _begin(knowledge), []
    for decision in prevail(decisions):
        if because := _why_idle(state, decision, known):
            idle.append(Idle(decision, because))
        state = _apply(state, decision)
    return tuple(idle)


def prevail(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Decisions on knowledge that count, in order: of those that merge or split the same two, the last."""
    about = [decision for decision in standing(decisions) if is_of_knowledge(decision)]
    last = {_pair(decision): decision.id for decision in about if decision.kind is not DecisionKind.ADD}
    return tuple(
        decision for decision in about if decision.kind is DecisionKind.ADD or last[_pair(decision)] == decision.id
    )


def is_of_knowledge(decision: Decision) -> bool:
    """Whether a decision adds, merges or splits known things, rather than deciding of a report's words."""
    return decision.target.known is not None and decision.kind in OF_KNOWLEDGE


def fold_name(name: str) -> str:
    """A name for comparing: its letters and digits alone, without case and marks."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in plain if letter.isalnum())


def _begin(knowledge: Knowledge) -> _State:
    return _State(knowledge.entries, {}, knowledge.same, knowledge.apart)


def _apply(state: _State, decision: Decision) -> _State:
    if decision.kind is DecisionKind.ADD:
        return _add(state, decision)
    return (_merge if decision.kind is DecisionKind.MERGE else _split)(state, *_names(decision))


def _add(state: _State, decision: Decision) -> _State:
    """A new entry, or names and affiliations for one; a name that was split off it comes back."""
    key, addition = decision.target.known or "", _read(decision)
    if addition is None:
        return state
    entry = state.keyed(key)
    if entry is None:
        return state.put(_lead_on(_make_entry(key, addition, decision), state.moved)) if addition.is_entry else state
    names = tuple(dict.fromkeys([*entry.names, *addition.names]))
    affiliations = (*addition.affiliations(decision.id), *entry.affiliations)  # the first that holds counts
    state = state.put(_lead_on(replace(entry, names=names, affiliations=affiliations), state.moved))
    return replace(state, apart=state.apart - set(_pairs(addition.names, names)))


def _read(decision: Decision) -> Addition | None:
    """What a decision adds; None where it cannot be read, such as a type that a newer release has."""
    try:
        return read_addition(decision.value)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _make_entry(key: str, addition: Addition, decision: Decision) -> Entry:
    return Entry(
        key=key,
        type=addition.type,  # type: ignore[arg-type]  # the caller has looked
        names=addition.names,
        source=addition.source,
        affiliations=addition.affiliations(decision.id),
        start=addition.start,
        end=addition.end,
        country=addition.country,
        file=f"decision {decision.id}",
    )


def _merge(state: _State, one: str, other: str) -> _State:
    """Two entries become the first, a name becomes one of an entry's, and both names are the same in the reports."""
    left, right = state.only(one), state.only(other)
    names = frozenset({_word(left, one), _word(right, other)})
    if left and right and left is not right:
        state = _fold(state, left, right)
    elif left and not right and not _IDENTIFIER.fullmatch(other):
        state = state.put(replace(left, names=tuple(dict.fromkeys([*left.names, other]))))
    elif right and not left and not _IDENTIFIER.fullmatch(one):
        state = state.put(replace(right, names=tuple(dict.fromkeys([*right.names, one]))))
    return replace(state, same=state.same | {names}, apart=state.apart - {names})


def _fold(state: _State, kept: Entry, gone: Entry) -> _State:
    """One entry of two; whatever spoke for the other, was owned by it or part of it, now is so of the one kept."""
    whole = replace(
        kept,
        names=tuple(dict.fromkeys([*kept.names, *gone.names])),
        affiliations=tuple(dict.fromkeys([*kept.affiliations, *gone.affiliations])),
        identifiers=tuple(dict.fromkeys([*kept.identifiers, *gone.identifiers])),
        capital=tuple(dict.fromkeys([*kept.capital, *gone.capital])),
        people=tuple(dict.fromkeys([*kept.people, *gone.people])),
    )
    moved = {**{id_: kept.id if to == gone.id else to for id_, to in state.moved.items()}, gone.id: kept.id}
    entries = {**state.entries, kept.id: whole}
    del entries[gone.id]
    led = {id_: _lead_on(entry, moved) for id_, entry in entries.items()}
    return replace(state, entries=led, moved=moved)


def _lead_on(entry: Entry, moved: Mapping[str, str]) -> Entry:
    """The entry, pointing to what those that it points to were merged into, and never to itself."""
    pointed = (entry.owner, entry.part_of, *(tie.of for tie in entry.affiliations))
    if entry.id not in pointed and not any(id_ in moved for id_ in pointed):
        return entry
    ties = [replace(tie, of=moved.get(tie.of, tie.of)) for tie in entry.affiliations]
    return replace(
        entry,
        affiliations=tuple(tie for tie in ties if tie.of != entry.id),
        owner=moved.get(entry.owner or "", entry.owner),
        part_of=moved.get(entry.part_of or "", entry.part_of),
    )


def _split(state: _State, one: str, other: str) -> _State:
    """A name is taken from the entry that bears it, and is another's than the entry's names; else two stay two."""
    left, right = state.only(one), state.only(other)
    for entry, name in ((right, one), (left, other)):
        if entry and _is_alias(entry, name):
            rest = tuple(each for each in entry.names if fold_name(each) != fold_name(name))
            state = state.put(replace(entry, names=rest))
            return _keep_apart(state, (name,), rest)
    if left and left is right:
        return state
    return _keep_apart(state, left.names if left else (one,), right.names if right else (other,))


def _keep_apart(state: _State, names: Iterable[str], others: Iterable[str]) -> _State:
    pairs = set(_pairs(names, others))
    return replace(state, apart=state.apart | pairs, same=state.same - pairs)


def _why_idle(state: _State, decision: Decision, named: Collection[str]) -> str | None:
    if decision.kind is DecisionKind.ADD:
        return _why_adds_nothing(state, decision)
    missed = [name for name in _names(decision) if not _is_met(name, state, named)]
    if missed:
        return f"{' and '.join(map(repr, missed))}: neither known nor named in the record"
    left, right = (state.only(name) for name in _names(decision))
    if left and left is right and not any(_is_alias(left, name) for name in _names(decision)):
        return f"both are the entry {left.key} alone"
    return None


def _is_met(name: str, state: _State, named: Collection[str]) -> bool:
    """Whether a name is known or stands in the record; a known place is taken to be there."""
    return bool(_PLACE.fullmatch(name) or state.find(name)) or fold_name(name) in named


def _why_adds_nothing(state: _State, decision: Decision) -> str | None:
    key, addition = decision.target.known or "", _read(decision)
    if addition is None:
        return "this release of Sayso cannot read what it adds"
    if state.keyed(key) is None and not addition.is_entry:
        return f"there is no entry {key!r} to add to"
    missed = [tie.of for tie in addition.ties if state.keyed(tie.of) is None]
    return f"there is no entry {missed[0]!r} to speak for" if missed else None


def _names(decision: Decision) -> tuple[str, str]:
    return decision.target.known or "", decision.value


def _pair(decision: Decision) -> Pair:
    return frozenset(fold_name(name) for name in _names(decision))


def _pairs(names: Iterable[str], others: Iterable[str]) -> Iterator[Pair]:
    return (frozenset(pair) for pair in product(names, others) if pair[0] != pair[1])


def _bears(entry: Entry, name: str) -> bool:
    return fold_name(name) in {fold_name(each) for each in entry.names}


def _is_alias(entry: Entry, name: str) -> bool:
    is_key = name in (entry.key, entry.id)
    return not is_key and _bears(entry, name) and fold_name(name) != fold_name(entry.names[0])


def _word(entry: Entry | None, called: str) -> str:
    """The words that stand in reports for what a person called: the caption of an entry that was called by its key."""
    return entry.names[0] if entry and (called in (entry.key, entry.id) or not _bears(entry, called)) else called
