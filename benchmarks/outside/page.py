"""The page's part on gold of others: every figure beside what others reach."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from benchmarks.outside.cut import measure_cut, render_cut
from benchmarks.outside.ecbplus import render_ecbplus
from benchmarks.outside.muc import measure_muc, render_muc
from benchmarks.outside.polnear import measure_polnear, render_polnear
from benchmarks.outside.snippet import measure_snippets, render_snippets
from benchmarks.outside.watch import Watch
from sayso.evaluate.table import render_table
from sayso.read import Reader, load_reader

PARTS = ("dev", "test")
#: Attributions in PolNeAR by others, words per CPU second, on two cores of another day: the order of size holds.
PEERS = (
    ("spaCy 3.8 small and 60 lines of rules", "8,300"),
    ("textacy direct_quotations, whole article", "5,934"),
    ("GenderGapTracker's quote extractor", "5,586"),
    ("textacy direct_quotations, by paragraph", "4,381"),
    ("Citron (BBC)", "2,237"),
)
_Scored = TypeVar("_Scored")


def render_outside(gold_folder: Path, *, parts: Sequence[str] = PARTS) -> str:
    """Markdown sections on PolNeAR, CofeNet's cut, MUC-4, CASE 2021 and ECB+, and what reading costs.

    `gold_folder` holds `polnear`, `muc4`, `case2021_task2` and `ecbplus`; `parts` are "dev" and "test". Takes some
    minutes of one core. Raises MissingInput or OSError where a set is missing (ECB+ alone is left out then).
    """
    reader, costs = load_reader(), dict[str, Watch]()

    def measure(name: str, act: Callable[[str, Watch], _Scored]) -> list[_Scored]:
        costs[name] = _watch(reader)
        return [act(part, costs[name]) for part in parts]

    polnear = measure("PolNeAR", lambda part, watch: measure_polnear(gold_folder, part=part, watch=watch))
    cut = measure("CofeNet's cut", lambda part, watch: measure_cut(gold_folder, part=part, watch=watch))
    muc = measure("MUC-4", lambda part, watch: measure_muc(gold_folder, part=part, watch=watch))
    snippets = measure("CASE 2021", lambda part, watch: measure_snippets(gold_folder, part=part, watch=watch))
    return "\n".join(
        [
            "## Gold of others",
            "",
            "Public sets, none of whose texts is in this repository; `dev` was used for choices, `test` for these",
            "figures alone. Per cent; in brackets the 95 % interval over 1,000 draws of documents. How each set is",
            "mapped, and what the figures mean: [outside-gold.md](outside-gold.md).",
            "",
            render_polnear(polnear),
            render_cut(cut),
            render_muc([each for some in muc for each in some]),
            render_snippets([each for some in snippets for each in some]),
            render_ecbplus(gold_folder, parts=parts),
            _render_costs(costs),
        ]
    )


def _watch(reader: Reader) -> Watch:
    """A watch on a reader that is warm: its first text costs more than others."""
    watch = Watch(reader)
    watch.read("Troops left Tel Arwan on Sunday, a spokesman said.", name="warm")
    watch.words, watch.seconds = 0, 0.0
    return watch


def _render_costs(costs: dict[str, Watch]) -> str:
    read = {"PolNeAR": "attributions", "CofeNet's cut": "attributions, by paragraph"}
    rows = [
        [name, read.get(name, "everything"), f"{watch.words:,}", f"{watch.seconds:.0f}", f"{watch.speed:,.0f}"]
        for name, watch in costs.items()
    ]
    rows += [[name, "attributions", "–", "–", speed] for name, speed in PEERS]
    heads = ("what reading costs", "read", "words", "CPU seconds", "words per CPU second")
    return "\n".join(["### What it costs", "", render_table(heads, rows)])
