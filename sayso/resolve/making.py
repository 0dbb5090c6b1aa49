"""Making: entities out of groups of referents, with what is known and stated of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sayso.model.entity import Affiliation, Entity, EntityKind
from sayso.model.identity import identify
from sayso.model.knowledge import ROLES, Entry
from sayso.resolve.affiliation import Tie
from sayso.resolve.demonym import is_demonym
from sayso.resolve.grouping import Groups
from sayso.resolve.label import Label, Labels
from sayso.resolve.name import parse_name, sort_forms
from sayso.resolve.statement import Statement, settle
from sayso.resolve.wording import STATE_ORGANS

NOWHERE = "where "  # begins the scope of what belongs to a country that no report names
_ROLES = frozenset(ROLES)
_SPOKESMEN = ("spokeswoman", "spokesperson", "spokesmen")


def make_entities(
    placed: Labels, ties: Sequence[Sequence[Tie]], groups: Groups, *, told: Sequence[str | None]
) -> tuple[dict[str, Entity], dict[Label, str]]:
    """Entities by identifier, and the identifier of each label; states that only their organs name are added."""
    forms: dict[Label, set[str]] = defaultdict(set)
    kinds: dict[Label, Counter[EntityKind]] = defaultdict(Counter)
    for row in placed:
        for referent, label in row:
            forms[label].update(referent.forms)
            kinds[label][referent.kind] += 1
    states = {label: state for label in list(forms) if (state := _state_of(label))}
    for state in states.values():
        if state not in forms:
            forms[state], kinds[state] = {state.proper or "the state"}, Counter([EntityKind.GROUP])
    known = {label: groups.known(label) if label.proper else None for label in forms}
    identifiers = _tell_apart({label: identify_label(label, known[label]) for label in sorted(forms)})
    stated = _gather_statements(placed, ties, identifiers, told)
    organs = {label: Affiliation(identifiers[of], _is_organ(label), role="organ") for label, of in states.items()}
    entities = {}
    for label in sorted(forms):
        own = (*((organs[label],) if label in organs else ()), *settle(stated.get(label, ())))
        id_ = identifiers[label]
        entities[id_] = _make_entity(id_, kinds[label], forms[label], own, known[label])
    return entities, identifiers


def identify_label(label: Label, known: Entry | None = None) -> str:
    """Opaque and the same for the same names: from the spelling without vowels of the fullest form."""
    if known:
        return known.id
    if label.proper:
        return identify("e", label.family, parse_name(label.proper).key, label.common)
    return identify("e", label.family, label.common, parse_name(label.scope).key)


def _make_entity(
    id_: str, kinds: Counter[EntityKind], forms: set[str], stated: Iterable[Affiliation], entry: Entry | None
) -> Entity:
    """An entity; what a text states comes before what is known."""
    if entry is None:
        return Entity(id_, _kind(kinds), _sort_forms(forms), tuple(stated))
    ties = tuple(tie for tie in (*stated, *entry.affiliations) if tie.of != id_)
    names = tuple(dict.fromkeys((entry.names[0], *_sort_forms(forms))))
    return Entity(id_, entry.kind, names, ties, entry.entity.source, (entry.id,))


def _gather_statements(
    placed: Labels, ties: Sequence[Sequence[Tie]], identifiers: Mapping[Label, str], told: Sequence[str | None]
) -> dict[Label, list[Statement]]:
    """What each is said to speak for; what only a rank or an office suggests counts where no report says it."""
    said: dict[Label, list[Statement]] = defaultdict(list)
    guessed: dict[Label, list[Statement]] = defaultdict(list)
    for row, own, day in zip(placed, ties, told, strict=True):
        labels = dict(row) if own else {}
        for tie in own:
            whose, of = labels.get(tie.whose), labels.get(tie.of)
            if whose and of and whose != of:
                statement = Statement(identifiers[of], tie.because, _role(tie.whose.office), day)
                (guessed if tie.guessed else said)[whose].append(statement)
    return guessed | said


def _role(office: str | None) -> str | None:
    """The office in the words of knowledge; None for one that these have no word for."""
    plain = "spokesman" if office in _SPOKESMEN else office
    return plain if plain in _ROLES else None


def _is_organ(label: Label) -> str:
    return f"the {label.common} is an organ of its state"


def _state_of(label: Label) -> Label | None:
    """The state that an organ is of: the country by its name, or the nameless one of its scene."""
    if label.proper or label.common not in STATE_ORGANS:
        return None
    return Label("party", "", "state", label.scope) if label.scope.startswith(NOWHERE) else Label("party", label.scope)


def _tell_apart(identifiers: dict[Label, str]) -> dict[Label, str]:
    """Names that are kept apart may be one without their vowels: all but the first are then told by their words."""
    first: dict[str, Label] = {}
    for label, identifier in identifiers.items():
        first.setdefault(identifier, label)
    return {
        label: identifier
        if first[identifier] == label
        else identify("e", identifier, *parse_name(label.proper).tokens, label.scope)
        for label, identifier in identifiers.items()
    }


def _kind(kinds: Counter[EntityKind]) -> EntityKind:
    for kind in (EntityKind.PERSON, EntityKind.OUTLET, EntityKind.GROUP):
        if kinds[kind]:
            return kind
    return min(kinds)


def _sort_forms(forms: set[str]) -> tuple[str, ...]:
    """The fullest form first; a nation before its people."""
    ordered = sort_forms(forms)
    nations = [form for form in ordered if any(is_demonym(other, form) for other in ordered)]
    if nations and len(parse_name(ordered[0]).tokens) == 1:
        return (nations[-1], *(form for form in ordered if form != nations[-1]))
    return ordered
