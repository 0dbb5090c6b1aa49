"""Catalogue: the known types and classes of equipment, laid out so that words find them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.model.knowledge import Entry, EntryType
from sayso.resolve.equipment.designation import Designation, Token, read_designation, tokenise
from sayso.resolve.wording import list_words


@dataclass(frozen=True, slots=True)
class Naming:
    """A known name where it stands in words: `text` as written there, its variant included."""

    entry: Entry
    name: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Alias:
    """A name cut into tokens; `noun` are the words at its end that only say its class ("howitzer"), empty if none."""

    entry: Entry
    name: str
    tokens: tuple[Token, ...]
    noun: tuple[str, ...]


class Catalogue:
    """Types by the first token of their names, classes by their nouns, families by their letters."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        every = sorted((each for each in entries if each.type is EntryType.EQUIPMENT), key=lambda each: each.key)
        self._by_id = {each.id: each for each in every}
        above = {each.part_of for each in every if each.part_of}
        # A class has parts, or goes by a plain noun ("mortar"); names of types have capitals or numbers.
        self._classes = {each.id for each in every if each.id in above or _is_plain(each.names[0])}
        self._nouns: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
        for each in every:
            if each.id in self._classes:
                for name in each.names:
                    self._nouns[_lows(name)].append(each)
        self._longest_noun = max((len(noun) for noun in self._nouns), default=0)
        self._aliases: dict[str, list[_Alias]] = defaultdict(list)
        self._families: dict[str, dict[str, Entry]] = defaultdict(dict)
        self._spellings: dict[str, set[str]] = defaultdict(set)
        for each in every:
            if each.id not in self._classes:
                self._add_type(each)

    def _add_type(self, entry: Entry) -> None:
        for name in entry.names:
            tokens = tokenise(name)
            if not tokens:
                continue
            noun = self._class_words(tuple(token.low for token in tokens))
            core = tokens[: len(tokens) - len(noun)]
            self._aliases[tokens[0].low].append(_Alias(entry, name, core, noun))
            designation = read_designation(tokens, 0, name) if len(tokens) > 1 else None
            if designation:
                self._families[designation.letters].setdefault(designation.number, entry)
                self._spellings[designation.letters].add(tokens[0].raw)

    def _class_words(self, lows: tuple[str, ...]) -> tuple[str, ...]:
        """The longest end of a name, not all of it, that is a noun of a class."""
        for length in range(min(self._longest_noun, len(lows) - 1), 0, -1):
            if lows[-length:] in self._nouns:
                return lows[-length:]
        return ()

    def is_class(self, entry: Entry) -> bool:
        """Whether other entries are part of it."""
        return entry.id in self._classes

    def classes_of(self, entry: Entry) -> tuple[Entry, ...]:
        """The classes that an entry belongs to, the nearest first; a ring in the data ends where it closes."""
        found: list[Entry] = []
        above = self._by_id.get(entry.part_of or "")
        while above and above not in found:
            found.append(above)
            above = self._by_id.get(above.part_of or "")
        return tuple(found)

    def find_classes(self, words: str) -> tuple[Entry, ...]:
        """The classes whose nouns stand in the words, longer nouns ("attack helicopter") before shorter ones."""
        lows = tuple(_singular(token.low) for token in tokenise(words))
        found: dict[str, Entry] = {}
        for length in range(self._longest_noun, 0, -1):
            for place in range(len(lows) - length + 1):
                for each in self._nouns.get(lows[place : place + length], ()):
                    found.setdefault(each.key, each)
        return tuple(found.values())

    def find_types(self, words: str) -> tuple[Naming, ...]:
        """The types named in the words, from left to right; where names overlap the longest counts."""
        tokens, found, end = tokenise(words), list[Naming](), 0
        for place, token in enumerate(tokens):
            if token.start < end:
                continue
            here = [each for alias in self._find_aliases(token) if (each := self._fit(alias, tokens, place, words))]
            if here:
                found.append(max(here, key=lambda each: (each.end, len(each.name))))
                end = found[-1].end
        return tuple(found)

    def _find_aliases(self, token: Token) -> Iterator[_Alias]:
        yield from self._aliases.get(token.low, ())
        if token.low.endswith("s"):
            yield from self._aliases.get(token.low[:-1], ())

    def _fit(self, alias: _Alias, tokens: tuple[Token, ...], place: int, words: str) -> Naming | None:
        """The alias where it stands at a place of the words; None if it does not."""
        end = place + len(alias.tokens)
        here = tokens[place:end]
        if len(here) < len(alias.tokens) or not all(map(_is_same, here, alias.tokens)):
            return None
        if any(not token.is_tied for token in here[1:]) or not _is_written_as_name(here, alias.tokens):
            return None
        if (alias.noun or _is_loose(here, alias.tokens)) and not self._has_company(alias, tokens, place, end):
            return None
        if end < len(tokens) and _goes_on(here[-1], tokens[end]):
            return None
        last = here[-1]
        for token in tokens[end:]:
            # "MiG-29UB", "T-72B3"; the plural of "SA-22s" is no part of the name.
            if token.gap or token.raw == "s":
                break
            last = token
        return Naming(alias.entry, alias.name, _cut_plural(words[here[0].start : last.end]), here[0].start, last.end)

    def _has_company(self, alias: _Alias, tokens: tuple[Token, ...], place: int, end: int) -> bool:
        """Whether words beside a name that could be another's tell it: a plural, a count, "of type", a class's noun."""
        before, after = [token.low for token in tokens[max(0, place - 2) : place]], tokens[end:]
        if after and after[0].raw == "s" and not after[0].gap:
            return True  # "three F-5s"
        has_number = any(token.raw.isdigit() for token in alias.tokens)
        counts = before if has_number else before[-1:]  # "a Thai F-5", but not "a Roman Caesar"
        if any(low in _COUNTS or low.isdigit() for low in counts) or before[-1:] in (["type"], ["model"]):
            return True
        lows = tuple(_singular(token.low) for token in after[:6])
        wanted = {alias.noun, *(noun for each in self.classes_of(alias.entry) for noun in map(_lows, each.names))}
        return any(noun and lows[at : at + len(noun)] == noun for noun in wanted for at in range(len(lows)))

    def find_strangers(self, words: str, *, certain: bool = False) -> tuple[Designation, ...]:
        """Designations in the words whose family is known and whose number is not ("Mi-21").

        `certain` says that the words are known to name equipment. Otherwise a single letter, a
        space or odd capitals need a noun of the family's class beside them ("T-27 tanks"), and a
        noun of another class ("the drone AK-0417", a serial number) speaks against it.
        """
        tokens = tokenise(words)
        read = (read_designation(tokens, place, words) for place in range(len(tokens) - 1))
        return tuple(each for each in read if each and self._is_stranger(each, words, certain=certain))

    def _is_stranger(self, designation: Designation, words: str, *, certain: bool) -> bool:
        family = self._families.get(designation.letters, {})
        if not family or designation.number in family or len(designation.number) > max(map(len, family)):
            return False
        kin = {above.key for each in family.values() for above in self.classes_of(each)}
        nouns = {each.key for each in self.find_classes(words)}
        if nouns:
            return bool(nouns & kin)
        written = designation.text[: len(designation.letters)]
        usual = written in self._spellings[designation.letters] and len(written) > 1 and " " not in designation.text
        return certain or usual

    def family_of(self, designation: Designation) -> dict[str, Entry]:
        """The known numbers of a designation's letters, and their types."""
        return self._families.get(designation.letters, {})

    def common_class(self, entries: Iterable[Entry]) -> Entry | None:
        """The nearest class to which all of the entries belong; None if there is none."""
        chains = [self.classes_of(each) for each in entries]
        shared = (each for each in (chains[0] if chains else ()) if all(each in chain for chain in chains))
        return next(shared, None)


_LIKE = frozenset({"sized", "style", "like", "era", "class"})
_COUNTS = frozenset(list_words("a an one two three four five six seven eight nine ten eleven twelve several x"))


def _goes_on(last: Token, after: Token) -> bool:
    """Whether the word behind a name makes it another: "Shahed-163" is no bare Shahed, "Tu-143-sized" no Tu-143."""
    return after.gap in ("", "-") and (after.low in _LIKE or (after.raw.isdigit() and last.raw.isalpha()))


def _is_plain(name: str) -> bool:
    return name.islower() and not any(letter.isdigit() for letter in name)


def _lows(name: str) -> tuple[str, ...]:
    return tuple(token.low for token in tokenise(name))


def _cut_plural(text: str) -> str:
    return text[:-1] if len(text) > 3 and text.endswith("s") and text[:-1].isupper() else text


def _singular(low: str) -> str:
    return low[:-1] if len(low) > 3 and low.endswith("s") else low


def _is_same(here: Token, known: Token) -> bool:
    return here.low == known.low or (here.low == known.low + "s" and known.raw.isalpha() and len(known.low) > 2)


def _is_written_as_name(here: tuple[Token, ...], known: tuple[Token, ...]) -> bool:
    """Whether the capitals are those of the name: "Tow" and "grad" are ordinary words, "mig-29" is none."""
    first, name = here[0], known[0]
    if len(known) == 1 or len(name.raw) == 1:
        if name.raw.isupper() and len(name.raw) < 5:
            return first.raw.rstrip("s").isupper()
        return first.raw[0].isupper() == name.raw[0].isupper()
    return True


def _is_loose(here: tuple[Token, ...], known: tuple[Token, ...]) -> bool:
    """Whether short letters stand apart from their number, as in "An 26-year-old": no name by itself."""
    apart = len(here) > 1 and here[1].gap == " " and known[1].gap != " "
    return apart and len(here[0].raw) < 3
