"""The view of a place: by whose account, how surely, seen by whom, and what is missing. The affair is the sample's."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.brief.holding import DoubtKind
from sayso.desk.conftest import Desk
from sayso.desk.place.asked import DISPUTED, Asked
from sayso.desk.place.missing import MissingKind
from sayso.desk.place.view import PlaceView, find_here, view_place
from sayso.model.corroboration import Corroboration
from sayso.model.holding import Coverage, Holding, HoldingStatus
from sayso.model.snapshot import Snapshot

BASE = "Tel Arwan air base"


@pytest.fixture
def base(desk: Desk) -> str:
    """The entity of the sample's air base."""
    return next(
        holding.place
        for holding in desk.office.record.snapshot().corroboration.holdings
        if holding.place_names[0] == BASE
    )


def look(desk: Desk, place: str, asked: Asked | None = None) -> PlaceView:
    part: Snapshot = desk.office.record.around_place(place)
    return view_place(part, find_here(part, place), asked or Asked())


def test_a_day_says_who_holds_it_by_whose_account_and_how_surely(desk: Desk, base: str) -> None:
    view = look(desk, base, Asked(on="2024-05-13"))
    told = {(s.account.holding.holder_names[0], s.account.holding.status) for s in view.sure}
    assert told == {("Northern Front", HoldingStatus.DISPUTED), ("army", HoldingStatus.CLAIMED)}
    front = next(s for s in view.sure if s.account.holding.holder_names[0] == "Northern Front")
    assert "Idris Fennar" in {voice.name for voice in front.account.said}
    assert "army" in {voice.name for voice in front.account.opposed}


def test_a_day_long_before_has_the_one_who_held_it_then(desk: Desk, base: str) -> None:
    view = look(desk, base, Asked(on="2020-01-01"))
    assert [(s.account.holding.holder_names[0], s.coverage) for s in view.standings] == [("army", Coverage.YES)]


def test_a_day_after_the_last_telling_is_never_sure(desk: Desk, base: str) -> None:
    view = look(desk, base, Asked(on="2025-01-01"))
    assert view.sure == ()
    assert {s.doubt.kind for s in view.unsure if s.doubt} == {DoubtKind.LAST_SAID}


def test_without_a_day_the_last_on_which_it_was_said_is_shown(desk: Desk, base: str) -> None:
    assert look(desk, base).day == "2024-05-14"


def test_nobody_holds_it_on_a_day_before_all(desk: Desk, base: str) -> None:
    assert look(desk, base, Asked(on="1990-01-01")).standings == ()


def test_what_no_date_is_told_of_may_be_held_and_is_never_sure() -> None:
    held = Holding("gate", ("gate",), "clans", ("clans",), None, None, HoldingStatus.UNDISPUTED, None, ("v1",), 1)
    snapshot = Snapshot(corroboration=Corroboration(holdings=(held,)))
    view = view_place(snapshot, find_here(snapshot, "gate"), Asked())
    assert (view.name, view.day, view.timeline, view.span) == ("gate", None, None, None)
    assert [(s.coverage, s.doubt and s.doubt.kind) for s in view.standings] == [(Coverage.PERHAPS, DoubtKind.UNDATED)]


def test_names_are_told_apart_from_words_that_stand_for_it(desk: Desk, base: str) -> None:
    spellings = look(desk, base).spellings
    assert {BASE, "Tel Arwan"} <= {each.text for each in spellings if each.is_name}
    assert "it" not in {each.text for each in spellings if each.is_name}


def test_events_come_latest_first_or_disputed_first(desk: Desk, base: str) -> None:
    latest = [each.event.when or "" for each in look(desk, base).happenings]
    assert latest[0] == "2024-05-12"
    disputed = [each.is_disputed for each in look(desk, base, Asked(order=DISPUTED)).happenings]
    assert disputed == sorted(disputed, reverse=True)
    assert any(disputed)


def test_a_question_is_no_voice_that_says_so(desk: Desk, base: str) -> None:
    for each in look(desk, base).happenings:
        assert all("asserted" in voice.stances for voice in each.asserting)
        assert all(stance != "asserted" for stance, _ in each.others)


def test_each_sighting_has_its_words_its_voice_and_its_days(desk: Desk, base: str) -> None:
    sightings = look(desk, base).sightings
    (seen,) = [each for each in sightings if each.what == "troops"]
    assert (str(seen.claim.stance), seen.told) == ("questioned", "2024-05-14")
    assert all(each.voice is not None for each in sightings)
    assert all(each.claim.evidence.text for each in sightings)


def test_what_is_missing_is_said(desk: Desk, base: str) -> None:
    missing = {each.kind: each for each in look(desk, base).missing}
    assert {MissingKind.POSITION, MissingKind.END, MissingKind.IMAGES} <= missing.keys()
    assert (missing[MissingKind.END].count, missing[MissingKind.END].of) == (2, 3)


def test_the_sliders_run_over_all_days_that_are_told(desk: Desk, base: str) -> None:
    span = look(desk, base).span
    assert span is not None
    assert span.first.year == 2016
    assert (span.told[0], span.told[-1]) == (date(2024, 5, 11), date(2024, 5, 14))
