from __future__ import annotations

import pytest

from sayso.errors import BadLink, BadLogIn, Slowed
from sayso.people import Browser, LoggedIn, People, SecondStep, User
from sayso.people.audit import Deed
from sayso.people.factor import count_code
from sayso.people.tests.conftest import HOME, PASSWORD, Clock


def switch_on(people: People, user: User, clock: Clock) -> tuple[str, tuple[str, ...]]:
    """The second step of a user: its secret and its backup codes."""
    secret = people.factors.begin(user, desk="Sayso").secret
    codes = people.profiles.add_factor(user, app_code(secret, clock), HOME)
    clock.pass_(minutes=1)
    return secret, codes


def app_code(secret: str, clock: Clock) -> str:
    return count_code(secret, int(clock.at.timestamp()) // 30)


def first_step(people: People) -> str:
    done = people.entrance.log_in("Amal", PASSWORD, HOME)
    assert isinstance(done, SecondStep)
    return done.secret


@pytest.mark.parametrize("called", ["Amal", "amal", "AMAL@example.org"])
def test_name_or_mail_address_and_password_let_in(people: People, owner: User, called: str) -> None:
    done = people.entrance.log_in(called, PASSWORD, HOME)
    assert isinstance(done, LoggedIn)
    session = people.sessions.find(done.token)
    assert session
    assert (session.user, session.description) == (owner, "Firefox on Linux")


def test_who_is_not_known_is_told_the_same_as_who_mistyped(people: People, owner: User, reader: User) -> None:
    people.members.close(reader.id, by=owner)
    told = []
    for name, password in (("Amal", "wrong password"), ("Nobody", PASSWORD), ("Basim", PASSWORD), ("", "")):
        with pytest.raises(BadLogIn) as refused:
            people.entrance.log_in(name, password, HOME)
        told.append(str(refused.value))
    assert len(set(told)) == 1


def test_who_is_not_known_waits_as_long_as_who_mistyped(people: People, owner: User) -> None:
    waits = []
    for at, name in enumerate(("Amal", "Nobody")):
        browser = Browser(f"192.0.2.{at}")
        for _ in range(5):
            with pytest.raises(BadLogIn):
                people.entrance.log_in(name, "wrong password", browser)
        with pytest.raises(Slowed) as slowed:
            people.entrance.log_in(name, PASSWORD, browser)
        waits.append(slowed.value.seconds)
    assert waits == [2, 2]


def test_name_and_mail_address_are_guessed_at_together(people: People, owner: User) -> None:
    for name in ("Amal", "amal@example.org", "AMAL", "amal@example.org", "Amal"):
        with pytest.raises(BadLogIn):
            people.entrance.log_in(name, "wrong password", HOME)
    with pytest.raises(Slowed):
        people.entrance.log_in("amal@example.org", PASSWORD, HOME)


def test_the_session_that_a_browser_had_ends_at_log_in(people: People, owner: User, reader: User) -> None:
    planted = people.sessions.open(reader)
    done = people.entrance.log_in("Amal", PASSWORD, Browser("192.0.2.7", token=planted))
    assert isinstance(done, LoggedIn)
    assert done.token != planted
    assert people.sessions.find(planted) is None


def test_the_password_alone_does_not_let_in_where_a_code_is_asked(people: People, owner: User, clock: Clock) -> None:
    secret, _ = switch_on(people, owner, clock)
    step = first_step(people)
    assert people.sessions.find(step) is None
    done = people.entrance.take_code(step, app_code(secret, clock), HOME)
    assert people.sessions.find(done.token)


def test_a_first_step_lets_in_once(people: People, owner: User, clock: Clock) -> None:
    secret, _ = switch_on(people, owner, clock)
    step = first_step(people)
    people.entrance.take_code(step, app_code(secret, clock), HOME)
    clock.pass_(minutes=1)
    with pytest.raises(BadLink):
        people.entrance.take_code(step, app_code(secret, clock), HOME)


def test_a_first_step_expires(people: People, owner: User, clock: Clock) -> None:
    secret, _ = switch_on(people, owner, clock)
    step = first_step(people)
    clock.pass_(minutes=10)
    with pytest.raises(BadLink, match="log in again"):
        people.entrance.take_code(step, app_code(secret, clock), HOME)


def test_a_code_that_somebody_looked_at_does_not_count_again(people: People, owner: User, clock: Clock) -> None:
    secret, _ = switch_on(people, owner, clock)
    code = app_code(secret, clock)
    people.entrance.take_code(first_step(people), code, HOME)
    with pytest.raises(BadLogIn):
        people.entrance.take_code(first_step(people), code, HOME)


def test_a_backup_code_lets_in_once_however_it_is_typed(people: People, owner: User, clock: Clock) -> None:
    _, codes = switch_on(people, owner, clock)
    people.entrance.take_code(first_step(people), f" {codes[0].replace('-', ' ').upper()} ", HOME)
    with pytest.raises(BadLogIn):
        people.entrance.take_code(first_step(people), codes[0], HOME)
    people.entrance.take_code(first_step(people), codes[1], HOME)
    assert people.factors.count_codes(owner) == 8


def test_codes_are_guessed_slowly_also_with_new_first_steps(people: People, owner: User, clock: Clock) -> None:
    switch_on(people, owner, clock)
    for at in range(5):
        with pytest.raises(BadLogIn):
            people.entrance.take_code(first_step(people), f"{at:06}", HOME)
    with pytest.raises(Slowed):
        people.entrance.take_code(first_step(people), "000005", HOME)


def test_failures_are_forgotten_after_a_while(people: People, owner: User, clock: Clock) -> None:
    with pytest.raises(BadLogIn):
        people.entrance.log_in("Amal", "wrong password", HOME)
    clock.pass_(days=89)
    people.entrance.log_in("Amal", PASSWORD, HOME)
    assert Deed.FAILED in {entry.what for entry in people.audit.list(owner)}
    clock.pass_(days=1)
    people.entrance.log_in("Amal", PASSWORD, HOME)
    assert Deed.FAILED not in {entry.what for entry in people.audit.list(owner)}


def test_log_ins_and_failures_are_kept_for_oneself(people: People, owner: User, reader: User) -> None:
    with pytest.raises(BadLogIn):
        people.entrance.log_in("Amal", "wrong password", HOME)
    done = people.entrance.log_in("Amal", PASSWORD, HOME)
    assert isinstance(done, LoggedIn)
    people.entrance.log_out(done.token)
    people.entrance.log_out_everywhere(owner)
    told = [entry.what for entry in people.audit.list(owner)]
    assert told == [Deed.LOGGED_OUT_EVERYWHERE, Deed.LOGGED_OUT, Deed.LOGGED_IN, Deed.FAILED, Deed.SIGNED_UP]
    assert "wrong password" not in repr(people.audit.list())
    assert [entry.what for entry in people.audit.list(reader)] == [Deed.SIGNED_UP]
