"""Unheld: texts that nobody here holds, which held reports say they have things from.

A wire that is none of its citers' candidates; a document that several print, each under a text of its own.
Those that credit one outlet have it from one text where their common content agrees.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.corroborate.lineage.across import are_across
from sayso.corroborate.lineage.comparing import compare, stands_in
from sayso.corroborate.lineage.direction import order_told
from sayso.corroborate.lineage.outlet import fold_outlet, same_outlet
from sayso.corroborate.lineage.relation import Side, is_close
from sayso.corroborate.lineage.text import Text, prepare_words
from sayso.model.lineage import Credit, Lineage, Relation
from sayso.model.report import Report, identify_unheld

_ECHOED = 0.22  # sentences of one that the other tells too
_SAME_DOCUMENT = 0.5  # runs of the shorter document that stand in the other
_BY_STRENGTH = (Relation.COPY, Relation.TRANSLATION, Relation.REWRITE, Relation.CREDIT)


@dataclass(frozen=True)
class Pointer:
    """A report that has something from a text that is not here; `printed` is what it has word for word, if it does.

    `place` counts those of one report, from 0: by it and the report a pointer is known again.
    """

    text: Text
    outlet: str
    relation: Relation
    words: str
    printed: Text | None = None
    place: int = 0


def find_unheld(
    sides: Sequence[Side], near: Mapping[str, Collection[str]], edges: Collection[Lineage]
) -> list[tuple[Report, list[Lineage]]]:
    """Each text that is credited or printed but not held, with the edges to it; as `group_pointers` is asked."""
    return [make_unheld(group) for group in group_pointers(sides, near, edges) if is_told(group)]


def group_pointers(
    sides: Sequence[Side], near: Mapping[str, Collection[str]], edges: Collection[Lineage]
) -> list[list[Pointer]]:
    """All that reports point to which is not held, put together by what may be one text.

    `near` are each report's candidates and fellows, `edges` what is found between held ones. What a report's
    parent credits or prints, it has from the parent.
    """
    texts = {side.text.id: side.text for side in sides}
    parents = {edge.report: texts.get(edge.of) for edge in edges if _is_taken_over(edge.relation)}
    settled: dict[str, list[str | None]] = defaultdict(list)
    for edge in edges:
        settled[edge.report].append(texts[edge.of].report.outlet if edge.of in texts else None)
    found = [
        pointer for side in sides for pointer in _find_pointers(side, settled[side.text.id], parents.get(side.text.id))
    ]
    credited = [pointer for pointer in found if not pointer.printed]
    return [*_group(credited, near), *_group([pointer for pointer in found if pointer.printed], near)]


def is_told(group: Sequence[Pointer]) -> bool:
    """Whether pointers to one text make a report of it: a document that one outlet alone prints does not."""
    return group[0].printed is None or len({pointer.text.report.outlet for pointer in group}) > 1


def _find_pointers(side: Side, settled: Iterable[str | None], parent: Text | None) -> list[Pointer]:
    found = [*_find_credited(side, settled, parent), *_find_printed(side.text, parent)]
    return [replace(pointer, place=place) for place, pointer in enumerate(found)]


def _find_credited(side: Side, settled: Iterable[str | None], parent: Text | None) -> list[Pointer]:
    """One pointer for each outlet that a report credits and has nothing of here, by the strongest of its credits."""
    own = side.text.report.outlet
    here = [own, *settled]
    strongest: dict[str, Credit] = {}
    others = [credit for credit in side.credits if credit.relation is not Relation.VERSION]
    for credit in sorted(others, key=lambda credit: (_BY_STRENGTH.index(credit.relation), credit.outlet.start)):
        if not (any(same_outlet(credit.outlet.text, name) for name in here) or _is_parents(credit, side.text, parent)):
            strongest.setdefault(min(fold_outlet(credit.outlet.text)), credit)
    return [Pointer(side.text, credit.outlet.text, credit.relation, credit.words.text) for credit in strongest.values()]


def _is_taken_over(relation: Relation) -> bool:
    """Whether another outlet's text is taken over; a later state of the own one credits in its own name."""
    return is_close(relation) and relation is not Relation.VERSION


def _is_parents(credit: Credit, text: Text, parent: Text | None) -> bool:
    """Whether a credit is the parent's own, or says whose translation a text is that has the parent's in other letters.

    An outlet's name may be translated too: "Port Mirvat Today" is Порт-Мірват сьогодні.
    """
    if parent is None:
        return False
    is_name = credit.relation is Relation.TRANSLATION and are_across(text, parent)
    return is_name or stands_in(prepare_words(credit.words.text), parent)


def _find_printed(text: Text, parent: Text | None) -> list[Pointer]:
    """The documents that a report prints, but for those that its parent prints."""
    found = []
    for document in text.documents:
        words = prepare_words(text.report.text[document.start : document.end])
        if words.runs and not (parent and stands_in(words, parent)):
            found.append(Pointer(text, document.issuer, Relation.CREDIT, document.words, words))
    return found


def _group(pointers: Sequence[Pointer], near: Mapping[str, Collection[str]]) -> list[list[Pointer]]:
    """Pointers to one text put together: all that are linked by pairs of candidates which agree."""
    by_report: dict[str, list[int]] = defaultdict(list)
    for place, pointer in enumerate(pointers):
        by_report[pointer.text.id].append(place)
    root = list(range(len(pointers)))
    for place, pointer in enumerate(pointers):
        others = (other for id_ in near.get(pointer.text.id, ()) for other in by_report.get(id_, ()) if other < place)
        for other in others:
            left, right = _find_root(root, place), _find_root(root, other)
            if left != right and _agree(pointer, pointers[other]):
                root[max(left, right)] = min(left, right)
    groups: dict[int, list[Pointer]] = defaultdict(list)
    for place, pointer in enumerate(pointers):
        groups[_find_root(root, place)].append(pointer)
    return list(groups.values())


def _find_root(root: list[int], place: int) -> int:
    while root[place] != place:
        root[place] = root[root[place]]
        place = root[place]
    return place


def _agree(left: Pointer, right: Pointer) -> bool:
    """Whether two reports have it from one text: the same document, or the same outlet and common content."""
    if left.printed and right.printed:
        shared = len(left.printed.runs & right.printed.runs)
        return shared / min(len(left.printed.runs), len(right.printed.runs)) >= _SAME_DOCUMENT
    if not same_outlet(left.outlet, right.outlet):
        return False
    return max(compare(left.text, right.text).echoed, compare(right.text, left.text).echoed) >= _ECHOED


def make_unheld(group: Sequence[Pointer]) -> tuple[Report, list[Lineage]]:
    """The absent report, and the edges to it; its identifier is of the earliest that credits it, whatever the order."""
    first = min(group, key=lambda pointer: order_told(pointer.text))
    id_ = identify_unheld(outlet=first.outlet, credited_by=first.text.id)
    edges = [
        Lineage(pointer.text.id, id_, pointer.relation, 0.9, f'it says "{pointer.words}"')
        for pointer in sorted(group, key=lambda pointer: pointer.text.id)
    ]
    return Report(id=id_, address=id_, text="", held=False, outlet=first.outlet), edges
