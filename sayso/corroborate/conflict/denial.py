"""Denial: what exactly a denial denies, and which assertions cannot stand beside it.

A denial of an act denies whatever could not be so without that act: who denies that the town was lost denies that
others hold it, not that there was fighting. Who denies another day, way or count than his own denies that alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.corroborate.conflict.doer import read_doer, read_gainer, read_parties, read_speaker
from sayso.corroborate.conflict.manner import read_weapons
from sayso.corroborate.conflict.saying import Saying, said_before
from sayso.corroborate.conflict.scale import read_levels
from sayso.corroborate.conflict.time import denies_day
from sayso.corroborate.lineage.finding import same_outlet
from sayso.corroborate.party import victim_kinds
from sayso.corroborate.side import Sides
from sayso.corroborate.telling import Telling, gap_days
from sayso.corroborate.wording import sentences, stems
from sayso.model.values.stance import ClaimType, Role, Stance

T = ClaimType
_PRESENCE = frozenset({T.PRESENT, T.DEPLOY})
_TAKING = frozenset({T.SEIZE, T.HAND_OVER})
_BLOW = frozenset({T.STRIKE, T.ATTACK})
_GIVING = frozenset({T.SUPPLY, T.SUPPORT})
_HARM = frozenset({T.KILL, T.INJURE})
_LASTING = frozenset({T.HOLD, T.PRESENT})
_ONE_DOER = frozenset({T.STRIKE, T.ATTACK, T.DESTROY, T.KILL, T.INJURE, T.DETAIN, T.DISPLACE})
_EVERYBODY = (Role.ACTOR, Role.OBJECT)
_WHERE = (Role.PLACE, Role.OBJECT, Role.ORIGIN, Role.DESTINATION)

#: What could not be denied if a claim of a type is so, beside that type: whoever holds the town is in it.
_IMPLIED: dict[ClaimType, frozenset[ClaimType]] = {
    T.SEIZE: frozenset({T.HOLD, T.HAND_OVER, T.DEPLOY, T.PRESENT, T.ATTACK}),
    T.HOLD: frozenset({T.SEIZE, T.HAND_OVER, T.DEPLOY, T.PRESENT}),
    T.HAND_OVER: frozenset({T.SEIZE, T.HOLD, T.WITHDRAW, T.AGREE, T.NEGOTIATE, T.SUPPLY}),
    T.DEPLOY: frozenset({T.PRESENT, T.SEIZE, T.HAND_OVER, T.SUPPORT, T.MOBILIZE, T.ATTACK}),
    T.PRESENT: frozenset({T.DEPLOY, T.SEIZE, T.SUPPORT}),
    T.WITHDRAW: frozenset({T.HAND_OVER, T.SEIZE}),
    T.STRIKE: frozenset({T.ATTACK, T.DESTROY, T.PRESENT}),
    T.ATTACK: frozenset({T.STRIKE, T.CLASH, T.DEPLOY, T.PRESENT}),
    T.DESTROY: _BLOW,
    T.CLASH: frozenset({T.ATTACK, T.PRESENT}),
    T.KILL: _HARM | _BLOW,
    T.INJURE: _HARM | _BLOW,
    T.DISPLACE: frozenset({T.WITHDRAW}),
    T.MOBILIZE: frozenset({T.DEPLOY, T.PRESENT}),
    T.SUPPLY: frozenset({T.SUPPORT, T.HAND_OVER, T.AGREE}),
    T.SUPPORT: frozenset({T.PRESENT, T.DEPLOY, T.SUPPLY}),
    T.AGREE: frozenset({T.NEGOTIATE, T.HAND_OVER, T.SUPPLY}),
}
# A death or a ruin tells of a blow only where it names who or what dealt it.
_TRACES = frozenset({T.KILL, T.INJURE, T.DESTROY})
_MOST = 0.6  # of the shorter one's words; a broad statement has no type to be matched by
# "Trem's charge", "what Redwan says": the words of one voice are denied, not another's.
_WORDS = re.compile(
    r"\b(?:says?|said|told|charges?|claims?|figures?|accounts?|reports?|version|story|statement)\b", re.I
)
# "It", "the post": whatever was named before; "anything" is all of it.
_BARE = re.compile(
    r"(?:any|no|not an?|every|some)?(?:it|this|that|them|there|thing|one)|(?:the|its|their|our|this) [a-z-]+", re.I
)
_WE = re.compile(r"(?:we|our|ours|us|i|it|they|he|she)\b", re.I)
_WITH_THINGS = frozenset({T.DEPLOY, T.SUPPLY, T.STRIKE, T.DESTROY})
_SUCH = re.compile(r"\b(?:such|this|that|these|those)\b", re.I)
_SEVERAL = re.compile(r"\b(?:reports|accounts|claims|rumou?rs|allegations|accusations|any|nothing)\b", re.I)
_NAME = re.compile(r"\b[A-Z][\w-]+")
# "In a report of Sunday we wrongly gave the dead as 12."
_WRONGLY = re.compile(r"\b(?:wrongly|mistakenly|incorrectly|erroneously|in error|by mistake|misstated)\b", re.I)


def find_denied(denial: Saying, sayings: Sequence[Saying], sides: Sides) -> list[Saying]:
    """The assertions of other voices that cannot be so if the denial is."""
    if takes_back(denial) or denies_day(denial, sayings) or denies_way(denial, sayings):
        return []
    others = [s for s in sayings if s.telling.stance is Stance.ASSERTED and s.is_other_voice(denial)]
    found = [s for s in others if _is_denied(s, denial, sides)]
    if _is_anothers_doing(denial, others, sides):
        return _naming_doer(denial, found, sides)
    return (
        [s for s in found if _is_named(s, denial)]
        or _naming_doer(denial, found, sides)
        or _like_said_before(denial, found)
        or found
    )


def _like_said_before(denial: Saying, found: Sequence[Saying]) -> list[Saying]:
    """Where a denial names nobody and nothing ("a joke of the ministry"): what is of the type of what was just said."""
    is_one = not denial.telling.claim.roles and not _SEVERAL.search(denial.telling.claim.evidence.text)
    before = said_before(denial, found) if is_one else None
    return [s for s in found if before and s.telling.type is before.telling.type]


def _is_anothers_doing(denial: Saying, others: Sequence[Saying], sides: Sides) -> bool:
    """Whether a party denies that it did it where others say that another did: it does not deny that it happened."""
    doer = read_doer(denial, sides)
    if denial.telling.type not in _ONE_DOER or not doer.is_known or not doer.is_same(read_speaker(denial, sides)):
        return False
    return any(s.telling.type in _ONE_DOER and read_doer(s, sides).is_rival(doer) for s in others)


def _naming_doer(denial: Saying, found: Sequence[Saying], sides: Sides) -> list[Saying]:
    """Where a party denies that it did it: what says that it did, not what says only that it happened."""
    doer = read_doer(denial, sides)
    if denial.telling.type not in _ONE_DOER or not doer.is_known:
        return []
    return [s for s in found if read_doer(s, sides).is_same(doer)]


def denies_way(denial: Saying, sayings: Sequence[Saying]) -> bool:
    """Whether the denying voice says itself that it happened: it denies how, how many or where from, not that."""
    mine = denial.telling
    detail = bool(mine.numbers or mine.claim.role(Role.ORIGIN) or mine.claim.manner or read_weapons(denial.text))
    own = [
        s.telling.type
        for s in sayings
        if s.is_affirmed and not s.is_other_voice(denial) and (s.telling.report.told or "") <= (mine.report.told or "9")
    ]
    if mine.type in own and (detail or mine.is_pointing):
        return True
    if mine.type is T.WITHDRAW and any(level.scale == "departure" for level in read_levels(denial.text, mine.type)):
        return mine.type in own
    return any({mine.type, type_} == group for type_ in own for group in (_TAKING, _PRESENCE, _BLOW))


def takes_back(saying: Saying) -> bool:
    """Whether an outlet takes a count back, here or in a later version: it denies it, or says that it was wrong."""
    return any(_takes_back(member) for member in saying.node.members)


def _takes_back(telling: Telling) -> bool:
    speaker = telling.claim.speaker
    if not telling.claim.is_own_voice and not (speaker and same_outlet(speaker.name, telling.report.outlet)):
        return False
    line = telling.report.text[: telling.claim.evidence.end].rpartition("\n")[2]
    is_count = bool(telling.numbers or telling.claim.role(Role.ORIGIN))
    return (telling.stance is Stance.DENIED and is_count) or bool(_WRONGLY.search(sentences(line)[-1][1]))


def _is_denied(assertion: Saying, denial: Saying, sides: Sides) -> bool:
    mine, theirs = denial.telling, assertion.telling
    if not _is_implied(assertion, denial, sides) or cannot_meet(mine, theirs):
        return False
    weapons = read_weapons(denial.text), read_weapons(assertion.text)
    if weapons[0] and weapons[1] and not weapons[0] & weapons[1]:
        return False
    if not _is_quoted(denial) and _is_of_another(denial, assertion, sides):
        return False
    if mine.type is theirs.type and mine.type in _WITH_THINGS and are_of_others(mine, theirs):
        return False
    holder = read_gainer(assertion, sides)
    if theirs.type is T.HOLD and mine.type in _TAKING and holder.is_known:
        return not holder.is_same(read_speaker(denial, sides))  # "never lost" agrees with "the police hold it"
    is_alike = mine.type is theirs.type or any({mine.type, theirs.type} <= group for group in (_HARM, _PRESENCE))
    if is_alike and not mine.claim.is_own_voice:
        return True
    if mine.is_pointing:
        return assertion is said_before(denial, [assertion])
    return bool((mine.words | mine.context) & theirs.words)


def _is_of_another(denial: Saying, assertion: Saying, sides: Sides) -> bool:
    """Whether what is denied is the doing of another party ("Norvalia did not pay" denies no oil company's ransom)."""
    mine, theirs = read_doer(denial, sides), read_doer(assertion, sides)
    if denial.telling.type in _GIVING and mine.side and not mine.is_same(theirs):
        return True
    return mine.is_rival(theirs)


def _is_quoted(denial: Saying) -> bool:
    """Whether a denied hold or taking is told in the words of him who holds it ("we have the bridge")."""
    actor = denial.telling.claim.role(Role.ACTOR)
    return denial.telling.type in (*_TAKING, T.HOLD) and bool(actor and _WE.match(actor.text))


def _is_implied(assertion: Saying, denial: Saying, sides: Sides) -> bool:
    """Whether what is denied is of the type of what is asserted, or of one without which that could not be."""
    mine, theirs = denial.telling, assertion.telling
    if T.STATEMENT in (mine.type, theirs.type) and T.SILENCE not in (mine.type, theirs.type):
        return _is_broadly_denied(assertion, denial, sides)
    if mine.type is theirs.type:
        return True
    if theirs.type in _TRACES and mine.type in _BLOW and not (theirs.doers or read_weapons(assertion.text)):
        return False
    return mine.type in _IMPLIED.get(theirs.type, frozenset())


def _is_broadly_denied(assertion: Saying, denial: Saying, sides: Sides) -> bool:
    """Whether two claims, one of them a broad statement, speak of one thing: only their words and parties can tell."""
    mine, theirs = denial.telling, assertion.telling
    if theirs.type is not T.STATEMENT:
        return theirs.type is not T.REQUEST and (not mine.claim.roles or bool(mine.words & theirs.words))
    if mine.type in _PRESENCE:
        parties = read_parties(denial, _EVERYBODY, sides), read_parties(assertion, _EVERYBODY, sides)
        if any(one.is_same(other) for one in parties[0] for other in parties[1]):
            return True
        return bool((mine.things | mine.doers) & (theirs.things | theirs.doers))
    if _SUCH.search(denial.telling.claim.evidence.text) and not mine.claim.roles:
        return bool(mine.words & theirs.words)
    return len(mine.words & theirs.words) >= _MOST * min(len(mine.words), len(theirs.words))


def cannot_meet(denial: Telling, assertion: Telling) -> bool:
    """Whether the two are of other days, places or victims, or the denial was told before what is asserted happened.

    What is seen a day later bears on what is said to have been taken.
    """
    begun = assertion.when.first if assertion.when else None
    if begun and denial.told and denial.told.last and begun > denial.told.last:
        return True
    if denial.when and assertion.when and gap_days(denial.when, assertion.when) > 0:
        is_later_state = denial.type in _LASTING and begun and denial.when.first and denial.when.first > begun
        if not (is_later_state and assertion.type in _TAKING):
            return True
    if denial.type in _PRESENCE and _are_elsewhere(denial, assertion):
        return True
    victims = victim_kinds(denial), victim_kinds(assertion)
    return bool(victims[0] and victims[1] and not victims[0] & victims[1])


def are_of_others(left: Telling, right: Telling) -> bool:
    """Whether what is taken, held or struck goes by other words in both, and is at no place in common."""
    one, other = left.claim.role(Role.OBJECT), right.claim.role(Role.OBJECT)
    if not one or not other or left.places & right.places or _BARE.fullmatch(one.text) or _BARE.fullmatch(other.text):
        return False
    things = stems(" ".join((one.text, *one.names))), stems(" ".join((other.text, *other.names)))
    return bool(things[0] and things[1] and not things[0] & things[1])


def _are_elsewhere(left: Telling, right: Telling) -> bool:
    """Whether the two name places that have neither an entity nor a word in common."""
    if not left.places or not right.places or left.places & right.places:
        return False
    return not _place_words(left) & _place_words(right)


def _place_words(telling: Telling) -> frozenset[str]:
    mentions = [f.mention for f in telling.claim.roles if f.role in _WHERE]
    return stems(" ".join(" ".join((mention.text, *mention.names)) for mention in mentions))


def _is_named(assertion: Saying, denial: Saying) -> bool:
    """Whether a denial of somebody's words names the voice of the assertion."""
    text = denial.telling.claim.evidence.text
    if not assertion.voice or not (_WORDS.search(text) or denial.telling.is_pointing):
        return False
    return bool(stems(" ".join(_NAME.findall(text))) & stems(" ".join(assertion.voice.names)))
