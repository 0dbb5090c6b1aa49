"""Engines: corroboration from scratch at any size. One function of a closed neighbourhood is the engine everywhere:
plain runs it over everything, DuckDB and Spark find the neighbourhoods and spread them.
"""

from sayso.engine.done import Done
from sayso.engine.run import EngineName, corroborate_claims

__all__ = ["Done", "EngineName", "corroborate_claims"]
