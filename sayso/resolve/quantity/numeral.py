"""Numeral: the numbers that stand in words, in figures or spelt out, with their places."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from sayso.resolve.quantity.unit import PEOPLE, UNITS
from sayso.resolve.wording import PERSON_NOUNS, list_words

LONGEST = 2_000  # characters read: no count in words is longer
_MOST_DIGITS = 15  # a longer run of digits is no count

_ONES = list_words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen"
)
_TENS = list_words("twenty thirty forty fifty sixty seventy eighty ninety")
_SMALL = {word: float(value) for value, word in enumerate(_ONES)} | {word: 10.0 * n for n, word in enumerate(_TENS, 2)}
_SCALES = {
    "hundred": 100.0, "thousand": 1e3, "k": 1e3, "lakh": 1e5, "million": 1e6, "millions": 1e6, "mn": 1e6, "m": 1e6,
    "crore": 1e7, "billion": 1e9, "bn": 1e9, "trillion": 1e12, "dozen": 12.0, "score": 20.0, "x": 1.0,
}  # fmt: skip
_STARTS = {"a": 1.0, "an": 1.0, "half a": 0.5, "half an": 0.5, "a quarter of a": 0.25, "quarter of a": 0.25, "": 1.0}

# "2.340 persons" of a translated page groups by points, "1.250 million" does not.
_FIGURE = (
    r"\d{1,3}(?:(?:,\d{3})+|(?: \d{3})+)(?!\d)(?:\.\d+)?|[1-9]\d{0,2}(?:\.\d{3})+(?![\d.]| ?[mb]illion)|\d+(?:\.\d+)?"
)
_BELOW_100 = (
    rf"(?:(?:{'|'.join(_TENS)})[- ](?:{'|'.join(_ONES[1:10])})|{'|'.join(sorted(_SMALL, key=len, reverse=True))})\b"
)
_AND = r"(?:,? and |, | )"
_BIG = r"(?:million|millions|billion|trillion|crore|lakh|mn|bn)\b"
_BASE = rf"(?:{_FIGURE}|{_BELOW_100})"
# "A quarter of a million"; "its hundred monitors" has the bare word behind a determiner.
_LEAD = r"(?:\b(?:half an?|(?:a )?quarter of a|an?) |(?<=\bits )|(?<=\btheir )|(?<=\bthe )|(?<=\bthese )|(?<=\bour ))"
_BELOW_1000 = rf"(?:(?:{_BASE} |{_LEAD})hundred\b(?:{_AND}{_BELOW_100}(?! hundred))?|{_BASE})"
_NOT_SCALED = r"(?! ?(?:hundred|thousand|million|billion)\b)"
_THOUSANDS = rf"(?:(?:{_BELOW_1000}[ -]?|{_LEAD})thousand\b|(?:{_FIGURE})k\b)"
_NUMERAL = re.compile(
    rf"(?:{_BELOW_1000}[ -]?|{_LEAD}){_BIG}(?:{_AND}{_THOUSANDS})?(?:{_AND}{_BELOW_1000}{_NOT_SCALED})?"
    rf"|{_THOUSANDS}(?:{_AND}{_BELOW_1000}{_NOT_SCALED})?"
    rf"|(?:{_BASE}[ -]|{_LEAD})dozen\b|\b(?:{_BASE}|a) score\b"
    rf"|{_BELOW_1000}(?:x\b|m\b(?= (?:rbl|roubles|rubles|dollars|euros|pounds|usd|eur)\b))?"
)
# A number is no count where it is part of a name, a measure, a time or an ordinal: "MiG-29", "152-mm", "16:42", "21st".
_NAME_BEFORE = re.compile(r"(?:[^\W\d_]['\-–]?|[:.\-])$|\bno\.? $")
_CURRENCY_BEFORE = re.compile(r"(?:^|\W)(?:p|rs|us\$)$|[$€£¥]$")
_NAME_AFTER = re.compile(r"[^\W_]|'s|:\d|[-–](?!strong\b|odd\b|plus\b)[a-z]|%|\.\d")
_RANGE_BEFORE = re.compile(r"\d(?:k|m)?[-–—]$")
_AGE_BEFORE = re.compile(r"\baged? (?:about |around )?$")
_AGE_OF = re.compile(r"\b(?:an?|one|another) (?:[\w-]+ ){0,2}(?P<noun>[\w-]+) of $")
_AGE_AFTER = re.compile(r"[- ]years?[- ]old\b")
# "Three times that", "six in ten", "seven of every ten": no counts.
_SHARE_AFTER = re.compile(
    r" times (?:that|as|more|the|what|their|its)\b| (?:in|out of|of) every \w+"
    r"| (?:in|out of) (?:two|three|four|five|six|eight|ten|a hundred|a thousand|10|100|1,000)\b| out of \d"
)
_AGE_APPOSED = re.compile(r"^(?=.*[a-z])[^\d]*[a-z], $")  # "Darren Lochhead, 34"

_SCALED = re.compile(r"[mb]illion\b")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number and where it stands in normalised words.

    `scale` is what its last scale word multiplies by ("twelve thousand": 1000), 1 without one;
    `is_round` marks a dozen, a score or half of something: no exact count.
    """

    value: float
    start: int
    end: int
    scale: float = 1.0
    is_round: bool = False


def normalise(words: str) -> str:
    """Lower case, digits of any script as 0 to 9, straight quotes, plain spaces; cut at 2,000 characters.

    Letter for letter: places in it are places in the words.
    """
    return "".join(_plain(letter) for letter in words[:LONGEST]).translate(_STRAIGHT)


_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "٬": ",", "٫": ".", "“": '"', "”": '"'})


def _plain(letter: str) -> str:
    if letter.isspace():
        return " "
    value = unicodedata.decimal(letter, None)
    low = letter.casefold() if value is None else str(value)
    return low if len(low) == 1 else letter


def find_numerals(words: str) -> tuple[Numeral, ...]:
    """The numbers in normalised words, from left to right, each as long as it goes ("two hundred and forty").

    Ordinals, percentages, ages and numbers that are part of names are left out.
    """
    if not _may_count(words):
        return ()
    found, at = list[Numeral](), 0
    while match := _NUMERAL.search(words, at):
        at = max(match.end(), match.start() + 1)
        if not match.group() or _is_of_name(words, match.start(), match.end()):
            continue
        share = _SHARE_AFTER.match(words, match.end())
        if share:
            at = share.end()
            continue
        numeral = _read(match)
        if numeral and not _is_age(words, numeral, is_first=not found):
            found.append(numeral)
    return tuple(found)


def _may_count(words: str) -> bool:
    """Whether a digit or a number word stands there at all: most words are passed over here."""
    return any(map(str.isdigit, words)) or not _NUMBER_WORDS.isdisjoint(_WORD.findall(words))


_WORD = re.compile(r"[a-z]+")
_NUMBER_WORDS = _SMALL.keys() | _SCALES.keys() - {"m", "k", "x"}


def _is_of_name(words: str, start: int, end: int) -> bool:
    before = words[max(0, start - 24) : start]
    named = _NAME_BEFORE.search(before) and not _CURRENCY_BEFORE.search(before) and not _RANGE_BEFORE.search(before)
    return bool(named or _NAME_AFTER.match(words, end))


def _is_age(words: str, numeral: Numeral, *, is_first: bool) -> bool:
    """Whether it is somebody's age: "a shepherd of 74", "a woman, aged 58", "a boy, 12, and"."""
    before = words[: numeral.start]
    whose = _AGE_OF.search(before[-60:])
    if whose and (UNITS.get(whose["noun"]) in PEOPLE or whose["noun"] in PERSON_NOUNS):
        return True
    if _AGE_BEFORE.search(before[-40:]) or _AGE_AFTER.match(words, numeral.end):
        return True
    apposed = is_first and 0 < numeral.value < 105 and _AGE_APPOSED.match(before)
    return bool(apposed and re.match(r",|$", words[numeral.end :]) and not _has_noun_in_plural(before))


def _has_noun_in_plural(words: str) -> bool:
    return bool(re.search(r"s, $|\bpeople, $|\bmen, $|\bwomen, $|\bchildren, $", words))


def _read(match: re.Match[str]) -> Numeral | None:
    """The value of a numeral as matched: the usual sum of parts, each multiplied by the scales behind it."""
    text = match.group()
    total, current, scale = 0.0, _lead(text), 1.0
    for token in re.findall(rf"{_FIGURE}|[a-z]+", text):
        if token[0].isdigit():
            figure = _figure(token, is_scaled=bool(_SCALED.search(text)))
            if figure is None:
                return None
            current = figure if current in (0.0, _lead(text)) else current + figure
        elif token in ("hundred", "dozen", "score", "x"):
            current, scale = (current or 1.0) * _SCALES[token], _SCALES[token]
        elif token in _SCALES:
            total, current, scale = total + (current or 1.0) * _SCALES[token], 0.0, _SCALES[token]
        elif token in _SMALL:
            current += _SMALL[token]
    is_round = bool(re.search(r"\b(?:an?|the) (?:dozen|score)$|^half|quarter", text))
    return Numeral(total + current, match.start(), match.end(), scale, is_round)


def _lead(text: str) -> float:
    """The factor that an article or a fraction before a scale word gives; 0 for a number that begins with itself."""
    if text.startswith("half"):
        return 0.5
    if "quarter of a" in text:
        return 0.25
    return 1.0 if re.match(r"an? ", text) else 0.0


def _figure(token: str, *, is_scaled: bool) -> float | None:
    if not is_scaled and re.fullmatch(r"[1-9]\d{0,2}(?:\.\d{3})+", token):
        token = token.replace(".", "")
    digits = token.replace(",", "").replace(" ", "")
    return float(digits) if len(digits) <= _MOST_DIGITS else None
