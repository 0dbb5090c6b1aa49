"""Revision: what persons decided of claims, applied to a reading before anything is resolved."""

from sayso.model.revision.revision import (
    Revised,
    RevisedAll,
    group_decided,
    list_lost,
    revise,
    revise_all,
    says_what_stands,
)

__all__ = ["Revised", "RevisedAll", "group_decided", "list_lost", "revise", "revise_all", "says_what_stands"]
