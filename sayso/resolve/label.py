"""Label: what the referents of all reports are compared by, and which known actor each label stands for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.model.entity import EntityKind
from sayso.model.knowledge import Entry
from sayso.resolve.actor import Assignment
from sayso.resolve.referent import Referent


@dataclass(frozen=True, slots=True, order=True)
class Label:
    """What a referent is compared by: kind of thing, proper name, plain word, and where.

    `scope` is the country of what has only a plain word; for a name that several known actors bear,
    the key of the one that is meant. Empty for what is not there.
    """

    family: str
    proper: str
    common: str = ""
    scope: str = ""


#: The labels of named referents, by number of report.
Labels = Mapping[tuple[int, Referent], Label]
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


def label_referents(
    named: Sequence[Iterable[Referent]], assigned: Sequence[Assignment]
) -> dict[tuple[int, Referent], Label]:
    """The labels of whatever has a name; one that stands for several known actors is told apart by which is meant."""
    plain = {(report, each): _label(each) for report, row in enumerate(named) for each in row if each.compared}
    meant: dict[Label, set[str]] = defaultdict(set)
    for (report, each), label in plain.items():
        meant[label].add(_mean(assigned[report], each))
    return {
        (report, each): replace(label, scope=_mean(assigned[report], each)) if len(meant[label] - {""}) > 1 else label
        for (report, each), label in plain.items()
    }


def know_labels(labels: Labels, assigned: Sequence[Assignment]) -> dict[Label, Entry]:
    """The known actor of each label that has one, countries included."""
    found = {label: entry for (report, each), label in labels.items() if (entry := assigned[report].entries.get(each))}
    states = {label_country(name): entry for each in assigned for name, entry in each.countries.items()}
    return states | found


def _label(referent: Referent) -> Label:
    common = referent.common or "" if referent.kind is EntityKind.PLACE else ""
    return Label(family_of(referent.kind), referent.compared or "", common)


def _mean(assignment: Assignment, referent: Referent) -> str:
    """Which known actor is meant: its key, "another" for a name-sake abroad, empty where nothing is known."""
    entry = assignment.entries.get(referent)
    return entry.key if entry else "another" if referent in assignment.elsewhere else ""
