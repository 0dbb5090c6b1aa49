"""Common: words that two reports share because both have them from a third.

A communiqué that both print word for word, each under a text of its own, is a common source; a wire that both
credit is another. Neither makes the one a copy of the other.
"""

from __future__ import annotations

from sayso.corroborate.lineage.comparing import find_copied
from sayso.corroborate.lineage.outlet import same_outlet
from sayso.corroborate.lineage.text import Text
from sayso.model.lineage import Credit, Relation


def find_common(child: Text, parent: Text, mine: tuple[Credit, ...], theirs: tuple[Credit, ...]) -> frozenset[int]:
    """Places of a child's sentences that it shares with a parent because both have them from a third."""
    stretches = [*_common_documents(child, parent), *_common_credits(child, mine, theirs)]
    if not stretches:
        return frozenset()
    copied = find_copied(child, parent)
    return frozenset(
        place
        for place, (at, sentence) in enumerate(child.sentences)
        if place in copied and any(start <= at + len(sentence) // 2 < end for start, end in stretches)
    )


def _common_documents(child: Text, parent: Text) -> list[tuple[int, int]]:
    """Documents of the child, where the parent prints one too; which words they share is asked of the sentences."""
    if not parent.documents:
        return []
    return [(document.start, document.end) for document in child.documents]


def _common_credits(child: Text, mine: tuple[Credit, ...], theirs: tuple[Credit, ...]) -> list[tuple[int, int]]:
    """What the child has from an outlet that the parent credits too; all, where one of them says so of its whole."""
    found = []
    for credit in mine:
        same = [other for other in theirs if same_outlet(credit.outlet.text, other.outlet.text)]
        whole = any(each.relation in (Relation.COPY, Relation.TRANSLATION) for each in (credit, *same))
        if same:
            found.append((0, len(child.report.text)) if whole else credit.scope)
    return found
