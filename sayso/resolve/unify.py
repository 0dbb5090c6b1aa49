"""Unify: one entity for one thing across reports, whatever the spelling and the order of reports."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from sayso.model.entity import Entity, EntityKind
from sayso.model.knowledge import Entry, Knowledge
from sayso.resolve.affiliation import Tie
from sayso.resolve.grouping import Groups, join_names
from sayso.resolve.home import Called, find_home, know_nations
from sayso.resolve.judged import find_apart, find_bearers, find_same
from sayso.resolve.label import Label, Labelled, Labels, family_of, know_labels, label_country, label_referents, sort_of
from sayso.resolve.making import NOWHERE, identify_label, make_entities
from sayso.resolve.parting import read_apart
from sayso.resolve.referent import Referent

_SHARED_NAMES = 2  # reports that share so many names tell of one country: "the army" is then one army


@dataclass(frozen=True, slots=True, eq=False)
class Heard:
    """What one report says: its named referents with their labels, the affiliations it states, the states that its
    words for countries are, when it was told.

    `called` is what the name of who carries it says.
    """

    labelled: Sequence[Labelled]
    ties: Sequence[Tie]
    countries: Mapping[str, Entry]
    told: str | None = None
    called: Called | None = None


@dataclass(frozen=True, slots=True)
class Unified:
    """Entities by identifier, and for each report the identifiers of its named referents."""

    entities: dict[str, Entity]
    by_report: Sequence[Mapping[Referent, str]]

    def find(self, report: int, referent: Referent | None) -> Entity | None:
        """The entity of a referent of the report with that number, None if it is unnamed."""
        key = self.by_report[report].get(referent) if referent else None
        return self.entities[key] if key else None


def unify(heard: Sequence[Heard], *, knowledge: Knowledge) -> Unified:
    """Entities over a batch of reports.

    Full names first, by spelling; then initials; then all names of one known actor; then short names
    that only one full name of the batch fits; then nations by their people ("Velian", "Velia"). What
    has only a plain word ("the army") is one where its country is one, or where reports share names
    enough to tell of one country. Names that stand for different known actors are never one.
    """
    rows = [one.labelled for one in heard]
    labels = label_referents(rows)
    countries = {label_country(each.referent.country) for row in rows for each in row if each.referent.country}
    groups = _group(labels, countries, know_labels(labels, rows, [one.countries for one in heard]), knowledge)
    nations = know_nations({each.proper for each in countries})
    homes = [find_home(one.called, nations) for one in heard]
    placed = _place_all(rows, labels, groups, homes=homes)
    _join_placed(placed, knowledge)
    entities, identifiers = make_entities(placed, [one.ties for one in heard], groups, told=[one.told for one in heard])
    return Unified(entities, [{each: identifiers[label] for each, label in row} for row in placed])


def _group(labels: Labels, countries: Collection[Label], known: Mapping[Label, Entry], knowledge: Knowledge) -> Groups:
    """The labels that are of one thing by their names, and by what persons decided of these."""
    decided = knowledge.same or knowledge.apart
    bearers = find_bearers((label, each) for row in labels for each, label in row) if decided else {}
    apart = find_apart(bearers, read_apart(knowledge.apart))
    groups = Groups({label for row in labels for _, label in row} | {*countries}, apart=apart, known=known)
    join_names(groups, labels)
    for same in find_same(bearers, knowledge.same, sort=sort_of):
        for other in same[1:]:
            groups.join(same[0], other, decided=True)
    return groups


def _place_all(
    rows: Sequence[Sequence[Labelled]], labels: Labels, groups: Groups, *, homes: Sequence[str | None]
) -> list[list[tuple[Referent, Label]]]:
    """The label under which each referent becomes an entity."""
    scenes = _find_scenes(labels, groups)
    placed = []
    for report, (row, own) in enumerate(zip(rows, labels, strict=True)):
        named = iter(own)
        placed.append(
            [
                (
                    each.referent,
                    groups.root(next(named)[1])
                    if each.label
                    else _place(each.referent, groups, scenes[report], home=homes[report]),
                )
                for each in row
            ]
        )
    return _adopt_countries(placed, scenes, homes)


def _find_scenes(labels: Labels, groups: Groups) -> list[int]:
    """For each report the number of its scene: the first of the reports it shares names with, near or far."""
    reports = len(labels)
    telling: dict[Label, set[int]] = defaultdict(set)
    for number, own in enumerate(labels):
        for referent, label in own:
            if referent.kind not in (EntityKind.OUTLET, EntityKind.EQUIPMENT):  # types of machines tell no country
                telling[groups.root(label)].add(number)
    row: list[list[int]] = [[] for _ in range(reports)]
    for order, numbers in enumerate(telling.values()):
        for number in numbers if len(numbers) > 1 else ():
            row[number].append(order)
    scene = list(range(reports))
    first: dict[tuple[int, ...], int] = {}
    for number, names in enumerate(row):
        # Whoever shares two names with another shares a pair of them with the first who has that pair.
        for pair in combinations(names, _SHARED_NAMES):
            _join_scenes(scene, first.setdefault(pair, number), number)
    return [_first_of(scene, number) for number in range(reports)]


def _join_scenes(scene: list[int], one: int, other: int) -> None:
    low, high = sorted((_first_of(scene, one), _first_of(scene, other)))
    scene[high] = low


def _first_of(scene: list[int], number: int) -> int:
    """The first report of a report's scene; the way there is shortened."""
    while scene[number] != number:
        scene[number] = scene[scene[number]]
        number = scene[number]
    return number


def _place(referent: Referent, groups: Groups, scene: int, *, home: str | None) -> Label:
    """The label of what has only a plain word: with its country, or that of the outlet, else with its scene."""
    of = referent.country or (home if family_of(referent.kind) == "party" else None)
    country = groups.root(label_country(of)).proper if of else ""
    return Label(family_of(referent.kind), "", referent.common or "", country or f"scene {scene}")


def _adopt_countries(
    placed: Labels, scenes: Sequence[int], homes: Sequence[str | None]
) -> list[list[tuple[Referent, Label]]]:
    """An organ without a country is of the country whose army its scene names, if that is one only.

    Where no army's country is said, the name most heard in the scene stands for the country, so that
    the order of reports changes nothing.
    """
    armies: dict[int, set[str]] = defaultdict(set)
    heard: dict[int, Counter[str]] = defaultdict(Counter)
    for scene, row in zip(scenes, placed, strict=True):
        for each, label in row:
            if each.common == "army" and each.country:
                armies[scene].add(label.scope)
            if label.proper and label.family == "party":
                heard[scene][label.proper] += 1
    most = {scene: _most(counts) for scene, counts in heard.items()}

    def adopt(each: Referent, label: Label, scene: int, home: str | None) -> Label:
        if each.compared or each.country or (home and label.family == "party"):
            return label
        only = armies.get(scene, ())
        country = next(iter(only)) if len(only) == 1 and label.family == "party" else ""
        return Label(label.family, "", label.common, country or f"{NOWHERE}{most.get(scene) or 'nobody'} is named")

    return [
        [(each, adopt(each, label, scene, home)) for each, label in row]
        for scene, home, row in zip(scenes, homes, placed, strict=True)
    ]


def _most(heard: Mapping[str, int]) -> str | None:
    return min(heard, key=lambda name: (-heard[name], name), default=None)


def _join_placed(placed: list[list[tuple[Referent, Label]]], knowledge: Knowledge) -> None:
    """What a person decided is one, of things without a name of their own ("the army") or by their identifiers."""
    if not knowledge.same:
        return
    bearers = find_bearers((label, each) for row in placed for each, label in row)
    for labels in find_same(bearers, knowledge.same, sort=sort_of, identify=identify_label):
        first = min(labels, key=lambda label: (not label.proper, label))
        one = frozenset(labels)
        for row in placed:
            row[:] = [(each, first if label in one else label) for each, label in row]
