"""Stages: a run over inputs; acquire, extract and read one by one."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from sayso.errors import InputError
from sayso.model.capture import Capture, SetAside
from sayso.model.report import Report
from sayso.pipeline.deriving import derive
from sayso.pipeline.erasing import list_erased, tell_erased
from sayso.pipeline.progress import Progress, quiet
from sayso.pipeline.reading import read_all
from sayso.pipeline.stated import Stated, check_stated, decide_stated, decide_stated_of_known
from sayso.record.capture import KeptCapture
from sayso.workshop import Workshop

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Run:
    """What one run did: addresses that it acquired, reports that it read now, how many inputs were known already,
    what it set aside, and what its reader remarked.
    """

    addresses: frozenset[str] = frozenset()
    read: tuple[str, ...] = ()
    unchanged: int = 0
    set_aside: tuple[SetAside, ...] = ()
    remarks: tuple[str, ...] = ()


def run(inputs: Iterable[str], *, shop: Workshop, stated: Stated | None = None, progress: Progress = quiet) -> Run:
    """Read inputs into the record: all stages, in order. One bad input never stops the others.

    Raises UsageError when what a person stated cannot be so.
    """
    stated = stated or Stated()
    check_stated(stated)
    acquired = acquire_all(inputs, shop=shop, progress=progress)
    extracted = extract_pending(shop=shop, stated=stated, of=acquired.addresses, progress=progress)
    decide_stated_of_known(stated, of=acquired.addresses, but=extracted.read, shop=shop)
    unread = read_unread(shop=shop, progress=progress)
    derive(shop, progress=progress)
    return Run(
        addresses=acquired.addresses,
        read=extracted.read,
        unchanged=acquired.unchanged,
        set_aside=(*acquired.set_aside, *extracted.set_aside, *unread.set_aside),
        remarks=unread.remarks,
    )


def list_feed(address: str, *, shop: Workshop) -> tuple[str, ...]:
    """The addresses of the reports that a feed lists now. Raises InputError where it cannot be had or is none."""
    from sayso.acquire import fetch, list_entries

    return list_entries(fetch(address, limits=shop.limits, now=shop.now))


def acquire_all(inputs: Iterable[str], *, shop: Workshop, progress: Progress = quiet) -> Run:
    """1. Address to Capture: bytes into custody, then a row. What is known already stays as it is."""
    from sayso.acquire import acquire
    from sayso.acquire.custody import keep

    gone, unchanged, aside, addresses = list_erased(shop.record), 0, [], set()
    for done, found in enumerate(acquire(inputs, limits=shop.limits, now=shop.now), start=1):
        progress("acquire", done, None)
        if isinstance(found, SetAside):
            shop.record.add_set_aside(found)
            aside.append(found)
            continue
        if erasure := gone.get(found.sha256):  # not even its address is kept again
            aside.append(SetAside(found.address, tell_erased(erasure)))
            continue
        addresses.add(found.address)
        keep(found, shop.record.evidence)
        if not shop.record.add_capture(found):
            unchanged += 1
    return Run(frozenset(addresses), unchanged=unchanged, set_aside=tuple(aside))


def extract_pending(*, shop: Workshop, stated: Stated, of: Collection[str] = (), progress: Progress = quiet) -> Run:
    """2. Capture to Report: what is in custody and has no report yet, also from a run that was killed.

    What is stated is stated of the addresses `of` alone: a run that was killed may have left others.
    """
    from sayso.acquire.custody import path_of, recall

    pending, gone = shop.record.pending_captures(), list_erased(shop.record)
    read_now, aside = list[str](), list[SetAside]()

    def put_aside(kept: KeptCapture, because: str) -> None:
        found = SetAside(kept.address, because, kept.sha256)
        shop.record.add_set_aside(found)
        aside.append(found)

    for done, kept in enumerate(pending, start=1):
        progress("extract", done, len(pending))
        bytes_kept = recall(kept.sha256, shop.record.evidence)
        capture = replace(bytes_kept, address=kept.address, final_address=kept.final_address)
        said = stated if kept.address in of else Stated()
        try:
            report = _extract(capture, said)
        except InputError as error:
            put_aside(kept, error.message)
            continue
        if erasure := gone.get(report.id) or gone.get(report.version):
            path_of(kept.sha256, shop.record.evidence).unlink(missing_ok=True)
            put_aside(kept, tell_erased(erasure))
            continue
        if said.fields():  # before the report is kept: a kill between the two loses no statement
            decide_stated(report.id, _extract(capture, Stated()), said, shop=shop)
        shop.record.add_report(report, kept)
        read_now.append(report.id)
    return Run(read=tuple(dict.fromkeys(read_now)), set_aside=tuple(aside))


def read_unread(*, shop: Workshop, progress: Progress = quiet) -> Run:
    """3. Report to Reading: every current version that this reader has not read.

    A report that the reader fails on is set aside and stays unread, so that a better reader finds it.
    """
    shop.record.choose_reader(shop.reader.identity)
    unread = shop.record.unread(shop.reader.identity)
    aside: list[SetAside] = []
    for reading in read_all(unread, shop, aside, progress=progress):
        shop.record.add_reading(reading)
    return Run(set_aside=tuple(aside), remarks=shop.reader.remarks)


def _extract(capture: Capture, stated: Stated) -> Report:
    """Extraction with its own failures told apart from a page's: one bad page never stops the others."""
    from sayso.extract import extract

    try:
        return extract(capture, outlet=stated.outlet, url=stated.url)
    except InputError:
        raise
    except Exception as error:  # a page can be broken in ways that no library foresees
        log.exception("extracting %s failed", capture.sha256)
        raise InputError(capture.address, f"could not be taken apart ({error}); its bytes are kept") from error
