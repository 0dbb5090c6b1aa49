"""Vocabulary: the names of days, months and seasons, and the parts that patterns of time are made of.

Arabic script is put into English words first (`arabic.py`); what stands here are Latin letters.
"""

from __future__ import annotations

import calendar
import re
from datetime import date

from sayso.resolve.wording import list_words

WEEKDAYS = list_words("monday tuesday wednesday thursday friday saturday sunday")
_SHORT_WEEKDAYS = "mon tue tues wed thu thur thurs fri sat sun"
#: Arabic weekdays in Latin letters, without the article.
_ARABIC_WEEKDAYS = {
    "ithnayn": 0,
    "ithnain": 0,
    "thulatha": 1,
    "arbi'a": 2,
    "arbia'a": 2,
    "khamis": 3,
    "jum'a": 4,
    "jumu'a": 4,
    "jumaa": 4,
    "jumu'ah": 4,
    "sabt": 5,
}
SHORT_WEEKDAYS = {
    name: place for name in _SHORT_WEEKDAYS.split() for place in range(7) if WEEKDAYS[place].startswith(name)
}

#: Levantine and Iraqi, then Egyptian, month names in the Latin spellings that mean nothing else in English.
#: "Ab" (August), "Adar" and "Mayu" are left out for that reason.
_ARABIC_MONTHS = {
    1: "kanun al-thani|kanun ath-thani|kanoun al-thani|kanoun ath-thani|kanun the second|yanayir|yanayer",
    2: "shubat|shbat|fibrayir|febrayer",
    3: "adhar|aadhar",
    4: "nisan|nissan|neesan|abril|ebril",
    5: "ayyar|aayar",
    6: "huzayran|haziran|hazeeran|huzairan|yunyu|yunyo|yunio",
    7: "tammuz|tammouz|tamouz|yulyu|yulyo|yulio",
    8: "aghustus|aghostos",
    9: "aylul|ailoul|eyloul|aylool|sibtambir|sebtamber",
    10: "tishrin al-awwal|tishreen al-awwal|tishrin al-awal|tishreen al-awal|uktubar|oktober|uktobar",
    11: "tishrin al-thani|tishrin ath-thani|tishreen al-thani|tishreen ath-thani|nufambir|nofamber",
    12: "kanun al-awwal|kanoun al-awwal|kanun al-awal|kanoun al-awal|disambir|disamber",
}
MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
MONTHS |= {name.casefold(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
MONTHS |= {name: number for number, names in _ARABIC_MONTHS.items() for name in names.split("|")}
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
#: Steps back or ahead from the one that is running.
WAYS = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "following": 1}

NUMBERS = {
    word: value
    for value, word in enumerate(
        list_words(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
            " seventeen eighteen nineteen twenty"
        )
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
ORDINALS = list_words(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
    " sixteenth seventeenth eighteenth nineteenth twentieth"
)


def one_of(names: object) -> str:
    """A pattern for any of the names, the longest first."""
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))  # type: ignore[call-overload]


WEEKDAY = rf"(?P<weekday>{one_of(WEEKDAYS)}|(?:al|as|ath|el)-(?:{one_of(_ARABIC_WEEKDAYS)}))"
#: A dot belongs to a month only behind a short form: "3 Sept. 2014".
MONTH = rf"(?P<month>{one_of(MONTHS)})\b(?:(?<![a-z]{{4}})\.|(?<=sept)\.)?"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>1\d\d\d|2[01]\d\d)"
#: A year in figures, or one beside another: "last year", "of the same year".
YEARISH = rf"(?:{YEAR}(?!\d)|(?P<yearway>last|this|next|the same|that|the following|the previous) year)"
_OF_YEAR = rf"(?:,? (?:of |in |the year )*{YEARISH})"
OF_YEAR = rf"{_OF_YEAR}?"
UNIT = r"(?P<unit>hour|minute|day|night|week|fortnight|month|year|decade)s?"
VAGUE_COUNTS = ("a few", "a couple of", "several", "some", "many", "a number of", "few")
COUNT = rf"(?P<count>\d{{1,3}}|{one_of(VAGUE_COUNTS)}|an?|half an?)"


def weekday_number(name: str) -> int:
    """0 for Monday to 6 for Sunday."""
    plain = name.partition("-")[2]
    return _ARABIC_WEEKDAYS[plain] if plain else WEEKDAYS.index(name)


def make_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
