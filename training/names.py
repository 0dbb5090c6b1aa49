"""Names swapped while training: the reader should know speakers and actors by their place, not by their names."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.read.words import Words, letter_case
from training.targets import Annotated

SWAPPED = 0.5  # of a text's names, anew in every epoch
_CALENDAR = """monday tuesday wednesday thursday friday saturday sunday january february march april may june july
august september october november december i"""
CALENDAR = frozenset(_CALENDAR.split())


@dataclass(frozen=True)
class Names:
    """All names of a corpus: capitalised words that nowhere stand in small letters."""

    known: frozenset[str]
    pool: tuple[str, ...]

    def swap(self, words: Words, *, chance: random.Random) -> Mapping[str, str]:
        """Other names for some of a text's names, the same one for the same."""
        own = sorted(self.known.intersection(words.strings))
        return {name: chance.choice(self.pool) for name in own if chance.random() < SWAPPED}


def gather_names(annotated: Sequence[Annotated]) -> Names:
    """The names in annotated texts."""
    small = {word for a in annotated for word in a.words.strings if letter_case(word) == 1} | CALENDAR
    capital = {word for a in annotated for word in a.words.strings if letter_case(word) == 2 and len(word) > 2}
    known = frozenset(word for word in capital if word.lower() not in small)
    return Names(known, tuple(sorted(known)))
