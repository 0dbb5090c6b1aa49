from __future__ import annotations

import threading

from sayso.people import Message, People
from sayso.people.tests.conftest import Clock, Letters

LETTER = Message("amal@example.org", "Hello", "Good day.\n")


def test_a_letter_is_sent_once_and_then_gone(people: People, letters: Letters) -> None:
    people.outbox.add(LETTER)
    assert people.outbox.deliver() == 1
    assert people.outbox.deliver() == 0
    assert letters.sent == [LETTER]
    assert people.outbox.count() == 0


def test_a_server_that_is_down_is_asked_again_later_and_later(people: People, letters: Letters, clock: Clock) -> None:
    people.outbox.add(LETTER)
    letters.is_down = True
    assert people.outbox.deliver() == 0
    letters.is_down = False
    assert people.outbox.deliver() == 0
    clock.pass_(minutes=1)
    assert people.outbox.deliver() == 1
    assert letters.sent == [LETTER]


def test_a_letter_that_cannot_be_sent_is_given_up_after_a_day(people: People, letters: Letters, clock: Clock) -> None:
    people.outbox.add(LETTER)
    letters.is_down = True
    for _ in range(30):
        people.outbox.deliver()
        clock.pass_(hours=1)
    assert people.outbox.count() == 0


def test_a_letter_that_nobody_can_take_does_not_hold_the_others_up(people: People, letters: Letters) -> None:
    class Picky(Letters):
        def send(self, message: Message, *, at: object) -> None:
            if message.to.startswith("bad"):
                raise OSError
            letters.sent.append(message)

    people.outbox._mailer = Picky()
    people.outbox.add(Message("bad@example.org", "Hello", "Text."))
    people.outbox.add(LETTER)
    assert people.outbox.deliver() == 1
    assert letters.sent == [LETTER]


def test_processes_that_deliver_at_once_send_each_letter_once(people: People, letters: Letters) -> None:
    for at in range(10):
        people.outbox.add(Message("amal@example.org", f"Letter {at}", "Text."))
    threads = [threading.Thread(target=people.outbox.deliver) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(message.subject for message in letters.sent) == [f"Letter {at}" for at in range(10)]


def test_what_a_process_that_died_had_taken_is_sent_by_another(people: People, letters: Letters, clock: Clock) -> None:
    people.outbox.add(LETTER)
    people.outbox._take_one()
    assert people.outbox.deliver() == 0
    clock.pass_(minutes=10)
    assert people.outbox.deliver() == 1
