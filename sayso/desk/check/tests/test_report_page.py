"""Adding what was missed: the measure of these pages."""

import re

import pytest

from sayso.model.values.stance import ClaimType, Stance
from sayso.people import Role


def decided(claims):
    return [claim for claim in claims().values() if claim.decided]


def add(desk, report, **fields):
    page = f"/check/report/{report.id}"
    return desk.post(f"{page}/add", of=page, version=report.version, what="claim", stance="asserted", **fields)


def test_a_reader_may_look_but_gets_no_form(desk, wire):
    page = desk.client.get(f"/check/report/{wire.id}")
    assert page.status_code == 200
    assert "Add what was missed" not in page.text


def test_the_page_has_the_text_letter_by_letter(desk, wire):
    page = desk.client.get(f"/check/report/{wire.id}").text
    inside = re.search(r"data-text[^>]*>(.*?)</div>", page, re.S)[1]
    plain = re.sub(r"<[^>]+>", "", inside).replace("&#39;", "'").replace("&#34;", '"').replace("&amp;", "&")
    assert plain == wire.text


def test_a_missed_claim_is_added_by_its_words_and_stands_in_the_record(desk, wire, claims):
    desk.log_in(Role.CODER)
    words = "about 40 taken prisoner"
    done = add(desk, wire, words=words, type="detain", role_recipient="about 40", count="about 40")
    assert done.status_code == 303
    found = decided(claims)
    assert [(each.type, each.stance, each.evidence.text) for each in found] == [
        (ClaimType.DETAIN, Stance.ASSERTED, words)
    ]
    assert found[0].quantities[0].best == 40
    shown = desk.client.get(done.headers["location"]).text
    assert "Added: detain, “about 40 taken prisoner”" in shown
    assert "Undo" in shown


def test_whoever_the_words_around_it_name_says_it(desk, wire, claims):
    desk.log_in(Role.CODER)
    add(desk, wire, words="an attack", type="attack")
    (claim,) = decided(claims)
    assert [link.source.name for link in claim.chain] == ["Samir Ostad", "Signal Press Agency"]


def test_the_outlet_itself_says_it_where_a_person_says_so(desk, wire, claims):
    desk.log_in(Role.CODER)
    add(desk, wire, words="an attack had been beaten off", type="attack", speaker="outlet")
    (claim,) = decided(claims)
    assert claim.said_in is None
    assert claim.chain[0].source.name == "Signal Press Agency"


def test_other_words_say_it_where_a_person_selected_them(desk, wire, claims):
    desk.log_in(Role.CODER)
    add(desk, wire, words="at dawn after", type="clash", speaker="other", source="Idris Fennar", cue="told")
    (claim,) = decided(claims)
    assert claim.chain[0].source.name == "Idris Fennar"
    assert claim.chain[0].cue.text == "told"


def test_words_that_are_not_there_are_told_and_what_was_filled_in_stays(desk, wire, claims):
    desk.log_in(Role.CODER)
    answer = add(desk, wire, words="no such words", type="seize", role_actor="the Front")
    assert answer.status_code == 422
    assert "“no such words” does not stand in the text" in answer.text
    assert 'value="the Front"' in answer.text
    assert not decided(claims)


def test_words_that_stand_there_twice_are_shown_to_choose_from(desk, wire, claims):
    desk.log_in(Role.CODER)
    answer = add(desk, wire, words="Tel Arwan", type="seize")
    assert answer.status_code == 422
    assert re.search(r"stand in the text \d times", answer.text)
    places = [int(each) for each in re.findall(r'name="words_at" value="(\d+)"', answer.text)]
    assert len(places) > 1
    assert all(wire.text.startswith("Tel Arwan", place) for place in places)
    assert add(desk, wire, words="Tel Arwan", words_at=str(places[1]), type="seize").status_code == 303
    (claim,) = decided(claims)
    assert claim.evidence.start == places[1]


@pytest.mark.parametrize("place", ["999999999", "-4", "1e9", "12,", "٣"])
def test_a_place_beyond_the_text_counts_for_nothing_and_the_words_tell(desk, wire, place):
    desk.log_in(Role.CODER)
    assert add(desk, wire, words="about 40 taken prisoner", words_at=place, type="detain").status_code == 303


@pytest.mark.parametrize(
    ("field", "value"), [("type", "invade"), ("stance", "shouted"), ("basis", "guessed"), ("speaker", "t0")]
)
def test_what_is_no_choice_gets_a_sentence(desk, wire, field, value):
    desk.log_in(Role.CODER)
    page = f"/check/report/{wire.id}"
    fields = {"words": "about 40 taken prisoner", "type": "detain", "stance": "asserted", field: value}
    answer = desk.post(f"{page}/add", of=page, version=wire.version, **fields)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text


def test_a_form_on_another_version_of_the_text_is_told(desk, wire):
    desk.log_in(Role.CODER)
    page = f"/check/report/{wire.id}"
    answer = desk.post(f"{page}/add", of=page, version="0" * 64, words="about 40", type="detain", stance="asserted")
    assert answer.status_code == 400
    assert "has changed since the page was opened" in answer.text


def test_a_reason_of_a_megabyte_is_told(desk, wire):
    desk.log_in(Role.CODER)
    answer = add(desk, wire, words="about 40 taken prisoner", type="detain", because="x" * 1_000_000)
    assert answer.status_code == 400
    assert "Say it shorter" in answer.text


def test_a_reader_cannot_add(desk, wire):
    desk.log_in(Role.READER)
    page = "/check/report/" + wire.id
    answer = desk.post(f"{page}/add", of=page, version=wire.version, words="about 40", type="detain", stance="asserted")
    assert answer.status_code == 403


def test_who_says_it_can_be_added_alone_and_taken_away_again(desk, wire):
    desk.log_in(Role.CODER)
    page = f"/check/report/{wire.id}"
    words = "Tel Arwan has been held by the army since 2016"
    done = desk.post(f"{page}/add", of=page, version=wire.version, what="attribution", words=words, source="The Front")
    assert done.status_code == 303
    snapshot = desk.office.record.around_report(wire.id)
    attributions = next(each for each in snapshot.resolutions if each.report.id == wire.id).attributions
    (added,) = [each for each in attributions if each.contents[0].text == words]
    done = desk.post(f"{page}/unsaid", of=page, version=wire.version, attribution=added.id)
    assert done.status_code == 303
    snapshot = desk.office.record.around_report(wire.id)
    attributions = next(each for each in snapshot.resolutions if each.report.id == wire.id).attributions
    assert words not in [each.contents[0].text for each in attributions]


def test_the_date_that_a_page_does_not_give_is_said_with_how_it_is_known(desk, wire):
    desk.log_in(Role.CODER)
    page = f"/check/report/{wire.id}"
    assert (
        desk.post(f"{page}/set", of=page, field="published", value="2024-05-12", because="the archive").status_code
        == 303
    )
    assert "12 May 2024" in desk.client.get(page).text
    wrong = desk.post(f"{page}/set", of=page, field="published", value="last week", because="x")
    assert wrong.status_code == 400
    assert "is no date" in wrong.text


def test_a_report_is_marked_as_checked_whole_once(desk, wire):
    desk.log_in(Role.CODER)
    page = f"/check/report/{wire.id}"
    assert desk.post(f"{page}/whole", of=page, version=wire.version).status_code == 303
    assert "Checked whole by Some coder" in desk.client.get(page).text
