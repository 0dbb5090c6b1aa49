"""Plain cues and triggers: words that say what they say wherever they stand; the network is asked about them anyway.

The network learnt from few examples of some plain forms ("took full control of", "turned the airfield into a
Westmark base", "had asked the envoys to") and misses them in unusual sentences. These are closed sets of words; which
words are their sources, contents and roles is still the network's to say.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from sayso.read.words import Words

_SITE = r"(?:air ?bases?|bases?|airfields?|airports?|ports?|harbou?rs?|camps?|garrisons?|outposts?|crossings?|barracks)"
_GIVE = r"giv(?:e|es|en|ing)|gave|hand(?:s|ed|ing)?|grant(?:s|ed|ing)?"
_GIVE_AWAY = rf"{_GIVE}|present(?:ed|ing)|ced(?:e|es|ed|ing)|deliver(?:s|ed|ing)"
_TAKE = (
    r"tak(?:e|es|en|ing)|took|seiz\w+|gain\w*|w?rest(?:ed|s|ing)|wrestl\w+|captur\w+|assum\w+"
    r"|regain\w*|retak\w+|retook|w[io]n\w*|secur\w+"
)
_TURN = r"turn(?:s|ed|ing)?|convert(?:s|ed|ing)?|transform(?:s|ed|ing)?"
_FROM_AIR = r"(?:air ?strikes|air ?raids|drone strikes|strikes|shelling|bombardment|bombing)"
_AIRCRAFT = r"(?:jets|aircraft|planes|drones|warplanes|missiles)"

# claim types, and patterns whose group `at` is the trigger; capitals count
_TRIGGERS: dict[str, tuple[str, ...]] = {
    "seize": (rf"\b(?P<at>{_TAKE}) (?:\w+ ){{0,2}}control (?:of|over)\b",),
    "hand_over": (
        rf"\b(?P<at>{_GIVE_AWAY}) (?:[\w’'-]+ ){{0,4}}?{_SITE}\b[^.;\n]{{0,60}}?\bto\b",
        rf"\b(?P<at>{_GIVE}) (?:the )?[A-Z]\w+ (?:the|an?) (?:\w+ )?{_SITE}\b",
        rf"\b(?P<at>{_TURN}) (?:[\w’'-]+ ){{1,8}}?into an? [A-Z]\w+ (?:\w+ )?base\b",
    ),
    "deploy": (r"\b(?P<at>establish\w*|set up|open\w*|build\w*) an? (?:\w+ ){0,2}base\b",),
    "mobilize": (r"\b(?P<at>gathering|assembly|staging|rallying) (?:point|area|ground)\b",),
    "strike": (
        rf"\b(?P<at>{_FROM_AIR}) (?:to be|will be|would be|that will|have|had|hit|struck|killed|targeted)\b",
        rf"\b(?P<at>target)(?: area)? (?:for|of) (?:\w+ ){{0,4}}{_AIRCRAFT}\b",
    ),
}

_SPEAK = (
    r"said|says|told|added|adds|announced|announces|stated|declared|confirm(?:ed|s)|reveal(?:ed|s)?|claim(?:ed|s)"
    r"|reported|warned|insist(?:ed|s)|stressed|noted|indicated|explained|alleged|acknowledged|admitted|emphasi[sz]ed"
)
_ASK = r"asked|requested|urged|ordered|begged|invited"
_CUES = (
    rf"\b(?P<at>{_SPEAK}) (?:that|the presence of|there (?:is|are|was|were))\b",
    r"\b(?P<at>told) (?:him|her|them|us|me) that\b",
    rf"\b(?:had|has|have) (?:\w+ly |also |already )?(?P<at>{_ASK}) (?:the )?[\w’'-]+(?: \w+)? to\b",
)


def find_triggers(words: Words) -> frozenset[tuple[int, str]]:
    """Words (by number) that are triggers of a claim type by a plain form."""
    return frozenset((at, type_) for type_, patterns in _TRIGGERS.items() for at in _words_at(patterns, words))


def find_cues(words: Words) -> frozenset[int]:
    """Words (by number) that are cues by a plain form."""
    return frozenset(_words_at(_CUES, words))


def _words_at(patterns: Iterable[str], words: Words) -> Iterator[int]:
    starts = words.spans[:, 0].tolist()
    for pattern in patterns:
        for match in re.finditer(pattern, words.text):
            yield bisect_right(starts, match.start("at")) - 1
