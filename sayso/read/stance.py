"""Stance and basis where plain words settle them: questions, images, documents, eyes."""

import re
from collections.abc import Sequence

from sayso.model.values.stance import Basis, Stance
from sayso.read.labelling import Run
from sayso.read.words import Words

_MAYBE = frozenset(("may", "might", "could", "possible", "possibly", "perhaps", "maybe", "probably", "likely"))
_AHEAD = frozenset(("will", "would", "preparing", "plans", "planned", "planning", "intends", "intend", "wants", "want"))
_NEAR = 5  # words before the trigger in which a hedge is its own
_UNHEDGED = ("statement", "refuse", "silence", "request", "accuse", "threaten")  # asserted whatever they hold

# "indicated that it is possible that the airfield …": the hedge stands before the content
_POSSIBLE_THAT = re.compile(r"\b(?:possible|probable|likely|conceivable)(?: that)?\s*$", re.IGNORECASE)
# "converting the port into a Westmark base is no surprise": the event is taken as given and valued
_VALUED = re.compile(
    r"\b(?:is|are|was|were|would be|comes? as|came as)(?: not| no| only| an?)* (?:un)?(?:expected|surprising|surprise"
    r"|natural|acceptable|lawful|illegal|mistake|crime|shameful|inevitable|disgrace|betrayal)\b",
    re.IGNORECASE,
)

# "could not independently confirm", "was unable to establish", "could not be verified": not to know is not to deny
_UNPROVEN = (
    r"(?:(?:could|can|did)(?:not| not|n['’]t)|(?:was|were|is|are|been) (?:un|not )able to) (?:yet )?(?:be )?"
    r"(?:(?:immediately|independently|otherwise) )*(?:verif|confirm|establish|corroborat|determin|ascertain|check)\w*"
    r"(?: independently)?"
)
_UNPROVEN_BEFORE = re.compile(rf"\b{_UNPROVEN}(?: that| if)?\s*$", re.IGNORECASE)
_UNPROVEN_WITHIN = re.compile(rf"^[^.;:“”\"]*\b{_UNPROVEN}\b", re.IGNORECASE)
# "with no information about losses", "gave no details of casualties"
_NO_WORD = re.compile(
    r"\bno (?:further |other |more |immediate |official |reliable )*(?:details?|figures?|information|word|news)"
    r"(?: yet)? (?:of|on|about|regarding) (?:[\w'’-]+ ){0,3}$",
    re.IGNORECASE,
)
# "It had previously said": what is told of before is told, and no denial of it
_SAID_BEFORE = re.compile(
    r"^(?:(?:had|has|have) )?(?:previously|earlier|initially|originally|at first|first) "
    r"(?:said|stated|claimed|told|announced|reported|insisted|maintained)\b",
    re.IGNORECASE,
)
_NEGATES = frozenset(("not", "no", "never", "nobody", "none", "nothing", "neither", "nor", "without", "n't", "t"))
_BEFORE = 80  # characters before a claim's words or its trigger in which its hedge stands

# "the air strikes to be executed soon": what is still to come stands behind the trigger
_STILL_TO_COME = re.compile(r"^(?:\s+\w+)?\s+(?:to be \w+|to come|to follow)\b", re.IGNORECASE)

_IMAGES = re.compile(r"\b(images?|imagery|photos?|photographs?|pictures?|videos?|footage|clips?|film)\b", re.IGNORECASE)
_DOCUMENT = re.compile(
    r"\b(report|documents?|letters?|memos?|files?|records?|orders?|maps?|data|ledgers?|manifests?|logs?|surveys?|texts?"
    r"|transcripts?|communiqu[eé]s?|resolutions?)\b",
    re.IGNORECASE,
)
_SAW = re.compile(r"\b(saw|seen|witnessed|watched|observed|counted)\b", re.IGNORECASE)
_OPINION = ("that", "as")  # "saw that it was over" is no sight
_TOLD = re.compile(r"\b(heard|learn(ed|t)|informed|been told|were told|was told)\b", re.IGNORECASE)


def is_asked(words: Words, word: int) -> bool:
    """Does the word stand in a sentence that ends in a question mark, outside quotation marks?"""
    _, end = words.sentence_at(word)
    return not words.is_quoted(word) and "?" in words.strings[word:end]


def settle_stance(
    stance: str, type_: str, content: Sequence[Run], word: int, words: Words, *, is_own_voice: bool
) -> str:
    """The network's stance, unless the outlet itself asks, or plain words about the trigger hedge or value it."""
    if is_own_voice and is_asked(words, word):
        return Stance.QUESTIONED
    if type_ in _UNHEDGED:
        return stance
    start, end = content[0][0], content[-1][1]
    if _POSSIBLE_THAT.search(words.before(start, 40)):
        return Stance.POSSIBLE
    if _VALUED.search(words.text[words.spans[word, 1] : words.spans[end - 1, 1]]):
        return Stance.JUDGED
    if stance == Stance.DENIED and (_is_unproven(start, end, words) or is_without_word(word, words)):
        return Stance.QUESTIONED
    if stance != Stance.ASSERTED:
        return stance
    if _STILL_TO_COME.match(words.behind(word, 40)):
        return Stance.PLANNED
    before = [words.lower[i] for start, end in content for i in range(start, end) if word - _NEAR <= i < word]
    if _MAYBE.intersection(before):
        return Stance.POSSIBLE
    if _AHEAD.intersection(before):
        return Stance.PLANNED
    return stance


def is_without_word(word: int, words: Words) -> bool:
    """Does it only say that nothing is told of it: "no details of casualties"?"""
    return _NO_WORD.search(words.before(word, _BEFORE)) is not None


def is_said_before(cue: Run | None, content: Sequence[Run], words: Words) -> bool:
    """Is it a thing that somebody "had previously said", with no word of denial in it?"""
    if cue is None or not _SAID_BEFORE.match(" ".join(words.lower[slice(*cue)])):
        return False
    return _NEGATES.isdisjoint(word for start, end in content for word in words.lower[start:end])


def _is_unproven(start: int, end: int, words: Words) -> bool:
    """Whether words from one place to another are what somebody could not confirm, before them or among them."""
    within = words.text[words.spans[start, 0] : words.spans[end - 1, 1]]
    return bool(_UNPROVEN_BEFORE.search(words.before(start, _BEFORE)) or _UNPROVEN_WITHIN.search(within))


def find_basis(source: str, cue: str, *, goes_on: str = "") -> Basis:
    """How a speaker knows, by the words for speaker and cue.

    Images and documents speak for themselves, eyes and ears are named. `goes_on` is the word after the cue.
    Misses what the content says: accepted.
    """
    if _IMAGES.search(source):
        return Basis.IMAGES
    if (_SAW.search(cue) and goes_on not in _OPINION) or re.search(r"witness|onlooker", source, re.IGNORECASE):
        return Basis.SAW
    if _TOLD.search(cue):
        return Basis.TOLD
    if _DOCUMENT.search(source):
        return Basis.DOCUMENT
    return Basis.UNSTATED
