"""Affair: the folder that gold lies in, read and checked."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from sayso.errors import MissingInput, UnusableInput
from sayso.evaluate.gold import GoldAffair, GoldReport
from sayso.evaluate.gold_check import check_gold
from sayso.evaluate.gold_row import GoldReader, Row

GOLD_FILE = "gold.yaml"
_HEADER_LINE = re.compile(r"[a-z]+:")
_HEADER_KEYS = ("outlet", "url", "published", "language", "title")


def find_affairs(folder: str | Path) -> tuple[Path, ...]:
    """The affair folders in `folder` (itself one, or any depth below), by name.

    Raises MissingInput when there is none.
    """
    found = tuple(sorted(file.parent for file in Path(folder).rglob(GOLD_FILE)))
    if not found:
        raise MissingInput(str(folder), f"no affair here; an affair is a folder with reports/ and {GOLD_FILE}")
    return found


def load_affair(folder: str | Path) -> GoldAffair:
    """The affair in `folder`: `reports/*.txt` and `gold.yaml`.

    Raises MissingInput without them, and UnusableInput, naming file and claim and saying what to do,
    for a fault: an unknown report, type, stance, role, relation or status, evidence that does not
    stand in its report, an identifier used twice, an event or conflict that names no claim.
    """
    place = Path(folder)
    rows = _read_yaml(place / GOLD_FILE)
    reader = GoldReader(str(place / GOLD_FILE))
    affair = GoldAffair(
        name=place.name,
        reports=tuple(_read_report(file) for file in sorted((place / "reports").glob("*.txt"))),
        claims=tuple(reader.read_claim(row) for row in reader.list_rows(rows, "claims")),
        events=tuple(reader.read_event(row) for row in reader.list_rows(rows, "events")),
        lineage=tuple(reader.read_lineage(row) for row in reader.list_rows(rows, "lineage")),
        holdings=tuple(reader.read_holding(row) for row in reader.list_rows(rows, "holdings")),
    )
    if not affair.reports:
        raise MissingInput(str(place / "reports"), "no report here; put each in a file of its own, NAME.txt")
    check_gold(affair, str(place / GOLD_FILE))
    return affair


def _read_yaml(file: Path) -> Row:
    if not file.is_file():
        raise MissingInput(str(file), "no such file; an affair needs reports/*.txt and gold.yaml")
    try:
        rows = yaml.safe_load(file.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise UnusableInput(str(file), f"is no YAML in UTF-8 ({error}); mend the line it names") from error
    if not isinstance(rows, dict):
        raise UnusableInput(str(file), "holds no lists; write claims:, events:, lineage: and holdings:")
    return rows


def _read_report(file: Path) -> GoldReport:
    """A report file: `key: value` lines, a blank line, the text; without such lines, all of it is text."""
    whole = file.read_text(encoding="utf-8-sig")
    header, blank, text = whole.partition("\n\n")
    lines = header.split("\n")
    if not blank or not all(_HEADER_LINE.match(line) for line in lines):
        return GoldReport(file.stem, whole)
    values = {key: value.strip() or None for key, _, value in (line.partition(":") for line in lines)}
    return GoldReport(file.stem, text, **{key: values.get(key) for key in _HEADER_KEYS})
