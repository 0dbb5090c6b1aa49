"""Quality floors on the ruled corpus, whose furniture and headings are marked (`> chrome`, `> heading`).

The word lists were written with this corpus in sight: the floors guard them, they do not measure them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sayso.extract import extract
from sayso.model.capture import Capture
from sayso.model.report import Report

FURNITURE_CUT = 0.98  # 220 of 222 paragraphs in November 2026
HEADINGS_FOUND = 0.90  # 51 of 55


@dataclass(frozen=True)
class Marked:
    """A report of the corpus as extracted, and what its marks say of its paragraphs."""

    report: Report
    paragraphs: tuple[str, ...]
    furniture: frozenset[str]
    headings: frozenset[str]

    @property
    def kept(self) -> list[str]:
        return self.report.text.split("\n\n")


@pytest.fixture(scope="module")
def corpus(shared: Path) -> tuple[Marked, ...]:
    return tuple(read_corpus(shared / "corpus" / "reports"))


def test_no_paragraph_of_a_body_is_lost(corpus: tuple[Marked, ...]) -> None:
    lost = [
        cut.text
        for one in corpus
        for cut in one.report.stripped
        if cut.text not in one.furniture and cut.kind not in ("title", "byline")
    ]
    assert lost == []


def test_furniture_is_cut(corpus: tuple[Marked, ...]) -> None:
    marked = [(one, words) for one in corpus for words in one.furniture]
    cut = [words for one, words in marked if words not in one.kept]
    assert len(cut) >= FURNITURE_CUT * len(marked)


def test_headings_are_found(corpus: tuple[Marked, ...]) -> None:
    marked = [(one, words) for one in corpus for words in one.headings]
    found = [
        words for one, words in marked if words in {span.text for span in one.report.headings} or words not in one.kept
    ]
    assert len(found) >= HEADINGS_FOUND * len(marked)


def test_every_clean_text_is_made_of_its_source(shared: Path) -> None:
    for path in sorted((shared / "affairs").glob("*/reports/*.txt")):
        source = path.read_text(encoding="utf-8")
        report = extract(Capture(str(path), source.encode(), datetime(2026, 3, 1, tzinfo=UTC), "text/plain"))
        for run in report.source_map:
            assert report.text[run.start : run.start + run.length] == source[run.at : run.at + run.length]


def read_corpus(folder: Path) -> Iterator[Marked]:
    for path in sorted(folder.rglob("*.txt")):
        header, _, body = path.read_text(encoding="utf-8").partition("\n\n")
        paragraphs: list[str] = []
        marks: dict[str, set[str]] = {"chrome": set(), "heading": set()}
        for line in body.splitlines():
            if line.startswith("> "):
                marks.get(line[2:].split(" ")[0], set()).add(paragraphs[-1])
            elif line.strip():
                paragraphs.append(line.strip())
        source = f"{header}\n\n" + "\n\n".join(paragraphs)
        report = extract(Capture(str(path), source.encode(), datetime(2026, 3, 1, tzinfo=UTC), "text/plain"))
        yield Marked(report, tuple(paragraphs), frozenset(marks["chrome"]), frozenset(marks["heading"]))
