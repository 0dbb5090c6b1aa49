"""Stance and basis where plain words settle them: questions, images, documents, eyes."""

import re

from sayso.model.values.stance import Basis, Stance
from sayso.read.words import Words

_IMAGES = re.compile(r"\b(images?|imagery|photos?|photographs?|pictures?|videos?|footage|clips?|film)\b", re.IGNORECASE)
_DOCUMENT = re.compile(
    r"\b(reports?|documents?|letters?|memos?|files?|records?|orders?|maps?|data|ledgers?|manifests?|logs?|surveys?|texts?"
    r"|transcripts?|communiqu[eé]s?|resolutions?)\b",
    re.IGNORECASE,
)
_SAW = re.compile(
    r"\b(saw|seen|see|witness(ed|es)?|eyewitness(es)?|watched|observed|counted|onlookers?)\b", re.IGNORECASE
)
_TOLD = re.compile(r"\b(heard|learn(ed|t)|informed|been told|were told|was told)\b", re.IGNORECASE)


def is_asked(words: Words, word: int) -> bool:
    """Does the word stand in a sentence that ends in a question mark, outside quotation marks?"""
    if words.looks[word, 2]:
        return False
    end = word
    while end + 1 < len(words) and (words.breaks[end + 1] == words.breaks[word]).all():
        end += 1
    return "?" in words.strings[word : end + 1]


def settle_stance(stance: str, words: Words, word: int, *, is_own_voice: bool) -> Stance:
    """The network's stance, unless the outlet itself asks."""
    if is_own_voice and is_asked(words, word):
        return Stance.QUESTIONED
    return Stance(stance)


def find_basis(source: str, cue: str) -> Basis:
    """How a speaker knows, by the words for speaker and cue.

    Images and documents speak for themselves, eyes and ears are named. Misses what the content says: accepted.
    """
    if _IMAGES.search(source):
        return Basis.IMAGES
    if _SAW.search(cue) or re.search(r"witness|onlooker", source, re.IGNORECASE):
        return Basis.SAW
    if _TOLD.search(cue):
        return Basis.TOLD
    if _DOCUMENT.search(source):
        return Basis.DOCUMENT
    return Basis.UNSTATED
