"""CofeNet's cut of PolNeAR (Wang et al., COLING 2022): paragraphs of tokens, labelled source, cue, content or none.

The labels of a paragraph are compared as its published scorer does: a span is right if its role, first and last token
are. They say nothing of which source goes with which content, and none overlaps another: so each source, cue and
content that the network sees is taken by itself, if it is likely enough to be exactly that.
"""

from __future__ import annotations

import json
import tarfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.outside.attribution import ROLES, covers
from benchmarks.outside.interval import Counts, estimate, f_score
from benchmarks.outside.watch import Watch
from sayso.evaluate.table import render_table
from sayso.read.evidence import span_of
from sayso.read.labelling import join_touching
from sayso.read.network import CueAnswer
from sayso.read.sureness import chance_of_run
from sayso.read.words import Words, split_words

ARCHIVE = "polnear/cofenet_splits.tar.xz"
FILES = {"dev": "res/polnear/valid.txt", "test": "res/polnear/test.txt"}
PUBLISHED = (
    ("BERT with Cofe", "83.2", "75.3", "72.9"),
    ("BERT", "81.1", "74.0", "68.9"),
    ("BiLSTM with CRF", "69.6", "66.7", "59.0"),
    ("CRF", "50.6", "53.4", "28.6"),
    ("CoreNLP", "13.9", "–", "17.5"),
    ("rules", "10.7", "22.8", "5.6"),
)

_WRITTEN = {"``": "“", "''": "”", "`": "‘"}
_CLINGS = frozenset(("''", "'", *",.:;?!%)]", "...", "'s", "n't", "'re", "'ve", "'ll", "'d", "'m"))
_TAKES = frozenset(("``", "`", *"$#([", "US$"))

LIKELY = 0.4  # a run is taken if it is as likely as this to be exactly right; chosen on `valid`

Run = tuple[str, int, int]  # role, first token, token after the last
Likely = tuple[float, Run]  # how likely it is that exactly this is marked


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Tokens and labels ("B-source", "I-source", …, "O") of one paragraph of a document."""

    document: str
    tokens: tuple[str, ...]
    labels: tuple[str, ...]


@dataclass(frozen=True)
class CutScored:
    """Counts by document (first axis), role and right, found, wanted."""

    part: str
    paragraphs: int
    counts: Counts


def load_cut(gold: Path, *, part: str) -> list[Paragraph]:
    """The paragraphs of a part ("dev", "test"), in order; a document is an article, whoever annotated it."""
    with tarfile.open(gold / ARCHIVE) as archive:
        file = archive.extractfile(FILES[part])
        assert file is not None
        rows = [json.loads(line) for line in file.read().decode("utf-8").splitlines() if line.strip()]
    return [Paragraph(row["id"].rpartition("_")[0], tuple(row["tokens"]), tuple(row["labels"])) for row in rows]


def measure_cut(gold: Path, *, part: str, watch: Watch) -> CutScored:
    """Each paragraph read by itself, as the published systems have it; the same words are read once."""
    paragraphs = load_cut(gold, part=part)
    documents = sorted({each.document for each in paragraphs})
    counts = np.zeros((len(documents), len(ROLES), 3))
    known: dict[tuple[str, ...], list[Run]] = {}
    for each in paragraphs:
        if each.tokens not in known:
            known[each.tokens] = find_runs(each.tokens, watch)
        counts[documents.index(each.document)] += count_runs(runs_of(each.labels), known[each.tokens])
    return CutScored(part, len(paragraphs), counts)


def render_cut(parts: Sequence[CutScored]) -> str:
    """The section: exact span F beside the published figures."""
    ours = [
        [f"**Sayso**, {each.part} ({each.paragraphs} paragraphs)", *(str(_figure(each, role)) for role in ROLES)]
        for each in parts
    ]
    return "\n".join(
        [
            "### PolNeAR as CofeNet cuts it: exact spans",
            "",
            render_table(("", "source F", "cue F", "content F"), [*ours, *PUBLISHED]),
            "The published figures are of the test part, by systems trained and chosen on this cut; none links a",
            "source to its content.",
            "",
        ]
    )


def join_tokens(tokens: Iterable[str]) -> tuple[str, list[tuple[int, int]]]:
    """Tokens of the Penn Treebank as a newspaper prints them, and where each stands in that text."""
    text, places, is_taken = "", list[tuple[int, int]](), True
    for token in tokens:
        written = _WRITTEN.get(token, token.replace("'", "’"))
        text += "" if is_taken or token in _CLINGS else " "
        places.append((len(text), len(text) + len(written)))
        text += written
        is_taken = token in _TAKES
    return text, places


def find_runs(tokens: Sequence[str], watch: Watch) -> list[Run]:
    """What is found in a paragraph, as the cut would label it: see `lay_out`."""
    text, places = join_tokens(tokens)
    words = split_words(text)
    return lay_out(take_runs(watch.answer_flat(words), words, places), tokens)


def take_runs(answers: Iterable[CueAnswer], words: Words, places: Sequence[tuple[int, int]]) -> Iterator[Likely]:
    """The sources, cues and contents of all answers, likely or not, as runs of the tokens that they cover by half."""
    for answer in answers:
        for role in ROLES:
            for run in join_touching(tuple(answer.speech.get(role, ()))):
                span = span_of(words, run)
                under = [n for n, (start, end) in enumerate(places) if covers(start, end, [(span.start, span.end)])]
                if under:
                    yield chance_of_run(answer, role, run), (role, under[0], under[-1] + 1)


def lay_out(found: Iterable[Likely], tokens: Sequence[str]) -> list[Run]:
    """Runs that never overlap, the likeliest first; what overlaps with an earlier one, or is not likely, is left out. A
    source with an apposition takes the comma that closes it ("Haddad, a nurse,").
    """
    taken: set[int] = set()
    runs: list[Run] = []
    for chance, (role, start, end) in sorted(found, key=lambda each: (-each[0], each[1])):
        stop = end + 1 if role == "source" and _is_open_apposition(tokens, start, end) else end
        if chance >= LIKELY and taken.isdisjoint(range(start, stop)):
            taken.update(range(start, stop))
            runs.append((role, start, stop))
    return sorted(runs, key=lambda run: run[1])


def runs_of(labels: Sequence[str]) -> list[Run]:
    """Labelled runs; an "I-" after another role, or after none, belongs to no run, as the published scorer has it."""
    runs: list[Run] = []
    begun: tuple[str, int] | None = None
    for index, label in enumerate((*labels, "O")):
        if begun and label == f"I-{begun[0]}":
            continue
        if begun:
            runs.append((*begun, index))
        begun = (label[2:], index) if label.startswith("B-") else None
    return runs


def count_runs(gold: Sequence[Run], found: Sequence[Run]) -> Counts:
    """Right, found and wanted (columns) by role (rows)."""
    both = set(gold) & set(found)
    return np.array(
        [[sum(run[0] == role for run in some) for some in (both, found, gold)] for role in ROLES], dtype=np.float64
    )


def _is_open_apposition(tokens: Sequence[str], start: int, end: int) -> bool:
    return end < len(tokens) and tokens[end] == "," and "," in tokens[start:end]


def _figure(scored: CutScored, role: str) -> object:
    return estimate(scored.counts[:, ROLES.index(role)], f_score)
