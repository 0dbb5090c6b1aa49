"""The golden cases of `tests/golden`: short invented reports that show each rule."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from sayso.model.claim import Claim
from sayso.model.knowledge import Knowledge
from sayso.model.report import Report
from sayso.resolve import quantity, resolve
from sayso.resolve.name import compare_names
from sayso.resolve.tests.build import claim, read, report

GOLDEN = Path(__file__).resolve().parents[3] / "tests" / "golden"


def cases(concept: str) -> list[Any]:
    paths = sorted((GOLDEN / concept).glob("*.yaml"))
    return [pytest.param(yaml.safe_load(path.read_text("utf-8")), id=path.stem) for path in paths]


def read_row(row: dict[str, Any]) -> tuple[Report, list[Claim]]:
    where = report(row["text"], outlet=row["outlet"], published=str(row["published"]))
    claims = [claim(where, each["claim"], by=each.get("said", ()), cue=each.get("cue")) for each in row["claims"]]
    return where, claims


def is_named(name: str, mention_names: set[str]) -> bool:
    return any(compare_names(name, other).score >= 0.9 for other in mention_names)


@pytest.mark.parametrize("case", cases("chain"))
def test_chain_runs_from_the_nearest_speaker_to_the_outlet(case: dict[str, Any]) -> None:
    rows = [read_row(row) for row in case["reports"]]
    resolutions = resolve([read(where, *claims) for where, claims in rows], knowledge=Knowledge())
    for row, resolution in zip(case["reports"], resolutions, strict=True):
        for expected, found in zip(row["claims"], resolution.claims, strict=True):
            sources = [{link.source.text, *link.source.names} for link in found.chain]
            assert len(sources) == len(expected["expect"]), (expected["claim"], sources)
            for name, names in zip(expected["expect"], sources, strict=True):
                assert is_named(name, names), (expected["claim"], name, names)


@pytest.mark.parametrize("case", cases("quantity"))
def test_count_keeps_its_open_ends(case: dict[str, Any]) -> None:
    for row in case.get("cases", ()):
        found = quantity.parse(row["words"])
        assert found is not None, row["words"]
        assert (found.low, found.best, found.high) == (row["low"], row["best"], row["high"]), row["words"]
        assert (found.approximate, found.unit) == (row.get("approximate", False), row["unit"]), row["words"]
        if "status" in row:
            assert found.status == row["status"], row["words"]
    for words in case.get("not_counts", ()):
        assert quantity.parse(words) is None, words


@pytest.mark.parametrize("case", cases("name"))
def test_name_is_one_in_every_spelling(case: dict[str, Any]) -> None:
    for one, other in case["same"]:
        assert compare_names(one, other).score >= 0.9, (one, other)
    for one, other in case["short"]:
        assert 0 < compare_names(one, other).score < 0.9, (one, other)
    for one, other in case["different"]:
        assert compare_names(one, other).score == 0, (one, other)


@pytest.mark.parametrize("case", cases("affiliation"))
def test_affiliation_is_what_the_text_states(case: dict[str, Any]) -> None:
    where, claims = read_row(case["report"])
    resolution = resolve([read(where, *claims)], knowledge=Knowledge())[0]
    entities = {entity.id: entity for entity in resolution.entities}
    stated = {(each.name, entities[tie.of].name) for each in entities.values() for tie in each.affiliations}
    for whose, of in case["expect"]:
        assert (whose, of) in stated, (whose, of, sorted(stated))
