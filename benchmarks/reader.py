"""Measure the reader on the ruled corpus: by type, stance and kind of cue, and what its certainty is worth.

    python -m benchmarks.reader [dev|test]

The test part is read for the page alone: nothing is chosen on it.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.evaluate import (
    PARTS,
    Breakdown,
    Counts,
    Judged,
    bin_judged,
    break_down,
    calibration_error,
    judge_certainty,
    load_affair,
    render_bins,
    render_tallies,
    render_total,
    score_reports,
)
from sayso.model.rows import rows_of
from sayso.settings import load_settings
from sayso.trial import read_affair
from training.affair import write_affair

READING = ("attribution", "type", "claim", "roles", "evidence", "chain", "stance", "number", "manner")


@dataclass(frozen=True)
class Measured:
    """What was measured: counts by report, tallies by kind, certainties beside what gold says."""

    counts: Sequence[Counts]
    breakdown: Breakdown
    judged: Sequence[Judged]


def main() -> None:
    """Print the sections of one part of the ruled corpus."""
    part = sys.argv[1] if len(sys.argv) > 1 else "dev"
    sys.stdout.write(render_measured(measure_corpus(part), title=f"Ruled corpus, {part} part"))


def measure(places: Sequence[Path]) -> Measured:
    """Read affairs the whole way and compare what was read with gold."""
    counts, breakdown, judged = list[Counts](), Breakdown(), list[Judged]()
    for place in places:
        affair, rows = load_affair(place), list(rows_of(read_affair(place, settings=load_settings())))
        counts += score_reports(affair, rows)
        breakdown = breakdown + break_down(affair, rows)
        judged += judge_certainty(affair, rows)
    return Measured(counts, breakdown, judged)


def measure_corpus(part: str) -> Measured:
    """The dev or test part of the ruled corpus."""
    with tempfile.TemporaryDirectory() as scratch:
        write_affair(part, Path(scratch))
        return measure([Path(scratch)])


def render_measured(measured: Measured, *, title: str) -> str:
    """A section of the page; intervals are over reports."""
    speaker = measured.breakdown.speaker
    return "\n".join(
        [
            f"## {title}",
            "",
            render_total(measured.counts, scores=READING),
            f"Nearest speaker right: {speaker.accuracy()['accuracy']} % of {speaker.wanted} attributed claims of the",
            "right type.",
            "",
            render_tallies("type", measured.breakdown.types),
            render_tallies("stance (whole claim)", measured.breakdown.stances),
            render_tallies("cue (attributed content with its speaker)", measured.breakdown.cues, recall_only=True),
            *_render_certainty(measured.judged),
        ]
    )


def _render_certainty(judged: Sequence[Judged]) -> list[str]:
    lines = []
    for part in PARTS:
        some = [one for one in judged if one.part == part]
        error = calibration_error(some)
        if error is not None:
            lines += [
                f"Certainty of the {part}: expected calibration error {error:.3f}.",
                "",
                render_bins(bin_judged(some)),
            ]
    return lines


if __name__ == "__main__":
    main()
