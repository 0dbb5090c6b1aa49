"""Patterns: how words of time look in running text; what they come to is for the grammar."""

from __future__ import annotations

import re

from sayso.resolve.when.arabic import EXPRESSION
from sayso.resolve.when.day import DAY_MONTH, ISO, MONTH_DAY, NTH
from sayso.resolve.when.vocabulary import MONTHS, NUMBERS, ORDINALS, SEASONS, VAGUE_COUNTS, WEEKDAYS, one_of
from sayso.resolve.when.weekday import NAMED_DAY
from sayso.resolve.when.year import CENTURY, DECADE, SHORT_DECADE, YEARS

_ONES = one_of(word for word, value in NUMBERS.items() if 0 < value < 10)
_TENS = one_of(word for word, value in NUMBERS.items() if value >= 20)
COUNT_WORDS = rf"(?:\d{{1,3}}|(?:{_TENS})-(?:{_ONES})|{one_of(NUMBERS)}|an?|{one_of(VAGUE_COUNTS)})"
_UNIT = r"(?:hour|day|night|week|fortnight|month|year|decade)s?"
_WEEKDAY = rf"(?:{one_of(WEEKDAYS)})"
_MONTH = rf"(?:{one_of(MONTHS)})\b(?:(?<![a-z]{{4}})\.)?"
_LONG_MONTH = rf"(?:{one_of(name for name in MONTHS if len(name) > 4 and name != 'march')})"
_YEAR = r"(?:1\d\d\d|2[01]\d\d)(?![\d%]|[,.:]\d)"
_OF_YEAR = rf"(?:,? (?:of |in )?(?:{_YEAR}|(?:last|this|next|the same|that) year))"
_WAY = r"(?:last|past|previous|this|next|coming|this past|that|the same|that same|the following)"
_PART = (
    r"(?:early|mid|late|the (?:beginning|start|middle|end) of|the opening days of|the (?:first|last) days of)"
    r"[ -](?:in )?(?:the )?"
)
_ORDINAL = rf"(?:{one_of(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))"
_BESIDE = r"(?: (?:after|before)(?=[,.;)]))"
_CLOCK = r"(?: (?:morning|afternoon|evening|night|noon))?"


def _plain(pattern: str) -> str:
    """A pattern without names for its groups, so that patterns can be put together."""
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)


_DATE = rf"(?:{_plain(DAY_MONTH.pattern)}|{_plain(MONTH_DAY.pattern)})"
#: What every expression has a part of: text without any has no dates.
HINT = re.compile(
    rf"\d|\b(?:{one_of(MONTHS)}|{one_of(WEEKDAYS)}|{one_of(SEASONS)}|yesterday|today|tonight|tomorrow|morning|afternoon"
    rf"|evening|night|weekend|ago|earlier|later|days?|weeks?|months?|years?|decades?|centur(?:y|ies)|quarter|[2-9]0s"
    rf"|\w+ies|{one_of(ORDINALS)})\b|[ء-ي]"
)
#: A year alone may be a number of anything: it is none before what can be counted.
NOT_COUNTED = (
    r"(?! (?:people|men|women|children|soldiers|troops|fighters|civilians|students|members|words|copies|pages|dollars"
    r"|euros|pounds|miles|metres|meters|kilometres|kilometers|km|m|feet|tonnes|tons|hours|days|years|times|degrees|votes|homes)\b)"
)
_POINT = "|".join(
    (
        _plain(ISO.pattern),
        r"(?<![\d./-])(?:\d{1,2}[.]\d{1,2}[.]|\d{1,2}/\d{1,2}/)\d{4}(?!\d)",
        rf"\b(?:{_WEEKDAY},? (?:the )?)?{_DATE}",
        rf"\b(?:the )?{_ORDINAL} (?:week|half|quarter) (?:of|in) (?:{_MONTH}{_OF_YEAR}?|{_YEAR})(?!\w)",
        rf"\bq[1-4]{_OF_YEAR}?(?!\w)",
        rf"\b(?:{_PART}|{_WAY} )?{_MONTH}{_OF_YEAR}(?!\w)",
        rf"\b(?:{_PART}|{_WAY} ){_MONTH}(?!\w)",
        rf"\b(?:{_WAY} |the )?(?:{one_of(SEASONS)})(?: of)? {_YEAR}(?!\w)",
        rf"\b(?:last|this|next|that|the same) (?:{one_of(SEASONS)})\b",
        rf"\b(?:the )?(?:{_PART})?(?:{_plain(DECADE.pattern)})",
        rf"{_plain(SHORT_DECADE.pattern)}",
        rf"\b(?:the )?(?:{_PART})?(?:{_plain(CENTURY.pattern)}|{_ORDINAL}[ -]century\b)",
        rf"\bthe (?:day before yesterday|day after tomorrow)\b|{_plain(NAMED_DAY.pattern)}{_CLOCK}",
        rf"\b(?:{_WAY} |the )?{_WEEKDAY}\b(?:,? (?:of )?(?:last|this|next) week)?{_CLOCK}{_BESIDE}?",
        rf"\b(?:{_WAY} |the |at the )?weekend\b",
        rf"\b{COUNT_WORDS} {_UNIT} (?:ago|back|earlier|later|afterwards|before(?=[,.;)]| [a-z]+ed\b)"
        r"|after(?=[,.;)]))(?!\w)",
        r"\b(?:the |that )(?:next|following|previous|preceding) (?:day|morning|afternoon|evening|night|month|year)\b",
        r"\bthe (?:day|night|evening|month|year) (?:before|after)(?=[,.;)])",
        rf"\b(?:over |during |in )?the (?:last|past|next|coming) {COUNT_WORDS} {_UNIT}\b",
        rf"\b(?:{_PART})?{_WAY} (?:same )?(?:week|month|year|decade|quarter|season)\b(?!-)",
        r"\b(?:that|the same) (?:day|night|morning|evening|afternoon)\b|\blast night\b",
        rf"{_plain(YEARS.pattern)}",
        r"\b(?:by )?(?:the )?year[- ]end\b(?!-)",
        rf"\b(?:early|mid|late|the (?:beginning|start|middle|end) of)[ -](?:in )?{_YEAR}",
        rf"(?<![\d,.$€£#:/])(?<!\w-)\b(?:19|20)\d\d(?![\d%]|[,.:]\d|-[a-z]|/\d){NOT_COUNTED}\b",
        r"(?<=[(-])1[0-8]\d\d\b(?![,.:]\d)|(?<=[a-z], )1[5-8]\d\d(?=[.;)])",
        _plain(NTH.pattern),
    )
)
_BEHIND = (
    r"\b(?:in|of|since|during|by|until|till|through|from|to|and|between|before|after|for|around|or|circa|c\.|year|-) "
)
#: A month alone counts where it is written with a capital.
MONTH_ALONE = re.compile(
    rf"{_BEHIND}(?P<it>{_LONG_MONTH}|march|may|june|july)\b|(?P<name>\b(?:{_LONG_MONTH}|june|july)\b)"
)
#: Years before 1900 are more often numbers of something: only behind a word of time.
OLD_YEAR = re.compile(rf"{_BEHIND}(?P<it>1[0-8]\d\d)(?![\d%]|[,.:]\d|-\w){NOT_COUNTED}\b")
_NUMBER = r"\d{1,2}(?:st|nd|rd|th)?"
_JOINED = "(?: and | to | or | ?- ?)"
PATTERNS = (
    re.compile(rf"\b(?:between|from) (?:{_POINT}|{_MONTH}) (?:and|to|until|till|through) (?:{_POINT}|{_MONTH}(?!\w))"),
    re.compile(
        rf"\b(?:the )?{_NUMBER}{_JOINED}(?:the )?{_NUMBER}(?: of)? {_MONTH}{_OF_YEAR}?(?!\w)"
        rf"|\b{_MONTH}{_JOINED}{_MONTH}{_OF_YEAR}(?!\w)"
        rf"|\b{_MONTH} {_NUMBER}{_JOINED}{_NUMBER}(?![\d:]){_OF_YEAR}?(?!\w)"
    ),
    re.compile(rf"(?:\b(?:ever )?(?:since|until|till) )?(?:{_POINT})"),
    re.compile(EXPRESSION),
)
