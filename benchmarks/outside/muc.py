"""MUC-4: did it happen, was it tried or only threatened; and how is an organisation's part put?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.outside.incident import CONFIDENCES, STAGES, name_confidence, name_stage, sentence_case
from benchmarks.outside.interval import Counts, accuracy, estimate, macro_f
from benchmarks.outside.template import Incident, load_incidents, load_texts
from benchmarks.outside.watch import Watch
from sayso.evaluate.table import render_table
from sayso.model.claim import Claim

Texts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Source:
    """Where texts and their key are, and whether the texts are in capitals."""

    title: str
    files: tuple[tuple[str, str], ...]
    is_upper: bool = True


SOURCES: Mapping[str, tuple[Source, ...]] = {
    "dev": (
        Source(
            "500 development texts",
            (
                ("dev/dev-muc3-0001-0100", "dev/key-dev-0001.muc4"),
                ("dev/dev-muc3-0501-0600", "dev/key-dev-0501.muc4"),
                ("dev/dev-muc3-1001-1100", "dev/key-dev-1001.muc4"),
                ("tst1/tst1-muc3", "tst1/key-tst1.v7"),
                ("tst2/tst2-muc4", "tst2/key-tst2.v4"),
            ),
        ),
    ),
    "test": (
        Source("tst3, tst4", (("tst3/tst3-muc4", "tst3/key-tst3.v2"), ("tst4/tst4-muc4", "tst4/key-tst4.v2"))),
        Source("tst4 in its own letters", (("tst4/tst4-muc4.mixed-case", "tst4/key-tst4.v2"),), is_upper=False),
    ),
}


@dataclass(frozen=True)
class MucScored:
    """Answers to one slot: a table of gold against answers by document (its last column: no claim), over `labels`."""

    title: str
    slot: str
    confusion: Counts


def measure_muc(gold: Path, *, part: str, watch: Watch) -> list[MucScored]:
    """Both slots over each source of a part ("dev": what the mapping was made on; "test")."""
    return [scored for source in SOURCES[part] for scored in _measure(gold, source, watch)]


def render_muc(scored: Sequence[MucScored]) -> str:
    """The section: accuracy and macro-F where there is a claim, beside always giving gold's commonest answer."""
    heads = ("slot", "texts", "accuracy", "of the commonest", "macro-F", "of the commonest", "with a claim", "of")
    return "\n".join(
        [
            "### MUC-4: stage of execution, and confidence in the organisation",
            "",
            render_table(heads, [_row(each) for each in scored]),
            "Over the templates (stage) and the organisations in them (confidence) for which there is a claim, beside",
            "always giving the commonest answer; the development texts made the mapping. Nobody publishes on",
            "these slots.",
            "",
        ]
    )


def score_muc(title: str, incidents: Sequence[Incident], claims: Mapping[str, Sequence[Claim]]) -> list[MucScored]:
    """Both slots of incidents, from the claims read in each document."""
    documents = sorted({each.document for each in incidents})
    stages = np.zeros((len(documents), len(STAGES), len(STAGES) + 1))
    confidences = np.zeros((len(documents), len(CONFIDENCES), len(CONFIDENCES) + 1))
    for incident in incidents:
        row, found = documents.index(incident.document), claims[incident.document]
        _count(stages[row], STAGES, incident.stage, name_stage(incident, found))
        for suspect in incident.suspects:
            _count(confidences[row], CONFIDENCES, suspect.confidence, name_confidence(incident, suspect, found))
    return [MucScored(title, "stage", stages), MucScored(title, "confidence", confidences)]


def _measure(gold: Path, source: Source, watch: Watch) -> list[MucScored]:
    incidents = [each for _, key in source.files for each in load_incidents(gold, key)]
    texts = {name: text for file, _ in source.files for name, text in load_texts(gold, file).items()}
    claims = {
        name: watch.read(sentence_case(texts[name]) if source.is_upper else texts[name], name=name)[1].claims
        for name in sorted({each.document for each in incidents})
    }
    return score_muc(source.title, incidents, claims)


def _count(table: Counts, labels: Sequence[str], gold: Sequence[str], answer: str | None) -> None:
    """Alternatives of gold are equally right; a filler outside the labels (one text acquits) is passed over."""
    wanted = answer if answer in gold else gold[0]
    if wanted in labels:
        table[labels.index(wanted), labels.index(answer) if answer else -1] += 1


def _row(scored: MucScored) -> list[str]:
    given = scored.confusion[:, :, :-1]
    total, covered = scored.confusion.sum(), given.sum()
    return [
        scored.slot,
        scored.title,
        str(estimate(given, accuracy)),
        str(estimate(_always_commonest(given), accuracy)),
        str(estimate(given, macro_f)),
        f"{estimate(_always_commonest(given), macro_f).figure:.1f}",
        f"{100 * covered / total:.1f} %",
        f"{total:.0f}",
    ]


def _always_commonest(given: Counts) -> Counts:
    """The same gold, answered by its commonest label every time."""
    wanted = given.sum(axis=-1)
    always = np.zeros_like(given)
    always[:, :, int(wanted.sum(axis=0).argmax())] = wanted
    return always
