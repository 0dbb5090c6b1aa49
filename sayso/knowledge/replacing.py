"""Replacing: a file written beside the one it takes the place of, so that nobody ever reads half of it."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

_PART = 1 << 20


@contextmanager
def replacing(path: Path) -> Iterator[TextIO]:
    """A file that takes the place of the one at `path` when it is whole; thrown away on an error, or if they are alike.

    The folder is made if need be. The file keeps the permissions of the one that it replaces; a link stays a link.
    """
    path = path.resolve()
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}-{secrets.token_hex(4)}.draft")
    try:
        with draft.open("x", encoding="utf-8", newline="") as file:
            yield file
        if not path.exists():
            os.replace(draft, path)
        elif not _is_same(draft, path):
            shutil.copymode(path, draft)
            os.replace(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def _is_same(left: Path, right: Path) -> bool:
    if left.stat().st_size != right.stat().st_size:
        return False
    with left.open("rb") as ours, right.open("rb") as theirs:
        while part := ours.read(_PART):
            if part != theirs.read(_PART):
                return False
    return True
