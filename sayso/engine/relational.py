"""Relational: which rows go together, as named steps of SQL that DuckDB and Spark both understand.

The steps read `claims` (as `claims.CLAIMS` has it) and what the tasks of `program.py` found. Numbers are those under
which reports were learnt.
"""

from __future__ import annotations

from typing import NamedTuple, Protocol

from sayso.corroborate.lineage.candidates import ENOUGH, FELLOW_WEIGHTS, FEW, MANY, SOME, WEIGHTS


class Step(NamedTuple):
    """A table and the query that fills it."""

    name: str
    query: str


class Tables(Protocol):
    """A place where SQL runs."""

    def make(self, step: Step) -> None:
        """Makes the table that a step names, or makes it anew; a step never reads the table that it replaces."""

    def ask(self, query: str) -> list[tuple[object, ...]]:
        """The rows of a query."""


#: Reports that one process takes together: by the order learnt, so many claims (`{size}`) and a bit.
CHUNKS = Step(
    "chunks",
    """
    SELECT learnt AS node, CAST(FLOOR((before + size) / {size}) AS BIGINT) AS task FROM (
        SELECT learnt, size, SUM(size + 1) OVER (ORDER BY learnt) - size - 1 AS before FROM claims
    ) AS counted
    """,
)

_SHARED = {**WEIGHTS, **FELLOW_WEIGHTS}
_WEIGHT = " ".join(f"WHEN '{kind}' THEN {weight}" for kind, weight in _SHARED.items())
_FELLOW = " ".join(f"WHEN '{kind}' THEN 1" for kind in FELLOW_WEIGHTS)

#: Which reports may derive from which (`near`), and which may have it from a third (`fellows`; `near_either`: both), as
#: `sayso.corroborate.lineage.candidates` has it: `place` is a report's in the order of telling, `rank` its place among
#: those that hold a key, `held` how many these are; of an outlet's key, `rank` counts the outlet's own reports told
#: until then, `owners` all of them.
NEAR = (
    Step("places", "SELECT node, ROW_NUMBER() OVER (ORDER BY text) AS place FROM report_keys WHERE kind = 'order'"),
    Step(
        "holders",
        f"""
        SELECT held.kind AS kind, held.key AS key, held.place AS place, CASE held.kind {_WEIGHT} END AS weight,
               CASE held.kind {_FELLOW} ELSE 0 END AS fellow,
               ROW_NUMBER() OVER (PARTITION BY held.kind, held.key ORDER BY held.place) AS rank,
               COUNT(*) OVER (PARTITION BY held.kind, held.key) AS held
        FROM (
            SELECT DISTINCT report_keys.kind AS kind, report_keys.other AS key, places.place AS place
            FROM report_keys JOIN places ON report_keys.node = places.node
            WHERE report_keys.kind IN ({", ".join(f"'{kind}'" for kind in _SHARED)})
        ) AS held
        """,
    ),
    Step(
        "near_shared",
        f"""
        SELECT early.fellow AS fellow, early.place AS early, late.place AS late
        FROM holders AS early JOIN holders AS late
          ON early.kind = late.kind AND early.key = late.key AND early.place < late.place
        WHERE early.held <= {MANY} OR early.rank <= {FEW}
        GROUP BY early.fellow, early.place, late.place
        HAVING SUM(CASE WHEN early.held <= {MANY} THEN early.weight ELSE early.weight / 2 END) >= {ENOUGH}
        """,
    ),
    Step(
        "outlet_keys",
        """
        SELECT held.key AS key, held.place AS place, held.owns AS owns,
               SUM(held.owns) OVER (PARTITION BY held.key) AS owners,
               SUM(held.owns) OVER (
                   PARTITION BY held.key ORDER BY held.place, held.owns DESC ROWS UNBOUNDED PRECEDING
               ) AS rank
        FROM (
            SELECT DISTINCT report_keys.other AS key, places.place AS place,
                   CASE WHEN report_keys.kind = 'owned' THEN 1 ELSE 0 END AS owns
            FROM report_keys JOIN places ON report_keys.node = places.node
            WHERE report_keys.kind IN ('owned', 'cited', 'named')
        ) AS held
        """,
    ),
    Step(
        "near_cited",
        f"""
        SELECT LEAST(chosen.owner, chosen.citer) AS early, GREATEST(chosen.owner, chosen.citer) AS late FROM (
            SELECT shared.owner AS owner, shared.citer AS citer,
                   ROW_NUMBER() OVER (PARTITION BY shared.citer ORDER BY shared.keys DESC, shared.owner DESC) AS choice
            FROM (
                SELECT owner.place AS owner, citer.place AS citer, COUNT(*) AS keys
                FROM (SELECT * FROM outlet_keys WHERE owns = 1) AS owner
                JOIN (SELECT * FROM outlet_keys WHERE owns = 0 AND owners > 0) AS citer ON owner.key = citer.key
                WHERE owner.place <> citer.place
                  AND (owner.owners <= {MANY} OR owner.rank BETWEEN citer.rank - {FEW} + 1 AND citer.rank + 1)
                GROUP BY owner.place, citer.place
            ) AS shared
        ) AS chosen
        WHERE chosen.choice <= {SOME}
        """,
    ),
    Step(
        "near_once",
        """
        SELECT one.node AS node, two.node AS other
        FROM (SELECT early, late FROM near_shared WHERE fellow = 0 UNION SELECT early, late FROM near_cited) AS pair
        JOIN places AS one ON one.place = pair.early JOIN places AS two ON two.place = pair.late
        """,
    ),
    Step("near", "SELECT node, other FROM near_once UNION ALL SELECT other AS node, node AS other FROM near_once"),
    Step(
        "fellows_once",
        """
        SELECT one.node AS node, two.node AS other
        FROM (SELECT early, late FROM near_shared WHERE fellow = 1) AS pair
        JOIN places AS one ON one.place = pair.early JOIN places AS two ON two.place = pair.late
        """,
    ),
    Step(
        "fellows",
        "SELECT node, other FROM fellows_once UNION ALL SELECT other AS node, node AS other FROM fellows_once",
    ),
    Step("near_either", "SELECT node, other FROM near UNION SELECT node, other FROM fellows"),
)
