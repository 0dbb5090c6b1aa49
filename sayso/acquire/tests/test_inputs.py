"""Every input gives a capture or one clear sentence, and none stops the others."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sayso.acquire import Limits, acquire
from sayso.model.capture import Capture, SetAside

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def take(*inputs: object, limits: Limits | None = None) -> list[Capture | SetAside]:
    return list(acquire(map(str, inputs), limits=limits or Limits(), now=lambda: NOON))


def reason(given: object, *, limits: Limits | None = None) -> str:
    [found] = take(given, limits=limits)
    assert isinstance(found, SetAside)
    assert found.address == str(given)
    assert str(given) not in found.reason
    return found.reason


def write(folder: Path, name: str, content: bytes = b"The town fell.") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def test_a_file_is_captured_as_it_lies_there(tmp_path: Path) -> None:
    path = write(tmp_path, "one.txt", b"\xef\xbb\xbfThe town fell.\r\n")
    assert take(path) == [Capture(str(path), b"\xef\xbb\xbfThe town fell.\r\n", NOON, "text/plain")]


def test_a_folder_is_walked_in_sorted_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.html", "c.md", "note", "a/y.HTM"):
        write(tmp_path, name)
    names = [str(Path(found.address).relative_to(tmp_path)) for found in take(tmp_path)]
    assert names == ["a/y.HTM", "a/z.html", "b.txt", "c.md", "note"]


def test_hidden_files_and_unknown_endings_in_a_folder_are_passed_over(tmp_path: Path) -> None:
    for name in (".hidden.txt", ".git/config", "photo.jpg", "report.txt"):
        write(tmp_path, name)
    assert [Path(found.address).name for found in take(tmp_path)] == ["report.txt"]


def test_a_file_with_another_ending_is_taken_when_it_is_named(tmp_path: Path) -> None:
    [found] = take(write(tmp_path, "report.log"))
    assert isinstance(found, Capture)
    assert found.media_type == "application/octet-stream"


def test_a_folder_without_reports_says_so(tmp_path: Path) -> None:
    assert reason(tmp_path).startswith("holds no report; give a folder with files that end in .htm .html .md .txt")


def test_a_path_that_names_nothing_says_so(tmp_path: Path) -> None:
    assert reason(tmp_path / "gone.txt").startswith("is not there; ")
    assert reason(write(tmp_path, "one.txt") / "below").startswith("is not there; ")


def test_an_empty_file_says_so(tmp_path: Path) -> None:
    assert reason(write(tmp_path, "empty.txt", b"")) == "is empty; give a file with text in it"


def test_a_file_over_the_limit_says_so(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(30_000_000)
    assert reason(path) == "is over 20 MB; give one report a file"


def test_binary_bytes_are_captured_so_that_they_stay_in_custody(tmp_path: Path) -> None:
    [found] = take(write(tmp_path, "odd.txt", b"\x00\x01\x02"))
    assert isinstance(found, Capture)


def test_a_file_that_may_not_be_read_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, "locked.txt")
    monkeypatch.setattr(os, "open", refuse)
    assert reason(path) == "cannot be opened (permission denied); check that it may be read"


def test_a_folder_that_may_not_be_read_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "a.txt")
    monkeypatch.setattr(os, "scandir", refuse)
    assert reason(tmp_path) == "is a folder that cannot be opened (Permission denied); check that it may be read"


def test_links_that_loop_end(tmp_path: Path) -> None:
    write(tmp_path, "sub/a.txt")
    (tmp_path / "sub" / "up").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    looped, report = take(tmp_path)
    assert isinstance(looped, SetAside)
    assert looped.reason.startswith("cannot be opened (too many levels of symbolic links)")
    assert isinstance(report, Capture)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert reason(tmp_path / "pipe.txt") == "is a device or a pipe; give a file"


def test_an_address_of_another_kind_is_refused() -> None:
    assert reason("ftp://example.org/a.txt").startswith("only http and https addresses are asked, not ftp")
    assert reason("file:///etc/hostname").startswith("only http and https addresses are asked, not file")


def test_a_bad_input_never_stops_the_others(tmp_path: Path) -> None:
    good = write(tmp_path, "good.txt")
    found = take(tmp_path / "gone.txt", "\0", "http://", "", good)
    assert [type(one) for one in found] == [SetAside, SetAside, SetAside, SetAside, Capture]


def refuse(*_: object, **__: object) -> None:
    raise PermissionError(13, "Permission denied")
