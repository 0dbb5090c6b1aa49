"""Carrying: whether a text carries over one in other letters, as its translation or in part.

A translation follows it through. What says that its outlet reports it ("Sawt Qarsham reports"), or follows a good part
of it alone, is a rewrite. Two outlets that tell of one happening, each with reporters of its own, share names and
numbers but not their order; two reporters at one briefing who follow it point by point are taken for one: accepted.
"""

from __future__ import annotations

from dataclasses import dataclass

from sayso.corroborate.lineage.across import Across, follow_across
from sayso.corroborate.lineage.mention import Mention
from sayso.corroborate.lineage.text import Text
from sayso.corroborate.lineage.translation import says_of_itself, says_translated
from sayso.model.lineage import Relation


@dataclass(frozen=True, slots=True)
class _Least:
    """What there must be at least: sentences in the same order, their share of the longer text, what they hold of all
    names and numbers that both texts have, and how much that is.
    """

    sentences: int
    share: float
    order: float
    weight: float

    def is_met(self, found: Across) -> bool:
        return (
            found.sentences >= self.sentences
            and found.share >= self.share
            and found.order >= self.order
            and found.weight >= self.weight
        )


# Chosen on the first, third, fifth … matter of `training/translations`: translations have an order of 0.95 and a weight
# of 5.3 and more, without their figures 0.92 and 5.3; two outlets' own reports an order of up to 0.55, without figures
# 0.9 with a weight of 2.4. Shares and sentences are those of translations in one script.
_TRANSLATED = _Least(4, 0.6, 0.75, 4.5)
_SAYS_TRANSLATED = _Least(2, 0.4, 0.5, 2.0)
_RETOLD = _Least(4, 0.0, 0.75, 4.5)
_NAMES_OUTLET = _Least(3, 0.0, 0.4, 2.0)
_NUMBERS = 0.75  # of the numbers of the text that has fewer
_MOST_SURE, _UNSAID = 0.9, 0.86  # a copy of the translation is surer of the translation


def find_carried(child: Text, parent: Text, mention: Mention | None) -> tuple[Relation, float, str] | None:
    """How a text carries over one in other letters, how likely that is, and why; None if it does not."""
    found = follow_across(child, parent)
    if found.numbers_shared < _NUMBERS:
        return None
    says = says_translated(mention) if mention else says_of_itself(child)
    is_quoted = mention is not None and mention.reports and not says
    because = f'{found.because}; it says "{mention.words}"' if mention else found.because
    if not is_quoted and (_SAYS_TRANSLATED if says else _TRANSLATED).is_met(found):
        surest = _MOST_SURE if says or mention else _UNSAID
        return Relation.TRANSLATION, 0.5 + (surest - 0.5) * min(found.share, found.order), because
    if (_NAMES_OUTLET if mention else _RETOLD).is_met(found):
        return Relation.REWRITE, found.order / 2, because
    return None
