"""PolNeAR: who says what in US news (Newell, Margolin and Ruths, LREC 2018)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.outside.attribution import DocumentScore, marks_of, score_document
from benchmarks.outside.interval import estimate, f_score, recall
from benchmarks.outside.watch import Watch
from sayso.evaluate import PolnearDocument, load_polnear
from sayso.evaluate.breakdown import kind_of_cue
from sayso.evaluate.table import render_table

ARCHIVE = "polnear/polnear.tar.gz"
MEASURES = ("+source", "content only", "source", "cue", "content", "exact")
KINDS = ("say or tell", "according to", "other words", "no cue")
_HEADS = ("", "+source F", "content-only F", "source words F", "cue words F", "content words F", "all exact F")

#: Others on the test part, scored by the same definitions in November 2026; +source on dev too.
PEERS = (
    ("annotators among themselves (16 training articles)", "75.3 [66.9, 81.4]", "79.8", "80.4", "69.7", "91.3", "59.8"),
    ("spaCy 3.8 small and 60 lines of rules", "48.4 (dev 49.9)", "54.5", "66.7", "45.4", "70.5", "31.8"),
    ("Citron (BBC), retrained on half of PolNeAR's train", "47.8 (dev 51.5)", "54.4", "62.2", "46.9", "67.1", "27.8"),
    ("GenderGapTracker's quote extractor", "44.0 (dev 40.8)", "51.0", "62.1", "37.9", "70.1", "27.2"),
    ("textacy direct_quotations, by paragraph", "26.9 (dev 25.3)", "28.8", "20.6", "21.8", "47.8", "9.1"),
    ("textacy direct_quotations, whole article", "19.8 (dev 16.4)", "22.9", "14.6", "16.0", "39.9", "6.9"),
)


@dataclass(frozen=True)
class Scored:
    """The articles of one part and their scores."""

    part: str
    documents: Sequence[PolnearDocument]
    scores: Sequence[DocumentScore]


def measure_polnear(gold: Path, *, part: str, watch: Watch) -> Scored:
    """Attributions of a part ("dev", "test"), found as `sayso evaluate-attributions` finds them, against the marks."""
    documents = load_polnear(gold / ARCHIVE, part=part)
    scores = [
        score_document(each.text, each.attributions, [marks_of(found) for found in watch.find_attributions(each.text)])
        for each in documents
    ]
    return Scored(part, documents, scores)


def render_polnear(parts: Sequence[Scored]) -> str:
    """The section: us beside the peers, then our recall by kind of cue."""
    return "\n".join(
        [
            "### PolNeAR: who says what",
            "",
            render_table(_HEADS, [*(_row(each) for each in parts), *PEERS]),
            "+source: an attribution whose content overlaps by half at least and whose source shares a word that is no",
            "article. The peers were measured on the test part. Recall of +source by kind of gold's cue:",
            "",
            render_table(("part", *KINDS), [_row_of_kinds(each) for each in parts]),
        ]
    )


def _row(scored: Scored) -> list[str]:
    counts = np.array([[each.counts[name] for name in MEASURES] for each in scored.scores], dtype=np.float64)
    figures = [str(estimate(counts[:, index], f_score)) for index in range(len(MEASURES))]
    return [f"**Sayso**, {scored.part} ({len(scored.documents)} articles)", *figures]


def _row_of_kinds(scored: Scored) -> list[str]:
    counts = np.zeros((len(scored.documents), len(KINDS), 3))
    for row, document, score in zip(counts, scored.documents, scored.scores, strict=True):
        for marked, is_found in zip(document.attributions, score.found, strict=True):
            cue = " ".join(document.text[start:end] for start, end in marked.cue)
            row[KINDS.index(kind_of_cue(cue))] += (is_found, 0, 1)
    sizes = counts.sum(axis=0)[:, 2]
    figures = [f"{estimate(counts[:, index], recall)} of {sizes[index]:.0f}" for index in range(len(KINDS))]
    return [scored.part, *figures]
