"""Program: corroboration from scratch, step by step, wherever tasks are spread and SQL runs. Read this file first.

    claims ─► keys ─► near ─► edges ─► twins, keys ─► events, links ─► deferred ─► places ─► holdings
              of a    pairs   of a     of claims     of what lies     events of    of        of each
              report          chunk                  in a chunk       the rest     events    place

Each arrow is SQL (`relational.py`, and here what goes to which task) or one function over the rows of a task
(`step/`). What is found of a pair, a report, an event or a place depends on these alone, so that it does not matter
how reports were put together into tasks: the answer is that of `corroborate` over everything.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from typing import Protocol

from sayso.corroborate.lineage.direction import TIME_ZONE
from sayso.engine.component import find_components
from sayso.engine.relational import CHUNKS, NEAR, Step, Tables
from sayso.engine.step.event import find_clusters_of, find_events, find_whole_events
from sayso.engine.step.holding import find_holdings
from sayso.engine.step.key import find_report_keys
from sayso.engine.step.lineage import find_absent, find_claim_keys, find_edges, keep_true_edges
from sayso.engine.work import Found, Work

log = logging.getLogger(__name__)

#: Claims that one task takes together. Larger ones have less beside them, smaller ones take less memory.
SIZE = 5_000

#: Claims of a neighbourhood beyond which it is told of.
LARGE = 5_000

_REPORT = "claims.payload"
_WHOLE = "claims.payload || CHR(10) || claims.claims"


class Spreader(Tables, Protocol):
    """A place where SQL runs and tasks are spread."""

    def put(self, name: str, rows: Iterable[Found]) -> None:
        """Makes a table of rows."""

    def spread(self, name: str, query: str, work: Work) -> None:
        """Calls `work` with the rows (task, kind, node, text) of each task; makes a table of what it found."""


def run_program(tables: Spreader, *, size: int = SIZE) -> None:
    """Fills the table `derived` (kind, id, payload) from the table `claims`; `size` changes nothing of it."""
    tables.make(Step(CHUNKS.name, CHUNKS.query.format(size=size)))
    _find_lineage(tables)
    _find_absent(tables)
    _find_events(tables)
    _find_holdings(tables)
    tables.make(
        Step(
            "derived",
            """
            SELECT 'lineage' AS kind, name AS id, text AS payload FROM edges
            UNION ALL SELECT kind, name, text FROM absent WHERE kind = 'unheld'
            UNION ALL SELECT kind, name, text FROM events WHERE kind = 'event'
            UNION ALL SELECT kind, name, text FROM holdings
            """,
        )
    )


def _find_lineage(tables: Spreader) -> None:
    """The edges between held reports: the table `held_edges`."""
    tables.spread(
        "report_keys",
        f"SELECT chunks.task, 'inside', chunks.node, {_REPORT} {_OF_CHUNKS}",
        find_report_keys,
    )
    for step in NEAR:
        tables.make(step)
    tables.make(_ORIGINS)
    tables.make(_beside("origins"))
    tables.spread(
        "raw_edges",
        f"""
        SELECT chunks.task, 'inside', chunks.node, {_REPORT} {_OF_CHUNKS}
        UNION ALL SELECT beside.task, 'beside', beside.node, {_REPORT} {_OF_BESIDE}
        UNION ALL SELECT chunks.task, 'near', origins.node, CAST(origins.other AS STRING)
        FROM chunks JOIN origins ON chunks.node = origins.node
        """,
        find_edges,
    )
    both = tables.ask(
        "SELECT one.text FROM raw_edges AS one JOIN raw_edges AS two ON one.node = two.other AND one.other = two.node"
    )
    contested = [str(row[0]) for row in both]
    kept = set(keep_true_edges(contested))
    tables.put("dropped", [Found("edge", text=edge) for edge in contested if edge not in kept])
    tables.make(Step("held_edges", "SELECT * FROM raw_edges WHERE text NOT IN (SELECT text FROM dropped)"))


#: Of the reports near each those that were told early enough for it to have its text from them.
_ORIGINS = Step(
    "origins",
    f"""
    SELECT near.node AS node, near.other AS other
    FROM near JOIN report_keys AS child ON near.node = child.node JOIN report_keys AS origin ON near.other = origin.node
    WHERE child.kind = 'last' AND origin.kind = 'first' AND origin.other <= child.other + {TIME_ZONE}
    """,
)


def _find_absent(tables: Spreader) -> None:
    """The reports that are pointed to but not held; then the table `edges` has all lineage."""
    tables.make(
        Step(
            "pointing_links",
            """
            SELECT DISTINCT near.node AS node, near.other AS other
            FROM near_either AS near
            JOIN report_keys AS one ON near.node = one.node JOIN report_keys AS two ON near.other = two.node
            WHERE one.kind = 'points' AND two.kind = 'points' AND one.other = two.other
            UNION ALL SELECT DISTINCT node, node AS other FROM report_keys WHERE kind = 'points'
            """,
        )
    )
    find_components(tables, links="pointing_links", labels="pointing")
    tables.make(
        Step(
            "beside",
            """
            SELECT DISTINCT pointing.label AS task, held_edges.other AS node
            FROM pointing JOIN held_edges ON pointing.node = held_edges.node
            LEFT JOIN pointing AS home ON held_edges.other = home.node AND home.label = pointing.label
            WHERE home.node IS NULL
            """,
        )
    )
    tables.spread(
        "absent",
        f"""
        SELECT pointing.label, 'inside', pointing.node, {_REPORT}
        FROM pointing JOIN claims ON pointing.node = claims.learnt
        UNION ALL SELECT beside.task, 'beside', beside.node, {_REPORT} {_OF_BESIDE}
        UNION ALL SELECT pointing.label, 'near', near.node, CAST(near.other AS STRING)
        FROM pointing JOIN near_either AS near ON pointing.node = near.node
        JOIN pointing AS home ON near.other = home.node
        WHERE pointing.label = home.label
        UNION ALL SELECT pointing.label, 'edge', pointing.node, held_edges.text
        FROM pointing JOIN held_edges ON pointing.node = held_edges.node
        """,
        find_absent,
    )
    tables.make(
        Step("edges", "SELECT * FROM held_edges UNION ALL SELECT * FROM absent WHERE kind IN ('close', 'credit')")
    )


def _find_events(tables: Spreader) -> None:
    """The table `events`: all events (`event`), the places that they tell of and the reports that tell of them."""
    tables.make(_beside("(SELECT node, other FROM held_edges WHERE kind = 'close')"))
    tables.spread(
        "claim_keys",
        f"""
        SELECT chunks.task, 'inside', chunks.node, {_WHOLE} {_OF_CHUNKS}
        UNION ALL SELECT beside.task, 'beside', beside.node, {_WHOLE} {_OF_BESIDE}
        UNION ALL SELECT chunks.task, 'edge', chunks.node, held_edges.text
        FROM chunks JOIN held_edges ON chunks.node = held_edges.node WHERE held_edges.kind = 'close'
        """,
        find_claim_keys,
    )
    for step in _FAMILY:
        tables.make(step)
    find_components(tables, links="family_links", labels="families")
    for step in _AROUND:
        tables.make(step)
    tables.spread(
        "settled",
        f"""
        SELECT chunks.task, 'inside', chunks.node, {_WHOLE} {_OF_CHUNKS}
        UNION ALL SELECT beside.task, 'beside', beside.node, {_WHOLE} {_OF_BESIDE}
        UNION ALL SELECT beside.task, 'twin', beside.node, claim_keys.name
        FROM beside JOIN claim_keys ON beside.node = claim_keys.node WHERE claim_keys.kind = 'twin'
        UNION ALL SELECT chunks.task, 'edge', chunks.node, edges.text FROM chunks JOIN edges ON chunks.node = edges.node
        UNION ALL SELECT relatives.task, 'edge', relatives.node, edges.text
        FROM relatives JOIN edges ON relatives.node = edges.node
        UNION ALL {_again("chunks")} UNION ALL {_again("relatives")}
        """,
        find_events,
    )
    _find_deferred(tables)
    tables.make(
        Step(
            "events",
            """
            SELECT * FROM settled WHERE kind IN ('event', 'part', 'lies', 'place', 'told')
            UNION ALL SELECT * FROM deferred WHERE kind IN ('event', 'place', 'told')
            UNION ALL SELECT 'part', homes.node, CAST(0 AS BIGINT), homes.claim, claim_parts.label
            FROM homes JOIN claim_parts ON homes.claim = claim_parts.node
            UNION ALL SELECT 'lies', deferred.node, deferred.other, deferred.name, claim_parts.label
            FROM deferred JOIN claim_parts ON deferred.text = claim_parts.node WHERE deferred.kind = 'lies'
            """,
        )
    )


_FAMILY = (
    Step(
        "family_links",
        """
        SELECT node, other FROM held_edges WHERE kind = 'close'
        UNION ALL SELECT other AS node, node AS other FROM held_edges WHERE kind = 'close'
        """,
    ),
)
#: What must be beside the reports of a chunk: the families of its reports (`relatives`), and all with a claim that
#: shares a key with one of theirs.
_AROUND = (
    Step(
        "relatives",
        """
        SELECT member.task AS task, families.node AS node
        FROM (
            SELECT DISTINCT chunks.task AS task, families.label AS label
            FROM chunks JOIN families ON chunks.node = families.node
        ) AS member
        JOIN families ON member.label = families.label JOIN chunks AS home ON families.node = home.node
        WHERE home.task <> member.task
        """,
    ),
    Step(
        "asked",
        """
        SELECT DISTINCT chunks.task AS task, claim_keys.other AS key
        FROM chunks JOIN claim_keys ON chunks.node = claim_keys.node WHERE claim_keys.kind = 'claim'
        """,
    ),
    Step(
        "beside",
        """
        SELECT task, node FROM relatives
        UNION SELECT asked.task AS task, claim_keys.node AS node
        FROM asked JOIN claim_keys ON asked.key = claim_keys.other JOIN chunks AS home ON claim_keys.node = home.node
        WHERE claim_keys.kind = 'claim' AND home.task <> asked.task
        """,
    ),
)


def _find_deferred(tables: Spreader) -> None:
    """The events of neighbourhoods that lie in several chunks, clustered by their bonds: the table `deferred`."""
    tables.make(
        Step(
            "claim_links",
            """
            SELECT name AS node, text AS other FROM settled WHERE kind IN ('member', 'link')
            UNION SELECT text AS node, name AS other FROM settled WHERE kind IN ('member', 'link')
            """,
        )
    )
    find_components(tables, links="claim_links", labels="claim_parts")
    _tell_of_large(tables)
    tables.make(Step("numbered", "SELECT node, DENSE_RANK() OVER (ORDER BY label) AS task FROM claim_parts"))
    tables.spread(
        "clustered",
        """
        SELECT numbered.task, 'node', CAST(0 AS BIGINT), origin.name
        FROM (SELECT DISTINCT name FROM settled WHERE kind = 'member') AS origin
        JOIN numbered ON origin.name = numbered.node
        UNION ALL SELECT one.task, 'bond', bond.score, one.node || CHR(10) || two.node
        FROM (
            SELECT name, text, MAX(other) AS score FROM settled WHERE kind = 'bond' GROUP BY name, text
        ) AS bond
        JOIN numbered AS one ON bond.name = one.node JOIN numbered AS two ON bond.text = two.node
        WHERE one.task = two.task
        """,
        find_clusters_of,
    )
    tables.make(
        Step(
            "homes",
            """
            SELECT DISTINCT clusters.task AS task, settled.node AS node, settled.text AS claim
            FROM (SELECT name, DENSE_RANK() OVER (ORDER BY text) AS task FROM clustered) AS clusters
            JOIN settled ON clusters.name = settled.name WHERE settled.kind = 'member'
            """,
        )
    )
    tables.make(Step("beside", "SELECT DISTINCT task, node FROM homes"))
    tables.spread(
        "deferred",
        f"""
        SELECT beside.task, 'inside', beside.node, {_WHOLE} {_OF_BESIDE}
        UNION ALL SELECT beside.task, 'under', held_edges.other, {_WHOLE}
        FROM beside JOIN held_edges ON beside.node = held_edges.node JOIN claims ON held_edges.other = claims.learnt
        WHERE held_edges.kind = 'close'
        UNION ALL SELECT task, 'claim', node, claim FROM homes
        UNION ALL SELECT beside.task, 'edge', beside.node, edges.text FROM beside JOIN edges ON beside.node = edges.node
        UNION ALL {_again("beside")}
        """,
        find_whole_events,
    )


def _tell_of_large(tables: Spreader) -> None:
    """Says which neighbourhoods are so large that one process holds very many bonds; they stay whole all the same."""
    sizes = tables.ask(
        f"SELECT label, COUNT(*) FROM claim_parts GROUP BY label HAVING COUNT(*) > {LARGE} ORDER BY label"
    )
    for first, claims in sizes:
        log.warning("the neighbourhood of claim %s holds %s claims: one process clusters it", first, claims)


def _find_holdings(tables: Spreader) -> None:
    """The table `holdings`: those of each place, or of places that one event may tell of."""
    tables.make(
        Step(
            "place_events",
            "SELECT name AS node, MIN(name) OVER (PARTITION BY other) AS other FROM events WHERE kind = 'place'",
        )
    )
    tables.make(
        Step(
            "place_links",
            "SELECT node, other FROM place_events UNION SELECT other AS node, node AS other FROM place_events",
        )
    )
    find_components(tables, links="place_links", labels="telling")
    tables.make(Step("together", "SELECT node AS event, DENSE_RANK() OVER (ORDER BY label) AS task FROM telling"))
    tables.make(
        Step(
            "beside",
            """
            SELECT DISTINCT together.task AS task, events.node AS node
            FROM together JOIN events ON together.event = events.name WHERE events.kind = 'told'
            """,
        )
    )
    tables.spread(
        "holdings",
        f"""
        SELECT beside.task, 'inside', beside.node, {_WHOLE} {_OF_BESIDE}
        UNION ALL SELECT together.task, 'event', CAST(0 AS BIGINT), events.text
        FROM together JOIN events ON together.event = events.name WHERE events.kind = 'event'
        UNION ALL {_again("beside")}
        """,
        find_holdings,
    )


_OF_CHUNKS = "FROM chunks JOIN claims ON chunks.node = claims.learnt"
_OF_BESIDE = "FROM beside JOIN claims ON beside.node = claims.learnt"


def _again(table: str) -> str:
    """The claims that are told again, of the reports of a table (task, node), as rows of its tasks."""
    return f"""
        SELECT {table}.task, 'again', {table}.node, claim_keys.name || CHR(10) || claim_keys.text
        FROM {table} JOIN claim_keys ON {table}.node = claim_keys.node WHERE claim_keys.kind = 'again'
    """


def _beside(pairs: str) -> Step:
    """The reports of other tasks that stand in a table of pairs (node, other) with those of a task."""
    return Step(
        "beside",
        f"""
        SELECT DISTINCT chunks.task AS task, pairs.other AS node
        FROM chunks JOIN {pairs} AS pairs ON chunks.node = pairs.node JOIN chunks AS home ON pairs.other = home.node
        WHERE home.task <> chunks.task
        """,
    )
