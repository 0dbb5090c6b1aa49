"""How good a record is, measured against what a careful reader records. Stands beside the pipeline."""

from sayso.evaluate.affair import find_affairs, load_affair
from sayso.evaluate.breakdown import Breakdown, break_down
from sayso.evaluate.calibration import PARTS, Judged, bin_judged, calibration_error, judge_certainty
from sayso.evaluate.counts import Counts, Summary, list_figures, sum_counts, summarise
from sayso.evaluate.damage import DAMAGES, Damage, Effect, measure_damages
from sayso.evaluate.gold import GoldAffair
from sayso.evaluate.gold_reading import gold_reading
from sayso.evaluate.ideal import write_ideal_rows
from sayso.evaluate.misses import Miss, list_misses
from sayso.evaluate.polnear import PolnearDocument, load_polnear, predict_attributions, write_predictions
from sayso.evaluate.reading_damage import READING_DAMAGES, ReadingDamage, measure_reading_damages
from sayso.evaluate.score import score_affair, score_reports
from sayso.evaluate.table import (
    render_affairs,
    render_bins,
    render_effects,
    render_losses,
    render_tallies,
    render_total,
)

__all__ = [
    "DAMAGES",
    "PARTS",
    "READING_DAMAGES",
    "Breakdown",
    "Counts",
    "Damage",
    "Effect",
    "GoldAffair",
    "Judged",
    "Miss",
    "PolnearDocument",
    "ReadingDamage",
    "Summary",
    "bin_judged",
    "break_down",
    "calibration_error",
    "find_affairs",
    "gold_reading",
    "judge_certainty",
    "list_figures",
    "list_misses",
    "load_affair",
    "load_polnear",
    "measure_damages",
    "measure_reading_damages",
    "predict_attributions",
    "render_affairs",
    "render_bins",
    "render_effects",
    "render_losses",
    "render_tallies",
    "render_total",
    "score_affair",
    "score_reports",
    "sum_counts",
    "summarise",
    "write_ideal_rows",
    "write_predictions",
]
