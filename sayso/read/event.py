"""Claims: which typed anchors stand, each with its words and its attribution."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.model.values.stance import Stance
from sayso.read.attribution import REACH, FoundAttribution, is_outlet_itself, outer_of, words_in
from sayso.read.double import content_of, drop_doubles
from sayso.read.gift import split_gift, turn_to_receivers
from sayso.read.labelling import Run, Runs
from sayso.read.labels import CLAIM_REACH, STANCES
from sayso.read.nearby import nearby
from sayso.read.network import ClaimAnswer
from sayso.read.phrase import mend_clauses, mend_phrases
from sayso.read.repelled import part_repellers
from sayso.read.silence import SILENCE, clause_about, find_silences, is_about_names
from sayso.read.stance import is_said_before, is_without_word, settle_stance
from sayso.read.words import Words

STATEMENT = "statement"
WISHES = ("request", "threaten", "accuse")  # kept for contents of no listed type
SURE = 0.8  # below, a cue without a speaker makes no statement ("his dream of power")
_BEHIND = 60  # characters behind a trigger in which its hospital stands
MANNERS_OF_SILENCE = (STATEMENT, "refuse", "agree", SILENCE)  # what the network takes "declined to comment" for


@dataclass(frozen=True)
class Thresholds:
    """How sure the network must be; tuned on the corpus's dev part and the development affairs, by claim F."""

    cue: float = 0.4
    event: float = 0.32
    statement: float = 0.4
    faint: float = 0.12  # an event under this never takes a statement's place
    against: float = 1.0  # how much surer than a statement it must be
    double: float = 0.8  # two readings of the same words both stand only above this


@dataclass(frozen=True)
class FoundClaim:
    """A claim by words of the text. `word` is the trigger, or a statement's first word.

    `said_in` is None in the outlet's own voice; `answer` is the network's, None where an attribution alone made it.
    """

    word: int
    type: str
    stance: str
    score: float
    content: tuple[Run, ...]
    roles: Runs
    times: Runs
    manner: Runs
    said_in: FoundAttribution | None
    answer: ClaimAnswer | None = None


def find_claims(
    answers: Sequence[ClaimAnswer],
    attributions: Sequence[FoundAttribution],
    words: Words,
    *,
    thresholds: Thresholds,
) -> tuple[FoundClaim, ...]:
    """Events at their triggers; silences; statements where attributed words hold neither."""
    silences = find_silences(words)
    answers = [_as_injury(_as_silence(a, silences), words) for a in answers]
    kept = choose_answers(answers, thresholds=thresholds)
    claims = [_claim(a, attributions, words) for a in kept]
    claims = [c for c in claims if c.type != STATEMENT or c.said_in is not None]
    claims = _once_silent(claims, silences)
    claims += _unread_silences(silences, claims, attributions, words)
    spoken = {id(c.said_in) for c in claims}
    for attribution in attributions:
        if id(attribution) not in spoken and not _is_passed_on(attribution, attributions):
            claims.append(_likeliest(attribution, answers, attributions, words, thresholds))
    claims = [_by_the_right_voice(c, attributions, words) for c in claims if _says_something(c, words)]
    claims = [replace(c, stance=_stance(c, words)) for c in claims if not _is_kept_silent(c, claims, words)]
    return tuple(sorted(claims, key=lambda c: (c.word, c.type)))


def choose_answers(answers: Sequence[ClaimAnswer], *, thresholds: Thresholds) -> list[ClaimAnswer]:
    """The answers that are likely enough, once each, and no statement whose words hold an event."""
    likely = [a for a in answers if a.score >= (thresholds.statement if a.type == STATEMENT else thresholds.event)]
    kept = drop_doubles(likely, enough=thresholds.double)
    triggers = {a.word for a in kept if a.type != STATEMENT}
    kept = [a for a in kept if a.type != STATEMENT or content_of(a).isdisjoint(triggers)]
    return [a for a in kept if not _is_told_by_event(a, kept)]


def _is_told_by_event(wish: ClaimAnswer, kept: Sequence[ClaimAnswer]) -> bool:
    """Is what is demanded, threatened or blamed an event that is read anyway?"""
    if wish.type not in WISHES:
        return False
    near = nearby(kept, wish.word, CLAIM_REACH)
    events = [a.word for a in near if a.type not in (*WISHES, STATEMENT, SILENCE, "refuse", "agree")]
    return not content_of(wish).isdisjoint(events)


def _claim(answer: ClaimAnswer, attributions: Sequence[FoundAttribution], words: Words) -> FoundClaim:
    content = mend_clauses(words, answer.speech.get("content", ()))
    return FoundClaim(
        word=answer.word,
        type=answer.type,
        stance=STANCES[int(answer.stance.argmax())],
        score=answer.score,
        content=content or ((answer.word, answer.word + 1),),
        roles=_put_right(answer, words),
        times=_mended(words, answer.times),
        manner=_mended(words, answer.manner),
        said_in=nearest_attribution(answer.word, attributions),
        answer=answer,
    )


def _put_right(answer: ClaimAnswer, words: Words) -> Runs:
    """The roles in whole phrases, each of who the words say it is."""
    roles = split_gift(answer.type, _mended(words, answer.roles), words)
    roles = turn_to_receivers(answer.type, roles, answer.word, words)
    return part_repellers(answer.type, roles, answer.word, words)


def _mended(words: Words, runs: Runs) -> Runs:
    return {name: mend_phrases(words, some) for name, some in runs.items()}


def nearest_attribution(word: int, attributions: Sequence[FoundAttribution]) -> FoundAttribution | None:
    """The attribution under which a word stands: the shortest content that holds it. A cue can be a trigger
    ("demanded"), and then stands under itself.
    """
    around = [a for a in nearby(attributions, word, REACH) if a.holds(word) or a.word == word]
    return min(around, key=lambda a: words_in(a.content), default=None)


def _is_passed_on(outer: FoundAttribution, attributions: Sequence[FoundAttribution]) -> bool:
    """Is what it says, for the most part, what somebody within it says?"""
    inner = [a for a in nearby(attributions, outer.word, REACH) if a is not outer and outer.holds(a.word)]
    return any(2 * words_in(a.content) > words_in(outer.content) for a in inner)


def _likeliest(
    attribution: FoundAttribution,
    answers: Sequence[ClaimAnswer],
    attributions: Sequence[FoundAttribution],
    words: Words,
    thresholds: Thresholds,
) -> FoundClaim:
    """What is said under an attribution without a sure claim: the best event within, if it beats a statement."""
    within = [a for a in nearby(answers, attribution.word, REACH) if attribution.holds(a.word)]
    best = max((a for a in within if a.type != STATEMENT), key=lambda a: a.score, default=None)
    statement = max((a.score for a in within if a.type == STATEMENT), default=0.0)
    if best is not None and best.score > thresholds.faint and best.score > statement * thresholds.against:
        return _claim(best, attributions, words)
    return _bare_claim(STATEMENT, attribution.content, attribution.score, attribution, stance=attribution.stance)


def _bare_claim(
    type_: str, content: tuple[Run, ...], score: float, said_in: FoundAttribution | None, *, stance: str
) -> FoundClaim:
    return FoundClaim(
        word=content[0][0],
        type=type_,
        stance=stance,
        score=score,
        content=content,
        roles={},
        times={},
        manner={},
        said_in=said_in,
    )


def _as_silence(answer: ClaimAnswer, silences: Iterable[Run]) -> ClaimAnswer:
    """Where plain words say silence, the network's guess at something like it is silence."""
    if answer.type in MANNERS_OF_SILENCE and any(start <= answer.word < end for start, end in silences):
        return replace(answer, type=SILENCE, score=max(answer.score, 0.9))
    return answer


_TO_HOSPITAL = re.compile(
    r"^(?: [a-z]+){0,2} to (?:an?|the|local|nearby|different|[a-z]+)?(?: [a-z]+)? ?(?:hospitals?|clinics?)\b",
    re.IGNORECASE,
)


def _as_injury(answer: ClaimAnswer, words: Words) -> ClaimAnswer:
    """Whoever is "taken to hospital" is hurt, and nobody's prisoner."""
    is_hurt = answer.type == "detain" and _TO_HOSPITAL.match(words.behind(answer.word, _BEHIND))
    return replace(answer, type="injure") if is_hurt else answer


def _once_silent(claims: Sequence[FoundClaim], silences: Iterable[Run]) -> list[FoundClaim]:
    """One silence for each run of words that says so: that with the most words ("did" and "answer" are one)."""
    dropped: set[int] = set()
    for run in silences:
        mine = sorted((c for c in claims if c.type == SILENCE and _is_at(c, run)), key=lambda c: -words_in(c.content))
        dropped |= {id(c) for c in mine[1:]}
    return [c for c in claims if id(c) not in dropped]


def _unread_silences(
    silences: Iterable[Run], claims: Sequence[FoundClaim], attributions: Sequence[FoundAttribution], words: Words
) -> Iterator[FoundClaim]:
    """Silences that the network passed over."""
    for silence in silences:
        clause = clause_about(silence, words)
        if any(clause[0] <= c.word < clause[1] for c in claims if c.type == SILENCE or _is_at(c, silence)):
            continue
        holders = [a for a in attributions if not silence[0] <= a.word < silence[1]]
        said_in = nearest_attribution(silence[0], holders)
        bare = _bare_claim(SILENCE, (clause,), 0.5, said_in, stance="asserted")
        yield replace(bare, word=silence[0])


def _is_at(claim: FoundClaim, run: Run) -> bool:
    return run[0] <= claim.word < run[1]


def _says_something(claim: FoundClaim, words: Words) -> bool:
    """Is it more than how a source is described ("who asked not to be named"), and has it more than a doubtful cue?"""
    if claim.type == STATEMENT and claim.said_in and not claim.said_in.has_speaker and claim.score < SURE:
        return False
    text = " ".join(word for start, end in claim.content for word in words.lower[start:end])
    return claim.type not in ("request", "refuse", SILENCE, STATEMENT) or not is_about_names(text)


def _is_kept_silent(claim: FoundClaim, claims: Sequence[FoundClaim], words: Words) -> bool:
    """Is it only what a silence is about: the casualties in "it gave no details of casualties"?"""
    if claim.type in (SILENCE, STATEMENT) or not is_without_word(claim.word, words):
        return False
    return any(start <= claim.word < end for c in claims if c.type == SILENCE for start, end in c.content)


def _by_the_right_voice(claim: FoundClaim, attributions: Sequence[FoundAttribution], words: Words) -> FoundClaim:
    """Who keeps silent does not say so, and "our correspondent" is the outlet: the next speaker outward says it."""
    said_in = claim.said_in
    if said_in is None:
        return claim
    is_own_silence = claim.type == SILENCE and any(start <= said_in.word < end for start, end in claim.content)
    if is_own_silence or is_outlet_itself(said_in, words):
        return replace(claim, said_in=outer_of(said_in, attributions))
    return claim


def _stance(claim: FoundClaim, words: Words) -> str:
    if claim.said_in and claim.said_in.is_pretence:
        return Stance.ASSERTED  # by whoever spreads it; that it is false is the writer's word
    if claim.stance == Stance.DENIED and claim.said_in and is_said_before(claim.said_in.cue, claim.content, words):
        return Stance.ASSERTED
    is_own_voice = claim.said_in is None or not claim.said_in.has_speaker
    return settle_stance(claim.stance, claim.type, claim.content, claim.word, words, is_own_voice=is_own_voice)
