"""Party: named groups, states, their organs and offices, and those who are meant when their men are named."""

from __future__ import annotations

import re

from sayso.model.entity import EntityKind
from sayso.resolve.capitals import find_names, is_acronym, is_body
from sayso.resolve.description import Description, Sort, describe
from sayso.resolve.name import parse_name
from sayso.resolve.outlet import is_outlet_name
from sayso.resolve.referent import Referent
from sayso.resolve.roster import Roster
from sayso.resolve.wording import FEMALE, GROUP_HEADS, MALE, MEMBERS, ORGANS, OUTLET_NOUNS, PERSON_NOUNS, words_of


def resolve_party(described: Description, *, roster: Roster, at: int | None) -> Referent | None:
    """The party that a mention names; None if its words name none.

    "Fighters of the Northern Front" and "the Front" are the Northern Front; "Zarune's army" is an
    organ of Zarune; "the Front's media office" an office of the Northern Front, kept apart from it.
    """
    match described.sort:
        case Sort.ORGAN:
            return resolve_organ(described, roster=roster, at=at)
        case Sort.OFFICE:
            return _resolve_office(described, roster=roster, at=at)
        case Sort.PERSON:
            return resolve_person(described, roster=roster, at=at)
        case Sort.GROUP | Sort.NAME | Sort.OUTLET:
            return _resolve_name(described, roster=roster, at=at)
    return None


def resolve_person(described: Description, *, roster: Roster, at: int | None) -> Referent:
    """The person whom a mention names, with the fullest form, the office and whose office it is."""
    full = roster.fuller(described.name, at=at)
    introduced = roster.introduction(full)
    office = (described.head if described.sort is Sort.PERSON else "") or (introduced.office if introduced else "")
    owner = described.owner or (introduced.owner if introduced else "")
    if introduced and introduced.owner and owner in ("", "its", "his", "her", "their"):
        office, owner = introduced.office, introduced.owner
    if owner in ("its", "their", "his", "her"):
        owner = _subject_before(roster, at, person=owner in ("his", "her"))
    # "The commander of its coast guard"
    its = re.match(r"(?:its|their) (?=\w)", owner)
    subject = _subject_before(roster, at) if its else ""
    owner = f"{subject}'s {owner[its.end() :]}" if its and subject else owner
    words = words_of(described.text)
    female = introduced.female if introduced else None
    if any(word in FEMALE | MALE for word in words):
        female = any(word in FEMALE for word in words)
    return Referent(
        EntityKind.PERSON,
        _forms(full, described.name),
        office=office or None,
        of=expand_owner(owner, roster=roster, at=at) or None,
        female=female,
        because=f"named “{described.name}”" if full == described.name else f"“{described.name}” is “{full}” here",
    )


def resolve_organ(described: Description, *, roster: Roster, at: int | None) -> Referent:
    """An organ of a state ("the army", "Its government"), with the country if words say whose it is."""
    country = None if described.name in _NO_COUNTRIES else described.name or None
    if described.owner in ("its", "their"):
        country = _subject_before(roster, at) or None
    person = roster.fuller(described.owner, at=at) if described.owner else ""
    if person and roster.is_person(person):
        # "Haftar's Army" is no organ of a state.
        return Referent(
            EntityKind.GROUP,
            (_bare(described.text),),
            office=described.head,
            of=person,
            because=f"the {described.head} of {person}",
        )
    return Referent(
        EntityKind.GROUP,
        (_bare(described.text),),
        common=described.head,
        country=country,
        plural=described.plural or described.head == "state media",
        because=f"an organ of {country}" if country else "an organ of the state that the report is about",
    )


# "The presidency of the Republic" is that of the state which the report is about.
_NO_COUNTRIES = frozenset({"", "Republic", "State", "Kingdom", "Nation", "Federation"})


def expand_owner(owner: str, *, roster: Roster, at: int | None) -> str:
    """The words for whom somebody speaks, a short name given its fullest form."""
    if not owner:
        return ""
    described = describe(owner)
    if described.sort is Sort.ORGAN or not described.name:
        names = find_names(owner)
        if not names:
            return owner
        start, end, name = names[-1]
        return f"{owner[:start]}{roster.fuller(name, at=at)}{owner[end:]}"
    return roster.fuller(described.name, at=at)


def _resolve_office(described: Description, *, roster: Roster, at: int | None) -> Referent:
    """An office such as "the Front's media office": not the Front itself, but speaking for it."""
    owner = described.owner
    if owner in ("its", "their", "his", "her"):
        owner = _subject_before(roster, at, person=owner in ("his", "her"))
    full = expand_owner(owner, roster=roster, at=at) or owner
    plain = " ".join(
        word for word in words_of(described.text) if word not in words_of(owner) and word not in ("the", "of", "its")
    )
    return Referent(
        EntityKind.GROUP,
        _forms(f"{full} {plain}".strip(), _bare(described.text)) or (described.text,),
        office=plain or None,
        of=full or None,
        because=f"an office of {full}" if full else "an office",
    )


def _resolve_name(described: Description, *, roster: Roster, at: int | None) -> Referent:
    commander, name = _split_commander(_ALIGNED.sub("", described.name), roster=roster, at=at)
    full = _split_commander(roster.fuller(name, at=at), roster=roster, at=at)[1]
    if roster.is_person(full) and not is_body(full) and not is_acronym(described.name):
        person = resolve_person(described, roster=roster, at=at)
        if not described.members:
            return person
        return _by_members(person, described)
    called = described.sort is Sort.OUTLET and described.head in OUTLET_NOUNS  # "the channel Overheard"
    kind = EntityKind.OUTLET if is_outlet_name(full) or called else EntityKind.GROUP
    bare = kind is EntityKind.GROUP and not is_body(full) and not is_acronym(described.name)
    bare = bare and described.head not in GROUP_HEADS  # "the group Plumbline"
    if bare and not described.members and not roster.is_nation(full):
        kind = EntityKind.UNKNOWN  # a person or a party: the words do not say
    forms = _forms(full, name, *_initials(full, roster))
    named = Referent(kind, forms, of=commander or None, because=_because(name, full))
    return _by_members(named, described) if described.members else named


def _split_commander(name: str, *, roster: Roster, at: int | None) -> tuple[str, str]:
    """The person whose army it is called, and its name: "Khalifa Haftar's Libyan National Army"; else empty.

    "People" and "Women" are no persons; a state that backs a body is none.
    """
    found = _OWNED_BODY.fullmatch(name)
    if not found or not is_body(found["body"]):
        return "", name
    full = roster.fuller(found["owner"], at=at)
    plain = words_of(found["owner"])[-1] in PERSON_NOUNS | MEMBERS | _MANY
    if plain or is_body(full) or is_acronym(full) or roster.is_nation(full):
        return "", name
    is_person = len(parse_name(full).tokens) > 1 or roster.is_person(full)
    return (full, found["body"]) if is_person else ("", name)


_MANY = frozenset({"people", "peoples", "women", "men", "workers", "farmers", "students", "nation", "country"})
_OWNED_BODY = re.compile(
    r"(?P<owner>[A-ZÀ-Þ][^,;]*?)['’]s? (?P<body>[A-ZÀ-Þ][\w\-]*(?: (?:of|the|for|and|[A-ZÀ-Þ][\w\-]*))+)"
)


def _by_members(named: Referent, described: Description) -> Referent:
    because = f"“{described.text}” are {named.name} by its people"
    return Referent(named.kind, named.forms, office=None, of=None, plural=described.plural, because=because)


def _initials(full: str, roster: Roster) -> tuple[str, ...]:
    return tuple(short for short, long in roster.initials if parse_name(long).tokens == parse_name(full).tokens)


def _because(name: str, full: str) -> str:
    return f"named “{name}”" if name == full else f"“{name}” is “{full}” here"


_ALIGNED = re.compile(r"-(?:aligned|led|affiliated|loyal)$")  # "GNA-aligned forces"; who is backed is another matter
_SPEECH = (
    r"(?:, [^,]{1,60},)? (?:had |has |have )?(?:said|says|announced|denied|denies|told|claims?|claimed|warned|rejects"
    r"|rejected|confirmed|demands|demanded|accuse[sd]|dismissed|insists?|insisted|stated|declared|added|called)\b"
)
_PLAIN_ORGAN = re.compile(
    rf"\b[Tt]he ((?:[a-z]+ )?(?:{'|'.join(sorted(ORGANS, key=len, reverse=True))}))\b", re.IGNORECASE
)


def _subject_before(roster: Roster, at: int | None, *, person: bool = False) -> str:
    """Whose "its" or "his" is: a party that speaks, else the first one named, in this sentence or the one before."""
    if at is None:
        return ""
    start, _ = roster.layout.sentence(at)
    previous = roster.layout.sentence(max(start - 1, 0))[0]
    for begin, end in ((start, at), (previous, start)):
        stretch = re.sub(r"[“\"][^”\"]*[”\"]?", lambda quote: " " * len(quote.group()), roster.text[begin:end])
        parties = [
            (a, b, name)
            for a, b, name in roster.names
            if begin <= a < end and stretch[a - begin] != " " and roster.is_person(name) == person
        ]
        if not person:
            parties += [
                (begin + each.start(1), begin + each.end(1), each[1]) for each in _PLAIN_ORGAN.finditer(stretch)
            ]
        # A country in which they fight has no spokesman: "in Khaldara, the group's spokesman says".
        parties = [each for each in parties if person or not _is_scene(roster, each[0])] or parties
        speaking = [name for _, b, name in sorted(parties) if re.match(_SPEECH, roster.text[b : b + 90])]
        if speaking or parties:
            return roster.fuller(speaking[0] if speaking else sorted(parties)[0][2], at=at)
    return ""


_DATELINE = re.compile(r"[A-Z][^\n]{3,80}?\) [-–—] ")


def _is_scene(roster: Roster, at: int) -> bool:
    """Whether a name stands there as that of a place: behind "in", "at", "near", "from", "to", or in a dateline."""
    dateline = _DATELINE.match(roster.text, roster.layout.paragraph(at)[0])
    return bool(dateline and at < dateline.end()) or bool(
        re.search(r"\b(?:in|at|near|from|into|to)\s+(?:the )?(?:[a-z]+ )?$", roster.text[max(0, at - 24) : at])
    )


def _bare(words: str) -> str:
    parts = words.split()
    return " ".join(parts[1:] if len(parts) > 1 and parts[0] in ("The", "the", "Its", "its") else parts)


def _forms(*forms: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(form for form in forms if form))
