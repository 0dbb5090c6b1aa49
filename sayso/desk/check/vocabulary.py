"""Vocabulary: what a claim can be, as the form offers it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sayso.desk.language import N_
from sayso.model.values.stance import GROUPS, Basis, ClaimType, Role, Stance

#: Roles with what they are and the key that gives them the selected words.
ROLES = (
    (Role.ACTOR, N_("Who did it"), "a"),
    (Role.RECIPIENT, N_("To whom, or from whom"), "r"),
    (Role.OBJECT, N_("What was held, moved, given or struck"), "o"),
    (Role.PLACE, N_("Where"), "p"),
    (Role.ORIGIN, N_("From where"), "f"),
    (Role.DESTINATION, N_("Where to"), "d"),
)

#: Other fields that take the selected words, with their names and keys.
TAKERS = (
    ("trigger", N_("Word that tells of it"), "x"),
    ("source", N_("Who says so"), "s"),
    ("cue", N_("Words of saying"), "c"),
    ("role_actor", N_("Actor"), "a"),
    ("role_recipient", N_("Recipient"), "r"),
    ("role_object", N_("Object"), "o"),
    ("role_place", N_("Place"), "p"),
    ("role_origin", N_("Origin"), "f"),
    ("role_destination", N_("Destination"), "d"),
    ("when", N_("When"), "t"),
    ("count", N_("How many"), "n"),
    ("manner", N_("How"), "m"),
)


#: How groups of types are called, in the order of the list.
GROUP_WORDS = {
    "control": N_("control"),
    "force": N_("force"),
    "harm": N_("harm"),
    "presence": N_("presence"),
    "support": N_("support"),
    "politics": N_("politics"),
    "other": N_("other"),
}


def choices(say: Callable[..., str]) -> dict[str, Any]:
    """What the templates of the form need, in the visitor's language."""
    return {
        "type_groups": [
            (say(GROUP_WORDS[group]), [type_ for type_ in ClaimType if type_ in types])
            for group, types in GROUPS.items()
        ],
        "stances": list(Stance),
        "bases": list(Basis),
        "role_fields": [(str(role), say(label), key) for role, label, key in ROLES],
        "takers": [(name, say(label), key) for name, label, key in TAKERS],
    }
