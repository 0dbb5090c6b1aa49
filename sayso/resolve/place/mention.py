"""Mention: what the words for a place say of it, before any gazetteer is asked."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.model.place import PlaceKind
from sayso.resolve.capitals import find_names
from sayso.resolve.place.named import kind_of_place, stands_behind
from sayso.resolve.wording import words_of

_OF_NAME = re.compile(r"\b(?:of|at) (?:the )?$")
_AIR = frozenset({PlaceKind.AIRFIELD, PlaceKind.BASE})
_TOWN = frozenset({PlaceKind.SETTLEMENT, PlaceKind.QUARTER})
_AREA = frozenset({PlaceKind.REGION, PlaceKind.DISTRICT})
#: Plain words said with a name -> the kinds of places that they fit.
_SAID = {
    **dict.fromkeys(("airport", "airfield", "airstrip", "aerodrome", "airbase"), _AIR),
    **dict.fromkeys(("base", "barracks", "garrison", "fort", "outpost"), _AIR | {PlaceKind.CAMP, PlaceKind.SITE}),
    **dict.fromkeys(("camp",), frozenset({PlaceKind.CAMP, PlaceKind.BASE, PlaceKind.QUARTER})),
    **dict.fromkeys(("crossing", "checkpoint", "border"), frozenset({PlaceKind.CROSSING})),
    **dict.fromkeys(("port", "harbour", "harbor"), frozenset({PlaceKind.PORT, PlaceKind.SETTLEMENT})),
    **dict.fromkeys(("oilfield", "field", "refinery", "terminal"), frozenset({PlaceKind.OIL, PlaceKind.PORT})),
    **dict.fromkeys(("island", "islet", "islands"), frozenset({PlaceKind.ISLAND, PlaceKind.REGION})),
    **dict.fromkeys(("river", "lake", "sea", "strait", "dam", "gulf", "bay"), frozenset({PlaceKind.WATER})),
    **dict.fromkeys(("mountain", "mountains", "desert", "valley", "hills", "hill"), frozenset({PlaceKind.TERRAIN})),
    **dict.fromkeys(("town", "city", "village", "municipality", "locality", "capital", "stronghold"), _TOWN),
    **dict.fromkeys(("suburb", "neighbourhood", "neighborhood", "quarter"), _TOWN | {PlaceKind.DISTRICT}),
    **dict.fromkeys(("region", "province", "governorate", "state", "oblast", "territory", "emirate"), _AREA),
    **dict.fromkeys(("district", "county", "area", "parish", "raion", "department"), _AREA),
    **dict.fromkeys(("country", "republic", "kingdom"), frozenset({PlaceKind.COUNTRY})),
}  # fmt: skip
# "Alkhadim" is Al-Khadim: the article may be written on.
_WRITTEN_ON = re.compile(r"^(Al|El)(?=[bcdfghjkmnpqrstwyz][a-z]{4})")
_DIRECTIONS = frozenset(("north", "south", "east", "west", "northern", "southern", "eastern", "western", "the", "and"))
_LINKS = frozenset(
    ("and", "or", "in", "at", "of", "on", "to", "from", "near", "air", "military", "oil", "border", "refugee")
)
_BESIDE = re.compile(
    r"\b(?:near|outside|beyond|around|close to|(?:north|south|east|west)(?:ern)?(?: \w+)? of|outskirts of"
    r"|(?:km|kilomet(?:er|re)s|miles) (?:from|(?:to the )?(?:north|south|east|west)[a-z]* of)"
    r"|vicinity of|surroundings of|approaches (?:to|of)) (?:the )?(?:(?:town|city|village) of )?$",
    re.IGNORECASE,
)
_FAR = re.compile(
    r"\b(\d{1,3})(?:\s|-)?(km|kilomet\w+|miles?) (?:from|(?:to the )?(?:north|south|east|west)[a-z]* of|away from)"
    r" (?:the )?(?:(?:town|city|village) of )?$",
    re.IGNORECASE,
)
# What follows a name and says where it is: "Waddan, Libya", "Mekelle in Tigray region", "Paris (Texas)".
_WITHIN = re.compile(
    r"^(?:['’]s)?(?:\s*,\s*(?:in\s+)?(?:the\s+)?|\s+in\s+(?:the\s+)?(?:\w+\s+)?|\s*\(\s*)(?=[A-Z])"
    r"((?:[A-Z][\w'’.\-]*)(?:\s+(?:of\s+)?[A-Z][\w'’.\-]*){0,3})"
)
# What stands before and says whose it is: "Libya's Waddan", "the Syrian town of Douma".
_WHOSE = re.compile(r"\b([A-Z][\w\-]+)(?:['’]s)?(?:\s+[a-z\-]+){0,3}(?:\s+of)?\s+$")


@dataclass(frozen=True, slots=True)
class Named:
    """What words for a place say.

    `name` is the proper name, `looked_up` what a gazetteer is asked for, the likeliest first. `said` is the plain word
    for its kind ("airbase"), `kinds` the kinds that fit it (empty: none said). `within` are names that
    may say where it is, `beside` is the words that put it near a place and not in it ("near"; empty: in it),
    `away_m` how far if said.
    """

    name: str
    looked_up: tuple[str, ...]
    said: str = ""
    kinds: frozenset[PlaceKind] = frozenset()
    within: tuple[str, ...] = ()
    beside: str = ""
    away_m: int | None = None


def parse(words: str, *, before: str = "", after: str = "", said: str | None = None) -> Named:
    """What the words for a place say: its name, kind, whereabouts, and whether it is only near by.

    `before` and `after` are what stands around them in the text. `said` is a plain word for its kind if
    the report has one elsewhere. Words without a proper name give an empty name and nothing to look up.
    """
    main, _, rest = words.partition(",")
    inside = re.match(r"(.+?) in (?:the )?(?=[A-Z])", main)
    main, rest = (inside[1], main[inside.end() :]) if inside and kind_of_place(inside[1]) else (main, rest)
    names = [main.strip()] if _is_bare(main) else [name for _, _, name in find_names(main)] or _whole(main)
    if not names:
        return Named("", ())
    name = names[-1] if stands_behind(_OF_NAME, main, names[-1]) else names[0]
    if set(words_of(name)) <= _DIRECTIONS or _is_adjective(main, name):
        return Named("", ())
    plain = _plain_kind(main, name, before, after) or said or ""
    bare = _strip_kind(name)
    lead = f"{before}{main[: main.find(name)]}"
    beside = _BESIDE.search(lead)
    return Named(
        name=bare,
        looked_up=_look_ups(name, bare, plain),
        said=plain,
        kinds=_SAID.get(plain.split()[-1] if plain else "", frozenset()),
        within=_whereabouts(lead, f", {rest}" if rest else after),
        beside=beside.group().strip() if beside else "",
        away_m=_distance_said(lead),
    )


def _is_bare(words: str) -> bool:
    """Whether the words are a name and nothing else: "St. Petersburg", "W.Va."; not "the town of Waddan"."""
    return bool(re.fullmatch(r"(?:[A-Z][\w.'’\-]*\s*)+", words.strip())) and not words.startswith("The ")


def _whole(words: str) -> list[str]:
    """All the words, where they hold a capital that is no name's yet ("U.S.") or a script without capitals."""
    plain = words.strip()
    return [plain] if re.search(r"[A-Z]|[^\W\d_a-zA-Z]", plain) else []


def _is_adjective(words: str, name: str) -> bool:
    """Whether a name only tells whose a thing is: "vehicles of Turkish manufacture"; not "Sirte airport"."""
    follows = re.match(r" ([a-z\-]+)", words[words.find(name) + len(name) :])
    return bool(follows) and follows[1] not in _SAID and follows[1] not in _LINKS  # type: ignore[index]


def _plain_kind(main: str, name: str, before: str, after: str) -> str:
    """The plain word for its kind beside the name: in the mention, right after it, or "the town of" before it."""
    follows = re.match(r"(?: [a-z]+){1,2}", main[main.find(name) + len(name) :] or after)
    said = [word for word in words_of(follows.group() if follows else "") if word in _SAID]
    tail = words_of(name)[-1:] if len(name.split()) > 1 else []
    for word in (*said[-1:], *tail):
        if word in _SAID:
            return word
    of = re.search(r"\b(\w+)(?: of| at)?(?: the)? $", f"{before}{main[: main.find(name)]}")
    return of[1].casefold() if of and of[1].casefold() in _SAID else ""


def _strip_kind(name: str) -> str:
    """A name without the plain word for its kind: "Tigray Region" is Tigray."""
    words = name.split()
    while len(words) > 1 and words[-1].casefold() in _SAID:
        words = words[:-1]
    return " ".join(words)


def _look_ups(name: str, bare: str, plain: str) -> tuple[str, ...]:
    """As the words have it, then with the plain word, then the bare name."""
    kinds = _SAID.get(plain.split()[-1] if plain else "", frozenset())
    airport = f"{bare} airport" if kinds & _AIR else ""
    full = "" if airport or kinds == _TOWN or not plain else f"{bare} {plain}"
    apart = _WRITTEN_ON.sub(r"\1-", bare)
    apart = f"{apart} airport" if apart != bare and airport else apart
    return tuple(dict.fromkeys(each for each in (airport, full, name, bare, apart) if each))


def _whereabouts(before: str, after: str) -> tuple[str, ...]:
    follows, whose = _WITHIN.match(after), _WHOSE.search(before)
    found = [follows[1].rstrip(".,") if follows else "", whose[1] if whose else ""]
    return tuple(dict.fromkeys(each for each in found if each))


def _distance_said(before: str) -> int | None:
    far = _FAR.search(before)
    if not far:
        return None
    return round(int(far[1]) * (1_609 if far[2].casefold().startswith("mile") else 1_000))
