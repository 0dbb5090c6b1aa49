"""Number: counts of one thing whose ranges do not meet."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.corroborate.conflict.denial import takes_back
from sayso.corroborate.conflict.saying import Clash, Saying, make_clash
from sayso.corroborate.kinship import HARM
from sayso.corroborate.party import victim_kinds
from sayso.corroborate.telling import Telling, gap_days
from sayso.corroborate.wording import stems
from sayso.model.claim import Quantity
from sayso.model.conflict import ConflictOn
from sayso.model.values.stance import ClaimType, Stance

T = ClaimType
#: Units that count people one by one; a report may call them soldiers, another men.
_PEOPLE = re.compile(
    r"person|people|soldier|fighter|militant|m[ae]n|wom[ae]n|child|guard|rebel|terrorist|prisoner|civilian|combatant|"
    r"conscript|officer|police\w*|villager|resident|hostage|detainee|inmate|refugee|passenger|sailor|marine|worker|"
    r"captive|patient|student|pupil|body|bodies|victim|casualty|servicem[ae]n|troops?|member|crew"
)
#: Types in which one may count what another counts in the other: who fled was driven out, who is held is there.
_COUNTED_TOGETHER = (
    frozenset({T.PRESENT, T.DEPLOY, T.DETAIN, T.BESIEGE}),
    frozenset({T.WITHDRAW, T.DISPLACE}),
    frozenset({T.STRIKE, T.ATTACK, T.DESTROY}),
)
# Words for those counted that say nothing of who they are.
_ANYBODY = stems(
    "people person man men dead killed martyrs bodies wounded least most some about around number toll members crew "
    "One Two Three Four Five Six Seven Eight Nine Ten one two three four five six seven eight nine ten dozen dozens "
    "hundreds thousands tens"
)
# "Two of them were children", "the two Norvalians": some of all, at least so many.
_PART = re.compile(
    r"^\W*\w+ of (?:them|these|those|the \w+)\b"
    r"|^\W*(?:the|both|these|those|all) (?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)\b"
    r"|\b(?:among them|including)\W+\w+$",
    re.I,
)
_FREED = re.compile(r"\b(?:freed|released|set free|let go|escaped)\b", re.I)
# "It had spoken of 17": an earlier count told again beside the later one.
_EARLIER = re.compile(
    r"\bhad (?:spoken|said|put|given|counted|reported|announced|claimed)\b"
    r"|\b(?:at first|initially|earlier|previously|originally)\b",
    re.I,
)
# "17 bodies at the pier": who sees some does not see all.
_SEEN = re.compile(r"\b(?:bodies|corpses|graves)\b", re.I)
_COUNTED = re.compile(r"\b(?:counted|buried|list(?:ed)?|total|toll)\b", re.I)
_TWO_COUNTS = re.compile(r"^\W*[\w,.]+ and [\w,.]+\b", re.I)


_SOLDIERS = frozenset("s")
_ALL = re.compile(r"\b(?:people|persons|dead|killed|victims|bodies|lives|lost)\b", re.I)


@dataclass(frozen=True, slots=True)
class _Count:
    saying: Saying
    unit: str
    soldiers: bool
    is_part: bool
    low: float
    high: float

    @property
    def range(self) -> tuple[float, float]:
        return self.low, self.high

    def meets(self, other: _Count) -> bool:
        """Whether some number lies in both ranges; open ends are open."""
        return self.low <= other.high and other.low <= self.high

    @property
    def order(self) -> tuple[str, bool, int, str]:
        """Later counts sort later: by day told, an earlier count told again first, then place in the text."""
        telling = self.saying.telling
        is_later = not _EARLIER.search(_sentence(telling))
        return (telling.report.told or "", is_later, telling.position, telling.id)


def _sentence(telling: Telling) -> str:
    """The claim's sentence as far as the claim goes: "he had first spoken of 17"."""
    text, end = telling.report.text, telling.claim.evidence.end
    begin = max(text.rfind(mark, 0, telling.position) for mark in (". ", "\n", "! ", "? "))
    return text[begin + 1 : end]


def find_number_clashes(sayings: Sequence[Saying]) -> list[Clash]:
    """Clashes between the latest counts of different voices, at the same scope.

    The later count of a voice takes the place of its earlier; a count that its own agency withdraws is out. Whoever
    denies a count and gives another stands with his own.
    """
    withdrawn = {
        (_outlet(s), s.telling.type, q.low, q.high) for s in sayings if takes_back(s) for q in s.telling.numbers
    }
    counts = [
        count
        for s in sayings
        if s.voice and not s.telling.is_ahead
        for q in s.telling.numbers
        if (q.low is not None or q.high is not None) and (_outlet(s), s.telling.type, q.low, q.high) not in withdrawn
        for count in _read_counts(s, q)
    ]
    given = [c for c in counts if c.saying.telling.stance is Stance.ASSERTED and not _is_freed(c)]
    denied = [c for c in counts if c.saying.is_denied]
    scopes: dict[tuple[str, str], list[_Count]] = defaultdict(list)
    for count in given:
        scopes[(_group(count.saying.telling.type), count.unit)].append(count)
    return [clash for scope in sorted(scopes) for clash in _clash_within(_keep_latest(scopes[scope]), denied)]


def _read_counts(saying: Saying, quantity: Quantity) -> list[_Count]:
    """A count with its range; "34 and 31 people" are two, a part or bodies that were seen at least so many."""
    low = quantity.low if quantity.low is not None else 0.0
    high = quantity.high if quantity.high is not None else float("inf")
    parts = [float(n) for found in _TWO_COUNTS.findall(quantity.span.text) for n in re.findall(r"\d+", found)]
    if len(parts) == 2 and sum(parts) == low:
        return [
            _Count(saying, _unit(saying, quantity), quantity.unit == "soldier", False, part, part) for part in parts
        ]
    is_part = _is_part(saying, quantity)
    if is_part or (_SEEN.search(saying.text) and not _COUNTED.search(saying.text)):
        high = float("inf")
    return [_Count(saying, _unit(saying, quantity), quantity.unit == "soldier", is_part, low, high)]


def _is_part(saying: Saying, quantity: Quantity) -> bool:
    """Whether some of all are counted: by the words of the count, or of whoever is counted."""
    counted = [f.mention.text for f in saying.telling.claim.roles if quantity.span.text in f.mention.text]
    return any(_PART.search(text) for text in (saying.telling.claim.evidence.text, quantity.span.text, *counted))


def _is_freed(count: _Count) -> bool:
    """Whether a count of detained people is of those set free again."""
    telling = count.saying.telling
    return telling.type is T.DETAIN and bool(_FREED.search(telling.claim.evidence.text))


def _outlet(saying: Saying) -> str | None:
    return saying.telling.report.outlet


def _group(type_: ClaimType) -> str:
    return next((min(group) for group in _COUNTED_TOGETHER if type_ in group), type_)


def _unit(saying: Saying, quantity: Quantity) -> str:
    """What is counted; whoever is harmed, held or driven out is a person."""
    unit = (quantity.unit or "person").casefold()
    return "person" if saying.telling.type in HARM or _PEOPLE.fullmatch(unit) else unit


def _keep_latest(counts: Sequence[_Count]) -> list[_Count]:
    """Of each voice the counts that may be the same as its latest."""
    by_voice: dict[str, list[_Count]] = defaultdict(list)
    for count in counts:
        if count.saying.voice:
            by_voice[count.saying.voice.id].append(count)
    kept = []
    for _, told in sorted(by_voice.items()):
        latest = max(told, key=lambda count: (not count.is_part, count.order))
        loose = any(c.low == latest.low and c.high == float("inf") for c in told if not c.is_part)
        told = [replace(c, high=float("inf")) if loose and c.low == latest.low else c for c in told]
        latest = max(told, key=lambda count: (not count.is_part, count.order))
        kept += [count for count in told if count.meets(latest)]
    return kept


def _clash_within(counts: Sequence[_Count], denied: Sequence[_Count]) -> list[Clash]:
    """For each range the counts above that do not meet it: the higher against the lower."""
    found = []
    for lower in sorted({count.range for count in counts}):
        below = [c for c in counts if c.range == lower]
        above = [c for c in counts if c.low > lower[1] and any(_are_opposed(c, b, counts) for b in below)]
        if above:
            left, right = (
                [c.saying for c in side] + _denying(side, other, denied)
                for side, other in ((above, below), (below, above))
            )
            values = (_words(max(above, key=lambda c: c.range)), _words(below[0]))
            found.append(make_clash(ConflictOn.NUMBER, left, right, values, f"{values[0]} and {values[1]} do not meet"))
    return [clash for clash in found if clash]


def _are_opposed(one: _Count, other: _Count, counts: Sequence[_Count]) -> bool:
    """Whether two counts are of one scope, and neither voice counts as the other does beside it: 34 and 31."""
    agreed = any(
        not a.is_part and a.saying is not b.saying and a.meets(b) and not a.saying.is_other_voice(mine.saying)
        for mine, b in ((one, other), (other, one))
        for a in counts
        if a.saying.telling.report.id == mine.saying.telling.report.id
    )
    return not agreed and _same_scope(one, other)


def _denying(side: Sequence[_Count], other: Sequence[_Count], denied: Sequence[_Count]) -> list[Saying]:
    """The denials of the other side's counts by voices of this side."""
    return [
        d.saying
        for d in denied
        if any(d.low == c.low and d.saying.is_other_voice(c.saying) for c in other)
        and any(not d.saying.is_other_voice(c.saying) for c in side)
    ]


def _same_scope(left: _Count, right: _Count) -> bool:
    """Whether two counts are of the same victims or things, place and period."""
    mine, theirs = left.saying.telling, right.saying.telling
    kinds = _kinds(left), _kinds(right)
    if kinds[0] and kinds[1] and not kinds[0] & kinds[1]:
        return False
    if left.low > right.high and not kinds[0] and kinds[1] == _SOLDIERS and _ALL.search(mine.claim.evidence.text):
        return False  # two guards among eight dead
    if mine.places and theirs.places and not mine.places & theirs.places:
        return False
    things = _who(mine.things), _who(theirs.things)
    if not (kinds[0] and kinds[1]) and things[0] and things[1] and not things[0] & things[1]:
        return False
    return not (mine.when and theirs.when and gap_days(mine.when, theirs.when) > 0)


def _kinds(count: _Count) -> frozenset[str]:
    """Who is counted, by the words for those harmed, else by the unit."""
    return victim_kinds(count.saying.telling) or (_SOLDIERS if count.soldiers else frozenset())


def _who(things: frozenset[str]) -> frozenset[str]:
    """The words that say who or what is counted, figures and "people" aside."""
    return frozenset(word for word in things - _ANYBODY if not word[0].isdigit())


def _words(count: _Count) -> str:
    """The range in figures: "12", "at least 14", "up to 10", "30 to 40"."""
    if count.low == count.high:
        return f"{count.low:g}"
    if count.high == float("inf"):
        return f"at least {count.low:g}"
    return f"{count.low:g} to {count.high:g}" if count.low else f"up to {count.high:g}"
