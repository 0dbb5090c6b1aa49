"""Directory: known actors laid out so that words find them, made once for all mentions of a run."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache

from sayso.model.entity import EntityKind
from sayso.model.knowledge import Entry, EntryType, Knowledge
from sayso.model.values.letter import Script, script_of
from sayso.resolve.capitals import is_acronym
from sayso.resolve.name import Name, compare, is_short_form, key, parse_name
from sayso.resolve.name.sound import hear_alike, key_of

Tokens = tuple[str, ...]


class By(StrEnum):
    """How words are a known actor's."""

    NAME = "name"
    SPELLING = "spelling"
    CAPITAL = "capital"
    PEOPLE = "people"
    SHORT = "short"


@dataclass(frozen=True, slots=True)
class Found:
    """An entry that words may be, by which of its names."""

    entry: Entry
    alias: str
    by: By


@lru_cache(maxsize=4)  # a run asks of one knowledge, a preview of two
def lay_out(knowledge: Knowledge) -> Directory:
    """The directory of a knowledge's actors."""
    return Directory(knowledge.entries.values())


@lru_cache(maxsize=8)
def list_agencies(knowledge: Knowledge) -> frozenset[str]:
    """The names of news agencies."""
    return frozenset(name for each in knowledge.entries.values() if each.is_agency for name in each.names)


class Directory:
    """Known actors by the words, sounds and last words of their names; states by capital and people too."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        actors = sorted((each for each in entries if each.type is not EntryType.EQUIPMENT), key=lambda each: each.key)
        self.entries = {each.id: each for each in actors}
        self._exact: dict[Tokens, list[Found]] = defaultdict(list)
        self._sounds: dict[str, list[Found]] = defaultdict(list)
        self._last: dict[str, list[Found]] = defaultdict(list)
        self._outlets: dict[str, list[Entry]] = defaultdict(list)
        self.speaking_for: dict[str, int] = _count_speaking(self.entries)
        self._speaking: dict[str, list[Entry]] = defaultdict(list)
        for entry in actors:
            self._add(entry)
        #: Every entry that a name may be, each way of being it once; nothing for a name without letters.
        self.find = lru_cache(maxsize=50_000)(self._find)

    def speaking(self, id_: str) -> tuple[Entry, ...]:
        """The entries that speak for one, by their own affiliations."""
        return tuple(self._speaking.get(id_, ()))

    def _add(self, entry: Entry) -> None:
        for tie in entry.affiliations:
            self._speaking[tie.of].append(entry)
        for alias in entry.names:
            tokens = parse_name(alias).tokens
            if not tokens:
                continue
            if entry.kind is EntityKind.OUTLET:
                self._outlets[alias].append(entry)
            self._exact[tokens].append(Found(entry, alias, By.NAME))
            if not is_acronym(alias):
                self._sounds[key(alias)].append(Found(entry, alias, By.SPELLING))
            if len(tokens) > 1:
                self._last[key_of(tokens[-1])].append(Found(entry, alias, By.SHORT))
        for by, words in ((By.CAPITAL, entry.capital), (By.PEOPLE, entry.people)):
            for alias in words:
                if tokens := parse_name(alias).tokens:
                    self._exact[tokens].append(Found(entry, alias, by))

    @cached_property
    def outlet_aliases(self) -> tuple[str, ...]:
        """All names of outlets, in order."""
        return tuple(sorted(self._outlets))

    def outlets_named(self, alias: str) -> tuple[Entry, ...]:
        """The outlets that have just this name."""
        return tuple(self._outlets.get(alias, ()))

    @cached_property
    def outlet_names(self) -> list[str]:
        """The names that only outlets bear: "GNA", also a government's, says nothing by itself."""
        others = (found for each in self._exact.values() for found in each if found.entry.kind is not EntityKind.OUTLET)
        borne = {parse_name(found.alias).tokens for found in others}
        return sorted(name for name in self._outlets if parse_name(name).tokens not in borne)

    def _find(self, name: str) -> tuple[Found, ...]:
        return tuple(self._look_for(name))

    def _look_for(self, name: str) -> Iterator[Found]:
        parsed = parse_name(name)
        if not parsed.tokens:
            return
        yield from (each for each in self._exact.get(parsed.tokens, ()) if _fits_case(name, each.alias))
        if is_acronym(name) and name.isupper():
            return  # initials are compared letter by letter
        script = script_of(parsed.tokens[-1])
        for each in self._sounds.get(key(name), ()):
            if _is_spelling(parsed, each) and self._is_comparable(each, script):
                yield each
        for each in self._last.get(key_of(parsed.tokens[-1]), ()):
            if is_short_form(name, each.alias) and self._is_comparable(each, script):
                yield each

    def _is_comparable(self, found: Found, script: Script) -> bool:
        """Names are compared by sound within an alphabet; across alphabets where the entry has none in the words'."""
        scripts = {script_of(parse_name(alias).tokens[-1]) for alias in found.entry.names if parse_name(alias).tokens}
        return script_of(parse_name(found.alias).tokens[-1]) is script or script not in scripts

    def states(self, name: str) -> Iterator[Entry]:
        """The states that a name, a capital or a people's name stands for, letter by letter."""
        for each in self._exact.get(parse_name(name).tokens, ()):
            if each.entry.type is EntryType.STATE:
                yield each.entry


def is_kind(entry: Entry, kind: EntityKind | None) -> bool:
    """Whether an entry can be what the words or the text show; an unknown kind fits every actor."""
    if kind in (None, EntityKind.UNKNOWN):
        return True
    if kind is EntityKind.GROUP:
        return entry.kind is not EntityKind.PERSON
    return entry.kind is kind


def _is_spelling(name: Name, found: Found) -> bool:
    """Whether a name is the alias by sound; a word alone that is no family name must sound all but the same."""
    alias = parse_name(found.alias)
    if not 0.9 <= compare(name, alias).score < 1:
        return False
    if len(name.tokens) > 1 or found.entry.kind is EntityKind.PERSON:
        return True
    word, other = name.tokens[0], "".join(alias.tokens)
    return len(key_of(word)) >= _TELLING and hear_alike(word, other) >= _ALMOST


_TELLING = 3  # consonants
_ALMOST = 0.95


def _fits_case(name: str, alias: str) -> bool:
    """Short initials are written in capitals: "us" is not the US, "Is" is not IS."""
    letters = alias.replace(".", "")
    if len(letters) > 3 or not letters.isupper():
        return True
    return sum(letter.isupper() for letter in name) >= len(letters)


def _count_speaking(entries: dict[str, Entry]) -> dict[str, int]:
    """How many known actors speak for each, step by step."""
    counts: dict[str, int] = defaultdict(int)
    for entry in entries.values():
        seen: set[str] = {entry.id}
        todo = [tie.of for tie in entry.affiliations]
        while todo:
            of = todo.pop()
            if of in seen:
                continue
            seen.add(of)
            counts[of] += 1
            todo += [tie.of for tie in entries[of].affiliations] if of in entries else []
    return dict(counts)
