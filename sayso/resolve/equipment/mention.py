"""Mention: the type of equipment that a role's words stand for, as one of a report's referents."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sayso.model.claim import RoleFiller
from sayso.model.entity import EntityKind
from sayso.model.knowledge import Entry, Knowledge
from sayso.model.values.stance import Role
from sayso.resolve.description import Description, Sort, describe
from sayso.resolve.equipment.equipment import find_type, lay_out, resolve
from sayso.resolve.referent import Referent
from sayso.resolve.wording import GROUP_HEADS, MEMBERS, PERSON_NOUNS, PLACE_HEADS, list_words

#: Heads of mentions that are about people, bodies, places or happenings, whatever type is named beside them.
_NO_THINGS = frozenset(
    list_words(
        "crew crews team teams operator operators gunner gunners navigator attack attacks strike strikes raid raids"
        " crash crashes fire shelling barrage bombardment volley launch launches deal contract sale training factory"
        " exercise doctrine brigade battery-commander platoon platoons regiment regiments battalions squadrons"
    )
)
#: Roles that equipment can have; where something was, it is no thing.
_ROLES = frozenset({Role.ACTOR, Role.OBJECT, Role.RECIPIENT})
_PARTS = (Sort.PRONOUN, Sort.PERSON, Sort.OFFICE, Sort.ORGAN, Sort.PEOPLE, Sort.OUTLET, Sort.IMAGES, Sort.DOCUMENT)


def find_equipment(filler: RoleFiller, knowledge: Knowledge) -> Referent | None:
    """The type that a role's words name; None where they name none, or say where something was."""
    if filler.role not in _ROLES:
        return None
    return resolve_equipment(filler.mention.text, knowledge, is_actor=filler.role is Role.ACTOR)


def assign_types(referents: Iterable[Referent], knowledge: Knowledge) -> dict[Referent, Entry]:
    """The known types among a report's referents."""
    machines = (each for each in referents if each.kind is EntityKind.EQUIPMENT)
    return {each: entry for each in machines if (entry := find_type(each.compared or each.name, knowledge))}


def resolve_equipment(mention: Description | str, knowledge: Knowledge, *, is_actor: bool = False) -> Referent | None:
    """The type that a mention names; None for parties, places and plain nouns ("the tank brigade", "tanks").

    Of `is_actor`, who does something, equipment that is somebody's ("the army's Su-24s bombed") is left to its owner.
    A doubtful type ("Mi-21") keeps its words, with the doubt as the reason. Several things in one
    mention ("MiG-29 and Su-24 jets", "nine pickups and one T-55") stand for none: accepted.
    """
    words = mention if isinstance(mention, str) else mention.text
    catalogue = lay_out(knowledge)
    named = catalogue.find_types(words)
    strangers = () if named else catalogue.find_strangers(words)
    if not (named or strangers):
        return None
    described = describe(mention) if isinstance(mention, str) else mention
    if not _is_thing(described) or _is_list(words, [each.text for each in named or strangers]):
        return None
    if is_actor and _has_owner(described, [each.text for each in named or strangers]):
        return None
    answer = resolve(words, knowledge)
    if answer.best:
        caption = answer.best.of.names[0]
        forms = tuple(dict.fromkeys((caption, *(each.text for each in named))))
        return Referent(EntityKind.EQUIPMENT, forms, proper=caption, plural=described.plural, because=answer.because)
    if strangers:
        only = strangers[0].text
        return Referent(EntityKind.EQUIPMENT, (only,), proper=only, plural=described.plural, because=answer.because)
    return None


def _has_owner(described: Description, types: list[str]) -> bool:
    """Whether somebody's equipment is meant: "Russian MiG-29 jets" is owned, "Bayraktar TB2 drones" is not."""
    owner = described.owner
    for each in types:
        owner = owner.replace(each, "")
    return any(letter.isalpha() for letter in owner)


_NEXT = re.compile(r", (?!of|all|some|most|which|who|its|their|reg|tail)| and | or ")
_THING = re.compile(r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|some|several|\d+)\b|[\w-]+s$")


def _is_list(words: str, types: list[str]) -> bool:
    """Whether other things are told beside the type: "nine pickups and one T-55" is no T-55."""
    main = re.split(r", of which |, including | with | \(", words)[0]
    others = [part for part in _NEXT.split(main) if not any(each in part for each in types)]
    return any(_THING.match(part.strip()) for part in others)


def _is_thing(described: Description) -> bool:
    if described.sort in _PARTS or described.head in _NO_THINGS:
        return False
    if described.head in _EQUIPMENT_HEADS:
        return True
    return described.head not in PERSON_NOUNS | GROUP_HEADS | PLACE_HEADS | MEMBERS


_EQUIPMENT_HEADS = frozenset(
    list_words("aircraft planes jets drones warplanes artillery guns missiles helicopters tanks ships warships fleet")
)
