"""The walk of known things: a report's names, places, dates, counts and machines, as a user sees them resolved."""

import pathlib

import pytest

from sayso.model.knowledge import identify_entry
from tests.reading import ReadCase

CASES = sorted((pathlib.Path(__file__).parent / "golden" / "known").glob("*.yaml"))


class Walk(ReadCase):
    def __init__(self, case, folder):
        super().__init__(case, folder)
        self.claims, self.entities = self.all("claim"), self.all("entity")
        (self.report,) = [report["title"] for report in self.all("report")]

    def entity(self, name):
        found = [row for row in self.entities if name in row["names"]]
        assert len(found) == 1, (name, [row["names"] for row in self.entities])
        return found[0]

    def claim(self, words):
        found = [claim for claim in self.claims if _told(claim, words)]
        assert found, (words, [claim["evidence"]["text"] for claim in self.claims])
        return found


def _told(claim, words):
    return words in claim["evidence"]["text"] or any(words in role["text"] for role in claim["roles"])


@pytest.fixture(scope="module", params=CASES, ids=lambda case: case.stem)
def walk(request, tmp_path_factory):
    return Walk(request.param, tmp_path_factory.mktemp("known"))


def wanted(walk, field):
    return [each for each in walk.case["entities"] if field in each]


def test_every_spelling_comes_to_its_known_name(walk):
    for each in wanted(walk, "entry"):
        found = walk.entity(each["name"])
        assert found["sort"] == each["sort"], each["name"]
        assert identify_entry(each["entry"]) in found["known"], each["name"]
        assert set(each.get("forms", [])) <= set(found["names"]), each["name"]


def test_who_speaks_for_whom_is_known_with_its_reason(walk):
    for each in wanted(walk, "speaks_for"):
        ties = walk.entity(each["name"])["speaks_for"]
        assert identify_entry(each["speaks_for"]) in [tie["of"] for tie in ties], each["name"]
        assert all(tie["because"] for tie in ties)


def test_a_place_is_put_where_it_lies_and_says_how_exactly(walk):
    for each in wanted(walk, "place"):
        location = walk.entity(each["name"])["location"]
        assert location["place"] == each["place"]
        assert [location["latitude"], location["longitude"]] == pytest.approx(each["near"], abs=0.01)
        assert (location["geo_precision"], location["where_prec"]) == (each["geo_precision"], each["where_prec"])


def test_what_lies_near_a_place_is_not_put_on_it(walk):
    for each in wanted(walk, "beside"):
        (found,) = [row for row in walk.entities if row["sort"] == "place" and each["name"] in " ".join(row["names"])]
        location = found["location"]
        assert location["name"] == each["beside"]
        assert location["where_prec"] == 2
        assert location["radius_m"] > 5000


def test_a_doubtful_machine_is_flagged_and_not_corrected(walk):
    for each in wanted(walk, "doubt"):
        found = walk.entity(each["name"])
        assert found["known"] == []
        assert all(near in found["doubt"] for near in each["doubt"]), found["doubt"]


def test_dates_and_counts_say_what_the_words_say(walk):
    for each in walk.case["claims"]:
        found = walk.claim(each["words"])
        if "when" in each:
            assert str(each["when"]) in [(claim["when"] or {}).get("edtf") for claim in found], each["words"]
        if "count" in each:
            counts = [count for claim in found for count in claim["quantities"]]
            assert any(each["count"].items() <= count.items() for count in counts), counts


def test_every_claim_is_said_by_whom_it_is_said(walk):
    for each in walk.case["claims"]:
        speakers = [claim["chain"][0]["source"] for claim in walk.claim(each["words"])]
        if "speaker" in each:
            assert any(
                each["speaker"] in [s["text"], *s.get("names", [])] or each["speaker"] in s["text"] for s in speakers
            )
        if "entry" in each:
            assert identify_entry(each["entry"]) in [speaker["entity"] for speaker in speakers]


def test_unnamed_sources_keep_their_words_and_become_nobody(walk):
    for words in walk.case["unknown"]:
        assert all(words not in row["names"] for row in walk.entities), words


def test_the_report_is_shown_with_what_is_known(walk):
    page = " ".join(walk.say("show", walk.report).split())
    for each in wanted(walk, "doubt"):
        assert each["doubt"][0] in page
    for each in wanted(walk, "near"):
        assert f"{each['near'][0]:.3f}" in page
