"""PolNeAR: news articles with attributions marked by people (Newell, Margolin and Ruths, LREC 2018).

A folder, or any like it, has `text/NAME.txt` and `attributions/NAME_ANNOTATOR.ann` in brat
standoff. Predictions go out as its scorer `gold/polnear_score.py` takes them.
"""

from __future__ import annotations

import json
import re
import tarfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from sayso.errors import MissingInput, UnusableInput
from sayso.model.attribution import Attribution
from sayso.model.values.span import Span

Offsets = tuple[tuple[int, int], ...]
#: Finds the attributions of a text; offsets are into the text exactly as given.
FindAttributions = Callable[[str], Sequence[Attribution]]
_MARK = re.compile(r"([TE]\d+)\t(\S+) ?([^\t]*)")
_ROLE = re.compile(r"(Source|Cue|Content)\d*:(T\d+)")


@dataclass(frozen=True, slots=True)
class MarkedAttribution:
    """What a person marked, as offsets into the text; `source` is empty where it is not named."""

    source: Offsets = ()
    cue: Offsets = ()
    content: Offsets = ()


@dataclass(frozen=True, slots=True)
class PolnearDocument:
    """One article and the marks of the annotator whose file sorts first, as the scorer takes them."""

    name: str
    text: str = field(repr=False)
    attributions: tuple[MarkedAttribution, ...] = ()


def load_polnear(place: str | Path, *, part: str = "test") -> tuple[PolnearDocument, ...]:
    """The articles of a PolNeAR-like folder, by name.

    `place` is the folder that holds `text` and `attributions`; or one above it with `data/PART` or
    `PART`; or an archive (`polnear.tar.gz`) with such a folder inside. Articles that nobody
    annotated are left out, as the scorer does, unless there are no annotations at all. Line ends
    stay as they are: offsets count them. Raises MissingInput without articles, UnusableInput for
    an archive that cannot be opened or an article that is not UTF-8.
    """
    path = Path(place)
    files = _read_archive(path, part) if path.is_file() else _read_folder(path, part)
    texts = {name.stem: _decode(path, name, data) for name, data in files.items() if name.suffix == ".txt"}
    if not texts:
        raise MissingInput(str(place), f"no articles of the part {part!r}; give the folder that holds text/*.txt")
    marks = {name: _decode(path, name, data) for name, data in sorted(files.items()) if name.suffix == ".ann"}
    first: dict[str, str] = {}
    for file, lines in marks.items():
        first.setdefault(file.stem.rpartition("_")[0], lines)
    return tuple(
        PolnearDocument(name, text, read_marks(first.get(name, "")))
        for name, text in sorted(texts.items())
        if name in first or not first
    )


def predict_attributions(documents: Iterable[PolnearDocument], find: FindAttributions) -> Iterator[dict[str, Any]]:
    """One row a document, as the scorer takes it: its name and the attributions that `find` finds in its text."""
    for document in documents:
        found = find(document.text)
        yield {"doc": document.name, "attributions": [_row_of(attribution) for attribution in found]}


def write_predictions(rows: Iterable[Mapping[str, Any]], output: str | Path) -> int:
    """Rows as JSON Lines into the file `output`; how many there were."""
    written = 0
    with Path(output).open("w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
            written += 1
    return written


def read_marks(lines: str) -> tuple[MarkedAttribution, ...]:
    """The attributions of a brat standoff file.

    Fragments ("10 20;30 40") and arguments of one role (`Content`, `Content2`) are joined; other
    events ("Discard", "Discuss") are passed over.
    """
    marks = [match.groups() for line in lines.splitlines() if (match := _MARK.match(line))]
    spans = {mark: _read_fragments(rest) for mark, _, rest in marks if mark.startswith("T")}
    return tuple(
        _read_event(f"{kind} {rest}", spans)
        for mark, kind, rest in marks
        if mark.startswith("E") and kind.startswith("Attribution")
    )


def _read_event(event: str, spans: Mapping[str, Offsets]) -> MarkedAttribution:
    joined: dict[str, list[tuple[int, int]]] = {"source": [], "cue": [], "content": []}
    for role, mark in _ROLE.findall(event):
        joined[role.lower()] += spans.get(mark, ())
    return MarkedAttribution(tuple(joined["source"]), tuple(joined["cue"]), tuple(joined["content"]))


def _read_fragments(offsets: str) -> Offsets:
    pairs = (fragment.split() for fragment in offsets.split(";"))
    return tuple((int(start), int(end)) for start, end in pairs)


def _row_of(attribution: Attribution) -> dict[str, list[list[int]]]:
    parts = {"source": attribution.sources, "cue": attribution.cues, "content": attribution.contents}
    return {part: [_pair(span) for span in spans] for part, spans in parts.items()}


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def _read_folder(place: Path, part: str) -> dict[PurePosixPath, bytes]:
    """Articles and marks below `place`, by path."""
    folders = (place, place / "data" / part, place / part)
    folder = next((each for each in folders if (each / "text").is_dir()), place)
    found = [*folder.glob("text/*.txt"), *folder.glob("attributions/*.ann")]
    return {PurePosixPath(file.relative_to(folder)): file.read_bytes() for file in found}


def _read_archive(place: Path, part: str) -> dict[PurePosixPath, bytes]:
    """Articles and marks of `data/PART` in an archive, by path; nothing is unpacked to disk."""
    try:
        with tarfile.open(place) as archive:
            members = [member for member in archive if member.isfile() and _is_wanted(member.name, part)]
            return {PurePosixPath(each.name): archive.extractfile(each).read() for each in members}  # type: ignore[union-attr]
    except tarfile.TarError as error:
        raise UnusableInput(str(place), f"is no archive that can be opened ({error}); give polnear.tar.gz") from error


def _is_wanted(name: str, part: str) -> bool:
    path = PurePosixPath(name)
    return path.parts[-4:-2] == ("data", part) and (path.parent.name, path.suffix) in (
        ("text", ".txt"),
        ("attributions", ".ann"),
    )


def _decode(place: Path, name: PurePosixPath, data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UnusableInput(str(place), f"{name} is not UTF-8 ({error}); convert it") from error
