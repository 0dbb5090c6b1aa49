"""Credit: which held reports a report takes something from, because it names their outlets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sayso.corroborate.lineage.across import are_across, count_shared
from sayso.corroborate.lineage.comparing import stands_in
from sayso.corroborate.lineage.direction import TIME_ZONE, may_precede, order_told
from sayso.corroborate.lineage.mention import Mention, rate_mention
from sayso.corroborate.lineage.outlet import fold_outlet, same_outlet
from sayso.corroborate.lineage.text import Text, prepare_words
from sayso.corroborate.matter import read_names
from sayso.model.lineage import Lineage, Relation

# Names and numbers that both have, and how many days before the other may have been told.
_SHARED = ((1, 7), (2, 40))
_FITS, _FITS_LATER = 0.5, 0.6  # of the words of the sentence that credits, those that one sentence of the other has
_FOR_EACH, _MOST = 0.1, 5  # of them, for the choice among an outlet's reports


def find_credited(
    child: Text, others: Sequence[Text], mentions: Mapping[str, Mention], parent: Text | None
) -> list[Lineage]:
    """One edge for each outlet that a report names, to the likeliest of its reports, if one is on the same matter.

    What a sentence copied from the parent credits, the parent credits.
    """
    by_outlet: dict[str, list[tuple[float, Text, Mention]]] = defaultdict(list)
    for other in others:
        mention = mentions.get(other.id)
        if mention and not _is_parents(mention, other, parent):
            fit, shared = rate_mention(mention, other), _count_shared(child, other)
            if _fits(child, other, fit, shared):
                likely = fit + _FOR_EACH * min(shared, _MOST)
                by_outlet[min(fold_outlet(other.report.outlet or ""))].append((likely, other, mention))
    return [_edge(child, *min(rows, key=lambda row: (-row[0], order_told(row[1])))) for rows in by_outlet.values()]


def _fits(child: Text, other: Text, fit: float, shared: int) -> bool:
    """Whether a report can be the one that is meant: by the words that name it, else by what both tell of, and when.

    One told a day later may be, by its time zone, if the words fit.
    """
    if not may_precede(other, child):
        return fit >= _FITS_LATER and may_precede(other, child, slack=TIME_ZONE)
    return fit >= _FITS or any(shared >= least and may_precede(child, other, slack=slack) for least, slack in _SHARED)


def _count_shared(child: Text, other: Text) -> int:
    """How many names, but for the outlet's own, and numbers both have."""
    if are_across(child, other):
        return count_shared(child, other)
    of_outlet = read_names(f"a {other.report.outlet}")
    return len((child.names & other.names) - of_outlet) + len(child.numbers & other.numbers)


def _is_parents(mention: Mention, other: Text, parent: Text | None) -> bool:
    """Whether what is named is the parent, its outlet, or named in words that are the parent's."""
    if parent is None:
        return False
    own = same_outlet(other.report.outlet, parent.report.outlet)
    return own or stands_in(prepare_words(mention.sentence), parent)


def _edge(child: Text, likely: float, other: Text, mention: Mention) -> Lineage:
    score = round(min(1.0, 0.5 + likely / 2), 3)
    return Lineage(child.id, other.id, Relation.CREDIT, score, f'it says "{mention.sentence}"')
