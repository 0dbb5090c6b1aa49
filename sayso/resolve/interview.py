"""Interview: whose answers stand under the questions of a paper that writes no names before them."""

from __future__ import annotations

import re

from sayso.resolve.capitals import find_names, is_acronym, is_body, strip_titles
from sayso.resolve.floor import Floor
from sayso.resolve.layout import Layout
from sayso.resolve.roster import Roster
from sayso.resolve.turn import find_turn
from sayso.resolve.wording import PLACE_HEADS, words_of

_MARK = re.compile(r"(?P<kind>Q|A|Question|Answer|QUESTION|ANSWER)(?: ?\((?P<who>[^)]*)\))?[:.] ")
_OUTLET_MARK = re.compile(r"(?P<who>[A-Z][\w’'\-]+): ")
_ASKS = re.compile(r"(?:\?|…|\.\.\.)$")
_SELF = re.compile(r"\b(?:I|[Mm]y|[Mm]e|[Mm]yself|[Ww]e|[Oo]ur|[Uu]s)\b")
_ALONE = re.compile(r"\b(?:I|[Mm]y|[Mm]e|[Mm]yself)\b")
_YOU = re.compile(r"\b[Yy]our?\b")
_LONGEST_QUESTION = 60  # words
_SHORT = 25  # words: what an interviewer puts to somebody without asking
_CALLED = re.compile(
    r"(?:[Cc]all ?sign|calls? (?:himself|herself|him|her)|[Kk]nown as|[Nn]icknamed)(?: only)? (?:the )?[“\"]?"
    r"(?P<name>[A-Z][\w’'\-]+(?: [A-Z][\w’'\-]+)*)"
)
_AGED = re.compile(r",? (?:\(?\d\d\b|aged \d)")  # "Ida Korr, 44, a teacher"
_AT_PLACE = re.compile(r"\b(?:in|at|from|near|to|of|the|over|behind)\s+$")


def find_answers(roster: Roster, *, title: str | None, outlet: str | None, guest: str = "") -> tuple[Floor, ...]:
    """The stretches from the first question on; empty where the text is no interview or its guest has no name.

    Shown by two questions or more that are paragraphs of their own, and by somebody who says "I" or
    "we" below them; or by paragraphs marked "Q:" and "A:". A short paragraph without "I" between two
    answers is the interviewer's ("The army says otherwise."), a long one is the outlet's own.
    """
    rows = [(a, b, roster.text[a:b].strip()) for a, b in _paragraphs(roster.layout)]
    asked = [place for place, (_, _, words) in enumerate(rows) if _is_question(words, outlet)]
    labelled = any(find_turn(roster, end - 1) for _, end, _ in rows)
    if labelled or len(asked) < 2 or not _is_answered([words for _, _, words in rows], asked, outlet):
        return ()
    guest = guest or _find_guest(roster, title=title, outlet=outlet, end=rows[asked[0]][0])
    if not guest:
        return ()
    kinds = _tell_apart([words for _, _, words in rows], asked[0], outlet)
    return tuple(
        Floor(start, end, guest if kind == "answer" else "")
        for (start, end, _), kind in zip(rows[asked[0] :], kinds, strict=True)
    )


def _paragraphs(layout: Layout) -> list[tuple[int, int]]:
    return list(zip(layout.paragraphs, (*layout.paragraphs[1:], len(layout.text)), strict=True))


def _is_question(words: str, outlet: str | None) -> bool:
    mark = _MARK.match(words)
    if mark or _is_outlets(words, outlet):
        return not mark or mark["kind"][0] == "Q"
    if words[:1] in "“\"'‘":
        return False
    puts = len(words.split()) <= _SHORT and _YOU.search(_unquoted(words)) and not _ALONE.search(words)
    return bool(puts or _ASKS.search(words)) and len(words.split()) <= _LONGEST_QUESTION


def _is_outlets(words: str, outlet: str | None) -> bool:
    """Whether the outlet's own name opens a turn: "Review: General, who broke the siege?" in The Northern Review."""
    mark = _OUTLET_MARK.match(words)
    return bool(mark and outlet and mark["who"].casefold() in words_of(outlet))


def _is_answered(rows: list[str], asked: list[int], outlet: str | None) -> bool:
    """Whether the paragraphs after the questions have somebody speak of himself, and are no list of questions."""
    after = [rows[place + 1] for place in asked if place + 1 < len(rows)]
    answers = [words for words in after if not _is_question(words, outlet)]
    marked = sum(bool(_MARK.match(words)) for words in answers)
    selves = sum(bool(_SELF.search(_unquoted(words))) for words in answers)
    alone = any(_ALONE.search(_unquoted(words)) for words in answers)
    return len(answers) >= 2 and (marked == len(answers) or (alone and 2 * selves >= len(answers)))


def _tell_apart(rows: list[str], first: int, outlet: str | None) -> list[str]:
    """What each paragraph from the first question on is: question, answer, or tale of the outlet's."""
    kinds: list[str] = []
    for place in range(first, len(rows)):
        words, before = rows[place], kinds[-1] if kinds else ""
        mark = _MARK.match(words)
        if _is_question(words, outlet):
            kind = "question"
        elif mark or before == "question" or _SELF.search(_unquoted(words)):
            kind = "answer"
        elif before == "answer" and len(words.split()) <= _SHORT and place + 1 < len(rows):
            kind = "question"
        else:
            kind = "tale"
        kinds.append(kind)
    return kinds


def _unquoted(words: str) -> str:
    return re.sub(r"[“\"][^”\"]*[”\"]", "", words)


def _find_guest(roster: Roster, *, title: str | None, outlet: str | None, end: int) -> str:
    """Who is interviewed: the person whom title and opening name; empty where they name nobody."""
    headed = [strip_titles(name) for _, _, name in find_names(title or "")]
    opened = [(start, name) for start, _, name in roster.names if start < end and not _stands_as_place(roster, start)]
    called = _CALLED.search(roster.text, 0, end)
    own = set(words_of(outlet or ""))
    best, most = (called["name"], 3) if called else ("", 1)
    for at, name in (*opened, *((-1, name) for name in headed)):
        if is_body(name) or is_acronym(name) or set(words_of(name)) & (own | PLACE_HEADS):
            continue
        last = words_of(name)[-1]
        points = 2 * (roster.is_person(name) or any(each.name == name for each in roster.introductions))
        points += 2 * bool(at >= 0 and _AGED.match(roster.text, at + len(name)))
        points += any(last in words_of(other) for other in headed)
        points += any(start <= at < start + len(words) for start, words in roster.subjects)
        points += len(name.split()) > 1
        if points > most:
            best, most = name, points
    return roster.fuller(best) if best else ""


def _stands_as_place(roster: Roster, at: int) -> bool:
    return bool(_AT_PLACE.search(roster.text[max(0, at - 10) : at]))
