"""Unnamed: sources and parties that a report describes without a name; they keep their words."""

from __future__ import annotations

import re

from sayso.model.entity import EntityKind
from sayso.resolve.description import Description, Sort
from sayso.resolve.referent import Referent
from sayso.resolve.roster import guess_female
from sayso.resolve.wording import GROUP_HEADS, MEMBERS, PERSON_NOUNS, words_of

# Nouns for people by their endings ("a boatwright", "a smuggler"), where the lists do not have them.
_PEOPLE = re.compile(r"(?:(?:er|or|ist|ian|man|woman|ant|ee|eer|guard|chief|cousin)s?|men|women)$")


def keep_words(described: Description) -> Referent:
    """What is described and not named: a person, a group or a thing that speaks ("the invoice"), by its noun."""
    return Referent(
        _kind_of(described),
        (described.text,),
        named=False,
        plural=described.plural,
        female=guess_female(words_of(described.text)),
        because="an unnamed source",
    )


def _kind_of(described: Description) -> EntityKind:
    if described.sort is Sort.PRONOUN or described.head in PERSON_NOUNS:
        return EntityKind.PERSON
    if described.head in GROUP_HEADS | MEMBERS:
        return EntityKind.GROUP
    return EntityKind.PERSON if _PEOPLE.search(described.head) else EntityKind.DOCUMENT
