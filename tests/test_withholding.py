"""What is withheld is nowhere left for those without clearance: on the sample affair, whatever is withheld of it."""

import dataclasses
import json
import pathlib
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from enum import Enum

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.brief import explain, write_brief
from sayso.errors import NotInRecord
from sayso.model.concealing import conceal
from sayso.model.decision import Decision, DecisionKind, Target
from sayso.model.knowledge import Knowledge
from sayso.model.rows import rows_of
from sayso.model.veil import MARK, fold_name
from sayso.model.withholding import (
    Clearance,
    find_withheld,
    withhold_field,
    withhold_name,
    withhold_report,
    withhold_words,
)
from sayso.settings import Settings
from sayso.trial import read_affair

SAMPLE = pathlib.Path(__file__).resolve().parent.parent / "sayso" / "sample"
NOON = datetime(2024, 6, 1, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def whole():
    return read_affair(SAMPLE, settings=Settings())


def decided(withholding, because="to protect a person"):
    return Decision("d1", DecisionKind.WITHHOLD, withholding.target, withholding.value, "Rima", NOON, because)


def shown(whole, *withholdings, clearance=Clearance.OPEN):
    decisions = tuple(decided(each) for each in withholdings)
    with_them = dataclasses.replace(whole, decisions=(*whole.decisions, *decisions))
    return conceal(with_them, find_withheld(decisions), clearance)


def entities(whole):
    return [entity for resolution in whole.resolutions for entity in resolution.entities]


def report_of(whole, outlet):
    return next(each.report for each in whole.resolutions if each.report.outlet == outlet)


def strings(thing):
    """Every text in a value, at any depth."""
    if isinstance(thing, Enum) or thing is None:
        return
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, Mapping):
        for key, value in thing.items():
            yield key
            yield from strings(value)
    elif isinstance(thing, (tuple, list, frozenset)):
        for each in thing:
            yield from strings(each)
    elif dataclasses.is_dataclass(thing):
        for field in dataclasses.fields(thing):
            yield from strings(getattr(thing, field.name))


def pages(snapshot):
    """All that is told of a snapshot: its values, its rows, briefs of all its places and actors, every `why`."""
    said = [*strings(snapshot), *(json.dumps(row, ensure_ascii=False) for row in rows_of(snapshot))]
    names = {name for each in snapshot.resolutions for entity in each.entities for name in entity.names[:1]}
    for name in names:
        try:
            said += strings(write_brief(snapshot, name))
        except NotInRecord as unknown:
            said.append(str(unknown))
    events = snapshot.corroboration.events
    ids = [*(event.id for event in events), *(claim for event in events for claim in event.claims)]
    for id_ in ids:
        said += strings(explain(snapshot, id_, knowledge=Knowledge()))
    return said


def stands(words, said):
    folded = f" {fold_name(words)} "
    return [text for text in said if folded in f" {fold_name(text)} "]


def check_counts(whole, told):
    """No number tells how many voices there are where few are heard and one is withheld."""
    for before, after in zip(whole.corroboration.events, told.corroboration.events, strict=True):
        if after.at_least:
            assert len(after.voices) == 1
            assert len(before.voices) < 3
        else:
            assert len(after.voices) == len(before.voices)


def test_a_withheld_name_is_gone_in_all_its_forms(whole):
    told = shown(whole, withhold_name("Idris Fennar", entities(whole)))
    said = pages(told)
    for form in ("Idris Fennar", "Fennar", "Idris Fanar", "Fanar", "Idris"):
        assert stands(form, pages(whole))
        assert not stands(form, said)


def test_offsets_stay_where_words_are_covered(whole):
    told = shown(whole, withhold_name("Idris Fennar", entities(whole)))
    for before, after in zip(whole.resolutions, told.resolutions, strict=True):
        assert len(before.report.text) == len(after.report.text)
        assert after.report.version == before.report.version
        for claim in after.claims:
            for span in claim.evidence.spans:
                assert after.report.text[span.start : span.end] == span.text


def test_a_withheld_voice_counts_and_is_named_withheld(whole):
    told = shown(whole, withhold_name("three elders of Beit Orem", entities(whole)))
    event = next(e for e in told.corroboration.events if e.id == "v71e005ed64b91f43" or len(e.voices) > 2)
    before = next(e for e in whole.corroboration.events if e.id == event.id)
    assert len(event.voices) == len(before.voices) > 2
    assert [voice.name for voice in event.voices].count("withheld") == 1


def test_below_three_voices_only_at_least_one_is_told(whole):
    two = next(e for e in whole.corroboration.events if len(e.voices) == 2)
    told = shown(whole, withhold_name(two.voices[0].name, entities(whole)))
    event = next(e for e in told.corroboration.events if e.id == two.id)
    assert event.at_least == 1
    assert [voice.name for voice in event.voices] == ["at least one voice"]
    text = " ".join(strings(explain(told, event.id, knowledge=Knowledge())))
    assert "at least one voice" in text
    assert "1 voice" not in text
    assert "2 voices" not in text


def test_a_withheld_report_keeps_its_outlet_and_day_and_loses_every_word(whole):
    report = report_of(whole, "Sawt Suhn")
    told = shown(whole, withhold_report(report))
    said = pages(told)
    blank = report_of(told, "Sawt Suhn")
    assert blank.told == report.told
    assert len(blank.text) == len(report.text)
    assert set(blank.text) <= set(f"{MARK} \n\".,?'()0-—“”’")
    for words in ("Karim Ado", report.title, report.url, "reached an understanding with the Front"):
        assert not stands(words, said)


def test_a_field_of_a_report_is_withheld_alone(whole):
    report = report_of(whole, "The Dhuma Gazette")
    said = pages(shown(whole, withhold_field(report, "title"), withhold_field(report, "url")))
    assert not stands(report.title, said)
    assert not stands(report.url, said)
    assert stands("The Dhuma Gazette", said)


def test_with_clearance_everything_is_seen(whole):
    withheld = shown(whole, withhold_name("Idris Fennar", entities(whole)), clearance=Clearance.WHOLE)
    assert withheld.resolutions == whole.resolutions
    assert withheld.corroboration == whole.corroboration


def test_undoing_brings_it_back(whole):
    withholding = decided(withhold_name("Idris Fennar", entities(whole)))
    undo = Decision("d2", DecisionKind.UNDO, Target(), "d1", "Rima", NOON.replace(hour=13), "published by himself")
    assert not find_withheld([withholding, undo])
    assert conceal(whole, find_withheld([withholding, undo]), Clearance.OPEN) == whole


def test_the_decision_itself_does_not_tell_the_words(whole):
    told = shown(whole, withhold_name("Idris Fennar", entities(whole)))
    assert not stands("Fennar", strings(told.decisions))
    assert told.decisions[-1].by == "Rima"


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_is_withheld_is_nowhere_left(whole, data):
    withholding, words = data.draw(_withholdings(whole))
    told = shown(whole, withholding)
    said = pages(told)
    for each in words:
        assert not stands(each, said), each
    check_counts(whole, told)


@st.composite
def _withholdings(draw, whole):
    """Something that could be withheld, and words that must then be nowhere."""
    report = draw(st.sampled_from([each.report for each in whole.resolutions]))
    kind = draw(st.sampled_from(["report", "name", "words", "title"]))
    if kind == "name":
        entity = draw(st.sampled_from(entities(whole)))
        return withhold_name(entity.name, entities(whole)), entity.names
    if kind == "words":
        starts = [0, *(at + 1 for at, letter in enumerate(report.text) if letter == " ")]
        start = draw(st.sampled_from(starts[:-5]))
        end = min(len(report.text), start + draw(st.integers(25, 80)))
        end = report.text.rfind(" ", start + 1, end) if report.text.rfind(" ", start + 1, end) > start else end
        found = withhold_words(report, start, end)
        return (found, [found.value]) if found else (withhold_report(report), [])
    if kind == "title":
        return withhold_field(report, "title"), [report.title]
    others = fold_name(" ".join(each.report.text for each in whole.resolutions if each.report.id != report.id))
    resolution = next(each for each in whole.resolutions if each.report.id == report.id)
    words = [claim.evidence.text for claim in resolution.claims] + [report.title, report.url]
    return withhold_report(report), [each for each in words if fold_name(each) not in others]


class TestCommands:
    @pytest.fixture
    def affair(self, say):
        say("read", str(SAMPLE / "reports"), "--record", "a.db")

        def run(*words):
            return say(*words, "--record", "a.db")

        return run

    def test_everything_that_prints_or_writes_conceals_and_says_so(self, affair):
        status, _, aside = affair("withhold", "Idris Fennar", "--because", "he asked for it")
        assert status == 0
        assert "in 5 forms" in aside
        event = re.search(r"\bv[0-9a-f]{16}\b", affair("brief", "Tel Arwan")[1])[0]
        for words in (
            ("brief", "Tel Arwan"),
            ("holdings", "Tel Arwan"),
            ("holdings", "Tel Arwan", "--as-known-on", "2024-05-12"),
            ("why", event),
            ("show", "arwan-wire.txt"),
            ("status",),
            ("changes", "--told-since", "2024-05-12"),
            ("doubts",),
            ("read", str(SAMPLE / "reports"), "--json"),
            ("history",),
            ("export", "jsonl", "--output", "a.jsonl"),
        ):
            status, page, aside = affair(*words)
            assert status == 0, aside
            assert not stands("Fennar", [page, aside])
            assert "withheld" in aside
        assert not stands("Fennar", [pathlib.Path("a.jsonl").read_text(encoding="utf-8")])

    def test_the_owner_of_the_machine_sees_all_and_undoing_shows_it_to_everybody(self, affair):
        _, _, aside = affair("withhold", "Idris Fennar", "--because", "he asked for it")
        assert stands("Fennar", [affair("brief", "Tel Arwan", "--with-withheld")[1]])
        affair("undo", aside.split("'sayso undo ")[1].split("'")[0])
        assert stands("Fennar", [affair("brief", "Tel Arwan")[1]])

    def test_a_name_that_nobody_bears_is_refused(self, affair):
        status, _, aside = affair("withhold", "Nobody Atall", "--because", "a trial")
        assert status != 0
        assert "no report and no name" in aside

    def test_words_of_a_report_are_withheld_by_themselves(self, affair):
        words = "said by telephone"
        affair("withhold", "arwan-argus.txt", "--words", words, "--because", "it tells where he was")
        assert not stands(words, [affair("show", "arwan-argus.txt")[1]])
