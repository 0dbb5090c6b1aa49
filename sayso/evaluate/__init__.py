"""How good a record is, measured against what a careful reader records. Stands beside the pipeline."""

from sayso.evaluate.affair import find_affairs, load_affair
from sayso.evaluate.counts import Counts, list_figures, sum_counts, summarise
from sayso.evaluate.gold import GoldAffair
from sayso.evaluate.gold_reading import gold_reading
from sayso.evaluate.ideal import write_ideal_rows
from sayso.evaluate.misses import Miss, list_misses
from sayso.evaluate.score import score_affair

__all__ = [
    "Counts",
    "GoldAffair",
    "Miss",
    "find_affairs",
    "gold_reading",
    "list_figures",
    "list_misses",
    "load_affair",
    "score_affair",
    "sum_counts",
    "summarise",
    "write_ideal_rows",
]
