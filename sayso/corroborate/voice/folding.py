"""Voice: everybody heard on an event, each counted once.

Who speaks in each claim (`hearing`), who has it from whom (`relay`), who is one by what they are or whom they speak for
(`sameness`, `shortening`), which unnamed sources are one (`anonymous`), and what persons decided; the ties are joined
whatever their order (`joining`), and every fold says why.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import PurePath

from sayso.corroborate.event.clustering import Cluster
from sayso.corroborate.side import Sides
from sayso.corroborate.voice.anonymous import is_anonymous, tell_apart, tie_anonymous
from sayso.corroborate.voice.hearing import Speaking, hear, is_unsourced, lend
from sayso.corroborate.voice.interest import Parties, gather_parties, is_against_own_interest, judge_interest
from sayso.corroborate.voice.joining import Apart, Fold, Strength, Tie, join, tie
from sayso.corroborate.voice.kin import trace
from sayso.corroborate.voice.parting import part
from sayso.corroborate.voice.press import gather_press
from sayso.corroborate.voice.relay import find_relays
from sayso.corroborate.voice.sameness import tie_same, tie_spelled
from sayso.corroborate.voice.shortening import tie_short
from sayso.corroborate.voice.speaker import is_collective, is_party_outlet, is_unnamed
from sayso.model.identity import identify
from sayso.model.lineage import Lineage
from sayso.model.ruling import Rulings
from sayso.model.voice import Voice

_NOTHING = Rulings()
_NO_PAGES: Mapping[str, str] = {}
_ALONE = (Fold((0,), ()),)  # the only speaking of an event has nobody to be one with


def find_voices(
    cluster: Cluster,
    lineage: Sequence[Lineage],
    sides: Sides,
    *,
    learnt: Mapping[str, int],
    rulings: Rulings = _NOTHING,
    pages: Mapping[str, str] = _NO_PAGES,
) -> tuple[Voice, ...]:
    """The voices of one event, in the order in which they were first learnt.

    `lineage` are the edges among its reports; `rulings` are obeyed whatever else folds or tells apart. `pages` are, of
    reports that translate a page which is held but not read, that page's outlet.
    """
    nodes = [each for node in cluster.nodes for each in part(node, lineage, sides, rulings)]
    heard = (lend(said, pages.get(said.telling.report.id)) for node in nodes if (said := hear(node)))
    speakings = sorted(heard, key=lambda speaking: speaking.order)
    folds, relays = _fold(speakings, lineage, sides, rulings) if len(speakings) > 1 else (_ALONE[: len(speakings)], [])
    parties = gather_parties(cluster.tellings)
    voices = [_make_voice(fold, speakings, relays, parties, sides, learnt=learnt) for fold in folds]
    return tuple(sorted(voices, key=lambda voice: learnt[voice.claims[0]]))


def _fold(
    speakings: Sequence[Speaking], lineage: Sequence[Lineage], sides: Sides, rulings: Rulings
) -> tuple[Sequence[Fold], Collection[int]]:
    """The speakings that are one voice, and the places of those that have it from another."""
    ancestry = trace((each.telling.report.id for each in speakings), lineage)
    press = gather_press(speakings)
    relays = find_relays(speakings, lineage, press)
    decided, divided = _heed(speakings, rulings)
    apart = Apart(divided, tell_apart(speakings))
    ties = [*decided, *relays.values(), *tie_same(speakings, set(relays), lineage, sides, press)]
    ties += tie_spelled(speakings, ancestry, sides)
    ties += tie_anonymous(speakings, lineage, ancestry)
    ties += tie_short(speakings, join(len(speakings), ties, apart), set(relays), sides)
    ties += _tie_collectives(speakings, join(len(speakings), ties, apart))
    return join(len(speakings), ties, apart), set(relays)


def find_unsourced(cluster: Cluster, *, learnt: Mapping[str, int]) -> tuple[str, ...]:
    """The claims of an event that a cue without a source puts ("reportedly"): nobody's voice, in the order learnt."""
    claims = [telling.id for node in cluster.nodes if is_unsourced(node) for telling in node.members]
    return tuple(sorted(claims, key=lambda claim: learnt[claim]))


def _heed(speakings: Sequence[Speaking], rulings: Rulings) -> tuple[list[Tie], frozenset[tuple[int, int]]]:
    """What persons decided of the claims here: ties, and pairs that stay two."""
    place_of = {member.id: place for place, each in enumerate(speakings) for member in each.node.members}

    def find_places(pairs: Iterable[tuple[str, str]]) -> list[tuple[int, int]]:
        found = ((place_of[one], place_of[other]) for one, other in pairs if one in place_of and other in place_of)
        return [(min(pair), max(pair)) for pair in found if pair[0] != pair[1]]

    ties = [tie(left, right, Strength.DECIDED, "so decided") for left, right in find_places(rulings.one_voice)]
    return ties, frozenset(find_places(rulings.two_voices))


def _tie_collectives(speakings: Sequence[Speaking], folds: Sequence[Fold]) -> list[Tie]:
    """Words for all of them ("both sides") are no voice beside two that are heard: counted with the first."""
    named = [
        fold.members[0]
        for fold in folds
        if not all(speakings[p].is_outlet or is_anonymous(speakings[p]) for p in fold.members)
        and not any(is_collective(speakings[p].mention) for p in fold.members)
    ]
    if len(named) < 2:
        return []
    return [
        tie(place, named[0], Strength.SHORT, f"{speaking.mention.text} are heard for themselves")
        for place, speaking in enumerate(speakings)
        if is_collective(speaking.mention)
    ]


def _make_voice(
    fold: Fold,
    speakings: Sequence[Speaking],
    relays: Collection[int],
    parties: Parties,
    sides: Sides,
    *,
    learnt: Mapping[str, int],
) -> Voice:
    everybody = [speakings[place] for place in fold.members]
    own = [speakings[place] for place in fold.members if place not in relays] or everybody
    claims = sorted((member.id for each in everybody for member in each.node.members), key=lambda id_: learnt[id_])
    head = _find_head(own, learnt)
    told, mention = head.telling.report.told, head.mention
    speaker = sides.on(told).of(mention.entity)
    return Voice(
        id=identify("w", claims[0], mention.name),
        name=_call_page(mention.text, head) if head.is_outlet else mention.name,
        names=_gather_names(own),
        speaks_for=speaker if speaker != mention.entity else None,
        stances=tuple(sorted({member.stance for each in everybody for member in each.node.members})),
        interest=judge_interest(
            mention.entity,
            told=told,
            is_outlet=head.is_outlet and not is_party_outlet(mention.text),
            is_unnamed=is_anonymous(head),
            parties=parties,
            sides=sides,
        ),
        claims=tuple(claims),
        against_own_interest=any(
            is_against_own_interest(each.mention.entity, each.telling, sides) for each in own if not each.is_outlet
        ),
        reasons=tuple(dict.fromkeys([*(r for s in everybody for r in (*s.reasons, *s.node.reasons)), *fold.reasons])),
    )


def _call_page(name: str, speaking: Speaking) -> str:
    """The name of an outlet; of a page that names none its file's name, without the folders of the reader's machine."""
    report = speaking.telling.report
    is_path = report.outlet is None and name == report.address and "://" not in name
    return f"the page {PurePath(name).name}" if is_path else name


def _find_head(own: Sequence[Speaking], learnt: Mapping[str, int]) -> Speaking:
    """The speaking that names the voice: a named one before an unnamed, else the first learnt."""
    named = next((each for each in own if each.mention.entity and not is_unnamed(each.mention)), None)
    return named or min(own, key=lambda each: min(learnt[member.id] for member in each.node.members))


def _gather_names(speakings: Iterable[Speaking]) -> tuple[str, ...]:
    """All forms by which the speakers are named, in the report where they are first heard and in its copies."""
    names: dict[str, None] = {}
    for each in speakings:
        names.update(dict.fromkeys(_call_page(name, each) for name in (each.mention.text, *each.mention.names)))
    for member in (member for each in speakings for member in each.node.members):
        if member.claim.said_in is not None and member.claim.speaker:
            names.update(dict.fromkeys((member.claim.speaker.text, *member.claim.speaker.names)))
    return tuple(names)
