"""GUM's dates: is a date that a text names put where its annotators put it?

News, interviews (Wikinews) and biographies (Wikipedia) of GUM, whose `<date>` elements carry TEI's normalised values.

    python -m benchmarks.outside.dates [FOLDER] [--part train] [--misses]
"""

from __future__ import annotations

import argparse
import html
import re
import sys
import tarfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import numpy as np

from benchmarks.outside.interval import Counts, estimate, recall
from sayso.evaluate.table import render_table
from sayso.model.values.edtf import Bounds, bounds
from sayso.resolve.when import Anchor, Dated, Dating, find_expressions, read_story

ARCHIVE = "gum_dates/gum_dates.tar.xz"
GENRES = ("news", "interview", "bio")
PARTS = {"train": ("train",), "dev and test": ("dev", "test")}
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_TEXT = re.compile(r"<text [^>]*>")
_ATTRIBUTE = re.compile(r'([\w:]+)="([^"]*)"')
_BLOCK = re.compile(r"</?(?:p|head|item|list|sp|caption|figure|quote|table|row|cell|note)\b")
_CLINGS = re.compile(r"[,.:;?!%)\]”]|'s|’s|n't|'re|'ve|'ll|'d|'m")
_TAKES = re.compile(r"[(\[“$£€]")
_WORD = re.compile(r"</?w\b")


@dataclass(frozen=True, slots=True)
class GoldDate:
    """Words that gold marks as a date (start included, end excluded) and the value it gives them.

    `value` is EDTF; a day or month of no year (TEI's `--10`) is recurring; None where the value is no date at all.
    """

    start: int
    end: int
    value: str | None
    is_recurring: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A text of GUM, the day it was told, and its dates."""

    name: str
    genre: str
    part: str
    told: str | None
    text: str
    dates: tuple[GoldDate, ...]


@dataclass(frozen=True)
class DatesScored:
    """Counts by document (first axis): wanted, found, given a value, right; the documents they are of."""

    part: str
    documents: Sequence[Document]
    counts: Counts


def load_documents(gold: Path, *, part: str) -> list[Document]:
    """The news, interviews and biographies of a part ("train", "dev and test")."""
    with tarfile.open(gold / ARCHIVE) as archive:
        members = sorted((member for member in archive if member.isfile()), key=lambda member: member.name)
        found = [_read(archive, member) for member in members if _genre(member.name) in GENRES]
    return [document for document in found if document.part in PARTS[part]]


def score_documents(part: str, documents: Sequence[Document]) -> DatesScored:
    """Gold's dates against what is found in the text alone."""
    return DatesScored(part, documents, np.array([_score(each) for each in documents], dtype=np.float64))


def judge(document: Document) -> Iterator[tuple[GoldDate, Dated | None, bool]]:
    """For each gold date, what was found in its place (None: nothing), and whether that is right.

    Where our words go beyond gold's ("since 2005" for gold's "2005", "from 2004 to 2009" for its two
    dates), only what stands in gold's is read.
    """
    places = find_expressions(document.text)
    clipped = [clip for place in places for clip in _clip(place, document.dates)]
    story = read_story(document.text, anchor=Anchor(document.told), places=clipped)
    for gold in document.dates:
        found = next((dated for dated in story if dated.start < gold.end and gold.start < dated.end), None)
        yield gold, found, found is not None and is_right(gold, found)


def is_right(gold: GoldDate, dated: Dated) -> bool:
    """Whether first and last day are gold's; a recurring date is right where ours stays open."""
    if gold.is_recurring:
        return not isinstance(dated.found, Dating)
    if gold.value is None or not isinstance(dated.found, Dating):
        return False
    return _bounds(gold.value) == _bounds(dated.found.edtf)


def remove_anchor(document: Document) -> Document:
    """Damage: nobody knows when it was told."""
    return replace(document, told=None)


def shift_anchor(document: Document) -> Document:
    """Damage: told four days later than it was."""
    told = document.told and str(date.fromisoformat(document.told) + timedelta(4))
    return replace(document, told=told)


def shift_weekdays(document: Document) -> Document:
    """Damage: every weekday is the next one; places are kept by setting names of other lengths right."""
    text, dates = document.text, document.dates
    for match in reversed(list(re.finditer("|".join(WEEKDAYS), text))):
        other = WEEKDAYS[(WEEKDAYS.index(match.group()) + 1) % 7]
        text = text[: match.start()] + other + text[match.end() :]
        grown = len(other) - len(match.group())
        dates = tuple(_move(each, behind=match.start(), by=grown) for each in dates)
    return replace(document, text=text, dates=dates)


DAMAGES: Mapping[str, Callable[[Document], Document]] = {
    "nobody knows when it was told": remove_anchor,
    "told four days later": shift_anchor,
    "every weekday is the next one": shift_weekdays,
}


def measure_dates(gold: Path, *, part: str) -> DatesScored:
    """GUM's dates of a part against ours."""
    return score_documents(part, load_documents(gold, part=part))


def render_dates(scored: Sequence[DatesScored]) -> str:
    """The section: by genre, what was found, and how much of it is exactly right; then the damages."""
    heads = ("part", "genre", "texts", "dates", "found", "given a value", "right of those", "right of all")
    rows = [row for each in scored for row in _rows(each)]
    damaged = [[each.part, name, *_figures(_damage(each, act))] for each in scored for name, act in DAMAGES.items()]
    return "\n".join(
        [
            "### GUM: dates",
            "",
            render_table(heads, rows),
            "Right: the first and the last day are gold's. `found`: our words overlap gold's; `given a value`: they",
            "do not stay open. A recurring gold date (`--10`) is right where ours stays open; a gold value that is no",
            'date counts against us; hours are dropped. Where our words reach beyond gold\'s ("since 2005"), what both',
            "have is read. Biographies count as told when last changed. Rules were made on train. Damaged:",
            "",
            render_table(("part", "damage", "found", "given a value", "right of those", "right of all"), damaged),
        ]
    )


def _rows(scored: DatesScored) -> Iterator[list[str]]:
    for genre in (*GENRES, "all"):
        chosen = [place for place, each in enumerate(scored.documents) if genre in (each.genre, "all")]
        counts = scored.counts[chosen]
        wanted = counts.sum(axis=0)[0]
        yield [scored.part, genre, str(len(chosen)), f"{wanted:.0f}", *_figures(counts)]


def _damage(scored: DatesScored, act: Callable[[Document], Document]) -> Counts:
    return score_documents(scored.part, [act(each) for each in scored.documents]).counts


def _figures(counts: Counts) -> list[str]:
    """Found and given a value of gold's; right of what was given a value, and of all."""
    wanted, found, given, right = np.moveaxis(counts, -1, 0)
    pairs = ((found, wanted), (given, wanted), (right, given), (right, wanted))
    return [str(estimate(np.stack([part, part, whole], axis=-1), recall)) for part, whole in pairs]


def _score(document: Document) -> tuple[int, int, int, int]:
    judged = list(judge(document))
    found = [(gold, dated) for gold, dated, _ in judged if dated]
    given = [1 for gold, dated in found if isinstance(dated.found, Dating) or gold.is_recurring]
    return len(judged), len(found), len(given), sum(right for _, _, right in judged)


def _clip(place: tuple[int, int], dates: Iterable[GoldDate]) -> list[tuple[int, int]]:
    """What a place has in common with each gold date; the place itself where it meets none."""
    start, end = place
    common = [(max(start, gold.start), min(end, gold.end)) for gold in dates if start < gold.end and gold.start < end]
    return common or [place]


def _bounds(value: str) -> Bounds | None:
    try:
        return bounds(value)
    except ValueError:
        return None


def _move(gold: GoldDate, *, behind: int, by: int) -> GoldDate:
    start = gold.start + (by if gold.start > behind else 0)
    return replace(gold, start=start, end=gold.end + (by if gold.end > behind else 0))


def _genre(name: str) -> str:
    found = re.search(r"GUM_([a-z]+)_", name)
    return found[1] if found and name.endswith(".xml") else ""


def _read(archive: tarfile.TarFile, member: tarfile.TarInfo) -> Document:
    file = archive.extractfile(member)
    source = file.read().decode("utf-8") if file else ""
    head = _TEXT.search(source)
    given = dict(_ATTRIBUTE.findall(head.group())) if head else {}
    text, dates = _lay_out(source)
    genre = _genre(member.name)
    told = given.get("dateModified") if genre == "bio" else given.get("dateCreated")
    return Document(given.get("id", member.name), genre, given.get("partition", ""), told, text, dates)


def _lay_out(source: str) -> tuple[str, tuple[GoldDate, ...]]:
    """The running text of a file of one token a line, and its dates in it."""
    text, dates, opened = "", list[GoldDate](), list[tuple[int, str]]()
    is_joined, is_word = True, False
    for line in source.split("\n"):
        if "\t" in line:
            token = html.unescape(line.split("\t", 1)[0])
            glue = is_joined or _CLINGS.fullmatch(token) is not None
            text += token if glue or not text else f" {token}"
            is_joined = is_word or _TAKES.fullmatch(token) is not None
        elif line.startswith("<date"):
            opened.append((len(text), line))
        elif line.startswith("</date") and opened:
            dates.append(_gold(*opened.pop(), text))
        elif _BLOCK.match(line):
            text, is_joined = text.rstrip() + ("\n\n" if text.strip() else ""), True
        elif _WORD.match(line):
            is_word = not line.startswith("</")
            is_joined = is_word and is_joined
    return text, tuple(sorted(dates, key=lambda each: each.start))


def _gold(before: int, tag: str, text: str) -> GoldDate:
    start = before + len(text[before:]) - len(text[before:].lstrip())
    given = dict(_ATTRIBUTE.findall(tag))
    values = [re.sub(r"T.*", "", value) for value in given.values()]
    first = given.get("from", given.get("notBefore", ".."))
    last = given.get("to", given.get("notAfter", ".."))
    value = given.get("when", f"{first}/{last}")
    value = "/".join(re.sub(r"T.*", "", end) for end in value.split("/"))
    is_recurring = any(each.startswith("--") for each in values)
    return GoldDate(start, len(text), value if _bounds(value) else None, is_recurring)


def _list_misses(documents: Sequence[Document]) -> Iterator[str]:
    for document in documents:
        for gold, dated, right in judge(document):
            if not right:
                ours = "not found" if dated is None else f"{document.text[dated.start : dated.end]!r} = {dated.found}"
                words = document.text[max(gold.start - 60, 0) : gold.end + 20].replace("\n", " ")
                yield f"{document.name} {document.told} gold {gold.value} {gold.is_recurring or ''} | {words} | {ours}"


def main() -> None:
    """Print the section; `--part train` and `--misses` are for making the rules, never for a figure."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", nargs="?", type=Path, default=Path(__file__).parents[3] / "shared" / "gold")
    options.add_argument("--part", choices=PARTS)
    options.add_argument("--misses", action="store_true")
    given = options.parse_args()
    parts = (given.part,) if given.part else tuple(PARTS)
    sys.stdout.write(render_dates([measure_dates(given.folder, part=part) for part in parts]) + "\n")
    if given.misses and given.part == "train":
        sys.stdout.write("\n".join(_list_misses(load_documents(given.folder, part=given.part))) + "\n")


if __name__ == "__main__":
    main()
