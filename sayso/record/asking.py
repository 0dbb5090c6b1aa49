"""Asking: a person's words as a question to a table of words. Nothing that a person writes is ever read as syntax.

Words must all stand there, in any order; words in quotes together. Where one or several of them are a name that the
record knows, its other spellings will do as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from sayso.record import tables
from sayso.record.words import fold_spelling, fold_words

_QUOTED = re.compile(r'["“”«»„]([^"“”«»„]*)["“”«»„]')
_LONGEST_NAME = 5  # words of a name that is looked up
_MOST_SPELLINGS = 40  # of one name
_MOST_WORDS = 40

_names = tables.entity_names.c


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to a table of words, and the other spellings in it, by the name that led to them.

    `terms` are the words and names themselves, folded. `question` is None where there is nothing to look for;
    `is_empty` where words were given, but no letters.
    """

    question: str | None
    terms: tuple[str, ...] = ()
    spellings: tuple[tuple[str, tuple[str, ...]], ...] = ()
    is_empty: bool = False


def ask(connection: Connection, words: str) -> Asked:
    """What to ask for the words."""
    phrases = list(_phrases(words))[:_MOST_WORDS]
    if not phrases:
        return Asked(None, is_empty=bool(words.strip()))
    known = _find_spellings(connection, phrases)
    clauses, spelt = [], {}
    at = 0
    while at < len(phrases):
        taken, name = _longest_name(phrases, at, known)
        others = known.get(name, ())
        if others:
            spelt[" ".join(phrases[at : at + taken])] = tuple(others)
        clauses.append(_clause(" ".join(phrases[at : at + taken]), others, together=taken == 1))
        at += taken
    terms = (*phrases, *(" ".join(fold_words(name)) for others in spelt.values() for name in others))
    return Asked(" AND ".join(clauses), terms, tuple(spelt.items()))


def entities_called(connection: Connection, name: str) -> Sequence[str]:
    """The entities of this identifier or of this name in any spelling; the name itself where there are none."""
    found = connection.scalars(select(_names.entity).where(_names.folded == fold_spelling(name)).distinct()).all()
    return [*found, name]


def _phrases(words: str) -> Iterator[str]:
    """Each word, and each run of words in quotes, folded."""
    end = 0
    for quoted in _QUOTED.finditer(words):
        yield from fold_words(words[end : quoted.start()])
        if together := " ".join(fold_words(quoted[1])):
            yield together
        end = quoted.end()
    yield from fold_words(words[end:])


def _find_spellings(connection: Connection, phrases: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """For each run of phrases that is a known name, the other names of those who bear it."""
    runs = {fold_spelling(" ".join(phrases[at:end])) for at, end in _runs(len(phrases))}
    bearers = select(_names.folded, _names.entity).where(_names.folded.in_(sorted(runs))).subquery()
    query = select(bearers.c.folded, _names.name).join(bearers, bearers.c.entity == _names.entity).distinct()
    found: dict[str, dict[str, str]] = {}
    for row in connection.execute(query.order_by(bearers.c.folded, _names.name)):
        spelling = fold_spelling(row.name)
        if spelling != row.folded:
            found.setdefault(row.folded, {}).setdefault(spelling, row.name)
    return {folded: tuple(names.values())[:_MOST_SPELLINGS] for folded, names in found.items()}


def _runs(count: int) -> Iterator[tuple[int, int]]:
    for at in range(count):
        for end in range(at + 1, min(count, at + _LONGEST_NAME) + 1):
            yield at, end


def _longest_name(phrases: Sequence[str], at: int, known: dict[str, tuple[str, ...]]) -> tuple[int, str]:
    """How many phrases from `at` on are one name, and the name; one phrase where they are none."""
    for taken in range(min(_LONGEST_NAME, len(phrases) - at), 1, -1):
        name = fold_spelling(" ".join(phrases[at : at + taken]))
        if name in known:
            return taken, name
    return 1, fold_spelling(phrases[at])


def _clause(phrase: str, spellings: Iterable[str], *, together: bool) -> str:
    """The phrase, or all its words, or one of the spellings."""
    own = _quote(phrase) if together else f"({' AND '.join(map(_quote, phrase.split()))})"
    others = [_quote(" ".join(fold_words(name))) for name in spellings]
    return f"({' OR '.join(dict.fromkeys([own, *others]))})"


def _quote(phrase: str) -> str:
    """A string of FTS5: what stands in it is words, whatever it is."""
    return '"' + phrase.replace('"', '""') + '"'
