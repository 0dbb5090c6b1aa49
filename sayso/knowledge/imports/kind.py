"""Kind: which of the foreign files one is, told by what it holds."""

from __future__ import annotations

import json
from pathlib import Path

from sayso.errors import UsageError
from sayso.knowledge.imports.lines import read_lines
from sayso.knowledge.row import Faults

KINDS = ("wikidata", "followthemoney", "geonames", "ourairports")
_LOOKED_AT = 5  # lines; a dump's first is a bracket
_GEONAMES_TABS = 18


def guess_kind(path: Path) -> str:
    """The kind of a file, by its first lines. Raises UsageError, which names the kinds, if it cannot be told."""
    first = ""
    for number, (_, line) in enumerate(read_lines(path, Faults(str(path)))):
        first = first or line
        kind = _kind_of(line)
        if kind:
            return kind
        if number >= _LOOKED_AT:
            break
    if first.startswith(("id,", "- id:", "whose,")):
        raise UsageError(f"{path} has Sayso's own fields; put it into your folder of knowledge, it needs no import.")
    shown = f"its first line is “{first[:60].strip()}”" if first else "it is empty"
    raise UsageError(f"{path} cannot be told to be any known kind of file: {shown}. Name the kind: {', '.join(KINDS)}.")


def _kind_of(line: str) -> str | None:
    text = line.strip().rstrip(",")
    if text.startswith("{"):
        return _kind_of_entity(text)
    if "latitude_deg" in text and "ident" in text:
        return "ourairports"
    return "geonames" if line.count("\t") == _GEONAMES_TABS and line.partition("\t")[0].isdigit() else None


def _kind_of_entity(text: str) -> str | None:
    try:
        entity = json.loads(text)
    except (RecursionError, ValueError):
        return None
    if {"schema", "properties"} <= entity.keys():
        return "followthemoney"
    return "wikidata" if entity.keys() & {"claims", "labels", "entities"} else None
