"""Comparison: how well words and what stands around them go with a known actor, with every reason."""

from __future__ import annotations

from sayso.model.answer import Candidate, Reason
from sayso.model.entity import Affiliation, EntityKind
from sayso.model.knowledge import Entry, EntryType
from sayso.model.values import edtf
from sayso.resolve.actor.context import Context
from sayso.resolve.actor.directory import By, Directory, Found
from sayso.resolve.actor.wording import Wording
from sayso.resolve.name import compare_names

# By what the words are its: a whole name before one by sound, before the end of one. A family name or an ending alone
# never decides; with the country of the report it does.
_BY = {By.NAME: 0.9, By.SPELLING: 0.8, By.CAPITAL: 0.8, By.PEOPLE: 0.8, By.SHORT: 0.52}
_SHORT_OF_BODY = 0.35  # "the Front": never enough
_COUNTRY, _COMPANY, _OFFICE = 0.1, 0.1, 0.15
# Initials and family names are borne by others in other countries; a name of one word is seldom, longer ones hardly.
_ELSEWHERE, _ELSEWHERE_WORD, _ELSEWHERE_SHORT = -0.15, -0.25, -0.4
_NOT_THEN = -0.25
_EACH_FOLLOWER, _MOST_FOLLOWERS = 0.01, 0.1
#: Types that are named in reports of every country.
_EVERYWHERE = frozenset({EntryType.STATE, EntryType.INTERNATIONAL_BODY, EntryType.OUTLET, EntryType.MONITORING_GROUP})


def compare(wording: Wording, found: Found, directory: Directory, context: Context) -> Candidate[Entry]:
    """The entry with its score, 0 to 1, and the reasons with the values compared."""
    reasons = [_compare_name(wording, found)]
    for reason in (
        _compare_country(wording, found, context),
        _compare_company(found.entry, context),
        _compare_office(wording, found.entry, directory),
        _compare_time(found.entry, context),
        _weigh_followers(found, directory),
    ):
        if reason:
            reasons.append(reason)
    score = sum(reason.weight for reason in reasons)
    return Candidate(found.entry, round(min(max(score, 0.0), 1.0), 3), tuple(reasons))


def is_elsewhere(candidate: Candidate[Entry]) -> bool:
    """Whether the report is about other countries than the candidate's."""
    return any(reason.weight == _ELSEWHERE_SHORT for reason in candidate.reasons)


def _compare_name(wording: Wording, found: Found) -> Reason:
    weight = _BY[found.by]
    match found.by:
        case By.NAME:
            because = "the name" if found.alias == found.entry.names[0] else "another name"
        case By.SPELLING:
            because = compare_names(wording.proper, found.alias).because
        case By.CAPITAL:
            because = "the capital stands for the government"
        case By.PEOPLE:
            because = "the people stand for their state"
        case By.SHORT:
            because = "the end of the name"
            weight = weight if found.entry.kind is EntityKind.PERSON else _SHORT_OF_BODY
    return Reason(because, wording.proper, found.alias, weight)


def _compare_country(wording: Wording, found: Found, context: Context) -> Reason | None:
    entry, by = found.entry, found.by
    if not entry.country or not context.countries:
        return None
    ours = ", ".join(sorted(context.countries))
    if entry.country in context.countries:
        return Reason("of a country that the report speaks of", ours, entry.country, _COUNTRY)
    if entry.type in _EVERYWHERE:
        return None
    return Reason("of a country that the report does not speak of", ours, entry.country, _weigh_elsewhere(wording, by))


def _weigh_elsewhere(wording: Wording, by: By) -> float:
    if by is By.SHORT or wording.is_acronym:
        return _ELSEWHERE_SHORT
    return _ELSEWHERE if len(wording.name.tokens) > 1 else _ELSEWHERE_WORD


def _compare_company(entry: Entry, context: Context) -> Reason | None:
    beside = sorted({tie.of for tie in entry.affiliations} & context.company - {entry.id})
    if not beside:
        return None
    return Reason("whom it belongs to is named in the report", beside[0], entry.key, _COMPANY)


def _compare_office(wording: Wording, entry: Entry, directory: Directory) -> Reason | None:
    """“LNA commander” beside a family name: what he is, of whom."""
    if not wording.office and not wording.of:
        return None
    ours = f"{wording.office} of {wording.of}" if wording.of else wording.office
    for tie in entry.affiliations:
        body = directory.entries.get(tie.of)
        if _is_named(body, wording.of) if wording.of else tie.role == wording.office:
            return Reason("the office", ours, f"{tie.role or 'member'} of {body.names[0] if body else tie.of}", _OFFICE)
    own = [body for body in directory.speaking(entry.id) if _is_named(body, wording.of)]
    return Reason("whose body it is", ours, own[0].names[0], _OFFICE) if own else None


def _is_named(body: Entry | None, words: str) -> bool:
    return body is not None and bool(words) and any(compare_names(words, name).score >= 0.8 for name in body.names)


def _compare_time(entry: Entry, context: Context) -> Reason | None:
    if not context.told or not (entry.start or entry.end) or holds_on(entry.start, entry.end, context.told):
        return None
    return Reason("was not then", context.told, f"{entry.start or '..'}/{entry.end or '..'}", _NOT_THEN)


def _weigh_followers(found: Found, directory: Directory) -> Reason | None:
    """Of several of one family name, the one for whom others speak is the one who is named without more."""
    count = directory.speaking_for.get(found.entry.id, 0)
    if found.by is not By.SHORT or found.entry.kind is not EntityKind.PERSON or not count:
        return None
    weight = min(count * _EACH_FOLLOWER, _MOST_FOLLOWERS)
    return Reason(f"{count} known actors speak for this one", "", found.entry.key, weight)


def holds_on(start: str | None, end: str | None, told: str) -> bool:
    """Whether an interval of partial dates may meet a day; open where an end is not known."""
    try:
        return edtf.may_meet(f"{start or '..'}/{end or '..'}", told.split("T")[0])
    except ValueError:
        return True


def is_valid(tie: Affiliation, told: str | None) -> bool:
    """Whether an affiliation may hold on the day of telling; one without dates, or without such a day, does."""
    return not told or not (tie.start or tie.end) or holds_on(tie.start, tie.end, told)
