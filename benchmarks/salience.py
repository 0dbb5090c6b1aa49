"""Fit the weights of salience on the train part of the ruled corpus, and print them with what they reach on dev.

    python -m benchmarks.salience

A softmax over those mentioned before each pronoun that speaks, by gradient ascent with a quadratic penalty; five parts
of the train reports, each measured by weights fitted on the other four, tell what to expect elsewhere.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from benchmarks.speakers import Spoken, read_part
from sayso.evaluate.words import strong_words
from sayso.resolve.antecedent import list_fitting, pick_weights
from sayso.resolve.chain import hear_speakers
from sayso.resolve.description import describe
from sayso.resolve.discourse import Outlets, open_discourse
from sayso.resolve.outlet import Asked
from sayso.resolve.salience import OTHERS, PERSON, Weights, list_factors

_FOLDS, _ROUNDS, _STEP, _PENALTY = 5, 250, 0.05, 4.0
_CLASSES: Mapping[str, Weights] = {"PERSON": PERSON, "OTHERS": OTHERS}
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Question:
    """A pronoun that speaks: who may be meant, their factors, which of them is, how many claims hang on it."""

    report: str
    forms: Sequence[str]
    factors: Sequence[Sequence[str]]
    right: Sequence[bool]
    claims: int


def main() -> None:
    """Fit and print."""
    train, dev = _ask("train"), _ask("dev")
    for name in _CLASSES:
        some, others = train.get(name, []), dev.get(name, [])
        weights = fit(some)
        sys.stdout.write(
            f"{name}: over folds {_cross(some):.1f}, train {measure(some, weights):.1f},"
            f" dev {measure(others, weights):.1f} (shipped: {measure(others, _CLASSES[name]):.1f}) of {_size(others)}\n"
            f"{ {key: round(value, 1) for key, value in sorted(weights.items(), key=lambda item: -item[1])} }\n"
        )


def fit(questions: Sequence[Question]) -> dict[str, float]:
    """Weights by factor under which the right ones are likeliest."""
    names = sorted({factor for each in questions for row in each.factors for factor in row})
    tables = [
        (_table(each, names), np.array(each.right, float), each.claims**0.5) for each in questions if any(each.right)
    ]
    total = sum(size for _, _, size in tables)
    weights, first, second = (np.zeros(len(names)) for _ in range(3))
    for turn in range(1, _ROUNDS + 1):
        slope = (
            _PENALTY * weights / total + sum((_slope(*each, weights) for each in tables), np.zeros(len(names))) / total
        )
        first, second = 0.9 * first + 0.1 * slope, 0.99 * second + 0.01 * slope * slope
        weights = weights - _STEP * (first / (1 - 0.9**turn)) / (np.sqrt(second / (1 - 0.99**turn)) + 1e-8)
    return dict(zip(names, weights.tolist(), strict=True))


def measure(questions: Sequence[Question], weights: Weights) -> float:
    """The share of claims whose speaker comes first, in percent."""
    right = sum(each.claims for each in questions if _is_right(each, weights))
    return 100 * right / max(_size(questions), 1)


def _cross(questions: Sequence[Question]) -> float:
    reports = sorted({each.report for each in questions})
    fold = {report: place % _FOLDS for place, report in enumerate(reports)}
    right = 0.0
    for part in range(_FOLDS):
        held = [each for each in questions if fold[each.report] == part]
        right += measure(held, fit([each for each in questions if fold[each.report] != part])) * _size(held)
    return right / max(_size(questions), 1)


def _is_right(question: Question, weights: Weights) -> bool:
    sums: dict[str, float] = {}
    for form, factors in zip(question.forms, question.factors, strict=True):
        sums[form] = sums.get(form, 0.0) + float(np.exp(sum(weights.get(factor, 0.0) for factor in factors)))
    best = max(sums, key=lambda form: sums[form], default=None)
    return any(right for form, right in zip(question.forms, question.right, strict=True) if form == best)


def _slope(table: Floats, right: Floats, size: float, weights: Floats) -> Floats:
    scores = table @ weights
    chances = np.exp(scores - scores.max())
    chances /= chances.sum()
    wanted = chances * right
    slope: Floats = size * (table.T @ (chances - wanted / wanted.sum()))
    return slope


def _table(question: Question, names: Sequence[str]) -> Floats:
    places = {name: place for place, name in enumerate(names)}
    table = np.zeros((len(question.factors), len(names)))
    for row, factors in enumerate(question.factors):
        table[row, [places[factor] for factor in factors]] = 1
    return table


def _size(questions: Sequence[Question]) -> int:
    return sum(each.claims for each in questions)


def _ask(part: str) -> dict[str, list[Question]]:
    asked: dict[str, list[Question]] = {}
    for spoken in read_part(part):
        for name, question in _ask_report(spoken):
            asked.setdefault(name, []).append(question)
    return asked


def _ask_report(spoken: Spoken) -> list[tuple[str, Question]]:
    outlet = spoken.report.outlet
    discourse = open_discourse(spoken.report, outlets=Outlets(outlet, Asked((outlet,) if outlet else ())))
    row = hear_speakers(spoken.reading, discourse=discourse).row
    meant: dict[tuple[int, str], list[str]] = {}
    for claim in spoken.reading.claims:
        wanted = spoken.wanted.get(claim.id)
        if wanted and wanted.kind == "pronoun" and claim.chain[0].source.start is not None:
            source = claim.chain[0].source
            meant.setdefault((source.start or 0, source.text), []).append(wanted.words)
    found = []
    for (at, text), words in meant.items():
        described = describe(text)
        weights = pick_weights(described.head)
        name = next((name for name, each in _CLASSES.items() if each is weights), None)
        if name is None:
            continue
        fitting = list_fitting(described.head, discourse=discourse, at=at, heard=[each for each in row if each.at < at])
        factors = list_factors(fitting, at=at, layout=discourse.roster.layout)
        right = [bool(strong_words(words[0]) & strong_words(" ".join(each.referent.forms))) for each in fitting]
        forms = [each.referent.forms[0] for each in fitting]
        found.append((name, Question(spoken.report.id, forms, factors, right, len(words))))
    return found


if __name__ == "__main__":
    main()
