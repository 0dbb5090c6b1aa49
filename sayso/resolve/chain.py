"""Chain: from the speaker nearest the content to the outlet that carries the report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model.claim import Claim, Link, Mention
from sayso.model.entity import EntityKind
from sayso.model.lineage import Credit
from sayso.model.reading import Reading
from sayso.model.values.span import Span
from sayso.resolve.antecedent import Heard, resolve_understood
from sayso.resolve.credit import is_translation
from sayso.resolve.description import Sort, describe
from sayso.resolve.floor import Floor, floor_at
from sayso.resolve.hearsay import find_hearer, find_teller, find_witness
from sayso.resolve.layout import is_quoted
from sayso.resolve.outlet import find_known, is_outlet_name, is_outlet_noun, is_own_words, is_same_outlet
from sayso.resolve.quoter import find_quoter
from sayso.resolve.referent import Referent
from sayso.resolve.roster import Roster
from sayso.resolve.speaker import find_named_outlet, resolve_speaker
from sayso.resolve.turn import find_turn
from sayso.resolve.wording import OWN_PRONOUNS

_NOUN = r"(?:the |The )?(?:agency|newspaper|paper|site|website|channel|network|station)"
_NAME = r"(?:the |The )?[A-Z][\w’'\-]*(?: [A-Z][\w’'\-]*)*"
_WHO = rf"(?P<who>{_NOUN}\b|state (?:media|television|radio|TV)\b|{_NAME})"
_TOLD = re.compile(r"^(?:told|tells|telling|informed|informs|said to|assured|declared|confided)\b", re.IGNORECASE)
_HEARER = re.compile(rf"^ (?:to )?{_WHO}")
_STATEMENT_TO = re.compile(
    r"\b(?:statements?|interview|remarks|comments|letter|message|phone call|told|speaking)"
    rf"(?: [a-z]+)? (?:to|with|for) {_WHO}"
)
_TAIL = re.compile(rf", {_WHO} (?:said|says|reported|reports|added|wrote)[.\"”]*\s*$")
_QUOTED_BY = re.compile(rf"^(?:,? (?:who was )?)?(?:quoted|cited) by {_WHO}")
_QUOTES = re.compile(
    rf"(?P<who>{_NOUN}|{_NAME})(?: also)? (?:quoted|quotes|cited|cites|citing|quoting)(?: as saying)?"
    r" (?:the |an? )?(?:[a-z]+ )*$"
)


@dataclass(frozen=True, slots=True)
class Outlets:
    """The report's own outlet (None: the page does not say) and all that the batch and knowledge know."""

    own: str | None
    known: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A link of a chain and what its source stands for; None for a cue without a source."""

    link: Link
    referent: Referent | None


SpanKey = tuple[int, int]


def hear_speakers(
    reading: Reading, *, roster: Roster, outlets: Outlets, credited: Sequence[Credit], floors: Sequence[Floor] = ()
) -> tuple[dict[SpanKey, Heard], tuple[Heard, ...]]:
    """Every source of a reading resolved in the order of the text: by its place, and in a row."""
    cues: dict[SpanKey, Span | None] = {}
    texts: dict[SpanKey, str] = {}
    antecedents: dict[SpanKey, Span] = {}
    for attribution in reading.attributions:
        if attribution.cues and _is_channel_word(attribution.cues[0].text):
            continue
        for span in attribution.sources:
            texts[span.start, span.end] = span.text
            if attribution.antecedent:
                antecedents[span.start, span.end] = attribution.antecedent
            cues.setdefault((span.start, span.end), attribution.cues[0] if attribution.cues else None)
    for link in (link for claim in reading.claims for link in claim.chain):
        if link.source.start is not None and link.source.end is not None:
            texts[link.source.start, link.source.end] = link.source.text
            cues[link.source.start, link.source.end] = link.cue or cues.get((link.source.start, link.source.end))
    inner = _inner_places(reading)
    by_place: dict[SpanKey, Heard] = {}
    heard: list[Heard] = []
    for start, end in sorted(texts):
        mention = Mention(texts[start, end], start, end)
        cue = cues[start, end]
        before = [each for each in heard if not (cue and _ANSWERS.match(cue.text) and _asks(each, roster))]
        referent = _as_translated(mention, credited, outlets) or resolve_speaker(
            _named_by_mark(mention, floors, outlets),
            roster=roster,
            outlet=outlets.own,
            outlets=outlets.known,
            heard=before,
            antecedent=antecedents.get((start, end)),
        )
        relay = find_relay(mention, cues[start, end], roster=roster, outlets=outlets)
        if relay is None and describe(mention.text).sort is Sort.PRONOUN:
            relay = _inherit_relay(referent, heard, roster, start)
        each = Heard(start, referent, relay, (start, end) in inner)
        by_place[start, end] = each
        heard.append(each)
    return by_place, tuple(heard)


_ANSWERS = re.compile(r"(?:answer|repl|respond|retort)", re.IGNORECASE)
_ASKS = re.compile(r"[^.;]{0,60}? asked (?:him|her|them)\b")


def _asks(each: Heard, roster: Roster) -> bool:
    """Whether a speaker asks: in "A deputy had asked her … she answered" she is not the deputy."""
    return bool(_ASKS.match(roster.text, each.at))


def _is_channel_word(cue: str) -> bool:
    """Whether a cue only says where: "says in a post" has no speaker but who says so."""
    return cue.casefold() in ("in", "on", "at", "by", "via", "through")


def _inner_places(reading: Reading) -> set[SpanKey]:
    """Places of the sources that somebody else quotes."""
    places: set[SpanKey] = set()
    for claim in reading.claims:
        for link in claim.chain[:-1]:
            if (
                link.source.start is not None
                and link.source.end is not None
                and claim.chain[-1].source.start is not None
            ):
                places.add((link.source.start, link.source.end))
    return places


def build_chain(
    claim: Claim,
    *,
    by_place: dict[SpanKey, Heard],
    heard: Sequence[Heard],
    roster: Roster,
    outlets: Outlets,
    credited: Sequence[Credit],
    floors: Sequence[Floor] = (),
) -> tuple[Step, ...]:
    """The whole chain of a claim.

    The links of the text nearest first, then the outlet to which it was said ("told Signal Press
    Agency"), then the one whose report this translates, then the report's own outlet; the report's
    own correspondent and its own name are no links. A chain that already ends in the own outlet is
    kept as it is. Without a known outlet the chain ends with the last one named.
    """
    if is_complete(claim, outlets.own):
        return tuple(Step(link, _hear(link, claim, by_place, heard, roster, outlets, floors)) for link in claim.chain)
    steps: list[Step] = []
    for place, link in enumerate(_split_images(claim.chain, roster)):
        if len(claim.chain) > 1 and link.cue and _is_channel_word(link.cue.text):
            continue
        referent = _hear(link, claim, by_place, heard, roster, outlets, floors)
        if referent and describe(link.source.text).head in OWN_PRONOUNS:
            referent = _hear_self(claim, place, by_place, heard, roster, outlets, floors) or referent
        teller = (find_teller(link, roster=roster) or find_witness(claim, roster=roster)) if place == 0 else None
        if teller:
            _append(steps, _step_of(teller, heard, roster, outlets))
        if referent is None or not _is_outlet(referent, outlets.own):
            _append(steps, Step(link, referent))
        maker = _find_maker(link, referent, roster) if place + 1 == len(claim.chain) else None
        if maker:
            held = resolve_speaker(maker, roster=roster, outlet=outlets.own, outlets=outlets.known, heard=heard)
            if not _is_outlet(held, outlets.own):
                _append(steps, Step(Link(maker), held))
        found = _find_heard(link, claim, by_place, heard, roster, outlets, floors)
        if found and found.relay:
            _append(steps, _outlet_step(found.relay))
    for step in _find_hearer_steps(claim, heard, roster, outlets):
        _append(steps, step)
    quoter = find_quoter(roster.text, roster.layout, claim.evidence.start, heard) if not claim.chain else None
    if quoter:
        _append(steps, Step(Link(Mention(quoter.referent.name)), quoter.referent))
    for speaker in _find_floor(claim.evidence.start, roster, floors):
        step = _step_of(speaker, heard, roster, outlets)
        if step.referent is None or not _is_outlet(step.referent, outlets.own):
            _append(steps, step)
    for credit in credited:
        if is_translation(credit) and credit.scope[0] <= claim.evidence.start < credit.scope[1]:
            _append(steps, _outlet_step(_credited(credit, outlets)))
    if outlets.own:
        _append(steps, Step(Link(Mention(outlets.own)), Referent(EntityKind.OUTLET, (outlets.own,))))
    return tuple(steps)


_MARKS = frozenset({"Q", "A", "Question", "Answer", "QUESTION", "ANSWER"})


def _named_by_mark(mention: Mention, floors: Sequence[Floor], outlets: Outlets) -> Mention:
    """Who "Q" and "A" are in an interview: the outlet and its guest."""
    floor = floor_at(floors, mention.start) if mention.start is not None and mention.text in _MARKS else None
    if floor is None or not (floor.who or outlets.own):
        return mention
    return Mention(floor.who or outlets.own or "")


def _find_floor(at: int, roster: Roster, floors: Sequence[Floor]) -> tuple[Mention, ...]:
    """Who has the word at a place, the nearest first, by a label there or by the form of the report."""
    turn = find_turn(roster, at)
    floor = None if turn else floor_at(floors, at)
    return (floor.speaker,) if floor and floor.speaker else turn


def _step_of(mention: Mention, heard: Sequence[Heard], roster: Roster, outlets: Outlets) -> Step:
    referent = resolve_speaker(mention, roster=roster, outlet=outlets.own, outlets=outlets.known, heard=heard)
    return Step(Link(mention), referent)


def _find_hearer_steps(claim: Claim, heard: Sequence[Heard], roster: Roster, outlets: Outlets) -> list[Step]:
    """Who heard it from the outermost speaker of the text, and the outlet to which he said so; empty if nobody."""
    if not claim.chain:
        return []
    last = claim.chain[-1]
    hearer = find_hearer(last, roster=roster, outlet=outlets.own)
    if hearer is None or find_teller(last, roster=roster):
        return []
    others = [each for each in heard if each.at != last.source.start]
    step = _step_of(hearer, others, roster, outlets)
    if (
        step.referent is None
        or describe(step.referent.name).sort is Sort.PRONOUN
        or _is_outlet(step.referent, outlets.own)
    ):
        return []
    told = [each.relay for each in others if each.relay and each.referent.forms[0] == step.referent.forms[0]]
    return [step, *(_outlet_step(relay) for relay in told[-1:])]


def is_complete(claim: Claim, outlet: str | None) -> bool:
    """Whether a chain already runs to the outlet that carries the report."""
    if not claim.chain or outlet is None:
        return False
    last = claim.chain[-1].source
    return last.start is None and bool(last.text) and is_same_outlet(last.text, outlet)


def find_relay(mention: Mention, cue: Span | None, *, roster: Roster, outlets: Outlets) -> Referent | None:
    """The outlet to which a speaker spoke, or which quotes him, if the sentence says so and it is not the own one."""
    if mention.start is None or mention.end is None:
        return None
    start, end = roster.layout.sentence(mention.start)
    text = roster.text
    candidates = [
        _QUOTES.search(text[start : mention.start]),
        _QUOTED_BY.match(text[mention.end : end]),
        _STATEMENT_TO.search(text[start:end]),
        _TAIL.search(text[start:end].rstrip()),
    ]
    if cue is not None and _TOLD.match(cue.text):
        candidates.insert(0, _HEARER.match(text[cue.end : end]))
    for match in candidates:
        relay = _as_relay(match["who"], roster=roster, outlets=outlets, at=mention.start) if match else None
        if relay and match and match["who"] not in mention.text:
            return relay
    return None


def _as_relay(words: str, *, roster: Roster, outlets: Outlets, at: int) -> Referent | None:
    if is_own_words(words, outlets.own) or (outlets.own and is_own_words(f"the {words}", outlets.own)):
        return None
    if words.startswith("state "):
        return Referent(EntityKind.GROUP, (words,), common="state media", because="it was told to the state's media")
    known = find_known(words, outlets.known)
    if not is_outlet_noun(words) and (known or is_outlet_name(words)):
        forms = tuple(dict.fromkeys((known or words, words)))
        return Referent(EntityKind.OUTLET, forms, because=f"it was told to {known or words}")
    if not is_outlet_noun(words):
        return None
    named = find_named_outlet(words, roster=roster, outlets=outlets.known, at=at)
    if named is None or is_own_words(named, outlets.own):
        return None
    return Referent(EntityKind.OUTLET, (named,), because=f"“{words}” is {named}, named before")


def _inherit_relay(referent: Referent, heard: Sequence[Heard], roster: Roster, at: int) -> Referent | None:
    """What "he said" right after "X told the agency" adds was told to the agency too."""
    begin, _ = roster.layout.paragraph(at)
    for each in reversed(heard):
        if each.at < begin:
            return None
        if each.referent.forms[0] == referent.forms[0]:
            return each.relay
    return None


def _hear(
    link: Link,
    claim: Claim,
    by_place: dict[SpanKey, Heard],
    heard: Sequence[Heard],
    roster: Roster,
    outlets: Outlets,
    floors: Sequence[Floor],
) -> Referent | None:
    if found := _find_heard(link, claim, by_place, heard, roster, outlets, floors):
        return found.referent
    if link.source.text:
        return resolve_speaker(link.source, roster=roster, outlet=outlets.own, outlets=outlets.known, heard=heard)
    return None


def _find_heard(
    link: Link,
    claim: Claim,
    by_place: dict[SpanKey, Heard],
    heard: Sequence[Heard],
    roster: Roster,
    outlets: Outlets,
    floors: Sequence[Floor],
) -> Heard | None:
    """Who was heard at a link's own words, or who is understood where it has neither words nor cue.

    A speaker without a place under a cue is the reader's guess, the last one named: a quotation and
    the form of the report know better.
    """
    source, at = link.source, claim.evidence.start
    if source.start is not None:
        return by_place.get((source.start, source.end or 0))
    if bool(source.text) != (link.cue is not None):
        return None
    quoter = find_quoter(roster.text, roster.layout, at, heard)
    if quoter:
        return quoter
    for speaker in _find_floor(at, roster, floors):
        referent = _step_of(speaker, heard, roster, outlets).referent
        if referent:
            return Heard(at, referent)
    return None if source.text else resolve_understood(roster=roster, at=at, heard=heard)


_SHOWN = re.compile(
    r"(?P<images>(?:[\w\-]+ )?(?:[Vv]ideos?|[Ff]ootage|[Ii]mages?|[Pp]ictures?|[Pp]hotos?|[Pp]hotographs?))"
    r" (?:that|which) $"
)
_SHOWS = re.compile(r"^(?P<who>.+) (?:posted|published|released|shared|circulated|issued|broadcast)$")


def _split_images(chain: Sequence[Link], roster: Roster) -> tuple[Link, ...]:
    """The chain with "Video that the Front posted shows" as the video's, and the Front's behind it."""
    links: list[Link] = []
    for link in chain:
        start = link.source.start
        who = _SHOWS.match(link.source.text) if start is not None else None
        images = _SHOWN.search(roster.text[max(0, start - 40) : start]) if who and start is not None else None
        if not (who and images and start is not None):
            links.append(link)
            continue
        words = images["images"]
        begin = start - len(images.group()) + images.group().index(words)
        links.append(Link(Mention.at(Span.of(roster.text, begin, begin + len(words))), link.cue, link.channel))
        links.append(Link(Mention.at(Span.of(roster.text, start, start + len(who["who"])))))
    return tuple(links)


_MADE = r"(?:taken|posted|published|released|provided|issued|shot|filmed|sent|made|shared|circulated|distributed)"
_MAKER = re.compile(rf"(?:,? {_MADE})? by (?P<who>.+)$")
_MAKER_BEHIND = re.compile(rf"^,? (?:which|that) (?P<who>[^,.]{{3,50}}?) {_MADE}\b")


def _find_maker(link: Link, referent: Referent | None, roster: Roster) -> Mention | None:
    """Who shows the images that speak: "pictures posted by the Front", "photos which the Guard published"."""
    source = link.source
    if referent is None or referent.kind is not EntityKind.IMAGES or source.start is None or source.end is None:
        return None
    inside, behind = _MAKER.search(source.text), _MAKER_BEHIND.match(roster.text[source.end : source.end + 90])
    if inside:
        start, end = source.start + inside.start("who"), source.start + inside.end("who")
    elif behind:
        start, end = source.end + behind.start("who"), source.end + behind.end("who")
    else:
        return None
    return Mention.at(Span.of(roster.text, start, end))


def _hear_self(
    claim: Claim,
    place: int,
    by_place: dict[SpanKey, Heard],
    heard: Sequence[Heard],
    roster: Roster,
    outlets: Outlets,
    floors: Sequence[Floor],
) -> Referent | None:
    """Who "I" and "we" are: whoever quotes himself; in a quotation its speaker; else the outlet."""
    if place + 1 < len(claim.chain):
        return _hear(claim.chain[place + 1], claim, by_place, heard, roster, outlets, floors)
    start = claim.chain[place].source.start
    turn = _find_floor(start, roster, floors) if start is not None else ()
    if turn:
        return _step_of(turn[0], heard, roster, outlets).referent
    if start is not None and is_quoted(roster.text, roster.layout, start):
        understood = resolve_understood(roster=roster, at=start, heard=heard)
        return understood.referent if understood else None
    return Referent(EntityKind.OUTLET, (outlets.own,), because="the outlet itself") if outlets.own else None


def _as_translated(mention: Mention, credited: Sequence[Credit], outlets: Outlets) -> Referent | None:
    """In a translation "our correspondent" and "the newspaper" are those of the report translated."""
    for credit in credited:
        within = mention.start is not None and credit.scope[0] <= mention.start < credit.scope[1]
        if is_translation(credit) and within:
            plain = mention.text.casefold()
            if is_own_words(mention.text, credit.outlet.text) or re.fullmatch(
                r"(?:the|our) (?:correspondent|newspaper|site|paper|channel|reporter|website)", plain
            ):
                return _credited(credit, outlets)
    return None


def _credited(credit: Credit, outlets: Outlets) -> Referent:
    known = find_known(credit.outlet.text, outlets.known)
    forms = tuple(dict.fromkeys((known or credit.outlet.text, credit.outlet.text)))
    return Referent(EntityKind.OUTLET, forms, because=f"“{credit.words.text}”")


def _outlet_step(referent: Referent) -> Step:
    return Step(Link(Mention(referent.name)), referent)


def _is_outlet(referent: Referent, outlet: str | None) -> bool:
    return outlet is not None and referent.kind is EntityKind.OUTLET and referent.forms[0] == outlet


def _append(steps: list[Step], step: Step) -> None:
    """Nobody passes something on to himself: a step that names the last one again is left out."""
    last = steps[-1].referent if steps else None
    if last and step.referent and _is_one(last, step.referent):
        return
    steps.append(step)


def _is_one(one: Referent, other: Referent) -> bool:
    outlets = EntityKind.OUTLET in (one.kind, other.kind)
    return one.forms[0] == other.forms[0] or (outlets and is_same_outlet(one.forms[0], other.forms[0]))
