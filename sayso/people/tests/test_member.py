from __future__ import annotations

import threading

import pytest
from sqlalchemy import select

from sayso.errors import NotAllowed, NotKnown, Refused, SaysoError
from sayso.people import People, Role, User
from sayso.people.audit import Deed
from sayso.people.schema import metadata
from sayso.people.tests.conftest import PASSWORD, Clock
from sayso.people.tests.test_entrance import switch_on


def test_only_an_owner_gives_roles_and_closes(people: People, owner: User, reader: User) -> None:
    for call in (
        lambda: people.members.change_role(reader.id, Role.OWNER, by=reader),
        lambda: people.members.close(owner.id, by=reader),
        lambda: people.members.open_again(owner.id, by=reader),
        lambda: people.members.change_settings(by=reader, is_open=True),
    ):
        with pytest.raises(NotAllowed):
            call()
    assert people.users.find(reader.id).role is Role.READER
    assert not people.settings.load().is_open


def test_a_reviewer_is_no_owner(people: People, owner: User, reader: User) -> None:
    reviewer = people.members.change_role(reader.id, Role.REVIEWER, by=owner)
    with pytest.raises(NotAllowed):
        people.members.change_role(reviewer.id, Role.OWNER, by=reviewer)


def test_the_last_owner_stays(people: People, owner: User, reader: User) -> None:
    for call in (
        lambda: people.members.change_role(owner.id, Role.READER, by=owner),
        lambda: people.members.close(owner.id, by=owner),
        lambda: people.members.close(owner.id, by=None),
    ):
        with pytest.raises(Refused, match="last owner"):
            call()
    people.members.change_role(reader.id, Role.OWNER, by=owner)
    people.members.close(owner.id, by=owner)
    with pytest.raises(Refused, match="last owner"):
        people.members.close(reader.id, by=None)


def test_of_two_owners_who_close_each_other_at_once_one_stays(people: People, owner: User, reader: User) -> None:
    second = people.members.change_role(reader.id, Role.OWNER, by=owner)
    told: list[str] = []

    def close(whom: User, by: User) -> None:
        try:
            people.members.close(whom.id, by=by)
            told.append("closed")
        except SaysoError as error:
            told.append(type(error).__name__)

    threads = [threading.Thread(target=close, args=each) for each in ((owner, second), (second, owner))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(told) == ["Refused", "closed"]
    assert people.users.count_owners() == 1


def test_one_may_close_ones_own_account(people: People, owner: User, reader: User) -> None:
    assert people.members.close(reader.id, by=reader).is_closed


def test_a_deleted_account_leaves_nothing_but_its_name(people: People, owner: User, clock: Clock) -> None:
    user = people.members.add("Dina", mail="dina@example.org", role=Role.OWNER, password=PASSWORD)
    switch_on(people, user, clock)
    people.sessions.open(user)
    people.resets.ask("Dina", address="192.0.2.7")
    people.profiles.add_token(user, "export", Role.READER)
    people.invitations.invite(user, role=Role.READER)
    people.members.delete(user.id, by=user)
    with people.store.reading() as connection:
        rows = {table.name: connection.execute(select(table)).all() for table in metadata.sorted_tables}
    left = {name for name, kept in rows.items() if any(user.id in map(str, row) for row in kept)}
    assert left == set()
    assert "dina@example.org" not in str(rows)
    with pytest.raises(Refused, match="taken"):
        people.users.add("Dina", role=Role.READER)
    assert people.users.add("Elif", role=Role.READER, mail="dina@example.org")


def test_the_last_owner_and_others_are_not_deleted(people: People, owner: User, reader: User) -> None:
    with pytest.raises(Refused, match="last owner"):
        people.members.delete(owner.id, by=owner)
    with pytest.raises(NotAllowed):
        people.members.delete(owner.id, by=reader)
    people.members.delete(reader.id, by=owner)
    assert people.audit.list()[0].what is Deed.DELETED
    assert people.audit.list()[0].by == "Amal"


def test_a_user_that_does_not_exist_is_told(people: People, owner: User) -> None:
    for call in (people.members.close, people.members.open_again):
        with pytest.raises(NotKnown):
            call("nobody", by=owner)


def test_roles_and_settings_are_in_the_audit(people: People, owner: User, reader: User) -> None:
    people.members.change_role(reader.id, Role.CODER, by=owner)
    people.members.change_settings(by=owner, name="Harbour desk", is_open=True)
    told = people.audit.list()[:2]
    assert [(entry.what, entry.of, entry.by) for entry in told] == [
        (Deed.SETTING_CHANGED, None, "Amal"),
        (Deed.ROLE_CHANGED, "Basim", "Amal"),
    ]
    assert told[1].detail == "reader → coder"


@pytest.mark.parametrize("name", ["", " ", "x" * 61, "a\x00b"])
def test_a_desk_has_a_name(people: People, owner: User, name: str) -> None:
    with pytest.raises(Refused, match="Name the desk"):
        people.members.change_settings(by=owner, name=name)
