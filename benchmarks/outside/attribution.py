"""Attributions scored as PolNeAR is scored in this project.

Words are runs of letters and digits: punctuation never counts. A gold attribution and a predicted one pair one to one,
greedily by the overlap (Jaccard) of their contents, which has to be a half at least.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.evaluate.polnear import MarkedAttribution, Offsets
from sayso.model.attribution import Attribution

ROLES = ("source", "cue", "content")
LIKE = 0.5  # contents of a pair overlap by this much
_WORD = re.compile(r"[^\W_]+")
_WEAK = frozenset(("a", "an", "the", "of", "and", "s"))

Set = frozenset[int]
Triple = tuple[float, float, float]  # right, found, wanted


@dataclass(frozen=True, slots=True)
class WordSets:
    """An attribution by the numbers of its words."""

    source: Set
    cue: Set
    content: Set

    def of(self, role: str) -> Set:
        found: Set = getattr(self, role)
        return found


@dataclass(frozen=True, slots=True)
class DocumentScore:
    """Counts (right, found, wanted) by measure, and which gold attributions were found with their source."""

    counts: Mapping[str, Triple]
    found: tuple[bool, ...]


def marks_of(found: Attribution) -> MarkedAttribution:
    """An attribution of ours in the shape of gold."""
    return MarkedAttribution(
        *(tuple((s.start, s.end) for s in spans) for spans in (found.sources, found.cues, found.contents))
    )


def score_document(
    text: str, gold: Sequence[MarkedAttribution], predicted: Sequence[MarkedAttribution]
) -> DocumentScore:
    """One document under every measure: `source`, `cue` and `content` words; `content only`, `+source` and `exact`."""
    places = [match.span() for match in _WORD.finditer(text)]
    words = [text[start:end].lower() for start, end in places]
    wanted, found = ([_word_sets(each, places) for each in some] for some in (gold, predicted))
    counts: dict[str, Triple] = {role: _score_words(role, wanted, found) for role in ROLES}
    is_right: dict[str, Callable[[WordSets, WordSets], bool]] = {
        "content only": lambda one, other: True,
        "+source": lambda one, other: _is_same_source(one, other, words),
        "exact": lambda one, other: one == other,
    }
    pairs = {name: _pair(wanted, found, check) for name, check in is_right.items()}
    counts |= {name: (len(hits), len(found), len(wanted)) for name, hits in pairs.items()}
    return DocumentScore(counts, tuple(index in pairs["+source"] for index in range(len(wanted))))


def jaccard(one: Set, other: Set) -> float:
    """Shared of all; 1 of two empty sets."""
    return len(one & other) / len(one | other) if one or other else 1.0


def covers(start: int, end: int, spans: Iterable[tuple[int, int]]) -> bool:
    """Does one of the spans hold half of the stretch at least?"""
    return any(2 * (min(end, e) - max(start, s)) >= end - start for s, e in spans)


def _word_sets(marked: MarkedAttribution, places: Sequence[tuple[int, int]]) -> WordSets:
    return WordSets(*(_words_under(spans, places) for spans in (marked.source, marked.cue, marked.content)))


def _words_under(spans: Offsets, places: Sequence[tuple[int, int]]) -> Set:
    return frozenset(index for index, (start, end) in enumerate(places) if covers(start, end, spans))


def _score_words(role: str, gold: Sequence[WordSets], predicted: Sequence[WordSets]) -> Triple:
    wanted: Set = frozenset().union(*(each.of(role) for each in gold))
    found: Set = frozenset().union(*(each.of(role) for each in predicted))
    return len(wanted & found), len(found), len(wanted)


def _pair(
    gold: Sequence[WordSets], predicted: Sequence[WordSets], is_right: Callable[[WordSets, WordSets], bool]
) -> dict[int, int]:
    """Gold attributions with the predicted one that each goes with, by number."""
    likely = [
        (jaccard(one.content, other.content), -i, -j)
        for i, one in enumerate(gold)
        for j, other in enumerate(predicted)
        if one.content & other.content and jaccard(one.content, other.content) >= LIKE and is_right(one, other)
    ]
    pairs: dict[int, int] = {}
    for _, i, j in sorted(likely, reverse=True):
        if -i not in pairs and -j not in pairs.values():
            pairs[-i] = -j
    return pairs


def _is_same_source(gold: WordSets, predicted: WordSets, words: Sequence[str]) -> bool:
    """A word in common that is no article; where gold names no source, none is found."""
    if not gold.source:
        return not predicted.source
    strong = frozenset(index for index in gold.source if words[index] not in _WEAK) or gold.source
    return bool(strong & predicted.source)
