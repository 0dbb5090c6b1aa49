"""Claims: which typed anchors stand, each with its words and its attribution."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.read.attribution import FoundAttribution, words_in
from sayso.read.labelling import Run, Runs
from sayso.read.labels import STANCES
from sayso.read.network import ClaimAnswer

STATEMENT = "statement"


@dataclass(frozen=True)
class Thresholds:
    """How sure the network must be; tuned on the corpus's dev part, by claim F of the affairs' scorer."""

    cue: float = 0.5
    event: float = 0.3
    statement: float = 0.4
    faint: float = 0.15  # an event under this never takes a statement's place
    against: float = 1.0  # how much surer than a statement it must be
    double: float = 0.6  # two readings of the same words both stand only above this


@dataclass(frozen=True)
class FoundClaim:
    """A claim by words of the text. `word` is the trigger, or a statement's first word.

    `said_in` is None in the outlet's own voice.
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


def find_claims(
    answers: Sequence[ClaimAnswer], attributions: Sequence[FoundAttribution], *, thresholds: Thresholds
) -> tuple[FoundClaim, ...]:
    """Events at their triggers; statements where attributed words hold no event."""
    likely = [a for a in answers if a.score >= (thresholds.statement if a.type == STATEMENT else thresholds.event)]
    kept = drop_doubles(likely, enough=thresholds.double)
    triggers = [a.word for a in kept if a.type != STATEMENT]
    kept = [a for a in kept if a.type != STATEMENT or content_of(a).isdisjoint(triggers)]
    claims = [_claim(a, attributions) for a in kept]
    claims = [c for c in claims if c.type != STATEMENT or c.said_in is not None]
    spoken = {id(c.said_in) for c in claims}
    for attribution in attributions:
        if id(attribution) not in spoken and not _is_passed_on(attribution, attributions):
            claims.append(_likeliest(attribution, answers, attributions, thresholds))
    return tuple(sorted(claims, key=lambda c: (c.word, c.type)))


def _likeliest(
    attribution: FoundAttribution,
    answers: Sequence[ClaimAnswer],
    attributions: Sequence[FoundAttribution],
    thresholds: Thresholds,
) -> FoundClaim:
    """What is said under an attribution without a sure claim: the best event within, if it beats a statement."""
    within = [a for a in answers if a.type != STATEMENT and attribution.holds(a.word)]
    best = max(within, key=lambda a: a.score, default=None)
    statement = max((a.score for a in answers if a.type == STATEMENT and attribution.holds(a.word)), default=0.0)
    if best is not None and best.score > thresholds.faint and best.score > statement * thresholds.against:
        return _claim(best, attributions)
    return _bare_statement(attribution)


def drop_doubles(answers: Sequence[ClaimAnswer], *, enough: float) -> list[ClaimAnswer]:
    """Of two readings of the same words the surer one stands, and the other only if it is sure too."""
    kept: list[ClaimAnswer] = []
    for answer in sorted(answers, key=lambda a: (-a.score, a.word, a.type)):
        if not any(_is_double(answer, other, enough) for other in kept):
            kept.append(answer)
    return sorted(kept, key=lambda a: (a.word, a.type))


def _is_double(weak: ClaimAnswer, strong: ClaimAnswer, enough: float) -> bool:
    mine, theirs = content_of(weak), content_of(strong)
    shared = len(mine & theirs)
    alike = shared / len(mine | theirs)
    if weak.type == strong.type and alike > 0.5 and abs(weak.word - strong.word) < 6:
        return weak.score < enough + 0.2
    if weak.word == strong.word or alike > 0.7:
        return weak.score < enough
    return False


def content_of(answer: ClaimAnswer) -> set[int]:
    """The words of a claim's content, its anchor among them."""
    return {answer.word}.union(*(range(*run) for run in answer.speech.get("content", ())))


def _claim(answer: ClaimAnswer, attributions: Sequence[FoundAttribution]) -> FoundClaim:
    said_in = nearest_attribution(answer, attributions)
    content = answer.speech.get("content") or ((answer.word, answer.word + 1),)
    stance = STANCES[int(answer.stance.argmax())]
    return FoundClaim(
        word=answer.word,
        type=answer.type,
        stance=stance,
        score=answer.score,
        content=content,
        roles=answer.roles,
        times=answer.times,
        manner=answer.manner,
        said_in=said_in,
    )


def nearest_attribution(answer: ClaimAnswer, attributions: Sequence[FoundAttribution]) -> FoundAttribution | None:
    """The attribution whose content holds the claim: the shortest one."""
    around = [a for a in attributions if a.holds(answer.word) or a.word == answer.word]
    return min(around, key=lambda a: words_in(a.content), default=None)


def _is_passed_on(outer: FoundAttribution, attributions: Sequence[FoundAttribution]) -> bool:
    """Is what it says, for the most part, what somebody within it says?"""
    inner = [a for a in attributions if a is not outer and outer.holds(a.word)]
    return any(2 * words_in(a.content) > words_in(outer.content) for a in inner)


def _bare_statement(attribution: FoundAttribution) -> FoundClaim:
    return FoundClaim(
        word=attribution.content[0][0],
        type=STATEMENT,
        stance=attribution.stance,
        score=attribution.score,
        content=attribution.content,
        roles={},
        times={},
        manner={},
        said_in=attribution,
    )
