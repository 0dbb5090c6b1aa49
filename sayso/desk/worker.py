"""The worker: takes the desk's jobs one after the other, so that no page waits and no two derive at once."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from sayso.desk.adding import INBOX
from sayso.errors import SaysoError
from sayso.people import People
from sayso.people.job import Job
from sayso.pipeline import Progress, Run, derive, erase, follow, is_stale, list_feed, run
from sayso.pipeline import Stated as StatedFields
from sayso.record import Record
from sayso.workshop import Workshop

log = logging.getLogger(__name__)

#: What a kind of job does with what was given; it gives what came of it.
Work = Callable[[Workshop, Mapping[str, Any], Progress], Mapping[str, Any]]

#: Writes the letters that are due, of a record, at a time (UTC).
WriteLetters = Callable[[People, Record, datetime], object]

_LOOKS_EVERY_SECONDS = 0.1
_SENDS_EVERY_SECONDS = 30.0  # letters that no page sent, or that could not be sent at once
_TELLS_EVERY_SECONDS = 0.3  # of progress: a row is written each time
_FAULT = "Sayso failed on it; the fault is in its log, and what was acquired is kept."


FOLLOW = "follow"


def follow_decisions(shop: Workshop, given: Mapping[str, Any], progress: Progress) -> Mapping[str, Any]:
    """What follows from decisions that are kept: derived once, however many they are."""
    follow([shop.record.decision(decision) for decision in given["decisions"]], shop)
    return {}


def read_inputs(shop: Workshop, given: Mapping[str, Any], progress: Progress) -> Mapping[str, Any]:
    """Reads addresses and files into the record."""
    stated = StatedFields(**given.get("stated", {}))
    return _tell_run(run(given["inputs"], shop=shop, stated=stated, progress=progress), shop)


def read_feed(shop: Workshop, given: Mapping[str, Any], progress: Progress) -> Mapping[str, Any]:
    """Reads what a feed lists now into the record."""
    progress("acquire", 0, None)
    return _tell_run(run(list_feed(given["address"], shop=shop), shop=shop, progress=progress), shop)


def erase_report(shop: Workshop, given: Mapping[str, Any], progress: Progress) -> Mapping[str, Any]:
    """Erases a report's words, by law or for harm."""
    inbox = shop.record.place.with_suffix(INBOX)
    erased = erase(given["report"], because=given["because"], shop=shop, inbox=inbox)
    return {"report": given["report"], "kept_for": list(erased.kept_for)}


WORK: dict[str, Work] = {"erase": erase_report, FOLLOW: follow_decisions, "read": read_inputs, "feed": read_feed}


class Worker:
    """Works on a desk's jobs with a workshop, which is opened at the first job: a reader takes seconds to load."""

    def __init__(
        self, people: People, open_shop: Callable[[], Workshop], *, write_letters: WriteLetters | None = None
    ) -> None:
        self._people = people
        self._letters = write_letters
        self._open_shop = open_shop
        self._shop: Workshop | None = None

    def work_off(self) -> int:
        """Works until no job waits; gives how many there were."""
        worked = 0
        while job := self._people.jobs.take():
            worked += self._work_together(job) if job.kind == FOLLOW else self._work(job)
        return worked

    def work_on(self, until: threading.Event) -> None:
        """Works and waits for work, until told to stop; derives anew what another process left stale."""
        self._catch_up()
        sent = float("-inf")
        while not until.is_set():
            if time.monotonic() - sent >= _SENDS_EVERY_SECONDS:
                self._write_letters()
                self._people.outbox.deliver()
                sent = time.monotonic()
            if not self.work_off():
                until.wait(_LOOKS_EVERY_SECONDS)

    def _write_letters(self) -> None:
        """Writes to those who wish letters about what they follow, once a day for each."""
        shop = self._open()
        try:
            if self._letters:
                self._letters(self._people, shop.record, shop.now())
        except SaysoError as error:  # letters can wait; the work cannot
            log.warning("letters could not be written: %s", error)

    def _work_together(self, job: Job) -> int:
        """Decisions that were made while another was followed are followed at once."""
        others = self._people.jobs.take_alike(job)
        decisions = [id_ for each in (job, *others) for id_ in each.given["decisions"]]
        self._work(replace(job, given={"decisions": decisions}))
        for other in others:
            self._people.jobs.finish(other)
        return 1 + len(others)

    def _work(self, job: Job) -> int:
        began = time.monotonic()
        try:
            shop = replace(self._open(), user=job.asked_by)
            result = WORK[job.kind](shop, job.given, self._tell(job))
        except SaysoError as error:
            self._people.jobs.fail(job, str(error))
        except Exception:  # one job never stops the others
            log.exception("job %s (%s) failed", job.id, job.kind)
            self._people.jobs.fail(job, _FAULT)
        else:
            self._people.jobs.finish(job, **result)
            log.info("job %s (%s) took %.1f s", job.id, job.kind, time.monotonic() - began)
        return 1

    def _open(self) -> Workshop:
        if self._shop is None:
            self._shop = self._open_shop()
        return self._shop

    def _catch_up(self) -> None:
        shop = self._open()
        if is_stale(shop.record, shop.knowledge):
            derive(shop)

    def _tell(self, job: Job) -> Progress:
        told: tuple[str, float] = ("", 0.0)

        def tell(stage: str, done: int, total: int | None) -> None:
            nonlocal told
            now = time.monotonic()
            if stage != told[0] or now - told[1] >= _TELLS_EVERY_SECONDS:
                told = (stage, now)
                self._people.jobs.tell(job, stage, done, total)

        return tell


@contextmanager
def working(worker: Worker) -> Iterator[None]:
    """A worker at work beside what is inside; it ends its job before this does."""
    stop = threading.Event()
    thread = threading.Thread(target=worker.work_on, args=(stop,), name="worker", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


def _tell_run(done: Run, shop: Workshop) -> Mapping[str, Any]:
    known = [report.id for report in shop.record.reports() if report.address in done.addresses]
    return {
        "reports": list(dict.fromkeys([*done.read, *known])),
        "new": len(done.read),
        "set_aside": [{"address": _name(each.address), "reason": each.reason} for each in done.set_aside],
        "remarks": list(done.remarks),
    }


def _name(address: str) -> str:
    """An address as its adder knows it: of a file only the name, never this machine's folders."""
    return address if "://" in address else Path(address).name
