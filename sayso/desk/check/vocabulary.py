"""Vocabulary: what a claim can be, as the form offers it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sayso.model.values.stance import GROUPS, Basis, ClaimType, Role, Stance

#: Roles with what they are and the key that gives them the selected words.
ROLES = (
    (Role.ACTOR, "Who did it", "a"),
    (Role.RECIPIENT, "To whom, or from whom", "r"),
    (Role.OBJECT, "What was held, moved, given or struck", "o"),
    (Role.PLACE, "Where", "p"),
    (Role.ORIGIN, "From where", "f"),
    (Role.DESTINATION, "Where to", "d"),
)

#: Other fields that take the selected words, with their names and keys.
TAKERS = (
    ("trigger", "Word that tells of it", "x"),
    ("source", "Who says so", "s"),
    ("cue", "Words of saying", "c"),
    ("role_actor", "Actor", "a"),
    ("role_recipient", "Recipient", "r"),
    ("role_object", "Object", "o"),
    ("role_place", "Place", "p"),
    ("role_origin", "Origin", "f"),
    ("role_destination", "Destination", "d"),
    ("when", "When", "t"),
    ("count", "How many", "n"),
    ("manner", "How", "m"),
)


def choices(say: Callable[..., str]) -> dict[str, Any]:
    """What the templates of the form need, in the visitor's language."""
    return {
        "type_groups": [
            (say(group), [type_ for type_ in ClaimType if type_ in types]) for group, types in GROUPS.items()
        ],
        "stances": list(Stance),
        "bases": list(Basis),
        "role_fields": [(str(role), say(label), key) for role, label, key in ROLES],
        "takers": [(name, say(label), key) for name, label, key in TAKERS],
    }
