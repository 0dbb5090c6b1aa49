"""Matter: which reports can be about the same happenings at all, by the names that both texts hold.

Ten records of ten affairs in one store all tell of "soldiers killed"; without a name in common they are not
about one happening, however alike the words.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from sayso.corroborate.event.rarity import weigh_word
from sayso.corroborate.wording import stem_word
from sayso.model.report import Report

# A capitalised word in the middle of a sentence.
_NAME = re.compile(r"(?<=[a-z,;’'\"] )[A-Z][A-Za-z'’-]{2,}")
# What makes a name the first part of one, as a given name is.
_GOES_ON = re.compile(r" [A-Z][a-z]")
_RARE = 7.0  # weight of a word that stands in one sentence of a thousand
# Names that stand in reports on any conflict.
_EVERYWHERE = frozenset(
    stem_word(word.capitalize())
    for word in re.findall(
        r"\w+",
        """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
        september october november december united nations general minister ministry council government agreement army
        red cross crescent western northern southern eastern press news wire agency herald defence state states islamic
        president spokesman major colonel captain national liberation islamic party telegram facebook""",
    )
)
# Words with which names of parties, offices and bodies end.
_BODIES = frozenset(
    stem_word(word.capitalize())
    for word in re.findall(
        r"\w+",
        """alliance army assembly association battalion brigade brigades bureau coalition command commission committee
        congress corps directorate forces front guard guards league legion mission movement office organisation
        organization party people police post regiment resistance salvation service society times today union unit
        watch""",
    )
)
_TELL_NOTHING = _EVERYWHERE | _BODIES
# Tuned on the ten affairs: reports on one share two names at least, reports on different ones hardly ever two.
_SHARED = 2
_MAIN = 8  # names of a report that say what it is about: of two reports on one matter 99 of 100 share one


def are_strange(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether two texts hold names enough, but hardly one in common."""
    return min(len(left), len(right)) > _SHARED and len(left & right) < _SHARED


@dataclass(frozen=True, slots=True)
class Matter:
    """The names in a report; `main` are those that it holds most often, the commonest first.

    `telling` are those that hardly stand in reports on other matters: no given names, no letters for names, no words
    that are common in reports on any conflict ("Front", "Brigades").
    """

    names: frozenset[str]
    main: tuple[str, ...]
    telling: frozenset[str] = frozenset()


def read_matter(report: Report) -> Matter:
    """What a report is about, by its names; one in the title counts for two more."""
    counts = Counter(name for _, name in find_names(report.text))
    title = {stem_word(word) for word in re.findall(r"[A-Z][A-Za-z'’-]{2,}", report.title or "")}
    kept = {name: n + 2 * (name in title) for name, n in counts.items()}
    main = sorted(kept, key=lambda name: (-kept[name], name))[:_MAIN]
    return Matter(frozenset(kept), tuple(main), find_telling_names(report.text))


def read_names(text: str) -> frozenset[str]:
    """Stems of the names in a text, without those that stand in any report."""
    return frozenset(name for _, name in find_names(text))


def find_telling_names(text: str) -> frozenset[str]:
    """Stems of the names that stand alone or end a name of several words, without those that stand in many reports."""
    ends = (m.group() for m in _NAME.finditer(text) if not m.group().isupper() and not _GOES_ON.match(text, m.end()))
    return frozenset(name for name in map(stem_word, ends) if name not in _TELL_NOTHING and weigh_word(name) >= _RARE)


@lru_cache(maxsize=2_000)
def find_names(text: str) -> tuple[tuple[int, str], ...]:
    """Stems of the names in a text with the offsets at which they stand, without those that stand in any report."""
    found = ((match.start(), stem_word(match.group())) for match in _NAME.finditer(text))
    return tuple((at, name) for at, name in found if name and name not in _EVERYWHERE)
