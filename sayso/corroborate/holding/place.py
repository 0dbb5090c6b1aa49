"""Place: which place a claim speaks of, as it names it.

A place is known by its entity, or by its words where no entity was found for them ("Pier 4 of the port of
Sorrel"). A province is not the town of its name, and "the bridge" of one matter is not that of another.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from sayso.corroborate.holding.kind import find_marks, find_qualities, find_whereabouts, head_of, is_area, kind_of
from sayso.corroborate.telling import Telling
from sayso.corroborate.wording import stems
from sayso.model.claim import Mention
from sayso.model.entity import Entity, EntityKind

# "The post", "the town": said of a place that was named before.
_POINTING = frozenset({"town", "base", "airport", "crossing", "station", "fort", "position", "area"})
_PART_OF = re.compile(
    r"^(?:(?:a |the )?(?:big |large |small |good |greater |main )?(?:part|parts|half|most|much|all|whole|entirety|rest|"
    r"centre|center|heart|use|remainder) of )+",
    re.I,
)
_COUNT = re.compile(r"(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|several|some|many|dozens)\b)", re.I)
_DEFINITE = re.compile(r"(?:the|this|that|its|their|our|both|north|south|east|west)\b", re.I)
_ARTICLE = re.compile(r"^(?:the|a|an|this|that|its|their|our|his|her|both|all|some|most)\s+", re.I)
_PRONOUNS = frozenset(("it", "that", "this", "them", "there", "which", "everything", "these", "those"))


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A place as one claim names it.

    `key` is what tells it from others; `entity` is None where no entity was found for the words. `names` begin
    with the entity's. `kind` is the sort of place that the claim calls it (None: the bare name). `marks` are the
    words and numbers of a name of its own; empty for "the bridge", which is one only `within` the matter of its report.
    `is_bare`: the claim's words give none.
    """

    key: str
    entity: str | None
    names: tuple[str, ...]
    kind: str | None
    marks: frozenset[str]
    is_bare: bool = False
    within: str | None = None

    @property
    def name_keys(self) -> tuple[str, ...]:
        """What names of the same place have in common: its kind with each word of its own name, or with its matter."""
        if self.kind is None:
            return ()
        return tuple(sorted(f"{self.kind} {mark}" for mark in self.marks)) or (f"{self.kind} within {self.within}",)


def name_place(mention: Mention, telling: Telling, entities: Mapping[str, Entity]) -> NamedPlace | None:
    """The place that words name; None where they name no place."""
    words = strip_words(mention.text)
    kind = kind_of(words)
    known = entities.get(mention.entity or "")
    if known and known.kind is EntityKind.PLACE:
        return _known_place(known, words, kind, telling, entities)
    is_part = bool(_PART_OF.match(mention.text) and find_marks(words))  # "half of the Belt"
    if (kind is None and not is_part) or is_pronoun(mention) or (known and known.kind is EntityKind.PERSON):
        return None
    marks = find_marks(head_of(words)) or find_marks(words)
    if known:
        return NamedPlace(f"{known.id}@None", known.id, (*known.names, words), kind, marks)
    is_definite = _DEFINITE.match(_PART_OF.sub("", mention.text)) or " " not in mention.text
    if _COUNT.match(words) or not (marks or is_definite):
        return None
    key = " ".join(sorted({kind or "part"} | stems(head_of(words)) | marks))
    within = None if marks else _find_matter(telling, entities)
    return NamedPlace(f"{key}@{within}", None, (words,), kind, marks, is_bare=not marks, within=within)


def strip_words(text: str) -> str:
    """The name in the words: "a big part of the north-west" is the north-west."""
    return _ARTICLE.sub("", _ARTICLE.sub("", _PART_OF.sub("", text.strip())))


def is_pronoun(mention: Mention) -> bool:
    """Whether words only point ("it")."""
    return mention.text.casefold() in _PRONOUNS


def is_pointing(place: NamedPlace) -> bool:
    """Whether a place is named by what it is alone, in words that go for many ("the post")."""
    return place.entity is None and not place.marks and place.kind in _POINTING


def are_apart(left: NamedPlace, right: NamedPlace) -> bool:
    """Whether two places bear names of their own that have nothing in common ("Sinjar", "Zumar")."""
    return bool(left.marks and right.marks and not left.marks & right.marks)


def are_same_name(left: NamedPlace, right: NamedPlace) -> bool:
    """Whether all that one name says of the place the other says too ("Takhet gate", "border gate near Takhet")."""
    if left.kind is None or left.kind != right.kind or left.within != right.within:
        return False
    if not (left.marks <= right.marks or right.marks <= left.marks):
        return False
    mine, theirs = ({find_qualities(name) for name in place.names} for place in (left, right))
    return any(one <= other or other <= one for one in mine for other in theirs)


def are_told_apart(left: NamedPlace, right: NamedPlace) -> bool:
    """Whether two places of one kind are told apart by where they lie ("the eastern tower", "the western tower")."""
    if left.kind != right.kind:
        return False
    mine, theirs = (frozenset().union(*(find_whereabouts(name) for name in place.names)) for place in (left, right))
    return bool(mine and theirs and not mine & theirs)


def _known_place(
    known: Entity, words: str, kind: str | None, telling: Telling, entities: Mapping[str, Entity]
) -> NamedPlace:
    marks = find_marks(" ".join([*known.names, words]))
    if is_area(kind) and not find_marks(words) and not any(is_area(kind_of(name)) for name in known.names):
        return NamedPlace(f"{kind} of {known.id}", None, (words,), kind, marks)  # "the province", said of a town's
    is_other_name = " " in words and len(words.split()) <= 4 and not stems(words) & stems(" ".join(known.names))
    names = (*known.names, words) if is_other_name else known.names
    within = None if marks else _find_matter(telling, entities)
    kind = kind or kind_of(known.names[0])
    return NamedPlace(f"{known.id}@{within}", known.id, names, kind, marks, not find_marks(words), within)


def _find_matter(telling: Telling, entities: Mapping[str, Entity]) -> str:
    """What the report of a place without a name of its own is about, by a word of its scene's name; else the report."""
    scene = entities.get(telling.scene or "")
    return min(find_marks(" ".join(scene.names)) if scene else (), default=telling.report.id)
