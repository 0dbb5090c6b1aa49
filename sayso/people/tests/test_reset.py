from __future__ import annotations

import pytest

from sayso.errors import BadLink, BadLogIn, Refused, Slowed
from sayso.people import LoggedIn, People, Role, SecondStep, User
from sayso.people.tests.conftest import HOME, PASSWORD, Clock, Letters, secret_in
from sayso.people.tests.test_entrance import switch_on

NEW = "eight rivers of salt"
BAD = "^Your password reset link appears to be invalid or expired.$"


def ask(people: People, letters: Letters, name: str = "Amal") -> str:
    people.resets.ask(name, address="192.0.2.7")
    people.outbox.deliver()
    return secret_in(letters.sent[-1])


def test_a_forgotten_password_is_set_anew_by_a_mailed_link(people: People, owner: User, letters: Letters) -> None:
    secret = ask(people, letters, "amal@example.org")
    assert letters.sent[0].to == "amal@example.org"
    people.resets.reset(secret, NEW)
    assert isinstance(people.entrance.log_in("Amal", NEW, HOME), LoggedIn)
    with pytest.raises(BadLogIn):
        people.entrance.log_in("Amal", PASSWORD, HOME)


def test_a_link_works_once(people: People, owner: User, letters: Letters) -> None:
    secret = ask(people, letters)
    people.resets.reset(secret, NEW)
    for call in (lambda: people.resets.find(secret), lambda: people.resets.reset(secret, "nine rivers of snow")):
        with pytest.raises(BadLink, match=BAD):
            call()


def test_a_link_expires_after_an_hour(people: People, owner: User, letters: Letters, clock: Clock) -> None:
    secret = ask(people, letters)
    clock.pass_(minutes=59)
    assert people.resets.find(secret) == owner
    clock.pass_(minutes=1)
    with pytest.raises(BadLink, match=BAD):
        people.resets.reset(secret, NEW)


@pytest.mark.parametrize("secret", ["", "x", "x" * 43, "\ud800", "../../etc/passwd", "x" * 1_000_000])
def test_a_link_that_was_made_up_does_nothing(people: People, owner: User, secret: str) -> None:
    with pytest.raises(BadLink, match=BAD):
        people.resets.reset(secret, NEW)


def test_a_link_for_something_else_resets_nothing(people: People, owner: User, letters: Letters) -> None:
    invitation = people.invitations.invite(owner, role=Role.READER)
    people.profiles.ask_mail(owner, "new@example.org", PASSWORD, HOME)
    people.outbox.deliver()
    for secret in (invitation, secret_in(letters.to("new@example.org")[0])):
        with pytest.raises(BadLink, match=BAD):
            people.resets.reset(secret, NEW)


def test_a_reset_logs_out_everywhere_and_ends_the_other_links(people: People, owner: User, letters: Letters) -> None:
    token = people.sessions.open(owner)
    first, second = ask(people, letters), ask(people, letters)
    people.resets.reset(second, NEW)
    assert people.sessions.find(token) is None
    with pytest.raises(BadLink):
        people.resets.reset(first, NEW)


def test_a_password_too_easy_to_guess_leaves_the_link(people: People, owner: User, letters: Letters) -> None:
    secret = ask(people, letters)
    with pytest.raises(Refused, match="at least"):
        people.resets.reset(secret, "short")
    people.resets.reset(secret, NEW)


def test_for_nobody_the_answer_is_the_same_and_no_letter_leaves(
    people: People, owner: User, reader: User, letters: Letters
) -> None:
    people.members.close(reader.id, by=owner)
    for name in ("Nobody", "nobody@example.org", "Basim", "", "x" * 1_000_000):
        assert people.resets.ask(name, address="192.0.2.7") is None
    people.outbox.deliver()
    assert letters.sent == []


@pytest.mark.parametrize("name", ["Amal", "Nobody"])
def test_letters_are_not_asked_for_without_end(people: People, owner: User, letters: Letters, name: str) -> None:
    for _ in range(3):
        people.resets.ask(name, address="192.0.2.7")
    with pytest.raises(Slowed):
        people.resets.ask(name, address="192.0.2.8")
    people.outbox.deliver()
    assert len(letters.sent) <= 3


def test_a_reset_ends_the_wait_that_a_guesser_caused(people: People, owner: User, letters: Letters) -> None:
    for _ in range(5):
        with pytest.raises(BadLogIn):
            people.entrance.log_in("Amal", "wrong password", HOME)
    people.resets.reset(ask(people, letters), NEW)
    assert isinstance(people.entrance.log_in("Amal", NEW, HOME), LoggedIn)


def test_a_second_step_outlives_a_reset(people: People, owner: User, letters: Letters, clock: Clock) -> None:
    switch_on(people, owner, clock)
    people.resets.reset(ask(people, letters), NEW)
    assert isinstance(people.entrance.log_in("Amal", NEW, HOME), SecondStep)
    assert letters.sent[-1].subject.startswith("Reset your password")
    people.outbox.deliver()
    assert letters.sent[-1].subject == "Your password for Sayso was changed"


def test_the_link_leads_where_the_owner_says_the_desk_is(people: People, owner: User, letters: Letters) -> None:
    people.settings.change(address="https://desk.example.org/")
    ask(people, letters)
    assert "\nhttps://desk.example.org/reset/" in letters.sent[-1].body
