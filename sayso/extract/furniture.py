"""Page furniture: menus, share bars, log-in boxes, cookie notices, lists of other articles.

`recognise` looks at one line alone and at nothing but its words, which `furniture.yaml` holds; no
tool for web pages does this once a page has been flattened to text. Rather leave furniture than lose a sentence:
what only may be furniture is cut in the page's margins (above the first and below the last paragraph
of prose), never between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from sayso.extract.calendar_words import MONTH, find_date

#: Between pieces of one line: bars, bullets, arrows, runs of blanks; a slash or dash needs blanks around it.
_SEPARATOR = re.compile(r"\s*[|·•▸›»‹«→■●▪]+\s*|\s{2,}|\t+|\s+[/>~]+\s+|\s+[-–—]\s+|\s+:\s+")
_ORNAMENT = " \t\u00a0.,:;!?*#>»›→▲▼↑↓☆★♥✉⚠\ufe0f💬_=+()[]-–—…|/·•"
#: Somebody is quoted or said to say something: a sentence of a report, whatever its subject.
_TOLD = re.compile(
    r"[\"“”«„]|\b(?:said|says|told|tells|stated|announced|added|denied|according to|reported|warned|wrote)\b",
    re.IGNORECASE,
)
_LONGEST = 400  # characters; the longest furniture of the ruled corpus has 250
_LABEL_WORDS = 14  # in one piece: "Enter Registration Forgot password Rules of commenting" has seven
_SPEECH_WORDS = 45  # the longest notice of the ruled corpus has 26 words
_SENTENCE_END = re.compile(r"[.;]['\"”’)]*$")


@dataclass(frozen=True, slots=True)
class Furniture:
    """What a line is and whether its words alone say so; a weak one counts only in the margins."""

    kind: str
    is_certain: bool


@dataclass(frozen=True, slots=True)
class _Lexicon:
    labels: re.Pattern[str]
    weak: re.Pattern[str]
    filler: re.Pattern[str]
    kinds: dict[str, re.Pattern[str]]
    prefixes: tuple[tuple[str, re.Pattern[str]], ...]
    margin_prefixes: tuple[tuple[str, re.Pattern[str]], ...]
    speech: tuple[tuple[str, re.Pattern[str]], ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of a line: how many labels, weak labels and fillers it is made of, and whether words are left over."""

    labels: int
    weak: int
    filler: int
    is_rest: bool
    text: str


def recognise(text: str) -> Furniture | None:
    """What furniture a line is, or None for a line that may belong to the body."""
    if len(text) > _LONGEST:
        return None
    lexicon = _lexicon()
    if kind := _site_speech(text, lexicon):
        return Furniture(kind, is_certain=True)
    if kind := _prefixed(text, lexicon.prefixes):
        return Furniture(kind, is_certain=True)
    found = _labelled(text, lexicon)
    if found:
        return found
    if kind := _prefixed(text, lexicon.margin_prefixes):
        return Furniture(kind, is_certain=False)
    return None


def is_list_label(text: str) -> bool:
    """Whether a line is nothing but the label of a list of other articles ("Related news", "Check Also")."""
    lexicon, plain = _lexicon(), text.strip(_ORNAMENT)
    if lexicon.kinds["related"].fullmatch(plain):
        return True
    return any(kind == "related" and pattern.fullmatch(plain) for kind, pattern in lexicon.prefixes)


def is_reader_comment(text: str) -> bool:
    """Whether a line is a reader's comment with its buttons: "Name: words.   Reply   Report"."""
    pieces = [piece for piece in re.split(r"\s{2,}|\t", text) if piece]
    return len(pieces) > 1 and pieces[-1].lower() in ("reply", "report", "like") and "Reply" in pieces


def split_pieces(text: str) -> list[str]:
    """The pieces of a line between bars, arrows, bullets and runs of blanks."""
    return [piece for piece in _SEPARATOR.split(text) if piece.strip(_ORNAMENT) or piece.strip()]


def is_filler(text: str) -> bool:
    """Whether a line holds only dates, times, counts and single letters."""
    if len(text) > _LONGEST:
        return False
    pieces = [_take_apart(piece, _lexicon()) for piece in split_pieces(text)]
    return bool(pieces) and all(piece.filler and not (piece.labels or piece.weak or piece.is_rest) for piece in pieces)


def _site_speech(text: str, lexicon: _Lexicon) -> str | None:
    if len(text.split()) > _SPEECH_WORDS or _TOLD.search(re.sub(r"“[^“”]{1,40}” (?=bulletin|newsletter)", "", text)):
        return None
    return next((kind for kind, pattern in lexicon.speech if pattern.search(text)), None)


def _prefixed(text: str, prefixes: Iterable[tuple[str, re.Pattern[str]]]) -> str | None:
    plain = text.lstrip(_ORNAMENT)
    return next((kind for kind, pattern in prefixes if pattern.match(plain)), None)


def _labelled(text: str, lexicon: _Lexicon) -> Furniture | None:
    """A line of labels: all of it, or enough of it that what is left over can only be more labels."""
    plain = split_pieces(text)
    if any(len(piece.split()) > _LABEL_WORDS for piece in plain):
        return None
    pieces = [_take_apart(piece, lexicon) for piece in plain]
    labels, weak = sum(piece.labels for piece in pieces), sum(piece.weak for piece in pieces)
    rest = [piece for piece in pieces if piece.is_rest]
    kind = _kind_of(text, lexicon) if labels else "menu"
    if not rest:
        if labels:
            return Furniture(kind, is_certain=True)
        return Furniture(kind, is_certain=weak > 3) if weak else _stamp(pieces)
    if any(not _is_label_like(piece.text) for piece in rest):
        return None
    if len(pieces) < 2:  # "World Politics Middle East Climate Ukraine": a menu run together
        return Furniture("menu", is_certain=False) if weak + labels > 3 else None
    if labels:
        return Furniture(kind, is_certain=labels > 1 and labels * 2 >= len(rest))
    if weak > 2 or (weak and len(pieces) > 2 and not re.search(r"\d", text)):
        return Furniture("menu", is_certain=False)
    if len(rest) * 2 < len(pieces) or (len(rest) * 2 == len(pieces) and find_date(text)):
        return _stamp(pieces)
    return None


def _stamp(pieces: list[_Piece]) -> Furniture | None:
    return Furniture("stamp", is_certain=False) if any(piece.filler for piece in pieces) else None


def _is_label_like(text: str) -> bool:
    """Whether words left over can be one more label: few, and no sentence ("Supaporn K." is none)."""
    words = len(text.split())
    if words > 10 or (words > 5 and _SENTENCE_END.search(text)):
        return False
    return not _TOLD.search(text.strip('“”"'))


def _take_apart(piece: str, lexicon: _Lexicon) -> _Piece:
    """Labels and fillers of a piece, the longest first; words of neither sort are the rest."""
    text = piece.lstrip(_ORNAMENT).rstrip(_ORNAMENT.replace("*", ""))  # "Name *" is a field to fill in
    at = labels = weak = filler = 0
    while at < len(text):
        counted = len(text)
        for pattern in (lexicon.labels, lexicon.weak, lexicon.filler):
            match = pattern.match(text, at)
            if match and match.end() > at:
                labels += pattern is lexicon.labels
                weak += pattern is lexicon.weak
                filler += pattern is lexicon.filler
                counted = _skip_ornament(text, match.end())
                break
        else:
            return _Piece(labels, weak, 0, is_rest=True, text=piece)
        at = counted
    return _Piece(labels, weak, filler or (not text), is_rest=False, text=piece)


def _skip_ornament(text: str, at: int) -> int:
    while at < len(text) and text[at] in _ORNAMENT:
        at += 1
    return at


def _kind_of(text: str, lexicon: _Lexicon) -> str:
    """The kind of the first label in a line."""
    places = [
        (match.start(), -match.end(), kind)
        for kind, pattern in lexicon.kinds.items()
        if (match := pattern.search(text))
    ]
    return min(places)[2] if places else "menu"


@cache
def _lexicon() -> _Lexicon:
    held: dict[str, Any] = yaml.safe_load(files("sayso.extract").joinpath("furniture.yaml").read_text(encoding="utf-8"))
    labels, weak = held["labels"], held["weak"]
    return _Lexicon(
        labels=_phrases(phrase for kind in labels.values() for phrase in kind),
        weak=_phrases(phrase for kind in weak.values() for phrase in kind),
        filler=_phrases(str(filler).replace("{month}", MONTH) for filler in held["filler"]),
        kinds={kind: _phrases(phrases) for kind, phrases in labels.items()},
        prefixes=_prefix_patterns(held["prefixes"]),
        margin_prefixes=_prefix_patterns(held["margin prefixes"]),
        speech=tuple(
            (kind, re.compile("|".join(f"(?:{one})" for one in several), re.IGNORECASE))
            for kind, several in held["speech"].items()
        ),
    )


def _phrases(phrases: Iterable[str]) -> re.Pattern[str]:
    """Any of the phrases as whole words, the longest first, with a count in brackets or a star after it."""
    longest_first = sorted(phrases, key=len, reverse=True)
    joined = "|".join(f"(?:{phrase})" for phrase in longest_first)
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)(?:\s?[*?!:]+|\s?\(\d[\d ,.]*\))*", re.IGNORECASE)


def _prefix_patterns(held: dict[str, list[str]]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    end = r"(?:\s*[:：]|\s*[-–—»›→]\s|\s{2,}|\s*$)"
    return tuple(
        (kind, re.compile(rf"(?:{'|'.join(f'(?:{phrase})' for phrase in phrases)}){end}", re.IGNORECASE))
        for kind, phrases in held.items()
    )
