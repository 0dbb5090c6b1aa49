"""Cataphora: who a lead describes and the report names only later: "its commander said. … the commander, Ida Korr,"."""

from __future__ import annotations

import re

from sayso.resolve.capitals import find_names, is_acronym, is_body, strip_titles
from sayso.resolve.description import Description, Sort, office_of
from sayso.resolve.party import resolve_person
from sayso.resolve.referent import Referent
from sayso.resolve.roster import Roster, guess_female
from sayso.resolve.standing import compile_once
from sayso.resolve.wording import GROUP_HEADS, MEMBERS, PERSON_NOUNS, RANKS, words_of

_SAID = (
    r"(?:said|says|told|added|wrote|announced|confirmed|denied|claimed|explained|warned|stated|insisted|recalled"
    r"|declared)"
)
# “…,” Colonel Sten Orrin said — or: said Colonel Sten Orrin
_QUOTED = re.compile(
    rf"[”\"] (?:(?P<before>[^.;:“”\"]{{3,60}}?),? {_SAID}\b|{_SAID} (?P<after>[^.;:“”\"]{{3,60}}?)(?=[.,;]|$))"
)


def find_named_later(described: Description, *, roster: Roster, at: int) -> Referent | None:
    """The person whom the words describe and the text names after them; None where it does not show who that is.

    Shown by the same office with a name in apposition ("a doctor there said … The doctor, Mira
    Halen, said"), or by the form of a news report: whom the lead leaves unnamed the second paragraph
    quotes by name. Misses people named further down without their office: accepted.
    """
    if described.sort is not Sort.PEOPLE or described.plural or described.head in GROUP_HEADS | MEMBERS - PERSON_NOUNS:
        return None
    name = _restated(described, roster, at) or _quoted_next(described, roster, at)
    if not name:
        return None
    known = resolve_person(
        Description(described.text, Sort.PERSON, name=name, head=described.head, owner=described.owner),
        roster=roster,
        at=roster.text.find(name, at),
    )
    return Referent(
        known.kind,
        known.forms,
        office=known.office,
        of=known.of,
        female=known.female,
        because=f"“{described.text}” is {known.name}, named afterwards",
    )


def _restated(described: Description, roster: Roster, at: int) -> str:
    """The name that the same noun has in apposition further on, if it is the first to have it and no other does."""
    if roster.text.find(f"{described.head},", at) < 0:
        return ""
    head = re.escape(described.head)
    named = compile_once(
        rf"\b[Tt]he (?:[a-z\-]+ )?{head}, (?P<name>[^,.;:“”\"]{{3,40}}), "
        rf"|(?:^|[\"”] |[.;:] )(?P<first>[A-Z][^,.;:“”\"]{{3,40}}), the {head},",
        re.MULTILINE,
    )
    if any(each.at < at and described.head in (each.office, *each.others) for each in roster.introductions):
        return ""
    found = [_plain_name(match["name"] or match["first"]) for match in named.finditer(roster.text, at)]
    if not found or not found[0] or len(set(found)) > 1:
        return ""
    other = compile_once(rf"\b(?:an?|another) (?:[\w\-]+ ){{0,3}}{head}\b")
    return "" if other.search(roster.text[at + len(described.text) :]) else found[0]


def _quoted_next(described: Description, roster: Roster, at: int) -> str:
    """Whom the paragraph after the lead quotes by a name not heard before; empty where the lead has other speakers."""
    begin, end = roster.layout.paragraph(at)
    if not _is_lead(roster, begin, end) or len(re.findall(rf"\b{_SAID}\b", roster.text[begin:end])) != 1:
        return ""
    after = roster.text[end : roster.layout.paragraph(end)[1]].lstrip() if end < len(roster.text) else ""
    match = _QUOTED.search(after) if after[:1] in ("“", '"') else None
    words = (match["before"] or match["after"]) if match else ""
    name = _plain_name(words)
    if not name or any(start < end and other.endswith(name.split()[-1]) for start, _, other in roster.names):
        return ""
    office = office_of(words[: words.rfind(name)]) if name in words else ""
    if office and office not in RANKS and office != described.head:
        return ""
    shown, told = guess_female(words_of(words)), guess_female(words_of(described.text))
    return name if shown is None or told is None or shown == told else ""


def _is_lead(roster: Roster, begin: int, end: int) -> bool:
    """Whether a paragraph is the first of the body: nothing but short lines stands before it."""
    earlier = roster.text[:begin].split("\n")
    return end - begin > 60 and all(len(line.split()) <= 12 for line in earlier)


def _plain_name(words: str) -> str:
    """The name that ends or is the words, ranks left out; empty where it is not a person's."""
    names = find_names(words)
    if not names or names[-1][1] != len(words.rstrip()):
        return ""
    name = strip_titles(names[-1][2])
    return "" if is_body(name) or is_acronym(name) else name
