"""The page's part on known things: speakers, counts and names on our own gold, places and dates on that of others."""

from __future__ import annotations

from pathlib import Path

from benchmarks.names import SAME, find_data, make_pairs, measure, read_cities
from benchmarks.outside.dates import measure_dates, render_dates
from benchmarks.outside.geoparsing import render_geoparsing, time_places
from benchmarks.quantities import render_quantities
from benchmarks.speakers import render_speakers
from sayso.evaluate.table import render_table
from sayso.read import load_reader
from sayso.resolve.name import compare_names
from sayso.settings import load_settings
from sayso.workshop import open_knowledge


def render_known(gold: Path | None) -> str:
    """Markdown sections on each room of known things; `gold` is the folder of others' gold, None where it is absent."""
    knowledge, reader = open_knowledge(load_settings()), load_reader()
    parts = [
        "## Known things",
        "\nWhat words are taken to stand for, given the words: no error of reading is in these figures.\n",
    ]
    if gold and knowledge.gazetteer:
        parts += [
            render_geoparsing(gold, knowledge.gazetteer),
            render_dates([measure_dates(gold, part="dev and test")]),
        ]
    parts += [_render_names()]
    for part in ("dev", "test"):
        parts += [render_speakers(part, knowledge=knowledge, reader=reader), render_quantities(part)]
    return "\n".join(parts)


def time_known(gold: Path) -> str:
    """How many mentions of places are resolved in a minute of one core, and the most memory held meanwhile."""
    gazetteer = open_knowledge(load_settings()).gazetteer
    if gazetteer is None:
        return "no gazetteer"
    mentions, megabytes = time_places(gold, gazetteer)
    return f"places: {mentions:,.0f} mentions a minute on one core, with {megabytes:,.0f} MB held"


def _render_names() -> str:
    pairs = make_pairs(read_cities(find_data(), half="report"))
    rows = sorted(measure(pairs, lambda one, other: compare_names(one, other).score >= SAME).items())
    return "\n".join(
        [
            "### Names: spellings of one name told from other names",
            "",
            "Cities of ten countries: their names against their other names in GeoNames, and against those of other",
            "cities of the country; the half of cities on which nothing was chosen.",
            "",
            render_table(
                ["letters of the other name", "precision", "recall", "pairs of one city", "of two"],
                [
                    [script.lower(), f"{row[0]:.1f}", f"{row[1]:.1f}", f"{row[2]:,}", f"{row[3]:,}"]
                    for script, row in rows
                ],
            ),
            "",
        ]
    )
