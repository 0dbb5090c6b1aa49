"""Comparing: how much of one text stands in another."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sayso.corroborate.lineage.text import FEWEST_STEMS, Text

_COPIED_RUNS = 0.5  # a sentence with half of its runs in the other text is copied
_SAME_SENTENCE = 0.45  # shared stems over those of the shorter sentence


@dataclass(frozen=True, slots=True)
class Kinship:
    """How much of a child stands in a parent, 0 to 1 each: copied sentences, runs of words, echoed sentences.

    `copied` counts the words of sentences that stand there nearly word for word, `echoed` the sentences
    that share most of their stems with one there; `sentences` is how many do. `stems` are the child's own
    that stand anywhere there.
    """

    copied: float
    runs: float
    echoed: float
    sentences: int
    stems: float


def share_runs(child: Text, parent: Text) -> float:
    """The runs of four words of a child that stand in a parent, 0 to 1."""
    return len(child.runs & parent.runs) / max(1, len(child.runs))


def find_copied(child: Text, parent: Text) -> frozenset[int]:
    """Which sentences of a child stand in a parent nearly word for word, by their places."""
    return frozenset(
        place
        for place, runs in enumerate(child.sentence_runs)
        if runs and len(runs & parent.runs) / len(runs) >= _COPIED_RUNS
    )


def compare(child: Text, parent: Text, *, without: Collection[int] = ()) -> Kinship:
    """How much of a child stands in a parent; sentences at the places `without` are left out of the count."""
    own = [place for place in range(len(child.sentences)) if place not in without]
    copied = find_copied(child, parent).intersection(own)
    runs = share_runs(child, parent) if not without else _share_own_runs(child, parent, own)
    total = sum(child.sizes[place] for place in own)
    echoed = sum(_is_echoed(child.stems[place], parent) for place in own)
    return Kinship(
        copied=sum(child.sizes[place] for place in copied) / max(1, total),
        runs=runs,
        echoed=echoed / max(1, len(own)),
        sentences=echoed,
        stems=len(child.all_stems & parent.all_stems) / max(1, len(child.all_stems)),
    )


def stands_in(sentence: Text, other: Text) -> bool:
    """Whether words stand in another text nearly word for word."""
    return bool(sentence.runs) and share_runs(sentence, other) >= _COPIED_RUNS


def _share_own_runs(child: Text, parent: Text, own: Collection[int]) -> float:
    runs = frozenset[int]().union(*(child.sentence_runs[place] for place in own))
    return len(runs & parent.runs) / max(1, len(runs))


def _is_echoed(bag: frozenset[str], parent: Text) -> bool:
    size, met = len(bag), bag & parent.all_stems
    return size >= FEWEST_STEMS and any(
        len(met & other) >= _SAME_SENTENCE * min(size, len(other)) for other in parent.long_stems
    )
