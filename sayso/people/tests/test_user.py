from __future__ import annotations

import pytest

from sayso.errors import NotKnown, Refused
from sayso.people import People, Role, User


def test_roles_are_in_order() -> None:
    assert Role.READER < Role.CODER < Role.REVIEWER < Role.OWNER
    assert [str(role) for role in Role] == ["reader", "coder", "reviewer", "owner"]
    assert Role.named("coder") is Role.CODER


def test_a_role_that_is_none_is_refused() -> None:
    with pytest.raises(Refused, match="Choose a role"):
        Role.named("admin")


@pytest.mark.parametrize("same", ["Amal", "AMAL", " amal ", "ａｍａｌ"])
def test_a_name_is_one_however_it_is_written(people: People, owner: User, same: str) -> None:
    assert people.users.find_named(same) == owner
    with pytest.raises(Refused, match="taken"):
        people.users.add(same, role=Role.READER)


def test_a_name_that_signed_is_never_anybody_elses(people: People, owner: User) -> None:
    people.users.change_name(owner.id, "Amal Haddad")
    with pytest.raises(Refused, match="taken"):
        people.users.add("Amal", role=Role.READER)
    assert people.users.change_name(owner.id, "Amal").name == "Amal"


def test_a_user_is_found_by_mail_address_too(people: People, owner: User) -> None:
    assert people.users.find_named("AMAL@example.org") == owner
    assert people.users.find_named("nobody") is None


def test_an_identifier_that_is_nobodys_is_told(people: People) -> None:
    with pytest.raises(NotKnown):
        people.users.find("nobody")


@pytest.mark.parametrize("name", ["", "A", "A" * 61, "a@b", "Am\u202eal", "Am\x00al", "A" * 1_000_000])
def test_a_name_nobody_could_read_is_refused(people: People, name: str) -> None:
    with pytest.raises(Refused) as refusal:
        people.users.add(name, role=Role.READER)
    assert refusal.value.field == "name"


@pytest.mark.parametrize("name", ["Аmal", "Αmal", "Om\u0430r Haddad"])
def test_a_name_of_two_alphabets_that_look_alike_is_refused(people: People, name: str) -> None:
    with pytest.raises(Refused, match="one alphabet"):
        people.users.add(name, role=Role.READER)


def test_a_joiner_that_nobody_sees_makes_no_other_name(people: People, owner: User) -> None:
    assert people.users.add("علی\u200cرضا", role=Role.READER).name == "علی\u200cرضا"
    with pytest.raises(Refused, match="taken"):
        people.users.add("Am\u200cal", role=Role.READER)


@pytest.mark.parametrize("name", ["أمل حداد", "Анна", "O'Neill-Šimić", "<script>alert(1)</script>"])
def test_a_name_in_any_script_is_kept_as_it_is(people: People, name: str) -> None:
    assert people.users.find(people.users.add(name, role=Role.READER).id).name == name


@pytest.mark.parametrize(
    "mail",
    ["amal", "@example.org", "a@b", "a b@example.org", "a@example.org\nBcc: b@example.org", "a@@example.org",
     "a@example.org,b@example.org", "<a@example.org>", "a" * 250 + "@example.org", "a" * 1_000_000],
)  # fmt: skip
def test_what_is_no_mail_address_is_refused(people: People, mail: str) -> None:
    with pytest.raises(Refused) as refusal:
        people.users.add("Amal", role=Role.READER, mail=mail)
    assert refusal.value.field == "mail"
    assert people.users.list() == ()


def test_two_accounts_never_share_a_mail_address(people: People, owner: User, reader: User) -> None:
    with pytest.raises(Refused, match="Another account"):
        people.users.change_mail(reader.id, "Amal@Example.org")
    assert people.users.find(reader.id).mail == "basim@example.org"
