"""Pronouns: words that stand for somebody named elsewhere."""

from sayso.read.labelling import Run
from sayso.read.words import Words

_PRONOUNS = "he she they it we i who his her their its one them him this that which"
PRONOUNS = frozenset(_PRONOUNS.split())


def is_pronoun(words: Words, run: Run) -> bool:
    return run[1] - run[0] == 1 and words.lower[run[0]] in PRONOUNS
