from __future__ import annotations

import base64
import threading
from datetime import UTC, datetime

import pytest

from sayso.errors import Refused
from sayso.people import People, Role, User
from sayso.people.factor import Setup, count_code, find_step
from sayso.people.tests.conftest import HOME, PASSWORD, Clock
from sayso.people.tests.test_entrance import app_code, switch_on

RFC_SECRET = base64.b32encode(b"12345678901234567890").decode()


@pytest.mark.parametrize(
    ("seconds", "code"),
    [
        (59, "94287082"),
        (1111111109, "07081804"),
        (1111111111, "14050471"),
        (1234567890, "89005924"),
        (2000000000, "69279037"),
        (20000000000, "65353130"),
    ],
)
def test_codes_are_those_of_rfc_6238(seconds: int, code: str) -> None:
    assert count_code(RFC_SECRET, seconds // 30, digits=8) == code
    assert count_code(RFC_SECRET, seconds // 30) == code[2:]


def test_a_code_counts_half_a_minute_before_and_after_and_no_longer() -> None:
    code, at = count_code(RFC_SECRET, 1000), 1000 * 30
    counts = [find_step(RFC_SECRET, code, at=datetime.fromtimestamp(at + off, UTC)) for off in (-31, -30, 0, 59, 60)]
    assert counts == [None, 1000, 1000, 1000, None]


@pytest.mark.parametrize("code", ["", "12345", "abcdef", "١٢٣٤٥٦", "\ud800", "0" * 1_000_000])
def test_what_is_no_code_is_none(code: str) -> None:
    assert find_step(RFC_SECRET, code, at=datetime.fromtimestamp(59, UTC)) is None


def test_a_setup_counts_once_a_code_of_it_was_entered(people: People, owner: User, clock: Clock) -> None:
    setup = people.factors.begin(owner, desk="Sayso")
    assert people.factors.begin(owner, desk="Sayso") == setup
    assert not people.factors.is_on(owner)
    with pytest.raises(Refused, match="not the code") as refusal:
        people.factors.confirm(owner, "000000")
    assert refusal.value.field == "code"
    codes = people.factors.confirm(owner, app_code(setup.secret, clock))
    assert people.factors.is_on(owner)
    assert len(set(codes)) == 10


def test_a_setup_that_counts_is_not_shown_again(people: People, owner: User, clock: Clock) -> None:
    switch_on(people, owner, clock)
    with pytest.raises(Refused, match="switched on already"):
        people.factors.begin(owner, desk="Sayso")


def test_a_code_is_taken_once_by_all_who_try_at_once(people: People, owner: User, clock: Clock) -> None:
    secret, _ = switch_on(people, owner, clock)
    code, taken = app_code(secret, clock), []
    threads = [threading.Thread(target=lambda: taken.append(people.factors.take_code(owner, code))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(taken) == [False] * 5 + [True]


def test_backup_codes_are_kept_hashed_and_are_ones_own(people: People, owner: User, reader: User, clock: Clock) -> None:
    _, codes = switch_on(people, owner, clock)
    assert not people.factors.take_backup_code(reader, codes[0])
    people.close()
    kept = b"".join(file.read_bytes() for file in people.store.path.parent.iterdir())
    assert not any(code.encode() in kept or code.replace("-", "").encode() in kept for code in codes)


def test_new_backup_codes_end_the_old(people: People, owner: User, clock: Clock) -> None:
    _, old = switch_on(people, owner, clock)
    new = people.profiles.renew_codes(owner, PASSWORD, HOME)
    assert not people.factors.take_backup_code(owner, old[0])
    assert people.factors.take_backup_code(owner, new[0])


def test_switching_it_off_takes_the_password(people: People, owner: User, clock: Clock) -> None:
    switch_on(people, owner, clock)
    with pytest.raises(Refused, match="not your password"):
        people.profiles.remove_factor(owner, "wrong password", HOME)
    assert people.factors.is_on(owner)
    people.profiles.remove_factor(owner, PASSWORD, HOME)
    assert not people.factors.is_on(owner)
    assert people.factors.count_codes(owner) == 0


def test_the_picture_has_no_script_and_no_style(people: People) -> None:
    user = people.members.add("<script>&\"' أمل", mail=None, role=Role.READER)
    setup = people.factors.begin(user, desk="Desk <b>")
    drawn = setup.draw()
    assert drawn.startswith("<svg ")
    assert "script" not in drawn
    assert "style" not in drawn
    assert "<" not in setup.address
    assert isinstance(setup, Setup)
