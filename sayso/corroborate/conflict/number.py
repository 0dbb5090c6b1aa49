"""Number: counts of one thing whose ranges do not meet."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.corroborate.conflict.saying import Clash, Saying, make_clash
from sayso.corroborate.lineage.finding import same_outlet
from sayso.corroborate.party import victim_kinds
from sayso.corroborate.telling import Telling, gap_days
from sayso.corroborate.wording import sentences, stems
from sayso.model.claim import Quantity
from sayso.model.conflict import ConflictOn
from sayso.model.values.stance import ClaimType, Stance

#: Units that count people one by one; a report may call them soldiers, another men.
_PEOPLE = frozenset(
    ("person", "people", "soldier", "fighter", "militant", "man", "guard", "rebel", "terrorist", "prisoner", "civilian")
)
# Words for those counted that say nothing of who they are.
_ANYBODY = stems(
    "people person man men dead killed martyrs bodies wounded least most some about around number toll "
    "One Two Three Four Five Six Seven Eight Nine Ten one two three four five six seven eight nine ten dozen dozens "
    "hundreds thousands tens"
)
# "Two of them were children": a part, no total.
_PART = re.compile(r"^\W*\w+ of (?:them|these|those|the victims|the dead)\b", re.I)
_FREED = re.compile(r"\b(?:freed|released|set free|let go|escaped)\b", re.I)
# "In a report of Sunday we wrongly gave the dead as 12."
_WRONGLY = re.compile(r"\b(?:wrongly|mistakenly|incorrectly|erroneously|in error|by mistake|misstated)\b", re.I)
# "It had spoken of 17": an earlier count told again beside the later one.
_EARLIER = re.compile(
    r"\bhad (?:spoken|said|put|given|counted|reported|announced|claimed)\b"
    r"|\b(?:at first|initially|earlier|previously|originally)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Count:
    saying: Saying
    quantity: Quantity

    @property
    def low(self) -> float:
        return self.quantity.low if self.quantity.low is not None else 0.0

    @property
    def high(self) -> float:
        return self.quantity.high if self.quantity.high is not None else float("inf")

    def meets(self, other: _Count) -> bool:
        """Whether some number lies in both ranges; open ends are open."""
        return self.low <= other.high and other.low <= self.high

    @property
    def order(self) -> tuple[str, bool, int, str]:
        """Later counts sort later: by day told, an earlier count told again first, then place in the text."""
        telling = self.saying.telling
        is_later = not _EARLIER.search(telling.claim.evidence.text)
        return (telling.report.told or "", is_later, telling.position, telling.id)


def find_number_clashes(sayings: Sequence[Saying]) -> list[Clash]:
    """Clashes between the latest counts of different voices, at the same scope.

    The later count of a voice takes the place of its earlier; a count that its own agency withdraws is out.
    """
    withdrawn = {
        (_outlet(s), s.telling.type, q.low, q.high) for s in sayings if _is_withdrawal(s) for q in s.telling.numbers
    }
    counts = [
        _Count(s, q)
        for s in sayings
        if s.telling.stance is Stance.ASSERTED and not _is_part(s)
        for q in s.telling.numbers
        if (q.low is not None or q.high is not None) and (_outlet(s), s.telling.type, q.low, q.high) not in withdrawn
    ]
    scopes: dict[tuple[str, str], list[_Count]] = defaultdict(list)
    for count in counts:
        scopes[(count.saying.telling.type, _unit(count.quantity))].append(count)
    return [clash for scope in sorted(scopes) for clash in _clash_within(_keep_latest(scopes[scope]))]


def _is_part(saying: Saying) -> bool:
    """Whether a count is of some among those counted elsewhere: "two of them", those set free again."""
    text = saying.telling.claim.evidence.text
    return bool(_PART.search(text)) or (saying.telling.type is ClaimType.DETAIN and bool(_FREED.search(text)))


def _is_withdrawal(saying: Saying) -> bool:
    """Whether an outlet takes a count back, here or in a later version: it denies it, or says that it was wrong."""
    return any(_takes_back(member) for member in saying.node.members)


def _takes_back(telling: Telling) -> bool:
    speaker = telling.claim.speaker
    if not telling.claim.is_own_voice and not (speaker and same_outlet(speaker.name, telling.report.outlet)):
        return False
    line = telling.report.text[: telling.claim.evidence.end].rpartition("\n")[2]
    return telling.stance is Stance.DENIED or bool(_WRONGLY.search(sentences(line)[-1][1]))


def _outlet(saying: Saying) -> str | None:
    return saying.telling.report.outlet


def _unit(quantity: Quantity) -> str:
    unit = (quantity.unit or "person").casefold()
    return "person" if unit in _PEOPLE else unit


def _keep_latest(counts: Sequence[_Count]) -> list[_Count]:
    """Of each voice the counts that meet its latest; unsourced counts as they are."""
    by_voice: dict[str, list[_Count]] = defaultdict(list)
    for count in counts:
        voice = count.saying.voice
        by_voice[voice.id if voice else f"unsourced {count.saying.node.id}"].append(count)
    kept = []
    for _, told in sorted(by_voice.items()):
        latest = max(told, key=lambda count: count.order)
        kept += [count for count in told if count is latest or _is_restated(count, latest)]
    return kept


def _is_restated(count: _Count, latest: _Count) -> bool:
    return count.low == latest.low and count.high == latest.high


def _clash_within(counts: Sequence[_Count]) -> list[Clash]:
    """The groups of counts that do not meet, two at a time: the lower against the higher."""
    found = []
    ranges = sorted({(count.low, count.high) for count in counts})
    for i, lower in enumerate(ranges):
        for upper in ranges[i + 1 :]:
            left = [c for c in counts if (c.low, c.high) == lower]
            right = [c for c in counts if (c.low, c.high) == upper]
            if left[0].meets(right[0]) or not any(_same_scope(a, b) for a in left for b in right):
                continue
            values = (_words(left[0]), _words(right[0]))
            because = f"{values[0]} and {values[1]} do not meet"
            sides = ([c.saying for c in right], [c.saying for c in left])
            found.append(make_clash(ConflictOn.NUMBER, *sides, (values[1], values[0]), because))
    return [clash for clash in found if clash]


def _same_scope(left: _Count, right: _Count) -> bool:
    """Whether two counts are of the same victims or things, place and period."""
    mine, theirs = left.saying.telling, right.saying.telling
    kinds = victim_kinds(mine), victim_kinds(theirs)
    if kinds[0] and kinds[1] and not kinds[0] & kinds[1]:
        return False
    if mine.places and theirs.places and not mine.places & theirs.places:
        return False
    things = _who(mine.things), _who(theirs.things)
    if things[0] and things[1] and not things[0] & things[1]:
        return False
    return not (mine.when and theirs.when and gap_days(mine.when, theirs.when) > 0)


def _who(things: frozenset[str]) -> frozenset[str]:
    """The words that say who or what is counted, figures and "people" aside."""
    return frozenset(word for word in things - _ANYBODY if not word[0].isdigit())


def _words(count: _Count) -> str:
    """The range in figures: "12", "at least 14", "up to 10", "30 to 40"."""
    low, high = count.quantity.low, count.quantity.high
    if low is not None and high is not None:
        return f"{low:g}" if low == high else f"{low:g} to {high:g}"
    return f"at least {low:g}" if low is not None else f"up to {high:g}"
