from __future__ import annotations

import pytest

from sayso.errors import NotKnown, Refused
from sayso.people import People, Role, User
from sayso.people.tests.conftest import Clock


def test_a_token_is_found_by_its_secret_alone(people: People, owner: User) -> None:
    token, secret = people.profiles.add_token(owner, "nightly export", Role.READER)
    found = people.tokens.find(secret)
    assert found
    assert (found.id, found.user, found.role, found.name) == (token.id, owner, Role.READER, "nightly export")
    for wrong in ("", "sayso_", secret[:-1], token.id, secret.upper()):
        assert people.tokens.find(wrong) is None


def test_the_file_holds_no_secret(people: People, owner: User) -> None:
    _, secret = people.profiles.add_token(owner, "export", Role.READER)
    people.close()
    assert secret[6:].encode() not in b"".join(file.read_bytes() for file in people.store.path.parent.iterdir())


def test_a_token_may_do_no_more_than_its_user(people: People, owner: User, reader: User) -> None:
    with pytest.raises(Refused, match="no more than you"):
        people.profiles.add_token(reader, "export", Role.CODER)
    _, secret = people.profiles.add_token(owner, "export", Role.OWNER)
    people.users.change_role(owner.id, Role.READER)
    found = people.tokens.find(secret)
    assert found
    assert found.role is Role.READER


def test_a_token_ends_for_its_user_alone(people: People, owner: User, reader: User) -> None:
    token, secret = people.profiles.add_token(owner, "export", Role.READER)
    with pytest.raises(NotKnown):
        people.profiles.end_token(reader, token.id)
    assert people.tokens.find(secret)
    people.profiles.end_token(owner, token.id)
    assert people.tokens.find(secret) is None
    assert people.tokens.list(owner) == ()
    with pytest.raises(NotKnown):
        people.profiles.end_token(owner, token.id)


def test_a_closed_account_has_no_token_also_when_it_is_opened_again(people: People, owner: User, reader: User) -> None:
    _, secret = people.profiles.add_token(reader, "export", Role.READER)
    people.members.close(reader.id, by=owner)
    assert people.tokens.find(secret) is None
    people.members.open_again(reader.id, by=owner)
    assert people.tokens.find(secret) is None


def test_last_use_is_kept(people: People, owner: User, clock: Clock) -> None:
    _, secret = people.profiles.add_token(owner, "export", Role.READER)
    assert people.tokens.list(owner)[0].used is None
    people.tokens.find(secret)
    assert people.tokens.list(owner)[0].used == clock.at


@pytest.mark.parametrize("name", ["", "   ", "x" * 61, "a\x00b", "x" * 1_000_000])
def test_a_token_is_named(people: People, owner: User, name: str) -> None:
    with pytest.raises(Refused, match="Name the token"):
        people.profiles.add_token(owner, name, Role.READER)
