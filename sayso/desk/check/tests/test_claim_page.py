"""Accepting, correcting, rejecting, splitting and merging a claim; like cases; the way back."""

import re
from html.parser import HTMLParser

import pytest

from sayso.desk.conftest import NOW
from sayso.model.decision import DecisionKind, Target, sign
from sayso.model.values.stance import Basis, ClaimType, Stance
from sayso.model.values.stance import Role as Part
from sayso.people import Role

LOST = "it had lost the base"


@pytest.fixture
def coder(desk):
    return desk.log_in(Role.CODER)


def page_of(claim):
    return f"/check/claim/{claim.id}"


class Reader(HTMLParser):
    """The fields of the form that corrects a claim, as a browser would send them."""

    def __init__(self):
        super().__init__()
        self.fields, self.select, self.area, self.inside = [], None, None, False

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        if tag == "form":
            self.inside = found.get("action", "").endswith("/amend#correct")
        if not self.inside:
            return
        if tag == "input" and found.get("name"):
            self.fields.append((found["name"], found.get("value") or ""))
        if tag == "select":
            self.select = found["name"]
        if tag == "option" and "selected" in found:
            self.fields.append((self.select, found["value"]))
        if tag == "textarea":
            self.area = found["name"]

    def handle_data(self, data):
        if self.inside and self.area:
            self.fields.append((self.area, data))

    def handle_endtag(self, tag):
        self.area = None if tag == "textarea" else self.area
        self.inside = self.inside and tag != "form"


def amend(desk, claim, wire, **fields):
    """The form of the claim as the page has it, with these fields changed."""
    reader = Reader()
    reader.feed(desk.client.get(page_of(claim)).text)
    sent = {}
    for name, value in reader.fields:
        sent.setdefault(name, []).append(value)
    sent |= {name: [value] for name, value in fields.items()}
    return desk.client.post(f"{page_of(claim)}/amend", data=sent, follow_redirects=False)


def test_a_page_shows_the_words_in_context_and_the_chain(desk, wire, claims):
    page = desk.client.get(page_of(claims()[LOST]))
    assert page.status_code == 200
    assert "Samir Ostad" in page.text
    assert "You are looking on" in page.text


def test_an_accepted_claim_is_signed_with_the_default_reason(desk, wire, claims, coder):
    claim = claims()[LOST]
    assert desk.post(f"{page_of(claim)}/accept", of=page_of(claim)).status_code == 303
    (decision,) = desk.office.record.decisions()
    assert (decision.by, decision.because) == ("Some coder", "checked against the words")
    assert claims()[LOST].decided == decision.id
    assert claims()[LOST].confidence == 1.0


def test_a_rejected_claim_is_gone_and_undo_brings_it_back(desk, wire, claims, coder):
    claim = claims()[LOST]
    done = desk.post(f"{page_of(claim)}/reject", of=page_of(claim))
    assert LOST not in claims()
    (decision,) = desk.office.record.decisions()
    back = desk.post("/history/undo", of=done.headers["location"], decision=decision.id, next="/history")
    assert back.status_code == 303
    assert claims()[LOST] == claim


def test_saving_an_unchanged_form_changes_nothing(desk, wire, claims, coder):
    for claim in claims().values():
        answer = amend(desk, claim, wire)
        assert answer.status_code == 303, (claim, answer.text)
    assert desk.office.record.decisions() == ()


def test_each_part_is_corrected_by_its_own_decision_and_they_are_undone_together(desk, wire, claims, coder):
    claim = claims()["12 soldiers had been killed"]
    done = amend(
        desk, claim, wire, stance="possible", basis="told", role_place="Tel Arwan", type="injure", when="at dawn"
    )
    assert done.status_code == 303
    made = desk.office.record.decisions()
    assert {each.target.field for each in made} >= {"stance", "basis", "place", "type", "when"}
    now = claims()["12 soldiers had been killed"]
    assert (now.stance, now.basis, now.type) == (Stance.POSSIBLE, Basis.TOLD, ClaimType.INJURE)
    assert now.role(Part.PLACE).text == "Tel Arwan"
    shown = desk.client.get(done.headers["location"]).text
    assert "Corrected the stance of “12 soldiers had been killed”: asserted → possible" in shown
    desk.post("/history/undo", of="/history", decision=made[0].id)
    assert claims()["12 soldiers had been killed"] == claim


def test_the_speaker_is_corrected_to_another_who_is_found_there(desk, wire, claims, coder):
    claim = claims()["12 soldiers had been killed"]
    other = claims()[LOST]
    assert amend(desk, claim, wire, speaker=other.said_in).status_code == 303
    assert claims()["12 soldiers had been killed"].chain[0].source.text == other.chain[0].source.text


def test_the_outlet_itself_can_be_made_the_speaker(desk, wire, claims, coder):
    claim = claims()["12 soldiers had been killed"]
    assert amend(desk, claim, wire, speaker="outlet").status_code == 303
    assert [link.source.name for link in claims()["12 soldiers had been killed"].chain] == ["Signal Press Agency"]


def test_words_are_amended_in_pieces(desk, wire, claims, coder):
    claim = claims()["12 soldiers had been killed"]
    amend(desk, claim, wire, words="12 soldiers … killed", words_at="")
    assert "12 soldiers … killed" in claims()


def test_type_and_stance_are_set_in_one_step(desk, wire, claims, coder):
    claim = claims()[LOST]
    assert desk.post(f"{page_of(claim)}/set", of=page_of(claim), stance="possible").status_code == 303
    assert claims()[LOST].stance is Stance.POSSIBLE
    wrong = desk.post(f"{page_of(claim)}/set", of=page_of(claim), stance="shouted")
    assert wrong.status_code == 400
    assert "is no stance" in wrong.text


def test_one_claim_is_split_in_two_and_undone_at_once(desk, wire, claims, coder):
    claim = claims()["12 soldiers had been killed"]
    answer = desk.post(
        f"{page_of(claim)}/split",
        of=page_of(claim),
        version=wire.version,
        words_one="12 soldiers",
        words_other="had been killed",
        type_one="detain",
        type_other="kill",
    )
    assert answer.status_code == 303
    assert {"12 soldiers", "had been killed"} <= set(claims())
    assert "12 soldiers had been killed" not in claims()
    desk.post("/history/undo", of="/history", decision=desk.office.record.decisions()[0].id)
    assert claims()["12 soldiers had been killed"] == claim


def test_a_split_into_the_same_twice_is_told(desk, wire, claims, coder):
    claim = claims()[LOST]
    answer = desk.post(
        f"{page_of(claim)}/split", of=page_of(claim), version=wire.version, words_one=LOST, words_other=LOST
    )
    assert answer.status_code == 400
    assert "say what parts them" in answer.text


def test_two_claims_are_merged_into_one_in_the_words_of_both(desk, wire, claims, coder):
    claim, other = claims()["12 soldiers had been killed"], claims()["about 40 taken prisoner"]
    answer = desk.post(f"{page_of(claim)}/merge", of=page_of(claim), other=other.id)
    assert answer.status_code == 303
    assert "12 soldiers had been killed … about 40 taken prisoner" in claims()
    assert "about 40 taken prisoner" not in claims()


def test_merging_with_what_is_elsewhere_is_told(desk, wire, claims, coder):
    claim = claims()[LOST]
    answer = desk.post(f"{page_of(claim)}/merge", of=page_of(claim), other="c0")
    assert answer.status_code == 400
    assert "near this one" in answer.text


def test_a_correction_is_applied_to_like_cases_after_a_look_and_undone_at_once(desk, wire, claims, coder):
    claim = claims()[LOST]
    desk.post(f"{page_of(claim)}/reject", of=page_of(claim))
    (first,) = desk.office.record.decisions()
    page = desk.client.get(f"/check/like/{first.id}").text
    cases = re.findall(r'name="case" value="([^"]+)"', page)
    assert cases
    assert "the same words, type and stance" in page
    answer = desk.post(f"/check/like/{first.id}", of=f"/check/like/{first.id}", case=cases)
    assert answer.status_code == 303
    made = desk.office.record.decisions()[1:]
    assert len(made) == len(cases)
    rejected = {case.partition(":")[0] for case in cases}
    standing = {each.id for one in desk.office.record.snapshot().resolutions for each in one.claims}
    assert not rejected & standing
    desk.post("/history/undo", of="/history", decision=made[0].id)
    standing = {each.id for one in desk.office.record.snapshot().resolutions for each in one.claims}
    assert rejected <= standing


def test_like_cases_that_are_not_in_the_list_are_told(desk, wire, claims, coder):
    claim = claims()[LOST]
    desk.post(f"{page_of(claim)}/reject", of=page_of(claim))
    (first,) = desk.office.record.decisions()
    answer = desk.post(f"/check/like/{first.id}", of=f"/check/like/{first.id}", case="c0:claim")
    assert answer.status_code == 400


def test_a_coder_cannot_take_back_what_another_decided_but_a_reviewer_can(desk, wire, claims):
    desk.log_in(Role.CODER, "Amal")
    claim = claims()[LOST]
    desk.post(f"{page_of(claim)}/reject", of=page_of(claim))
    (decision,) = desk.office.record.decisions()
    desk.log_in(Role.CODER, "Basim")
    refused = desk.post("/history/undo", of=f"/check/report/{wire.id}", decision=decision.id)
    assert refused.status_code == 403
    desk.log_in(Role.REVIEWER, "Carla")
    assert desk.post("/history/undo", of="/history", decision=decision.id).status_code == 303
    assert LOST in claims()


def test_what_was_taken_back_is_shown_so_and_can_be_brought_back_once(desk, wire, claims, coder):
    claim = claims()[LOST]
    desk.post(f"{page_of(claim)}/reject", of=page_of(claim))
    (decision,) = desk.office.record.decisions()
    desk.post("/history/undo", of="/history", decision=decision.id)
    assert "taken back by Some coder" in desk.client.get("/history").text
    again = desk.post("/history/undo", of="/history", decision=decision.id)
    assert again.status_code == 400
    assert "was taken back by Some coder already" in again.text
    undoing = desk.office.record.decisions()[-1]
    desk.post("/history/undo", of="/history", decision=undoing.id)
    assert LOST not in claims()


def test_no_such_decision_or_claim_gets_a_sentence(desk, coder):
    assert desk.post("/history/undo", of="/add", decision="d0").status_code in (404, 403)
    assert desk.client.get("/check/claim/c0").status_code == 404
    assert desk.client.get("/check/report/r0").status_code == 404
    assert desk.client.get("/check/like/d0").status_code == 404


def test_the_history_is_filtered_by_person_kind_and_report(desk, wire, claims, coder):
    claim = claims()[LOST]
    desk.post(f"{page_of(claim)}/accept", of=page_of(claim))
    assert "Accepted: “it had lost the base”" in desk.client.get("/history?person=Some coder").text
    assert "No decision yet" in desk.client.get("/history?kind=reject").text
    assert "Accepted" in desk.client.get(f"/history?report={wire.id}&at=99").text


def test_nobody_decides_of_what_is_withheld_from_them(desk, wire, claims, coder):
    name = Target(known="Samir Ostad", field="name")
    desk.office.record.add_decision(sign(DecisionKind.WITHHOLD, name, "name", by="Rima", at=NOW, because="for safety"))
    claim = claims()["Tel Arwan is in our hands"]
    page = desk.client.get(page_of(claim)).text
    assert "Ostad" not in page
    assert "Something of this claim is withheld from you" in page
    answer = desk.post(f"{page_of(claim)}/accept", of=page_of(claim))
    assert answer.status_code == 403
    desk.log_in(Role.REVIEWER)
    assert "Ostad" in desk.client.get(page_of(claim)).text


def test_like_cases_are_sought_in_reports_on_other_matters_too(desk, coder):
    for words, outlet in (
        ("Two men were killed in Sarvan", "Odra Post"),
        ("Three women were killed in Lomska", "Rift Daily"),
    ):
        desk.post("/add/text", of="/add", text=f"{words}, the police confirmed on Monday.", outlet=outlet)
    shown = [claim for one in desk.office.record.snapshot().resolutions for claim in one.claims]
    here, there = (next(claim for claim in shown if name in claim.evidence.text) for name in ("Two men", "Three women"))
    desk.post(f"{page_of(here)}/set", of=page_of(here), stance="possible")
    made = next(each for each in desk.office.record.decisions() if each.target.field == "stance")
    page = desk.client.get(f"/check/like/{made.id}").text
    assert there.evidence.text in page
