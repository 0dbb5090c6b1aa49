"""Spellings: the names of one text laid out by their words, so that a name finds those it may be a spelling of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein

from sayso.resolve.name import is_same_token, parse_name
from sayso.resolve.name.comparison import SAME_LETTERS
from sayso.resolve.name.sound import MOST_APART, key_of

_FEW = 20  # names that are compared one by one sooner than looked up


class _Words:
    """Words by their letters and their sounds."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = tuple(dict.fromkeys(words))
        self._keys = [key_of(word) for word in self.words]
        self._near: dict[str, tuple[str, ...]] = {}
        self._same: dict[str, tuple[str, ...]] = {}

    def find_near(self, word: str) -> tuple[str, ...]:
        """The words that may be spellings of one: none that `is_same_token` would have is missed."""
        if word not in self._near:
            sounded = process.extract(
                key_of(word), self._keys, scorer=Levenshtein.distance, score_cutoff=MOST_APART, limit=None
            )
            written = process.extract(word, self.words, scorer=fuzz.ratio, score_cutoff=SAME_LETTERS, limit=None)
            places = {place for _, _, place in (*sounded, *written)}
            self._near[word] = tuple(self.words[place] for place in sorted(places))
        return self._near[word]

    def find_same(self, word: str) -> tuple[str, ...]:
        """The words that are spellings of one."""
        if word not in self._same:
            self._same[word] = tuple(each for each in self.find_near(word) if is_same_token(word, each))
        return self._same[word]


class Spellings:
    """Names by their words; `places` are where each begins."""

    def __init__(self, names: Iterable[tuple[int, str]]) -> None:
        self.places: dict[str, list[int]] = defaultdict(list)
        for start, name in names:
            self.places[name].append(start)
        self._first: dict[str, list[str]] = defaultdict(list)
        self._last: dict[str, list[str]] = defaultdict(list)
        self._joined: dict[str, list[str]] = defaultdict(list)
        for name in self.places:
            if tokens := parse_name(name).tokens:
                self._first[tokens[0]].append(name)
                self._last[tokens[-1]].append(name)
                self._joined["".join(tokens)].append(name)
        self._ends, self._wholes = _Words((*self._first, *self._last)), _Words(self._joined)
        self._letters = [name for word, row in self._last.items() if len(word) == 1 for name in row]

    def find_ending(self, name: str) -> list[str]:
        """The names whose last word is a spelling of the last one of a name; of a word alone, the first too."""
        tokens = parse_name(name).tokens
        if not tokens:
            return []
        same = self._ends.find_same(tokens[-1])
        ending = [other for word in same for other in self._last.get(word, ())]
        beginning = [other for word in same for other in self._first.get(word, ())] if len(tokens) == 1 else []
        return list(dict.fromkeys((*ending, *beginning)))

    def find_beginning(self, tokens: Sequence[str]) -> list[str]:
        """The names whose first word is a spelling of the first of these."""
        return [other for word in self._ends.find_same(tokens[0]) for other in self._first.get(word, ())]

    def find_alike(self, name: str) -> Iterable[str]:
        """The names that `compare_names` may find like a name: by the last word, by a last letter, words joined."""
        tokens = parse_name(name).tokens
        if len(self.places) <= _FEW or not tokens or len(tokens[-1]) == 1:
            return self.places
        ending = [other for word in self._ends.find_near(tokens[-1]) for other in self._last.get(word, ())]
        joined = [other for word in self._wholes.find_near("".join(tokens)) for other in self._joined[word]]
        return dict.fromkeys((*ending, *joined, *self._letters))
