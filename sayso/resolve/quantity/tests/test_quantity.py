"""Counts: read from words with their ends, compared by whether they meet, found where nobody read them."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from sayso.model.claim import Claim
from sayso.model.values.stance import Role
from sayso.resolve.quantity import Count, candidates, compare, parse, resolve, resolve_quantities
from sayso.resolve.tests.build import claim, report

GOLDEN = Path(__file__).resolve().parents[4] / "tests" / "golden" / "quantity"


def golden(part: str) -> list[Any]:
    return [
        row for path in sorted(GOLDEN.glob("*.yaml")) for row in yaml.safe_load(path.read_text("utf-8")).get(part, ())
    ]


def counted(text: str, words: str, *, type_: str = "kill", count: str | None = None, **roles: str) -> tuple[Any, ...]:
    where = report(text)
    one: Claim = claim(where, words, type_=type_, count=count, **roles)
    return resolve_quantities(one, text=where.text)


@pytest.mark.parametrize("row", golden("cases"), ids=lambda row: row["words"])
def test_count_keeps_its_open_ends(row: dict[str, Any]) -> None:
    found = parse(row["words"])
    assert found
    assert (found.low, found.best, found.high) == (row["low"], row["best"], row["high"])
    assert (found.approximate, found.unit) == (row.get("approximate", False), row["unit"])
    assert found.status == row.get("status", found.status)


@pytest.mark.parametrize("words", golden("not_counts"))
def test_names_measures_shares_and_ordinals_count_nothing(words: str) -> None:
    assert parse(words) is None
    assert resolve(words).best is None


@pytest.mark.parametrize(
    ("one", "other", "score", "because"),
    [
        ("14 people", "fourteen people", 1.0, "the same number"),
        ("14 people", "at least 14 people", 0.9, "the same number, bounded in another way"),
        ("about 300 vehicles", "320 vehicles", 0.6, "the ranges meet"),
        ("12 soldiers", "12 people", 1.0, "the same number"),
        ("at least 20 people", "12 people", 0.0, "the ranges do not meet"),
        ("up to 10 tanks", "14 tanks", 0.0, "the ranges do not meet"),
        ("14 people", "14 drones", 0.0, "different things are counted"),
    ],
)
def test_counts_conflict_where_their_ranges_do_not_meet(one: str, other: str, score: float, because: str) -> None:
    left, right = parse(one), parse(other)
    assert left
    assert right
    found = compare(left, right)
    (reason,) = found.reasons
    assert (found.score, reason.because) == (score, because)
    assert compare(right, left).score == score
    assert reason.ours
    assert reason.theirs


def test_readings_are_shown_with_the_whole_first() -> None:
    found = candidates("two officers and nine soldiers")
    assert [each.of.best for each in found] == [11, 2, 9]
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)


def test_answer_says_what_was_read() -> None:
    assert resolve("at least 14 people").because == "read as at least 14 (person)"
    assert resolve("some people").because == "the words give no number"


def test_count_nobody_read_is_found_in_the_counted_role() -> None:
    (found,) = counted("A shell killed 14 fighters in Sarn.", "A shell killed 14 fighters", recipient="14 fighters")
    assert (found.best, found.unit, found.of, found.status) == (14, "person", Role.RECIPIENT, "combatant")
    assert found.span.text == "14 fighters"


def test_count_nobody_read_is_found_where_the_claim_begins() -> None:
    (found,) = counted("Some 120 families fled the town.", "Some 120 families fled the town", type_="displace")
    assert (found.low, found.best, found.high, found.span.text) == (108, 120, 132, "Some 120 families")


def test_those_who_do_it_are_not_counted() -> None:
    assert (
        counted("Two drones struck the depot.", "Two drones struck the depot", type_="strike", actor="Two drones") == ()
    )


def test_number_of_a_name_is_no_count_of_the_role() -> None:
    assert (
        counted("Shells hit wells 101 and 107.", "Shells hit wells 101 and 107", type_="strike", object="wells 101")
        == ()
    )


def test_count_takes_in_the_words_before_it_that_bound_it() -> None:
    text = "Up to 238 people were hurt in Sarn."
    (found,) = counted(text, "Up to 238 people were hurt", type_="injure", count="238 people")
    assert (found.low, found.high, found.span.text) == (None, 238, "Up to 238 people")


def test_words_read_as_a_count_that_describe_one_person_are_one() -> None:
    (found,) = counted(
        "A mine killed the driver.", "A mine killed the driver", count="the driver", recipient="the driver"
    )
    assert found.best == 1


def test_values_that_are_filled_stay() -> None:
    where = report("A shell killed 14 fighters.")
    one = claim(where, "A shell killed 14 fighters", type_="kill", count="14 fighters")
    once = resolve_quantities(one, text=where.text)
    again = resolve_quantities(Claim(**{**_fields(one), "quantities": once}), text=where.text)
    assert again == once


def _fields(one: Claim) -> dict[str, Any]:
    return {name: getattr(one, name) for name in one.__slots__}


HOSTILE = ["", " ", "9" * 5000, "one " * 2500, "a " * 5000, "and " * 2500, "," * 10_000, "1,234," * 2000, "-" * 10_000]
HOSTILE += ["²³", "½", "٫", "between", "hundred thousand million", "between and", "1.2.3.4", "two and two and " * 600]


@pytest.mark.parametrize("words", HOSTILE, ids=lambda words: words[:12])
def test_hostile_words_give_a_count_or_none_and_never_fail(words: str) -> None:
    found = parse(words)
    assert found is None or isinstance(found, Count)
    assert resolve(words).words == words
