"""Measuring: of the pairs of pages of which one was made from the other across alphabets, how many lineage finds.

The whole way is measured: all pages of a half are one record, pairs are found by keys, and any edge between pages in
different letters that is not expected counts as false, whichever matters they are of.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from sayso.corroborate.lineage.finding import derive_lineage
from sayso.corroborate.lineage.sounding import find_script
from sayso.model.report import Published, PublishedBasis, Report
from sayso.model.resolution import Resolution

MATTERS = Path(__file__).parent / "matters.yaml"
UNSEEN = MATTERS.with_name("unseen.yaml")
Matter = dict[str, Any]
Edge = tuple[str, str, str]
Damage = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Measure:
    """Edges expected, found, and found that are expected; `misses` and `false` say which."""

    expected: int
    found: int
    right: int
    misses: tuple[Edge, ...]
    false: tuple[Edge, ...]

    @property
    def precision(self) -> float:
        """0 to 100; 100 where nothing was found."""
        return 100 * self.right / self.found if self.found else 100.0

    @property
    def recall(self) -> float:
        """0 to 100."""
        return 100 * self.right / self.expected


def read_matters(path: Path = MATTERS) -> list[Matter]:
    """All matters of a file, in their order."""
    return list(yaml.safe_load_all(path.read_text(encoding="utf-8")))


def measure(matters: Sequence[Matter], damage: Damage | None = None) -> Measure:
    """What lineage finds across alphabets in a record of all these matters, with every page damaged if so wished."""
    expected = {
        (f"{m['matter']} {a}", f"{m['matter']} {b}", relation) for m in matters for a, b, relation in m["expect"]
    }
    record = [
        _build(f"{matter['matter']} {name}", row, damage)
        for matter in matters
        for name, row in matter["reports"].items()
    ]
    scripts = {each.report.id: find_script(each.report.text) for each in record}
    edges, _ = derive_lineage(record)
    found = {
        (edge.report, edge.of, str(edge.relation))
        for edge in edges
        if edge.of in scripts and scripts[edge.report] is not scripts[edge.of]
    }
    right = found & expected
    return Measure(len(expected), len(found), len(right), tuple(sorted(expected - right)), tuple(sorted(found - right)))


def build_record(matters: Sequence[Matter], damage: Damage | None = None) -> list[Resolution]:
    """All pages of all matters, without claims, by the names of matter and page."""
    rows = ((f"{matter['matter']} {name}", row) for matter in matters for name, row in matter["reports"].items())
    return [_build(id_, row, damage) for id_, row in rows]


def _build(id_: str, row: dict[str, Any], damage: Damage | None) -> Resolution:
    text = damage(row["text"]) if damage else row["text"]
    published = Published(str(row["published"]), PublishedBasis.HEADER)
    return Resolution(Report(id_, id_, text, outlet=row["outlet"], published=published))


def cut_numbers(text: str) -> str:
    """A text without its figures."""
    return re.sub(r"\d", "", text)


def cut_names(text: str) -> str:
    """A text whose words with capitals, but for the first of a sentence, are gone."""
    return re.sub(r"(?<=[^\W\d_]) [A-ZА-ЯЄІЇҐ][\w’'-]+", "", text)


def shuffle(text: str) -> str:
    """A text with its sentences in another order."""
    lines = text.strip().split("\n")
    random.Random(len(text)).shuffle(lines)  # guards nothing
    return "\n".join(lines)


DAMAGES: dict[str, Damage | None] = {
    "as they are": None,
    "names cut": cut_names,
    "numbers cut": cut_numbers,
    "sentences shuffled": shuffle,
}
