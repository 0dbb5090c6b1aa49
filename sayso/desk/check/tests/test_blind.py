"""Two persons check a sample blind, how far they agree is told, and a third settles it."""

import re

import pytest

from sayso.people import Role


@pytest.fixture
def round_page(desk):
    """A round on one report, started by Rima for Amal and Basim."""
    for name in ("Amal", "Basim"):
        desk.log_in(Role.CODER, name)
    desk.log_in(Role.REVIEWER, "Rima")
    done = desk.post("/check/blind", of="/check/blind", name="May", count="1", first="Amal", second="Basim")
    return done.headers["location"]


def report_of(desk, page):
    desk.log_in(Role.CODER, "Amal")
    return re.search(rf'href="({page}/report/\w+)"', desk.client.get(page).text)[1]


def claims_in(desk, address):
    return re.findall(r'data-claim="(\w+)"', desk.client.get(address).text)


def version_in(desk, address):
    return re.search(r'name="version" value="(\w+)"', desk.client.get(address).text)[1]


def finish(desk, address):
    return desk.post(f"{address}/whole", of=address, version=version_in(desk, address))


def test_only_a_reviewer_starts_a_round_and_only_with_two_coders(desk):
    desk.log_in(Role.CODER, "Amal")
    assert desk.post("/check/blind", of="/check", name="x", first="Amal", second="Amal").status_code == 403
    desk.log_in(Role.REVIEWER, "Rima")
    for fields in ({"first": "Amal", "second": "Amal"}, {"first": "Amal", "second": "Nobody"}):
        answer = desk.post("/check/blind", of="/check/blind", name="x", count="1", **fields)
        assert answer.status_code == 400
    answer = desk.post("/check/blind", of="/check/blind", name="x", count="1e9", first="Amal", second="Rima")
    assert "is no number of reports" in answer.text


def test_what_one_decides_the_other_does_not_see_and_the_record_does_not_change(desk, round_page):
    address = report_of(desk, round_page)
    before = desk.office.record.snapshot()
    claims = claims_in(desk, address)
    desk.post(f"{round_page}/act", of=address, reject=claims[0], next=address)
    assert claims_in(desk, address) == claims[1:]
    assert "In a blind round: Rejected" in desk.client.get("/history").text
    desk.log_in(Role.CODER, "Basim")
    assert claims_in(desk, address) == claims
    assert "Rejected" not in desk.client.get("/history").text
    desk.log_out()
    assert "Rejected" not in desk.client.get("/history").text
    assert desk.office.record.snapshot().resolutions == before.resolutions


def test_nobody_else_works_in_a_round(desk, round_page):
    address = report_of(desk, round_page)
    desk.log_in(Role.CODER, "Carla")
    assert desk.client.get(address).status_code == 403
    assert desk.client.get("/check/blind/d0").status_code == 404
    desk.log_in(Role.CODER, "Amal")
    assert desk.client.get(f"{round_page}/report/r0").status_code == 404


def test_a_missed_claim_is_added_and_a_claim_is_corrected_blind(desk, round_page):
    address = report_of(desk, round_page)
    claims = claims_in(desk, address)
    claim = f"{round_page}/claim/{claims[0]}"
    assert desk.client.get(claim).status_code == 200
    done = desk.post(f"{claim}/set", of=claim, stance="possible")
    assert done.headers["location"].startswith(claim)
    text = re.sub(r"<[^>]+>", "", re.search(r"data-text[^>]*>(.*?)</div>", desk.client.get(address).text, re.S)[1])
    words = text.strip().split("\n")[0][:30].rsplit(" ", 1)[0]
    done = desk.post(
        f"{address}/add", of=address, version=version_in(desk, address), words=words, type="present", stance="judged"
    )
    assert done.status_code == 303
    assert len(claims_in(desk, address)) == len(claims) + 1


def test_a_third_settles_when_both_are_done_and_one_undo_takes_it_back(desk, round_page):
    address = report_of(desk, round_page)
    report = address.rsplit("/", 1)[1]
    claims = claims_in(desk, address)
    settle = f"{round_page}/settle/{report}"
    desk.post(f"{round_page}/act", of=address, reject=claims[0], next=address)
    finish(desk, address)
    desk.log_in(Role.REVIEWER, "Rima")
    early = desk.client.get(settle)
    assert early.status_code == 400
    assert "not done with this round" in early.text
    desk.log_in(Role.CODER, "Basim")
    changed = f"{round_page}/claim/{claims[1]}"
    desk.post(f"{changed}/set", of=changed, stance="questioned")
    finish(desk, address)
    shown = desk.client.get(round_page).text
    assert "How far they agree" in shown
    assert f"{len(claims) - 1} claims that both found" in shown
    assert desk.client.get(settle).status_code == 403
    desk.log_in(Role.REVIEWER, "Rima")
    page = desk.client.get(settle).text
    assert page.count("<fieldset>") == 2
    assert desk.post(settle, of=settle, difference_0="second").status_code == 400
    answers = {}
    for number in range(2):
        field = page.split("<fieldset>")[number + 1]
        answers[f"difference_{number}"] = "neither" if 'value="first"' not in field else "first"
    before = desk.office.record.snapshot().resolutions
    done = desk.post(settle, of=settle, **answers)
    assert done.status_code == 303
    snapshot = desk.office.record.around_report(report)
    settled = next(each for each in snapshot.resolutions if each.report.id == report)
    assert {each.id for each in settled.claims} == set(claims[1:])
    assert "settled" in desk.client.get(round_page).text
    made = [each for each in desk.office.record.decisions() if each.by == "Rima"][-1]
    desk.post("/history/undo", of="/history", decision=made.id)
    assert desk.office.record.snapshot().resolutions == before
