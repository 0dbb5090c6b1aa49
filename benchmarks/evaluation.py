"""Measure on affairs with gold and write `docs/accuracy.md`.

    python -m benchmarks.evaluation [FOLDER]

FOLDER defaults to the folder `affairs` of the data beside the checkout, where it is; else to the sample affair.
"""

from __future__ import annotations

import hashlib
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

import sayso
from benchmarks.known import render_known
from benchmarks.outside import render_outside
from benchmarks.reader import measure, measure_corpus, render_measured
from sayso.evaluate import Counts, GoldAffair, find_affairs, load_affair, score_affair, write_ideal_rows
from sayso.evaluate.damage import DAMAGES, measure_damages
from sayso.evaluate.reading_damage import READING_DAMAGES, measure_reading_damages
from sayso.evaluate.table import render_affairs, render_effects, render_losses, render_total
from sayso.model.knowledge import Knowledge
from sayso.model.reading import Reading
from sayso.model.report import Report
from sayso.model.rows import Row, rows_of
from sayso.model.snapshot import Snapshot
from sayso.pipeline import derive_snapshot
from sayso.settings import load_settings
from sayso.trial import follow_gold, gold_readings, read_affair
from sayso.workshop import open_workshop

ROOT = Path(__file__).parent.parent
OURS = ROOT / "tests" / "golden" / "affairs"
BESIDE = ROOT.parent / "shared" / "affairs"
GOLD = ROOT.parent / "shared" / "gold"
SAMPLE = Path(sayso.__file__).parent / "sample"
PAGE = ROOT / "docs" / "accuracy.md"

USED = ("quiral-crossing", "stolvina-prison")


@dataclass(frozen=True, slots=True)
class Shelf:
    """Affairs in one folder, what they were used for; `names` alone (`only_named`), or all others."""

    title: str
    note: str
    folder: Path
    names: tuple[str, ...] = ()
    only_named: bool = False


SHELVES = (
    Shelf(
        "Never used: written before corroboration was developed",
        "Nothing was tuned on these (`tuwayr-siege` once showed a crash and a ring in its lineage, both mended).",
        OURS,
        USED,
    ),
    Shelf(
        "Never used: written while corroboration was developed",
        "Their author told nobody what is in them.",
        ROOT / "tests" / "golden" / "affairs-unseen",
    ),
    Shelf(
        "Used in the end", "Written by hands that had not seen the code, looked at later.", OURS, USED, only_named=True
    ),
    Shelf(
        "Used for training",
        "Corroboration was fitted and developed on these: they show what it can follow, not what to expect.",
        ROOT / "training" / "affairs",
    ),
)

_Affairs = list[tuple[str, GoldAffair]]


def main() -> None:
    """Read every affair, follow every gold, damage both, and write the page."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else BESIDE if BESIDE.is_dir() else SAMPLE
    places = find_affairs(folder)
    say = Console(stderr=True).print
    read, followed = [], []
    for place in places:
        say(f"reading {place.name}")
        read.append(read_affair(place, settings=load_settings()))
        followed.append(follow_gold(place, settings=load_settings()))
    affairs = [(place.name, load_affair(place)) for place in places]
    say("damaging")
    pages = [_page(places, affairs, read, followed), _page_of_ours(), _page_of_reader(places)]
    say("resolving known things")
    pages.append(render_known(GOLD if GOLD.is_dir() else None))
    if GOLD.is_dir():
        say("reading other people's gold")
        pages.append(render_outside(GOLD))
    PAGE.write_text("".join(pages), encoding="utf-8")
    say(f"wrote {PAGE}")


def _page(places: Sequence[Path], affairs: _Affairs, read: list[Snapshot], followed: list[Snapshot]) -> str:
    whole, after = _score(affairs, read), _score(affairs, followed)
    rows = [(affair, list(rows_of(snapshot))) for (_, affair), snapshot in zip(affairs, read, strict=True)]
    digest = _digest(places)
    return "\n".join(
        [
            "# Accuracy",
            "",
            f"Made by `make evaluation` from {len(places)} affairs with gold (digest of their files: `{digest}`),",
            "with the scores that `sayso evaluate` prints. The affairs were used while the project was made:",
            "expect less on others.",
            "",
            "## The whole way: reports in, record out",
            "",
            render_total(list(whole.values())),
            "",
            render_affairs(whole),
            "",
            "## What follows from gold claims (`--gold-claims`): no reading errors, all later stages",
            "",
            render_total(list(after.values())),
            "",
            render_affairs(after),
            "",
            "## A figure is evidence only if damage lowers it",
            "",
            "Each damage done to perfect records, made from the gold itself: each score that it concerns has to fall.",
            "",
            render_effects(measure_damages([(affair, write_ideal_rows(affair)) for _, affair in affairs], DAMAGES)),
            "",
            "The same done to the records that we make: where a figure is low, damage can take little from it.",
            "",
            render_effects(measure_damages(rows, DAMAGES)),
            "",
            "Points lost by what follows from gold claims when a part of the reading is missing (minus: gained).",
            "",
            render_losses(measure_reading_damages(_gold(places, affairs), READING_DAMAGES, derive=_derive)),
            "",
        ]
    )


def _page_of_ours() -> str:
    """The affairs that ship with the project, by what they were used for."""
    parts = [_page_of_shelf(shelf) for shelf in SHELVES if shelf.folder.is_dir()]
    return "\n".join(["## Affairs that ship with the project", "", *parts])


def _page_of_shelf(shelf: Shelf) -> str:
    places = [place for place in find_affairs(shelf.folder) if (place.name in shelf.names) is shelf.only_named]
    affairs = [(place.name, load_affair(place)) for place in places]
    settings = load_settings()
    whole = _score(affairs, [read_affair(place, settings=settings) for place in places])
    after = _score(affairs, [follow_gold(place, settings=settings) for place in places])
    return "\n".join(
        [
            f"### {shelf.title}",
            "",
            f"{shelf.note} Digest: `{_digest(places)}`.",
            "",
            "From gold claims:",
            "",
            render_affairs(after),
            "",
            "The whole way:",
            "",
            render_affairs(whole),
            "",
        ]
    )


def _page_of_reader(places: Sequence[Path]) -> str:
    """What the reader does by type, stance and cue, on the affairs and on the ruled corpus's own parts."""
    return "\n".join(
        [
            render_measured(measure([*places, *find_affairs(OURS)]), title="The reader, on all these affairs"),
            render_measured(measure_corpus("dev"), title="The reader, on the ruled corpus's dev part"),
            render_measured(measure_corpus("test"), title="The reader, on the ruled corpus's test part"),
            "",
        ]
    )


def _score(affairs: _Affairs, snapshots: Sequence[Snapshot]) -> dict[str, Counts]:
    pairs = zip(affairs, snapshots, strict=True)
    return {name: score_affair(affair, rows_of(snapshot)) for (name, affair), snapshot in pairs}


def _gold(places: Sequence[Path], affairs: _Affairs) -> list[tuple[GoldAffair, list[tuple[Report, Reading]]]]:
    found = []
    for place, (_, affair) in zip(places, affairs, strict=True):
        with tempfile.TemporaryDirectory() as folder:
            record = Path(folder) / "record.db"
            with open_workshop(record, settings=load_settings(), create=True) as shop:
                found.append((affair, gold_readings(affair, place, shop)))
    return found


def _derive(readings: Sequence[tuple[Report, Reading]]) -> list[Row]:
    return list(rows_of(derive_snapshot(readings, knowledge=Knowledge())))


def _digest(places: Sequence[Path]) -> str:
    """Of every gold and report, in order: two pages with one digest measured the same data."""
    digest = hashlib.sha256()
    for place in places:
        for file in sorted(path for path in place.rglob("*") if path.is_file()):
            digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:16]


if __name__ == "__main__":
    main()
