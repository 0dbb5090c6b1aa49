from __future__ import annotations

import pytest
from argon2 import PasswordHasher

from sayso.errors import Refused
from sayso.people import People, User
from sayso.people.password import HASHER, Passwords
from sayso.people.tests.conftest import PASSWORD

WEAKER = PasswordHasher(memory_cost=8, time_cost=1, parallelism=1)


class CountingHasher(PasswordHasher):
    def __init__(self) -> None:
        super().__init__(memory_cost=8, time_cost=1, parallelism=1)
        self.verified = 0

    def verify(self, hash: str | bytes, password: str | bytes) -> bool:  # noqa: A002
        self.verified += 1
        return super().verify(hash, password)


@pytest.mark.parametrize(
    ("password", "told"),
    [
        ("short", "at least 10"),
        ("x" * 1001, "at most 1000"),
        ("Password123", "first passwords"),
        ("1234567890", "first passwords"),
        ("aaaaaaaaaaaaaa", "first passwords"),
        ("amal@example.org", "your name or mail"),
        ("AMAL@EXAMPLE.ORG", "your name or mail"),
    ],
)
def test_what_a_stranger_would_soon_guess_is_refused(people: People, owner: User, password: str, told: str) -> None:
    with pytest.raises(Refused, match=told) as refusal:
        people.passwords.change(owner, password)
    assert refusal.value.field == "password"
    assert people.passwords.is_right(owner, PASSWORD)


def test_the_name_is_no_password(people: People, owner: User) -> None:
    named = people.users.change_name(owner.id, "Amal Haddad Idris")
    with pytest.raises(Refused, match="your name"):
        people.passwords.change(named, "amalhaddadidris")


def test_the_file_holds_no_password(people: People, owner: User) -> None:
    people.close()
    files = people.store.path.parent.iterdir()
    assert PASSWORD.encode() not in b"".join(file.read_bytes() for file in files)


def test_only_the_right_password_is_right(people: People, owner: User, reader: User) -> None:
    people.passwords.change(owner, "eight rivers of salt")
    assert people.passwords.is_right(owner, "eight rivers of salt")
    assert not people.passwords.is_right(owner, PASSWORD)
    assert not people.passwords.is_right(owner, "")
    assert not people.passwords.is_right(owner, "x" * 1_000_000)
    assert people.passwords.is_right(reader, PASSWORD)


def test_letters_made_by_another_keyboard_are_the_same(people: People, owner: User) -> None:
    people.passwords.change(owner, "cafe\u0301 by the river")
    assert people.passwords.is_right(owner, "café by the river")


def test_for_nobody_the_same_work_is_done(people: People, owner: User) -> None:
    counting = CountingHasher()
    passwords = Passwords(people.store, hasher=counting)
    assert not passwords.is_right(None, PASSWORD)
    assert counting.verified == 1
    no_password = people.users.find(people.members.add("Cem", mail=None, role=owner.role).id)
    assert not passwords.is_right(no_password, PASSWORD)
    assert counting.verified == 2
    assert not passwords.is_right(owner, "wrong password")
    assert counting.verified == 3


def test_a_hash_made_with_earlier_parameters_is_made_anew(people: People, owner: User) -> None:
    Passwords(people.store, hasher=WEAKER).change(owner, PASSWORD)
    weak = people.passwords._find(owner)
    assert weak is not None
    assert HASHER.check_needs_rehash(weak)
    assert not people.passwords.is_right(owner, "wrong password")
    assert people.passwords._find(owner) == weak
    assert people.passwords.is_right(owner, PASSWORD)
    strong = people.passwords._find(owner)
    assert strong is not None
    assert not HASHER.check_needs_rehash(strong)
