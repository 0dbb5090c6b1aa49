"""Reads and checks the ruled corpus: reports with their claims, as `corpus/FORMAT.md` has them.

`python -m training.annotation FILE_OR_FOLDER…` prints each fault as file:line, then totals; exit status 1 if there was
one.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sayso.read.labels import ROLES, STANCES, TYPES

HEADER = ("outlet", "published", "language", "title")
SPEAKERS = ("by", "by2", "by3")
KEYS = frozenset((*ROLES, *SPEAKERS, "c", "t", "when", "number", "n", "manner", "cue", "cue2", "cue3", "channel"))
MARKS = ("heading", "chrome")  # paragraphs without claims

_FIELD = re.compile(r"\s*(\w+)=(?:\[([^\]]*)\]|\(([^)]*)\))(?:#(\d+))?")
_NUMBER = re.compile(r"\d+(\.\d+)?|\d+\.\.\d*|\.\.\d+")


@dataclass(frozen=True)
class Field:
    """A field of a claim line: words, what a short form stands for, place in the paragraph (None: not there)."""

    key: str
    words: str
    antecedent: str | None
    span: tuple[int, int] | None


@dataclass(frozen=True)
class ClaimLine:
    """One claim as annotated."""

    line: int
    type: str
    stance: str
    fields: tuple[Field, ...]


@dataclass
class Paragraph:
    """A paragraph, the claims read from it, its mark, and what is wrong with its claim lines (line, fault)."""

    line: int
    text: str
    claims: list[ClaimLine] = field(default_factory=list)
    mark: str | None = None
    faults: list[tuple[int, str]] = field(default_factory=list)


@dataclass(frozen=True)
class AnnotatedReport:
    """A report file: its header and its paragraphs."""

    path: Path
    header: dict[str, str]
    paragraphs: tuple[Paragraph, ...]


def read_annotated(path: Path) -> AnnotatedReport:
    """Read one report file; faults are kept with their paragraphs."""
    lines = path.read_text(encoding="utf-8").splitlines()
    end = next((n for n, line in enumerate(lines) if not line.strip()), len(lines))
    header = {key.strip(): value.strip() for key, _, value in (line.partition(":") for line in lines[:end])}
    return AnnotatedReport(path, header, tuple(_read_paragraphs(lines, end)))


def _read_paragraphs(lines: Sequence[str], start: int) -> Iterator[Paragraph]:
    paragraph: Paragraph | None = None
    for number, line in enumerate(lines[start:], start + 1):
        if line.startswith(">") and paragraph is not None:
            _add_line(paragraph, line[1:].strip(), number)
        elif line.strip():
            if paragraph is not None:
                yield paragraph
            paragraph = Paragraph(number, line)
    if paragraph is not None:
        yield paragraph


def _add_line(paragraph: Paragraph, body: str, number: int) -> None:
    if body in MARKS:
        paragraph.mark = body
        return
    type_, stance, rest = [*body.split(None, 2), "", "", ""][:3]
    claim = ClaimLine(number, type_, stance, tuple(_read_fields(rest, paragraph, number)))
    paragraph.claims.append(claim)
    paragraph.faults += [(number, fault) for fault in find_faults(claim)]


def _read_fields(rest: str, paragraph: Paragraph, number: int) -> Iterator[Field]:
    at = 0
    while at < len(rest.rstrip()):
        match = _FIELD.match(rest, at)
        if not match:
            paragraph.faults.append((number, f"cannot read {rest[at : at + 40]!r}"))
            return
        at = match.end()
        key, words, understood, nth = match.groups()
        if understood is not None:
            yield Field(key, understood, None, None)
        elif key == "n":
            yield Field(key, words, None, None)
        else:
            surface, _, antecedent = words.partition("=")
            span = locate(surface, int(nth or 1), paragraph.text)
            if span is None:
                paragraph.faults.append((number, f"{key}: {surface!r} is not in the paragraph"))
            yield Field(key, surface, antecedent or None, span)


def locate(words: str, nth: int, text: str) -> tuple[int, int] | None:
    """Where the `nth` occurrence of words stands; "a … b" runs from a to the first b after it. None: nowhere."""
    head, gap, tail = (part.strip() for part in words.partition("…"))
    start = -1
    for _ in range(nth):
        start = text.find(head, start + 1)
        if start < 0:
            return None
    end = start + len(head)
    if not gap:
        return start, end
    at = text.find(tail, end)
    return (start, at + len(tail)) if at >= 0 else None


def find_faults(claim: ClaimLine) -> Iterator[str]:
    """What breaks the format's rules in a claim line, its places apart."""
    keys = {f.key for f in claim.fields}
    if claim.type not in TYPES:
        yield f"unknown type {claim.type!r}"
    if claim.stance not in STANCES:
        yield f"unknown stance {claim.stance!r}"
    yield from (f"unknown key {key!r}" for key in sorted(keys - KEYS))
    yield from (f"n=[{f.words}] is no number or range" for f in claim.fields if f.key == "n" and not _is_number(f))
    if "c" not in keys:
        yield "no content (c)"
    if claim.type != "statement" and "t" not in keys:
        yield f"no trigger (t) for {claim.type}"
    if claim.type == "statement" and not keys & {"by", "by2", "cue"}:
        yield "a statement needs a speaker or a cue (by, cue)"


def _is_number(number: Field) -> bool:
    return _NUMBER.fullmatch(number.words) is not None


def main(arguments: Sequence[str]) -> int:
    """Check files and folders; see the module's docstring."""
    paths = [f for p in map(Path, arguments) for f in (sorted(p.rglob("*.txt")) if p.is_dir() else [p])]
    total: Counter[str] = Counter()
    for path in paths:
        report = read_annotated(path)
        faults = [(1, f"header lacks {key}") for key in HEADER if key not in report.header]
        for paragraph in report.paragraphs:
            faults += paragraph.faults
            total.update(paragraphs=1, words=len(paragraph.text.split()), claims=len(paragraph.claims))
        total.update(reports=1, faults=len(faults))
        for line, fault in faults:
            print(f"{path}:{line}: {fault}")
    print(", ".join(f"{count} {name}" for name, count in total.items()))
    return 1 if total["faults"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
