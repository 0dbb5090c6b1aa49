"""CASE 2021, task 2: which of ACLED's kinds of events a short text is about (Haneczok et al., 2021)."""

from __future__ import annotations

import csv
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.outside.interval import Counts, estimate, weighted_f
from benchmarks.outside.subtype import EXPRESSIBLE, name_kind, name_kind_by_words
from benchmarks.outside.watch import Watch
from sayso.evaluate.table import render_table

TABLE = "case2021_task2/test_set_final_release_with_labels.tsv"
SEED = 0  # of the halves: the first made the mapping, the second is for the figure
PUBLISHED = (
    ("best published, trained on ACLED's notes", "83.9 (25 kinds)", "77.1"),
    ("the same, ACLED's 25 kinds and 3 others", "79.7 (28 kinds)", "–"),
)


@dataclass(frozen=True, slots=True)
class Snippet:
    """A short text and its kind."""

    name: str
    text: str
    kind: str


@dataclass(frozen=True)
class SnippetScored:
    """Gold against answers for each text (first axis), over `kinds`; the last column: no answer."""

    title: str
    kinds: Sequence[str]
    confusion: Counts


def load_snippets(gold: Path, *, part: str) -> list[Snippet]:
    """One half of the texts ("dev", "test"), drawn by chance with a fixed seed."""
    with (gold / TABLE).open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]
    rows.sort(key=lambda row: row[0])
    random.Random(SEED).shuffle(rows)
    half = len(rows) // 2
    return [Snippet(*row) for row in (rows[:half] if part == "dev" else rows[half:])]


def measure_snippets(gold: Path, *, part: str, watch: Watch) -> list[SnippetScored]:
    """The half, by what is read in it, and by the mapping's words alone."""
    snippets = load_snippets(gold, part=part)
    title = "half that made the mapping" if part == "dev" else "other half"

    def read(snippet: Snippet) -> str | None:
        return name_kind(snippet.text, watch.read(snippet.text, name=snippet.name)[1].claims)

    return [
        score_snippets(f"**Sayso**, {title}", snippets, read),
        score_snippets(
            f"the mapping's words without the reader, {title}", snippets, lambda s: name_kind_by_words(s.text)
        ),
    ]


def score_snippets(title: str, snippets: Sequence[Snippet], answer: Callable[[Snippet], str | None]) -> SnippetScored:
    """Answers to texts beside their kinds."""
    kinds = sorted(EXPRESSIBLE) + sorted({each.kind for each in snippets} - EXPRESSIBLE)
    confusion = np.zeros((len(snippets), len(kinds), len(kinds) + 1))
    for table, snippet in zip(confusion, snippets, strict=True):
        kind = answer(snippet)
        table[kinds.index(snippet.kind), kinds.index(kind) if kind else -1] = 1
    return SnippetScored(title, kinds, confusion)


def render_snippets(scored: Sequence[SnippetScored]) -> str:
    """The section: weighted F over texts of kinds that we have a type for, and over all."""
    can = len(EXPRESSIBLE)
    heads = ("weighted F", f"texts of the {can} kinds that our types can express", "all 30 kinds")
    return "\n".join(
        [
            "### CASE 2021 task 2: ACLED's kinds of events",
            "",
            render_table(heads, [*(_row(each) for each in scored), *PUBLISHED]),
            "Nothing is trained here: a stated mapping of types, roles and words to kinds. Kinds that no type of ours",
            "expresses (protests, riots, sexual violence, crime, disasters, other) count as misses over all 30. The",
            "published figures are over all 1,019 texts (829 for the 25 kinds), protests included.",
            "",
        ]
    )


def _row(scored: SnippetScored) -> list[str]:
    can = len(EXPRESSIBLE)
    wanted = scored.confusion[:, :can].sum(axis=(1, 2)) > 0
    inside = scored.confusion[wanted][:, :can]
    sizes = f"{int(wanted.sum())} texts", f"{len(wanted)} texts"
    return [
        scored.title,
        f"{estimate(inside, weighted_f)}, {sizes[0]}",
        f"{estimate(scored.confusion, weighted_f)}, {sizes[1]}",
    ]
