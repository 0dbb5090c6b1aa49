"""Silence in plain words: "declined to comment", "has not responded", "there was no reaction".

The network knows silence from few examples; the common forms are a closed set of words, so they are read by rule.
"""

import re

import numpy as np

from sayso.read.labelling import Run
from sayso.read.words import Words

SILENCE = "silence"
SUBJECT = 2  # words that can name who is silent

_NOT = (
    r"(?:did|do|does|has|have|had|would|will|could|is|was|were|are)(?: not|n['’]t)"
    r"(?: yet| immediately| so far| to date)?"
)
_SAY = r"(?:repl(?:y|ied)|respond(?:ed)?|answer(?:ed)?|react(?:ed)?|comment(?:ed)?)"
_TELL = r"(?:comment|answer|say|discuss|elaborate|respond|speculate|give)"
_KINDS = r"(?:local |international |official |immediate |public |further )*(?:or [a-z]+ )?"
_FORMS = (
    rf"{_NOT} {_SAY}",
    rf"{_NOT} (?:return|answer) (?:our |the |repeated |several )?(?:calls?|messages?|questions?)",
    rf"{_NOT} (?:say|specify|discuss|elaborate)",
    r"never (?:repl\w+|respond\w+|answer\w+)",
    rf"(?:declin|refus)(?:ed|es|ing) to {_TELL}",
    rf"(?:no|any) {_KINDS}(?:comment|reaction|response|reply|answer)s?",
    r"(?:said|says|say|saying) nothing",
    r"(?:kept|keeps|remain(?:ed|s)?|stay(?:ed|s)?|been|fell) silent",
    r"(?:official|international|total|complete|public) silence",
    r"unanswered",
    r"without (?:receiving )?an? (?:answer|reply|response)",
    r"(?:has|have) given no",
    r"(?:gave|gives|giving|provid(?:ed|es|ing)|offer(?:ed|s|ing)) no (?:further |other |more )?"
    r"(?:details?|figures?|word|information)",
    r"made no (?:comment|statement|mention)",
    r"neither confirmed nor denied",
)
_SILENCE = re.compile(rf"\b(?:{'|'.join(_FORMS)})\b", re.IGNORECASE)
_UNNAMED = re.compile(
    r"\b(?:not (?:to )?be (?:named|identified|quoted)|anonymity|declin\w+ to be (?:named|identified)"
    r"|not (?:authori[sz]ed|allowed|permitted) to (?:speak|talk|brief))\b",
    re.IGNORECASE,
)
_CLAUSE_ENDS = (";", ":", "“", "”", '"')


def find_silences(words: Words) -> tuple[Run, ...]:
    """The runs of words that say that somebody said nothing, in order."""
    runs = []
    for match in _SILENCE.finditer(words.text):
        first = int(np.searchsorted(words.spans[:, 1], match.start(), side="right"))
        last = int(np.searchsorted(words.spans[:, 0], match.end(), side="left"))
        runs.append((first, last))
    return tuple(runs)


def clause_about(run: Run, words: Words) -> Run:
    """The clause about a run of words, up to a semicolon or a quotation mark.

    It begins after "but", or after a comma if who is silent is named behind it.
    """
    start, end = run
    while start and _goes_on(words, start - 1, start) and words.lower[start] != "but":
        if words.strings[start - 1] == "," and run[0] - start >= SUBJECT:
            break
        start -= 1
    while end < len(words) and _goes_on(words, end, end - 1):
        end += 1
    return (start + 1 if words.lower[start] == "but" else start), end


def _goes_on(words: Words, word: int, beside: int) -> bool:
    return words.strings[word] not in _CLAUSE_ENDS and words.is_one_sentence(word, beside)


def is_about_names(text: str) -> bool:
    """Does it only say that somebody would not be named? That is no claim, it is how a source is described."""
    return _UNNAMED.search(text) is not None
