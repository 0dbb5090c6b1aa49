"""Knowing: which reports lead to something that is known otherwise than when the tables were last renewed.

What knowledge says bears on a report by the entities that it names and by those that they lead to, step by step; it
bears on events and holdings alone, never on lineage.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace

from sayso.engine.renewing.reach import follow
from sayso.engine.store import IN, Store
from sayso.model.knowledge import Entry, Knowledge
from sayso.model.resolution import Resolution
from sayso.record import codec

_WHOLE = ""  # in place of an identifier: the digest of all knowledge


def renew_knowledge(knowledge: Knowledge, store: Store) -> set[int]:
    """Keeps what is known now; gives the reports that lead to anything that was known otherwise."""
    whole = f"{knowledge.digest} {len(knowledge.entries)}"
    if store.ask("SELECT 1 FROM near_known WHERE id = ? AND digest = ?", _WHOLE, whole):
        return set()
    now = {id_: _digest(entry) for id_, entry in knowledge.entries.items()} | {_WHOLE: whole}
    before = {str(id_): str(each) for id_, each in store.ask("SELECT id, digest FROM near_known")}
    other = {id_ for id_ in now.keys() | before.keys() if now.get(id_) != before.get(id_)}
    store.drop("known", "id", other)
    store.fill("known", sorted((id_, now[id_]) for id_ in other & now.keys()))
    return store.numbers(f"SELECT DISTINCT node FROM near_leads WHERE id {IN}", other)


def renew_leads(resolutions: Mapping[int, Resolution], knowledge: Knowledge, store: Store) -> None:
    """Keeps what reports lead to."""
    store.drop("leads", "node", set(resolutions))
    rows = ((id_, node) for node, each in resolutions.items() for id_ in find_leads(each, knowledge))
    store.fill("leads", sorted(rows))


def find_leads(resolution: Resolution, knowledge: Knowledge) -> set[str]:
    """The identifiers of all entities that a report names, and of those that they lead to, known or not."""
    ties: dict[str, list[str]] = {}
    for entity in resolution.entities:
        ties.setdefault(entity.id, []).extend(tie.of for tie in entity.affiliations)
    return follow(
        {*ties, *_list_mentioned(resolution)},
        lambda todo: {of for id_ in todo for of in (*ties.get(id_, ()), *_lead_on(knowledge.entries.get(id_)))},
    )


def _list_mentioned(resolution: Resolution) -> Iterable[str]:
    for claim in resolution.claims:
        yield from (mention.entity for mention in claim.mentions if mention.entity)


def _lead_on(entry: Entry | None) -> tuple[str, ...]:
    if entry is None:
        return ()
    return (*(tie.of for tie in entry.affiliations), *(each for each in (entry.owner, entry.part_of) if each))


def _digest(entry: Entry) -> str:
    """Of what an entry says; where it stands in its file makes no difference."""
    said = codec.encode(replace(entry, file="", line=0))
    return hashlib.blake2b(said.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
