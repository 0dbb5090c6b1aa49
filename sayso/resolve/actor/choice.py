"""Choice: the known actors that words may stand for, and the one they do, if one is sure enough."""

from __future__ import annotations

from sayso.model.answer import Answer, Candidate
from sayso.model.entity import EntityKind
from sayso.model.knowledge import Entry
from sayso.resolve.actor.comparison import compare
from sayso.resolve.actor.context import Context
from sayso.resolve.actor.directory import Directory, is_kind
from sayso.resolve.actor.wording import Wording, parse

_SURE = 0.6  # from here on a candidate is taken
_AHEAD = 0.05  # by so much it must be better than the next
_NOWHERE = Context()


def candidates(
    words: str | Wording, directory: Directory, context: Context = _NOWHERE, *, kind: EntityKind | None = None
) -> tuple[Candidate[Entry], ...]:
    """The known actors that words may stand for, best first; of each entry its best name."""
    wording = words if isinstance(words, Wording) else parse(words, kind=kind)
    best: dict[str, Candidate[Entry]] = {}
    for found in directory.find(wording.proper):
        if is_kind(found.entry, wording.kind):
            one = compare(wording, found, directory, context)
            if found.entry.id not in best or one.score > best[found.entry.id].score:
                best[found.entry.id] = one
    return tuple(sorted(best.values(), key=lambda each: (-each.score, each.of.key)))


def resolve(
    words: str | Wording, directory: Directory, context: Context = _NOWHERE, *, kind: EntityKind | None = None
) -> Answer[Entry]:
    """The known actor that words stand for; none where nothing is known, sure, or better than the next."""
    text = words.text if isinstance(words, Wording) else words
    found = candidates(words, directory, context, kind=kind)
    if not found:
        return Answer(text, None, f"no known actor bears the name “{text[:80]}”")
    best, rival = found[0], found[1] if len(found) > 1 else None
    if best.score < _SURE:
        return Answer(text, None, f"“{text}” may be {best.of.names[0]}, but too little says so", found)
    if rival and best.score - rival.score < _AHEAD:
        return Answer(text, None, f"“{text}” may be {best.of.names[0]} or {rival.of.names[0]}", found)
    return Answer(text, best, "; ".join(reason.because for reason in best.reasons), found)
