"""Withholding: what persons decided that not everybody may read: a report, some words, a name.

The record keeps all of it and derives from all of it: a withheld voice counts. What is shown to those
without clearance goes through `conceal` (`concealing.py`). Undoing the decision shows it again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import Enum

from sayso.model.decision import Decision, DecisionKind, Target, standing
from sayso.model.entity import Entity, EntityKind
from sayso.model.report import Report
from sayso.model.resolution import Resolution
from sayso.model.veil import fold_name

#: What a decision withholds (`Target.field`), beside the fields of a report.
WHOLE, WORDS, NAME = "report", "words", "name"
#: Fields of a report that can be withheld alone.
FIELDS = ("title", "url", "byline", "dateline", "outlet")
#: What stands for somebody or something that is not shown.
WITHHELD = "withheld"
#: On an event with a withheld voice, fewer than this many voices are told as "at least one": few would be told apart.
FEWEST_COUNTED = 3

_TITLES = frozenset(
    ["mr", "mrs", "ms", "dr", "prof", "sir", "king", "prince", "president", "minister", "imam", "sheikh"]
)
_RANKS = frozenset(
    ["colonel", "general", "major", "captain", "lieutenant", "sergeant", "commander", "brigadier", "admiral"]
)
_PARTICLES = frozenset(
    ["the", "of", "and", "al", "el", "bin", "ibn", "abu", "van", "von", "de", "da", "di", "la", "le"]
)


class Clearance(Enum):
    """Who reads: everybody, or those who see what is withheld too."""

    OPEN = "open"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Withheld:
    """What is withheld by the decisions in force.

    `reports` are withheld whole (identifiers), `fields` are (report, field). `names` are names of persons, groups,
    places or sources as they were withheld; `words` are all their forms, and any other words: they are covered
    wherever they stand. `is_wide`: the words of withheld reports that nothing else has are among them (`widen`).
    """

    reports: frozenset[str] = frozenset()
    fields: frozenset[tuple[str, str]] = frozenset()
    names: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    is_wide: bool = False

    def __bool__(self) -> bool:
        return bool(self.reports or self.fields or self.words)

    def has_name(self, names: Iterable[str]) -> bool:
        """Whether one of these names is withheld."""
        folded = {fold_name(name) for name in self.names}
        return any(fold_name(name) in folded for name in names)


def find_withheld(decisions: Iterable[Decision]) -> Withheld:
    """What the decisions in force withhold."""
    reports, fields_, names, words = set[str](), set[tuple[str, str]](), set[str](), set[str]()
    for decision in standing(decisions):
        if decision.kind is not DecisionKind.WITHHOLD:
            continue
        report, field_ = decision.target.report, decision.target.field
        if report and field_ == WHOLE:
            reports.add(report)
        elif report and field_ in FIELDS:
            fields_.add((report, field_))
            words |= set(_read_forms(decision.value))
        else:
            names |= {decision.target.known} if decision.target.known else set()
            words |= {*_read_forms(decision.value), *names}
    return Withheld(frozenset(reports), frozenset(fields_), frozenset(names), frozenset(words))


@dataclass(frozen=True, slots=True)
class Withholding:
    """A decision to be: what it is about, and the words that it covers, as its value keeps them."""

    target: Target
    value: str = ""


def withhold_report(report: Report) -> Withholding:
    """All of a report: its words, title and address, and the words of its claims."""
    return Withholding(Target(report.id, field=WHOLE))


def withhold_field(report: Report, field_: str) -> Withholding | None:
    """One field of a report, and its words wherever they stand; None where the report has no such field."""
    value = getattr(report, field_) if field_ in FIELDS else None
    return Withholding(Target(report.id, field=field_), value) if value else None


def withhold_words(report: Report, start: int, end: int) -> Withholding | None:
    """Words of a report, wherever they stand; None where there are none between these places."""
    words = report.text[start:end].strip() if 0 <= start < end <= len(report.text) else ""
    if not fold_name(words):
        return None
    at = report.text.index(words, start)
    return Withholding(Target(report.id, report.version, at, at + len(words), field=WORDS), words)


def withhold_name(name: str, entities: Iterable[Entity]) -> Withholding | None:
    """A name in all forms that these entities have of it; None where it has no letter.

    Of a person, family and given names are covered where they stand alone too.
    """
    if not fold_name(name):
        return None
    return Withholding(Target(known=name.strip(), field=NAME), "\n".join(list_forms(name.strip(), entities)))


def list_forms(name: str, entities: Iterable[Entity]) -> tuple[str, ...]:
    """All forms of a name, itself first."""
    wanted = fold_name(name)
    bearing = [entity for entity in entities if wanted in map(fold_name, entity.names)]
    forms = [name, *(form for entity in bearing for form in entity.names)]
    if any(entity.kind is EntityKind.PERSON for entity in bearing):
        forms += [word for form in tuple(forms) for word in form.split() if _is_personal(word)]
    return tuple({fold_name(form): form for form in reversed(forms)}.values())[::-1]


def widen(
    withheld: Withheld, resolutions: Iterable[Resolution], *, stands_elsewhere: Callable[[str], bool]
) -> Withheld:
    """With the forms of withheld names that these reports have, and the words that only withheld reports have.

    `stands_elsewhere`: whether a name stands in a report that is not withheld. What is derived from a withheld
    report (the name of a voice, a place, a number's words) must not give its words away.
    """
    every = tuple(resolutions)
    entities = (entity for resolution in every for entity in resolution.entities)
    forms = {form for entity in entities if withheld.has_name(entity.names) for form in entity.names}
    hidden = [resolution for resolution in every if resolution.report.id in withheld.reports]
    only = {form for resolution in hidden for form in list_words(resolution) if not stands_elsewhere(form)}
    return replace(withheld, words=withheld.words | forms | only, is_wide=True)


def list_words(resolution: Resolution) -> frozenset[str]:
    """Names and quoted words of a report as what is derived from it may repeat them."""
    report = resolution.report
    said = [report.title, report.url, report.address, report.byline, report.dateline]
    for claim in resolution.claims:
        said += [form for mention in claim.mentions for form in (mention.text, *mention.names)]
        said += [claim.evidence.text, *(span.text for span in claim.evidence.spans)]
        said += [span.text for span in (claim.trigger, claim.manner, claim.when and claim.when.span) if span]
        said += [quantity.span.text for quantity in claim.quantities]
    said += [name for entity in resolution.entities for name in entity.names]
    said += [credit_.outlet.text for credit_ in resolution.credits]
    said += [credit_.words.text for credit_ in resolution.credits]
    return frozenset(words for words in said if words and len(fold_name(words)) > 1)


def _read_forms(value: str) -> tuple[str, ...]:
    return tuple(form for line in value.splitlines() if (form := line.strip()))


def _is_personal(word: str) -> bool:
    """Whether a word of a person's name names that person alone: no title, no particle."""
    plain = fold_name(word)
    is_common = plain in _TITLES | _RANKS | _PARTICLES
    return len(plain) > 2 and not is_common and not word[:1].islower() and "." not in word
