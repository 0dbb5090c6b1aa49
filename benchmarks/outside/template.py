"""The filled templates of MUC-3 and MUC-4: incidents as analysts wrote them down, and the texts they are of."""

from __future__ import annotations

import re
import tarfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ARCHIVE = "muc4/muc34_corpora.tar.xz"
FOLDER = "muc34/TASK/CORPORA"
_TEXT = re.compile(r"(?m)^(?=(?:DEV|TST\d)-MUC[34]-\d{4})")
_NAME = re.compile(r"((?:DEV|TST\d)-MUC[34]-\d{4}).*\n")
_SLOT = re.compile(r"(\d+)\. +[A-Z]")
_MESSAGE = re.compile(r"0\. +MESSAGE: ID +")  # a file's fills all begin where the first does: at column 35 or 36
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')

TYPE, STAGE, PLACE, TEMPLATE = 4, 5, 3, 1
PERSON, ORGANISATION, CONFIDENCE = 9, 10, 11
THING, NAME, DESCRIPTION = 12, 18, 19


@dataclass(frozen=True, slots=True)
class Suspect:
    """An organisation in a template: its names, and how the text puts its part; several are alternatives."""

    names: tuple[str, ...]
    confidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Incident:
    """One template. `type` and `stage` are alternatives; the others are strings of the text as analysts took them."""

    document: str
    type: tuple[str, ...]
    stage: tuple[str, ...]
    places: tuple[str, ...]
    people: tuple[str, ...]
    targets: tuple[str, ...]
    suspects: tuple[Suspect, ...]


def load_texts(gold: Path, name: str) -> dict[str, str]:
    """The texts of a file ("tst3/tst3-muc4") by message, paragraphs apart by an empty line."""
    blocks = _TEXT.split(_read(gold, name))
    named = ((match, block) for block in blocks if (match := _NAME.match(block)))
    return {match[1]: _join_lines(block[match.end() :]) for match, block in named}


def load_incidents(gold: Path, name: str) -> list[Incident]:
    """The templates of a key ("tst3/key-tst3.v2") in order, without the optional ones and those of no incident."""
    return list(read_key(_read(gold, name).splitlines()))


def read_key(lines: Iterable[str]) -> Iterator[Incident]:
    """Templates from the lines of a key."""
    slots: dict[int, list[str]] = {}
    fill = 0
    for line in [*lines, "0.  MESSAGE: ID   "]:
        match, message = _SLOT.match(line), _MESSAGE.match(line)
        if message:
            fill = message.end()
            if _is_incident(slots):
                yield _incident(slots)
            slots = {0: [line[fill:].strip()]}
        elif match:
            slots[int(match[1])] = [line[fill:].strip()]
        elif slots and line.startswith("  ") and line.strip():
            slots[max(slots)].append(line.strip())


def _is_incident(slots: dict[int, list[str]]) -> bool:
    return slots.get(TYPE, ["*"])[0] not in ("*", "-") and "OPTIONAL" not in slots[TEMPLATE][0]


def _incident(slots: dict[int, list[str]]) -> Incident:
    return Incident(
        document=slots[0][0].split()[0],
        type=_alternatives(slots[TYPE][0]),
        stage=_alternatives(slots[STAGE][0]),
        places=tuple(re.sub(r"\([^)]*\)", "", part).strip(" ?") for part in slots[PLACE][0].split(":")[1:]),
        people=_strings(slots.get(PERSON, ())),
        targets=tuple(text for slot in (THING, NAME, DESCRIPTION) for text in _strings(slots.get(slot, ()))),
        suspects=tuple(_suspects(slots.get(CONFIDENCE, ()))),
    )


def _suspects(lines: Sequence[str]) -> Iterator[Suspect]:
    for line in lines:
        put, _, names = line.partition(":")
        if names:
            yield Suspect(_strings([names]), _alternatives(put))


def _alternatives(fill: str) -> tuple[str, ...]:
    return tuple(part.strip(" ?") for part in fill.split("/"))


def _strings(lines: Sequence[str]) -> tuple[str, ...]:
    return tuple(text.replace('\\"', '"') for line in lines for text in _STRING.findall(line))


def _join_lines(text: str) -> str:
    return re.sub(r"(?<!\n)\n[ ]*(?!\s)", " ", text.strip("\n")).strip()


def _read(gold: Path, name: str) -> str:
    with tarfile.open(gold / ARCHIVE) as archive:
        file = archive.extractfile(f"{FOLDER}/{name}")
        assert file is not None
        return file.read().decode("latin-1")
