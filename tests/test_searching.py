"""Searching and listing the record."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import sayso
from sayso.model.found import ClaimRow, EventRow, ReportRow
from sayso.model.search import Kind, Order, Search, parse_search
from sayso.model.snapshot import Snapshot
from sayso.model.values.stance import ClaimType, Stance
from sayso.pipeline import run
from sayso.record import Record, open_record
from sayso.record.tests.build import claim, clock, derived, event, report, resolution, voice
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


@pytest.fixture(scope="module")
def whole(sample: Record) -> Snapshot:
    return sample.snapshot()


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with open_record(tmp_path / "record.db", by="amal", now=clock()) as opened:
        yield opened


def found(record: Record, query: str) -> set[str]:
    parsed = parse_search(f"{query}&per_page=100")
    assert parsed.faults == ()
    return {row.id for row in record.search(parsed.search).rows}


def test_an_empty_search_finds_everything_of_its_kind(sample: Record, whole: Snapshot) -> None:
    claims = [claim for each in whole.resolutions for claim in each.claims]
    assert sample.search(Search()).total == len(whole.corroboration.events)
    assert sample.search(Search(kind=Kind.CLAIM)).total == len(claims)
    assert sample.search(Search(kind=Kind.REPORT)).total == len(whole.resolutions)


def test_a_row_of_an_event_has_its_counts_its_conflicts_and_exact_words(sample: Record, whole: Snapshot) -> None:
    events = {each.id: each for each in whole.corroboration.events}
    claims = {claim.id: claim for each in whole.resolutions for claim in each.claims}
    rows = sample.search(Search(per_page=100)).rows
    assert {row.id for row in rows} == set(events)
    for row in rows:
        assert isinstance(row, EventRow)
        of = events[row.id]
        assert (row.voices, row.claims) == (len(of.voices), len(of.claims))
        assert row.reports == len({claims[claim].report for claim in of.claims})
        assert [(c.on, c.values) for c in row.conflicts] == [(c.on, c.values) for c in of.conflicts]
        assert row.quote is not None
        assert row.quote.words == claims[row.quote.id].evidence.text


def test_what_was_told_latest_comes_first(sample: Record) -> None:
    told = [row.told_last for row in sample.search(Search(per_page=100)).rows if isinstance(row, EventRow)]
    assert told == sorted(told, key=str, reverse=True)


def test_most_voices_come_first_when_asked_for(sample: Record) -> None:
    rows = sample.search(Search(order=Order.VOICES)).rows
    voices = [row.voices for row in rows if isinstance(row, EventRow)]
    assert voices == sorted(voices, reverse=True)


def test_filters_find_what_filtering_by_hand_finds(sample: Record, whole: Snapshot) -> None:
    events = whole.corroboration.events
    assert found(sample, "disputed=1") == {each.id for each in events if each.conflicts} != set()
    assert found(sample, "one_voice=1") == {each.id for each in events if len(each.voices) == 1} != set()
    assert found(sample, "type=seize&type=kill") == {each.id for each in events if each.type in ("seize", "kill")}
    denied = {each.id for each in events if any(Stance.DENIED in v.stances for v in each.voices)}
    assert found(sample, "stance=denied") == denied != set()


def test_claims_and_reports_are_filtered_by_their_claims_too(sample: Record, whole: Snapshot) -> None:
    claims = [claim for each in whole.resolutions for claim in each.claims]
    killed = {claim for claim in claims if claim.type is ClaimType.KILL and claim.stance is Stance.ASSERTED}
    assert found(sample, "kind=claim&type=kill&stance=asserted") == {claim.id for claim in killed} != set()
    assert found(sample, "kind=report&type=kill&stance=asserted") == {claim.report for claim in killed}
    disputed = {c for each in whole.corroboration.events if each.conflicts for c in each.claims}
    assert found(sample, "kind=claim&disputed=1") == disputed


def test_a_place_a_source_and_an_actor_are_found_by_name_and_by_entity(sample: Record, whole: Snapshot) -> None:
    entities = {entity.name: entity.id for each in whole.resolutions for entity in each.entities}
    at_base = {e.id for e in whole.corroboration.events if e.place == entities["Tel Arwan air base"]}
    assert at_base <= found(sample, "place=tel arwan") == found(sample, f"place={entities['Tel Arwan air base']}")
    said = {c.id for r in whole.resolutions for c in r.claims if c.speaker and c.speaker.name == "Idris Fennar"}
    assert found(sample, "kind=claim&source=Fanar") == said != set()
    acted = found(sample, "actor=Northern Front")
    assert acted == {e.id for e in sample.around_actor(entities["Northern Front"]).corroboration.events}


def test_an_unnamed_source_is_found_by_the_words_for_it(sample: Record) -> None:
    rows = sample.search(Search(kind=Kind.CLAIM, source="Two aid workers")).rows
    assert rows
    assert {row.speaker for row in rows if isinstance(row, ClaimRow)} == {"Two aid workers"}


def test_days_find_what_could_have_been_then(record: Record) -> None:
    told = (resolution(report(), claim("c1", when="2026-02"), claim("c2", when="2024"), claim("c3")),)
    record.replace_derived(told, derived())
    assert found(record, "kind=claim&from=2026-02-14&to=2026-02-14") == {"c1"}
    assert found(record, "kind=claim&to=2025") == {"c2"}
    assert found(record, "kind=claim&from=2000") == {"c1", "c2"}


def test_words_are_found_in_any_order_and_phrases_only_together(record: Record) -> None:
    told = (
        resolution(report("The army left the old airfield at dawn.", of="r1")),
        resolution(report("At the airfield, old men of the army said nothing.", of="r2")),
    )
    record.replace_derived(told, derived())
    assert found(record, "kind=report&q=airfield old") == {"r1", "r2"}
    assert found(record, 'kind=report&q="old airfield"') == {"r1"}
    assert found(record, "kind=report&q=airfield navy") == set()


def test_a_report_shows_the_sentence_in_which_the_words_stand(record: Record) -> None:
    record.replace_derived((resolution(report("It rained. The army left. It rained again.")),), derived())
    (row,) = record.search(Search(kind=Kind.REPORT, words="army")).rows
    assert isinstance(row, ReportRow)
    assert row.words == "The army left."


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("انسحب الجيش من القاعدة", "جيش"),
        ("انسحب جيش من قاعدة", "الجيش"),
        ("قُتِلَ ١٢ جنديًّا", "قتل"),
        ("أعلن الناطق", "اعلن"),
        ("قُتل ١٢ جنديا", "12"),
        ("Les forces ont évacué Sebhā", "evacue sebha"),
        ("Straße nach Tel Arwan", "STRASSE"),
    ],
)
def test_marks_articles_and_digits_never_hide_a_word(record: Record, text: str, asked: str) -> None:
    record.replace_derived((resolution(report(text)),), derived())
    assert record.search(Search(kind=Kind.REPORT, words=asked)).total == 1


def test_other_spellings_of_a_name_are_looked_for_and_told(sample: Record) -> None:
    answer = sample.search(Search(kind=Kind.CLAIM, words="Fanar", per_page=100))
    assert ("fanar", ("Fennar", "Idris Fanar", "Idris Fennar")) in answer.spellings
    assert answer.total == sample.search(Search(kind=Kind.CLAIM, words="Fennar")).total > 1


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.one_of(st.text(max_size=80), st.text("\"*()^:{}+-NEAROT AND'%;", max_size=30)), kind=st.sampled_from(Kind)
)
def test_no_words_are_read_as_syntax(sample: Record, words: str, kind: Kind) -> None:
    search = parse_search([("q", words), ("kind", kind)]).search
    assert sample.search(search).total >= 0


def test_names_with_odd_letters_are_only_names(sample: Record) -> None:
    for name in ("'; DROP TABLE events --", '"', "%", "*"):
        assert sample.search(Search(place=name, source=name, actor=name)).total == 0


def test_pages_follow_one_another_without_gap_or_repeat(sample: Record, whole: Snapshot) -> None:
    first = sample.search(Search(kind=Kind.CLAIM, per_page=7))
    rows = [row.id for page in range(1, first.pages + 1) for row in sample.search(first.search.with_(page=page)).rows]
    assert len(rows) == len(set(rows)) == sum(len(each.claims) for each in whole.resolutions)
    assert sample.search(first.search.with_(page=first.pages + 1)).rows == ()


def test_facets_count_what_narrowing_by_them_finds(sample: Record) -> None:
    for kind in Kind:
        answer = sample.search(Search(kind=kind))
        narrowing = {"type": "types", "stance": "stances", "place": "place"}
        for facet in answer.facets:
            for value in facet.values:
                if facet.of in narrowing:
                    asked = parse_search([("kind", kind), (facet.of, value.value)]).search
                    assert sample.search(asked).total >= value.count
                if facet.of in ("disputed", "one_voice"):
                    assert sample.search(parse_search([(facet.of, "1")]).search).total == value.count


def test_lists_count_events_and_come_in_order(sample: Record, whole: Snapshot) -> None:
    for listed in (sample.list_places(), sample.list_actors(), sample.list_sources()):
        assert listed.total == len(listed.rows) > 0
        assert [row.events for row in listed.rows] == sorted((row.events for row in listed.rows), reverse=True)
    counts = {row.id: row.events for row in sample.list_places().rows}
    for place, events in counts.items():
        assert events == sum(event.place == place for event in whole.corroboration.events)
    assert sum(topic.events for topic in sample.list_topics()) == len(whole.corroboration.events)


def test_a_list_is_paged(sample: Record) -> None:
    all_of_them = sample.list_sources(per_page=100).rows
    assert sample.list_sources(per_page=2, page=2).rows == all_of_them[2:4]
    assert sample.list_sources(per_page=2).pages == -(-len(all_of_them) // 2)


def test_home_has_what_is_new_and_what_is_disputed(sample: Record, whole: Snapshot) -> None:
    assert {row.id for row in sample.disputed_events(50)} == {e.id for e in whole.corroboration.events if e.conflicts}
    told = [row.told for row in sample.newest_reports(3)]
    assert told == sorted((r.report.told or "" for r in whole.resolutions), reverse=True)[:3]


def test_a_second_look_is_worth_most_where_a_doubtful_claim_bears_most(record: Record) -> None:
    from dataclasses import replace

    from sayso.model.claim import Certainty

    def unsure(id_: str, sure: float) -> object:
        return replace(claim(id_), confidence=sure, certainty=Certainty(sure, 1.0, 1.0))

    claims = (unsure("c1", 0.9), unsure("c2", 0.5), unsure("c3", 0.5), replace(unsure("c4", 0.1), decided="d1"))
    alone, heard_twice = event("v1", "c2", voices=(voice("w1", "c2"),)), event("v2", "c3", "c1", "c4")
    record.replace_derived((resolution(report(), *claims),), derived(alone, heard_twice))
    assert [row.id for row in record.doubtful_claims()] == ["c2", "c3", "c1"]
    assert [row.id for row in record.doubtful_claims(one_voice=True)] == ["c2"]


def test_rows_of_anything_are_had_by_identifier(sample: Record, whole: Snapshot) -> None:
    event_id, of = whole.corroboration.events[0].id, whole.resolutions[0]
    rows = sample.rows_of([event_id, of.report.id, of.claims[0].id, "nothing-such"])
    assert {id_: type(row) for id_, row in rows.items()} == {
        event_id: EventRow,
        of.report.id: ReportRow,
        of.claims[0].id: ClaimRow,
    }


def test_the_fingerprint_changes_with_what_is_derived_and_with_nothing_else(record: Record) -> None:
    assert record.fingerprint == ""
    record.replace_derived((resolution(report()),), derived())
    before = record.fingerprint
    record.replace_derived((resolution(report()),), derived())
    assert record.fingerprint == before
    record.replace_derived((resolution(report(title="Other")),), derived())
    assert record.fingerprint != before
