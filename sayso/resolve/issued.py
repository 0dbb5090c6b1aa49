"""Issued: whose words a report is that prints a statement, a communiqué or a briefing in whole."""

from __future__ import annotations

import re

from sayso.resolve.capitals import find_names, is_body
from sayso.resolve.description import Sort, describe
from sayso.resolve.floor import Floor
from sayso.resolve.name import parse_name
from sayso.resolve.roster import Roster
from sayso.resolve.wording import GROUP_HEADS, OFFICES, PLACE_HEADS

_PAPER = (
    r"(?:communiqu[eé]|press release|news release|statement|declaration|proclamation|open letter|bulletin"
    r"|remarks|briefing|press conference|operational information|communication|message|address)"
)
_WHO = r"(?P<who>(?:[Tt]he )?(?:[a-z\-]+ ){0,4}[A-Z][^,.;:“”\"\n]{2,80}?)"
_TELLS = r"(?:informs?|makes? known|brings? to|issues?|issued|announces?|declares?|communicates?|states?|gives? notice)"
# "The General Staff informs the public of the following."
_OPENS = re.compile(
    rf"(?:^|[.!?:] |, |\n){_WHO}(?: who [^.;:]{{3,60}}?)? (?:hereby )?{_TELLS}\b"
    r"(?P<rest>[^.;:\n]{0,70})(?P<end>:?)",
)
_PUBLIC = re.compile(r"\b(?:public|population|opinion|people|citizens|following|nation|media)\b")
# "The following is the text of today's briefing by the Deputy Spokesman, Omar Tann."
_FOLLOWS = re.compile(
    rf"\b(?:[Tt]he following is|[Bb]elow is|[Hh]ere is|[Ff]ull text of|[Tt]ext of)\b[^.\n]{{0,80}}?\b{_PAPER}\b"
    r"[^.\n]{0,30}? (?:of|by|from) (?P<who>[^.:\n]{3,120})"
)
_TITLE = re.compile(
    rf"\b{_PAPER}\b(?: [Nn]o\.? ?[\w\-]+)?,? (?:of|by|from) (?P<who>(?:the )?[^,:;]{{3,80}})", re.IGNORECASE
)
_NUMBERED = re.compile(r"(?:\d{1,2}[.)]|[IVX]+\.|First|Second|Third|Fourth|Fifth|Sixth|One|Two)[.:)]? ")
_WE = re.compile(r"\b(?:[Ww]e|[Oo]ur|I|[Tt]he enemy)\b")
# What the outlet adds: notes in brackets, notes of its own.
_ADDED = re.compile(r"[\[(*]|(?:Editor|Note|NOTE|Our |Translat|Source|Desk|End of|Questions? )")


def find_issued(roster: Roster, *, title: str | None, outlet: str | None) -> tuple[Floor, ...]:
    """The paragraphs that a report prints of a paper of somebody's; empty where it prints none.

    Shown by its first paragraphs ("The General Staff informs the public of the following") or by a
    title ("Communiqué of the Front") over paragraphs that are numbered or say "we". A body that prints
    its own papers is the outlet itself.
    """
    rows = list(zip(roster.layout.paragraphs, (*roster.layout.paragraphs[1:], len(roster.text)), strict=True))
    titled = _find_title(roster, rows, title)
    found = _find_opening(roster, rows[:3]) or titled
    if found is None or _is_own(found[1], outlet):
        return ()
    begin, who = found
    rows = _until_last_number(roster, rows)
    return tuple(
        Floor(max(start, begin), end, who)
        for start, end in rows
        if end > begin and not _is_added(roster.text[start:end], outlet)
    )


def _until_last_number(roster: Roster, rows: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The paragraphs up to the last numbered one, where the paper counts its points; else all."""
    numbered = [place for place, (start, end) in enumerate(rows) if _NUMBERED.match(roster.text[start:end])]
    return rows[: numbered[-1] + 1] if len(numbered) > 1 else rows


def _find_opening(roster: Roster, rows: list[tuple[int, int]]) -> tuple[int, str] | None:
    for start, end in rows:
        words = roster.text[start:end]
        follows = _FOLLOWS.search(words)
        if follows:
            return end, _plain(follows["who"])
        for match in _OPENS.finditer(words):
            listed = match["end"] == ":" and match.end() >= len(words.rstrip())
            public = _PUBLIC.search(match["rest"]) and not re.search(r"[“\"]", words)
            if (listed or public) and _may_issue(match["who"]):
                return start + match.start("rest"), _plain(match["who"])
    return None


def _find_title(roster: Roster, rows: list[tuple[int, int]], title: str | None) -> tuple[int, str] | None:
    match = _TITLE.search(title or "")
    if match is None:
        return None
    plain = [re.sub(r"[“\"][^”\"]*[”\"]", "", roster.text[start:end]) for start, end in rows]
    numbered = sum(bool(_NUMBERED.match(words)) for words in plain)
    selves = sum(bool(_WE.search(words)) for words in plain)
    who = re.split(r" (?:on|about|after|regarding|concerning|to|as of|, )\b", match["who"])[0]
    return (0, _plain(who)) if _may_issue(who) and (numbered >= 2 or 2 * selves >= len(rows)) else None


def _plain(who: str) -> str:
    """The name that stands in apposition behind an office, else the words: "the Deputy Spokesman, Omar Tann"."""
    last = who.strip().rsplit(", ", 1)[-1]
    names = find_names(last)
    person = len(names) == 1 and names[0][2] == last and " " in last and not is_body(last)
    return last if person else who.strip()


def _may_issue(who: str) -> bool:
    """Whether the words are those for a body, an office or a person: a letter "from the Mayombe" is by nobody told."""
    described = describe(who)
    body = described.head in GROUP_HEADS | OFFICES or described.sort in (Sort.GROUP, Sort.ORGAN, Sort.PERSON)
    return body and described.head not in PLACE_HEADS - GROUP_HEADS


def _is_own(who: str, outlet: str | None) -> bool:
    """Whether the outlet is the body itself: all words of its name are the outlet's too."""
    theirs, ours = set(parse_name(who).tokens), set(parse_name(outlet or "").tokens)
    return bool(theirs) and theirs <= ours


def _is_added(words: str, outlet: str | None) -> bool:
    return bool(_ADDED.match(words)) or bool(outlet and words.startswith(outlet))
