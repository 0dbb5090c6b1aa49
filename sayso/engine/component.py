"""Component: all that links lead to, by however many steps, named by the least; in SQL, round by round.

Each component takes the least name that any of its members is linked to; then names follow their own names, so that
a chain of links halves with every round.
"""

from __future__ import annotations

from sayso.engine.relational import Step, Tables

_ROUND = (
    Step(
        "hooks",
        """
        SELECT one.label AS node, MIN(two.label) AS label
        FROM {links} AS links
        JOIN {labels} AS one ON links.node = one.node JOIN {labels} AS two ON links.other = two.node
        GROUP BY one.label HAVING MIN(two.label) < one.label
        """,
    ),
    Step(
        "hooked",
        """
        SELECT labels.node AS node, COALESCE(hooks.label, labels.label) AS label
        FROM {labels} AS labels LEFT JOIN hooks ON labels.label = hooks.node
        """,
    ),
    Step(
        "jumped",
        "SELECT one.node AS node, two.label AS label FROM hooked AS one JOIN hooked AS two ON one.label = two.node",
    ),
    Step(
        "{labels}",
        "SELECT one.node AS node, two.label AS label FROM jumped AS one JOIN jumped AS two ON one.label = two.node",
    ),
)


def find_components(tables: Tables, *, links: str, labels: str) -> None:
    """Fills the table `labels` (node, label) from the table `links` (node, other), which has each link both ways.

    What is linked to nothing has no row, unless it is linked to itself.
    """
    tables.make(Step(labels, f"SELECT DISTINCT node, node AS label FROM {links}"))
    is_moving = True
    while is_moving:
        for name, query in _ROUND:
            tables.make(Step(name.format(labels=labels), query.format(links=links, labels=labels)))
        is_moving = bool(tables.ask("SELECT COUNT(*) FROM hooks")[0][0])
