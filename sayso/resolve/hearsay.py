"""Hearsay: who passes on what he was told: "his cousin told him that", "she had heard from a neighbour that"."""

from __future__ import annotations

import re

from sayso.model.claim import Claim, Link, Mention
from sayso.model.values.span import Span
from sayso.resolve.layout import is_quoted
from sayso.resolve.outlet import is_own_words
from sayso.resolve.roster import Roster
from sayso.resolve.wording import KIN

_TELLS = re.compile(r"\b(?:told|tells|telling|informed|warned|assured)$", re.IGNORECASE)
_HEARER = re.compile(r" (?P<who>him|her|them)\b(?! \w+(?:,| had| was| were))")
_FROM = re.compile(
    r"\b(?:hear[sd]?|learn(?:ed|t)?|knows?|knew|was told|were told|been told|told) (?:from|by)$", re.IGNORECASE
)
_PASSIVE = re.compile(r"\b(?:was|were|been|being) told$", re.IGNORECASE)
_AUXILIARY = re.compile(r"(?:,? (?:who|and))?(?: (?:has|have|had|was|were|been|being|also|later|only|first))*\s*$")
_WHO = r"(?P<who>(?:an?|the|his|her|their|its|one|two|some|[A-Z])[\w’'\-]*(?: [\w’'\-]+){0,6}?)"
_TELLERS = tuple(
    re.compile(rf" (?:(?:from|by) )?{_WHO}(?:, [^,]{{3,40}},)? {word}\b") for word in ("that", "of", "about")
)
_KIN_NOUN = "|".join(
    sorted(KIN | {"commander", "superior", "neighbour", "comrade", "colleague"}, key=len, reverse=True)
)
_WITNESS = re.compile(
    rf"\b(?P<who>(?:[Hh]is|[Hh]er|[Tt]heir|[Mm]y) (?:[a-z]+ )?(?:{_KIN_NOUN})s?)(?:, [^,.;]{{2,40}},)?"
    r"(?: (?:he|she|they) said,)? (?:still |had |has |have |also )*(?:told (?:him|her|them|me)|saw|seen|heard)\b"
)
# "Dray said a customs officer had swum across and told him that": the officer told him.
_CLAUSE = re.compile(
    r",? (?:said|says) (?:that )?(?P<who>(?:an?|the|his|her|their) (?:[\w’'\-]+ ){1,4}?)"
    r"(?:had|has|was|were|would) [^.;]*\band $"
)


def find_hearer(link: Link, *, roster: Roster, outlet: str | None) -> Mention | None:
    """Who was told and passes it on; None where the words show nobody, or the outlet itself.

    The words are those of the text: a pronoun behind the cue ("told him"), or the subject before it
    ("Another resident had heard from").
    """
    source, cue, text = link.source, link.cue, roster.text
    if source.start is None or cue is None:
        return None
    if cue.end <= source.start and _FROM.search(cue.text):
        return _subject_of(cue, roster)
    match = _HEARER.match(text, cue.end) if _TELLS.search(cue.text) and source.start < cue.start else None
    if match is None or _is_reporter(roster, source.start, outlet):
        return None
    return Mention.at(Span.of(text, match.start("who"), match.end("who")))


def find_teller(link: Link, *, roster: Roster) -> Mention | None:
    """Who told it to the link's source, where the source is the one who heard it; None where the words show nobody."""
    source, cue, text = link.source, link.cue, roster.text
    if source.start is None or source.end is None or cue is None or source.end > cue.start:
        return None
    if _FROM.search(cue.text) or _PASSIVE.search(cue.text):
        match = next((found for each in _TELLERS if (found := each.match(text, cue.end))), None)
    elif _TELLS.search(cue.text) and _HEARER.match(text, cue.end):
        match = _CLAUSE.match(text, source.end, cue.start)
    else:
        return None
    return Mention.at(_trim(text, match.start("who"), match.end("who"))) if match else None


_BEHIND = 45  # characters: "his brother, on the southern slope, " may stand before the content


def find_witness(claim: Claim, *, roster: Roster) -> Mention | None:
    """Whom the speaker names as having seen, heard or told it: "he said his cousin had seen it leave"; None if nobody.

    Such words stand at the beginning of the content or right before it.
    """
    source = claim.chain[0].source
    begin = max(claim.evidence.start - _BEHIND, 0)
    match = _WITNESS.search(roster.text, begin, claim.evidence.end)
    if match is None or source.start is None or source.end is None:
        return None
    start, end = match.span("who")
    behind = roster.text[claim.evidence.start : start].strip() if start > claim.evidence.start else ""
    sentence = roster.layout.sentence(claim.evidence.start)[0]
    if behind or start < sentence or (start < source.end and source.start < end):
        return None
    return Mention.at(Span.of(roster.text, start, end))


def _subject_of(cue: Span, roster: Roster) -> Mention | None:
    """What stands before the cue in its sentence, where it is a short phrase and nothing else."""
    start, _ = roster.layout.sentence(cue.start)
    words = _AUXILIARY.sub("", roster.text[start : cue.start])
    if (
        not 0 < len(words.split()) <= 8
        or re.search(r"[,;:“”\"]", words)
        or is_quoted(roster.text, roster.layout, start)
    ):
        return None
    return Mention.at(_trim(roster.text, start, start + len(words)))


def _is_reporter(roster: Roster, at: int, outlet: str | None) -> bool:
    """Whether the sentence before is about the outlet's own people ("Our correspondent found … told him")."""
    start, _ = roster.layout.sentence(at)
    before, end = roster.layout.sentence(max(start - 1, 0))
    words = " ".join(roster.text[before:end].split()[:3])
    return bool(re.match(r"[Oo]ur\b", words)) and is_own_words(words, outlet)


def _trim(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    return Span.of(text, start + len(words) - len(words.lstrip()), start + len(words.rstrip()))
