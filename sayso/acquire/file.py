"""One file: its bytes as they lie on the disk."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from sayso.errors import MissingInput, UnreadableInput, UnusableInput
from sayso.model.capture import Capture
from sayso.model.limits import Limits

#: Endings of files that a folder is searched for. A file named by a person may have any.
ENDINGS = {".txt": "text/plain", ".html": "text/html", ".htm": "text/html", ".md": "text/markdown", "": "text/plain"}
_UNKNOWN = "application/octet-stream"


def read_file(path: str, *, limits: Limits, now: Callable[[], datetime]) -> Capture:
    """The file at `path` as it lies there.

    Raises MissingInput when nothing is there, UnreadableInput when it may not or cannot be opened
    (a device and a pipe cannot), UnusableInput when it is empty or over the size limit.
    """
    try:
        payload = _read_within(path, limits)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise MissingInput(path, "is not there; give the path of a file or folder, or an http address") from error
    except (OSError, ValueError) as error:
        raise UnreadableInput(path, f"cannot be opened ({_reason(error)}); check that it may be read") from error
    if not payload:
        raise UnusableInput(path, "is empty; give a file with text in it")
    return Capture(path, payload, now(), media_type_of(path))


def media_type_of(path: str) -> str:
    """What a file's ending says; "application/octet-stream" for an ending that is not a report's."""
    return ENDINGS.get(Path(path).suffix.lower(), _UNKNOWN)


def _read_within(path: str, limits: Limits) -> bytes:
    # O_NONBLOCK: opening a pipe that nobody writes to would wait for ever.
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise UnreadableInput(path, "is a device or a pipe; give a file")
        payload = file.read(limits.max_bytes + 1)
    if len(payload) > limits.max_bytes:
        raise UnusableInput(path, f"is over {limits.size}; give one report a file")
    return payload


def _reason(error: OSError | ValueError) -> str:
    text = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return text[:1].lower() + text[1:]
