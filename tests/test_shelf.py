"""Partial snapshots hold exactly what filtering the whole one gives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import sayso
from sayso.errors import NotInRecord
from sayso.model.corroboration import Corroboration
from sayso.model.event import Event
from sayso.model.lineage import Lineage, Relation
from sayso.model.report import Report
from sayso.model.snapshot import Snapshot
from sayso.model.values.stance import Role
from sayso.pipeline import run
from sayso.record import Record, open_record
from sayso.record import derived as stored
from sayso.record.tests.build import claim, clock, decision, derived, event, known_decision, report, resolution
from sayso.settings import Settings
from sayso.workshop import open_workshop

SAMPLE = Path(sayso.__file__).parent / "sample" / "reports"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """The sample affair, read."""
    place = tmp_path_factory.mktemp("sample") / "record.db"
    with open_workshop(place, settings=Settings(), create=True) as shop:
        run([str(SAMPLE)], shop=shop)
    with open_record(place) as record:
        yield record


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """An empty record."""
    with open_record(tmp_path / "record.db", by="amal", now=clock()) as opened:
        yield opened


def expected(whole: Snapshot, events: list[Event], reports: set[str] = frozenset(), place: str = "") -> Snapshot:  # type: ignore[assignment]
    """What `load_part` promises, by filtering the whole."""
    claims = {claim for event in events for claim in event.claims}
    chosen = {r.report.id for r in whole.resolutions if any(c.id in claims for c in r.claims)} | reports
    part = whole.about(chosen)
    unheld = {origin.id for origin in part.corroboration.unheld}
    lines = [line for line in part.corroboration.lineage if line.report in chosen and line.of in chosen | unheld]
    named = {event.id for event in events}
    return replace(
        part,
        corroboration=Corroboration(
            lineage=tuple(lines),
            unheld=tuple(o for o in part.corroboration.unheld if o.id in {line.of for line in lines}),
            events=tuple(events),
            holdings=tuple(
                h for h in whole.corroboration.holdings if named.intersection(h.events) or (h.place == place)
            ),
        ),
    )


def test_an_event_comes_with_its_reports_and_nothing_else(sample: Record) -> None:
    whole = sample.snapshot()
    assert len(whole.corroboration.events) > 20
    for each in whole.corroboration.events:
        assert sample.around_event(each.id) == expected(whole, [each])


def test_a_report_comes_with_all_that_is_told_of_its_events(sample: Record) -> None:
    whole = sample.snapshot()
    for each in whole.resolutions:
        events = [e for e in whole.corroboration.events if {c.id for c in each.claims} & set(e.claims)]
        lines = whole.corroboration.lineage
        ends = {end for line in lines if each.report.id in (line.report, line.of) for end in (line.report, line.of)}
        assert sample.around_report(each.report.id) == expected(whole, events, {each.report.id} | ends)


def test_a_place_comes_with_its_events_the_latest_first_and_all_its_holdings(sample: Record) -> None:
    whole = sample.snapshot()
    places = {event.place for event in whole.corroboration.events if event.place}
    assert places
    for place in places:
        events = [event for event in whole.corroboration.events if event.place == place]
        found = sample.around_place(place)
        dated = [event.when for event in found.corroboration.events if event.when]
        assert dated == sorted(dated, reverse=True)
        assert found == expected(whole, list(found.corroboration.events), place=place)
        assert {event.id for event in found.corroboration.events} == {event.id for event in events}


def test_a_place_gives_no_more_events_than_asked_for(sample: Record) -> None:
    places = [event.place for event in sample.snapshot().corroboration.events if event.place]
    place = max(places, key=places.count)
    assert len(sample.around_place(place).corroboration.events) > 1
    found = sample.around_place(place, limit=1).corroboration
    told = {event for holding in found.holdings for event in holding.events}
    assert len([event for event in found.events[1:] if event.id not in told]) == 0


def test_a_place_comes_with_the_events_that_its_holdings_follow_from(sample: Record) -> None:
    holdings = sample.snapshot().corroboration.holdings
    assert holdings
    for place in {holding.place for holding in holdings}:
        found = sample.around_place(place, limit=1).corroboration
        told = {event for holding in found.holdings if holding.place == place for event in holding.events}
        assert told <= {event.id for event in found.events}


def test_a_source_comes_with_the_events_on_which_it_is_heard(sample: Record) -> None:
    whole = sample.snapshot()
    speaker = next(e for r in whole.resolutions for e in r.entities if e.name == "Idris Fennar")
    spoken = {
        c.id for r in whole.resolutions for c in r.claims if c.speaker is not None and c.speaker.entity == speaker.id
    }
    found = sample.around_source(speaker.id).corroboration.events
    assert {event.id for event in found} == {e.id for e in whole.corroboration.events if spoken & set(e.claims)}
    assert all(any("Idris Fennar" in v.names for v in event.voices) for event in found)


def test_a_source_by_name_and_an_outlet_by_its_reports(sample: Record) -> None:
    heard = sample.around_source("Two aid workers").corroboration.events
    assert heard
    assert all("Two aid workers" in {v.name for v in event.voices} for event in heard)
    outlet = sample.around_source("The Calder Argus")
    assert "The Calder Argus" in {r.report.outlet for r in outlet.resolutions}


def test_an_actor_comes_with_the_events_in_which_it_has_a_part(sample: Record) -> None:
    whole = sample.snapshot()
    front = next(e for r in whole.resolutions for e in r.entities if e.name == "Northern Front")
    acted = {
        c.id
        for r in whole.resolutions
        for c in r.claims
        if any(filler.mention.entity == front.id and filler.role in Role for filler in c.roles)
    }
    found = sample.around_actor(front.id)
    events = {event.id for event in whole.corroboration.events if acted & set(event.claims)}
    assert {event.id for event in found.corroboration.events} == events
    assert all(h in found.corroboration.holdings for h in whole.corroboration.holdings if h.holder == front.id)


def test_a_name_that_points_on_is_followed(record: Record) -> None:
    both = (resolution(report(), claim("c1"), claim("c2")),)
    record.add_report(report())
    record.replace_derived(both, derived(event("v1", "c1"), event("v2", "c2")))
    record.replace_derived(both, derived(event("v1", "c1", "c2")))
    assert [e.id for e in record.around_event("v2").corroboration.events] == ["v1"]


def test_an_unheld_report_comes_with_those_that_derive_from_it(record: Record) -> None:
    lost = Report("r9", "", "", held=False, outlet="Amber Wire")
    line = Lineage("r1", "r9", Relation.CREDIT, 0.9, "Amber Wire")
    record.replace_derived((resolution(report()), resolution(report(of="r2"))), Corroboration((line,), (lost,)))
    found = record.around_report("r9")
    assert [r.report.id for r in found.resolutions] == ["r1"]
    assert found.corroboration == Corroboration((line,), (lost,))


def test_lineage_in_a_part_never_ends_outside_it(record: Record) -> None:
    told = tuple(resolution(report(of=of), claim(f"c{of}", of=of)) for of in ("r1", "r2", "r3"))
    lines = (Lineage("r2", "r1", Relation.COPY, 1.0, "word for word"), Lineage("r3", "r2", Relation.COPY, 1.0, "same"))
    record.replace_derived(told, Corroboration(lines, events=(event("v1", "cr1", "cr2"),)))
    assert record.around_event("v1").corroboration.lineage == lines[:1]


def test_decisions_of_a_part_are_those_on_its_reports_and_on_known_things(record: Record) -> None:
    told = (resolution(report(), claim("c1")), resolution(report(of="r2"), claim("c2", of="r2")))
    record.replace_derived(told, derived(event("v1", "c1"), event("v2", "c2")))
    record.add_decision(decision())
    record.add_decision(known_decision())
    assert record.around_event("v1").decisions == (decision(), known_decision())
    assert record.around_event("v2").decisions == (known_decision(),)


def test_what_is_not_there_is_told_in_one_sentence(sample: Record) -> None:
    report_id = sample.reports()[0].id
    doors = (sample.around_event, sample.around_report, sample.around_place, sample.around_source, sample.around_actor)
    for door in doors:
        with pytest.raises(NotInRecord, match=r"^nothing-such: .*;"):
            door("nothing-such")
    with pytest.raises(NotInRecord, match="is no event of this record"):
        sample.around_event(report_id)


def test_a_report_that_was_not_followed_up_says_so(record: Record) -> None:
    record.add_report(report())
    with pytest.raises(NotInRecord, match="not worked out yet"):
        record.around_report("r1")


def test_no_part_loads_the_whole_record(sample: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the whole record was loaded")

    whole = sample.snapshot()
    for name in ("load_resolutions", "load_corroboration"):
        monkeypatch.setattr(stored, name, refuse)
    for each in whole.corroboration.events:
        sample.around_event(each.id)
    smallest = min(whole.corroboration.events, key=lambda event: len(event.claims))
    assert len(sample.around_event(smallest.id).resolutions) < len(whole.resolutions)
