"""A figure is evidence only if damage lowers it."""

import copy

import pytest

from sayso.evaluate import Counts, find_affairs, gold_reading, list_figures, load_affair, write_ideal_rows
from sayso.evaluate.damage import DAMAGES, Effect, measure_damages, shift_dates
from sayso.evaluate.reading_damage import DERIVED, READING_DAMAGES, lose_attributions, measure_reading_damages
from sayso.model.report import Report
from sayso.model.rows import row_of_claim, row_of_report


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.name)
def test_damage_lowers_the_scores_that_it_aims_at(marrow, rows, damage):
    for effect in measure_damages([(marrow, rows)], [damage]):
        assert effect.is_lower, effect


def test_damage_lowers_scores_over_all_affairs(shared):
    affairs = [load_affair(folder) for folder in find_affairs(shared / "affairs")]
    effects = measure_damages([(affair, write_ideal_rows(affair)) for affair in affairs], DAMAGES[::7])
    assert [effect for effect in effects if not effect.is_lower] == []


def test_every_score_has_a_damage_that_lowers_it():
    assert {score for damage in DAMAGES for score in damage.lowers} == set(list_figures(Counts()))


def test_damage_leaves_the_rows_it_was_given_alone(rows):
    before = copy.deepcopy(rows)
    for damage in DAMAGES:
        damage.apply(rows)
    assert rows == before


def test_an_effect_is_lower_only_if_there_was_something_to_lower():
    assert Effect("dates shifted", "when", 100.0, 80.0).is_lower
    assert not Effect("dates shifted", "when", 80.0, 80.0).is_lower
    assert not Effect("dates shifted", "when", None, None).is_lower


def test_damaged_readings_are_scored_by_what_follows_from_them(marrow):
    readings = gold_reading(marrow, [Report(each.name, f"{each.name}.txt", each.text) for each in marrow.reports])

    def derive(readings):
        """One event of all that is attributed: enough to see it fall when speakers are lost."""
        said = [claim.id for _, reading in readings for claim in reading.claims if claim.said_in]
        yield {"kind": "event", "id": "v1", "claims": said}
        for report, reading in readings:
            yield row_of_report(report)
            yield from map(row_of_claim, reading.claims)

    lost = [damage for damage in READING_DAMAGES if damage.apply is lose_attributions]
    effects = {effect.score: effect for effect in measure_reading_damages([(marrow, readings)], lost, derive=derive)}
    assert set(effects) == set(DERIVED)
    assert effects["events"].is_lower


@pytest.mark.parametrize("damage", READING_DAMAGES, ids=lambda damage: damage.name)
def test_every_damage_to_a_reading_changes_it(marrow, damage):
    reports = [Report(each.name, f"{each.name}.txt", each.text) for each in marrow.reports]
    readings = [reading for _, reading in gold_reading(marrow, reports)]
    assert [damage.apply(reading) for reading in readings] != readings


def test_a_date_that_stays_open_is_left_open_by_damage() -> None:
    row = {"kind": "claim", "when": {"text": "on Friday", "edtf": None}}
    assert shift_dates([row]) == [row]
