"""Text: a report's words, prepared once: sentences, stems, names, runs of four words."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from sayso.corroborate.lineage.document import Document, find_documents
from sayso.corroborate.lineage.outlet import same_outlet
from sayso.corroborate.lineage.sketch import SHINGLE, Hashes, hash_runs
from sayso.corroborate.lineage.sounding import Sounding, find_script, sound_sentences
from sayso.corroborate.matter import find_names
from sayso.corroborate.telling import read_bounds
from sayso.corroborate.wording import sentences, stems, words
from sayso.model.report import Report
from sayso.model.values.letter import Script

_DATELINE = re.compile(r"\s*[A-ZÀ-ÖØ-Þ][^()\n]{2,60}\(([^()\n]{2,60})\)\s*[-–—]")
FEWEST_STEMS = 3  # of a sentence that can be told again
_FEW_WORDS = 4  # a sentence of no more is a label
_NUMBER = re.compile(r"(?<![\d.,:/-])(?!(?:19|20)\d\d\b)\d[\d,.]*\d(?![\d/:-])")


@dataclass(frozen=True)
class Text:
    """A report and its words. `sentences` are those of five words or more, with their offsets and sizes in words.

    `hashes` are of all runs of four words, in their order; `stretches` are the places in it of each sentence's
    own runs, empty for none.
    """

    report: Report
    sentences: tuple[tuple[int, str], ...]
    sizes: tuple[int, ...]
    stretches: tuple[tuple[int, int], ...]
    hashes: Hashes

    @cached_property
    def id(self) -> str:
        """The report's identifier."""
        return self.report.id

    @cached_property
    def days(self) -> tuple[int, int]:
        """First and last day on which it may have been told, as ordinals; without a date, any."""
        bounds = read_bounds(self.report.told)
        first, last = (bounds.first, bounds.last) if bounds else (None, None)
        return (first or date.min).toordinal(), (last or date.max).toordinal()

    @cached_property
    def runs(self) -> frozenset[int]:
        """Hashes of the runs of four words."""
        return frozenset(self.hashes.tolist())

    @cached_property
    def sentence_runs(self) -> tuple[frozenset[int], ...]:
        """Hashes of each sentence's own runs."""
        every = self.hashes.tolist()
        return tuple(frozenset(every[start:end]) for start, end in self.stretches)

    @cached_property
    def stems(self) -> tuple[frozenset[str], ...]:
        """The stems of each sentence."""
        return tuple(frozenset[str]().union(*map(_stem_token, text.split())) for _, text in self.sentences)

    @cached_property
    def long_stems(self) -> tuple[frozenset[str], ...]:
        """The stems of the sentences that have some."""
        return tuple(bag for bag in self.stems if len(bag) >= FEWEST_STEMS)

    @cached_property
    def all_stems(self) -> frozenset[str]:
        """The stems of all sentences."""
        return frozenset[str]().union(*self.stems)

    @cached_property
    def names(self) -> frozenset[str]:
        """Stems of the names."""
        return frozenset(name for _, name in self._found_names)

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The numbers in digits, of two and more, without their commas; years are in every text and left out."""
        return frozenset(number for _, number in self._found_numbers)

    @cached_property
    def facts(self) -> tuple[frozenset[str], ...]:
        """The names and numbers of each sentence."""
        starts = [at for at, _ in self.sentences]
        found: list[set[str]] = [set() for _ in starts]
        for at, fact in (*self._found_names, *self._found_numbers):
            place = bisect_right(starts, at) - 1
            if place >= 0 and at < starts[place] + len(self.sentences[place][1]):
                found[place].add(fact)
        return tuple(map(frozenset, found))

    @cached_property
    def _found_names(self) -> tuple[tuple[int, str], ...]:
        return find_names(self.report.text)

    @cached_property
    def _found_numbers(self) -> list[tuple[int, str]]:
        return [(match.start(), match.group().replace(",", "")) for match in _NUMBER.finditer(self.report.text)]

    @cached_property
    def script(self) -> Script:
        """The letters that it is written in."""
        return find_script(self.report.text)

    @cached_property
    def soundings(self) -> tuple[Sounding, ...]:
        """The sentences as they sound, to be compared with a text in other letters."""
        return sound_sentences(tuple(sentence for _, sentence in self.sentences), self.script)

    @cached_property
    def is_agencys(self) -> bool:
        """Whether it opens with a dateline of its own outlet: "TAR, March 2 (Northgate Wire) -"."""
        match = _DATELINE.match(self.report.text)
        return match is not None and same_outlet(match[1], self.report.outlet)

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """The documents that it prints word for word."""
        return find_documents(self.report.text)

    @cached_property
    def _lines(self) -> tuple[tuple[int, str], ...]:
        return sentences(self.report.text)

    def sentence_at(self, at: int) -> str:
        """The sentence, of any length, that holds an offset."""
        place = bisect_right(self._lines, at, key=lambda line: line[0]) - 1
        return self._lines[place][1].strip() if place >= 0 else ""


@lru_cache(maxsize=200_000)
def _stem_token(token: str) -> frozenset[str]:
    """The stems of what stands between two blanks; no word goes over one."""
    return stems(token)


def prepare_words(words: str) -> Text:
    """Words that are no report's, prepared like one's."""
    return prepare_text(Report("", "", words))


def prepare_text(report: Report) -> Text:
    """A report's words, prepared."""
    parts = [(at, text, words(text)) for at, text in sentences(report.text)]
    kept, sizes, stretches, every = [], [], [], list[str]()
    for at, text, own in parts:
        if (size := len(text.split())) > _FEW_WORDS:
            kept.append((at, text))
            sizes.append(size)
            stretches.append((len(every), len(every) + max(0, len(own) - SHINGLE + 1)))
        every += own
    return Text(report, tuple(kept), tuple(sizes), tuple(stretches), hash_runs(every))
