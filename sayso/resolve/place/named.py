"""Place: the place as named; what lies around or within it is never inferred."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from sayso.model.entity import EntityKind
from sayso.resolve.capitals import find_names, is_acronym, is_body
from sayso.resolve.description import Description
from sayso.resolve.name import is_same_token, parse_name
from sayso.resolve.referent import Referent
from sayso.resolve.roster import Roster
from sayso.resolve.standing import compile_once, find_all, find_followed, is_led
from sayso.resolve.wording import GROUP_HEADS, MEMBERS, PERSON_NOUNS, PLACE_HEADS, PRONOUNS, list_words, words_of

_BASES = (
    "air base",
    "airbase",
    "air force base",
    "military base",
    "base",
    "airport",
    "airfield",
    "airstrip",
    "aerodrome",
)
_AREAS = ("area", "region", "district", "province", "governorate", "county", "valley", "territory")
_SETTLEMENTS = ("town", "city", "village", "capital", "locality", "stronghold", "municipality", "suburb")
#: Plain words for a place -> the word under which such places are compared; a town or an area is its bare name.
_KINDS = dict.fromkeys(_BASES, "base") | dict.fromkeys((*_AREAS, *_SETTLEMENTS), "")
_KIND_WORDS = [
    (
        plain,
        re.compile(rf"\b{plain}$"),
        re.compile(rf"^(?:the )?(?:[\w\-]+ ){{0,4}}{plain} (?:of|at|in) "),
    )
    for plain in sorted(_KINDS, key=len, reverse=True)
]
_DIRECTION = re.compile(
    r"^(?:(?:on|in|at|inside|around|outside|near|beside|behind|along|within|to|from|into|towards?|north|south|east|west"
    r"|of|close)\b\s*(?:and around\s+)?)+",
    re.IGNORECASE,
)


# "The axes south of Tripoli" are not Tripoli; "forests of Upper Sel" are not Upper Sel.
_BESIDE = re.compile(
    r"\b(?:north|south|east|west|outskirts|part|side|edge|half|[a-z]+s) of (?:the [a-z]+ )?[A-Z]"
    r"|\b(?:near|outside|beyond) (?:the )?[A-Z]"
)


def resolve_place(described: Description, *, roster: Roster, at: int, role_is_place: bool) -> Referent | None:
    """The place that a mention names, or the last fitting one for "the base", "the town", "there", "it".

    `role_is_place` says that the mention stands where only a place can ("to Lom"). None where the
    words name no place.
    """
    words = _DIRECTION.sub("", described.text) or described.text
    words = re.sub(r"^(?:the )?(?:use|control|fall|capture|loss) of ", "", words)
    low = words_of(words)
    if not low:
        return None
    if low[-1] in PRONOUNS | {"there", "here"}:
        if len(low) > 1:
            return None  # "their half of it" is no place that has a name
        return _last_place(roster, at=at, kind=None) if role_is_place else None
    if _BESIDE.search(words.split(",")[0]):
        plain = re.sub(r"^(?:the|The) ", "", words.split(",")[0])
        return Referent(EntityKind.PLACE, (plain,), proper=plain, because="beside a named place, not that place")
    name, kind = _parse_place(words)
    if name:
        known = role_is_place or kind is not None or _is_place_name(roster, name)
        return _named(roster, name, kind, words, at=at) if known else None
    if kind is None and low[-1] not in PLACE_HEADS:
        return None
    if described.definite and len(low) <= (5 if kind == "" else 3):
        found = _last_place(roster, at=at, kind=kind if kind is not None else low[-1])
        if found:
            # "The town" is no name: it stays out of the forms, or every town would have it.
            return replace(found, because=f"“{words}” is {found.name}, named before")
    owned = described.owner in ("its", "their", "his", "her")
    if kind == "" or owned or not described.definite:
        return None
    return _described(roster, words, low, at=at)


@lru_cache(maxsize=20_000)
def kind_of_place(words: str) -> str | None:
    """The kind: "base", "" for a settlement or an area, another plain word ("camp"); None where none is said."""
    low = " ".join(words_of(words))
    head = re.split(r" (?:around|near|outside|north|south|east|west|behind|beside|along|between) ", low)[0]
    for plain, at_end, at_head in _KIND_WORDS:
        if at_end.search(head) or at_head.search(low):
            return _KINDS[plain]
    last = head.split()[-1] if head else ""
    first = re.match(r"(?:the )?(?:[\w\-]+ ){0,3}?(\w+) (?:of|at|in) ", low)
    for word in (last, first[1] if first else ""):
        if word in PLACE_HEADS:
            return word
    return None


_OF_NAME = re.compile(r"\b\w+ (?:of|at|in) (?:the )?$")


def stands_behind(before: re.Pattern[str], words: str, name: str) -> bool:
    """Whether the pattern, which ends where the name begins, fits before the name anywhere in the words."""
    start = words.find(name)
    while start >= 0:
        if before.search(words[:start]):
            return True
        start = words.find(name, start + 1)
    return False


_PLAIN = re.compile(r" [a-z]")
_WORD_BEHIND = re.compile(r" ([a-z]+)")
_EDGE = re.compile(r"\b")
# What stands before a name, up to where it begins; the longest is "municipality of ".
_REACH = 40
_TOWN_OF = re.compile(rf"\b(?:{'|'.join(_SETTLEMENTS)})(?: of)? \Z")
_THE_TOWN = re.compile(rf",? (?:(?:the|an?) (?:[\w\-]+ ){{0,3}})?(?:{'|'.join(_SETTLEMENTS)})\b")
_INSIDE = re.compile(r"\b(?:in|near|at|over|around|into|outside) \Z")
_AT = re.compile(
    r"\b(?:in|near|at|from|to|around|into|outside|towards?|reached?|left|entered|town of|city of|village of)"
    r" (?:the )?\Z"
)
_PLACE_BEHIND = re.compile(rf" (?:{'|'.join((*_BASES, *_AREAS, *_SETTLEMENTS))})\b")
_PEOPLE = re.compile(r"(?:ian|ean|ish|ese|[^aeiou]i|can|yan)$")


def _parse_place(words: str) -> tuple[str, str | None]:
    """Proper name and kind: "the base of Al-Jufra" and "Al-Jufra air base" are both ("Al-Jufra", "base")."""
    main, _, rest = words.partition(",")
    apposed = [name for _, _, name in find_names(rest)]
    if kind_of_place(main) == "" and len(apposed) == 1 and apposed[0] == rest.strip(" ,"):
        return apposed[0], None  # "the capital of Tigray, Mekelle"
    # "The largest pumping station in Merrin" is in Merrin, and is not named after it.
    inside = re.match(r"(.+?) in (?:the )?(?:[a-z\-]+ )?(?=[A-Z])", main)
    main = inside[1] if inside and kind_of_place(inside[1]) else main
    names = [name for _, _, name in find_names(main)]
    if not names:
        return "", kind_of_place(main)
    kind = kind_of_place(main)
    before = stands_behind(_OF_NAME, main, names[-1])
    name = names[-1] if before else names[0]
    if kind == "" and not before and _PEOPLE.search(name) and _goes_on(name, main):
        return "", kind  # "the northern Iraqi town" has no name
    tail = words_of(name)[-1]
    if tail in PLACE_HEADS and len(name.split()) > 1:
        name, kind = " ".join(name.split()[:-1]), _KINDS.get(tail, tail)
    return name, kind


def _goes_on(name: str, words: str) -> bool:
    """Whether a plain word stands right behind the name."""
    return any(_PLAIN.match(words, end) for _, end in find_all(name, words))


def _named(roster: Roster, name: str, kind: str | None, words: str, *, at: int) -> Referent:
    if kind is None:
        kind = _kind_in_text(roster, name)
    common = kind or None
    shown = re.sub(r"^(?:the|The) ", "", words.split(",")[0])
    # "the coastal city of Sirte" and "new areas in the west of Libya" add nothing to the name.
    whole = shown.endswith(name) or words_of(shown)[-1] in PLACE_HEADS  # not "Tel Arwan over"
    told = [shown] if common and whole and len(shown.split()) <= len(name.split()) + 3 else []
    forms = tuple(dict.fromkeys((*told, f"{name} {common}" if common else name, *([name] if shown == name else []))))
    return Referent(EntityKind.PLACE, forms, proper=name, common=common, because=f"the place named “{name}”")


def _kinds_beside(text: str, start: int, end: int) -> set[str]:
    """The kinds that plain words right beside a name say."""
    after, before = _BEHIND.match(text[end : end + 30]), _BEFORE.search(text[max(0, start - 30) : start])
    plain = (" ".join(words_of(after[1])) if after else "", before[1].casefold() if before else "")
    return {_KINDS[each] for each in plain if each in _KINDS}


_BEHIND = re.compile(r" ((?:air |military )?\w+)")
_BEFORE = re.compile(r"(\w+) (?:of|at) (?:the )?$")


@lru_cache(maxsize=20_000)
def _kind_in_text(roster: Roster, name: str) -> str:
    """What kind of place a bare name is here: a base if the text calls it one and nothing else, else its bare self."""
    kinds = set()
    tokens = parse_name(name).tokens
    for other in roster.spellings.find_beginning(tokens) if tokens else roster.spellings.places:
        spelled = parse_name(other).tokens
        if len(spelled) < len(tokens) or not all(is_same_token(a, b) for a, b in zip(tokens, spelled, strict=False)):
            continue
        for start in roster.spellings.places[other]:
            kinds |= _kinds_beside(roster.text, start, start + len(other))
    if kinds == {"base"} and not _is_settlement(roster, name):
        return "base"
    return "base" if not kinds and parse_name(_unnamed_base(roster)).tokens == tokens else ""


_FAR = 200  # names back: farther, in a long text, nobody looks for "the town"


def _last_place(roster: Roster, *, at: int, kind: str | None) -> Referent | None:
    """The last place named before, of that kind if one is asked for; a base not named as one as a last resort."""
    before = [each for each in roster.names if each[0] < at][: -_FAR - 1 : -1]
    for loosely in (False, True):
        for start, end, name in before:
            if is_body(name) and words_of(name)[-1] not in _KINDS:
                continue
            shown = _with_kind(roster.text, start, end, name)
            bare, own = _parse_place(shown)
            if bare and _fits(roster, bare, own, kind, loosely=loosely):
                own = own if own is not None else (_kind_in_text(roster, bare) or None)
                return _named(roster, bare, own, shown, at=at)
    if kind == "base":
        unnamed = _unnamed_base(roster)
        return _named(roster, unnamed, "base", unnamed, at=at) if unnamed else None
    return None


def _fits(roster: Roster, name: str, own: str | None, kind: str | None, *, loosely: bool) -> bool:
    if roster.is_person(name) or _is_adjective(roster, name):
        return False
    if kind is None:
        return own is not None or _is_place_name(roster, name)
    if own is None:
        own = _kind_in_text(roster, name)
        if kind == "":
            return _is_settlement(roster, name) or (
                loosely and own == "" and is_led(name, _INSIDE, roster.text, reach=_REACH)
            )
        return own == kind
    return own == kind


@lru_cache(maxsize=20_000)
def _is_adjective(roster: Roster, name: str) -> bool:
    """Whether the text uses a name as that of a people: "in Kurdish hands", "Malian soldiers"."""
    after = [match[1] for match in find_followed(name, _WORD_BEHIND, roster.text)]
    if not _PEOPLE.search(name):
        # "Tuareg rebels", and nothing else that is called so
        every = sum(1 for _ in find_followed(name, _EDGE, roster.text))
        return len(after) == every and all(word in MEMBERS | PERSON_NOUNS for word in after)
    return any(word in MEMBERS | PERSON_NOUNS | GROUP_HEADS or word == "hands" for word in after)


@lru_cache(maxsize=20_000)
def _is_settlement(roster: Roster, name: str) -> bool:
    """Whether the text calls the name a town: "the town of Korvat", "Beit Orem, the nearest town"."""
    return is_led(name, _TOWN_OF, roster.text, reach=_REACH) or any(find_followed(name, _THE_TOWN, roster.text))


@lru_cache(maxsize=20_000)
def _unnamed_base(roster: Roster) -> str:
    """The name that "the base" must mean in a text that never calls a name a base: the first place it names."""
    if not re.search(r"\bthe (?:air |military )?base\b", roster.text):
        return ""
    for start, end, name in roster.names:
        _, own = _parse_place(_with_kind(roster.text, start, end, name))
        if own == "base":
            return ""
    for start, _, name in roster.names:
        person = roster.is_person(name) or is_body(name) or is_acronym(name)
        if not person and not _is_settlement(roster, name) and start >= _body_start(roster):
            return name
    return ""


def _body_start(roster: Roster) -> int:
    """Where the text begins after a credit or breadcrumbs: the first paragraph of more than a line's words."""
    for start in roster.layout.paragraphs:
        line = roster.text[start : roster.layout.paragraph(start)[1]]
        if len(line.split()) > 20:
            return start
    return 0


_KIND_BEHIND = re.compile(r" (?:air |military |oil )?\w+")
_KIND_BEFORE = re.compile(r"\b((?:air |military )?\w+) (?:of|at) (?:the )?$")


def _with_kind(text: str, start: int, end: int, name: str) -> str:
    after = _KIND_BEHIND.match(text[end : end + 30])
    if after and words_of(after.group())[-1] in PLACE_HEADS:
        return name + after.group()
    before = _KIND_BEFORE.search(text[max(0, start - 40) : start])
    if before and words_of(before[1])[-1] in PLACE_HEADS:
        return f"{before[1]} of {name}"
    return name


@lru_cache(maxsize=20_000)
def _is_place_name(roster: Roster, name: str) -> bool:
    """Whether the text uses the name as a place: with a plain word for one, or after "in", "near", "from", "to"."""
    if roster.is_person(name) or is_body(name) or is_acronym(name) or _is_adjective(roster, name):
        return False
    return is_led(name, _AT, roster.text, reach=_REACH) or any(
        _PLACE_BEHIND.match(roster.text, end) for _, end in find_all(name, roster.text)
    )


_ADJECTIVES = frozenset(
    list_words("the this that old former same main largest biggest big small large whole entire new only nearest")
)


def _described(roster: Roster, words: str, low: Sequence[str], *, at: int) -> Referent:
    """A place without a name ("the pumping station"), compared by its plain words."""
    plain = [word for word in low if word not in _ADJECTIVES]
    if len(plain) == 1:
        # "The station" after "the pumping station": the fuller words, if the text has one such alone.
        fuller = {match.casefold() for match in compile_once(rf"\b([a-z]+ {plain[0]})\b").findall(roster.text[:at])}
        fuller = {match for match in fuller if match.split()[0] not in _ADJECTIVES | _NO_ADJECTIVES}
        plain = fuller.pop().split() if len(fuller) == 1 else plain
    shown = re.sub(r"^(?:the|The) ", "", words)
    because = "a place without a name of its own"
    return Referent(EntityKind.PLACE, (shown,), common=" ".join(plain) or shown, because=because)


_NO_ADJECTIVES = frozenset(
    list_words("a an its his her their our my of in at to from near and or by for with on every any no")
)
