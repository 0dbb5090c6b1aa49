"""A generator of affairs: worlds with known truth, for load and as an oracle. Stands beside the pipeline."""

from sayso.simulate.affair import write_affair
from sayso.simulate.score import score, score_by_tag, score_links
from sayso.simulate.settings import Settings
from sayso.simulate.theatre import Theatre, make_theatre, simulate
from sayso.simulate.truth import (
    TrueConflict,
    TrueHappening,
    TrueHolding,
    TrueLineage,
    TrueVoice,
    Truth,
    join_truths,
)

__all__ = [
    "Settings",
    "Theatre",
    "TrueConflict",
    "TrueHappening",
    "TrueHolding",
    "TrueLineage",
    "TrueVoice",
    "Truth",
    "join_truths",
    "make_theatre",
    "score",
    "score_by_tag",
    "score_links",
    "simulate",
    "write_affair",
]
