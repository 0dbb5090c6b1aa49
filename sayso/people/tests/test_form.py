from __future__ import annotations

import threading

import pytest

from sayso.errors import Expired, Forged, Replayed, SaysoError
from sayso.people import People, open_people
from sayso.people.tests.conftest import Clock

VISITOR, OTHER = "a-visitor's-cookie", "another-one's-cookie"


def test_a_form_is_taken_once(people: People) -> None:
    token = people.forms.issue(VISITOR)
    people.forms.take(VISITOR, token)
    with pytest.raises(Replayed, match="sent before"):
        people.forms.take(VISITOR, token)


def test_a_form_of_another_session_is_forged(people: People) -> None:
    token = people.forms.issue(OTHER)
    with pytest.raises(Forged, match="another session"):
        people.forms.take(VISITOR, token)
    people.forms.take(OTHER, token)


@pytest.mark.parametrize(
    "token", ["", ".", "..", "x", "x.y.z", "ä.ö.ü", "\ud800", "a.99999999999." + "0" * 64, "x" * 9**6]
)
def test_a_token_that_nobody_issued_is_forged(people: People, token: str) -> None:
    with pytest.raises(Forged):
        people.forms.take(VISITOR, token)


def test_a_token_without_a_visitor_is_forged(people: People) -> None:
    with pytest.raises(Forged):
        people.forms.take("", people.forms.issue(""))


def test_a_token_whose_time_was_changed_is_forged(people: People, clock: Clock) -> None:
    nonce, expires, signature = people.forms.issue(VISITOR).split(".")
    clock.pass_(days=1)
    with pytest.raises(Forged):
        people.forms.take(VISITOR, f"{nonce}.{int(expires) + 10**6}.{signature}")


def test_a_form_that_lay_open_for_too_long_expires(people: People, clock: Clock) -> None:
    token = people.forms.issue(VISITOR)
    clock.pass_(hours=12)
    with pytest.raises(Expired, match="too long"):
        people.forms.take(VISITOR, token)


def test_a_used_form_is_not_forgotten_before_it_expires(people: People, clock: Clock) -> None:
    token = people.forms.issue(VISITOR)
    people.forms.take(VISITOR, token)
    clock.pass_(hours=11)
    people.forms.take(VISITOR, people.forms.issue(VISITOR))  # clears away what expired
    with pytest.raises(Replayed):
        people.forms.take(VISITOR, token)


def test_all_processes_of_a_desk_take_each_others_forms_once(people: People, clock: Clock) -> None:
    with open_people(people.store.path.with_name("record.db"), now=clock) as other:
        token = people.forms.issue(VISITOR)
        other.forms.take(VISITOR, token)
        with pytest.raises(Replayed):
            people.forms.take(VISITOR, token)


def test_of_many_at_once_one_is_taken(people: People) -> None:
    token = people.forms.issue(VISITOR)
    told: list[str] = []

    def send() -> None:
        try:
            people.forms.take(VISITOR, token)
            told.append("taken")
        except SaysoError as error:
            told.append(type(error).__name__)

    threads = [threading.Thread(target=send) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(told) == ["Replayed"] * 7 + ["taken"]
