"""Text: what a knowledge file holds as text, or why it cannot be had."""

from __future__ import annotations

import stat
from pathlib import Path

from sayso.knowledge.row import Faults

LARGEST = {".yaml": 20_000_000, ".yml": 20_000_000, ".csv": 500_000_000}  # bytes; YAML reads about 3 MB a second


def read_text(path: Path, faults: Faults) -> str | None:
    """The text of a file, None with a fault if there is none. Bytes that are not UTF-8 become U+FFFD, with a fault."""
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            faults.add(0, "is a folder or a device, not a file; give it another name or take it out")
            return None
        largest = LARGEST.get(path.suffix, LARGEST[".csv"])
        if about.st_size > largest:
            way = "write it as CSV, which may be longer" if path.suffix != ".csv" else "split it"
            faults.add(0, f"holds {about.st_size:,} bytes, more than the {largest:,} that are read; {way}")
            return None
        data = path.read_bytes()
    except OSError as error:
        faults.add(0, f"cannot be read ({error.strerror or error}); look at the file's permissions")
        return None
    return _decode(data, faults)


def _decode(data: bytes, faults: Faults) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        faults.add(1, "is UTF-16, not UTF-8; save it anew as UTF-8")
        return ""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = data[error.start]
        faults.add(
            line, f"the byte 0x{byte:02X} is not UTF-8; save the file anew as UTF-8, entries without it are used"
        )
        text = data.decode("utf-8-sig", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")
