"""Credit: words by which a report says that it takes something from another outlet, or from itself of before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.model.lineage import Credit, Relation
from sayso.model.values.span import Span
from sayso.resolve.capitals import find_names
from sayso.resolve.layout import Layout
from sayso.resolve.outlet import Asked, is_outlet_name, is_own_words
from sayso.resolve.roster import Roster
from sayso.resolve.wording import list_words

_LANGUAGES = frozenset(
    list_words(
        "arabic english french russian ukrainian turkish kurdish persian farsi hebrew spanish portuguese german amharic"
        " tigrinya somali swahili hausa burmese chinese mandarin hindi urdu pashto dari armenian azerbaijani georgian"
    )
)
_TRANSLATED = re.compile(r"\btranslat(?:e|ed|es|ion|ing)\b", re.IGNORECASE)
# "translated by the Orrin Monitor": who translates is not whose text it is
_TRANSLATED_BY = re.compile(r"\btranslat(?:ed|ion)(?: [a-z]+){0,3} (?:by|for)\s+(?:the |The )?$")
_DATELINE = re.compile(r"^[A-ZÀ-Þ][\w .,’'/\-]{2,60}?[(/](?P<outlet>[^()/\n]{2,40})[)/]\.?\s*[-–—]?", re.MULTILINE)
_FOOT = re.compile(
    r"(?:with (?:material|reporting|information) (?:from|by)|source:?|additional reporting by|\(|©)?\s*"
    r"(?P<outlet>[A-Z][^\n.()]{1,40}?)\)?\s*$",
    re.IGNORECASE,
)
_CORRECTS = re.compile(
    r"\b(?:wrongly|erroneously|mistakenly|incorrectly|misstated|misreported|corrects?|first version of this"
    r"|earlier version of this|an earlier report|previous version)\b",
    re.IGNORECASE,
)
# What stands beside an outlet's name where something is taken from it.
_BEFORE = re.compile(
    r"\b(?:told|informed|telling|quoted by|according to|citing|cited by|interview with|statements? to|said to"
    r"|reported by|published by|carried by|broadcast by|report by|report in|account of|seen by|given to)"
    r"\s+(?:the |The )?(?:[a-z\-]+ ){0,3}$"
    r"|\b(?:to|by)\s+(?:the |The )?$"  # "to disregard the so-called Standard" credits nobody
)
_AFTER = re.compile(
    r"^(?:['’]s? (?:report|account|correspondent|article)|,[^,.]{1,60},)?\s*"
    r"(?:had |has |have |also |first |then |later |earlier |which )*"
    r"(?:reported|reports?|said|says|wrote|writes|quoted|quotes|published|printed|broadcast|carried|put|revealed|had it"
    r"|mentioned|spoke of)\b"
)


def find_credits(roster: Roster, *, outlet: str | None, outlets: Asked) -> tuple[Credit, ...]:
    """All credits of a text in the order they stand.

    `outlets` are the known ones (those of the batch and of knowledge). A whole report is another's
    by "translated", by a dateline that names another agency, or by an agency's name alone at the
    foot; other mentions credit their own sentence. A report that corrects its outlet's own
    earlier one is a `version`.
    """
    found = [
        *_find_translation(roster, outlet=outlet, outlets=outlets),
        *_find_dateline(roster, outlet=outlet),
        *_find_foot(roster, outlet=outlet, outlets=outlets),
        *_find_correction(roster, outlet=outlet),
    ]
    taken = {credit.outlet.start for credit in found}
    found += [
        credit for credit in _find_mentions(roster, outlet=outlet, outlets=outlets) if credit.outlet.start not in taken
    ]
    return tuple(sorted(found, key=lambda credit: (credit.outlet.start, credit.relation)))


def is_translation(credit: Credit) -> bool:
    """Whether the credit makes the stretch another outlet's words."""
    return credit.relation is Relation.TRANSLATION


def _find_translation(roster: Roster, *, outlet: str | None, outlets: Asked) -> list[Credit]:
    """Whole reports of others: "X published a report on the story (translated here by us)"."""
    text, found = roster.text, []
    for start, end in _sentences(roster.layout):
        sentence = text[start:end]
        if not _TRANSLATED.search(sentence) or not re.search(
            r"\b(?:report|article|story|published|text|piece|from|interview)\b", sentence
        ):
            continue
        others = [
            span
            for span in _names_in(text, start, end)
            if not _is_own(span.text, outlet)
            and span.text.casefold() not in _LANGUAGES
            and not _TRANSLATED_BY.search(text[start : span.start])
        ]
        named = [span for span in others if _is_outlet(span.text, outlets)] or _named_as_publisher(text, others)
        if named:
            scope = (0, start) if not text[end:].strip() else (end, len(text))
            found.append(Credit(named[0], _trim(text, start, end), Relation.TRANSLATION, scope))
    return found[:1]


def _named_as_publisher(text: str, spans: Sequence[Span]) -> list[Span]:
    """Names that the sentence makes an outlet, whatever they look like: "published by Sawt Suhn"."""
    return [
        span
        for span in spans
        if re.search(
            r"\b(?:published by|appeared in|report (?:by|in|of)|(?<!translated )from)"
            r"\s+(?:the )?(?:[\w\-]+ ){0,3}$",
            text[: span.start],
        )
        or re.match(r"(?: [a-z]+)? (?:published|carried|printed)\b", text[span.end :])
    ]


def _find_dateline(roster: Roster, *, outlet: str | None) -> list[Credit]:
    text = roster.text
    match = _DATELINE.search(text[:600])
    if not match or (outlet and _is_own(match["outlet"], outlet)) or not re.search(r"[A-Z]", match["outlet"]):
        return []
    initials = re.fullmatch(r"[A-Z]{2,6}", match["outlet"]) and re.match(r"\s*[-–—]", text[match.end("outlet") + 1 :])
    if not (is_outlet_name(match["outlet"]) or initials):
        return []
    span = Span.of(text, match.start("outlet"), match.end("outlet"))
    return [Credit(span, _trim(text, match.start(), match.end()), Relation.COPY, (match.end(), len(text)))]


def _find_foot(roster: Roster, *, outlet: str | None, outlets: Asked) -> list[Credit]:
    """An agency's name alone on one of the last lines."""
    text = roster.text.rstrip()
    for start in [at for at in roster.layout.paragraphs if at < len(text)][-3:]:
        line = text[start:].split("\n", 1)[0]
        match = _FOOT.fullmatch(line.strip())
        if not match or start == 0:
            continue
        name = match["outlet"].strip()
        if (
            _is_own(name, outlet)
            or not _is_outlet(name, outlets)
            or [name] != [each for _, _, each in find_names(name)]
        ):
            continue
        at = text.index(name, start)
        partly = bool(re.match(r"(?:with|additional)", line.strip(), re.IGNORECASE))
        relation = Relation.CREDIT if partly else Relation.COPY
        return [Credit(Span.of(text, at, at + len(name)), _trim(text, start, start + len(line)), relation, (0, start))]
    return []


def _find_correction(roster: Roster, *, outlet: str | None) -> list[Credit]:
    """The outlet's own earlier report put right: "Signal Press wrongly gave"."""
    if outlet is None:
        return []
    text = roster.text
    for start, end in _sentences(roster.layout):
        if not _CORRECTS.search(text[start:end]) or not re.search(
            r"\b(?:report|version|article|story|note)\b", text[start:end]
        ):
            continue
        own = [span for span in _names_in(text, start, end) if _is_own(span.text, outlet)]
        about_self = re.search(r"\bversion of this\b|\bthis (?:report|article|story)\b", text[start:end])
        if own or about_self:
            words = _trim(text, start, end)
            return [Credit(own[0] if own else words, words, Relation.VERSION, (start, end))]
    return []


def _find_mentions(roster: Roster, *, outlet: str | None, outlets: Asked) -> list[Credit]:
    text, found = roster.text, []
    for begin, end, name in find_names(text):
        if _is_own(name, outlet) or not _is_outlet(name, outlets):
            continue
        start, stop = roster.layout.sentence(begin)
        if _TRANSLATED_BY.search(text[start:begin]):
            continue
        if _BEFORE.search(text[start:begin]) or _AFTER.match(text[end : end + 90]):
            words = _trim(text, start, stop)
            found.append(Credit(Span.of(text, begin, end), words, Relation.CREDIT, (start, stop)))
    return found


def _is_outlet(name: str, outlets: Asked) -> bool:
    return is_outlet_name(name) or outlets.find(name) is not None


def _is_own(name: str, outlet: str | None) -> bool:
    return is_own_words(name, outlet) or is_own_words(f"the {name}", outlet)


def _names_in(text: str, start: int, end: int) -> list[Span]:
    return [Span.of(text, start + a, start + b) for a, b, _ in find_names(text[start:end])]


def _sentences(layout: Layout) -> list[tuple[int, int]]:
    return list(zip(layout.sentences, (*layout.sentences[1:], len(layout.text)), strict=True))


def _trim(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    return Span.of(text, start + len(words) - len(words.lstrip()), start + len(words.rstrip()))
