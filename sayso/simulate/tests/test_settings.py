"""Every knob does what it says, and nonsense is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.simulate import Settings, Theatre, make_theatre, simulate

CALM = Settings(seed=21, reports=40, look_alikes=0, slips=0, undated=0, loose_names=0, world_wires=0, flood_every=0)


def tags(theatre: Theatre) -> set[str]:
    return {tag for happening in theatre.truth.happenings for tag in happening.tags}


@pytest.mark.parametrize(
    ("knob", "value", "tag"),
    [
        ("look_alikes", 1.0, "again"),
        ("slips", 1.0, "slip in number"),
        ("undated", 1.0, "undated"),
        ("loose_names", 0.5, "odd name"),
        ("world_wires", 6, "world"),
        ("flood_every", 1, "flood"),
    ],
)
def test_a_knob_brings_its_tag_and_only_it_does(knob: str, value: float, tag: str) -> None:
    assert tag not in tags(make_theatre(CALM, 0))
    assert tag in tags(make_theatre(replace(CALM, **{knob: value}, flood=20), 0))


def test_without_copies_nothing_derives_but_credits_and_later_versions() -> None:
    theatre = make_theatre(replace(CALM, copies=0), 0)
    assert {str(edge.relation) for edge in theatre.truth.lineage} <= {"credit", "version"}


def test_a_theatre_has_about_as_many_reports_as_asked() -> None:
    sizes = [len(make_theatre(CALM, number).resolutions) for number in range(20)]
    assert 30 <= sum(sizes) / len(sizes) <= 55


def test_theatres_come_until_there_are_claims_enough() -> None:
    sizes = [theatre.claims for theatre in simulate(replace(CALM, claims=500))]
    assert sum(sizes) >= 500 > sum(sizes[:-1])
    assert list(simulate(replace(CALM, claims=0))) == []


def test_a_theatre_needs_no_other_one_before_it() -> None:
    assert list(simulate(replace(CALM, claims=400)))[1] == make_theatre(CALM, 1)


@pytest.mark.parametrize(("knob", "value"), [("slips", 3), ("undated", -0.1), ("reports", 0), ("copies", -1)])
def test_settings_that_make_no_sense_are_refused(knob: str, value: float) -> None:
    with pytest.raises(ValueError, match=f"{knob} is {value}"):
        replace(CALM, **{knob: value})
