"""A folder: the paths of the reports in it, and what of it cannot be looked into."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from sayso.acquire.file import ENDINGS
from sayso.model.capture import SetAside


def list_folder(folder: str) -> Iterator[str | SetAside]:
    """Paths of the reports in a folder and the folders below it, sorted; folders that cannot be opened as SetAside.

    Hidden files and folders are passed over, and so is whatever has no ending of a report
    (`.txt .html .htm .md` or none). Links to folders are not followed: a loop would never end.
    A folder without any report is one SetAside.
    """
    found = False
    for path in _walk(folder):
        found = True
        yield path
    if not found:
        known = " ".join(sorted(ending for ending in ENDINGS if ending))
        yield SetAside(folder, f"holds no report; give a folder with files that end in {known} or have no ending")


def _walk(folder: str) -> Iterator[str | SetAside]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield SetAside(folder, f"is a folder that cannot be opened ({error.strerror}); check that it may be read")
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path)
        elif not os.path.isdir(entry.path) and Path(entry.name).suffix.lower() in ENDINGS:
            yield entry.path
