"""Fuller: unnamed sources with what their words leave to the text around: whose mayor, one of whom."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.resolve.antecedent import resolve_pronoun
from sayso.resolve.description import Description, Sort
from sayso.resolve.discourse import Discourse
from sayso.resolve.heard import Heard
from sayso.resolve.referent import Referent

_OWNED = re.compile(r"(?:its|his|her|their) (?P<what>.+)$", re.IGNORECASE)
_PART = re.compile(
    r"(?P<part>one|two|three|both|neither|none|another|others|the (?:first|second|third|other|others))"
    r"(?: of (?:them|these|those|whom))?$",
    re.IGNORECASE,
)
_THEY = Description("they", Sort.PRONOUN, head="they", plural=True)


def name_fully(
    referent: Referent, described: Description, *, discourse: Discourse, at: int, heard: Sequence[Heard]
) -> Referent:
    """The unnamed source with fuller words before its own: "Orrin's mayor" for "its mayor", "one of nine drivers".

    The source stays unnamed; as it was where the text shows no owner and no group before it.
    """
    owned, part = _OWNED.match(described.text), _PART.match(described.text)
    like = _like_before(described.text, discourse=discourse, at=at, heard=heard)
    if owned:
        owner = resolve_pronoun(described, discourse=discourse, at=at, heard=heard)
        words = f"{owner.name}'s {owned['what']}" if owner and not owner.plural else ""
        words = f"{owned['what']} of {owner.name}" if owner and owner.plural else words
    elif like:
        words = like
    elif part:
        group = resolve_pronoun(_THEY, discourse=discourse, at=at, heard=heard)
        words = f"{part['part']} of {_lower(group)}" if group and group.plural else ""
    else:
        return referent
    forms = tuple(dict.fromkeys((words, *referent.forms)))
    return replace(referent, forms=forms) if words else referent


_OTHER = re.compile(r"(?P<part>another|the other|the second|the third|a second|a third)$", re.IGNORECASE)
_DEFINITE = re.compile(r"(?:the|these|those|its|his|her|their)\b", re.IGNORECASE)
_ONE = re.compile(
    r"(?:one|an?|the first|the other|another)(?: of)? (?P<what>(?!them\b|these\b|those\b|whom\b).+)", re.IGNORECASE
)


def _like_before(words: str, *, discourse: Discourse, at: int, heard: Sequence[Heard]) -> str:
    """In "One elder spoke of a clock; another remembers olives" the other is an elder; empty where none stood so."""
    part = _OTHER.match(words)
    begin, _ = discourse.layout.paragraph(at)
    for each in reversed(heard if part else ()):
        one = _ONE.match(each.referent.name) if begin <= each.at < at and not each.referent.named else None
        if part and one:
            of = "of " if _DEFINITE.match(one["what"]) else ""
            return f"{part['part'].lower()} {of}{one['what']}"
    return ""


def _lower(group: Referent) -> str:
    return group.name if group.named else group.name[:1].lower() + group.name[1:]
