"""Rows: how one report, one event, one holding, one entity stands in the derived tables.

Each file gives the rows of one thing and asks nothing of the others, so that what follows from a few reports could
be put in place of what was without the rest.
"""

from typing import Any

Row = dict[str, Any]
