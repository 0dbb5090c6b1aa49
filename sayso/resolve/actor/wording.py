"""Wording: what the words for an actor say by themselves, as far as known actors are told apart by it."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.entity import EntityKind
from sayso.resolve.capitals import is_acronym
from sayso.resolve.description import Sort, describe
from sayso.resolve.name import TITLES, Name, parse_name


@dataclass(frozen=True, slots=True)
class Wording:
    """Words taken apart to be compared with known actors.

    `proper` is the name in them; `office` and `of` what a person is and of whom ("commander", "LNA");
    `organ` the plain word of an organ ("army"); `members` that people stand for their party
    ("Russian forces"). `kind` is what the words or the text around show, None where they show nothing.
    """

    text: str
    proper: str
    office: str = ""
    of: str = ""
    organ: str = ""
    members: bool = False
    kind: EntityKind | None = None

    @property
    def name(self) -> Name:
        """The proper name, cut into tokens."""
        return parse_name(self.proper)

    @property
    def is_acronym(self) -> bool:
        """Whether the name is initials, which are compared letter by letter."""
        return is_acronym(self.proper)


_KINDS = {Sort.PERSON: EntityKind.PERSON, Sort.OUTLET: EntityKind.OUTLET}


def parse(words: str, *, kind: EntityKind | None = None) -> Wording:
    """What words say: never fails; words without a name have an empty `proper`."""
    plain = _strip_article(words[:_LONGEST])
    if is_acronym(plain) and plain.isupper():
        return Wording(words, plain, kind=kind)  # "US" is no pronoun
    described = describe(_strip_titles(words[:_LONGEST]))
    name = described.name or ("" if described.sort in (Sort.PRONOUN, Sort.PEOPLE, Sort.ORGAN) else described.text)
    if described.sort is Sort.ORGAN:
        return Wording(words, described.name, organ=described.head, members=True, kind=EntityKind.GROUP)
    person = described.sort is Sort.PERSON
    return Wording(
        words,
        name,
        office=described.head if person else "",
        of=described.owner if person else "",
        members=described.members,
        kind=kind or _KINDS.get(described.sort) or (EntityKind.GROUP if described.members else None),
    )


def _strip_article(words: str) -> str:
    return words.strip(' ,;:"“”').removeprefix("the ").removeprefix("The ")


def _strip_titles(words: str) -> str:
    """Words without the titles of another alphabet before a name of two words or more; `describe` knows Latin ones."""
    parts = words.split()
    while len(parts) > 2 and parts[0] in TITLES and not parts[0].isascii():
        parts = parts[1:]
    return " ".join(parts) if parts and not parts[0].isascii() else words


_LONGEST = 300  # what is longer is no name
