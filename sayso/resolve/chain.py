"""Chain: from the speaker nearest the content to the outlet that carries the report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.model.claim import Claim, Link, Mention
from sayso.model.entity import EntityKind
from sayso.model.lineage import Credit
from sayso.model.reading import Reading
from sayso.model.values.span import Span
from sayso.resolve.antecedent import resolve_understood
from sayso.resolve.credit import is_translation
from sayso.resolve.description import Sort, describe
from sayso.resolve.discourse import Discourse, Hearing, Outlets, SpanKey
from sayso.resolve.floor import floor_at
from sayso.resolve.heard import Heard
from sayso.resolve.hearsay import find_hearer, find_teller, find_witness
from sayso.resolve.layout import is_quoted
from sayso.resolve.outlet import is_outlet_name, is_outlet_noun, is_own_words, is_same_outlet
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
class Step:
    """A link of a chain and what its source stands for; None for a cue without a source."""

    link: Link
    referent: Referent | None


@dataclass(frozen=True, slots=True)
class _Source:
    """A source of a reading: its words, the words of saying beside it, what the reader takes it to stand for."""

    mention: Mention
    cue: Span | None
    antecedent: Span | None


def hear_speakers(reading: Reading, *, discourse: Discourse) -> Hearing:
    """Every source of a reading resolved, in the order of the text."""
    inner = _inner_places(reading)
    by_place: dict[SpanKey, Heard] = {}
    for place, source in sorted(_list_sources(reading).items()):
        each = _hear_source(source, list(by_place.values()), discourse)
        by_place[place] = replace(each, inner=place in inner)
    return Hearing(tuple(by_place.values()), by_place)


def _list_sources(reading: Reading) -> dict[SpanKey, _Source]:
    """The sources of a reading by their places: those of claims, and of attributions without a claim."""
    found: dict[SpanKey, _Source] = {}
    for attribution in reading.attributions:
        cue = attribution.cues[0] if attribution.cues else None
        if cue and _is_channel_word(cue.text):
            continue
        for span in attribution.sources:
            known = found.get((span.start, span.end), _Source(Mention.at(span), cue, None))
            found[span.start, span.end] = replace(known, antecedent=attribution.antecedent or known.antecedent)
    for link in (link for claim in reading.claims for link in claim.chain):
        place = _place_of(link)
        if place:
            known = found.get(place, _Source(link.source, None, None))
            found[place] = replace(known, mention=Mention(link.source.text, *place), cue=link.cue or known.cue)
    return found


def _place_of(link: Link) -> SpanKey | None:
    start, end = link.source.start, link.source.end
    return None if start is None or end is None else (start, end)


def _hear_source(source: _Source, heard: Sequence[Heard], discourse: Discourse) -> Heard:
    mention, cue, at = source.mention, source.cue, source.mention.start or 0
    before = [each for each in heard if not (cue and _ANSWERS.match(cue.text) and _asks(each, discourse.roster))]
    referent = _as_translated(mention, discourse) or resolve_speaker(
        _named_by_mark(mention, discourse), discourse=discourse, heard=before, antecedent=source.antecedent
    )
    relay = find_relay(mention, cue, discourse=discourse)
    if relay is None and describe(mention.text).sort is Sort.PRONOUN:
        relay = _inherit_relay(referent, heard, discourse.roster, at)
    return Heard(at, referent, relay, words=mention.text)


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
    return {
        place
        for claim in reading.claims
        for link in claim.chain[:-1]
        if claim.chain[-1].source.start is not None and (place := _place_of(link))
    }


def build_chain(claim: Claim, *, discourse: Discourse, hearing: Hearing) -> tuple[Step, ...]:
    """The whole chain of a claim.

    The links of the text nearest first, then the outlet to which it was said ("told Signal Press
    Agency"), then the one whose report this translates, then the report's own outlet; the report's
    own correspondent and its own name are no links. A chain that already ends in the own outlet is
    kept as it is. Without a known outlet the chain ends with the last one named.
    """
    own = discourse.outlets.own
    if is_complete(claim, own):
        return tuple(Step(link, _hear(link, claim, discourse, hearing)) for link in claim.chain)
    steps: list[Step] = []
    for place, link in enumerate(_split_images(claim.chain, discourse.roster)):
        if len(claim.chain) == 1 or not (link.cue and _is_channel_word(link.cue.text)):
            _append_all(steps, _follow_link(link, place, claim, discourse, hearing))
    _append_all(steps, _find_hearer_steps(claim, discourse, hearing))
    _append_all(steps, _find_holders(claim, discourse, hearing))
    for credit in discourse.credits:
        if is_translation(credit) and credit.scope[0] <= claim.evidence.start < credit.scope[1]:
            _append(steps, _outlet_step(_credited(credit, discourse.outlets)))
    if own:
        _append(steps, Step(Link(Mention(own)), Referent(EntityKind.OUTLET, (own,))))
    return tuple(steps)


def _follow_link(link: Link, place: int, claim: Claim, discourse: Discourse, hearing: Hearing) -> Iterator[Step]:
    """The steps of one link: who told it to its source, the source, who shows its images, to whom it was said."""
    own = discourse.outlets.own
    referent = _hear(link, claim, discourse, hearing)
    if referent and describe(link.source.text).head in OWN_PRONOUNS:
        referent = _hear_self(claim, place, discourse, hearing) or referent
    roster = discourse.roster
    teller = (find_teller(link, roster=roster) or find_witness(claim, roster=roster)) if place == 0 else None
    if teller:
        yield _step_of(teller, hearing.row, discourse)
    if referent is None or not _is_outlet(referent, own):
        yield Step(link, referent)
    maker = _find_maker(link, referent, roster) if place + 1 == len(claim.chain) else None
    if maker:
        shown = _step_of(maker, hearing.row, discourse)
        if shown.referent and not _is_outlet(shown.referent, own):
            yield shown
    found = _find_heard(link, claim, discourse, hearing)
    if found and found.relay:
        yield _outlet_step(found.relay)


def _find_holders(claim: Claim, discourse: Discourse, hearing: Hearing) -> Iterator[Step]:
    """Who has the word where the claim stands: who is quoted there, and whose turn or paper it is."""
    at = claim.evidence.start
    quoter = find_quoter(discourse.text, discourse.layout, at, hearing.row) if not claim.chain else None
    if quoter:
        yield Step(Link(Mention(quoter.referent.name)), quoter.referent)
    for speaker in _find_floor(at, discourse):
        step = _step_of(speaker, hearing.row, discourse)
        if step.referent is None or not _is_outlet(step.referent, discourse.outlets.own):
            yield step


_MARKS = frozenset({"Q", "A", "Question", "Answer", "QUESTION", "ANSWER"})


def _named_by_mark(mention: Mention, discourse: Discourse) -> Mention:
    """Who "Q" and "A" are in an interview: the outlet and its guest."""
    floor = floor_at(discourse.floors, mention.start) if mention.start is not None and mention.text in _MARKS else None
    who = (floor.who or discourse.outlets.own) if floor else None
    return Mention(who) if who else mention


def _find_floor(at: int, discourse: Discourse) -> tuple[Mention, ...]:
    """Who has the word at a place, the nearest first, by a label there or by the form of the report."""
    turn = find_turn(discourse.roster, at)
    floor = None if turn else floor_at(discourse.floors, at)
    return (floor.speaker,) if floor and floor.speaker else turn


def _step_of(mention: Mention, heard: Sequence[Heard], discourse: Discourse) -> Step:
    return Step(Link(mention), resolve_speaker(mention, discourse=discourse, heard=heard))


def _find_hearer_steps(claim: Claim, discourse: Discourse, hearing: Hearing) -> list[Step]:
    """Who heard it from the outermost speaker of the text, and the outlet to which he said so; empty if nobody."""
    if not claim.chain:
        return []
    last, own = claim.chain[-1], discourse.outlets.own
    hearer = find_hearer(last, roster=discourse.roster, outlet=own)
    if hearer is None or find_teller(last, roster=discourse.roster):
        return []
    others = hearing.without(last.source.start)
    step = _step_of(hearer, others, discourse)
    if step.referent is None or describe(step.referent.name).sort is Sort.PRONOUN or _is_outlet(step.referent, own):
        return []
    told = [each.relay for each in others if each.relay and each.referent.forms[0] == step.referent.forms[0]]
    return [step, *(_outlet_step(relay) for relay in told[-1:])]


def is_complete(claim: Claim, outlet: str | None) -> bool:
    """Whether a chain already runs to the outlet that carries the report."""
    if not claim.chain or outlet is None:
        return False
    last = claim.chain[-1].source
    return last.start is None and bool(last.text) and is_same_outlet(last.text, outlet)


def find_relay(mention: Mention, cue: Span | None, *, discourse: Discourse) -> Referent | None:
    """The outlet to which a speaker spoke, or which quotes him, if the sentence says so and it is not the own one."""
    if mention.start is None or mention.end is None:
        return None
    start, end = discourse.layout.sentence(mention.start)
    text = discourse.text
    candidates = [
        _QUOTES.search(text[start : mention.start]),
        _QUOTED_BY.match(text[mention.end : end]),
        _STATEMENT_TO.search(text[start:end]),
        _TAIL.search(text[start:end].rstrip()),
    ]
    if cue is not None and _TOLD.match(cue.text):
        candidates.insert(0, _HEARER.match(text[cue.end : end]))
    for match in candidates:
        relay = _as_relay(match["who"], discourse=discourse, at=mention.start) if match else None
        if relay and match and match["who"] not in mention.text:
            return relay
    return None


def _as_relay(words: str, *, discourse: Discourse, at: int) -> Referent | None:
    outlets = discourse.outlets
    if is_own_words(words, outlets.own) or (outlets.own and is_own_words(f"the {words}", outlets.own)):
        return None
    if words.startswith("state "):
        return Referent(EntityKind.GROUP, (words,), common="state media", because="it was told to the state's media")
    known = outlets.known.find(words)
    if not is_outlet_noun(words) and (known or is_outlet_name(words)):
        forms = tuple(dict.fromkeys((known or words, words)))
        return Referent(EntityKind.OUTLET, forms, because=f"it was told to {known or words}")
    if not is_outlet_noun(words):
        return None
    named = find_named_outlet(words, roster=discourse.roster, outlets=outlets, at=at)
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


def _hear(link: Link, claim: Claim, discourse: Discourse, hearing: Hearing) -> Referent | None:
    if found := _find_heard(link, claim, discourse, hearing):
        return found.referent
    return resolve_speaker(link.source, discourse=discourse, heard=hearing.row) if link.source.text else None


def _find_heard(link: Link, claim: Claim, discourse: Discourse, hearing: Hearing) -> Heard | None:
    """Who was heard at a link's own words, or who is understood where it has neither words nor cue.

    A speaker without a place under a cue is the reader's guess, the last one named: a quotation and
    the form of the report know better.
    """
    source, at = link.source, claim.evidence.start
    if source.start is not None:
        return hearing.by_place.get((source.start, source.end or 0))
    if bool(source.text) != (link.cue is not None):
        return None
    quoter = find_quoter(discourse.text, discourse.layout, at, hearing.row)
    if quoter:
        return quoter
    for speaker in _find_floor(at, discourse):
        referent = _step_of(speaker, hearing.row, discourse).referent
        if referent:
            return Heard(at, referent)
    return None if source.text else resolve_understood(roster=discourse.roster, at=at, heard=hearing.row)


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
# "taken by Lumen Earth on 14 April 2034": when is no part of who
_DAY = (
    r"(?:\w+day|\d|(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Sept|Nov|Dec)ember|October"
    r"|the (?:morning|evening|night))"
)
_WHEN = rf"(?:(?:on|in|at|from|between|since|late|early|last|this) {_DAY}.*|yesterday|today)"
_MAKER = re.compile(rf"(?:,? {_MADE})? by (?P<who>.+?)(?: {_WHEN})?$")
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


def _hear_self(claim: Claim, place: int, discourse: Discourse, hearing: Hearing) -> Referent | None:
    """Who "I" and "we" are: whoever quotes himself; in a quotation its speaker; else the outlet."""
    if place + 1 < len(claim.chain):
        return _hear(claim.chain[place + 1], claim, discourse, hearing)
    start, own = claim.chain[place].source.start, discourse.outlets.own
    turn = _find_floor(start, discourse) if start is not None else ()
    if turn:
        return _step_of(turn[0], hearing.row, discourse).referent
    if start is not None and is_quoted(discourse.text, discourse.layout, start):
        understood = resolve_understood(roster=discourse.roster, at=start, heard=hearing.row)
        return understood.referent if understood else None
    return Referent(EntityKind.OUTLET, (own,), because="the outlet itself") if own else None


_OWN_STAFF = re.compile(r"(?:the|our) (?:correspondent|newspaper|site|paper|channel|reporter|website)")


def _as_translated(mention: Mention, discourse: Discourse) -> Referent | None:
    """In a translation "our correspondent" and "the newspaper" are those of the report translated."""
    for credit in discourse.credits:
        within = mention.start is not None and credit.scope[0] <= mention.start < credit.scope[1]
        own = is_own_words(mention.text, credit.outlet.text) or _OWN_STAFF.fullmatch(mention.text.casefold())
        if is_translation(credit) and within and own:
            return _credited(credit, discourse.outlets)
    return None


def _credited(credit: Credit, outlets: Outlets) -> Referent:
    known = outlets.known.find(credit.outlet.text)
    forms = tuple(dict.fromkeys((known or credit.outlet.text, credit.outlet.text)))
    return Referent(EntityKind.OUTLET, forms, because=f"“{credit.words.text}”")


def _outlet_step(referent: Referent) -> Step:
    return Step(Link(Mention(referent.name)), referent)


def _is_outlet(referent: Referent, outlet: str | None) -> bool:
    return outlet is not None and referent.kind is EntityKind.OUTLET and referent.forms[0] == outlet


def _append_all(steps: list[Step], more: Iterable[Step]) -> None:
    for step in more:
        _append(steps, step)


def _append(steps: list[Step], step: Step) -> None:
    """Nobody passes something on to himself: a step that names the last one again is left out."""
    last = steps[-1].referent if steps else None
    if last and step.referent and _is_one(last, step.referent):
        return
    steps.append(step)


def _is_one(one: Referent, other: Referent) -> bool:
    outlets = EntityKind.OUTLET in (one.kind, other.kind)
    return one.forms[0] == other.forms[0] or (outlets and is_same_outlet(one.forms[0], other.forms[0]))
