"""Bad input gets one sentence that names it and says what to do; the others are still read; nothing is lost."""

import json
import os
import sqlite3
from contextlib import closing

import pytest

from sayso.read import read

GOOD = "outlet: Harra Post\npublished: 2024-05-12\n\nThe army left Tarsel on Saturday, a spokesman said.\n"


class Killed(BaseException):
    """The run ends here and cleans nothing up, as when its process is killed."""


def write(tmp_path, name, content):
    (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return name


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("blank.txt", b"  \n\n \t\n"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00"),
        ("bodiless.html", b"<html><head><title>Gone</title></head><body><nav>Home</nav></body></html>"),
        ("large.txt", b"The army left. " * 1_500_000),
    ],
)
def test_an_input_without_a_report_is_set_aside_and_the_others_are_read(say, tmp_path, name, content):
    write(tmp_path, name, content)
    write(tmp_path, "good.txt", GOOD)
    status, _, said = say("read", name, "good.txt")
    assert status == 3
    assert f"set aside {name}: " in said
    assert "read 1 report, 1 set aside" in said


def test_a_path_that_does_not_exist_is_named(say, tmp_path):
    status, _, said = say("read", "nowhere.txt")
    assert status == 3
    assert "nowhere.txt" in said


def test_a_wrong_encoding_is_read_and_flagged_not_lost(say, tmp_path):
    write(tmp_path, "latin.txt", "outlet: Post\n\nThe café in Tarsel was hit, a witness said.".encode("latin-1"))
    status, out, _ = say("read", "latin.txt", "--json")
    report = json.loads(out.splitlines()[0])
    assert status == 0
    assert "caf" in report["text"]


def test_a_private_address_is_refused(say):
    status, _, said = say("read", "http://127.0.0.1:9/page")
    assert status == 3
    assert "127.0.0.1" in said


@pytest.mark.parametrize("command", [["brief", "Tarsel"], ["show", "x"], ["status"], ["why", "c1"], ["holdings", "x"]])
def test_a_record_that_is_not_there_is_one_sentence_and_is_not_made(say, tmp_path, command):
    status, _, said = say(*command, "--record", "none.db")
    assert status == 4
    assert "none.db" in said
    assert not (tmp_path / "none.db").exists()


def test_a_file_that_is_no_record_is_one_sentence(say, tmp_path):
    write(tmp_path, "notes.db", "these are notes")
    status, _, said = say("read", write(tmp_path, "good.txt", GOOD), "--record", "notes.db")
    assert status == 4
    assert "notes.db" in said


def test_an_impossible_date_is_refused_before_anything_is_read(say, tmp_path):
    status, _, said = say("read", write(tmp_path, "good.txt", GOOD), "--published", "last week")
    assert (status, "is no date" in said) == (2, True)


def test_reading_the_same_inputs_again_changes_nothing(say, tmp_path):
    write(tmp_path, "good.txt", GOOD)
    say("read", "good.txt")
    say("export", "jsonl", "--output", "one.jsonl")
    _, _, said = say("read", "good.txt")
    say("export", "jsonl", "--output", "two.jsonl")
    assert "read 0 reports, 1 unchanged" in said
    assert (tmp_path / "one.jsonl").read_bytes() == (tmp_path / "two.jsonl").read_bytes()


def test_a_date_that_a_person_sets_resolves_the_weekdays_and_undoing_it_opens_them_again(say, tmp_path):
    write(tmp_path, "undated.txt", GOOD.replace("published: 2024-05-12\n", ""))
    say("read", "undated.txt")
    assert _days(say) == {None}
    _, _, said = say("set", "undated.txt", "published=2024-05-12", "--because", "date in the archive")
    assert _days(say) == {"2024-05-11"}
    decision = said.partition("sayso undo ")[2].strip(" )")
    say("undo", decision)
    assert _days(say) == {None}


def test_what_was_set_aside_stays_in_custody(say, tmp_path):
    write(tmp_path, "bodiless.html", b"<html><head><title>Gone</title></head><body><nav>Home</nav></body></html>")
    say("read", "bodiless.html")
    assert os.listdir(tmp_path / "record.evidence")


def test_a_run_killed_after_acquiring_is_completed_by_the_next(say, tmp_path, monkeypatch):
    write(tmp_path, "good.txt", GOOD)
    with monkeypatch.context() as patch:
        patch.setattr("sayso.pipeline.stages.extract_pending", _die)
        with pytest.raises(Killed):
            say("read", "good.txt")
    _, _, said = say("read", write(tmp_path, "other.txt", GOOD.replace("Tarsel", "Orm")))
    assert "read 2 reports" in said


def test_the_record_opens_after_a_kill_while_deriving(say, tmp_path, monkeypatch):
    write(tmp_path, "good.txt", GOOD)
    with monkeypatch.context() as patch:
        patch.setattr("sayso.engine.incremental.renew", _die)
        with pytest.raises(Killed):
            say("read", "good.txt")
    say("read", "good.txt")
    status, out, _ = say("show", "good.txt")
    assert (status, "The army left Tarsel" in out) == (0, True)
    with closing(sqlite3.connect(tmp_path / "record.db")) as connection:
        assert connection.execute("pragma integrity_check").fetchone() == ("ok",)


def _days(say):
    _, _, _ = say("export", "jsonl", "--output", "out.jsonl")
    with open("out.jsonl", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return {(row["when"] or {}).get("edtf") for row in rows if row["kind"] == "claim"}


def _die(*_args, **_kwargs):
    raise Killed


def test_a_report_that_the_reader_fails_on_is_set_aside_and_the_others_are_read(say, tmp_path, monkeypatch):
    write(tmp_path, "good.txt", GOOD)
    write(tmp_path, "odd.txt", GOOD.replace("Tarsel", "Oddham"))
    monkeypatch.setattr("sayso.read.read", _fail_on("Oddham"))
    status, out, said = say("read", "good.txt", "odd.txt", "--json")
    claims = [json.loads(line) for line in out.splitlines() if '"kind": "claim"' in line]
    assert status == 3
    assert "set aside odd.txt: the reader failed on it" in said
    assert {claim["evidence"]["text"] for claim in claims} == {"The army left Tarsel on Saturday"}


def test_a_report_that_the_reader_failed_on_is_tried_again(say, tmp_path, monkeypatch):
    write(tmp_path, "odd.txt", GOOD.replace("Tarsel", "Oddham"))
    with monkeypatch.context() as patch:
        patch.setattr("sayso.read.read", _fail_on("Oddham"))
        say("read", "odd.txt")
    say("read", "odd.txt")
    _, out, _ = say("show", "odd.txt")
    assert "The army left Oddham on Saturday" in out


def _fail_on(word):
    def fail_or_read(reports, *, reader):
        if any(word in row["text"] for row in reports.to_pylist()):
            raise IndexError("out of range")
        return read(reports, reader=reader)

    return fail_or_read


def test_what_is_stated_of_one_input_is_not_said_of_another_that_a_killed_run_left(say, tmp_path, monkeypatch):
    write(tmp_path, "left.txt", GOOD.replace("outlet: Harra Post\n", ""))
    with monkeypatch.context() as patch:
        patch.setattr("sayso.pipeline.stages.extract_pending", _die)
        with pytest.raises(Killed):
            say("read", "left.txt")
    write(tmp_path, "new.txt", GOOD.replace("outlet: Harra Post\n", "").replace("Tarsel", "Orm"))
    say("read", "new.txt", "--outlet", "Orm Courier")
    say("export", "jsonl", "--output", "out.jsonl")
    rows = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    outlets = {row["address"]: row["outlet"] for row in rows if row["kind"] == "report"}
    assert outlets == {"left.txt": None, "new.txt": "Orm Courier"}


def test_what_is_stated_of_an_input_that_is_known_already_is_taken_in_too(say, tmp_path):
    write(tmp_path, "undated.txt", GOOD.replace("published: 2024-05-12\n", ""))
    say("read", "undated.txt")
    _, _, said = say("read", "undated.txt", "--published", "2024-05-12")
    assert "1 unchanged" in said
    assert _days(say) == {"2024-05-11"}


def test_a_faulty_entry_of_the_users_own_knowledge_is_told_and_the_report_is_read(say, tmp_path, monkeypatch):
    (tmp_path / "mine").mkdir()
    write(tmp_path / "mine", "actors.yaml", "- id: korr\n  type: wizard\n  names: [Ida Korr]\n  source: unchecked\n")
    monkeypatch.setenv("SAYSO_KNOWLEDGE", "mine")
    write(tmp_path, "good.txt", GOOD)
    status, _, said = say("read", "good.txt")
    assert status == 0
    assert "actors.yaml, line" in said
    assert "wizard" in said
    assert "read 1 report" in said
