"""Collections, votes, comments, tasks and watches: whose they are, and what others see of them."""

from __future__ import annotations

import pytest

from sayso.errors import BadLink, NotAllowed, NotKnown, Refused
from sayso.people import People, Role, User
from sayso.people.collection import Member, MemberKind
from sayso.people.comment import LONGEST
from sayso.people.task import Status
from sayso.people.vote import Answer
from sayso.people.watch import WatchKind

EVENT = Member(MemberKind.EVENT, "v1")


@pytest.fixture
def rima(people: People) -> User:
    return people.users.add("Rima", role=Role.READER, mail="rima@example.org")


@pytest.fixture
def tarek(people: People) -> User:
    return people.users.add("Tarek Sol", role=Role.READER, mail="tarek@example.org")


def test_a_private_collection_is_nobody_elses(people: People, rima: User, tarek: User) -> None:
    kept = people.collections.add(rima, "Airfields")
    for visitor in (tarek, None):
        with pytest.raises(NotKnown):
            people.collections.find(kept.id, visitor)
    with pytest.raises(NotKnown):
        people.collections.put(tarek, kept.id, EVENT)
    assert people.collections.list_shared(tarek) == ()


def test_a_shared_collection_is_seen_by_all_and_changed_by_its_owner(people: People, rima: User, tarek: User) -> None:
    kept = people.collections.add(rima, "Airfields", is_shared=True)
    assert people.collections.find(kept.id, None).title == "Airfields"
    with pytest.raises(NotKnown):
        people.collections.remove(tarek, kept.id)


def test_a_member_stands_once_and_keeps_the_order_that_its_owner_gave(people: People, rima: User) -> None:
    kept = people.collections.add(rima, "Airfields")
    other = Member(MemberKind.REPORT, "r1")
    assert people.collections.put(rima, kept.id, EVENT)
    assert not people.collections.put(rima, kept.id, EVENT)
    people.collections.put(rima, kept.id, other)
    people.collections.move(rima, kept.id, other, by=-1)
    assert people.collections.find(kept.id, rima).members == (other, EVENT)
    people.collections.take_out(rima, kept.id, EVENT)
    assert people.collections.find(kept.id, rima).members == (other,)


@pytest.mark.parametrize("title", ["", "   ", "x" * 121])
def test_a_title_that_is_none_is_refused(people: People, rima: User, title: str) -> None:
    with pytest.raises(Refused):
        people.collections.add(rima, title)


def test_a_person_has_one_vote_and_may_change_it(people: People, rima: User, tarek: User) -> None:
    people.votes.leave(rima, "event", "v1", Answer.AGREE)
    people.votes.leave(rima, "event", "v1", Answer.DISAGREE)
    people.votes.leave(tarek, "event", "v1", Answer.UNSURE)
    tally = people.votes.count("event", "v1", rima)
    assert tally.total == 2
    assert tally.mine is Answer.DISAGREE
    people.votes.leave(rima, "event", "v1", None)
    assert people.votes.count("event", "v1", rima).total == 1


def test_votes_on_two_events_that_became_one_count_once_a_person(people: People, rima: User) -> None:
    people.votes.leave(rima, "event", "v1", Answer.AGREE)
    people.votes.leave(rima, "event", "v2", Answer.AGREE)
    assert people.votes.count("event", "v1", None, former=["v2"]).total == 1


def test_a_comment_of_a_megabyte_is_refused(people: People, rima: User) -> None:
    with pytest.raises(Refused):
        people.comments.add(rima, "event", "v1", "x" * 1_000_000)
    assert len(people.comments.add(rima, "event", "v1", "x" * LONGEST).text) == LONGEST


def test_who_is_named_is_told_and_gets_a_letter_only_if_wished(people: People, rima: User, tarek: User) -> None:
    people.comments.add(rima, "event", "v1", "@tarek  sol, can you look?")
    assert people.outbox.count() == 0
    people.comments.wish_letters(tarek, by_mail=True)
    people.comments.add(rima, "event", "v1", "again @Tarek Sol")
    assert people.outbox.count() == 1
    assert len(people.comments.list_mentions(tarek, only_new=True)) == 2
    people.comments.mark_seen(tarek)
    assert people.comments.list_mentions(tarek, only_new=True) == ()


def test_only_its_writer_and_reviewers_take_a_comment_away(people: People, rima: User, tarek: User) -> None:
    kept = people.comments.add(rima, "event", "v1", "wrong place")
    with pytest.raises(NotAllowed):
        people.comments.remove(tarek, kept.id)
    people.comments.remove(people.users.add("Judge", role=Role.REVIEWER), kept.id)
    assert people.comments.find(kept.id).text == ""


def test_a_task_has_one_state(people: People, rima: User, tarek: User) -> None:
    people.tasks.set("claim", "c1", assignee=tarek, status=Status.IN_PROGRESS, by=rima)
    people.tasks.set("claim", "c1", assignee=tarek, status=Status.HELP_NEEDED, by=tarek)
    assert [task.status for task in people.tasks.list(tarek)] == [Status.HELP_NEEDED]
    people.tasks.set("claim", "c1", assignee=tarek, status=Status.DONE, by=tarek)
    assert people.tasks.list(tarek) == ()


def test_the_same_thing_is_followed_once(people: People, rima: User) -> None:
    one = people.watches.add(rima, WatchKind.PLACE, "e1", "Tel Arwan")
    assert people.watches.add(rima, WatchKind.PLACE, "e1", "again") == one


def test_a_renewed_secret_closes_the_old_address(people: People, rima: User) -> None:
    old = people.watches.secret_of(rima)
    assert people.watches.find_owner(old) == rima
    new = people.watches.renew_secret(rima)
    with pytest.raises(NotKnown):
        people.watches.find_owner(old)
    assert people.watches.find_owner(new) == rima


@pytest.mark.parametrize("secret", ["", "x", "{id}.", "{id}.0000", "\ud800.1", "{id}.é"])
def test_a_forged_feed_secret_opens_nothing(people: People, rima: User, secret: str) -> None:
    with pytest.raises(NotKnown):
        people.watches.find_owner(secret.replace("{id}", rima.id))


def test_a_link_ends_the_letters_of_its_own_watch_alone(people: People, rima: User, tarek: User) -> None:
    mine = people.watches.add(rima, WatchKind.PLACE, "e1", "Tel Arwan")
    other = people.watches.add(tarek, WatchKind.PLACE, "e1", "Tel Arwan")
    people.watches.wish_letters(rima, mine.id, by_mail=True)
    with pytest.raises(BadLink):
        people.watches.find_to_stop(mine.id, people.watches.stop_secret(other))
    people.watches.stop(people.watches.find_to_stop(mine.id, people.watches.stop_secret(mine)))
    assert not people.watches.list(rima)[0].by_mail


def test_nobody_changes_what_another_follows(people: People, rima: User, tarek: User) -> None:
    mine = people.watches.add(rima, WatchKind.PLACE, "e1", "Tel Arwan")
    with pytest.raises(NotKnown):
        people.watches.remove(tarek, mine.id)
    with pytest.raises(NotKnown):
        people.watches.wish_letters(tarek, mine.id, by_mail=True)
