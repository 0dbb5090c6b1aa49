"""Unify: one entity for one thing across reports, whatever the spelling and the order of reports."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from sayso.model.entity import Affiliation, Entity, EntityKind
from sayso.model.identity import identify
from sayso.model.knowledge import Knowledge
from sayso.resolve.affiliation import Tie
from sayso.resolve.description import is_acronym
from sayso.resolve.judged import find_apart, find_bearers, find_same
from sayso.resolve.name import compare_names, is_short_form, parse_name, sort_forms
from sayso.resolve.outlet import is_same_outlet
from sayso.resolve.parting import read_apart
from sayso.resolve.referent import Referent
from sayso.resolve.wording import STATE_ORGANS

_SHARED_NAMES = 2  # reports that share so many names tell of one country: "the army" is then one army
_NOWHERE = "where "  # begins the scope of what belongs to a country that no report names
_DEMONYMS = ("ian", "ians", "an", "ans", "n", "ns", "ish", "ese", "i", "is", "er", "ers", "ite", "ites", "ic")


@dataclass(frozen=True, slots=True, order=True)
class Label:
    """What a referent is compared by: kind of thing, proper name, plain word, country. None for what is not there."""

    family: str
    proper: str
    common: str = ""
    scope: str = ""


@dataclass(frozen=True, slots=True)
class Unified:
    """Entities by the referents of each report."""

    entities: dict[str, Entity]
    by_referent: dict[tuple[int, Referent], str]

    def find(self, report: int, referent: Referent | None) -> Entity | None:
        """The entity of a referent of the report with that number, None if it is unnamed."""
        key = self.by_referent.get((report, referent)) if referent else None
        return self.entities[key] if key else None


class _Groups:
    """Union-find over labels; the least label of a group is its root, so order does not matter."""

    def __init__(self, labels: Iterable[Label], apart: Collection[frozenset[Label]] = ()) -> None:
        self.parent = {label: label for label in labels}
        self.apart = tuple(tuple(pair) for pair in apart)

    def root(self, label: Label) -> Label:
        while self.parent[label] != label:
            label = self.parent[label]
        return label

    def join(self, one: Label, other: Label) -> None:
        low, high = sorted((self.root(one), self.root(other)))
        if not any({self.root(left), self.root(right)} == {low, high} for left, right in self.apart):
            self.parent[high] = low


def unify(referents: Sequence[Sequence[Referent]], ties: Sequence[Sequence[Tie]], *, knowledge: Knowledge) -> Unified:
    """Entities over a batch: `referents` and `ties` by report.

    Full names first, by spelling; then initials; then short names that only one full name of the
    batch fits; then nations by their people ("Velian", "Velia"). What has only a plain word ("the
    army") is one where its country is one, or where reports share names enough to tell of one country.
    """
    named = [sorted({each for each in report if each.named}, key=_order) for report in referents]
    bearers = find_bearers((_label(each), each) for row in named for each in row if each.compared)
    groups = _Groups(_labels_of(named), find_apart(bearers, read_apart(knowledge.apart)))
    _join_spellings(groups)
    _join_initials(groups, named)
    _join_short_names(groups)
    _join_demonyms(groups)
    _join_outlets(groups)
    _join_knowledge(groups, knowledge)
    for labels in find_same(bearers, knowledge.same, sort=_sort):
        for other in labels[1:]:
            groups.join(labels[0], other)
    scenes = _find_scenes(named, groups)
    placed = {(report, each): _place(each, groups, scenes[report]) for report, row in enumerate(named) for each in row}
    _adopt_countries(placed, scenes)
    _join_placed(placed, knowledge)
    return _make_entities(placed, ties, knowledge)


def _order(referent: Referent) -> tuple[str, ...]:
    return (referent.kind, *referent.forms, referent.because)


def _family(kind: EntityKind) -> str:
    apart = (EntityKind.PLACE, EntityKind.IMAGES, EntityKind.DOCUMENT, EntityKind.OUTLET)
    return kind if kind in apart else "party"


def _sort(label: Label) -> str:
    """What can be one by a person's decision: parties and outlets with each other, a place with places alone."""
    return "party" if label.family == EntityKind.OUTLET else label.family


def _label(referent: Referent) -> Label:
    common = referent.common or "" if referent.kind is EntityKind.PLACE else ""
    return Label(_family(referent.kind), referent.compared or "", common)


def _labels_of(named: Sequence[Sequence[Referent]]) -> set[Label]:
    labels = {_label(each) for row in named for each in row if each.compared}
    return labels | {Label("party", each.country) for row in named for each in row if each.country}


def _join_spellings(groups: _Groups) -> None:
    """Names of as many words whose words are spellings of each other; blocks keep it from all pairs."""
    blocks: dict[tuple[str, str, str], list[Label]] = defaultdict(list)
    for label in sorted(groups.parent):
        name = parse_name(label.proper)
        for skeleton in {name.skeletons[-1], name.tokens[-1][:4]}:
            blocks[label.family, label.common, f"{len(name.tokens)} {skeleton}"].append(label)
    for block in blocks.values():
        for one, other in combinations(block, 2):
            if _is_same(one, other):
                groups.join(one, other)


def _is_same(one: Label, other: Label) -> bool:
    if one.family in (EntityKind.IMAGES, EntityKind.DOCUMENT):
        return parse_name(one.proper).tokens == parse_name(other.proper).tokens
    return compare_names(one.proper, other.proper).score >= 0.9


def _join_initials(groups: _Groups, named: Sequence[Sequence[Referent]]) -> None:
    """By initials, "GNA" of one report is the "Government of National Accord (GNA)" of another."""
    holders: dict[str, set[Label]] = defaultdict(set)
    for each in (each for row in named for each in row if each.compared and _family(each.kind) == "party"):
        for form in each.forms:
            if is_acronym(form):
                holders[form.replace(".", "").casefold()].add(_label(each))
    for labels in holders.values():
        roots = sorted(labels)
        for other in roots[1:]:
            groups.join(roots[0], other)


def _join_short_names(groups: _Groups) -> None:
    """A short name joins the full one it is the end of, if that is the only one in the batch."""
    by_last: dict[tuple[str, str, str], list[Label]] = defaultdict(list)
    for label in sorted(groups.parent):
        by_last[label.family, label.common, parse_name(label.proper).skeletons[-1]].append(label)
    for block in by_last.values():
        for short in block:
            if short.family not in ("party", EntityKind.PLACE):
                continue
            fuller = [long for long in block if is_short_form(short.proper, long.proper)]
            if fuller and len({groups.root(long) for long in fuller}) == 1 and short.family == "party":
                groups.join(short, fuller[0])
    outlets = [label for label in sorted(groups.parent) if label.family == EntityKind.OUTLET]
    for one, other in _same_first(outlets):
        if is_same_outlet(one.proper, other.proper):
            groups.join(one, other)


def _join_outlets(groups: _Groups) -> None:
    """A body that publishes is one with the outlet of the same full name ("The group Plumbline" and Plumbline)."""
    outlets = {parse_name(label.proper).tokens: label for label in sorted(groups.parent) if label.family == "outlet"}
    for label in sorted(groups.parent):
        outlet = outlets.get(parse_name(label.proper).tokens) if label.family == "party" else None
        if outlet:
            groups.join(label, outlet)


def _same_first(labels: Sequence[Label]) -> Iterator[tuple[Label, Label]]:
    blocks: dict[str, list[Label]] = defaultdict(list)
    for label in labels:
        blocks[parse_name(label.proper).tokens[0]].append(label)
    for block in blocks.values():
        yield from (
            pair
            for pair in combinations(block, 2)
            if len(parse_name(pair[0].proper).tokens) > 1 or len(parse_name(pair[1].proper).tokens) > 1
        )


def _join_demonyms(groups: _Groups) -> None:
    singles = [
        label
        for label in sorted(groups.parent)
        if label.family == "party" and len(parse_name(label.proper).tokens) == 1
    ]
    by_start: dict[str, list[Label]] = defaultdict(list)
    for label in singles:
        by_start[parse_name(label.proper).tokens[0][:3]].append(label)
    for block in by_start.values():
        for one, other in combinations(block, 2):
            if is_demonym(one.proper, other.proper) or is_demonym(other.proper, one.proper):
                groups.join(one, other)


def is_demonym(people: str, nation: str) -> bool:
    """Whether a word names the people of a nation by its form: "Velian" of "Velia", "Egyptian" of "Egypt"."""
    word, name = " ".join(parse_name(people).tokens), " ".join(parse_name(nation).tokens)
    if word == name or len(name) < 4:
        return False
    bare = name.rstrip("aeiouy")
    # A people's own name may end in its plural: "Kurdish" of the "Kurds".
    stems = {name, bare, name[:-1] if bare != name or name.endswith("s") else name}
    # "Libyan" adds a bare n behind a vowel; "Iran" is not Iraq's people.
    return any(
        word == stem + ending
        for stem in stems
        if len(stem) >= 3
        for ending in _DEMONYMS
        if ending not in ("n", "ns") or stem[-1] in "aeiouy"
    )


def _join_knowledge(groups: _Groups, knowledge: Knowledge) -> None:
    for _, known in sorted(knowledge.entities.items()):
        fitting = [label for label in sorted(groups.parent) if _is_known(label, known)]
        for other in fitting[1:]:
            groups.join(fitting[0], other)


def _is_known(label: Label, known: Entity) -> bool:
    if label.family != _family(known.kind):
        return False
    tokens = parse_name(label.proper).tokens
    return any(tokens == parse_name(name).tokens for name in known.names)


def _find_scenes(named: Sequence[Sequence[Referent]], groups: _Groups) -> list[int]:
    """For each report the number of its scene: the first of the reports it shares names with, near or far."""
    reports: dict[Label, list[int]] = defaultdict(list)
    for number, row in enumerate(named):
        telling = {groups.root(_label(each)) for each in row if each.compared and each.kind is not EntityKind.OUTLET}
        for label in sorted(telling):
            reports[label].append(number)
    shared = Counter(pair for numbers in reports.values() for pair in combinations(numbers, 2))
    scene = list(range(len(named)))
    for (one, other), count in sorted(shared.items()):
        if count >= _SHARED_NAMES:
            low, high = sorted((scene[one], scene[other]))
            scene = [low if each == high else each for each in scene]
    return scene


def _place(referent: Referent, groups: _Groups, scene: int) -> Label:
    """The label under which a referent becomes an entity."""
    if referent.compared:
        return groups.root(_label(referent))
    country = groups.root(Label("party", referent.country)).proper if referent.country else ""
    return Label(_family(referent.kind), "", referent.common or "", country or f"scene {scene}")


def _adopt_countries(placed: dict[tuple[int, Referent], Label], scenes: Sequence[int]) -> None:
    """An organ without a country is of the country whose army its scene names, if that is one only.

    Where no army's country is said, the name most heard in the scene stands for the country, so that
    the order of reports changes nothing.
    """
    armies: dict[int, set[str]] = defaultdict(set)
    heard: dict[int, Counter[str]] = defaultdict(Counter)
    for (report, each), label in placed.items():
        if each.common == "army" and each.country:
            armies[scenes[report]].add(label.scope)
        if label.proper and label.family == "party":
            heard[scenes[report]][label.proper] += 1
    for key, label in list(placed.items()):
        report, each = key
        if each.compared or each.country:
            continue
        only, most = armies[scenes[report]], sorted(heard[scenes[report]].items(), key=lambda item: (-item[1], item[0]))
        home = next(iter(only)) if len(only) == 1 and label.family == "party" else ""
        placed[key] = Label(
            label.family, "", label.common, home or f"{_NOWHERE}{most[0][0] if most else 'nobody'} is named"
        )


def _join_placed(placed: dict[tuple[int, Referent], Label], knowledge: Knowledge) -> None:
    """What a person decided is one, of things without a name of their own ("the army") or by their identifiers."""
    if not knowledge.same:
        return
    bearers = find_bearers((label, referent) for (_, referent), label in placed.items())
    for labels in find_same(bearers, knowledge.same, sort=_sort, identify=lambda label: _identify(label, set(), None)):
        first = min(labels, key=lambda label: (not label.proper, label))
        for key, label in placed.items():
            placed[key] = first if label in labels else label


def _state_of(label: Label) -> Label | None:
    """The state that an organ is of: the country by its name, or the nameless one of its scene."""
    if label.proper or label.common not in STATE_ORGANS:
        return None
    return Label("party", "", "state", label.scope) if label.scope.startswith(_NOWHERE) else Label("party", label.scope)


def _make_entities(
    placed: dict[tuple[int, Referent], Label], ties: Sequence[Sequence[Tie]], knowledge: Knowledge
) -> Unified:
    forms: dict[Label, set[str]] = defaultdict(set)
    kinds: dict[Label, Counter[EntityKind]] = defaultdict(Counter)
    for (_, referent), label in placed.items():
        forms[label].update(referent.forms)
        kinds[label][referent.kind] += 1
    states = {label: state for label in list(forms) if (state := _state_of(label))}
    for state in states.values():
        if state not in forms:
            forms[state], kinds[state] = {state.proper or "the state"}, Counter([EntityKind.GROUP])
    known = {label: _find_known(label, knowledge) for label in forms}
    identifiers = _tell_apart({label: _identify(label, forms[label], known[label]) for label in sorted(forms)})
    affiliations: dict[Label, set[Affiliation]] = defaultdict(set)
    for label, state in states.items():
        affiliations[label].add(Affiliation(identifiers[state], f"the {label.common} is an organ of its state"))
    for report, row in enumerate(ties):
        for tie in row:
            whose, of = placed.get((report, tie.whose)), placed.get((report, tie.of))
            if whose and of and whose != of:
                affiliations[whose].add(Affiliation(identifiers[of], tie.because))
    entities = {}
    for label in sorted(forms):
        entry = known[label]
        stated = tuple(sorted(affiliations[label], key=lambda tie: (tie.of, tie.because)))
        entities[identifiers[label]] = Entity(
            identifiers[label],
            _kind(kinds[label]),
            _sort_forms(forms[label]),
            stated + (entry.affiliations if entry else ()),
            entry.source if entry else "text",
        )
    return Unified(entities, {key: identifiers[label] for key, label in placed.items()})


def _find_known(label: Label, knowledge: Knowledge) -> Entity | None:
    fitting = [known for _, known in sorted(knowledge.entities.items()) if label.proper and _is_known(label, known)]
    return fitting[0] if fitting else None


def _tell_apart(identifiers: dict[Label, str]) -> dict[Label, str]:
    """Names that are kept apart may be one without their vowels: all but the first are then told by their words."""
    first: dict[str, Label] = {}
    for label, identifier in identifiers.items():
        first.setdefault(identifier, label)
    return {
        label: identifier if first[identifier] == label else identify("e", identifier, *parse_name(label.proper).tokens)
        for label, identifier in identifiers.items()
    }


def _identify(label: Label, forms: set[str], known: Entity | None) -> str:
    """Opaque and the same for the same names: from the spelling without vowels of the fullest form."""
    if known:
        return known.id
    if label.proper:
        return identify("e", label.family, parse_name(label.proper).key, label.common)
    return identify("e", label.family, label.common, parse_name(label.scope).key)


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
