"""Users from the command line, on a machine without mail."""

import re

import pytest

from sayso.people import Browser, LoggedIn, Role, open_people
from sayso.record import open_record

PASSWORD = "seven rivers of sand"  # noqa: S105


@pytest.fixture
def record(say):
    open_record("record.db").close()


def test_an_owner_is_added_and_sets_a_password(say, record):
    status, page, _ = say("people", "add", "Amal Haddad", "--mail", "amal@example.org", "--role", "owner")
    assert status == 0
    secret = re.search(r"http://127.0.0.1:8000/reset/([\w-]{43})\n", page)[1]
    with open_people("record.db") as people:
        assert people.resets.reset(secret, PASSWORD).role is Role.OWNER
        assert isinstance(people.entrance.log_in("Amal Haddad", PASSWORD, Browser("192.0.2.7")), LoggedIn)


def test_users_are_listed_with_role_and_state(say, record):
    say("people", "add", "Amal", "--role", "owner")
    say("people", "add", "Basim")
    say("people", "role", "basim", "coder")
    say("people", "close", "Basim")
    _, page, _ = say("people", "list")
    rows = [row for row in page.splitlines() if "Amal" in row or "Basim" in row]
    assert [("owner" in row, "open" in row) for row in rows] == [(True, True), (False, False)]
    assert "coder" in rows[1]
    assert "closed" in rows[1]
    assert say("people", "open", "Basim")[0] == 0


def test_the_last_owner_stays(say, record):
    say("people", "add", "Amal", "--role", "owner")
    status, _, said = say("people", "close", "Amal")
    assert (status, said) == (6, "This is the last owner; make somebody else an owner first.")


def test_who_is_not_known_is_told(say, record):
    status, _, said = say("people", "reset", "Nobody")
    assert status == 6
    assert said == "'Nobody' is no user of this record; 'sayso people list' names them"


def test_a_role_that_is_none_is_told(say, record):
    status, _, said = say("people", "add", "Amal", "--role", "god")
    assert (status, said) == (6, "Choose a role: reader, coder, reviewer or owner.")


def test_a_lost_telephone_is_no_end(say, record):
    say("people", "add", "Amal", "--role", "owner")
    with open_people("record.db") as people:
        user = people.users.find_named("Amal")
        people.factors.begin(user, desk="Sayso")
    assert say("people", "reset", "Amal", "--without-code")[0] == 0
    with open_people("record.db") as people:
        assert not people.factors.is_on(user)


def test_no_people_are_made_beside_a_record_that_is_not_there(say, tmp_path):
    status, _, said = say("people", "list", "--record", "mistyped.db")
    assert status == 4
    assert "there is no record here" in said
    assert list(tmp_path.iterdir()) == []
