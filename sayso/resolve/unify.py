"""Unify: one entity for one thing across reports, whatever the spelling and the order of reports."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from sayso.model.entity import Entity, EntityKind
from sayso.model.knowledge import Knowledge
from sayso.resolve.actor import Assignment
from sayso.resolve.affiliation import Tie
from sayso.resolve.grouping import Groups, join_names
from sayso.resolve.home import Called, find_home, know_nations
from sayso.resolve.judged import find_apart, find_bearers, find_same
from sayso.resolve.label import Label, Labels, family_of, know_labels, label_country, label_referents, sort_of
from sayso.resolve.making import NOWHERE, identify_label, make_entities
from sayso.resolve.parting import read_apart
from sayso.resolve.referent import Referent

_SHARED_NAMES = 2  # reports that share so many names tell of one country: "the army" is then one army


@dataclass(frozen=True, slots=True)
class Heard:
    """What one report says: its referents, the affiliations it states, the known actors it names, when it was told.

    `called` is what the name of who carries it says.
    """

    referents: Sequence[Referent]
    ties: Sequence[Tie]
    assigned: Assignment
    told: str | None = None
    called: Called | None = None


@dataclass(frozen=True, slots=True)
class Unified:
    """Entities by the referents of each report."""

    entities: dict[str, Entity]
    by_referent: dict[tuple[int, Referent], str]

    def find(self, report: int, referent: Referent | None) -> Entity | None:
        """The entity of a referent of the report with that number, None if it is unnamed."""
        key = self.by_referent.get((report, referent)) if referent else None
        return self.entities[key] if key else None


def unify(heard: Sequence[Heard], *, knowledge: Knowledge) -> Unified:
    """Entities over a batch of reports.

    Full names first, by spelling; then initials; then all names of one known actor; then short names
    that only one full name of the batch fits; then nations by their people ("Velian", "Velia"). What
    has only a plain word ("the army") is one where its country is one, or where reports share names
    enough to tell of one country. Names that stand for different known actors are never one.
    """
    named = [sorted({each for each in one.referents if each.named}, key=_order) for one in heard]
    assigned = [one.assigned for one in heard]
    labels = label_referents(named, assigned)
    bearers = find_bearers((label, each) for (_, each), label in labels.items())
    countries = {label_country(each.country) for row in named for each in row if each.country}
    apart = find_apart(bearers, read_apart(knowledge.apart))
    groups = Groups({*labels.values(), *countries}, apart=apart, known=know_labels(labels, assigned))
    join_names(groups, labels)
    for same in find_same(bearers, knowledge.same, sort=sort_of):
        for other in same[1:]:
            groups.join(same[0], other, decided=True)
    nations = know_nations({each.proper for each in countries})
    homes = [find_home(one.called, nations) for one in heard]
    placed = _place_all(named, labels, groups, homes=homes)
    _join_placed(placed, knowledge)
    entities, identifiers = make_entities(placed, [one.ties for one in heard], groups, told=[one.told for one in heard])
    return Unified(entities, {key: identifiers[label] for key, label in placed.items()})


def _order(referent: Referent) -> tuple[str, ...]:
    return (referent.kind, *referent.forms, referent.because)


def _place_all(
    named: Sequence[Sequence[Referent]], labels: Labels, groups: Groups, *, homes: Sequence[str | None]
) -> dict[tuple[int, Referent], Label]:
    """The label under which each referent becomes an entity."""
    scenes = _find_scenes(len(named), labels, groups)
    placed = {
        (report, each): groups.root(labels[report, each])
        if each.compared
        else _place(each, groups, scenes[report], home=homes[report])
        for report, row in enumerate(named)
        for each in row
    }
    _adopt_countries(placed, scenes, homes)
    return placed


def _find_scenes(reports: int, labels: Labels, groups: Groups) -> list[int]:
    """For each report the number of its scene: the first of the reports it shares names with, near or far."""
    telling: dict[Label, set[int]] = defaultdict(set)
    for (number, referent), label in labels.items():
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
    placed: dict[tuple[int, Referent], Label], scenes: Sequence[int], homes: Sequence[str | None]
) -> None:
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
        if each.compared or each.country or (homes[report] and label.family == "party"):
            continue
        only, most = armies[scenes[report]], _most(heard[scenes[report]])
        home = next(iter(only)) if len(only) == 1 and label.family == "party" else ""
        placed[key] = Label(label.family, "", label.common, home or f"{NOWHERE}{most or 'nobody'} is named")


def _most(heard: Mapping[str, int]) -> str | None:
    ordered = sorted(heard.items(), key=lambda item: (-item[1], item[0]))
    return ordered[0][0] if ordered else None


def _join_placed(placed: dict[tuple[int, Referent], Label], knowledge: Knowledge) -> None:
    """What a person decided is one, of things without a name of their own ("the army") or by their identifiers."""
    if not knowledge.same:
        return
    bearers = find_bearers((label, referent) for (_, referent), label in placed.items())
    for labels in find_same(bearers, knowledge.same, sort=sort_of, identify=identify_label):
        first = min(labels, key=lambda label: (not label.proper, label))
        for key, label in placed.items():
            placed[key] = first if label in labels else label
