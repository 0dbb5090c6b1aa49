from __future__ import annotations

import threading

import pytest

from sayso.errors import BadLink, NotAllowed, NotKnown, Refused, SaysoError, Slowed
from sayso.people import People, Role, User
from sayso.people.tests.conftest import PASSWORD, Clock, Letters, secret_in


def sign_up(people: People, secret: str, name: str = "Cem", **more: str) -> User:
    return people.members.sign_up(secret, name=name, password=PASSWORD, **more)


def test_an_owner_invites_with_a_role(people: People, owner: User, letters: Letters) -> None:
    secret = people.invitations.invite(owner, role=Role.CODER, mail="cem@example.org")
    people.outbox.deliver()
    assert secret_in(letters.to("cem@example.org")[0]) == secret
    user = sign_up(people, secret)
    assert (user.role, user.mail) == (Role.CODER, "cem@example.org")


def test_only_an_owner_invites_and_withdraws(people: People, owner: User, reader: User) -> None:
    people.invitations.invite(owner, role=Role.READER)
    with pytest.raises(NotAllowed):
        people.invitations.invite(reader, role=Role.READER)
    with pytest.raises(NotAllowed):
        people.invitations.withdraw(reader, people.invitations.list()[0].id)
    assert len(people.invitations.list()) == 1


def test_an_invitation_works_once(people: People, owner: User) -> None:
    secret = people.invitations.invite(owner, role=Role.READER)
    sign_up(people, secret)
    with pytest.raises(BadLink, match="invitation appears to be invalid"):
        sign_up(people, secret, "Dina")


def test_an_invitation_expires(people: People, owner: User, clock: Clock) -> None:
    secret = people.invitations.invite(owner, role=Role.READER)
    clock.pass_(days=7)
    with pytest.raises(BadLink):
        sign_up(people, secret)


def test_a_withdrawn_invitation_works_no_more(people: People, owner: User) -> None:
    secret = people.invitations.invite(owner, role=Role.READER)
    people.invitations.withdraw(owner, people.invitations.list()[0].id)
    with pytest.raises(BadLink):
        sign_up(people, secret)
    with pytest.raises(NotKnown):
        people.invitations.withdraw(owner, "nothing")


def test_what_was_refused_leaves_the_invitation(people: People, owner: User) -> None:
    secret = people.invitations.invite(owner, role=Role.READER)
    with pytest.raises(Refused, match="taken"):
        sign_up(people, secret, "amal")
    with pytest.raises(Refused, match="at least"):
        people.members.sign_up(secret, name="Cem", password="short")  # noqa: S106
    assert [user.name for user in people.users.list()] == ["Amal"]
    assert sign_up(people, secret).name == "Cem"


def test_of_two_who_take_one_invitation_at_once_one_signs_up(people: People, owner: User) -> None:
    secret = people.invitations.invite(owner, role=Role.READER)
    told: list[str] = []

    def take(name: str) -> None:
        try:
            told.append(sign_up(people, secret, name).name)
        except SaysoError as error:
            told.append(type(error).__name__)

    threads = [threading.Thread(target=take, args=(f"Reader {at}",)) for at in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert told.count("BadLink") == 3
    assert len(people.users.list()) == 2


def test_the_first_owner_signs_up_with_a_link_and_nobody_after(people: People) -> None:
    first = people.first_link("http://127.0.0.1:8000/")
    second = people.first_link("http://127.0.0.1:8000")
    assert first
    assert second
    assert second.startswith("http://127.0.0.1:8000/sign-up?invitation=")
    with pytest.raises(BadLink):  # only the one that was printed last
        sign_up(people, first.partition("=")[2])
    user = sign_up(people, second.partition("=")[2], "Amal", mail="amal@example.org")
    assert (user.role, user.mail) == (Role.OWNER, "amal@example.org")
    assert people.first_link("http://127.0.0.1:8000") is None


def test_an_address_given_at_sign_up_counts_once_it_is_confirmed(people: People, owner: User, letters: Letters) -> None:
    user = sign_up(people, people.invitations.invite(owner, role=Role.READER), mail="cem@example.org")
    assert user.mail is None
    people.outbox.deliver()
    people.profiles.confirm_mail(secret_in(letters.to("cem@example.org")[0]))
    assert people.users.find(user.id).mail == "cem@example.org"


def test_sign_up_does_not_tell_whose_address_it_is(people: People, owner: User, letters: Letters) -> None:
    user = sign_up(people, people.invitations.invite(owner, role=Role.READER), mail="amal@example.org")
    people.outbox.deliver()
    assert people.users.find(user.id).mail is None
    assert [letter.subject for letter in letters.to("amal@example.org")] == ["You have an account at Sayso"]


def test_where_sign_up_is_open_a_link_is_mailed(people: People, owner: User, letters: Letters) -> None:
    people.settings.change(is_open=True)
    people.invitations.ask("cem@example.org", address="192.0.2.7")
    people.outbox.deliver()
    user = sign_up(people, secret_in(letters.to("cem@example.org")[0]))
    assert (user.role, user.mail) == (Role.READER, "cem@example.org")
    assert people.invitations.list() == ()


def test_who_has_an_account_is_told_so_by_letter_alone(people: People, owner: User, letters: Letters) -> None:
    people.settings.change(is_open=True)
    assert people.invitations.ask("AMAL@example.org", address="192.0.2.7") is None
    people.outbox.deliver()
    assert [letter.subject for letter in letters.sent] == ["You have an account at Sayso"]


def test_where_sign_up_is_not_open_nobody_gets_a_link(people: People, owner: User, letters: Letters) -> None:
    with pytest.raises(NotAllowed, match="by invitation"):
        people.invitations.ask("cem@example.org", address="192.0.2.7")


def test_letters_to_sign_up_are_not_asked_for_without_end(people: People, owner: User) -> None:
    people.settings.change(is_open=True)
    for at in range(20):
        people.invitations.ask(f"user{at}@example.org", address="192.0.2.7")
    with pytest.raises(Slowed):
        people.invitations.ask("cem@example.org", address="192.0.2.7")
