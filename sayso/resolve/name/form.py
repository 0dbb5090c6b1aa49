"""Form: which of several forms of one name says most."""

from __future__ import annotations

from sayso.resolve.name.parsing import parse_name


def specificity(text: str) -> int:
    """How much of a name is given: its number of telling tokens."""
    return len(parse_name(text).tokens)


def caption(forms: tuple[str, ...]) -> str:
    """The form to show: the fullest, and among equals the first in the alphabet, whatever their order."""
    return min(forms, key=lambda form: (-specificity(form), -len(form), form))


def sort_forms(forms: set[str]) -> tuple[str, ...]:
    """Forms with the fullest first, in an order that does not depend on how they were met."""
    return tuple(sorted(forms, key=lambda form: (-specificity(form), -len(form), form)))
