"""A theatre as an affair folder: a person can read it, and `sayso evaluate` takes it."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.evaluate import find_affairs, load_affair
from sayso.simulate import Settings, Theatre, make_theatre, simulate, write_affair

#: One town, one wire: copied, rewritten with a wrong day, translated with an odd spelling; the wire counts again.
TINY = Settings(seed=416, reports=6, copies=2.5, world_wires=0, flood_every=0, look_alikes=0.9, slips=0.4)
GOLDEN = Path(__file__).resolve().parents[3] / "tests" / "golden" / "simulate" / "one-town"


@pytest.fixture(scope="module")
def tiny() -> Theatre:
    return make_theatre(TINY, 0)


def test_a_tiny_world_reads_as_it_did(tiny: Theatre) -> None:
    """Read the folder after a change of the generator, then write it anew with `write_tiny`."""
    files = {
        str(file.relative_to(GOLDEN)): file.read_text(encoding="utf-8") for file in GOLDEN.rglob("*") if file.is_file()
    }
    assert write_affair(tiny) == files


def write_tiny() -> None:
    """Writes the golden folder anew: `python -c 'from sayso.simulate.tests.test_affair import *; write_tiny()'`."""
    for name, text in write_affair(make_theatre(TINY, 0)).items():
        (GOLDEN / name).parent.mkdir(parents=True, exist_ok=True)
        (GOLDEN / name).write_text(text, encoding="utf-8")


def test_gold_has_every_claim_in_exact_words(tiny: Theatre) -> None:
    (place,) = find_affairs(GOLDEN)
    affair = load_affair(place)
    assert len(affair.claims) == tiny.claims
    texts = {report.name: report.text for report in affair.reports}
    assert all(claim.evidence in texts[claim.report] for claim in affair.claims)


def test_gold_says_what_truth_says(tiny: Theatre) -> None:
    affair, truth = load_affair(GOLDEN), tiny.truth
    several = [happening for happening in truth.happenings if len(happening.claims) > 1]
    assert [len(event.claims) for event in affair.events] == [len(happening.claims) for happening in several]
    assert [len(event.voices) for event in affair.events] == [len(happening.voices) for happening in several]
    assert len(affair.lineage) == len(truth.lineage)
    assert [str(holding.status) for holding in affair.holdings] == [str(holding.status) for holding in truth.holdings]


def test_gold_sets_the_same_claims_against_each_other(tmp_path: Path) -> None:
    theatre = next(simulate(Settings(seed=8, claims=1)))
    for name, text in write_affair(theatre).items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    affair = load_affair(tmp_path)
    found = sum(
        len(conflict.between[0]) * len(conflict.between[1]) for event in affair.events for conflict in event.conflicts
    )
    wanted = sum(
        len(conflict.between[0]) * len(conflict.between[1])
        for happening in theatre.truth.happenings
        for conflict in happening.conflicts
    )
    assert found == wanted > 0


def test_lineage_of_gold_stays_in_the_folder() -> None:
    """A wire of the world whose own text lies in another theatre is nobody's parent here."""
    theatre = make_theatre(Settings(seed=2), 7)
    assert any(edge.of not in theatre.truth.reports for edge in theatre.truth.lineage)
    files = write_affair(theatre)
    names = {name.removeprefix("reports/").removesuffix(".txt") for name in files}
    rows = [line for line in files["gold.yaml"].splitlines() if "relation:" in line]
    assert all(row.split(", of: ")[1].split(",")[0] in names for row in rows)
