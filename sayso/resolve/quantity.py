"""Quantity: what a count in words says, with its open ends kept open."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.model.claim import Quantity, RoleFiller
from sayso.resolve.wording import list_words

WIDENING = 0.1  # "about" widens by a tenth on both sides (the design's rule)

_ONES = list_words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = list_words("twenty thirty forty fifty sixty seventy eighty ninety")
_SMALL = {word: value for value, word in enumerate(_ONES)} | {word: 10 * n for n, word in enumerate(_TENS, 2)}
_SCALES = {
    "dozen": 12,
    "score": 20,
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "millions": 1_000_000,
    "billion": 1_000_000_000,
}
# Vague words and the least that they say (rules of the corpus: dozens from 24, hundreds from 200, several from 3).
_VAGUE = {
    "tens of thousands": 20_000,
    "hundreds of thousands": 200_000,
    "tens of millions": 20_000_000,
    "dozens": 24,
    "scores": 40,
    "tens": 20,
    "hundreds": 200,
    "thousands": 2_000,
    "several": 3,
    "a few": 3,
    "a handful": 3,
    "a number of": 3,
    "several hundred": 200,
    "several thousand": 2_000,
}
_FEW = {"both": 2.0, "twice": 2.0, "a pair of": 2.0, "a couple of": 2.0, "alone": 1.0}
_PLAIN = (
    r"\d{1,3}(?:[,  ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
    rf"|(?:{'|'.join([*_TENS])})[- ](?:{'|'.join(_ONES[1:10])})|{'|'.join(sorted(_SMALL, key=len, reverse=True))}"
)
_SCALE = r"(?:dozen|score|hundred|thousand|million|millions|billion)"
# A number is not a count where it is part of a name or a measure: "MiG-29", "152-millimetre", "21st", "16:42".
_NUMBER = re.compile(
    rf"(?<![\w:.-])(?P<base>{_PLAIN}|half an?(?= {_SCALE})|an?(?= {_SCALE}))"
    rf"(?:[ -]?(?P<scales>{_SCALE}(?:[ -]{_SCALE})*)(?:(?: and)? (?P<rest>(?:{_PLAIN})(?! {_SCALE})))?)?\b"
    r"(?!:\d|-(?!strong|odd)[a-z]|(?<=\d)(?:st|nd|rd|th)\b|%)",
    re.IGNORECASE,
)
_VAGUE_WORDS = re.compile(rf"\b(?:{'|'.join(sorted(_VAGUE, key=len, reverse=True))})\b", re.IGNORECASE)
_ONE_THING = re.compile(r"[\"“‘']?(?:an?|another|the only) (?!few|handful|number|lot|third|quarter|half|dozen)[\w'-]+")
_BETWEEN = re.compile(r"\bbetween\b.*\band\b|\d\s*[-–—]\s*\d|\bto\b|\bor\b", re.IGNORECASE)
_ABOUT = re.compile(
    r"\b(?:about|around|some|roughly|nearly|almost|approximately|close to|circa|or so|an estimated|estimated|perhaps"
    r"|a dozen|half a|in the region of|a little (?:over|under))\b|~",
    re.IGNORECASE,
)
_AT_LEAST = re.compile(
    r"\b(?:at least|more than|in excess of|over|(?:no|not) (?:fewer|less) than|above|upwards of)\b|\bat the least\b"
    r"|\bor more\b|\d\+",
    re.IGNORECASE,
)
_AT_MOST = re.compile(r"\b(?:up to|at most|no more than|not more than|as many as|a maximum of)\b", re.IGNORECASE)
_BELOW = re.compile(r"(?<!no )(?<!not )\b(?:fewer than|not quite|less than|under|below)\b", re.IGNORECASE)
_SINGLE = re.compile(r"\b(?:a single|a lone|only one|one)\b", re.IGNORECASE)

# The noun that is counted -> the unit that counts are compared under.
_UNITS: dict[str, str] = {
    noun: unit
    for unit, nouns in {
        "soldier": "soldier soldiers troop troops conscript conscripts serviceman servicemen infantryman paratrooper"
        " paratroopers marine marines officer officers",
        "person": "person persons people man men woman women civilian civilians resident residents inhabitant"
        " inhabitants fighter fighters militant militants rebel rebels terrorist terrorists gunman gunmen guard guards"
        " prisoner prisoners captive captives hostage hostages mercenary mercenaries militiaman militiamen policeman"
        " policemen worker workers body bodies martyr martyrs dead wounded injured victim victims refugee refugees"
        " farmer farmers villager villagers passenger passengers member members sailor sailors citizen citizens"
        " elder elders shepherd shepherds patient patients volunteer volunteers other others detainee detainees"
        " insurgent insurgents commander commanders driver drivers pilot pilots peacekeeper peacekeepers",
        "child": "child children girl girls boy boys pupil pupils infant infants minor minors",
        "family": "family families household households",
        "vehicle": "vehicle vehicles lorry lorries truck trucks car cars pickup pickups pick-up pick-ups tank tanks"
        " bus buses ambulance ambulances jeep jeeps armoured armored trailer trailers technicals humvees",
        "aircraft": "aircraft plane planes aeroplane airplane jet jets helicopter helicopters warplane warplanes"
        " airliner bomber bombers gunship gunships",
        "drone": "drone drones uav uavs quadcopter quadcopters",
        "ship": "ship ships vessel vessels warship warships frigate frigates tanker tankers freighter freighters",
        "boat": "boat boats launch launches dinghy dinghies dhow dhows",
        "gun": "gun guns cannon cannons howitzer howitzers mortar mortars launcher launchers",
        "missile": "missile missiles rocket rockets",
        "shell": "shell shells mine mines bomb bombs",
        "building": "building buildings house houses home homes",
        "tonne": "tonne tonnes ton tons",
        "day": "day days",
        "year": "year years",
        "hour": "hour hours",
        "month": "month months",
        "week": "week weeks",
    }.items()
    for noun in nouns.split()
}
_CIVILIAN = re.compile(
    r"\b(?:civilians?|women|woman|children|child|famil(?:y|ies)|residents?|villagers?|farmers?|shepherds?|pupils?"
    r"|students?|passengers?|patients?|refugees?|aid workers?|doctors?|nurses?|teachers?|journalists?)\b",
    re.IGNORECASE,
)
_COMBATANT = re.compile(
    r"\b(?:soldiers?|troops|fighters?|militants?|rebels?|terrorists?|gunm[ae]n|mercenar(?:y|ies)|insurgents?"
    r"|militiam[ae]n|conscripts?|servicem[ae]n|jihadists?|commandos?)\b",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"[,.;:()“”\"]|\b(?:of|in|on|at|from|with|who|which|that|and|or|to|by|were|was|had|have|is|are|as)\b"
)


@dataclass(frozen=True, slots=True)
class Count:
    """Values of a count: ends that are None are open, `best` None means that no single number is given."""

    low: float | None
    best: float | None
    high: float | None
    approximate: bool = False
    unit: str | None = None
    status: str | None = None


def parse_quantity(text: str) -> Count | None:
    """The count that the words give, None if they give none.

    "about 300" 270 to 330; "at least 14" from 14, best 14, no upper end; "up to 10" no lower end;
    "between 40 and 60" without a best; "dozens" from 24 without a best. Misses fractions ("half of
    them") and percentages: accepted.
    """
    words = " ".join(text.casefold().replace("’", "'").split())
    numbers = [(match, _value(match)) for match in _NUMBER.finditer(words)]
    unit, status = _parse_unit(words, numbers), _parse_status(words)
    vague = _VAGUE_WORDS.search(words)
    if (
        vague
        and not (numbers and vague.group() == "a number of")
        and not any(match.start() < vague.start() for match, _ in numbers)
    ):
        least = _VAGUE[vague.group()]
        return Count(least, None, None, approximate=True, unit=unit, status=status)
    if not numbers:
        few = _parse_few(words)
        return Count(few, few, few, unit=unit, status=status) if few else None
    return replace(_bound(words, [value for _, value in numbers]), unit=unit, status=status)


def resolve_quantity(quantity: Quantity, *, roles: Sequence[RoleFiller]) -> Quantity:
    """The quantity with its values filled; a quantity that has values already stays as it is."""
    if quantity.low is not None or quantity.best is not None or quantity.high is not None:
        return quantity
    filler = _counted_role(quantity, roles)
    count = parse_quantity(quantity.span.text)
    if count is None:
        return replace(quantity, of=quantity.of or (filler.role if filler else None))
    around = parse_quantity(filler.mention.text) if filler else None
    return replace(
        quantity,
        low=count.low,
        best=count.best,
        high=count.high,
        approximate=count.approximate,
        unit=count.unit or (around.unit if around else None),
        of=quantity.of or (filler.role if filler else None),
        status=count.status or (_parse_status(filler.mention.text) if filler else None),
    )


def inherit_unit(quantities: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """Quantities in the order of the text, those without a noun of their own taking the unit before them.

    "12 soldiers had been killed and about 40 taken prisoner": the 40 are soldiers too.
    """
    filled: list[Quantity] = []
    last: str | None = None
    for quantity in quantities:
        unit = quantity.unit or (last if quantity.best is not None or quantity.low is not None else None)
        filled.append(replace(quantity, unit=unit))
        last = unit or last
    return tuple(filled)


def _value(match: re.Match[str]) -> float:
    articles = {"a": 1.0, "an": 1.0, "half a": 0.5, "half an": 0.5}
    total = articles.get(match["base"]) or _plain(match["base"])
    for scale in re.findall(_SCALE, (match["scales"] or "").casefold()):
        total *= _SCALES[scale]
    return total + (_plain(match["rest"]) if match["rest"] and match["scales"] else 0)


def _plain(words: str) -> float:
    digits = re.sub(r"[,  ]", "", words)
    if re.fullmatch(r"\d+(?:\.\d+)?", digits):
        return float(digits)
    return float(sum(_SMALL[word] for word in re.split(r"[- ]", words.casefold())))


def _parse_few(words: str) -> float | None:
    """One or two said without a number: "a tank", "both towns"."""
    for few, value in _FEW.items():
        if re.search(rf"\b{few}\b", words):
            return value
    return 1.0 if _ONE_THING.match(words) else None


def _bound(words: str, values: list[float]) -> Count:
    first = values[0]
    if len(values) >= 2 and _BETWEEN.search(words) and values[0] < values[1]:
        return Count(values[0], None, values[1], approximate=bool(_ABOUT.search(words)))
    if _AT_MOST.search(words):
        return Count(None, first, first)
    if _BELOW.search(words):
        return Count(None, None, first)
    if _AT_LEAST.search(words):
        return Count(first, first, None)
    if _ABOUT.search(words) and not _SINGLE.match(words):
        return Count(round(first * (1 - WIDENING), 6), first, round(first * (1 + WIDENING), 6), approximate=True)
    return Count(first, first, first)


def _parse_unit(words: str, numbers: Sequence[tuple[re.Match[str], float]]) -> str | None:
    """The unit of the first counted noun: the last known noun before the phrase ends, else any after it."""
    begin = numbers[-1][0].end() if numbers else 0
    tail = re.sub(r"^\s*of (?:its|the|their|his|our|them)?", "", words[begin:])
    end = _STOP.search(tail)
    near = tail[: end.start()] if end else tail
    for stretch in (near, tail, words):
        found = [_UNITS[word] for word in re.findall(r"[a-z-]+", stretch) if word in _UNITS]
        if found:
            return found[-1] if stretch is near else found[0]
    return None


def _parse_status(words: str) -> str | None:
    civilian, combatant = _CIVILIAN.search(words), _COMBATANT.search(words)
    if civilian and not combatant:
        return "civilian"
    return "combatant" if combatant and not civilian else None


def _counted_role(quantity: Quantity, roles: Sequence[RoleFiller]) -> RoleFiller | None:
    for filler in roles:
        start, end = filler.mention.start, filler.mention.end
        if start is not None and end is not None and start < quantity.span.end and quantity.span.start < end:
            return filler
    return None
