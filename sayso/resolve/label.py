"""Label: what the referents of all reports are compared by, and which known actor each label stands for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sayso.model.entity import EntityKind
from sayso.model.knowledge import Entry
from sayso.resolve.actor import Assignment
from sayso.resolve.referent import Referent


class Label(NamedTuple):
    """What a referent is compared by: kind of thing, proper name, plain word, and where.

    A tuple, for labels are put in order and looked up more than anything else here. `scope` is the
    country of what has only a plain word; for a name that several known actors bear, the key of the
    one that is meant. Empty for what is not there.
    """

    family: str
    proper: str
    common: str = ""
    scope: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Labelled:
    """A named referent of a report and its label by itself, None for what has only a plain word.

    `means` is the key of the known actor that is meant: "another" for a name-sake abroad, empty where nothing is
    known; `entry` is that actor.
    """

    referent: Referent
    label: Label | None
    means: str = ""
    entry: Entry | None = None


#: The labels of the named referents of each report, by number of report.
Labels = Sequence[Sequence[tuple[Referent, Label]]]
_APART = (EntityKind.PLACE, EntityKind.IMAGES, EntityKind.DOCUMENT, EntityKind.OUTLET, EntityKind.EQUIPMENT)


def family_of(kind: EntityKind) -> str:
    """The kind among which names are compared: parties of all sorts are one."""
    return kind if kind in _APART else "party"


def sort_of(label: Label) -> str:
    """What can be one by a person's decision: parties and outlets with each other, a place with places alone."""
    return "party" if label.family == EntityKind.OUTLET else label.family


def label_country(country: str) -> Label:
    """The label of a country that an organ is of."""
    return Label("party", country)


def label_report(referents: Iterable[Referent], assigned: Assignment) -> tuple[Labelled, ...]:
    """The named referents of one report in an order of their own, each with its label."""
    named = sorted({each for each in referents if each.named}, key=_order)
    return tuple(label_named(each, _mean(assigned, each), assigned.entries.get(each)) for each in named)


def label_named(referent: Referent, means: str, entry: Entry | None) -> Labelled:
    """A named referent with its label, and the known actor that it stands for."""
    return Labelled(referent, _label(referent), means, entry) if referent.compared else Labelled(referent, None)


def label_referents(rows: Sequence[Sequence[Labelled]]) -> list[list[tuple[Referent, Label]]]:
    """The labels of whatever has a name; one that stands for several known actors is told apart by which is meant."""
    meant: dict[Label, set[str]] = defaultdict(set)
    for row in rows:
        for each in row:
            if each.label and each.means:
                meant[each.label].add(each.means)
    several = {label for label, keys in meant.items() if len(keys) > 1}
    return [
        [
            (each.referent, each.label._replace(scope=each.means) if each.label in several else each.label)
            for each in row
            if each.label
        ]
        for row in rows
    ]


def know_labels(
    labels: Labels, rows: Sequence[Sequence[Labelled]], countries: Sequence[Mapping[str, Entry]]
) -> dict[Label, Entry]:
    """The known actor of each label that has one, countries included."""
    found = {label_country(name): entry for each in countries for name, entry in each.items()}
    for placed, row in zip(labels, rows, strict=True):
        entries = (each.entry for each in row if each.label)
        found.update((label, entry) for (_, label), entry in zip(placed, entries, strict=True) if entry)
    return found


def _order(referent: Referent) -> tuple[object, ...]:
    """One order for whatever differs in anything: what is written of a report is the same in every process."""
    more = (referent.proper, referent.common, referent.country, referent.office, referent.of, referent.female)
    return (referent.kind, *referent.forms, referent.because), repr((more, referent.plural))


def _label(referent: Referent) -> Label:
    common = referent.common or "" if referent.kind is EntityKind.PLACE else ""
    return Label(family_of(referent.kind), referent.compared or "", common)


def _mean(assignment: Assignment, referent: Referent) -> str:
    """Which known actor is meant: its key, "another" for a name-sake abroad, empty where nothing is known."""
    entry = assignment.entries.get(referent)
    return entry.key if entry else "another" if referent in assignment.elsewhere else ""
