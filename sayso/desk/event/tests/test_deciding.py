"""What a coder decides on an event's page follows at once, is signed, and can be taken back."""

from __future__ import annotations

import pytest

from sayso.desk.conftest import Desk
from sayso.model.event import Event
from sayso.model.values.stance import ClaimType
from sayso.people import Role


def fall(desk: Desk) -> Event:
    """The capture that one side asserts and the other denies."""
    events = desk.office.record.snapshot().corroboration.events
    return max((each for each in events if each.type is ClaimType.SEIZE), key=lambda each: len(each.claims))


def test_a_grade_is_shown_with_its_words_and_by_whom(desk: Desk) -> None:
    desk.log_in(Role.CODER, name="Amal")
    event = fall(desk)
    page = f"/event/{event.id}"
    answer = desk.post(f"{page}/grade", of=page, claim=event.claims[0], grade="3", because="nobody else saw it")
    assert answer.headers["location"].startswith(page)
    shown = desk.client.get(page).text
    assert "3 · possibly true" in shown
    assert "nobody else saw it" in shown
    assert "Amal" in shown


def test_two_voices_that_are_folded_count_once(desk: Desk) -> None:
    desk.log_in(Role.CODER)
    event = fall(desk)
    page = f"/event/{event.id}"
    one, other = (voice.id for voice in event.voices[:2])
    desk.post(f"{page}/voices/merge", of=page, one=one, other=other, because="one office")
    assert len(fall(desk).voices) == len(event.voices) - 1


def test_a_claim_that_is_split_off_is_of_another_event(desk: Desk) -> None:
    desk.log_in(Role.CODER)
    event = fall(desk)
    page = f"/event/{event.id}"
    claim = event.claims[-1]
    desk.post(f"{page}/split", of=page, claim=claim, because="the second fall")
    assert claim not in next(each for each in events_of(desk) if each.id == event.id).claims


def test_events_that_are_merged_are_one_and_the_other_address_leads_there(desk: Desk) -> None:
    desk.log_in(Role.CODER)
    event = fall(desk)
    other = next(each for each in events_of(desk) if each.type is ClaimType.SEIZE and each.id != event.id)
    page = f"/event/{event.id}"
    desk.post(f"{page}/merge", of=page, other=f"https://desk.example/event/{other.id}", because="the same raid")
    standing = next(each for each in events_of(desk) if event.claims[0] in each.claims)
    assert set(other.claims) <= set(standing.claims)
    addresses = {desk.client.get(f"/event/{each.id}").url.path for each in (event, other)}
    assert addresses == {f"/event/{standing.id}"}


def test_a_voice_told_apart_counts_by_itself(desk: Desk) -> None:
    desk.log_in(Role.CODER)
    event = fall(desk)
    page = f"/event/{event.id}"
    voice = max(event.voices, key=lambda each: len(each.claims))
    desk.post(f"{page}/voices/split", of=page, claim=voice.claims[-1], because="another spokesman")
    standing = next(each for each in events_of(desk) if voice.claims[-1] in each.claims)
    assert not any({voice.claims[0], voice.claims[-1]} <= set(each.claims) for each in standing.voices)


def test_a_reader_decides_nothing_and_sees_no_form(desk: Desk) -> None:
    event = fall(desk)
    page = f"/event/{event.id}"
    desk.log_in(Role.READER)
    assert 'action="/event/' not in desk.client.get(page).text
    before = desk.office.record.decisions()
    answer = desk.post(f"{page}/grade", of=page, claim=event.claims[0], grade="1", because="x")
    assert answer.status_code == 403
    assert desk.office.record.decisions() == before


@pytest.mark.parametrize(
    ("act", "fields"),
    [
        ("grade", {"claim": "c0000000000000000", "grade": "3", "because": "x"}),
        ("grade", {"claim": "", "grade": "9", "because": "x"}),
        ("merge", {"other": "javascript:alert(1)", "because": "x"}),
        ("merge", {"other": "v0000000000000000", "because": "x"}),
        ("voices/merge", {"one": "w1", "other": "w2", "because": "x"}),
        ("voices/split", {"claim": "c1", "because": "x"}),
        ("split", {"claim": "c1", "because": "x"}),
        ("split", {"because": "x"}),
    ],
)
def test_what_is_not_there_is_refused_in_a_sentence(desk: Desk, act: str, fields: dict[str, str]) -> None:
    desk.log_in(Role.CODER)
    page = f"/event/{fall(desk).id}"
    answer = desk.post(f"{page}/{act}", of=page, **fields)
    assert answer.status_code in {400, 404}
    assert "lead" in answer.text
    assert not desk.office.record.decisions()


def test_a_decision_without_a_reason_is_refused(desk: Desk) -> None:
    desk.log_in(Role.CODER)
    event = fall(desk)
    page = f"/event/{event.id}"
    answer = desk.post(f"{page}/grade", of=page, claim=event.claims[0], grade="3", because="  ")
    assert answer.status_code == 400
    assert not desk.office.record.decisions()


def events_of(desk: Desk) -> tuple[Event, ...]:
    return desk.office.record.snapshot().corroboration.events
