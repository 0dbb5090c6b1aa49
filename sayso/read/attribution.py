"""Attributions: which cues stand, what is said under them, and which stands within which."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.read.labelling import Run
from sayso.read.labels import CLAIM_REACH, CUE_REACH, STANCES, UNDERSTOOD
from sayso.read.nearby import nearby
from sayso.read.network import ClaimAnswer, CueAnswer
from sayso.read.phrase import mend_clauses, mend_phrases, mend_speakers
from sayso.read.words import Words

VOTE = 0.3  # how sure a claim must be of its cue; tuned on the corpus's dev part and the development affairs
REACH = CUE_REACH + 8  # words from a cue that its content can reach, compounds made whole


@dataclass(frozen=True)
class FoundAttribution:
    """An attribution by words of the text.

    `source` is empty when no words here name the speaker; `is_understood` says that there is one nevertheless ("He left
    at noon. And then the trucks came."). `cue` is None where speech goes on without one. `antecedent` are the words
    before that a pronoun, a short form or an understood speaker stands for, as far as the network knows them.
    `is_pretence` says that the writer calls it one ("to make people believe that").
    """

    word: int
    score: float
    source: tuple[Run, ...]
    cue: Run | None
    content: tuple[Run, ...]
    channel: Run | None
    stance: str
    is_understood: bool
    is_pretence: bool = False
    antecedent: Run | None = None

    @property
    def speaker(self) -> Run | None:
        """The words that name the speaker: the run nearest to the cue."""
        return min(self.source, key=self._distance) if self.source else None

    def _distance(self, run: Run) -> int:
        start, end = self.cue or (self.word, self.word)
        return min(abs(run[1] - start), abs(run[0] - end))

    @property
    def has_speaker(self) -> bool:
        return bool(self.source) or self.is_understood

    def holds(self, word: int) -> bool:
        """Does the word stand in the content?"""
        return any(start <= word < end for start, end in self.content)


def choose_attributions(
    answers: Sequence[CueAnswer], words: Words, *, threshold: float, votes: Sequence[ClaimAnswer] = ()
) -> tuple[FoundAttribution, ...]:
    """The attributions that say something and are likely enough, in order of their cues.

    A less likely one stands if a claim in its content points to its cue: `votes` are the likely claims, in order.
    """
    found = (_attribution(answer, words) for answer in answers)
    likely = (a for a in found if a.content and (a.score >= threshold or _is_pointed_to(a, votes)))
    return tuple(a for a in likely if not _is_deed(a, votes))


# Types whose trigger is often the word of saying itself ("demanded", "refused", "show").
_SAYINGS = frozenset(
    ("statement", "silence", "request", "threaten", "accuse", "refuse", "agree", "negotiate", "support")
)


def _is_deed(attribution: FoundAttribution, votes: Sequence[ClaimAnswer]) -> bool:
    """Does its word tell of a happening more surely than of saying: "a vessel listing at the pier"?"""
    near = nearby(votes, attribution.word, CLAIM_REACH)
    return any(v.word == attribution.word and v.type not in _SAYINGS and v.score > attribution.score for v in near)


def _is_pointed_to(attribution: FoundAttribution, votes: Sequence[ClaimAnswer]) -> bool:
    """Does a claim under the attribution take the same word for the beginning of its cue?"""
    near = nearby(votes, attribution.word, CLAIM_REACH)
    under = (v for v in near if attribution.holds(v.word) or attribution.word == v.word)
    return any(v.chance_of_cue(attribution.word) > VOTE for v in under)


def _attribution(answer: CueAnswer, words: Words) -> FoundAttribution:
    source = mend_speakers(words, answer.speech.get("source", ()), cue=answer.word)
    channels = answer.channel.get("channel", ())
    return FoundAttribution(
        word=answer.word,
        score=answer.score,
        source=source,
        cue=answer.speech["cue"][0],
        content=mend_clauses(words, answer.speech.get("content", ())),
        channel=max(channels, key=lambda run: run[1] - run[0]) if channels else None,
        stance=STANCES[int(answer.stance.argmax())],
        is_understood=not source and int(answer.voice.argmax()) == UNDERSTOOD,
        antecedent=find_antecedent(answer, words, source=source),
    )


def find_antecedent(answer: CueAnswer | ClaimAnswer, words: Words, *, source: Sequence[Run]) -> Run | None:
    """The longest run that is said to be what the speaker stands for, and is no part of the speaker's own words."""
    runs = mend_phrases(words, answer.antecedent.get("antecedent", ()))
    apart = [run for run in runs if not any(run[0] < end and start < run[1] for start, end in source)]
    return max(apart, key=lambda run: run[1] - run[0], default=None)


def words_in(runs: Sequence[Run]) -> int:
    """How many words the runs hold."""
    return sum(end - start for start, end in runs)


def outer_of(inner: FoundAttribution, attributions: Sequence[FoundAttribution]) -> FoundAttribution | None:
    """The attribution in whose content another stands: the shortest one that holds its cue, and is longer than it."""
    size = words_in(inner.content)
    near = nearby(attributions, inner.word, REACH)
    around = [a for a in near if a is not inner and a.holds(inner.word) and words_in(a.content) > size]
    return min(around, key=lambda a: words_in(a.content), default=None)


def way_out(
    start: FoundAttribution, attributions: Sequence[FoundAttribution], words: Words
) -> tuple[FoundAttribution, ...]:
    """An attribution and all that it stands within, nearest first.

    A speaker who goes on ("sources said …, revealing …") is not there twice.
    """
    way, step = [start], outer_of(start, attributions)
    while step is not None:
        if _speaker_words(step, words) != _speaker_words(way[-1], words):
            way.append(step)
        step = outer_of(step, attributions)
    return tuple(way)


def _speaker_words(attribution: FoundAttribution, words: Words) -> tuple[str, ...]:
    return tuple(words.lower[slice(*attribution.speaker)]) if attribution.speaker else ()


_OURS = ("reporter", "reporters", "correspondent", "correspondents", "photographer", "journalist", "team")


def is_outlet_itself(attribution: FoundAttribution, words: Words) -> bool:
    """Is the speaker the outlet: "our correspondent", or "we" outside quotation marks?"""
    if attribution.speaker is None:
        return False
    start, end = attribution.speaker
    said = words.lower[start:end]
    if said == ["we"]:
        return not words.is_quoted(start)
    return said[0] == "our" and any(word in _OURS for word in said[1:3])
