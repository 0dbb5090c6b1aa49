"""Kind: what sort of place words call a place, by the last word before what stands behind it.

Words of one kind may be said of one place ("station", "works"). The list says what can be held; loot, people and
vehicles are none of it.
"""

from __future__ import annotations

import re

from sayso.corroborate.wording import stem_word

#: What can be held, by the last word of its name; words of one line are of one kind.
_KIND_LINES = """
    city town village settlement capital hamlet locality township
    base airbase camp barracks compound enclosure outpost
    airport airfield airstrip aerodrome
    crossing post checkpoint border gate barrier
    port harbour harbor
    pier quay dock wharf berth jetty terminal
    station works waterworks plant facility factory substation
    hill hills height heights ridge mountain mountains
    headquarters building complex
    fort fortress stronghold citadel castle
    church cathedral monastery convent mosque temple shrine
    farm ranch estate
    forest wood woods jungle
    university college
    museum theatre hotel
    neighbourhood neighborhood quarter suburb
    road highway
    junction crossroads intersection
    island islands
    mine mines
    position positions
    centre center
"""
_ALONE = (
    "armory armoury arsenal bridge dam depot enclave field hospital lake market mast oilfield outskirts palace pass "
    "plateau prison refinery river school square stadium tower tunnel warehouse embassy consulate parliament "
    "courthouse mill spring well reservoir canal lighthouse gorge salient corridor sector strip bay cape shore "
    "weir shipyard summit peak hall hangar yard east north south west"
)
_WIDE = (
    "area coast country countryside county desert district governorate peninsula plain province region state territory "
    "valley"
)
_AREAS = frozenset(_WIDE.split())
_KINDS = {word: line.split()[0] for line in _KIND_LINES.strip().splitlines() for word in line.split()} | {
    word: word for word in f"{_ALONE} {_WIDE}".split()
}
# What a place is beside its kind and name: "the Presidential Palace" is the presidential palace of some town.
_QUALITY = (
    "presidential national international central military naval air border main old new upper lower great grand royal "
    "northern southern eastern western federal provincial regional police army general government"
)
_WHERE = "northern southern eastern western left right upper lower old new first second inner outer"
_SIDES = frozenset(_WHERE.split())
_QUALITIES = frozenset(_QUALITY.split())
# "The east bank", "the Rovan side": a bank alone may be robbed.
_BANK = re.compile(
    r"\b(?:(?:north|south|east|west)(?:ern)?|left|right|far|upper|lower|[A-Z]\w+) (bank|half|part|side)$"
)
_COMPLEMENT = re.compile(
    r",|\s(?:of|in|at|on|near|over|around|outside|inside|beside|above|below|between|north|south|east|west|that|which|"
    r"and|from|to|with|by)\s"
)


def kind_of(words: str) -> str | None:
    """The sort of place that words call it ("air base" is a base); None for a bare name and for no place."""
    head = head_of(words)
    if bank := _BANK.search(head):
        return bank[1]
    last = re.findall(r"[^\W\d_]+", head)[-1:]
    return _KINDS.get(last[0].casefold()) if last else None


def head_of(words: str) -> str:
    """The words without what stands behind them: "pumping station in Merrin" is a pumping station."""
    return _COMPLEMENT.split(words, maxsplit=1)[0]


def is_area(kind: str | None) -> bool:
    """Whether a place of this kind is wide: a province is not the town of its name."""
    return kind in _AREAS


def find_marks(words: str) -> frozenset[str]:
    """The words and numbers of a name of its own: capitalised, and no sort or quality of place."""
    found = re.findall(r"\b(?:[A-Z][\w’'-]*|\d+)\b", words)
    plain = (word for word in found if word.casefold() not in _KINDS and word.casefold() not in _QUALITIES)
    return frozenset(stem_word(word) for word in plain) - {""}


def find_qualities(words: str) -> frozenset[str]:
    """What words say of a place beside its kind and its own name: "border" of a border gate."""
    return frozenset(word for word in re.findall(r"\b[a-z]+\b", head_of(words)) if word not in _KINDS)


def find_whereabouts(words: str) -> frozenset[str]:
    """The words that tell one of several by where it lies or which it is."""
    return frozenset(re.findall(r"[a-z]+", head_of(words).casefold())) & _SIDES
