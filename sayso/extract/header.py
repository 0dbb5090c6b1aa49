"""The header of a report file: `key: value` lines above the text (`docs/formats.md`, section 2)."""

from __future__ import annotations

import re
from dataclasses import dataclass

KEYS = frozenset({"outlet", "url", "published", "language", "title", "sections"})

_LINE = re.compile(r"([A-Za-z][A-Za-z_-]{0,30}):[ \t]*(.*?)[ \t]*")
_BETWEEN_SECTIONS = re.compile(r"\s*[,|/>»›▸]\s*")


@dataclass(frozen=True, slots=True)
class Header:
    """What a report file says of itself. `end` is where its text begins; 0 for a file without a header."""

    end: int = 0
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    title: str | None = None
    sections: tuple[str, ...] = ()


def parse_header(source: str) -> Header:
    """The header of a file, or an empty one.

    A header is an unbroken run of `key: value` lines from the first line to a blank one, the first
    with a key of ours: a first paragraph that happens to hold a colon is text. Keys that are not ours
    are passed over; an empty value is none.
    """
    values: dict[str, str] = {}
    at = 0
    for line in source.splitlines(keepends=True):
        if not line.strip():
            break
        match = _LINE.fullmatch(line.rstrip("\r\n"))
        if not match or not (values or match.group(1).lower() in KEYS):
            return Header()
        values.setdefault(match.group(1).lower(), match.group(2))
        at += len(line)
    return _header(values, at) if values else Header()


def split_sections(value: str) -> tuple[str, ...]:
    """Sections from one line: `Home, Politics`, `Home > Politics`, `Home | Politics`."""
    return tuple(part for part in _BETWEEN_SECTIONS.split(value.strip()) if part)


def _header(values: dict[str, str], end: int) -> Header:
    return Header(
        end=end,
        outlet=values.get("outlet") or None,
        url=values.get("url") or None,
        published=values.get("published") or None,
        language=values.get("language", "").lower().replace("_", "-").partition("-")[0] or None,
        title=values.get("title") or None,
        sections=split_sections(values.get("sections", "")),
    )
