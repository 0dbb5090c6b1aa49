from __future__ import annotations

import pytest

from sayso.errors import BadLink, Refused, Slowed
from sayso.people import LoggedIn, People, User
from sayso.people.tests.conftest import HOME, PASSWORD, Clock, Letters, secret_in

NEW = "eight rivers of salt"


def ask_mail(people: People, user: User, letters: Letters, mail: str = "new@example.org") -> str:
    people.profiles.ask_mail(user, mail, PASSWORD, HOME)
    people.outbox.deliver()
    return secret_in(letters.to(mail)[-1])


def test_a_new_password_takes_the_old_and_logs_out_the_others(people: People, owner: User, letters: Letters) -> None:
    token = people.sessions.open(owner)
    with pytest.raises(Refused, match="not your password") as refusal:
        people.profiles.change_password(owner, "wrong password", NEW, HOME)
    assert refusal.value.field == "old"
    assert people.sessions.find(token)
    fresh = people.profiles.change_password(owner, PASSWORD, NEW, HOME)
    assert people.sessions.find(token) is None
    assert people.sessions.find(fresh)
    assert isinstance(people.entrance.log_in("Amal", NEW, HOME), LoggedIn)
    people.outbox.deliver()
    assert [letter.subject for letter in letters.sent] == ["Your password for Sayso was changed"]


def test_a_new_password_too_easy_to_guess_changes_nothing(people: People, owner: User) -> None:
    with pytest.raises(Refused, match="at least"):
        people.profiles.change_password(owner, PASSWORD, "short", HOME)
    assert people.passwords.is_right(owner, PASSWORD)


def test_who_sits_at_an_open_session_cannot_guess_the_password(people: People, owner: User) -> None:
    for _ in range(5):
        with pytest.raises(Refused):
            people.profiles.change_password(owner, "wrong password", NEW, HOME)
    with pytest.raises(Slowed):
        people.profiles.change_password(owner, PASSWORD, NEW, HOME)


def test_a_new_address_counts_once_confirmed_and_the_old_one_is_told(
    people: People, owner: User, letters: Letters
) -> None:
    secret = ask_mail(people, owner, letters)
    assert people.users.find(owner.id).mail == "amal@example.org"
    assert "new@example.org" in letters.to("amal@example.org")[0].body
    assert people.profiles.find_mail(secret) == (owner, "new@example.org")
    people.profiles.confirm_mail(secret)
    assert people.users.find(owner.id).mail == "new@example.org"
    with pytest.raises(BadLink):
        people.profiles.confirm_mail(secret)


def test_a_new_address_takes_the_password(people: People, owner: User, letters: Letters) -> None:
    with pytest.raises(Refused, match="not your password"):
        people.profiles.ask_mail(owner, "new@example.org", "wrong password", HOME)
    people.outbox.deliver()
    assert letters.sent == []


def test_a_link_to_a_new_address_expires_and_the_next_one_ends_it(
    people: People, owner: User, letters: Letters, clock: Clock
) -> None:
    first, second = ask_mail(people, owner, letters), ask_mail(people, owner, letters)
    with pytest.raises(BadLink):
        people.profiles.confirm_mail(first)
    clock.pass_(days=1)
    with pytest.raises(BadLink):
        people.profiles.confirm_mail(second)


def test_whose_address_it_is_is_told_to_that_address_alone(
    people: People, owner: User, reader: User, letters: Letters
) -> None:
    assert people.profiles.ask_mail(reader, "amal@example.org", PASSWORD, HOME) is None
    people.outbox.deliver()
    assert [letter.subject for letter in letters.to("amal@example.org")] == ["You have an account at Sayso"]


def test_an_address_that_another_got_first_is_refused(
    people: People, owner: User, reader: User, letters: Letters
) -> None:
    secret = ask_mail(people, owner, letters)
    people.users.change_mail(reader.id, "new@example.org")
    with pytest.raises(Refused, match="Another account"):
        people.profiles.confirm_mail(secret)


def test_a_reset_link_in_the_old_box_ends_with_the_change(people: People, owner: User, letters: Letters) -> None:
    people.resets.ask("Amal", address="192.0.2.7")
    people.outbox.deliver()
    reset = secret_in(letters.sent[0])
    people.profiles.confirm_mail(ask_mail(people, owner, letters))
    with pytest.raises(BadLink):
        people.resets.reset(reset, NEW)


def test_a_changed_name_signs_from_now_on_and_is_told(people: People, owner: User) -> None:
    assert people.profiles.change_name(owner, "Amal Haddad").name == "Amal Haddad"
    assert people.audit.list(owner)[0].detail == "Amal → Amal Haddad"
