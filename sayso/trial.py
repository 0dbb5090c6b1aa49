"""A trial: an affair with gold, read into a record of its own that is gone afterwards."""

from __future__ import annotations

import tempfile
from contextlib import AbstractContextManager
from pathlib import Path

from sayso.evaluate import GoldAffair, gold_reading, load_affair
from sayso.model.reading import Reading
from sayso.model.report import Report
from sayso.model.snapshot import Snapshot
from sayso.pipeline import Stated, acquire_all, derive_snapshot, extract_pending, run
from sayso.settings import Settings
from sayso.workshop import Workshop, open_workshop


def read_affair(place: Path, *, settings: Settings, reader: str = "native") -> Snapshot:
    """The affair's reports, read as a user would read them, by the reader of that name."""
    with tempfile.TemporaryDirectory() as folder, _open(folder, settings, reader) as shop:
        run([str(place / "reports")], shop=shop)
        return shop.record.snapshot()


def follow_gold(place: Path, *, settings: Settings) -> Snapshot:
    """What follows from the affair's gold claims: all stages but the reading."""
    with tempfile.TemporaryDirectory() as folder, _open(folder, settings) as shop:
        return derive_snapshot(gold_readings(load_affair(place), place, shop), knowledge=shop.knowledge)


def gold_readings(affair: GoldAffair, place: Path, shop: Workshop) -> list[tuple[Report, Reading]]:
    """The affair's reports, acquired and extracted, with the gold's claims in place of a reader's."""
    acquire_all([str(place / "reports")], shop=shop)
    extract_pending(shop=shop, stated=Stated())
    return gold_reading(affair, shop.record.reports())


def _open(folder: str, settings: Settings, reader: str = "native") -> AbstractContextManager[Workshop]:
    return open_workshop(Path(folder) / "record.db", settings=settings, create=True, reader=reader)
