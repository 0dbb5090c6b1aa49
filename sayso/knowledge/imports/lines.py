"""Lines: those of a large file, plain or packed by gzip or bzip2, one at a time; never two of them in memory."""

from __future__ import annotations

import bz2
import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

from sayso.errors import MissingInput, UnreadableInput, UnusableInput
from sayso.knowledge.row import Faults

LONGEST_LINE = 64_000_000  # bytes; the longest entities of Wikidata have about 5,000,000
_PACKED = {b"PK\x03\x04": "a zip archive", b"\xfd7zX": "packed by xz", b"7z\xbc\xaf": "a 7z archive"}


def read_lines(path: Path, faults: Faults) -> Iterator[tuple[int, str]]:
    """Each line that holds something, with its number, without its end.

    A line that is no UTF-8 or too long becomes a fault; so does an archive that breaks off: what came before is read.
    Raises MissingInput, UnreadableInput or UnusableInput if the file cannot be opened as such.
    """
    number = 0
    with open_packed(path) as file:
        try:
            while line := file.readline(LONGEST_LINE):
                number += 1
                if len(line) == LONGEST_LINE and not line.endswith(b"\n"):
                    _skip_line(file)
                    faults.add(number, f"is longer than {LONGEST_LINE:,} bytes; it is left out")
                    continue
                try:
                    text = line.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r\n")
                except UnicodeDecodeError as error:
                    faults.add(number, f"the byte 0x{line[error.start]:02X} is not UTF-8; the line is left out")
                    continue
                if text.strip():
                    yield number, text
        except (OSError, EOFError) as error:
            faults.add(number + 1, f"the file breaks off here ({error}); fetch it again; what stands before is used")


def open_packed(path: Path) -> BinaryIO:
    """The bytes of a file, unpacked if gzip or bzip2 packed them."""
    if not path.exists():
        raise MissingInput(str(path), "there is no such file; look at the spelling")
    if path.is_dir():
        raise UnusableInput(str(path), "is a folder; name the file in it that is to be imported")
    try:
        with path.open("rb") as file:
            start = file.read(4)
        for magic, what in _PACKED.items():
            if start.startswith(magic):
                raise UnusableInput(str(path), f"is {what}; unpack it first (gzip and bzip2 are unpacked on the way)")
        if start.startswith(b"\x1f\x8b"):
            return cast(BinaryIO, gzip.open(path, "rb"))
        return cast(BinaryIO, bz2.open(path, "rb")) if start.startswith(b"BZh") else path.open("rb")
    except OSError as error:
        raise UnreadableInput(str(path), f"cannot be opened ({error.strerror or error})") from error


def _skip_line(file: BinaryIO) -> None:
    while (rest := file.readline(LONGEST_LINE)) and not rest.endswith(b"\n"):
        pass
