"""Speech that goes on without a cue: its speaker is understood, or named beside it without words of speech."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.read.attribution import FoundAttribution, find_antecedent
from sayso.read.event import FoundClaim
from sayso.read.evidence import spans_of
from sayso.read.labels import SPOKEN, UNDERSTOOD
from sayso.read.phrase import mend_speakers
from sayso.read.words import Words

SURE = 0.6  # that the speaker is understood; chosen on the corpus's dev part
SURE_OF_WORDS = 0.9  # that words beside the claim name its speaker
_OURS = frozenset(("we", "i", "us", "our", "my"))
_OWN_DEEDS = ("silence", "refuse", "agree", "request", "threaten", "accuse")  # whoever does them need not say so


def add_understood(
    claims: Sequence[FoundClaim], words: Words
) -> tuple[tuple[FoundClaim, ...], tuple[FoundAttribution, ...]]:
    """The claims, those in speech that goes on with their speaker, and the attributions made for these.

    "There were tanks on the road, Haddad said. The bridge had been closed." Misses speech that the network takes for
    the outlet's own: accepted.
    """
    made = {id(claim): found for claim in claims if (found := _goes_on(claim, words))}
    return tuple(replace(c, said_in=made.get(id(c), c.said_in)) for c in claims), tuple(made.values())


def _goes_on(claim: FoundClaim, words: Words) -> FoundAttribution | None:
    answer = claim.answer
    if claim.said_in is not None or answer is None or not spans_of(words, claim.content):
        return None
    source = mend_speakers(words, answer.speech.get("source", ()), cue=claim.word)
    if answer.voice[UNDERSTOOD] >= SURE:
        source = ()
    elif answer.voice[SPOKEN] < SURE_OF_WORDS or not _names_somebody(claim, source, words):
        return None
    return FoundAttribution(
        word=claim.content[0][0],
        score=float(answer.voice[UNDERSTOOD] + answer.voice[SPOKEN]),
        source=source,
        cue=None,
        content=claim.content,
        channel=None,
        stance=claim.stance,
        is_understood=not source,
        antecedent=find_antecedent(answer, words, source=()),
    )


def _names_somebody(claim: FoundClaim, source: Sequence[tuple[int, int]], words: Words) -> bool:
    if not source or claim.type in _OWN_DEEDS:
        return False
    return words.lower[source[0][0]] not in _OURS
