"""Side: whom an entity speaks and acts for, followed as far as the affiliations go."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from sayso.corroborate.wording import stem_word, stems
from sayso.model.entity import Affiliation, Entity, EntityKind
from sayso.model.values import edtf


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Organs of one state speak with one voice: "the army", "the defence ministry", "the presidency". Only bare organ
# names, beside a country's; a regional governor, a municipality or an embassy speaks for itself.
_ORGAN_WORDS = _listed(
    "air armed army authorities cabinet command defence defense department federal force forces foreign "
    "general government high interior junta media military minister ministries ministry national naval navy "
    "office pentagon presidency president prime radio reconciliation regime republic soldiers spokesman "
    "spokesperson spokeswoman staff state television transition transitional troops"
)
# What a ministry or a service is for; beside another word it makes no organ ("the health office" of a town).
_PORTFOLIOS = _listed(
    "affairs agriculture border economy education energy finance health information intelligence interior justice "
    "prison security service transport"
)
_KEEPERS = _listed("ministry ministries minister ministers department service")
_FILLER = _listed("the of a an its his their our in for s and")
_ORGAN_STEMS = frozenset(stem_word(word) for word in (*_ORGAN_WORDS, "fighters", "men", "units", "rebels"))
_EMBASSY = re.compile(r"\b(?:embassy|consulate|legation)\b", re.I)
_WORD = re.compile(r"[^\W_]+")


# What somebody is there who has a voice of his own: a brigade's spokesman is none of the army's, nor the army's of its
# parliament; a state's army is its organ. Whoever a text or knowledge gives no role speaks for it.
_OWN_VOICE = frozenset({"branch", "member", "employee"})
_ARMY = "army"


@dataclass(frozen=True, slots=True)
class Lead:
    """Whom an entity speaks for, why, and as what (None: not said)."""

    of: str
    because: str
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Sides:
    """Where each entity's affiliations lead, and why; `organs` name an organ of a state, `kinds` what organ.

    `leads` are those that hold on the day of telling that was asked for; `ties` are all, for `on`. `names` are
    all names of each entity, `persons` those that are persons.
    """

    leads: Mapping[str, Lead]
    organs: Mapping[str, frozenset[str]]
    kinds: Mapping[str, frozenset[str]]
    ties: Mapping[str, tuple[Affiliation, ...]] = field(default_factory=dict)
    states: Collection[str] = frozenset()
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    persons: Collection[str] = frozenset()
    days: dict[str, Sides] = field(default_factory=dict, compare=False, repr=False)

    def on(self, told: str | None) -> Sides:
        """The sides as they were on a day of telling; as they are where the day is not known."""
        if not told or not self.ties:
            return self
        if told not in self.days:
            leads = _find_leads(self.ties, told)
            _join_organs(leads, self.organs)
            self.days[told] = replace(self, leads=leads, days={})
        return self.days[told]

    def of(self, entity: str | None) -> str | None:
        """The entity that this one speaks for at the end of the chain; itself if for nobody else; None for None."""
        return self._follow(entity)[-1] if entity else None

    def way(self, entity: str) -> list[str]:
        """The entities from one to the end of its affiliations: it, whom it speaks for, whom that one speaks for."""
        return self._follow(entity)

    def voice_of(self, entity: str) -> str:
        """As `of`, as far as one speaks for the next: a brigade of an army has a voice of its own."""
        return self._follow(entity, until=self._has_own_voice)[-1]

    def reasons(self, entity: str) -> list[str]:
        """The reasons in words along the way from an entity to its side."""
        return [self.leads[each].because for each in self._follow(entity)[:-1]]

    def is_same(self, left: str | None, right: str | None) -> bool:
        """Whether two entities are of one side, as far as known."""
        if left is None or right is None:
            return False
        return self.of(left) == self.of(right) or self.are_organs_of_one(left, right)

    def is_same_organ(self, left: str | None, right: str | None) -> bool:
        """Whether one is an organ without its state, the other the like organ of a state ("Tolun's ministry")."""
        if left is None or right is None or left not in self.organs or right not in self.organs:
            return False
        one_is_bare = bool(self.organs[left]) is not bool(self.organs[right])
        return one_is_bare and bool(self.kinds[left] & self.kinds[right])

    def _follow(self, entity: str, *, until: Callable[[Lead], bool] = lambda _: False) -> list[str]:
        """The entities from one to the end of its affiliations, each once."""
        way = [entity]
        while (lead := self.leads.get(way[-1])) and lead.of not in way and not until(lead):
            way.append(lead.of)
        return way

    def _has_own_voice(self, lead: Lead) -> bool:
        return lead.role in _OWN_VOICE or (lead.role == _ARMY and lead.of not in self.states)

    def are_organs_of_one(self, left: str, right: str) -> bool:
        """Whether both are organs of the only state that is named."""
        countries = {country for organ in self.organs.values() for country in organ}
        return left in self.organs and right in self.organs and len(countries) <= 1


def is_same_side(sides: Sides, left: str | None, right: str | None, *, told: tuple[str | None, str | None]) -> bool:
    """Whether two entities were of one side, each on the day on which it was told of."""
    if left is None or right is None:
        return False
    mine, theirs = (sides.on(day) for day in told)
    return mine.of(left) == theirs.of(right) or mine.is_same(left, right)


def find_sides(
    entities: Mapping[str, Entity],
    *,
    told: str | None = None,
    heard: Mapping[str, tuple[str, ...]] | None = None,
    states: Collection[str] = (),
) -> Sides:
    """The sides of all entities: by their affiliations, then organs of one state brought together.

    `told` is the day or the stretch of time (EDTF) in which they must hold, None: any. `heard` are
    the names by which reports name entities, None: all their names; organs that are known and that no
    report names do not make a second state of the only one that is named. `states` are those among the
    entities that are known to be states.
    """
    ties = {
        id_: tuple(tie for tie in entity.affiliations if tie.of != id_ and not _is_abroad(entity, entities.get(tie.of)))
        for id_, entity in sorted(entities.items())
        if entity.affiliations and entity.kind is not EntityKind.PLACE
    }
    named = {id_: entity.names for id_, entity in entities.items()} if heard is None else heard
    organs = {id_: country for id_, names in sorted(named.items()) if (country := read_organ(names)) is not None}
    leads = _find_leads(ties, told)
    _join_organs(leads, organs)
    kinds = {id_: _read_kinds(named[id_]) for id_ in organs}
    names = {id_: entity.names for id_, entity in entities.items()}
    persons = frozenset(id_ for id_, entity in entities.items() if entity.kind is EntityKind.PERSON)
    return Sides(leads, organs, kinds, ties, frozenset(states), names, persons)


def _is_abroad(entity: Entity, state: Entity | None) -> bool:
    """Whether an embassy would be one of the nameless state of the scene: it is there for another."""
    return bool(state and read_organ(state.names) == frozenset() and any(map(_EMBASSY.search, entity.names)))


def _find_leads(ties: Mapping[str, tuple[Affiliation, ...]], told: str | None) -> dict[str, Lead]:
    """For each entity the first of its affiliations that holds: those that a text states stand first."""
    found = {}
    for id_, row in ties.items():
        tie = next((tie for tie in row if _holds(tie, told)), None)
        if tie:
            found[id_] = Lead(tie.of, tie.because, tie.role)
    return found


def read_organ(names: Iterable[str]) -> frozenset[str] | None:
    """The country words beside an organ's name: empty for "the army", {mal} for "Mali's army"; None for no organ."""
    return _read_organ(tuple(names))


@lru_cache(maxsize=50_000)
def _read_organ(names: tuple[str, ...]) -> frozenset[str] | None:
    countries: set[str] = set()
    is_organ = False
    for name in names:
        rest, says_organ = _read_name(name)
        if rest is None:
            return None
        is_organ = is_organ or says_organ
        countries |= rest
    return frozenset(countries) if is_organ and len(countries) <= 1 else None


@lru_cache(maxsize=50_000)
def _read_name(name: str) -> tuple[frozenset[str] | None, bool]:
    """The country word of one name, None where it has other words; and whether it has an organ's."""
    words = [word for word in _WORD.findall(name) if word.casefold() not in _FILLER]
    keeps = any(word.casefold() in _KEEPERS for word in words)
    organs = _ORGAN_WORDS | _PORTFOLIOS if keeps else _ORGAN_WORDS
    rest = [word for word in words if word.casefold() not in organs]
    if len(rest) > 1 or any(not word[:1].isupper() for word in rest):
        return None, False
    return frozenset(stem_word(word) for word in rest), len(rest) < len(words)


def _read_kinds(names: Iterable[str]) -> frozenset[str]:
    """The organ's own words, name by name: "ministry of defence" and "defence ministry" are one kind."""
    return frozenset(map(_read_kind, names)) - {""}


@lru_cache(maxsize=50_000)
def _read_kind(name: str) -> str:
    spelled = {word.casefold() for word in _WORD.findall(name)}
    return " ".join(sorted(spelled & (_ORGAN_WORDS | _PORTFOLIOS) - _FILLER))


def share_name(left: Iterable[str], right: Iterable[str]) -> bool:
    """Whether two sets of names share a word that is not a mere organ or role word."""
    mine, theirs = stems(" ".join(left)), stems(" ".join(right))
    return bool((mine & theirs) - _ORGAN_STEMS)


def _holds(affiliation: Affiliation, told: str | None) -> bool:
    if not told or not (affiliation.start or affiliation.end):
        return True
    return _may_meet(f"{affiliation.start or '..'}/{affiliation.end or '..'}", told)


@lru_cache(maxsize=50_000)
def _may_meet(stretch: str, told: str) -> bool:
    try:
        return edtf.may_meet(stretch, re.sub(r"T[\d:.Z+-]+", "", told))
    except ValueError:  # a date that cannot be read limits nothing
        return True


def _join_organs(leads: dict[str, Lead], organs: Mapping[str, frozenset[str]]) -> None:
    """Organs of the one state that is named lead to one of them; with two states named, bare ones stay alone."""
    named = {country for country in organs.values() if country}
    loose = [id_ for id_ in organs if id_ not in leads]
    for country in sorted(named, key=sorted) or [frozenset()]:
        of_one = [id_ for id_ in loose if organs[id_] == country or (not organs[id_] and len(named) <= 1)]
        for id_ in of_one[1:]:
            leads[id_] = Lead(of_one[0], "organs of one state")
