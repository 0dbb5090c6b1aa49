"""YAML: the rows of a file of entries, each field with its line, by libyaml where PyYAML has it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from sayso.knowledge.row import Faults, Row, Value

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NONE = frozenset({"", "~", "null", "Null", "NULL"})
_DEEPEST = 6  # an entry's affiliation's field is 4 deep


class _TooDeep(Exception):
    """Nodes within nodes beyond anything that an entry holds, or one node used twice."""

    def __init__(self, node: yaml.Node, message: str) -> None:
        super().__init__(message)
        self.node = node


def read_yaml(text: str, faults: Faults) -> list[Row]:
    """The entries of a file; a part that is no YAML becomes a fault, and the entries around it are read."""
    try:
        return _read(text, 1, faults)
    except yaml.YAMLError:
        return [row for start, part in _parts(text) for row in _try(part, start, faults)]


def _try(part: str, start: int, faults: Faults) -> list[Row]:
    try:
        return _read(part, start, faults)
    except yaml.YAMLError as error:
        line, message = _explain(error, part, start)
        faults.add(line, message)
        return []


def _explain(error: yaml.YAMLError, part: str, start: int) -> tuple[int, str]:
    """The line where reading stopped, and why, in a sentence."""
    if isinstance(error, yaml.MarkedYAMLError):
        mark = error.problem_mark or error.context_mark
        why = " ".join(str(each) for each in (error.context, error.problem) if each)
        at = f" (column {mark.column + 1})" if mark else ""
        return start + (mark.line if mark else 0), f"no YAML: {why}{at}; mend it, or put the words in quotes"
    position = getattr(error, "position", 0)
    character = getattr(error, "character", "")
    shown = f"U+{character:04X}" if isinstance(character, int) else repr(character)
    return start + part[:position].count("\n"), f"no YAML: the character {shown} may not stand in it; take it out"


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """The text cut before every entry that begins at the left edge, each part with its first line."""
    begins = [match.start() for match in re.finditer(r"(?m)^-(?=\s)", text)] or [0]
    for begin, end in zip([0, *begins[1:]], [*begins[1:], len(text)], strict=True):
        yield text.count("\n", 0, begin) + 1, text[begin:end]


def _read(text: str, start: int, faults: Faults) -> list[Row]:
    root = yaml.compose(text, _Loader)
    if root is None:
        return []
    if not isinstance(root, yaml.SequenceNode):
        faults.add(_line(root, start), "holds no list of entries; write each as “- id: …”")
        return []
    return [row for node in root.value for row in _read_entry(node, start, faults)]


def _read_entry(node: yaml.Node, start: int, faults: Faults) -> Iterator[Row]:
    line = _line(node, start)
    try:
        value = _convert(node, start, faults, 0, set())
    except _TooDeep as error:
        faults.add(_line(error.node, start), str(error))
        return
    if isinstance(value, Row):
        yield value
    else:
        faults.add(line, f"“{_shorten(value)}” is no entry; write it as “- id: …” with its fields below")


def _convert(node: yaml.Node, start: int, faults: Faults, depth: int, seen: set[int]) -> Value:
    """What a node holds, all of it as words. Aliases are refused: they can blow up a small file without end."""
    if isinstance(node, yaml.ScalarNode):
        return None if node.style is None and node.value in _NONE else str(node.value)
    if depth > _DEEPEST:
        raise _TooDeep(node, "lists within lists deeper than any entry has; see docs/knowledge.md for the fields")
    if id(node) in seen:
        raise _TooDeep(node, "a part marked by “&” is used again by “*”; write it out in both places")
    seen.add(id(node))
    if isinstance(node, yaml.SequenceNode):
        return [_convert(each, start, faults, depth + 1, seen) for each in node.value]
    return _convert_mapping(node, start, faults, depth, seen)


def _convert_mapping(node: yaml.Node, start: int, faults: Faults, depth: int, seen: set[int]) -> Row:
    fields: dict[str, tuple[int, Value]] = {}
    for key, value in node.value:
        name, line = str(key.value) if isinstance(key, yaml.ScalarNode) else "?", _line(key, start)
        if name in fields:
            faults.add(line, f"the field “{name}” stands twice in one entry; the first is used, take one out")
        else:
            fields[name] = (line, _convert(value, start, faults, depth + 1, seen))
    return Row(_line(node, start), fields)


def _line(node: yaml.Node, start: int) -> int:
    return start + int(node.start_mark.line)


def _shorten(value: Value) -> str:
    text = str(value)
    return text if len(text) <= 40 else text[:40] + "…"
