"""Two readings of the same words: the surer one stands."""

from collections import defaultdict
from collections.abc import Sequence

from sayso.read.labels import CLAIM_REACH
from sayso.read.network import ClaimAnswer

MUCH = 0.7  # shared words over all words of both, from which two contents are the same
HALF = 0.5  # the same, for two anchors of one type close together
CLOSE = 6  # words
MORE = 0.2  # how much surer a second anchor of one type must be


def drop_doubles(answers: Sequence[ClaimAnswer], *, enough: float) -> list[ClaimAnswer]:
    """Of two readings of the same words the surer one stands, and the other only if it is sure too."""
    kept: dict[int, list[ClaimAnswer]] = defaultdict(list)  # by stretches of text: only neighbours can share words
    for answer in sorted(answers, key=lambda a: (-a.score, a.word, a.type)):
        stretch = answer.word // (2 * CLAIM_REACH)
        others = (*kept[stretch - 1], *kept[stretch], *kept[stretch + 1])
        if not any(_is_double(answer, other, enough) for other in others):
            kept[stretch].append(answer)
    return sorted((a for some in kept.values() for a in some), key=lambda a: (a.word, a.type))


def _is_double(weak: ClaimAnswer, strong: ClaimAnswer, enough: float) -> bool:
    mine, theirs = content_of(weak), content_of(strong)
    shared = len(mine & theirs)
    alike = shared / len(mine | theirs)
    if weak.type == strong.type and alike > HALF and abs(weak.word - strong.word) < CLOSE:
        return weak.score < enough + MORE
    if weak.word == strong.word or alike > MUCH:
        return weak.score < enough
    return False


def content_of(answer: ClaimAnswer) -> set[int]:
    """The words of a claim's content, its anchor among them."""
    return {answer.word}.union(*(range(*run) for run in answer.speech.get("content", ())))
