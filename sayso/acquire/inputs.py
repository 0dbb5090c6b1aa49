"""Each input, whatever it is, to a Capture or to the sentence that says why not."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from sayso.acquire.fetch import fetch
from sayso.acquire.file import read_file
from sayso.acquire.folder import list_folder
from sayso.errors import InputError, UnreachableInput
from sayso.model.capture import Capture, SetAside
from sayso.model.limits import Limits

log = logging.getLogger(__name__)

Clock = Callable[[], datetime]

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://")


def acquire(inputs: Iterable[str], *, limits: Limits, now: Clock) -> Iterator[Capture | SetAside]:
    """The bytes of every input: files, folders (walked in sorted order), http and https addresses.

    Yields one Capture or SetAside for a file or address, one for each report in a folder, in the
    order given; a folder that cannot be opened or holds no report is one SetAside. Nothing is
    raised for a bad input, and it never stops the others. `now` gives the moment of each capture, in UTC.
    Bytes that turn out to hold no text are captured all the same: `extract` says so, and they stay in custody.
    """
    taken = aside = 0
    for given in inputs:
        for found in _acquire_one(given, limits=limits, now=now):
            taken, aside = (taken, aside + 1) if isinstance(found, SetAside) else (taken + 1, aside)
            yield found
    log.info("acquired %d, set aside %d", taken, aside)


def _acquire_one(given: str, *, limits: Limits, now: Clock) -> Iterator[Capture | SetAside]:
    if _SCHEME.match(given):
        yield _attempt(_fetch_address, given, limits=limits, now=now)
    elif os.path.isdir(given):
        yield from _acquire_folder(given, limits=limits, now=now)
    else:
        yield _attempt(read_file, given, limits=limits, now=now)


def _acquire_folder(given: str, *, limits: Limits, now: Clock) -> Iterator[Capture | SetAside]:
    for found in list_folder(given):
        if isinstance(found, SetAside):
            yield found
        else:
            yield _attempt(read_file, found, limits=limits, now=now)


def _fetch_address(address: str, *, limits: Limits, now: Clock) -> Capture:
    scheme = address.partition(":")[0].lower()
    if scheme not in ("http", "https"):
        raise UnreachableInput(address, f"only http and https addresses are asked, not {scheme}; give a path instead")
    return fetch(address, limits=limits, now=now)


def _attempt(take: Callable[..., Capture], given: str, *, limits: Limits, now: Clock) -> Capture | SetAside:
    try:
        return take(given, limits=limits, now=now)
    except InputError as error:
        return SetAside(given, error.message)
