"""Stage 5: resolved claims of one neighbourhood -> lineage, voices, events, accounts, conflicts, holdings."""

from sayso.corroborate.neighbourhood import corroborate

__all__ = ["corroborate"]
