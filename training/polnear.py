"""PolNeAR as training targets: attributions in political news, in its own convention. Found beside, never copied."""

import re
from pathlib import Path

from sayso.read.labels import CUE_REACH, POLNEAR, SPEECH
from sayso.read.wordpiece import WordPiece
from sayso.read.words import Ints, Words, split_words
from training.targets import IGNORED, Annotated, Target, empty_labels, mark

Spans = list[tuple[int, int]]


def read_polnear(part: Path, *, wordpiece: WordPiece) -> list[Annotated]:
    """Every document of a part (a folder with `text` and `attributions`), by the annotator whose file sorts first."""
    annotated = []
    for path in sorted((part / "text").glob("*.txt")):
        files = sorted((part / "attributions").glob(f"{path.stem}_*.ann"))
        if files:
            words = split_words(path.read_bytes().decode("utf-8"))
            pieces = [wordpiece.pieces(word) for word in words.strings]
            annotated.append(Annotated(path.stem, words, pieces, POLNEAR, _targets(words, files[0])))
    return annotated


def _targets(words: Words, path: Path) -> dict[int, Target]:
    targets = {}
    for attribution in _read_attributions(path):
        found = {role: _covered(words, attribution[role]) for role in SPEECH}
        if not found["cue"]:
            continue
        anchor, labels, unknown = found["cue"][0], empty_labels(CUE_REACH), empty_labels(CUE_REACH) + IGNORED
        for place in (1, 0, 2):
            mark(labels, anchor, found[SPEECH[place]], place)
        targets[anchor] = Target((labels, unknown, unknown), IGNORED, IGNORED)
    return targets


def _covered(words: Words, spans: Spans) -> list[int]:
    """Words that lie at least half within the spans."""
    found: set[int] = set()
    for start, end in spans:
        shared = words.spans.clip(start, end)
        enough = 2 * (shared[:, 1] - shared[:, 0]) >= words.spans[:, 1] - words.spans[:, 0]
        found |= set(_places(enough))
    return sorted(found)


def _places(truths: "Ints") -> list[int]:
    return [int(i) for i in truths.nonzero()[0]]


def _read_attributions(path: Path) -> list[dict[str, Spans]]:
    """Brat's standoff: spans (`T`), and attributions (`E`) that point to them."""
    spans: dict[str, Spans] = {}
    events = []
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if re.match(r"T\d+\t", line):
            offsets = cells[1].partition(" ")[2].split(";")
            spans[cells[0]] = [(int(a), int(b)) for a, b in (part.split() for part in offsets)]
        elif re.match(r"E\d+\t", line):
            events.append(cells[1].split())
    return [_gather(parts, spans) for parts in events if parts[0].startswith("Attribution")]


def _gather(parts: list[str], spans: dict[str, Spans]) -> dict[str, Spans]:
    attribution: dict[str, Spans] = {role: [] for role in SPEECH}
    for part in parts[1:]:
        role, _, name = part.partition(":")
        role = role.rstrip("0123456789").lower()
        if role in attribution and name in spans:
            attribution[role] += spans[name]
    return attribution
