"""The walk of checking by command line: what a person decides of claims, through readings and back. Invented report."""

import json
import re

import pytest

import sayso.read
from sayso.model.reading import ReaderIdentity, Reading
from sayso.read import load_reader

WIRE = """outlet: Northgate Wire
published: 2031-03-02
language: en
title: Column takes Tar

The Amber Column captured the town of Tar on Sunday, the activist Odo Kell said. The River Guard left it.

Colonel Lia Moss of the River Guard shrugged: Tar and its bridge are as they were.
"""
GAZETTE = """outlet: Lowen Gazette
published: 2031-03-03
language: en
title: Tar falls

Fighters of the Amber Column seized Tar on Sunday after a short battle, the mayor of Tar, Ib Renn, told the Gazette.
"""
MISSED = ("--words", "Tar and its bridge are as they were", "--type", "seize", "--stance", "denied")
SAID = (
    "--speaker",
    "Colonel Lia Moss",
    "--cue",
    "shrugged",
    "--role",
    "object=Tar",
    "--because",
    "the reader missed it",
)


class BlindReader:
    """A reader that finds nothing in anything."""

    identity = ReaderIdentity("blind", "1", "none")
    languages = frozenset({"en"})
    together = 8
    remarks = ()

    def read_report(self, report):
        return Reading(report.id, report.version, self.identity)


@pytest.fixture
def desk(say, tmp_path):
    for name, text in (("wire.txt", WIRE), ("gazette.txt", GAZETTE)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert say("read", "wire.txt", "gazette.txt")[0] == 0

    def run(*words):
        status, page, aside = say(*words)
        assert status == 0, aside
        return " ".join(page.split()) + " " + aside

    return run


def rows(desk, kind=None):
    desk("export", "jsonl", "--output", "out.jsonl")
    with open("out.jsonl", encoding="utf-8") as lines:
        found = [json.loads(line) for line in lines]
    return [row for row in found if kind in (None, row["kind"])]


def claim(desk, words, type_="seize"):
    (found,) = [row for row in rows(desk, "claim") if words in row["evidence"]["text"] and row["type"] == type_]
    return found


def decision(said):
    return re.findall(r"sayso undo (d[0-9a-f]+)", said)[-1]


def test_a_missed_claim_is_added_counts_as_a_voice_outlives_a_blind_reader_and_is_taken_back(desk, monkeypatch):
    before = rows(desk)
    foreseen = desk("add", "wire.txt", *MISSED, *SAID, "--dry-run")
    assert "claim gained: “Tar and its bridge are as they were” (seize, denied, by Lia Moss" in foreseen
    assert rows(desk) == before
    made = decision(desk("add", "wire.txt", *MISSED, *SAID, "--yes"))

    added = claim(desk, "as they were")
    assert (added["decided"], added["reader"], added["confidence"]) == (made, "Amal", 1.0)
    assert [link["source"]["text"] for link in added["chain"]] == ["Colonel Lia Moss", "Northgate Wire"]
    (event,) = [row for row in rows(desk, "event") if added["id"] in row["claims"]]
    moss = next(voice for voice in event["voices"] if added["id"] in voice["claims"])
    assert moss["stances"] == ["denied"]
    earlier = {voice["id"] for row in before if row["kind"] == "event" for voice in row["voices"]}
    assert moss["id"] not in earlier
    assert {voice["id"] for voice in event["voices"]} - {moss["id"]} <= earlier
    assert any(conflict["on"] == "occurrence" for conflict in event["conflicts"])

    monkeypatch.setattr(sayso.read, "load_reader", BlindReader)
    foreseen = desk("reread", "--dry-run")
    assert "blind 1 finds 0 claims in 2 reports" in foreseen
    assert "claim lost: “Fighters of the Amber Column seized Tar on Sunday" in foreseen
    assert "as they were” (seize" not in foreseen.partition("claim lost")[2]
    desk("reread", "--yes")
    assert [row["evidence"]["text"] for row in rows(desk, "claim")] == ["Tar and its bridge are as they were"]
    assert claim(desk, "as they were")["id"] == added["id"]
    monkeypatch.setattr(sayso.read, "load_reader", load_reader)
    desk("reread", "--yes")

    assert "Amal: added: seize denied by “Colonel Lia Moss”" in desk("history", added["id"])
    desk("undo", made)
    assert rows(desk) == before
    assert "taken back by Amal" in desk("history", "wire.txt")


def test_a_rejected_claim_is_gone_and_a_claim_can_be_amended_in_several_parts_at_once(desk):
    took = claim(desk, "captured the town of Tar")
    said = desk("amend", took["id"], "--stance", "possible", "--speaker", "", "--because", "a rumour", "--yes")
    amended = claim(desk, "captured the town of Tar")
    assert (amended["stance"], amended["id"]) == ("possible", took["id"])
    assert [link["source"]["text"] for link in amended["chain"]] == ["Northgate Wire"]
    assert "stance of “The Amber Column captured the town of Tar on Sunday” is possible, not asserted" in said
    gone = desk("reject", took["id"], "--because", "a drill", "--yes")
    assert "because a drill" in desk("history", took["id"])
    assert not [row for row in rows(desk, "claim") if "captured" in row["evidence"]["text"]]
    for made in [*re.findall(r"sayso undo (d[0-9a-f]+)", said), decision(gone)]:
        desk("undo", made)
    assert claim(desk, "captured the town of Tar") == took


def test_an_accepted_claim_is_certain(desk):
    seized = claim(desk, "seized Tar")
    desk("accept", seized["id"], "--yes")
    accepted = claim(desk, "seized Tar")
    assert accepted["confidence"] == 1.0
    assert {**accepted, "confidence": 0, "certainty": 0, "decided": 0} == {
        **seized,
        "confidence": 0,
        "certainty": 0,
        "decided": 0,
    }


def test_words_that_are_not_there_or_stand_there_twice_are_told(desk, say):
    status, _, aside = say("add", "wire.txt", "--words", "the moon", "--type", "hold", "--because", "x", "--yes")
    assert (status, "“the moon” does not stand in the report" in aside) == (2, True)
    status, _, aside = say("add", "wire.txt", "--words", "Tar", "--type", "hold", "--because", "x", "--yes")
    assert status == 2
    assert "“Tar” stands there 2 times; say which: --at" in aside
    status, _, aside = say("add", "wire.txt", *MISSED, "--role", "king=Tar", "--because", "x", "--yes")
    assert (status, "fills no role" in aside) == (2, True)
    status, _, aside = say("amend", claim(desk, "seized Tar")["id"], "--because", "x", "--yes")
    assert (status, "nothing is amended" in aside) == (2, True)
    status, _, aside = say("reject", "c0000", "--because", "x", "--yes")
    assert (status, "is no claim of this record" in aside) == (4, True)
    status, _, aside = say("accept", "c0000", "--yes")
    assert (status, "is no report of this record" in aside) == (4, True)


def test_a_decision_whose_words_left_the_page_waits_in_status(desk, tmp_path):
    (tmp_path / "page.txt").write_text(WIRE.replace("outlet:", "url: https://wire.example/tar\noutlet:"), "utf-8")
    desk("read", "page.txt")
    desk("add", "page.txt", *MISSED, *SAID, "--yes")
    (tmp_path / "page.txt").write_text(
        WIRE.replace("outlet:", "url: https://wire.example/tar\noutlet:").replace("as they were", "calm"), "utf-8"
    )
    desk("read", "page.txt")
    assert not [row for row in rows(desk, "claim") if row["decided"]]
    page = desk("status")
    assert page.count("finds nothing") == 1
    assert "added: seize denied by “Colonel Lia Moss”: “Tar and its bridge are as they were”" in page


def test_a_report_that_is_checked_whole_goes_out_to_train_the_reader_on(desk, tmp_path):
    assert "wrote 0 reports as corpus" in desk("export", "corpus", "--output", "corpus")
    said = desk("accept", "gazette.txt", "--yes")
    assert "was checked from its first word to its last" in said
    assert "wrote 1 report as corpus" in desk("export", "corpus", "--output", "corpus")
    (path,) = (tmp_path / "corpus").glob("*.txt")
    assert "> seize asserted c=[Fighters of the Amber Column seized Tar on Sunday" in path.read_text(encoding="utf-8")


ENVOY = """outlet: Sahel Post
published: 2031-03-02
language: en
title: Envoy denies arms

Rebels killed four drivers at Sarn on Monday, police said.

Diplomats said Orland has supplied the Valley Guard with drones. Orland's envoy, Ida Korr, denied it.
"""


def test_what_is_denied_as_it_keeps_the_words_that_it_denies_when_those_are_rejected(desk, tmp_path):
    (tmp_path / "envoy.txt").write_text(ENVOY, encoding="utf-8")
    desk("read", "envoy.txt")
    said, denied = sorted(
        (row for row in rows(desk, "claim") if row["type"] == "supply"), key=lambda row: row["stance"]
    )
    assert (said["stance"], denied["stance"]) == ("asserted", "denied")
    made = decision(desk("reject", said["id"], "--because", "the diplomats only asked", "--yes"))
    (left,) = [row for row in rows(desk, "claim") if row["type"] == "supply"]
    assert left == denied
    changed = desk("amend", denied["id"], "--stance", "judged", "--because", "she calls it rubbish", "--yes")
    assert claim(desk, "supplied", "supply")["stance"] == "judged"
    for each in (decision(changed), made):
        desk("undo", each)
    assert {row["id"] for row in rows(desk, "claim") if row["type"] == "supply"} == {said["id"], denied["id"]}
