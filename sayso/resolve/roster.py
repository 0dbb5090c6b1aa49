"""Roster: the names that one report's text holds, and whom it introduces by which office."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from sayso.resolve.capitals import find_names, is_acronym, is_body, is_head_of, strip_titles
from sayso.resolve.description import find_alias_lead, office_of, owner_of
from sayso.resolve.layout import Layout, lay_out
from sayso.resolve.name import compare_names, is_same_token, parse_name, specificity
from sayso.resolve.people import find_people
from sayso.resolve.spellings import Spellings
from sayso.resolve.standing import compile_once, find_all
from sayso.resolve.wording import (
    FEMALE,
    HONORIFICS,
    KIN,
    MALE,
    OFFICES,
    ORGANS,
    OUTLET_HEADS,
    PLACE_HEADS,
    PRONOUNS,
    RANKS,
    list_words,
    words_of,
)

_SPOKESMEN = frozenset({"spokesman", "spokeswoman", "spokesperson"})
_ALIAS = re.compile(r"(?P<long>[^\W\d_][\w’'\- ]+?)\s*\((?:the )?(?P<short>[A-Z][A-Za-z\-]*[A-Z]\w*)\)?")
_IN_BRACKETS = re.compile(r"\((?:the )?[A-Z][A-Za-z\-]*[A-Z]\w*\)?")
_OF_ALIAS = re.compile(r"[\w’'\-\s]")
_ORGAN_WORDS = (
    "|".join(sorted({re.escape(words) for words in ORGANS}, key=len, reverse=True)) + "|president|ruler|capital"
)
_SPEECH = r"(?:said|says|told|added|wrote|announced|confirmed|denied|claimed|explained|warned|stated|indicated|called)"


@dataclass(frozen=True, slots=True)
class Introduction:
    """A person introduced by name and office at a place of the text; `owner` is whose office it is, in words."""

    name: str
    office: str
    owner: str
    at: int
    female: bool | None
    others: tuple[str, ...] = ()  # further offices and ranks said of him there ("Major" beside "spokeswoman")


@dataclass(frozen=True, eq=False)  # one is itself alone: answers about its names are kept by it
class Roster:
    """Names of a text in order, introductions, initials, names used as those of persons, subjects of sentences."""

    layout: Layout
    names: tuple[tuple[int, int, str], ...]
    introductions: tuple[Introduction, ...]
    initials: tuple[tuple[str, str], ...]
    persons: frozenset[str]
    subjects: tuple[tuple[int, str], ...] = ()
    people: tuple[tuple[int, str, bool], ...] = ()

    @property
    def text(self) -> str:
        """The report's clean text."""
        return self.layout.text

    def fuller(self, name: str, *, at: int | None = None) -> str:
        """The fullest form of a name in this text: what its initials or its last words stand for.

        "Dardour" gives "Faraj Dardour", "the Front" gives "Northern Front", "GNA" gives
        "Government of National Accord". Of two people of one family name the one named last before
        `at` is meant; the name itself comes back where nothing fuller stands in the text.
        """
        for short, long in self.initials:
            if short == name.replace(".", ""):
                return long
        longer = self._find_longer(name)
        if not longer:
            return name
        before = longer if at is None else longer[: bisect_right(longer, at, key=lambda pair: pair[0])]
        chosen = before[-1][1] if before else longer[0][1]
        # "Mohamed Sowane" of "head of party Mohamed Sowane" cannot be fuller than the longest spelling of it.
        same = [other for other in dict.fromkeys(other for _, other in longer) if _is_short_of(chosen, other)]
        return max(same, key=len) if same else chosen

    def _find_longer(self, name: str) -> list[tuple[int, str]]:
        """Where names stand of which this one is a part, in order."""
        found = self._longer.get(name)
        if found is None:
            fitting = (other for other in self.spellings.find_ending(name) if _is_short_of(name, other))
            found = sorted((start, other) for other in fitting for start in self.spellings.places[other])
            self._longer[name] = found
        return found

    @cached_property
    def _longer(self) -> dict[str, list[tuple[int, str]]]:
        return {}

    @cached_property
    def spellings(self) -> Spellings:
        """The names of the text laid out by their words."""
        return Spellings((start, name) for start, _, name in self.names)

    @cached_property
    def _introduced(self) -> tuple[Spellings, dict[str, list[Introduction]]]:
        by_name: dict[str, list[Introduction]] = defaultdict(list)
        for each in self.introductions:
            by_name[each.name].append(each)
        return Spellings((each.at, each.name) for each in self.introductions), by_name

    @cached_property
    def _used_as_persons(self) -> tuple[Spellings, list[frozenset[str]]]:
        words = [frozenset(parse_name(person).tokens) for person in self.persons]
        return Spellings((0, person) for person in self.persons), words

    def introduction(self, name: str) -> Introduction | None:
        """How the person of that full name is introduced, the fullest introduction first; None if not at all."""
        spellings, by_name = self._introduced
        fitting = [
            each
            for other in spellings.find_alike(name)
            if compare_names(other, name).score >= 0.9
            for each in by_name[other]
        ]
        fitting.sort(key=lambda each: each.at)
        if not fitting:
            return None
        best = max(fitting, key=lambda each: (bool(each.owner), bool(each.office), -each.at))
        # "Mr Tann" further on shows what "the analyst Sel Tann" does not.
        shown = next((each.female for each in fitting if each.female is not None), None)
        return best if best.female is not None else replace(best, female=shown)

    def office_holder(self, office: str, *, at: int, owner: str = "") -> Introduction | None:
        """Who "the spokesman" is at a place of the text: the last one introduced before it, else the next after it."""
        fitting = [each for each in self.introductions if _holds(each, office) and _may_own(each, owner)]
        before = [each for each in fitting if each.at <= at]
        if before:
            return before[-1]
        return fitting[0] if fitting and len({each.name for each in fitting}) == 1 else None

    @lru_cache(maxsize=20_000)  # noqa: B019 - of the few texts resolved last
    def is_person(self, name: str) -> bool:
        """Whether the text uses the name as a person's."""
        spellings, persons = self._used_as_persons
        words = frozenset(parse_name(name).tokens)
        if any(words <= person for person in persons):
            return True
        # "Sinjar", the town, is no spelling of the "Sinjari" whom the same text names.
        alike = any(compare_names(name, person).score >= 0.8 for person in spellings.find_alike(name))
        return alike and not self.is_nation(name)

    def is_nation(self, name: str) -> bool:
        """Whether the text uses the name as that of a country or its capital: "in Mali", "Mali's army"."""
        # "It belonged to Ida Korr": of a name of two words, only what is in it shows a place.
        place = _IN if " " in name else _AT
        return any(
            (bool(place.search(self.text[max(0, at - 6) : at])) and not self.text[end : end + 1].isalnum())
            or (bool(_OF_STATE.match(self.text, end)) and not self.text[max(0, at - 1) : at].isalnum())
            for at, end in find_all(name, self.text)
        )


# "Her brother Jon Vail"
_KIN_BEFORE = re.compile(
    rf"\b(?:his|her|their|its|my|our|\w+['’]s) (?:[a-z]+ )?(?:{'|'.join(sorted(KIN))}) $", re.IGNORECASE
)
_IN = re.compile(r"\b(?:in|into) $")
_AT = re.compile(r"\b(?:in|to|from|near|of|at|into) $")
_OF_STATE = re.compile(rf"['’]s (?:{_ORGAN_WORDS})")


def call_roll(text: str, *, title: str | None = None) -> Roster:
    """The roster of a text; its `title` introduces whom the text names without an office ("Interview: the army's
    spokesman Ansel Korr").
    """
    layout = lay_out(text)
    names = tuple((end - len(strip_titles(name)), end, strip_titles(name)) for start, end, name in find_names(text))
    introductions = (*_introduced_above(title, names), *_find_introductions(layout))
    initials = tuple((match["short"], _long_form(match["long"], match["short"])) for match in _find_aliases(text))
    persons = {each.name for each in introductions} | {name for _, end, name in names if _speaks(text, end, name)}
    persons |= {name for start, _, name in names if _KIN_BEFORE.search(text[max(0, start - 40) : start])}
    initials = tuple(pair for pair in initials if pair[1])
    subjects, people = tuple(_find_subjects(layout)), find_people(layout, names)
    return Roster(layout, names, introductions, initials, frozenset(persons), subjects, people)


def _introduced_above(title: str | None, names: Iterable[tuple[int, int, str]]) -> list[Introduction]:
    """Whom a title introduces, of those whom the text names in full."""
    named = {name for _, _, name in names}
    found = _find_introductions(lay_out(title)) if title else []
    return [replace(each, at=0) for each in found if each.name in named and " " in each.name]


def _find_aliases(text: str) -> Iterator[re.Match[str]]:
    """Where initials stand in brackets behind words, as `_ALIAS.finditer` finds them: from the brackets back."""
    until = 0
    for bracket in _IN_BRACKETS.finditer(text):
        start = bracket.start()
        while start > until and _OF_ALIAS.match(text, start - 1):
            start -= 1
        match = _ALIAS.search(text, start, bracket.end())
        if match:
            until = match.end()
            yield match


def guess_female(words: Sequence[str]) -> bool | None:
    """Whether the words show a woman or a man; None if they show neither."""
    if any(word in FEMALE for word in words):
        return True
    return False if any(word in MALE for word in words) else None


@lru_cache(maxsize=100_000)
def _is_short_of(short: str, long: str) -> bool:
    """Whether a name is a part of a fuller one: its last words, or its first where that is how people are called."""
    few, many = parse_name(short).tokens, parse_name(long).tokens
    if not few or len(few) >= len(many):
        return False
    # The police chief of Sel is not that of Radio Sel.
    station = words_of(long)[0] in OUTLET_HEADS and not set(words_of(short)) & OUTLET_HEADS
    ends = not station and all(is_same_token(a, b) for a, b in zip(few, many[-len(few) :], strict=True))
    begins = len(few) == 1 and is_same_token(few[0], many[0]) and (not is_body(long) or is_head_of(short, long))
    return ends or begins


# A verb that can follow a subject; closed, since nothing here tags parts of speech.
_VERB = re.compile(
    r",? (?:is|are|was|were|has|have|had|will|would|may|might|can|could|does|did|do|said|says|told|sees|spoke|speaks"
    r"|made|makes|took|takes|came|comes|went|goes|gave|gives|put|puts|sent|left|won|lost|held|holds|ran|met|wants|want|show|shows|shot"
    r"|heard|saw|broke|brought|fled|felt|hit|led|paid|rose|stood|struck|flew|grew|blew|swam|sank|shook|chose|bore|burnt"
    r"|fought|drove|found|fell|got|became|rang|sat|lay|wore|spent|sold|bought|drew|threw|knelt|slept|swore|woke|began|kept|keeps|knows|knew|thinks|thought|wrote|writes|asks|counts|calls|denies|claims"
    r"|(?:also |still |never |already )?[a-z]{3,}ed)\b"
)


# "DUMA, June 2 (Torva Press Agency) - "
_DATELINE = re.compile(r"^[A-ZÀ-Þ]{3}[^\n]{0,60}? [-–—] (?=[\w“\"])")


def _find_subjects(layout: Layout) -> list[tuple[int, str]]:
    """Place and words of what sentences begin with, where a verb or a comma soon follows."""
    found = []
    for start, end in zip(layout.sentences, (*layout.sentences[1:], len(layout.text)), strict=True):
        sentence = layout.text[start:end]
        match = _VERB.search(sentence[:160])
        if not match or '"' in sentence[: match.start()] or "“" in sentence[: match.start()]:
            continue
        words = _DATELINE.sub("", sentence[: match.start()])
        words = re.sub(r"^(?:But|And|Yet|Then|Meanwhile|Earlier|However),? ", "", words)
        words = re.split(r", (?:who|which|whose|where)\b", words)[0]
        if 0 < len(words.split()) <= 12 and words_of(words)[:1] and words_of(words)[0] not in _NO_SUBJECTS:
            found.append((start + sentence.index(words), words))
    return found


_NO_SUBJECTS = PRONOUNS | frozenset(
    list_words("in on at after before when while if since as for from with by it there what how why no")
)


def _same_office(one: str, other: str) -> bool:
    return one == other or {one, other} <= _SPOKESMEN


def _holds(each: Introduction, office: str) -> bool:
    return any(_same_office(held, office) for held in (each.office, *each.others))


def _may_own(each: Introduction, owner: str) -> bool:
    plain = set(words_of(owner)) - {"the", "its", "his", "her", "their", "our", "group", "movement"}
    own = set(words_of(each.owner)) - {"the", "its", "his", "her", "their", "our", "group", "movement"}
    return not plain or not own or bool(plain & own)


_BY_ACCOUNT = re.compile(r"\b(?:according to|accounts? of|words of|quoted by|told by|heard from)\s+$", re.IGNORECASE)


def _speaks(text: str, end: int, name: str) -> bool:
    """Whether a name of two words or more is a person's: it speaks, is quoted, or is one "who"."""
    if is_body(name) or is_acronym(name) or specificity(name) < 2:
        return False
    quoted = _BY_ACCOUNT.search(text[max(0, end - len(name) - 20) : end - len(name)])
    return bool(re.match(rf",? {_SPEECH}\b|, who\b", text[end : end + 14]) or (quoted and not _is_outlet_like(name)))


def _is_outlet_like(name: str) -> bool:
    words = words_of(name)
    return words[0] in OUTLET_HEADS or words[-1] in OUTLET_HEADS or words[-1] in PLACE_HEADS


def _find_introductions(layout: Layout) -> list[Introduction]:
    found = []
    for start, end, name in find_names(layout.text):
        bare = strip_titles(name)
        if is_body(bare) or is_acronym(bare) or words_of(bare)[-1] in PLACE_HEADS:
            continue
        begin, stop = layout.sentence(start)
        offices = _read_offices(layout.text[begin:start], name, bare, layout.text[end:stop])
        if not offices and bare != name and words_of(name)[0].rstrip(".") in HONORIFICS | RANKS | OFFICES:
            offices = [(words_of(name)[0], "", words_of(name))]
        if offices:
            # "The spokesman of the Council, Colonel Tann": of a rank and an office, the one that says for whom.
            office, owner, words = max(offices, key=lambda each: bool(each[1]))
            owner = owner or _owner_before(layout.text[:start], office)
            others = tuple(each[0] for each in offices if each[0] != office)
            found.append(Introduction(bare, office, owner, end - len(bare), guess_female(words), others))
    return found


def _owner_before(before: str, office: str) -> str:
    """Whose office "the commander, Ida Korr," holds where "the commander of the border guard" spoke before."""
    plain, office = office, re.escape(office)
    # No more of the text than can be the words, for it may be long.
    if not compile_once(rf"\b[Tt]he {office}, $").search(before[-len(office) - 12 :]):
        return ""
    # "The group's spokesman": as "its", whose it is shows the sentence.
    ours = compile_once(
        rf"\b(?:the (?:group|movement|organi[sz]ation|militia|faction)['’]s|its|their) {office} "
        rf"(?={_SPEECH}|ha[sd] )"
    )
    if ours.search(before):
        return "its"
    of = compile_once(rf"\b(?:the|an?) {office} (?P<of>(?:of|for) [^,.;]{{3,60}}?) (?={_SPEECH}|ha[sd] )")
    said = list(of.finditer(before))
    return owner_of(f"{plain} {said[-1]['of']}") if said else ""


_APPOSED = re.compile(r"(?P<np>[^,;“”\"]+?), $")


def _read_offices(before: str, name: str, bare: str, after: str) -> list[tuple[str, str, list[str]]]:
    """Offices, whose, and the words read, from what stands before a name, in it, or in apposition after it."""
    lead = name[: len(name) - len(bare)]
    same_chunk = re.split(r"[,;:.“”\"]| (?:that|and|but) ", before)[-1]
    direct = f"{same_chunk.strip()} {lead}".strip()
    apposed = _APPOSED.search(before) if before.endswith((", ", ", \n")) else None
    behind = re.match(
        r", (?P<np>(?:an?|the|its|his|her|their|who is|[A-Z]\w+['’]s|former|retired|[a-z]+)\b[^,.;“”\"]*)", after
    )
    last = words_of(direct)[-1:]
    found: list[tuple[str, str, list[str]]] = []
    for np in (
        find_alias_lead(before),
        direct if last and last[0] in OFFICES | RANKS else "",
        apposed["np"] if apposed and (not same_chunk.strip() or same_chunk.strip() == "the") else "",
        behind["np"] if behind and not re.search(rf" {_SPEECH}\b", behind["np"]) else "",
    ):
        phrase = np if behind and np == behind["np"] else _noun_phrase(np)
        office = office_of(phrase) if phrase else ""
        if office and office in OFFICES | RANKS:
            found.append((office, owner_of(phrase), words_of(phrase)))
    return [*found, *_read_belonging(name, bare, after)]


_LEADING = {
    "leads": "leader",
    "heads": "head",
    "commands": "commander",
    "chairs": "chairman",
    "speaks for": "spokesman",
    "led": "leader",
    "headed": "head",
    "commanded": "commander",
}
_WHO_LEADS = re.compile(rf", who (?P<does>{'|'.join(_LEADING)}) (?:the )?(?:self-styled |so-called )?(?=[A-ZÀ-Þ])")
_BELONGS = re.compile(r" (?:of|from) (?:the )?(?=[A-ZÀ-Þ])")
_BELONGS_TO_ORGAN = re.compile(
    rf" (?:of|from) (?P<of>(?:the|its|their) (?:{'|'.join(sorted(map(re.escape, ORGANS), key=len, reverse=True))}))\b"
)


def _read_belonging(name: str, bare: str, after: str) -> list[tuple[str, str, list[str]]]:
    """Whose somebody is by what stands behind his name: "who speaks for the Committee", "Captain Korr of the Front"."""
    leads, belongs, organ = _WHO_LEADS.match(after), _BELONGS.match(after), _BELONGS_TO_ORGAN.match(after)
    rank = words_of(name)[0] if bare != name and words_of(name)[0] in OFFICES | RANKS else ""
    match = leads or belongs
    names = find_names(after[match.end() :]) if match else []
    body = names[0][2] if names and names[0][0] == 0 else ""
    if leads and body:
        return [(_LEADING[leads["does"]], body, [])]
    if rank and body and (is_body(body) or is_acronym(body)):
        return [(rank, body, [])]
    return [(rank, organ["of"].removeprefix("the "), [])] if rank and organ else []


def _noun_phrase(words: str) -> str:
    """The last noun phrase of a stretch: from its last determiner, possessive or capital on."""
    match = re.search(
        r"(?:.*?)((?:\b(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Aa]n?|[Ff]ormer|[Rr]etired)\b|\b[A-Z][\w’'\-]*)[^,;“”\"]*)$",
        words,
    )
    return (match[1] if match else words).strip()


def _long_form(words: str, short: str) -> str:
    """The last words before "(GNA)" that its initials can stand for; empty if none do."""
    tokens = words.split()
    letters = [letter for letter in short if letter.isupper()]
    for begin in range(len(tokens) - 1, -1, -1):
        caps = [token[0] for token in re.split(r"[\s\-]", " ".join(tokens[begin:])) if token[:1].isupper()]
        if (
            begin < len(tokens)
            and tokens[begin][:1].isupper()
            and len(caps) >= len(letters) - 1
            and caps[:1] == letters[:1]
        ):
            return " ".join(tokens[begin:])
    names = find_names(words)
    return names[-1][2] if names and names[-1][1] == len(words) else ""
