"""Grouping: labels that are of one thing, joined by spelling, initials, short form, people and knowledge."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from sayso.model.entity import EntityKind
from sayso.model.knowledge import Entry
from sayso.resolve.capitals import is_acronym, is_head_of
from sayso.resolve.demonym import is_demonym
from sayso.resolve.label import Label, Labels
from sayso.resolve.name import is_short_form, parse_name
from sayso.resolve.name.comparison import is_spelling
from sayso.resolve.name.pairing import find_pairs
from sayso.resolve.name.sound import key_of
from sayso.resolve.outlet import is_same_outlet


class Groups:
    """Union-find over labels; the least label of a group is its root, so order does not matter.

    Labels of two known actors, and those that a person decided are apart, are never joined.
    """

    def __init__(
        self, labels: Iterable[Label], *, apart: Collection[frozenset[Label]] = (), known: Mapping[Label, Entry]
    ) -> None:
        self._parent = {label: label for label in labels}
        #: All labels in order.
        self.labels = sorted(self._parent)
        self._known = dict(known)
        self._apart: dict[Label, set[Label]] = defaultdict(set)
        for one, other in apart:
            self._apart[one].add(other)
            self._apart[other].add(one)

    def root(self, label: Label) -> Label:
        """The label that stands for the whole group; a label that is in none stands for itself."""
        while self._parent.get(label, label) != label:
            self._parent[label] = self._parent[self._parent[label]]
            label = self._parent[label]
        return label

    def known(self, label: Label) -> Entry | None:
        """The known actor that a label's group is."""
        return self._known.get(self.root(label))

    def join(self, one: Label, other: Label, *, decided: bool = False) -> None:
        """Make two groups one, unless they are known to be two; what a person `decided` goes before knowledge."""
        low, high = sorted((self.root(one), self.root(other)))
        mine, theirs = self._known.get(low), self._known.get(high)
        if low == high or (mine and theirs and mine.id != theirs.id and not decided):
            return
        if any(self.root(each) == high for each in self._apart.get(low, ())):
            return
        self._parent[high] = low
        if strangers := self._apart.pop(high, None):
            self._apart[low] |= strangers
        if theirs and not mine:
            self._known[low] = theirs


def join_names(groups: Groups, labels: Labels) -> None:
    """Full names first, by spelling; then initials; then known names; then short ones; then nations and outlets."""
    _join_spellings(groups)
    _join_initials(groups, labels)
    _join_known(groups)
    _join_short_names(groups)
    _join_demonyms(groups)
    _join_outlets(groups)


def _join_spellings(groups: Groups) -> None:
    """Names whose words are spellings of each other; blocks keep it from all pairs."""
    blocks: dict[tuple[str, str, str, str], list[Label]] = defaultdict(list)
    for label in groups.labels:
        tokens = parse_name(label.proper).tokens
        for block in {key_of(tokens[-1]), tokens[-1][:4]} if tokens else ():
            blocks[label.family, label.common, label.scope, block].append(label)
    for row in blocks.values():
        for one, other in find_pairs([label.proper for label in row]):
            if _is_same(row[one], row[other]):
                groups.join(row[one], row[other])


def _is_same(one: Label, other: Label) -> bool:
    if one.family in (EntityKind.IMAGES, EntityKind.DOCUMENT):
        return parse_name(one.proper).tokens == parse_name(other.proper).tokens
    return is_spelling(one.proper, other.proper)


def _join_initials(groups: Groups, labels: Labels) -> None:
    """By initials, "GNA" of one report is the "Government of National Accord (GNA)" of another."""
    holders: dict[str, set[Label]] = defaultdict(set)
    for referent, label in (each for row in labels for each in row):
        if label.family == "party":
            for form in referent.forms:
                if is_acronym(form):
                    holders[form.replace(".", "").casefold()].add(label)
    for row in holders.values():
        for one, other in combinations(sorted(row), 2):
            if "another" not in (one.scope, other.scope):
                groups.join(one, other)


def _join_known(groups: Groups) -> None:
    """All names of one known actor."""
    first: dict[str, Label] = {}
    for label in groups.labels:
        if entry := groups.known(label):
            groups.join(first.setdefault(entry.id, label), label)


def _join_short_names(groups: Groups) -> None:
    """A short name joins the full one it is the end of, if that is the only one in the batch."""
    by_last: dict[tuple[str, str, str], list[Label]] = defaultdict(list)
    for label in groups.labels:
        if label.family == "party" and label.scope != "another" and (tokens := parse_name(label.proper).tokens):
            by_last[label.family, label.common, key_of(tokens[-1])].append(label)
    for block in by_last.values():
        for short in block:
            fuller = [long for long in block if is_short_form(short.proper, long.proper)]
            if fuller and len({groups.root(long) for long in fuller}) == 1:
                groups.join(short, fuller[0])
    _join_heads(groups)
    outlets = [label for label in groups.labels if label.family == EntityKind.OUTLET]
    for one, other in _same_first(outlets):
        if is_same_outlet(one.proper, other.proper):
            groups.join(one, other)


def _join_heads(groups: Groups) -> None:
    """“The Committee” joins the only committee of the batch, if that is named “Committee of …”."""
    parties = [label for label in groups.labels if label.family == "party" and label.scope != "another"]
    by_noun: dict[str, list[Label]] = defaultdict(list)
    for label in parties:
        for noun in _nouns_of(label):
            by_noun[noun].append(label)
    for short in parties:
        called = by_noun.get(short.proper, [])
        roots = {groups.root(other) for other in called} - {groups.root(short)}
        if len(roots) == 1 and any(is_head_of(short.proper, other.proper) for other in called):
            groups.join(short, min(roots))


def _nouns_of(label: Label) -> tuple[str, ...]:
    words = label.proper.split(" of ")[0].split()
    return tuple(words[-1:])


def _join_outlets(groups: Groups) -> None:
    """A body that publishes is one with the outlet of the same full name ("The group Plumbline" and Plumbline)."""
    outlets = {parse_name(label.proper).tokens: label for label in groups.labels if label.family == EntityKind.OUTLET}
    for label in groups.labels:
        outlet = outlets.get(parse_name(label.proper).tokens) if label.family == "party" else None
        if outlet:
            groups.join(label, outlet)


def _same_first(labels: Sequence[Label]) -> Iterator[tuple[Label, Label]]:
    blocks: dict[str, list[Label]] = defaultdict(list)
    for label in labels:
        for token in parse_name(label.proper).tokens[:1]:
            blocks[token].append(label)
    for block in blocks.values():
        yield from (
            pair
            for pair in combinations(block, 2)
            if len(parse_name(pair[0].proper).tokens) > 1 or len(parse_name(pair[1].proper).tokens) > 1
        )


def _join_demonyms(groups: Groups) -> None:
    by_start: dict[str, list[Label]] = defaultdict(list)
    for label in groups.labels:
        tokens = parse_name(label.proper).tokens
        if label.family == "party" and len(tokens) == 1:
            by_start[tokens[0][:3]].append(label)
    for block in by_start.values():
        for one, other in combinations(block, 2):
            if is_demonym(one.proper, other.proper) or is_demonym(other.proper, one.proper):
                groups.join(one, other)
