from __future__ import annotations

import subprocess
import sys
import threading

import pytest

from sayso.errors import Slowed
from sayso.people import People, open_people
from sayso.people.attempt import Guess
from sayso.people.tests.conftest import Clock


def try_often(people: People, times: int, *, account: str = "amal", address: str = "192.0.2.7") -> int:
    """How many of so many tries in a row counted."""
    counted = 0
    for _ in range(times):
        try:
            people.attempts.take(Guess.PASSWORD, account=account, address=address)
            counted += 1
        except Slowed:
            pass
    return counted


def wait_of(people: People, *, account: str = "amal", address: str = "192.0.2.7", guess: Guess = Guess.PASSWORD) -> int:
    with pytest.raises(Slowed) as slowed:
        people.attempts.take(guess, account=account, address=address)
    return slowed.value.seconds


def test_a_few_tries_are_free_then_each_wait_is_twice_the_last(people: People, clock: Clock) -> None:
    assert try_often(people, 5) == 5
    waits = []
    for _ in range(4):
        waits.append(wait_of(people))
        clock.pass_(seconds=waits[-1])
        assert try_often(people, 1) == 1
    assert waits == [2, 4, 8, 16]


def test_the_wait_is_told_and_ends(people: People, clock: Clock) -> None:
    try_often(people, 5)
    with pytest.raises(Slowed, match="wait 2 seconds"):
        people.attempts.take(Guess.PASSWORD, account="amal", address="192.0.2.7")
    clock.pass_(seconds=2)
    assert try_often(people, 1) == 1


def test_no_wait_is_longer_than_a_quarter_of_an_hour(people: People, clock: Clock) -> None:
    for _ in range(40):
        try_often(people, 1)
        clock.pass_(minutes=15)
    try_often(people, 1)
    assert wait_of(people) == 900


def test_a_guesser_with_many_addresses_is_slowed_for_one_account(people: People) -> None:
    counted = sum(try_often(people, 1, address=f"192.0.2.{at}") for at in range(50))
    assert counted == 5


def test_a_guesser_of_many_accounts_is_slowed_for_one_address(people: People) -> None:
    counted = sum(try_often(people, 1, account=f"user {at}") for at in range(200))
    assert counted == 30


def test_a_household_of_ipv6_is_one_address(people: People) -> None:
    told = [try_often(people, 1, account=f"user {at}", address=f"2001:db8:0:1::{at:x}") for at in range(50)]
    assert sum(told) == 30
    assert try_often(people, 1, account="user 99", address="2001:db8:0:2::1") == 1


def test_an_address_is_the_same_inside_ipv6(people: People) -> None:
    try_often(people, 40, account="x", address="192.0.2.7")
    for at in range(25):
        try_often(people, 1, account=f"user {at}", address="192.0.2.7")
    wait_of(people, account="fresh", address="::ffff:192.0.2.7")


def test_who_was_right_is_forgiven(people: People) -> None:
    try_often(people, 5)
    people.attempts.forgive(Guess.PASSWORD, account="amal")
    assert try_often(people, 5) == 5


def test_a_newsroom_that_logs_in_rightly_never_waits(people: People) -> None:
    for at in range(100):
        assert try_often(people, 1, account=f"user {at}") == 1
        people.attempts.forgive(Guess.PASSWORD, account=f"user {at}", address="192.0.2.7")


def test_ones_own_account_washes_no_guesses_away(people: People, clock: Clock) -> None:
    counted = 0
    for at in range(200):
        counted += try_often(people, 1, account=f"user {at}")
        if try_often(people, 1, account="mine"):
            people.attempts.forgive(Guess.PASSWORD, account="mine", address="192.0.2.7")
    assert counted == 30


def test_tries_are_forgotten_after_a_day(people: People, clock: Clock) -> None:
    try_often(people, 5)
    clock.pass_(hours=24)
    assert try_often(people, 6) == 5


def test_another_process_slows_too(people: People, clock: Clock) -> None:
    with open_people(people.store.path.with_name("record.db"), now=clock) as other:
        assert try_often(people, 3) + try_often(other, 3) == 5


def test_of_many_at_once_no_more_than_the_free_ones_count(people: People) -> None:
    counted: list[int] = []
    threads = [threading.Thread(target=lambda: counted.append(try_often(people, 3))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(counted) == 5


def test_the_file_holds_no_address_and_no_name_that_was_typed(people: People) -> None:
    try_often(people, 1, account="my password typed in the wrong box", address="192.0.2.77")
    people.close()
    kept = b"".join(file.read_bytes() for file in people.store.path.parent.iterdir())
    assert b"wrong box" not in kept
    assert b"192.0.2.77" not in kept


GUESS = """
import sys
from sayso.errors import Slowed
from sayso.people import open_people
from sayso.people.attempt import Guess
from sayso.people.tests.conftest import Clock
with open_people(sys.argv[1], now=Clock()) as people:
    counted = 0
    for _ in range(5):
        try:
            people.attempts.take(Guess.PASSWORD, account="amal", address="192.0.2.7")
            counted += 1
        except Slowed:
            pass
    print(counted)
"""


def test_processes_at_once_give_no_more_tries_than_one(people: People) -> None:
    guessing = [sys.executable, "-c", GUESS, str(people.store.path.with_name("record.db"))]
    running = [subprocess.Popen(guessing, stdout=subprocess.PIPE, text=True) for _ in range(3)]  # noqa: S603
    assert sum(int(process.communicate()[0]) for process in running) == 5
