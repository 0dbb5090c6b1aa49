"""Parting: a sentence that is told again, but by somebody else, is heard for itself.

A rewrite that has spoken to a farmer of its own puts his words where the wire had the colonel's: twins when events
are formed, and two voices.
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.corroborate.event.twin import Node
from sayso.corroborate.side import Sides
from sayso.corroborate.telling import Telling
from sayso.corroborate.voice.naming import head_word, is_spelled_alike, name_words
from sayso.corroborate.voice.principal import find_principal_of
from sayso.corroborate.voice.speaker import are_other_sorts, description, is_body, is_nobody, is_unnamed, is_vague
from sayso.corroborate.voice.title import read_titles
from sayso.model.claim import Mention
from sayso.model.lineage import Lineage, Relation
from sayso.model.ruling import Rulings
from sayso.model.values.stance import Stance

_OPPOSED = frozenset({Stance.ASSERTED, Stance.DENIED})


def part(node: Node, lineage: Sequence[Lineage], sides: Sides, rulings: Rulings) -> list[Node]:
    """The node without the twins that speak for themselves, and each of these as a node of its own.

    A translation has other words for an unnamed source, and no sources of its own.
    """
    if len(node.members) == 1:
        return [node]
    ids = {member.id for member in node.members}
    if any(one in ids and other in ids for one, other in rulings.two_voices):
        return [Node(member, (member,)) for member in node.members]
    translated = {edge.report for edge in lineage if edge.relation is Relation.TRANSLATION}
    own = [
        each
        for each in node.members
        if each.id != node.id and _is_other(each, node.origin, sides, is_translated=each.report.id in translated)
    ]
    if not own:
        return [node]
    kept = tuple(member for member in node.members if member not in own)
    return [Node(node.origin, kept, node.reasons), *(Node(member, (member,)) for member in own)]


def _is_other(twin: Telling, origin: Telling, sides: Sides, *, is_translated: bool) -> bool:
    """Whether a twin is put the other way round, or by a speaker who is not the origin's."""
    if {twin.stance, origin.stance} == _OPPOSED:
        return True
    mine, other = _speaker(twin), _speaker(origin)
    if mine is None or other is None:
        return False
    if is_translated and is_unnamed(mine) and is_unnamed(other):
        return are_other_sorts(mine, other)
    return not are_compatible(mine, other, origin.report.text, sides)


def are_compatible(mention: Mention, origin: Mention, text: str, sides: Sides) -> bool:
    """Whether the words for a source can stand for the source of the report that has this `text`.

    Two unnamed ones of one sort can, two named ones of one name or side, an unnamed one with a title of the named;
    so can a body of which nothing says whose it is.
    """
    if mention.entity and mention.entity == origin.entity:
        return True
    is_open, was_open = (is_unnamed(each) and not is_body(each) for each in (mention, origin))
    if is_open and was_open:
        return bool(description(mention) & description(origin))
    if is_open:
        return fits_title(mention, origin, text)
    if was_open:
        return find_principal_of(origin) is not None or bool(_name(mention) & _name(origin))
    if not _is_placed(mention, sides) or not _is_placed(origin, sides):
        return True
    alike = (is_spelled_alike(one, other) for one in _forms(mention) for other in _forms(origin))
    return sides.is_same(mention.entity, origin.entity) or bool(_name(mention) & _name(origin)) or any(alike)


def _is_placed(mention: Mention, sides: Sides) -> bool:
    """Whether it is known whose a source is: a person's own, an organ's state's, whom it is said to speak for."""
    return mention.entity in sides.persons or mention.entity in sides.leads or mention.entity in sides.organs


def _name(mention: Mention) -> frozenset[str]:
    """The words of a source's names, small ones left out ("Plane watchers of the Hilltop group")."""
    return frozenset(word for form in _forms(mention) for word in name_words(form))


def _forms(mention: Mention) -> tuple[str, ...]:
    return (mention.text, *mention.names)


def fits_title(mention: Mention, origin: Mention, text: str) -> bool:
    """Whether an unnamed source is what the origin's report says that its named one is ("a hospital director")."""
    head = head_word(mention.text)
    forms = _forms(origin)
    titles = [title for form in forms for title in read_titles(text, form)]
    return head is not None and any(head in name_words(each) for each in (*forms, *titles))


def _speaker(telling: Telling) -> Mention | None:
    """Who puts it, where somebody does but the outlet."""
    speaker = telling.claim.speaker
    if telling.claim.said_in is None or speaker is None or is_nobody(speaker) or is_vague(speaker):
        return None
    return speaker
