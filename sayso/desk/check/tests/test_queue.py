"""The queue: what most needs a look comes first, and is gone once it was looked at."""

import re
from dataclasses import replace

import pytest

from sayso.model.decision import DecisionKind, Target
from sayso.people import Role
from sayso.people.task import Status


@pytest.fixture
def coder(desk):
    return desk.log_in(Role.CODER)


def numbers(page):
    return [int(each) for each in re.findall(r"the reader is (\d+)% sure", page.text)]


def test_the_queue_has_claims_with_why_they_need_a_look(desk):
    page = desk.client.get("/check")
    assert page.status_code == 200
    assert "the only voice on its event" in page.text
    assert len(numbers(page)) == 25


def test_filters_narrow_it(desk):
    everything = desk.client.get("/check").text
    killed = desk.client.get("/check?type=kill").text
    assert len(killed) < len(everything)
    assert not re.findall(r"<strong>(?!Killed)[A-Z]\w+</strong>: <q", killed)
    gazette = desk.client.get("/check?outlet=The+Dhuma+Gazette").text
    assert "<bdi>Sawt Suhn</bdi>, " not in gazette
    assert "Nothing is left in this queue" in desk.client.get("/check?place=Nowhere").text
    assert "Nothing is left" not in desk.client.get("/check?place=arwan").text
    assert desk.client.get("/check?type=invade").status_code == 200


def test_one_claim_after_the_other_by_its_buttons(desk, coder):
    first = desk.client.get("/check/one")
    assert "1 of" in first.text
    assert 'data-key="n"' in first.text
    assert 'data-key="p"' not in first.text
    assert 'data-key="p"' in desk.client.get("/check/one?at=2").text
    assert desk.client.get("/check/one?at=99999").status_code == 200
    assert desk.client.get("/check/one?at=-1").status_code == 200


def test_an_accepted_claim_makes_room_for_the_next_and_undo_brings_it_back(desk, coder):
    page = desk.client.get("/check/one").text
    (claim,) = set(re.findall(r'action="/check/claim/(\w+)/accept"', page))
    done = desk.post(f"/check/claim/{claim}/accept", of="/check/one", next="/check/one?at=1")
    assert done.headers["location"].startswith("/check/one?at=1&made=d")
    after = desk.client.get(done.headers["location"])
    assert "Accepted: “" in after.text
    assert f'action="/check/claim/{claim}/accept"' not in after.text
    decision = desk.office.record.decisions()[0]
    desk.post("/history/undo", of="/check/one", decision=decision.id, next="/check/one?at=1")
    assert f'action="/check/claim/{claim}/accept"' in desk.client.get("/check/one").text


def test_a_corrected_stance_offers_like_cases(desk, wire, claims, coder):
    claim = claims()["it had lost the base"]
    done = desk.post(f"/check/claim/{claim.id}/set", of=f"/check/claim/{claim.id}", stance="possible")
    assert "like case" in desk.client.get(done.headers["location"]).text


def test_somebody_elses_next_page_is_never_followed(desk, wire, claims, coder):
    claim = claims()["it had lost the base"]
    done = desk.post(f"/check/claim/{claim.id}/accept", of=f"/check/claim/{claim.id}", next="//evil.example/")
    assert done.headers["location"].startswith("/?made=") or done.headers["location"].startswith("/check")


def test_a_decision_whose_words_are_gone_waits_to_be_settled_or_taken_back(desk, wire, claims, coder):
    claim = claims()["it had lost the base"]
    desk.post(f"/check/claim/{claim.id}/accept", of=f"/check/claim/{claim.id}")
    assert "Every decision in force finds its words" in desk.client.get("/check/waiting").text
    made = desk.office.record.decisions()[0]
    gone = replace(made, id="d0f", by="Some coder", target=replace(made.target, version="0" * 64))
    desk.office.record.add_decision(gone)
    desk.office.record.add_decision(
        replace(made, id="d0e", kind=DecisionKind.REJECT, target=Target("r0", "0" * 64, 1, 5, field="claim"))
    )
    page = desk.client.get("/check/waiting").text
    assert page.count("waits: its words are gone") == 2
    assert "Undo" in page


def test_only_what_i_look_after(desk, wire, claims, coder):
    assert "Nothing is left in this queue" in desk.client.get("/check?mine=1").text
    claim = claims()["it had lost the base"]
    desk.office.people.tasks.set("claim", claim.id, assignee=coder, status=Status.HELP_NEEDED, by=coder)
    assert numbers(desk.client.get("/check?mine=1")) == [round(claim.confidence * 100)]
    page = desk.client.get(f"/check/claim/{claim.id}").text
    assert "help needed" in page
    assert "Some coder" in page


@pytest.mark.parametrize(
    "address",
    [
        "/check/one?at=first",
        "/check?one_voice=perhaps",
        "/history?at=latest",
        "/history?person=%00",
        "/check?place=" + "x" * 9000,
    ],
)
def test_an_address_that_means_nothing_gets_a_page(desk, coder, address):
    answer = desk.client.get(address)
    assert answer.status_code < 500
    assert "<h1>" in answer.text
