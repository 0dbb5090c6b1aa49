"""What a report derives from depends on it and on its candidates, on nothing else in the record."""

from __future__ import annotations

import random

import pytest

from sayso.corroborate.lineage.candidates import FEW, MANY, find_candidates, find_fellows
from sayso.corroborate.lineage.finding import derive_lineage, prepare_sides
from sayso.corroborate.lineage.keys import find_keys
from sayso.corroborate.lineage.tests.example import CASES, WIRE, gather_cases, list_edges, report
from sayso.corroborate.tests.affair import build, load
from sayso.model.resolution import Resolution

UNRELATED = """A ferry with forty passengers ran aground off Omber in the fog of Friday evening.
The harbour master of Omber, Lisel Ankh, said nobody had been hurt and the ferry would float by noon."""


@pytest.mark.parametrize("case", CASES)
def test_unrelated_report_of_a_named_outlet_changes_nothing(case: str) -> None:
    resolutions = build(load(case))
    outlets = sorted({resolution.report.outlet or "" for resolution in resolutions})
    others = [report(f"unrelated {outlet}", UNRELATED, outlet=outlet, told="2030-01-05") for outlet in outlets]
    edges, unheld = derive_lineage([*resolutions, *others])
    ids = {resolution.report.id for resolution in resolutions}
    assert ([edge for edge in edges if edge.report in ids], unheld) == ([*derive_lineage(resolutions)[0]], unheld)
    assert unheld == derive_lineage(resolutions)[1]


def test_neighbourhood_gives_what_the_whole_record_gives() -> None:
    record = gather_cases()
    whole = derive_lineage(record)[0]
    near = _find_near(record)
    for resolution in record:
        id_ = resolution.report.id
        inside = near[id_].union(*(near[other] for other in near[id_]), {id_})
        part = derive_lineage([each for each in record if each.report.id in inside])[0]
        assert [edge for edge in part if edge.report == id_ and edge.of in near] == [
            edge for edge in whole if edge.report == id_ and edge.of in near
        ]


def test_order_changes_nothing() -> None:
    record = gather_cases()
    expected = derive_lineage(record)
    for seed in range(5):
        random.Random(seed).shuffle(record)  # noqa: S311  # guards nothing
        assert derive_lineage(record) == expected


@pytest.mark.parametrize("case", CASES)
def test_report_given_twice_counts_once(case: str) -> None:
    resolutions = build(load(case))
    assert derive_lineage(resolutions * 2) == derive_lineage(resolutions)


@pytest.mark.parametrize("case", [case for case in CASES if case.startswith("lineage/")])
def test_copy_of_a_report_adds_its_own_edges_and_changes_no_other(case: str) -> None:
    resolutions = build(load(case))
    before, unheld = derive_lineage(resolutions)
    for original in resolutions:
        copy = report("zz copy", original.report.text, outlet="The Parrot", told="2031-12-31")
        after, still = derive_lineage([*resolutions, copy])
        assert [edge for edge in after if edge.report != "zz copy"] == list(before)
        assert still == unheld


def test_one_wire_in_many_outlets_is_no_work_for_all_pairs() -> None:
    count = 4 * MANY
    record = [report("wire", f"TAR, March 2 (Northgate Wire) - {WIRE}")]
    record += [report(f"c{n:04}", WIRE, outlet=f"Paper {n:04}", told="2031-03-03") for n in range(count)]
    assert sum(map(len, _find_near(record).values())) <= 2 * (FEW + 1) * len(record)
    assert list_edges(derive_lineage(record)[0]) == [(f"c{n:04}", "wire", "copy") for n in range(count)]


def test_phrase_of_every_day_makes_no_pairs() -> None:
    phrase = "The ministry did not answer questions that were sent to it by letter."
    record = [
        report(f"r{n:03}", f"{_sentence(n)} {phrase}", outlet=f"Paper {n:03}", told="2031-03-03")
        for n in range(2 * MANY)
    ]
    assert derive_lineage(record) == ((), ())


def _sentence(n: int) -> str:
    """A sentence that no other number gives."""
    rng = random.Random(n)  # noqa: S311  # guards nothing
    words = ["".join(rng.choices("abdegiklmnorstuvz", k=rng.randint(4, 8))) for _ in range(60)]
    return " ".join(words).capitalize() + "."


def _find_near(record: list[Resolution]) -> dict[str, frozenset[str]]:
    sides = prepare_sides(record)
    keys = {id_: find_keys(side.text, side.credits) for id_, side in sides.items()}
    texts = [side.text for side in sides.values()]
    found, fellows = find_candidates(texts, keys), find_fellows(texts, keys)
    return {id_: found.get(id_, frozenset()) | fellows.get(id_, frozenset()) for id_ in sides}
