"""Words to word pieces, as the encoder's vocabulary (BERT, uncased) has them."""

import unicodedata
from collections.abc import Iterable, Mapping

MOST_PIECES = 8  # of one word: what follows says little about it, and an address must not fill a window
MOST_SEEN = 100_000  # words remembered: a bound on memory over endless input
LONGEST = 100  # characters of a word that is looked up at all
UNKNOWN, START, END, PAD, MASK = "[UNK]", "[CLS]", "[SEP]", "[PAD]", "[MASK]"


class WordPiece:
    """Greedy longest-match word pieces of single words.

    The vocabulary is given in order: a piece's number is its place. Words are lower-cased and lose their accents first.
    """

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._number: Mapping[str, int] = {piece: n for n, piece in enumerate(vocabulary)}
        self._seen: dict[str, tuple[int, ...]] = {}
        self.unknown, self.start, self.end, self.pad, self.mask = (
            self._number[p] for p in (UNKNOWN, START, END, PAD, MASK)
        )

    def pieces(self, word: str) -> tuple[int, ...]:
        """The numbers of a word's pieces, from one to `MOST_PIECES`; an unreadable word is the unknown piece."""
        if len(word) > LONGEST:
            return (self.unknown,)
        found = self._seen.get(word)
        if found is None:
            if len(self._seen) > MOST_SEEN:
                self._seen.clear()
            found = self._seen[word] = self._split(plain(word))[:MOST_PIECES] or (self.unknown,)
        return found

    def _split(self, word: str) -> tuple[int, ...]:
        found: list[int] = []
        start = 0
        while start < len(word):
            end = len(word)
            while end > start and self._key(word, start, end) not in self._number:
                end -= 1
            if end == start:
                return (self.unknown,)
            found.append(self._number[self._key(word, start, end)])
            start = end
        return tuple(found)

    @staticmethod
    def _key(word: str, start: int, end: int) -> str:
        return word[start:end] if start == 0 else "##" + word[start:end]


def plain(word: str) -> str:
    """A word in lower case, without accents or control characters."""
    parts = unicodedata.normalize("NFD", word.lower())
    return "".join(c for c in parts if unicodedata.category(c) not in ("Mn", "Cc", "Cf"))
