"""Fit the scales by which a reader says how likely each part of a claim is right.

    python -m training.certainty AFFAIRS [--weights FOLDER]

AFFAIRS is a gold affair or a folder of them: the ruled corpus's dev part (`python -m training.affair dev FOLDER`). The
reports are read the whole way, each claim is judged against gold, and a logistic scale is fitted for each part. What is
printed is the expected calibration error on reports that a fit has not seen (five folds).
"""

import argparse
import json
import math
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from sayso.evaluate import PARTS, calibration_error, find_affairs, judge_certainty, load_affair
from sayso.evaluate.calibration import Judged
from sayso.model.rows import Row, report_from_row, rows_of
from sayso.read import WEIGHTS, Reader, load_reader
from sayso.read.certainty import NAME, Scale, Signs, speaker_signs, stance_signs, type_signs
from sayso.read.words import split_words
from sayso.settings import load_settings
from sayso.trial import read_affair

FITTED = ("type", "stance", "speaker")
FOLDS = 5
RIDGE = 1.0
STEPS = 30  # of Newton's method


@dataclass(frozen=True)
class Signed:
    """A claim's report, and the signs of each of its parts."""

    report: str
    signs: Mapping[str, Signs]


@dataclass(frozen=True)
class Cases:
    """Claims by identifier, and for each part which of them gold finds right (not all are judged in every part)."""

    claims: Mapping[str, Signed]
    right: Mapping[str, Mapping[str, bool]]


def main(arguments: list[str] | None = None) -> int:
    """Fit, print, and write `certainty.json` beside the weights."""
    parser = argparse.ArgumentParser(prog="python -m training.certainty", description=__doc__)
    parser.add_argument("affairs", type=Path)
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    options = parser.parse_args(arguments)
    cases = gather_cases(options.affairs, load_reader(options.weights))
    for part, error in measure_apart(cases).items():
        sys.stdout.write(f"{part}: {len(cases.right[part])} claims, calibration error {error:.3f}\n")
    scales = {part: fit_scale(cases, part, cases.right[part]).weights for part in FITTED}
    rounded = {part: {name: round(w, 3) for name, w in weights.items()} for part, weights in scales.items()}
    (options.weights / NAME).write_text(json.dumps(rounded, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    return 0


def gather_cases(folder: Path, reader: Reader) -> Cases:
    """Every claim that the reader makes of the affairs' reports, judged."""
    claims: dict[str, Signed] = {}
    right: dict[str, dict[str, bool]] = {part: {} for part in PARTS}
    for place in find_affairs(folder):
        rows = list(rows_of(read_affair(place, settings=load_settings())))
        for row in rows:
            claims |= _signs_of(row, reader) if row["kind"] == "report" else {}
        for judged in judge_certainty(load_affair(place), rows):
            if judged.claim in claims:
                right[judged.part][judged.claim] = judged.is_right
    return Cases(claims, right)


def _signs_of(row: Row, reader: Reader) -> dict[str, Signed]:
    report = report_from_row(row)
    words = split_words(report.text)
    return {
        claim.id: Signed(
            report.id,
            {"type": type_signs(found), "stance": stance_signs(found), "speaker": speaker_signs(found, words)},
        )
        for found, claim in reader.write(report, words, reader.answer(words))[1]
    }


def fit_scale(cases: Cases, part: str, claims: Iterable[str]) -> Scale:
    """The logistic scale of greatest likelihood over some claims, held near nought by a ridge on all signs but `one`
    and `own`.
    """
    chosen = list(claims)
    signs = [cases.claims[name].signs[part] for name in chosen]
    names = sorted({name for some in signs for name in some})
    table = np.array([[some.get(name, 0.0) for name in names] for some in signs])
    right = np.array([cases.right[part][name] for name in chosen], dtype=float)
    ridge = np.array([1e-3 if name in ("one", "own") else RIDGE for name in names])
    return Scale(dict(zip(names, _newton(table, right, ridge).tolist(), strict=True)))


def _newton(
    table: npt.NDArray[np.float64], right: npt.NDArray[np.float64], ridge: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    weights = np.zeros(table.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-(table @ weights)))
        slope = table.T @ (right - chance) - ridge * weights
        bend = (table * (chance * (1 - chance))[:, None]).T @ table + np.diag(ridge)
        weights = weights + np.linalg.solve(bend, slope)
    return weights


def measure_apart(cases: Cases) -> dict[str, float]:
    """The calibration error of each part, every claim weighed by scales that have not seen its report."""
    reports = sorted({claim.report for claim in cases.claims.values()})
    fold = {report: n % FOLDS for n, report in enumerate(reports)}
    chances: dict[str, dict[str, float]] = {part: {} for part in PARTS}
    for n in range(FOLDS):
        held = [name for name, claim in cases.claims.items() if fold[claim.report] == n]
        seen = {name for name, claim in cases.claims.items() if fold[claim.report] != n}
        for part in FITTED:
            scale = fit_scale(cases, part, [name for name in cases.right[part] if name in seen])
            chances[part] |= {name: scale.chance(cases.claims[name].signs[part]) for name in held}
    chances["whole"] = {name: math.prod(chances[part][name] for part in FITTED) for name in cases.claims}
    return {part: _error(part, cases, chances[part]) for part in PARTS}


def _error(part: str, cases: Cases, chances: Mapping[str, float]) -> float:
    judged = [Judged(part, name, chances[name], is_right) for name, is_right in cases.right[part].items()]
    return calibration_error(judged) or 0.0


if __name__ == "__main__":
    sys.exit(main())
