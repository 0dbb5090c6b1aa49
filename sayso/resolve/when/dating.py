"""Dating: what words of time come to: a date and what it was counted from, or the reason why it stays open."""

from __future__ import annotations

from dataclasses import dataclass

#: What a date is counted from, beside the bases of a publication date: the words alone, a date that the text names.
WORDS, SCENE, PUBLISHED = "words", "scene", "published"


@dataclass(frozen=True, slots=True)
class Dating:
    """A date in EDTF, as partial as its words, and what it was counted from.

    `basis` is `words` (they give the whole date), `scene` (another date of the text), or where the
    day of telling is known from: `published` (the page or its file), `dateline`, `person` (a signed
    decision), `text` or `link`.
    """

    edtf: str
    basis: str


@dataclass(frozen=True, slots=True)
class Open:
    """Words of time whose date is not known, and why not, in a clause ("the day of telling is not known")."""

    because: str


#: What a rule makes of words: a date, words that stay open, or nothing (None: not its kind of words).
Found = Dating | Open | None

NOT_TOLD = Open("the day of telling is not known")
NO_SCENE = Open("the text around names no date to count from")
NO_SUCH_DAY = Open("the calendar has no such day")
