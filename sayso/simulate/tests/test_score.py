"""What is right scores in full; every damage lowers the score that it should, and no other one above it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.evaluate import list_figures
from sayso.model.corroboration import Corroboration
from sayso.model.lineage import Relation
from sayso.simulate import Settings, Truth, join_truths, score, score_by_tag, score_links, simulate
from sayso.simulate.tests.ideal import make_ideal


@pytest.fixture(scope="module")
def truth() -> Truth:
    return join_truths(theatre.truth for theatre in simulate(Settings(seed=11, claims=900, flood_every=0)))


@pytest.fixture(scope="module")
def ideal(truth: Truth) -> Corroboration:
    return make_ideal(truth)


def figures(truth: Truth, found: Corroboration) -> dict[str, float | None]:
    return list_figures(score(truth, found))


def test_what_is_right_scores_in_full(truth: Truth, ideal: Corroboration) -> None:
    found = figures(truth, ideal)
    wanted = ("events", "voices", "conflicts", "sides", "lineage", "lineage+relation", "holdings", "holdings+status")
    assert {name: found[name] for name in wanted} == dict.fromkeys(wanted, 100.0)
    assert score(truth, ideal).in_time.right == len(truth.holdings)


def test_no_corroboration_finds_nothing(truth: Truth) -> None:
    found = figures(truth, Corroboration())
    assert all(found[name] == 0.0 for name in ("voices", "conflicts", "sides", "lineage", "holdings"))


def test_two_happenings_made_one_cost_events_and_voices(truth: Truth, ideal: Corroboration) -> None:
    (one, *others), two = ideal.events[:-1], ideal.events[-1]
    merged = replace(one, claims=(*one.claims, *two.claims), voices=(*one.voices, *two.voices))
    found = figures(truth, replace(ideal, events=(merged, *others)))
    assert found["events"] < 100.0
    assert found["voices"] < 100.0


def test_a_happening_torn_in_two_costs_events(truth: Truth, ideal: Corroboration) -> None:
    large = max(ideal.events, key=lambda event: len(event.claims))
    torn = [replace(large, claims=large.claims[:1]), replace(large, id="rest", claims=large.claims[1:])]
    events = tuple(event for event in ideal.events if event is not large)
    assert figures(truth, replace(ideal, events=(*events, *torn)))["events"] < 100.0


def test_a_voice_counted_twice_costs_voices_alone(truth: Truth, ideal: Corroboration) -> None:
    event = next(event for event in ideal.events if len(event.claims) > 1 and event.voices)
    twice = replace(event, voices=(*event.voices, replace(event.voices[0], id="again")))
    found = figures(truth, replace(ideal, events=tuple(twice if e is event else e for e in ideal.events)))
    assert found["voices"] < 100.0
    assert found["events"] == 100.0


def test_two_voices_exchanged_for_one_of_them_twice_are_not_right(truth: Truth, ideal: Corroboration) -> None:
    event = next(event for event in ideal.events if len(event.voices) > 1)
    same = replace(event, voices=(event.voices[0], *[replace(event.voices[0], id="w") for _ in event.voices[1:]]))
    found = score(truth, replace(ideal, events=tuple(same if e is event else e for e in ideal.events)))
    assert found.voices.right_count == found.voices.events
    assert found.voices.right_set == found.voices.events - 1


def test_a_conflict_left_out_costs_conflicts_and_sides(truth: Truth, ideal: Corroboration) -> None:
    event = next(event for event in ideal.events if event.conflicts)
    silent = replace(event, conflicts=())
    found = figures(truth, replace(ideal, events=tuple(silent if e is event else e for e in ideal.events)))
    assert found["conflicts"] < 100.0
    assert found["sides"] < 100.0


def test_an_edge_of_another_relation_costs_the_relation_alone(truth: Truth, ideal: Corroboration) -> None:
    first = ideal.lineage[0]
    other = Relation.CREDIT if first.relation is not Relation.CREDIT else Relation.COPY
    found = figures(truth, replace(ideal, lineage=(replace(first, relation=other), *ideal.lineage[1:])))
    assert found["lineage"] == 100.0
    assert found["lineage+relation"] < 100.0


def test_an_edge_left_out_costs_lineage(truth: Truth, ideal: Corroboration) -> None:
    held = next(edge for edge in ideal.lineage if edge.of in truth.reports)
    left = tuple(edge for edge in ideal.lineage if edge is not held)
    assert figures(truth, replace(ideal, lineage=left))["lineage"] < 100.0


def test_a_holding_left_out_costs_holdings(truth: Truth, ideal: Corroboration) -> None:
    found = figures(truth, replace(ideal, holdings=ideal.holdings[1:]))
    assert found["holdings"] < 100.0
    assert found["holdings+status"] < 100.0


def test_a_spokesman_as_holder_is_his_party(truth: Truth, ideal: Corroboration) -> None:
    first = ideal.holdings[0]
    speaker = next(entity for entity, other in truth.stands_for.items() if other == first.holder)
    found = replace(ideal, holdings=(replace(first, holder=speaker), *ideal.holdings[1:]))
    assert figures(truth, found)["holdings"] == 100.0


def test_tags_sort_the_happenings(truth: Truth, ideal: Corroboration) -> None:
    found = score_by_tag(truth, ideal)
    assert {"again", "copy", "rewrite"} <= set(found)
    assert all(counts.events.precision == pytest.approx(counts.events.claims) for counts in found.values())


def test_links_are_all_found_by_a_path_and_none_by_pairs_across(truth: Truth) -> None:
    happening = max(truth.happenings, key=lambda h: len(h.claims))
    path = list(zip(happening.claims, happening.claims[1:], strict=False))
    wanted = sum(len(h.claims) - 1 for h in truth.happenings)
    assert score_links(truth, path).right == len(path)
    assert score_links(truth, [*path, *path]).right == len(path)
    other = next(h for h in truth.happenings if h is not happening)
    assert score_links(truth, [(happening.claims[0], other.claims[0])]).right == 0
    assert score_links(truth, []).wanted == wanted
