from __future__ import annotations

import pytest

from sayso.people import People, Role, User, describe_browser
from sayso.people.tests.conftest import Clock

LINUX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
MAC = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605"
EDGE = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0"


def test_a_session_is_found_by_its_token_alone(people: People, owner: User) -> None:
    token = people.sessions.open(owner, description="Firefox on Linux")
    session = people.sessions.find(token)
    assert session is not None
    assert (session.user, session.description) == (owner, "Firefox on Linux")
    for wrong in ("", None, "x", token[:-1], session.id, token.swapcase()):
        assert people.sessions.find(wrong) is None


def test_the_file_holds_no_token(people: People, owner: User) -> None:
    token = people.sessions.open(owner)
    people.close()
    assert token.encode() not in b"".join(file.read_bytes() for file in people.store.path.parent.iterdir())


def test_a_session_that_is_not_used_ends(people: People, owner: User, clock: Clock) -> None:
    token = people.sessions.open(owner)
    clock.pass_(days=6)
    assert people.sessions.find(token)
    clock.pass_(days=6)
    assert people.sessions.find(token)
    clock.pass_(days=7)
    assert people.sessions.find(token) is None
    assert people.sessions.list(owner) == ()


def test_a_session_ends_in_any_case(people: People, owner: User, clock: Clock) -> None:
    token = people.sessions.open(owner)
    for _ in range(29):
        clock.pass_(days=1)
        assert people.sessions.find(token)
    clock.pass_(days=1)
    assert people.sessions.find(token) is None


def test_last_seen_follows_within_minutes(people: People, owner: User, clock: Clock) -> None:
    token = people.sessions.open(owner)
    clock.pass_(minutes=4)
    people.sessions.find(token)
    assert people.sessions.list(owner)[0].seen < clock.at
    clock.pass_(minutes=1)
    people.sessions.find(token)
    assert people.sessions.list(owner)[0].seen == clock.at


def test_a_log_in_ends_the_session_that_the_browser_had(people: People, owner: User) -> None:
    before = people.sessions.open(owner)
    after = people.sessions.open(owner, instead_of=before)
    assert people.sessions.find(before) is None
    assert people.sessions.find(after)
    assert len(people.sessions.list(owner)) == 1


def test_a_renewed_session_has_another_token_and_identifier(people: People, owner: User) -> None:
    before = people.sessions.open(owner, description="Chrome on Android")
    session = people.sessions.find(before)
    after = people.sessions.renew(before)
    renewed = people.sessions.find(after)
    assert people.sessions.find(before) is None
    assert session
    assert renewed
    assert renewed.id != session.id
    assert renewed.description == session.description


def test_one_session_or_all_can_be_ended_and_only_ones_own(people: People, owner: User, reader: User) -> None:
    tokens = [people.sessions.open(owner) for _ in range(3)]
    others = people.sessions.open(reader)
    first = people.sessions.find(tokens[0])
    assert first
    assert not people.sessions.end_one(reader, first.id)
    assert people.sessions.end_one(owner, first.id)
    assert people.sessions.find(tokens[0]) is None
    assert people.sessions.end_all(owner) == 2
    assert [people.sessions.find(token) for token in tokens] == [None] * 3
    assert people.sessions.find(others)


def test_rights_changed_end_all_sessions(people: People, owner: User, reader: User) -> None:
    token = people.sessions.open(reader)
    people.members.change_role(reader.id, Role.CODER, by=owner)
    assert people.sessions.find(token) is None


def test_a_closed_account_has_no_session(people: People, owner: User, reader: User) -> None:
    token = people.sessions.open(reader)
    people.users.change_closed(reader.id, closed=True)
    assert people.sessions.find(token) is None


@pytest.mark.parametrize(
    ("agent", "said"),
    [(LINUX, "Firefox on Linux"), (MAC, "Safari on Mac"), (EDGE, "Edge on Windows"), ("curl/8", ""), ("", "")],
)
def test_a_browser_is_described_as_its_user_knows_it(agent: str, said: str) -> None:
    assert describe_browser(agent) == said
