"""Wording: in how many words one thing can be said. Every way of saying is taken apart once, when it is loaded.

A way of saying is a sentence or a clause with slots: `{actor}`, `{place:object}` (the part `place` in the role
`object`), `{?when}` (left out, with the space before it, where there is nothing to put). `[captured]` is the
trigger. A frame puts a clause into a mouth: `{C}` is the clause, `{S}` the speaker, `{W}` who passed it on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.model.values.stance import ClaimType, Role, Stance
from sayso.simulate.senses import translate_words

_PIECE = re.compile(r"\{(?P<maybe>\?)?(?P<name>\w+)(?::(?P<role>\w+))?\}|\[(?P<trigger>[^\]]+)\]")
_ROLES = {role.value: role for role in Role}


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a way of saying: fixed words, the trigger, or a slot, which may be one that can be left out."""

    text: str = ""
    slot: str = ""
    role: Role | None = None
    is_trigger: bool = False
    is_optional: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Saying:
    """One way of saying, as it stands and as a translation would put it."""

    pieces: tuple[Piece, ...]
    translated: tuple[Piece, ...]
    is_quote: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """All ways to say one thing under one stance; `frames` names the sort of mouths that fit it."""

    name: str
    type: ClaimType
    stance: Stance
    sayings: tuple[Saying, ...]
    frames: str = "say"


def read_saying(text: str, *, is_quote: bool = False) -> Saying:
    """A way of saying taken apart."""
    pieces = tuple(_read_pieces(text))
    translated = tuple(Piece(translate_words(p.text), p.slot, p.role, p.is_trigger, p.is_optional) for p in pieces)
    return Saying(pieces, translated, is_quote)


def _read_pieces(text: str) -> list[Piece]:
    found, at = [], 0
    for match in _PIECE.finditer(text):
        if match.start() > at:
            found.append(Piece(text[at : match.start()]))
        at = match.end()
        if match["trigger"]:
            found.append(Piece(match["trigger"], is_trigger=True))
        else:
            role = _ROLES.get(match["role"] or match["name"])
            found.append(Piece("", match["name"], role, is_optional=bool(match["maybe"])))
    if at < len(text):
        found.append(Piece(text[at:]))
    return found


def _word(name: str, type_: ClaimType, stance: Stance, frames: str, lines: str) -> Wording:
    rows = [line.strip() for line in lines.strip().splitlines()]
    sayings = tuple(read_saying(row.removeprefix("> "), is_quote=row.startswith("> ")) for row in rows)
    return Wording(name, type_, stance, sayings, frames)


_T, _S = ClaimType, Stance

_LISTED = (
    _word("seize", _T.SEIZE, _S.ASSERTED, "say", """
        {actor} [captured] {place:object}{?loser:recipient}{?way}{?when}
        {actor} [took] control of {place:object}{?way}{?when}
        {place:object} [fell] to {actor}{?when}{?way}
        {actor} [overran] {place:object}{?when}{?way}
        {actor} [seized] {place:object}{?loser:recipient}{?when}{?way}
        {actor} [entered] {place:object} and raised their flag over it{?when}{?way}
        {place:object} [passed] into the hands of {actor}{?when}{?way}
        {actor} [drove] the last defenders out of {place:object}{?when}
        {actor} [secured] {place:object}{?way}{?when}
        {place:object} [changed] hands{?when} and now belongs to {actor}
        the flag of {actor} [went up] over {place:object}{?when}
        {actor} [marched] into {place:object}{?when}{?way}
        {place:object} was [taken] by {actor}{?when}{?way}
        {actor} [made] themselves masters of {place:object}{?way}{?when}
    """),
    _word("seize.hold", _T.HOLD, _S.ASSERTED, "say", """
        > {place:object} [is in] {our:actor} hands
        > {we:actor} [hold] {place:object} from end to end
        > {place:object} is [under] {our:actor} flag
        {actor} were [in control] of {place:object}{?when}
        {place:object} was [in the hands] of {actor}{?when}
    """),
    _word("seize.denied", _T.SEIZE, _S.DENIED, "deny", """
        {place:object} had been [lost]{?when}
        {place:object} had [fallen]{?when}
        {actor} had [captured] {place:object}{?when}
        {place:object} had been [taken] by {actor}{?when}
        {actor} were [in] {place:object}{?when}
        {place:object} was [gone]{?when}
    """),
    _word("seize.still", _T.HOLD, _S.ASSERTED, "say", """
        {place:object} was [still] in the hands of {actor}{?when}
        {actor} [still held] {place:object}{?when}
        {place:object} [remained] under the control of {actor}{?when}
        the flag over {place:object} was [still] that of {actor}{?when}
        nothing had changed in {place:object}, which {actor} [held]{?when}
    """),
    _word("held", _T.HOLD, _S.ASSERTED, "say", """
        {place:object} had been [held] by {actor} since {year}
        {actor} had [held] {place:object} since {year}
        {place:object} had been [under] the control of {actor} since {year}
        since {year} {place:object} had been in the [hands] of {actor}
        {actor} had been [masters] of {place:object} since {year}
    """),
    _word("withdraw", _T.WITHDRAW, _S.ASSERTED, "say", """
        {actor} had [pulled] back from {place:origin}{?when}{?way}
        {actor} [withdrew] from {place:origin}{?when}{?way}
        {actor} [left] {place:origin}{?way}{?when}
        {actor} [gave] up their posts in {place:origin}{?when}{?way}
        the last of {actor} [rolled] out of {place:origin}{?when}{?way}
        {actor} [abandoned] {place:origin}{?when}{?way}
        {place:origin} was [emptied] of {actor}{?when}{?way}
        {actor} [moved] out of {place:origin}{?way}{?when}
    """),
    _word("withdraw.denied", _T.WITHDRAW, _S.DENIED, "deny", """
        {actor} had [left] {place:origin}{?when}
        {actor} were [leaving] {place:origin}{?when}
        there had been any [withdrawal] by {actor} from {place:origin}{?when}
    """),
    _word("withdraw.requested", _T.WITHDRAW, _S.REQUESTED, "demand", """
        {actor} [withdraw] from {place:origin} at once
        {actor} [leave] {place:origin} and hand back what they took
        {actor} [pull] out of {place:origin} before any talks
    """),
    _word("hand_over", _T.HAND_OVER, _S.ASSERTED, "say", """
        {actor} [handed] {place:object} over to {other:recipient}{?when}{?way}
        {place:object} was [given] up by {actor} to {other:recipient}{?when}{?way}
        {actor} [turned] {place:object} over to {other:recipient}{?when}{?way}
        {other:recipient} [received] {place:object} from {actor}{?when}
        {actor} [let] {other:recipient} have {place:object}{?when}{?way}
        {place:object} [went] from {actor} to {other:recipient}{?when}
    """),
    _word("hand_over.denied", _T.HAND_OVER, _S.DENIED, "deny", """
        {actor} had [handed] {place:object} over to {other:recipient}{?when}
        {place:object} had been [given] to {other:recipient} by {actor}{?when}
    """),
    _word("besiege", _T.BESIEGE, _S.ASSERTED, "say", """
        {actor} had [surrounded] {place:object}{?when}
        {actor} [closed] the last road into {place:object}{?when}
        {place:object} was [encircled] by {actor}{?when}
        nothing had reached {place:object} since {actor} [cut] it off{?when}
        {actor} [ringed] {place:object}{?when}
        {actor} [blocked] every way in and out of {place:object}{?when}
        a [siege] of {place:object} by {actor} had begun{?when}
    """),
    _word("besiege.denied", _T.BESIEGE, _S.DENIED, "deny", """
        {place:object} was [besieged] by {actor}
        {actor} had [cut] off {place:object}
    """),
    _word("strike", _T.STRIKE, _S.ASSERTED, "say", """
        {actor} [struck] {object}{?way}{?when}
        {object} was [hit] by {actor}{?way}{?when}
        {actor} [attacked] {object} from afar{?way}{?when}
        {actor} [fired] at {object}{?way}{?when}
        {object} was [struck]{?way} by {actor}{?when}
        {actor} [bombarded] {object}{?way}{?when}
        {actor} [aimed] at {object} and hit it{?way}{?when}
        {object} was the target of a [strike] by {actor}{?way}{?when}
    """),
    _word("strike.bare", _T.STRIKE, _S.ASSERTED, "say", """
        {object} was [hit]{?way}{?when}
        there was a [blast] in the yard of {object}{?when}
        {object} [burned] after it was struck{?way}{?when}
        two explosions [shook] {object}{?when}
        something [exploded] at {object}{?when}
        {object} was [damaged]{?way}{?when}
        windows broke all over town when {object} was [hit]{?when}
    """),
    _word("strike.denied", _T.STRIKE, _S.DENIED, "deny", """
        {actor} had [struck] {object}{?when}
        {actor} had [fired] at {object}{?when}
        {actor} had anything to do with the [blast] at {object}{?when}
    """),
    _word("clash", _T.CLASH, _S.ASSERTED, "say", """
        {actor} and {other:actor} [fought] at {place}{?when}
        {actor} [clashed] with {other:actor} near {place}{?when}
        there was [fighting] between {actor} and {other:actor} around {place}{?when}
        {actor} and {other:actor} [exchanged] fire for hours outside {place}{?when}
        a [battle] between {actor} and {other:actor} was heard in {place}{?when}
        {actor} ran into {other:actor} at {place}{?when} and both sides [opened fire]
        {actor} and {other:actor} [fought over] the edge of {place}{?when}
    """),
    _word("attack", _T.ATTACK, _S.ASSERTED, "say", """
        {actor} [attacked] {other:recipient} at {place}{?when}
        {actor} [stormed] a post of {other:recipient} at {place}{?when}
        {actor} [ambushed] {other:recipient} on the road to {place}{?when}
        {actor} [raided] the lines of {other:recipient} near {place}{?when}
        {actor} [opened] an assault on {other:recipient} at {place}{?when}
        {other:recipient} came under [attack] from {actor} at {place}{?when}
        {actor} [fell upon] {other:recipient} outside {place}{?when}
    """),
    _word("attack.planned", _T.ATTACK, _S.PLANNED, "say", """
        {actor} would [march] on {place:object} before {season}
        {actor} were preparing to [attack] {place:object} before {season}
        {actor} would [storm] {place:object} by {season}
        > {we:actor} will [attack] {place:object} before {season}
    """),
    _word("attack.possible", _T.ATTACK, _S.POSSIBLE, "say", """
        {actor} might [attack] {place:object} before {season}
        an [assault] by {actor} on {place:object} was likely before {season}
    """),
    _word("kill", _T.KILL, _S.ASSERTED, "say", """
        {count:recipient} were [killed] in {place}{?when}
        {count:recipient} [died] in {place}{?when}
        {count:recipient} [lost] their lives at {place}{?when}
        the bodies of {count:recipient} were [counted] in {place}{?when}
        {count:recipient} were [dead] after the day in {place}{?when}
        the day in {place} [cost] the lives of {count:recipient}{?when}
        {count:recipient} were [buried] in {place}{?when}
        {count:recipient} [fell] at {place}{?when}
    """),
    _word("kill.denied", _T.KILL, _S.DENIED, "deny", """
        any {noun:recipient} had been [killed] in {place}{?when}
        any {noun:recipient} had [died] in {place}{?when}
    """),
    _word("injure", _T.INJURE, _S.ASSERTED, "say", """
        {count:recipient} were [wounded] in {place}{?when}
        {count:recipient} were [treated] for wounds in {place}{?when}
        {count:recipient} were [hurt] in {place}{?when}
        {count:recipient} were [brought] to hospital from {place}{?when}
        {count:recipient} suffered [wounds] in {place}{?when}
    """),
    _word("detain", _T.DETAIN, _S.ASSERTED, "say", """
        {count:recipient} were [taken] prisoner in {place}{?when}
        {actor} [captured] {count:recipient} in {place}{?when}
        {count:recipient} [surrendered] to {actor} in {place}{?when}
        {actor} were [holding] {count:recipient} after the day in {place}
        {count:recipient} fell into the [hands] of {actor} at {place}{?when}
        {count:recipient} were [led] away from {place}{?when}
    """),
    _word("displace", _T.DISPLACE, _S.ASSERTED, "say", """
        {count:recipient} had [fled] {place:origin}{?when}
        {count:recipient} had [left] their homes in {place:origin}{?when}
        {count:recipient} were [on the road] out of {place:origin}{?when}
        {count:recipient} [sought] shelter after leaving {place:origin}{?when}
        {place:origin} had [lost] {count:recipient} to the roads{?when}
        {count:recipient} were [driven] from {place:origin}{?when}
    """),
    _word("destroy", _T.DESTROY, _S.ASSERTED, "say", """
        {actor} [destroyed] {count:object} near {place}{?when}
        {count:object} were [burned] by {actor} near {place}{?when}
        {actor} [blew] up {count:object} outside {place}{?when}
        {count:object} were [lost] to {actor} near {place}{?when}
        {actor} [set] {count:object} on fire at {place}{?when}
    """),
    _word("supply", _T.SUPPLY, _S.ASSERTED, "say", """
        {actor} [sent] {count:object} to {other:recipient} through {place:destination}{?when}
        {count:object} [reached] {other:recipient} from {actor} at {place:destination}{?when}
        {other:recipient} [received] {count:object} from {actor} at {place:destination}{?when}
        {actor} [delivered] {count:object} to {other:recipient} in {place:destination}{?when}
        {count:object} from {actor} [came] through {place:destination} for {other:recipient}{?when}
        {actor} [shipped] {count:object} by way of {place:destination} to {other:recipient}{?when}
    """),
    _word("supply.denied", _T.SUPPLY, _S.DENIED, "deny", """
        {actor} had [sent] arms to {other:recipient}
        anything had been [delivered] by {actor} to {other:recipient}
    """),
    _word("deploy", _T.DEPLOY, _S.ASSERTED, "say", """
        {count:object} of {actor} [arrived] at {place:destination}{?when}
        {actor} [moved] {count:object} into {place:destination}{?when}
        {count:object} of {actor} [rolled] into {place:destination}{?when}
        {actor} [sent] {count:object} to {place:destination}{?when}
        {actor} [brought] {count:object} to {place:destination}{?when}
        a column of {count:object} of {actor} was [seen] entering {place:destination}{?when}
        {place:destination} [filled] with {count:object} of {actor}{?when}
    """),
    _word("deploy.denied", _T.DEPLOY, _S.DENIED, "deny", """
        {actor} had [moved] anything to {place:destination}{?when}
        new vehicles of {actor} had [reached] {place:destination}{?when}
    """),
    _word("negotiate.planned", _T.NEGOTIATE, _S.PLANNED, "say", """
        envoys of {actor} and {other:recipient} would [meet] in {place}{?when}
        {actor} would [talk] with {other:recipient} in {place}{?when}
        {actor} would send a delegation to [talks] with {other:recipient} in {place}{?when}
        a [round] of talks between {actor} and {other:recipient} was to open in {place}{?when}
        {actor} and {other:recipient} would [sit] down in {place}{?when}
    """),
    _word("negotiate", _T.NEGOTIATE, _S.ASSERTED, "say", """
        {actor} and {other:recipient} [met] for talks in {place}{?when}
        the [talks] between {actor} and {other:recipient} opened in {place}{?when}
    """),
    _word("negotiate.requested", _T.NEGOTIATE, _S.REQUESTED, "demand", """
        {actor} [talk] to {other:recipient} in {place}
        {actor} and {other:recipient} [meet] in {place}
    """),
    _word("refuse", _T.REFUSE, _S.ASSERTED, "say", """
        {actor} would [not come] to the talks with {other:recipient} in {place}{?when}
        {actor} [refused] to sit down with {other:recipient} in {place}{?when}
    """),
    _word("silence", _T.SILENCE, _S.ASSERTED, "own", """
        {actor} did [not answer] questions about {place}
        {actor} [made no comment] on {place}
        no word on {place} [came] from {actor}
        calls to {actor} about {place} went [unanswered]
    """),
    _word("judged.road", _T.STATEMENT, _S.JUDGED, "say", """
        > whoever holds {place:object} holds the road to {other:place}
        the way to {other:place} would be open to the master of {place:object}
        {other:place} could not be kept without {place:object}
    """),
    _word("judged.worth", _T.STATEMENT, _S.JUDGED, "say", """
        {place:object} was worth more to {actor} than they admit
        {actor} cared more for {place:object} than they would own
        > {actor} need {place:object} more than they say
    """),
    _word("judged.winter", _T.STATEMENT, _S.JUDGED, "say", """
        > {actor} cannot hold {place:object} for a winter
        {actor} were too weak to keep {place:object} through the cold months
        a winter in {place:object} would be too long for {actor}
    """),
)  # fmt: skip

#: Every wording by its name.
WORDINGS: dict[str, Wording] = {wording.name: wording for wording in _LISTED}

#: The mouths, by sort: a quote, what is said, told to another outlet, denied, demanded, and the outlet's own voice.
FRAMES: dict[str, tuple[Saying, ...]] = {
    sort: tuple(map(read_saying, rows))
    for sort, rows in {
        "say": (
            "{C}, {S} said.",
            "{S} said {C}.",
            "{S} said that {C}.",
            "According to {S}, {C}.",
            "{C}, according to {S}.",
            "{S} told reporters that {C}.",
            "{C}, {S} announced.",
            "{S} reported that {C}.",
            "Speaking on the radio, {S} said that {C}.",
            "{C}, {S} wrote.",
            "In the account of {S}, {C}.",
            "{S} maintained that {C}.",
        ),
        "say plainly": (
            "{C}, {S} said.",
            "{S} said {C}.",
            "{S} said that {C}.",
            "According to {S}, {C}.",
            "{C}, according to {S}.",
            "{S} told reporters that {C}.",
            "{C}, {S} recalled.",
            "{S} could tell that {C}.",
        ),
        "quote": ("“{C},” {S} said.", "“{C},” said {S}.", "{S} said: “{C}.”"),
        "deny": (
            "{S} denied that {C}.",
            "{S} rejected reports that {C}.",
            "{S} dismissed claims that {C}.",
            "{S} called it a lie that {C}.",
            "It was not true that {C}, {S} said.",
            "{S} would not hear of it that {C}.",
        ),
        "demand": ("{S} demanded that {C}.", "{S} insisted that {C}.", "“It is time that {C},” {S} said."),
        "own": ("{C}.",),
        "say via": ("{C}, {S} told {W}.", "{S} told {W} that {C}.", "{C}, {S} said in remarks to {W}."),
        "quote via": ("“{C},” {S} told {W}.",),
        "deny via": ("In remarks to {W}, {S} denied that {C}.", "{S} denied to {W} that {C}."),
        "demand via": ("{S}, speaking to {W}, demanded that {C}.",),
        "own via": ("{C}, {W} reported.", "{W} reported that {C}.", "{C}, according to {W}."),
    }.items()
}

#: What papers add that is no claim: the market, the road, the season. Any beginning goes with any end.
REMARKS: tuple[str, ...] = tuple(
    f"{beginning} {end}"
    for beginning in (
        "The price of bread in {place}",
        "The road from {capital}",
        "The market of {place}",
        "The river at {place}",
        "The railway to {place}",
        "The wind in the streets of {place}",
        "The telephone line to {place}",
        "Talk in the cafés of {capital}",
        "The harvest around {place}",
        "Snow on the passes above {place}",
        "The old mill at {place}",
        "Fuel in {place}",
        "The bus from {place} to {capital}",
        "The only hotel of {place}",
        "A football match in {capital}",
        "The bakery by the square of {place}",
    )
    for end in (
        "is what people speak of at this time of year.",
        "has not been the same since the spring.",
        "was the only thing that children asked about.",
        "gave an old man in a blue coat reason to complain.",
        "has its own page in the almanac of {capital}.",
        "drew a small crowd in the morning.",
        "can wait, a sign on a door read.",
        "seemed far away in the afternoon heat.",
        "is in the songs of that country.",
        "took up most of an evening on the radio.",
        "was put off until after the feast.",
        "is none of their business, the neighbours say.",
        "came up in letters to this newspaper.",
        "has been painted by every painter of {capital}.",
    )
)

#: Words for a way in which it came about, by its key.
WAYS: dict[str, tuple[str, ...]] = {
    "without a fight": ("without a fight", "without firing a shot", "unopposed", "without meeting resistance"),
    "after a fight": (
        "after fierce fighting",
        "after heavy clashes",
        "after a bitter battle",
        "after intense fighting",
    ),
    "in order": ("to regroup", "by their own decision", "in an orderly way", "as part of a tactical move"),
    "in flight": ("in panic", "in disorder", "and fled in all directions", "in full rout"),
    "from the air": ("with bombs from aircraft", "in an air strike", "with bombs dropped from a plane"),
    "by rocket": ("with rockets", "with a volley of rockets", "with a rocket"),
    "by artillery": ("with artillery", "with mortar shells", "with howitzers"),
}

#: Ways that cannot both be so.
OPPOSED_WAYS: frozenset[frozenset[str]] = frozenset(
    {
        frozenset({"without a fight", "after a fight"}),
        frozenset({"in order", "in flight"}),
        frozenset({"from the air", "by rocket"}),
        frozenset({"from the air", "by artillery"}),
        frozenset({"by rocket", "by artillery"}),
    }
)
