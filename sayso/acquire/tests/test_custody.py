"""What was acquired can be had again, byte for byte, and a damaged file never passes for it."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from sayso.acquire.custody import keep, recall
from sayso.errors import MissingInput, UnreadableInput
from sayso.model.capture import Capture

FILE = Capture("reports/één.txt", b"The town fell.", datetime(2026, 3, 1, 12, tzinfo=UTC), "text/plain")
PAGE = Capture(
    "https://paper.example/a?b=ç",
    b"<p>The town fell.</p>",
    datetime(2026, 3, 1, 12, 0, 0, 123456, tzinfo=UTC),
    "text/html",
    final_address="https://paper.example/b",
    headers=(("content-type", "text/html"), ("set-cookie", "a=1"), ("set-cookie", "b=2")),
)


@pytest.mark.parametrize("capture", [FILE, PAGE])
def test_what_was_kept_is_recalled_unchanged(capture: Capture, tmp_path: Path) -> None:
    path = keep(capture, tmp_path / "made")
    assert path.name == f"{capture.sha256}.warc.gz"
    assert recall(capture.sha256, tmp_path / "made") == capture


@given(payload=st.binary(min_size=1), address=st.text(min_size=1))
def test_any_bytes_from_any_address_are_recalled(
    payload: bytes, address: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("evidence")
    capture = replace(FILE, payload=payload, address=address)
    keep(capture, folder)
    assert recall(capture.sha256, folder) == capture


@pytest.mark.parametrize(("capture", "kind"), [(FILE, "resource"), (PAGE, "response")])
def test_other_programs_can_read_the_archive(capture: Capture, kind: str, tmp_path: Path) -> None:
    with keep(capture, tmp_path).open("rb") as file:
        [(name, digest)] = [
            (one.rec_type, one.rec_headers.get_header("WARC-Payload-Digest")) for one in ArchiveIterator(file)
        ]
    assert name == kind
    assert digest.startswith("sha1:")


def test_the_same_bytes_again_change_nothing(tmp_path: Path) -> None:
    before = keep(FILE, tmp_path).read_bytes()
    keep(replace(FILE, address="other.txt"), tmp_path)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [before]


def test_bytes_that_were_never_kept_are_missing(tmp_path: Path) -> None:
    with pytest.raises(MissingInput, match="is not in custody"):
        recall("0" * 64, tmp_path)


@pytest.mark.parametrize("damage", [b"", b"no archive", b"\x1f\x8b broken"])
def test_a_damaged_file_says_so(damage: bytes, tmp_path: Path) -> None:
    keep(FILE, tmp_path).write_bytes(damage)
    with pytest.raises(UnreadableInput, match="is damaged"):
        recall(FILE.sha256, tmp_path)


def test_other_bytes_under_the_name_are_not_given_back(tmp_path: Path) -> None:
    keep(PAGE, tmp_path).replace(tmp_path / f"{FILE.sha256}.warc.gz")
    with pytest.raises(UnreadableInput, match="holds other bytes"):
        recall(FILE.sha256, tmp_path)


def test_a_write_that_fails_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(OSError, match="disk full"):
        keep(FILE, tmp_path)
    assert list(tmp_path.iterdir()) == []
