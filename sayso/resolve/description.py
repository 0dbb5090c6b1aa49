"""Description: what the words of a mention say by themselves, before the text around is asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from sayso.resolve.capitals import CAP, PARTICLE, find_names, is_acronym, is_body, strip_titles
from sayso.resolve.wording import (
    DEMONSTRATIVES,
    DOCUMENT_NOUNS,
    GROUP_HEADS,
    HONORIFICS,
    IMAGE_NOUNS,
    MEMBERS,
    OFFICES,
    ORGANS,
    OUTLET_HEADS,
    OUTLET_NOUNS,
    PERSON_NOUNS,
    PLACE_HEADS,
    PRONOUNS,
    RANKS,
    list_words,
    words_of,
)

_RELATIVE = re.compile(
    r",? (?:who|whom|whose|which|that|where)\b.*$"
    r"|, (?:speaking|reached|contacted|quoted|asking|whom|himself|herself)\b.*$"
)
_INDEFINITE = re.compile(
    r"^(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|several|some|many|other|another|both|local|unnamed|various"
    r"|most|few|certain|\d+)\b",
    re.IGNORECASE,
)
_DEFINITE = re.compile(r"^(?:the|this|that|these|those|its|his|her|their|our|my|\w+['’]s?)\b", re.IGNORECASE)
_OFFICE_HEADS = frozenset(
    list_words("office bureau arm wing command leadership council delegation headquarters media department")
)
_MANY = re.compile(r"^[\w’'\-]*[^s\W]s$|^(?:people|men|women|police|children|fishermen|gunmen)$")


class Sort(StrEnum):
    """What sort of words a mention is."""

    PRONOUN = "pronoun"
    PERSON = "person"  # a name of a person stands in it
    NAME = "name"  # a name, of whom or what its words do not say
    GROUP = "group"  # a named party or body
    OFFICE = "office"  # an office of a party ("the Front's media office")
    ORGAN = "organ"  # an organ of a state by its plain name
    PLACE = "place"
    OUTLET = "outlet"
    IMAGES = "images"
    DOCUMENT = "document"
    PEOPLE = "people"  # people or parties described and not named
    THING = "thing"


@dataclass(frozen=True, slots=True)
class Description:
    """A mention taken apart.

    `name` is the proper name in it, empty if none. `head` is the plain noun ("spokesman", "base").
    `owner` is whom it belongs to ("the group" in "the group's spokesman"). `plural`, `definite` are
    what the grammar shows. `members` is set for "fighters of X": the mention is X by its members.
    """

    text: str
    sort: Sort
    name: str = ""
    head: str = ""
    owner: str = ""
    plural: bool = False
    definite: bool = False
    members: bool = False


@lru_cache(maxsize=50_000)
def describe(text: str) -> Description:
    """Take a mention apart by its words alone."""
    words = " ".join(text.strip(" ,.;:\"“”'‘’").split())
    if words.startswith("(") or (words.endswith(")") and "(" not in words):
        words = words.strip("()")
    words = re.sub(r"^(?:[Yy]our|[Oo]ur|[Mm]y)(?: own)? (?=[A-ZÀ-Þ])", "", words)  # "Your own Tann said"
    # "We still conclude", "a note in which it says"
    words = re.sub(r"(?<=\w) (?:still|also|now|then|later|already|again|himself|herself|itself)$", "", words)
    words = re.sub(r"^.* in which (?=(?:it|he|she|they)$)", "", words)
    low = words_of(words)
    if not low:
        return Description(text, Sort.THING)
    if len(low) == 1 and low[0] in PRONOUNS | DEMONSTRATIVES:
        return Description(
            words, Sort.PRONOUN, head=low[0], plural=low[0] in ("they", "them", "their", "we", "us", "our")
        )
    main = _RELATIVE.sub("", words)
    return _describe_alias(words) or _describe_person(main) or _describe_noun_and_name(main) or _describe_other(main)


# "A League commander who calls himself Tizón", "a man, who gave his name as Abu Layth": the noun before is a person's.
_ALIAS_OF_PERSON = (
    r",? (?:who (?:calls?|called|styles?|identifie[sd]|introduce[sd]) (?:himself|herself)|calling (?:himself|herself)"
    r"|(?:who (?:gave|gives)|giving) (?:his|her|their) (?:\w+ )?name)(?: only)?(?: as)?"
)
# "A man named Salah", "a group called the Companions of the Cave": whose noun stands right before.
_ALIAS_OF_NOUN = (
    r"(?:,? (?:who|that|which) calls? (?:itself|themselves)|,? calling itself"
    r"|,? (?:who is |who was )?(?:named|nicknamed|called|known)(?: only)?(?: as| by the name of)?)"
)
_ALIAS = re.compile(
    rf"^(?P<lead>[^“\"]+?)(?:(?P<person>{_ALIAS_OF_PERSON})|(?P<noun>{_ALIAS_OF_NOUN})) [“\"‘]?(?:the )?"
    r"(?P<name>(?=[A-ZÀ-Þ])[^,;“”\"]{2,60}?)[”\"’]?$"
)
_SMALL_WORDS = frozenset(list_words("of the for and de la du al el bin"))
# "The group Plumbline", "the newspaper Cabo Diário": a plain noun, then the name.
_NOUN_THEN_NAME = re.compile(
    r"^(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir) (?:(?!(?:of|on|in|at|by|for|from|with|to) )[a-z\-]+ ){0,2}(?P<noun>[a-z]+)"
    r" (?P<name>[A-ZÀ-Þ][^,;]+)$"
)


def _describe_alias(words: str) -> Description | None:
    """Somebody or some party described, with the name given for it; None where the words give none in that way."""
    match = _ALIAS.match(re.split(r", (?!who|calling|giving|named|called|known)", words)[0])
    if match is None or _describe_person(match["lead"]):
        return None
    lead, name = match["lead"], strip_titles(match["name"])
    if any(word[0].islower() and word not in _SMALL_WORDS for word in name.split()):
        return None
    noun = _head(lead) if match["person"] else words_of(lead)[-1]
    if noun not in PERSON_NOUNS and _head(lead) in PERSON_NOUNS:
        return None  # "a spokesman for the coalition known as the CSP"
    if match["person"] or (noun in PERSON_NOUNS and not _MANY.match(noun)):
        return Description(words, Sort.PERSON, name=name, head=office_of(lead) or noun, owner=owner_of(lead))
    if noun in GROUP_HEADS | MEMBERS:
        return Description(words, Sort.GROUP, name=name, head=noun, definite=bool(_DEFINITE.match(words)))
    return None


def _describe_noun_and_name(words: str) -> Description | None:
    """A party or an outlet by its plain noun and its name: "the group Plumbline", "the channel Overheard"."""
    match = _NOUN_THEN_NAME.match(words)
    if match is None or not _whole_name(match["name"]):
        return None
    noun, name = match["noun"], match["name"]
    if noun in OUTLET_NOUNS:
        return Description(words, Sort.OUTLET, name=name, head=noun, definite=True)
    if noun in GROUP_HEADS - PLACE_HEADS - MEMBERS:
        return Description(words, Sort.GROUP, name=name, head=noun, definite=True)
    return None


_GIVES_NAME = re.compile(r"call|style|identifie|introduce|name|known")  # a word that each of the two has
_LEAD_OF_ALIAS = re.compile(rf"(?P<lead>[^,;.“”\"]+)(?:{_ALIAS_OF_PERSON}|{_ALIAS_OF_NOUN})\s+[“\"‘]?$")


def find_alias_lead(before: str) -> str:
    """The noun phrase to which words such as "who calls himself" at the end of a stretch give a name; else empty."""
    match = _LEAD_OF_ALIAS.search(before) if _GIVES_NAME.search(before) else None
    return match["lead"].strip() if match else ""


def _describe_person(words: str) -> Description | None:
    """A named person with office or rank: "the group's spokesman, Idris Fennar", "Colonel Ostad"."""
    chunks = [chunk.strip() for chunk in words.split(",") if chunk.strip()]
    for place, chunk in enumerate(chunks[:3]):
        names = find_names(chunk)
        if not names:
            continue
        start, end, name = names[-1]
        lead = words_of(chunk[:start])
        bare = strip_titles(name)
        titled = bare != name or (bool(lead) and lead[-1] in OFFICES | RANKS | HONORIFICS)
        others = [other for index, other in enumerate(chunks) if index != place]
        beside = next((other for other in others if office_of(other)), "")
        # "Ida Korr, 34", "Ida Korr of the border guard"
        if place == 0 and _is_persons(chunk, chunks[1:2]):
            behind = re.search(r" (?:of|from|at) (?:the )?(?P<of>.+)$", chunk)
            beside = next((other for other in chunks[1:] if office_of(other)), "")
            owner = behind["of"] if behind else owner_of(beside)
            return Description(words, Sort.PERSON, name=names[0][2], head=office_of(beside), owner=owner)
        # "Commander Ida Korr of the border guard", where the rank shows that the name is a person's.
        behind = re.fullmatch(r" (?:of|from|for) (?:the )?(?P<of>.+)", chunk[names[0][1] :])
        if behind and strip_titles(names[0][2]) != names[0][2] and not is_body(names[0][2]) and " " in names[0][2]:
            first = names[0][2]
            bare = strip_titles(first)
            office = office_of(first[: len(first) - len(bare)])
            return Description(words, Sort.PERSON, name=bare, head=office, owner=behind["of"])
        closes = end == len(chunk) and not is_body(bare)
        if closes and (titled or (beside and not lead)) and "of" not in lead[-2:] and "by" not in lead:
            office_words = chunk[: start + len(name) - len(bare)] or beside
            office = office_of(office_words) or office_of(beside)
            owner = owner_of(beside or office_words)
            return Description(words, Sort.PERSON, name=bare, head=office, owner=owner)
    return None


_PERSONS_NAME = re.compile(rf"(?P<name>{CAP}(?: (?:{PARTICLE} )?{CAP})*)(?P<of> (?:of|from|at) (?:the )?[A-Z].+)?")
_NO_PERSONS = (
    GROUP_HEADS | OUTLET_HEADS | PLACE_HEADS | OFFICES | RANKS | HONORIFICS | MEMBERS | {"women", "daughters", "people"}
)


def _is_persons(chunk: str, behind: Sequence[str]) -> bool:
    """Whether a name is a person's by what follows it: an age, or, behind two names or more, where he belongs."""
    match = _PERSONS_NAME.fullmatch(chunk)
    if match is None or set(words_of(match["name"])) & _NO_PERSONS or is_acronym(match["name"]):
        return False
    aged = bool(behind) and bool(re.fullmatch(r"(?:aged )?\d\d", behind[0]))
    return aged or (bool(match["of"]) and " " in match["name"])


@dataclass(frozen=True, slots=True)
class _Parts:
    """The words of a mention that names no person, taken apart; `names` are the names in them."""

    words: str
    low: Sequence[str]
    head: str
    owner: str
    names: Sequence[str]
    plural: bool
    definite: bool

    def make(self, sort: Sort, *, name: str = "", organ: str = "", members: bool = False) -> Description:
        """The description of these words as a sort."""
        return Description(self.words, sort, name, organ or self.head, self.owner, self.plural, self.definite, members)


def _describe_other(words: str) -> Description:
    """All but persons: by the whole name that the words are, by whose they are, or by their head alone."""
    first, _, others = words.partition(",")
    if others and _is_apposition(first, others):
        return describe(first if _whole_name(first) else others)
    parts = _take_apart(words)
    return _describe_named(parts) or _describe_owned(parts) or _describe_by_head(parts)


def _take_apart(words: str) -> _Parts:
    words = re.sub(r"(?<=\w)['’]s?$", "", words)  # "the Front's" of "the Front's guns"
    words = _lower_first(words)
    owner, rest = _split_owner(words)
    owner = owner.casefold() if owner.casefold() in PRONOUNS else owner
    head = _head(rest)
    names = [name for _, _, name in find_names(_without_article(words))]
    return _Parts(
        words,
        words_of(words),
        head,
        owner,
        names,
        plural=_is_plural(words, head),
        definite=bool(_DEFINITE.match(words)),
    )


def _describe_named(parts: _Parts) -> Description | None:
    """Images, and what bears a name as a whole: a body, an outlet, an organ of a state."""
    words, low = parts.words, parts.low
    organ = _organ(words)
    bare = [word for word in low if word not in ("the", "The")]
    plain = len(bare) == 1 and bare[0] in PERSON_NOUNS | MEMBERS  # "The Major" names nobody
    whole = "" if organ or plain else _whole_name(words)
    if parts.head in IMAGE_NOUNS or (low[0] in IMAGE_NOUNS) or (len(low) > 1 and low[1] in IMAGE_NOUNS):
        return parts.make(Sort.IMAGES)
    if whole and is_body(whole):
        outlet = words_of(whole)[-1] in OUTLET_HEADS and words_of(whole)[-1] not in GROUP_HEADS
        return parts.make(Sort.OUTLET if outlet else Sort.GROUP, name=whole)
    if whole:
        return parts.make(Sort.GROUP if is_acronym(whole) else Sort.NAME, name=whole)
    if organ:
        return parts.make(Sort.ORGAN, name=_country_words(words, parts.names), organ=organ)
    return None


def _describe_owned(parts: _Parts) -> Description | None:
    """An office of somebody, and the members of a group that is named."""
    words, head = parts.words, parts.head
    is_owned = parts.owner and re.search(r"['’]s? | of |^(?:[Ii]ts|[Tt]heir) ", words)
    if is_owned and head in _OFFICE_HEADS and not _names_people(words):
        return parts.make(Sort.OFFICE)
    if head in MEMBERS and (named := _SONS_OF.fullmatch(words)):
        return parts.make(Sort.GROUP, name=named["name"])
    # "Armed men from Weddan" are not Weddan.
    whose = [name for name in parts.names if not _AT_PLACE.search(words[: words.find(name)])]
    if head in MEMBERS and whose:
        return parts.make(Sort.GROUP, name=whose[-1], members=True)
    return None


def _describe_by_head(parts: _Parts) -> Description:
    words, low, head, names = parts.words, parts.low, parts.head, parts.names
    if head in PLACE_HEADS:
        return parts.make(Sort.PLACE, name=names[0] if names else "")
    if head in DOCUMENT_NOUNS and not (head in ("account", "post") and low[0] in ("the", "its")):
        return parts.make(Sort.DOCUMENT, name=names[0] if names else "")
    if head in PERSON_NOUNS:
        return parts.make(Sort.PEOPLE)
    called = re.search(r"\b(?:known|called) (?:as )?(?:the )?(.+)$", words)
    if called and _whole_name(called[1]):
        return describe(called[1])
    if names and head in GROUP_HEADS and not parts.definite and not _INDEFINITE.match(words):
        return parts.make(Sort.GROUP, name=names[-1])
    if names and head in GROUP_HEADS and parts.definite:
        # "The fishermen's cooperative of Sorrel" is not Sorrel.
        return parts.make(Sort.GROUP, name=re.sub(r"^(?:the|The) ", "", words))
    if head in GROUP_HEADS or head in MEMBERS:
        return parts.make(Sort.PEOPLE)
    return parts.make(Sort.THING, name=names[0] if names else "")


# "The Sons of Sel" bear a name, where "the sons of Sel" are its people.
_SONS_OF = re.compile(r"(?:the|The) (?P<name>(?:[A-ZÀ-Þ]\w+ )+of (?:the )?[A-ZÀ-Þ].*)")
_AT_PLACE = re.compile(r"\b(?:in|near|at|on|from) (?:the )?$")
_FOLK = frozenset(
    list_words(
        "fighters gunmen men women rebels militants soldiers troops terrorists supporters followers loyalists"
        " insurgents mercenaries elements members guards residents witnesses villagers officials officers drivers"
        " teachers inmates prisoners civilians protesters demonstrators farmers workers doctors medics elders activists"
        " analysts"
    )
)
_KINDS_OF_FOLK = frozenset(
    list_words("separatist federal islamist jihadist rebel allied foreign armed regional national local masked unknown")
)
# "Sea drones", "Fire brigades": words that never are the name of a party, before arms and crews too.
_KINDS_OF_ARMS = frozenset(
    list_words("sea air ground fire rescue attack cargo cruise suicide enemy hostile unidentified")
)


def _lower_first(words: str) -> str:
    """A common noun that only begins a sentence loses its capital: "Gunmen of the Front", "Separatist fighters"."""
    first, _, rest = words.partition(" ")
    common = first.casefold() in _FOLK and not rest[:1].isupper()
    kind = first.casefold() in _KINDS_OF_FOLK and rest.split(" ")[0] in _FOLK
    kind = kind or (first.casefold() in _KINDS_OF_ARMS and rest.split(" ")[0] in MEMBERS)
    return words[:1].lower() + words[1:] if common or kind else words


def _is_plural(words: str, head: str) -> bool:
    counted = re.match(r"(?:two|three|four|five|six|several|some|many|both|others|\d+)\b", words.casefold())
    return bool(_MANY.match(head) or counted) or " and " in words.split(",")[0]


def _names_people(words: str) -> bool:
    """Whether people are described: "a man in the Council's press office" is a man."""
    before = words_of(re.split(r"\b(?:in|at|from|of|with)\b", words)[0])
    return bool(before) and before[-1] in PERSON_NOUNS - _OFFICE_HEADS


def _is_apposition(first: str, others: str) -> bool:
    """Whether one of two parts is the name: "Bushra agency, the media arm of …", "The rebel alliance, the CSP"."""
    others = others.strip()
    if _whole_name(first):
        return bool(re.match(r"(?:an?|the|its|his|their) ", others))
    return bool(_whole_name(others)) and bool(_DEFINITE.match(first)) and "," not in others


def _without_article(words: str) -> str:
    return re.sub(r"^(?:The|A|An|This|Its|His|Her|Their|Our)\s+", lambda match: match.group().lower(), words)


def _whole_name(words: str) -> str:
    """The name if the mention is nothing but a name, with article and acronym ("the Sel Liberation Army (SLA)")."""
    bare = re.sub(r"\s*\([^)]*\)?", "", words)
    bare = re.sub(r"^(?:the|The)\s+(?:so-called\s+|self-styled\s+)?", "", bare)
    names = find_names(bare)
    if len(names) == 1 and names[0][2] == bare:
        return strip_titles(bare)
    # "Bushra agency", "the Harbour Daily newspaper", "Misrata political block", "Justice and Construction party"
    if (
        names
        and names[0][0] == 0
        and re.fullmatch(r"(?:[\w\- ]+ )?\w+", bare)
        and words_of(bare)[-1] in GROUP_HEADS | OUTLET_HEADS
        and len(bare.split()) <= 5
        and words_of(bare)[-1] not in MEMBERS
        and not _organ(bare)
        and not re.search(r"['’]s? ", bare)
    ):
        return bare
    return ""


def office_of(words: str) -> str:
    """The last office, rank or kinship word of an apposition, empty if there is none."""
    head = re.split(r"\b(?:of|for|at|in|from|on|to)\b", words.casefold())[0]
    found = [word for word in words_of(head) if word in PERSON_NOUNS]
    return found[-1] if found else ""


# The police chief of a town is its police's, and not, like its mayor, the town's.
_FORCE_CHIEF = re.compile(
    r"(?:(?:[Tt]he|[Aa]n?) )?(?:(?P<owns>[A-ZÀ-Þ][\w \-]*)['’]s? )?(?P<force>police|army|navy|air force|coast guard)"
    r" (?:chief|commander|commissioner|spokes(?:man|woman|person))(?: (?:of|in|for) (?:the )?(?P<of>[A-ZÀ-Þ][\w \-]*))?"
)
# "Its minister of the sea" is the sea's no more than a secretary for roads is the roads'; but one of a body is its.
_BODIES = GROUP_HEADS - {"defence", "defense", "state", "nations", "community", "police"}
_PORTFOLIO = re.compile(
    r"\b(?P<office>(?:under)?secretary|minister|commissioner)s? (?:of|for) (?:the )?"
    r"(?P<what>(?!the\b)[a-z]+)(?: and [a-z]+)?\b"
)


def owner_of(words: str) -> str:
    """Whom an office belongs to: "the group" in "the group's spokesman", "Tigray" in "governor of Tigray"."""
    words = _PORTFOLIO.sub(lambda each: each.group() if each["what"] in _BODIES else each["office"], words)
    force = _FORCE_CHIEF.fullmatch(words)
    if force and (force["owns"] or force["of"]):
        return f"{force['owns'] or force['of']}'s {force['force']}"
    match = re.match(r"(.+?)(?:['’]s|(?<=s)['’]) ", words)
    if match and not re.search(r"\b(?:of|for)\b", match[1]):
        return match[1].strip()
    match = re.search(r"\b(?:of|for)\b (?:the )?(.+)$", words)
    if match:
        return match[1].strip(" ,")
    match = re.match(r"(?:(?:The|A|An|the|a|an) )?((?:[A-Z][\w\-]+ )+)(?=[a-z])", words)
    if match and match[1].strip() not in ("The", "A", "An", "Political", "Its", "His", "Her", "Their"):
        return match[1].strip()
    first = words_of(words)[:1]
    return first[0] if first and first[0] in ("its", "his", "her", "their", "our") else ""


def _split_owner(words: str) -> tuple[str, str]:
    owner = owner_of(words)
    match = re.match(r"(.+?)(?:['’]s|(?<=s)['’]) (?=\w)", words)
    inside = match and re.search(r"\b(?:of|for|in|at|from|who|by)\b", match[1])
    return owner, words[match.end() :] if match and not inside else words


def _head(words: str) -> str:
    """The plain noun that the phrase is about: the last known one before a preposition, a comma or a participle.

    "a western diplomat involved in the drafting" is a diplomat; "armed men", "burned tanks" keep
    the noun behind the participle.
    """
    cut = re.split(
        r"[,(]|\b(?:of|in|on|at|from|for|with|near|to|by|under|between|who|which|that|loyal|led|known|close|based|beside"
        r"|behind|around|as|whose|whom|there|here|nearby|himself|herself|itself|among|we|I)\b",
        words,
    )[0]
    low = words_of(cut) or words_of(words)
    found = ""
    for word in low:
        if found and re.search(r"(?:ed|ing|taken|shown|made|seen)$", word) and word not in _NOUNS:
            break
        if word in _NOUNS or (found and word == low[-1]):
            found = word
    return found or (low[-1] if low else "")


_NOUNS = PERSON_NOUNS | GROUP_HEADS | PLACE_HEADS | OUTLET_HEADS | IMAGE_NOUNS | DOCUMENT_NOUNS | MEMBERS
_NATIONAL = re.compile(r"(?:an|ish|ese|i|iot|ch|federal|interim|transition|provisional|national|state)$")
_ORGAN = re.compile(rf"\b(?P<organ>{'|'.join(sorted(ORGANS, key=len, reverse=True))})\b(?P<after>.*)$", re.IGNORECASE)
_WHOSE = re.compile(r"(?: (?:of|in) (?:the )?[\w\- ]{2,30}| itself| \([^)]*\))?")
_LEADS = re.compile(
    r"(?:the |its |their |his |her |our |state |federal |ruling )*(?:[\w\-]+(?:['’]s?)? )?", re.IGNORECASE
)


def _organ(words: str) -> str:
    """The organ of a state that the words name by its plain name, whoever's it is.

    "Zarune's army", "the Malian Armed Forces (FAMa)", "the government in Baghdad"; not "the Sel
    Liberation Army" or "the Government of National Accord", which are names of their own.
    """
    match = _ORGAN.search(words)
    if not match or not _WHOSE.fullmatch(match["after"]) or not _LEADS.fullmatch(words[: match.start()]):
        return ""
    proper = match["organ"][0].isupper() and match.start() > 0
    if match["organ"] == "Army" and re.match(r" of [A-Z]", match["after"]):
        return ""  # "the Army of Tigray" has a name of its own
    if proper and re.match(r" of (?:the )?[A-Z]\w+ [A-Z]", match["after"]):
        return ""
    lead = words_of(words[: match.start()])[-1:]
    if lead and lead[0] in PERSON_NOUNS | MEMBERS:
        return ""
    # "The Malian Armed Forces" by the form of the word; "the Liberation Army" is a name of its own.
    possessive = re.search(r"['’]s? $", words[: match.start()])
    if proper and lead and not possessive and lead[0] != "the" and not _NATIONAL.search(lead[0]):
        return ""
    return ORGANS[match["organ"].casefold()]


def _country_words(words: str, names: Sequence[str]) -> str:
    for name in names:
        if not _organ(name):
            return name
    return ""
