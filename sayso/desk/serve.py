"""Serving: the desk as a running site: one worker for its jobs, one or more processes for its pages."""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

import uvicorn
from fastapi import FastAPI

from sayso.desk.app import create_app
from sayso.desk.keep.digest import write_digests
from sayso.desk.office import Office
from sayso.desk.worker import Worker
from sayso.pausing import settle_objects
from sayso.people import open_people
from sayso.record import open_record
from sayso.settings import load_settings
from sayso.workshop import open_knowledge, open_workshop, tell_time

_COLLECTED_EVERY = 20_000  # new things: a page makes so many, and hardly one in a circle


@dataclass(frozen=True, slots=True)
class Address:
    """Where a desk listens, with how many processes, and how people reach it where that is another address."""

    host: str
    port: int
    processes: int = 1
    public: str | None = None

    def __str__(self) -> str:
        if self.public:
            return self.public.rstrip("/")
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}"


def open_office(place: str | Path) -> Office:
    """The office on the record at a place. Raises RecordError when there is none."""
    settings = load_settings()
    return Office(
        record=open_record(place, create=False, by=settings.user, keeps_open=True),
        people=open_people(place, settings=settings),
        settings=settings,
        now=tell_time,
        open_knowledge=lambda: open_knowledge(settings),
    )


def make_app() -> FastAPI:
    """The application of one process; the record is the one that SAYSO_RECORD names."""
    office = open_office(load_settings().record)
    app = create_app(office)
    _settle(office)
    return app


def _settle(office: Office) -> None:
    """Loads what every page needs, and takes it out of the collector's rounds: these halved the speed of pages."""
    _ = office.shipped
    settle_objects(_COLLECTED_EVERY)


def serve(place: str | Path, at: Address, *, say: Callable[[str], None]) -> None:
    """Serves the desk on a record until it is told to stop; `say` tells the address.

    Raises RecordError when there is no record at the place.
    """
    with open_record(place, create=False), closing(open_people(place)) as people:
        people.settings.change(address=str(at))  # what links in letters begin with
        say(f"The desk is open at {at}; stop it with Ctrl+C.")
    os.environ["SAYSO_RECORD"] = str(place)  # for the processes that are begun here
    # Begun anew instead of forked: a fork would share the record's open file.
    worker = multiprocessing.get_context("spawn").Process(target=_work, args=(str(place),), name="sayso-worker")
    worker.start()
    try:
        uvicorn.run(
            "sayso.desk.serve:make_app",
            factory=True,
            host=at.host,
            port=at.port,
            workers=at.processes,
            log_level="warning",
            server_header=False,
            timeout_graceful_shutdown=5,
        )
    finally:
        worker.terminate()
        worker.join()


def _work(place: str) -> None:
    """The worker's process."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s: %(message)s")
    stop = threading.Event()

    def stop_working(number: int, frame: FrameType | None) -> None:
        stop.set()

    signal.signal(signal.SIGTERM, stop_working)
    signal.signal(signal.SIGINT, stop_working)
    threading.Thread(target=_outlive_nobody, args=(stop,), daemon=True).start()
    settings = load_settings()
    with open_workshop(place, settings=settings) as shop, closing(open_people(place, settings=settings)) as people:
        Worker(people, lambda: shop, write_letters=write_digests).work_on(stop)


def _outlive_nobody(stop: threading.Event) -> None:
    """Stops a worker whose desk was ended without being asked: by a signal, or by running out of memory."""
    desk = multiprocessing.parent_process()
    if desk is not None:
        desk.join()
        stop.set()
