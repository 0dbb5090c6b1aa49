"""Translation: one text follows another sentence by sentence, in words of its own, with its names and numbers.

A translation may say so. One that names nobody is known by its facts alone: the names and numbers of each
sentence, in the order of the other text; so it is found across languages of one script too, and across scripts
by how its names sound (`carrying`). Names spelt otherwise and numbers written out are missed: accepted, for most
sentences have others.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.corroborate.lineage.comparing import share_runs
from sayso.corroborate.lineage.mention import Mention
from sayso.corroborate.lineage.text import Text
from sayso.corroborate.wording import share
from sayso.model.lineage import Relation

# Three translations in the affairs follow 0.70 and more of the other's sentences, with nearly all its numbers;
# rewrites and papers that tell of one day, each from its own sources, up to 0.43.
_SAID, _SENTENCES_SAID = 0.4, 1
_ACROSS, _SENTENCES_ACROSS = 0.6, 4  # of texts in two languages
_UNSAID, _SENTENCES_UNSAID = 0.75, 6
_NUMBERS, _FEWEST_NUMBERS, _FEWEST_NAMES = 0.75, 2, 3
_OWN_WORDS = 0.35  # runs of words; one with more is no translation
_SAME_FACTS, _FEWEST_FACTS = 0.6, 2
_SAME_STEMS, _FEWEST_STEMS = 0.45, 3
_OPENING, _CLOSING = 300, 200  # characters in which a text says what it is
_TRANSLATED_BY = re.compile(
    r"\b(?:translat\w+|render(?:ed|s|ing)|English (?:text|version)|put into English)\b|"
    r"ترجم|برگردان|\bперев(?:од|ел|ёл|ед)|\bперекла[дв]",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Following:
    """Sentences of two texts that tell the same in the same order: how many, and of the longer text what share."""

    sentences: int
    share: float


def follow(child: Text, parent: Text) -> Following:
    """The longest row of sentences, in the order of both texts, that tell the same."""
    row = [0] * (len(parent.sentences) + 1)
    for mine, my_stems in zip(child.facts, child.stems, strict=True):
        before = row[:]
        for place, (theirs, their_stems) in enumerate(zip(parent.facts, parent.stems, strict=True), 1):
            met = _tell_same(mine, theirs) or _say_same(my_stems, their_stems)
            row[place] = max(before[place], row[place - 1], before[place - 1] + met)
    longest = max(1, len(child.sentences), len(parent.sentences))
    return Following(row[-1], row[-1] / longest)


def shares_facts(child: Text, parent: Text) -> bool:
    """Whether two texts have nearly all numbers of the one that has fewer in common, and several names."""
    numbers = child.numbers & parent.numbers
    fewer = min(len(child.numbers), len(parent.numbers))
    is_much = len(numbers) >= _FEWEST_NUMBERS and len(numbers) >= _NUMBERS * fewer
    return is_much and len(child.names & parent.names) >= _FEWEST_NAMES


def find_translation(child: Text, parent: Text, mention: Mention | None) -> tuple[float, str] | None:
    """How likely one text is a translation of the other, and why; None if it is not.

    Where the child says that it is translated, or the languages are two, fewer sentences will do; elsewhere
    nearly all must follow, in words of its own and with the same facts.
    """
    says = mention is not None and says_translated(mention)
    if not says and (share_runs(child, parent) > _OWN_WORDS or not shares_facts(child, parent)):
        return None
    found = follow(child, parent)
    share_, sentences = (_SAID, _SENTENCES_SAID) if says else _least(child, parent)
    if found.share < share_ or found.sentences < sentences:
        return None
    said = f'it says "{mention.words}"' if mention else "with its names and numbers"
    return 0.5 + found.share / 2, f"{found.share:.0%} of its sentences follow it in order; {said}"


def says_of_itself(text: Text) -> bool:
    """Whether a text says at its beginning or end that it is a translation, whosever."""
    told = text.report.text
    return bool(_TRANSLATED_BY.search(told[:_OPENING]) or _TRANSLATED_BY.search(told[-_CLOSING:]))


def _least(child: Text, parent: Text) -> tuple[float, int]:
    left, right = child.report.language, parent.report.language
    return (_ACROSS, _SENTENCES_ACROSS) if left and right and left != right else (_UNSAID, _SENTENCES_UNSAID)


def says_translated(mention: Mention) -> bool:
    """Whether the words that name an outlet say that its text is translated."""
    told = mention.credit is not None and mention.credit.relation is Relation.TRANSLATION
    return told or bool(_TRANSLATED_BY.search(f"{mention.words} {mention.sentence}"))


def _tell_same(left: frozenset[str], right: frozenset[str]) -> bool:
    return len(left & right) >= _FEWEST_FACTS and share(left, right) >= _SAME_FACTS


def _say_same(left: frozenset[str], right: frozenset[str]) -> bool:
    return min(len(left), len(right)) >= _FEWEST_STEMS and share(left, right) >= _SAME_STEMS
