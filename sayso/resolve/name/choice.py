"""Choice: which of many names words are a spelling or a short form of."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.model.answer import Answer, Candidate
from sayso.resolve.name.comparison import SAME, compare
from sayso.resolve.name.parsing import parse_name


def candidates(words: str, among: Iterable[str]) -> tuple[Candidate[str], ...]:
    """The names that words may be, best first; empty where none is near."""
    ours = parse_name(words)
    found = []
    for name in sorted(set(among)):
        match = compare(ours, parse_name(name))
        if match.score > 0:
            found.append(Candidate(name, match.score, match.reasons))
    return tuple(sorted(found, key=lambda candidate: (-candidate.score, candidate.of)))


def resolve(words: str, among: Iterable[str]) -> Answer[str]:
    """The one name that words are: a spelling before a short form; none where two are as good."""
    found = candidates(words, among)
    if not found:
        return Answer(words, None, f"no known name is like “{words}”")
    best = found[0]
    rivals = [each for each in found if (each.score >= SAME) is (best.score >= SAME) and best.score < 1]
    if len(rivals) > 1:
        return Answer(words, None, f"“{words}” may be {' or '.join(each.of for each in rivals)}", found)
    return Answer(words, best, best.reasons[0].because, found)
