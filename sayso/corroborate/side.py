"""Side: whom an entity speaks and acts for, followed as far as the affiliations go."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.corroborate.wording import stem_word, stems
from sayso.model.entity import Affiliation, Entity, EntityKind
from sayso.model.values import edtf


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Organs of one state speak with one voice: "the army", "the defence ministry", "the presidency". Only bare organ
# names, beside a country's; a regional governor, a municipality or an embassy speaks for itself.
_ORGAN_WORDS = _listed(
    "air armed army authorities cabinet command defence defense department federal force forces foreign "
    "general government high interior junta media military minister ministries ministry national navy "
    "office pentagon presidency president prime radio reconciliation regime republic soldiers spokesman "
    "spokesperson spokeswoman staff state television transition transitional troops "
)
_FILLER = _listed("the of a an its his their our in for s and")
_ORGAN_STEMS = frozenset(stem_word(word) for word in (*_ORGAN_WORDS, "fighters", "men", "units", "rebels"))
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Sides:
    """Where each entity's affiliations lead, and why; `organs` name an organ of a state, `kinds` what organ."""

    leads: Mapping[str, tuple[str, str]]
    organs: Mapping[str, frozenset[str]]
    kinds: Mapping[str, frozenset[str]]

    def of(self, entity: str | None) -> str | None:
        """The entity that this one speaks for at the end of the chain; itself if for nobody else; None for None."""
        seen: set[str] = set()
        while entity and entity in self.leads and entity not in seen:
            seen.add(entity)
            entity = self.leads[entity][0]
        return entity

    def reasons(self, entity: str) -> list[str]:
        """The reasons in words along the way from an entity to its side."""
        found: list[str] = []
        seen: set[str] = set()
        while entity in self.leads and entity not in seen:
            seen.add(entity)
            entity, because = self.leads[entity]
            found.append(because)
        return found

    def is_same(self, left: str | None, right: str | None) -> bool:
        """Whether two entities are of one side, as far as known."""
        if left is None or right is None:
            return False
        return self.of(left) == self.of(right) or self._are_organs_of_one(left, right)

    def is_same_organ(self, left: str | None, right: str | None) -> bool:
        """Whether one is an organ without its state, the other the like organ of a state ("Tolun's ministry")."""
        if left is None or right is None or left not in self.organs or right not in self.organs:
            return False
        one_is_bare = bool(self.organs[left]) is not bool(self.organs[right])
        return one_is_bare and bool(self.kinds[left] & self.kinds[right])

    def _are_organs_of_one(self, left: str, right: str) -> bool:
        """Whether both are organs of the only state that is named."""
        countries = {country for organ in self.organs.values() for country in organ}
        return left in self.organs and right in self.organs and len(countries) <= 1


def find_sides(entities: Mapping[str, Entity], *, told: str | None = None) -> Sides:
    """The sides of all entities: by their affiliations, then organs of one state brought together."""
    leads: dict[str, tuple[str, str]] = {}
    for id_, entity in sorted(entities.items()):
        valid = [a for a in entity.affiliations if a.of != id_ and _holds(a, told)]
        if valid and entity.kind is not EntityKind.PLACE:
            leads[id_] = (valid[0].of, valid[0].because)
    organs = {id_: country for id_, e in sorted(entities.items()) if (country := read_organ(e.names)) is not None}
    _join_organs(leads, organs)
    return Sides(leads, organs, {id_: _read_kinds(entities[id_].names) for id_ in organs})


def read_organ(names: Iterable[str]) -> frozenset[str] | None:
    """The country words beside an organ's name: empty for "the army", {mal} for "Mali's army"; None for no organ."""
    countries: set[str] = set()
    is_organ = False
    for name in names:
        rest = [w for w in _WORD.findall(name) if w.casefold() not in _ORGAN_WORDS | _FILLER]
        if len(rest) > 1 or any(not word[:1].isupper() for word in rest):
            return None
        is_organ = is_organ or len(rest) < len([w for w in _WORD.findall(name) if w.casefold() not in _FILLER])
        countries |= {stem_word(word) for word in rest}
    return frozenset(countries) if is_organ and len(countries) <= 1 else None


def _read_kinds(names: Iterable[str]) -> frozenset[str]:
    """The organ's own words, name by name: "ministry of defence" and "defence ministry" are one kind."""
    return frozenset(
        " ".join(sorted({w.casefold() for w in _WORD.findall(name)} & _ORGAN_WORDS - _FILLER)) for name in names
    ) - {""}


def share_name(left: Iterable[str], right: Iterable[str]) -> bool:
    """Whether two sets of names share a word that is not a mere organ or role word."""
    mine, theirs = stems(" ".join(left)), stems(" ".join(right))
    return bool((mine & theirs) - _ORGAN_STEMS)


def _holds(affiliation: Affiliation, told: str | None) -> bool:
    if not told or not (affiliation.start or affiliation.end):
        return True
    return edtf.may_meet(f"{affiliation.start or '..'}/{affiliation.end or '..'}", told)


def _join_organs(leads: dict[str, tuple[str, str]], organs: Mapping[str, frozenset[str]]) -> None:
    """Organs of the one state that is named lead to one of them; with two states named, bare ones stay alone."""
    named = {country for country in organs.values() if country}
    loose = [id_ for id_ in organs if id_ not in leads]
    for country in sorted(named, key=sorted) or [frozenset()]:
        of_one = [id_ for id_ in loose if organs[id_] == country or (not organs[id_] and len(named) <= 1)]
        for id_ in of_one[1:]:
            leads[id_] = (of_one[0], "organs of one state")
