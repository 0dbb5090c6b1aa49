"""What persons corrected goes into the ruled corpus and comes back as they left it. The report is invented."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.acquire import Limits
from sayso.export import save_corrections, write_corrections
from sayso.export.corpus import Unwritable, _Paragraph
from sayso.model.checking import Act, add, amend, mark_whole
from sayso.model.decision import Decision
from sayso.model.draft import Draft, Place, Step
from sayso.model.knowledge import Knowledge
from sayso.model.snapshot import Snapshot
from sayso.model.values.stance import ClaimType, Role, Stance
from sayso.pipeline import derive, propose, run, take_in
from sayso.read import WEIGHTS, load_reader
from sayso.read.wordpiece import WordPiece
from sayso.record import open_record
from sayso.workshop import Workshop
from training.annotation import _FIELD, locate, read_annotated
from training.ruled import annotate, read_ruled

REPORT = """outlet: Northgate Wire
published: 2031-03-02
language: en
title: Column takes Tar

> So it is told in Tar [and = around].

The Amber Column captured the town of Tar on Sunday, the activist Odo Kell said. He added that at least 14 fighters
were killed.

Nothing of the kind, Colonel Lia Moss of the River Guard shrugged: Tar and its bridge are as they were.
"""


class Clock:
    """A second later each time."""

    def __init__(self) -> None:
        self.now = datetime.datetime(2031, 4, 1, tzinfo=datetime.UTC)

    def __call__(self) -> datetime.datetime:
        self.now += datetime.timedelta(seconds=1)
        return self.now


def place(text: str, words: str) -> Place:
    return text.index(words), text.index(words) + len(words)


@pytest.fixture
def shop(tmp_path):
    (tmp_path / "wire.txt").write_text(REPORT, encoding="utf-8")
    with open_record(tmp_path / "record.db") as record:
        opened = Workshop(record, load_reader, Knowledge(digest="none"), Limits(), "Amal", Clock())
        run([str(tmp_path / "wire.txt")], shop=opened)
        yield opened


def decide(shop: Workshop, act: Act) -> Decision:
    made = propose(*act, because="seen", shop=shop)
    take_in(made, shop)
    return made


def check_now(shop: Workshop) -> None:
    (now,) = shop.record.snapshot().resolutions
    decide(shop, mark_whole(now.report.id, now.report.version, now.claims, now.attributions))


def check_whole(shop: Workshop) -> Snapshot:
    """What the reader missed is added, a stance amended, and the report marked as checked whole."""
    (resolution,) = shop.record.snapshot().resolutions
    text = resolution.report.text
    draft = Draft(
        resolution.report.id,
        resolution.report.version,
        ClaimType.SEIZE,
        Stance.DENIED,
        (place(text, "Tar and its bridge are as they were"),),
        place(text, "are as they were"),
        ((Role.OBJECT, place(text, "its bridge")),),
        said=(Step(place(text, "Colonel Lia Moss of the River Guard"), place(text, "shrugged")),),
    )
    decide(shop, add(draft, resolution.attributions))
    took = next(claim for claim in resolution.claims if "captured" in claim.evidence.text)
    decide(shop, amend(took, resolution.attributions, "stance", Stance.POSSIBLE))
    check_now(shop)
    return shop.record.snapshot()


def test_only_what_a_person_has_checked_whole_is_taken(shop):
    assert write_corrections(shop.record.snapshot()).files == {}
    whole = check_whole(shop)
    assert len(write_corrections(whole).files) == 1
    other = replace(
        whole, decisions=tuple(replace(d, target=replace(d.target, version="old")) for d in whole.decisions)
    )
    assert write_corrections(other).files == {}


def test_what_another_reader_finds_in_a_checked_report_is_not_taken(shop):
    before = write_corrections(check_whole(shop))
    _, reading = shop.record.readings()[0]
    first = next(claim for claim in reading.claims if claim.type is ClaimType.SEIZE)
    more = replace(first, id="c-more", type=ClaimType.ATTACK)
    reader = replace(reading.reader, digest="other")
    shop.record.add_reading(replace(reading, claims=(more, *reading.claims[1:]), reader=reader))
    derive(shop)
    assert write_corrections(shop.record.snapshot()) == before


def test_corrections_are_read_back_by_the_corpus_without_a_fault(shop, tmp_path):
    snapshot = check_whole(shop)
    assert save_corrections(write_corrections(snapshot), tmp_path / "corpus") == 1
    (path,) = Path(tmp_path / "corpus").glob("*.txt")
    found = read_annotated(path)
    assert [fault for paragraph in found.paragraphs for fault in paragraph.faults] == []
    assert found.header["outlet"] == "Northgate Wire"
    assert found.header["checked"] == "Amal, 2031-04-01"
    lines = [line for paragraph in found.paragraphs for line in paragraph.claims]
    claims = [claim for resolution in snapshot.resolutions for claim in resolution.claims]
    told = sorted((line.type, line.stance) for line in lines)
    assert told == sorted((claim.type, claim.stance) for claim in claims if claim.type != "statement" or claim.said_in)
    fields = {(line.type, line.stance, each.key): each for line in lines for each in line.fields}
    assert fields["seize", "denied", "by"].words == "Colonel Lia Moss of the River Guard"
    assert fields["seize", "denied", "t"].words == "are as they were"
    assert fields["seize", "possible", "cue"].words == "said"
    assert fields["kill", "asserted", "n"].words == "14.."
    assert fields["kill", "asserted", "by"].antecedent == "Odo Kell"


def test_corrections_become_targets_of_training(shop, tmp_path):
    save_corrections(write_corrections(check_whole(shop)), tmp_path / "corpus")
    (path,) = Path(tmp_path / "corpus").glob("*.txt")
    report = read_ruled(path)
    seized = next(claim for claim in report.claims if (claim.type, claim.stance) == ("seize", "denied"))
    assert [report.words.strings[i] for i in seized.indexes("by")][:3] == ["Colonel", "Lia", "Moss"]
    wordpiece = WordPiece((WEIGHTS / "vocab.txt").read_text(encoding="utf-8").split("\n")[:-1])
    assert len(annotate(report, wordpiece=wordpiece).claims) == len(report.claims)


def test_a_report_that_the_corpus_cannot_hold_is_left_out_with_its_reason(shop):
    (resolution,) = shop.record.snapshot().resolutions
    text, report = resolution.report.text, resolution.report
    draft = Draft(report.id, report.version, ClaimType.HOLD, Stance.ASSERTED, (place(text, "Tar and its bridge"),))
    decide(shop, add(draft, resolution.attributions))
    check_now(shop)
    found = write_corrections(shop.record.snapshot())
    assert found.files == {}
    assert found.left_out == (
        "Column takes Tar: no word is given that tells of “Tar and its bridge”; amend its trigger",
    )


@given(st.text(alphabet="ab ]=…[#(", min_size=1, max_size=30), st.data())
def test_words_in_brackets_are_found_where_they_stood(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    if text[start:end] != text[start:end].strip():
        return
    try:
        written = _Paragraph(text, (0, len(text))).name((start, end))
    except Unwritable:
        assert set(text[start:end]) & set("]=…")
        return
    match = _FIELD.fullmatch(f"c={written}")
    assert match is not None
    _, words, _, nth = match.groups()
    assert locate(words, int(nth or 1), text) == (start, end)
