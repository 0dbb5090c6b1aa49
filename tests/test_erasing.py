"""What was erased is nowhere in the files afterwards; digests, who, when and why are."""

import gzip
import pathlib

import pytest

from sayso.record import Act, open_record

SAMPLE = pathlib.Path(__file__).resolve().parent.parent / "sayso" / "sample" / "reports"
#: Words that stand in one report alone.
WORDS = (
    "rifle went off",
    "Karim Ado,",
    "Not one metre has been promised",
    "who-opened-the-gate",
    "Who opened the gate",
)


def bytes_of(folder):
    """All bytes of all files in a folder, packed ones unpacked."""
    for file in folder.rglob("*"):
        if file.is_file():
            raw = file.read_bytes()
            yield file.name, raw
            if file.suffix == ".gz":
                yield file.name, gzip.decompress(raw)


def find(folder, words):
    return [name for name, raw in bytes_of(folder) if words.encode() in raw]


@pytest.fixture
def affair(say, tmp_path):
    say("read", str(SAMPLE / "arwan-sawt.txt"), str(SAMPLE / "arwan-wire.txt"), "--record", "a.db")
    return tmp_path


def test_the_words_are_in_no_file_afterwards(affair, say):
    say("set", "arwan-sawt.txt", "title=Who opened the gate at night?", "--because", "in print", "--record", "a.db")
    say("withhold", "arwan-sawt.txt", "--words", "when a rifle went off", "--because", "harm", "--record", "a.db")
    say("grade", "Sawt Suhn", "C", "--because", "Tel Arwan was handed over", "--record", "a.db")
    assert all(find(affair, words) for words in WORDS[3:])
    status, _, aside = say("erase", "arwan-sawt.txt", "--because", "court order", "--yes", "--record", "a.db")
    assert status == 0, aside
    for words in WORDS:
        assert not find(affair, words), words
    assert find(affair, "Samir Ostad")


def test_who_when_and_why_stay_and_so_do_decisions(affair, say):
    say("set", "arwan-sawt.txt", "published=2024-05-13", "--because", "in print", "--record", "a.db")
    with open_record("a.db") as record:
        report = next(each for each in record.reports() if each.outlet == "Sawt Suhn")
        decisions = [each.id for each in record.decisions()]
    say("erase", "arwan-sawt.txt", "--because", "court order", "--yes", "--record", "a.db")
    with open_record("a.db") as record:
        (erasure,) = record.erasures()
        assert (erasure.report, erasure.by, erasure.because) == (report.id, "Amal", "court order")
        assert {report.version, report.sha256} <= set(erasure.digests)
        assert [each.id for each in record.decisions()] == decisions
        assert Act.REPORT_ERASED in {entry.act for entry in record.audit()}
        kept = next(each for each in record.reports() if each.id == report.id)
        assert (kept.text, kept.title, kept.version) == ("", None, report.version)
        assert all(claim.report != report.id for r in record.snapshot().resolutions for claim in r.claims)


def test_erasing_is_asked_before(affair, say):
    status, _, aside = say("erase", "arwan-sawt.txt", "--because", "court order", "--record", "a.db")
    assert status != 0
    assert "--yes" in aside
    assert find(affair, "Who opened the gate")


def test_the_guards_stand_again(affair, say):
    say("erase", "arwan-sawt.txt", "--because", "court order", "--yes", "--record", "a.db")
    with open_record("a.db") as record, record._database.reading() as connection:
        rows = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'")
        assert rows.scalar_one() == 4


def test_what_was_erased_is_not_taken_in_again(affair, say):
    say("erase", "arwan-sawt.txt", "--because", "court order", "--yes", "--record", "a.db")
    _, _, aside = say("read", str(SAMPLE / "arwan-sawt.txt"), "--record", "a.db")
    assert "was erased from this record" in aside
    assert "court order" in aside
    edited = affair / "edited.txt"  # other bytes at the same address of the outlet
    edited.write_text((SAMPLE / "arwan-sawt.txt").read_text() + "\nOne more line.\n")
    _, _, aside = say("read", str(edited), "--record", "a.db")
    assert "was erased from this record" in aside
    edited.unlink()
    for words in WORDS:
        assert not find(affair, words), words
