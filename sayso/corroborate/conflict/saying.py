"""Saying: a claim of an event with the voice that says it, ready to be set against others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.corroborate.event.clustering import Cluster
from sayso.corroborate.event.twin import Node
from sayso.corroborate.telling import Telling
from sayso.model.conflict import ConflictOn
from sayso.model.values.stance import FACTUAL, Stance
from sayso.model.voice import Voice

# "Could have left 46 bodies" is past.
_MEANT = re.compile(
    r"\b(?:(?:could|might|(?-i:may))(?! have\b)|planned|plans? to|intends?|intention)\b"
    r"|(?<!his )(?<!her )(?<!its )(?<!our )(?<!own )(?<!free )(?<!their )\bwill\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Saying:
    """A node of twins, said by one voice; `voice` is None where a cue has no source."""

    node: Node
    voice: Voice | None

    @property
    def telling(self) -> Telling:
        return self.node.origin

    @property
    def claims(self) -> tuple[str, ...]:
        """The claim and its twins that are put as it is."""
        return tuple(member.id for member in self.node.members if member.stance is self.telling.stance)

    @property
    def is_denied(self) -> bool:
        return self.telling.stance is Stance.DENIED

    @property
    def is_affirmed(self) -> bool:
        """Whether it says that it happened, or may have; a forecast says neither."""
        return not self.is_denied and not self.telling.is_ahead

    @property
    def text(self) -> str:
        """The words of the claim, its manner first."""
        manner = self.telling.claim.manner
        evidence = self.telling.claim.evidence.text
        return f"{manner.text} {evidence}" if manner and manner.text not in evidence else evidence

    def is_other_voice(self, other: Saying) -> bool:
        """Whether the two are said by different voices; an unsourced claim is no voice, but differs from all."""
        return self.voice is None or other.voice is None or self.voice.id != other.voice.id


@dataclass(frozen=True, slots=True)
class Clash:
    """Two sides that cannot both be so, before accounts are formed."""

    on: ConflictOn
    left: tuple[Saying, ...]
    right: tuple[Saying, ...]
    values: tuple[str, str]
    because: str


def gather_sayings(cluster: Cluster, voices: Iterable[Voice]) -> list[Saying]:
    """The claims that say what happened: asserted, possible or denied; plans, demands, questions, opinions are out."""
    voice_of = {claim: voice for voice in voices for claim in voice.claims}
    return [
        Saying(node, voice_of.get(node.id))
        for node in cluster.nodes
        if node.origin.stance in FACTUAL and not is_promise(node)
    ]


def is_promise(node: Node) -> bool:
    """Whether a node only denies what is to come ("there will be no base"): it says nothing of what happened."""
    telling = node.origin
    return telling.stance is Stance.DENIED and (telling.is_ahead or bool(_MEANT.search(telling.claim.evidence.text)))


def said_before(saying: Saying, sayings: Sequence[Saying]) -> Saying | None:
    """What another voice has last said in the same report, where "the accusation" or "this" stands for it."""
    before = [
        s
        for s in sayings
        if s.telling.report.id == saying.telling.report.id
        and s.telling.position < saying.telling.position
        and s.is_other_voice(saying)
    ]
    return max(before, key=lambda s: (s.telling.position, s.node.id), default=None)


def are_several(sayings: Iterable[Saying]) -> bool:
    """Whether more is heard than one voice: a second, or a claim that is nobody's."""
    voices = {saying.voice.id if saying.voice else None for saying in sayings}
    return len(voices) > 1 or None in voices


def make_clash(
    on: ConflictOn, left: Sequence[Saying], right: Sequence[Saying], values: tuple[str, str], because: str
) -> Clash | None:
    """The clash, if both sides have somebody and they are not all one voice."""
    if not any(one.is_other_voice(other) for one in left for other in right):
        return None
    return Clash(on, _sort(left), _sort(right), values, because)


def _sort(sayings: Iterable[Saying]) -> tuple[Saying, ...]:
    return tuple(sorted({s.node.id: s for s in sayings}.values(), key=lambda s: s.node.id))
