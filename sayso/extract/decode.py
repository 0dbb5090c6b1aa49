"""Bytes to characters, and whether any had to be replaced."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

REPLACEMENT = "\ufffd"

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
_HEAD = 2048  # bytes in which a page declares its encoding (HTML asks for the first 1024)
_OTHER_SCRIPTS = ("Cyrillic", "Greek", "Arabic", "Hebrew", "Thai", "CJK", "Hiragana", "Katakana", "Hangul")
_SAMPLE = 50_000  # bytes that a guess is made on: more takes seconds and changes nothing


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters, the encoding they were found in, and whether bytes were no text in it (shown as U+FFFD)."""

    text: str
    encoding: str
    is_damaged: bool


def decode(payload: bytes, *, declared: str | None = None) -> Decoded:
    """The characters of a capture, a byte order mark taken off.

    Tried in order: byte order mark, UTF-16 without one, UTF-8, the encoding that the server
    (`declared`) or the page itself states, a guess, Windows-1252. Only what no encoding explains is replaced.
    Misses Central European and Turkish pages that declare nothing: read as Windows-1252, accepted.
    """
    for mark, encoding in _MARKS:
        if payload.startswith(mark):
            return _replace(payload[len(mark) :], encoding)
    for candidate in (_unmarked_utf16(payload), "utf-8", declared, _declaration(payload)):
        if candidate and (text := _try(payload, candidate)) is not None:
            return Decoded(text, candidate, is_damaged=REPLACEMENT in text)
    return _guess(payload)


def is_binary(text: str) -> bool:
    """Whether characters are no text: a NUL, or more than one control character in a hundred."""
    controls = sum(1 for character in text[:_SAMPLE] if ord(character) < 32 and character not in "\t\n\r\f\v\x1b")
    return "\0" in text or controls * 100 > len(text[:_SAMPLE])


def _unmarked_utf16(payload: bytes) -> str | None:
    """UTF-16 of a European script has a NUL in nearly every second byte."""
    sample = payload[:1000]
    if len(sample) < 4 or len(payload) % 2 or b"\0" not in sample:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > 0.7 * half and not even:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 * half and not odd else None


def _declaration(payload: bytes) -> str | None:
    found = _DECLARED.search(payload[:_HEAD])
    return found.group(1).decode("ascii") if found else None


def _try(payload: bytes, encoding: str) -> str | None:
    try:
        return payload.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _guess(payload: bytes) -> Decoded:
    if _is_mostly_utf8(payload):
        return _replace(payload, "utf-8")
    best = from_bytes(payload[:_SAMPLE]).best()
    # Among the encodings of Latin letters the guess is chance (à or ŕ): by far the most pages are Windows-1252.
    is_latin = best is None or not any(script in " ".join(best.alphabets) for script in _OTHER_SCRIPTS)
    for encoding in ("cp1252" if is_latin else best.encoding if best else None, "cp1252"):
        if encoding and (text := _try(payload, encoding)) is not None:
            return Decoded(text, encoding, is_damaged=False)
    return _replace(payload, "cp1252")


def _is_mostly_utf8(payload: bytes) -> bool:
    """UTF-8 with a few broken bytes: a file cut in mid-character is not another encoding.

    Text in another encoding hardly ever has two bytes that make a character of UTF-8 by chance.
    """
    text = payload[:_SAMPLE].decode("utf-8", "replace")
    beyond_ascii = sum(1 for character in text if ord(character) > 127)
    return 2 * text.count(REPLACEMENT) < beyond_ascii


def _replace(payload: bytes, encoding: str) -> Decoded:
    text = payload.decode(encoding, "replace")
    return Decoded(text, encoding, is_damaged=REPLACEMENT in text)
