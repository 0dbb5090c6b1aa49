"""LGL, TR-News and GeoWebNews: is a place that a text names put within 161 km (100 miles) of where gold has it?

Gold's mentions are taken as they are, the text around them is the context, and nothing else is given. The sets come
with Gritta et al., "A pragmatic guide to geoparsing evaluation" (2019).
"""

from __future__ import annotations

import io
import resource
import tarfile
import time
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.outside.interval import Counts, accuracy, estimate
from sayso.evaluate.table import render_table
from sayso.model.answer import Answer
from sayso.model.place import Gazetteer, KnownPlace
from sayso.model.values.point import distance_km
from sayso.resolve.place.actor import is_actor_like
from sayso.resolve.place.block import Atlas
from sayso.resolve.place.choice import resolve_together
from sayso.resolve.place.mention import Named, parse
from sayso.resolve.place.weights import WEIGHTS

ARCHIVE = "geoparsing/geoparsing.tar.xz"
FILES = {
    "LGL": "data/Corpora/lgl.xml",
    "TR-News": "data/Corpora/TR-News.xml",
    "GeoWebNews": "data/GWN.xml",
}
#: Mordecai 3 (Halterman 2023), within 161 km, with a search server that holds all of GeoNames.
MORDECAI = {"LGL": 82.7, "TR-News": 87.3, "GeoWebNews": 94.1}
NEAR_KM = 161.0
_AROUND = 80  # characters of context on either side of a mention
_SHIFTS = (0, -1, 1, -2, 2, -3, 3)  # some articles of TR-News count from elsewhere
#: Counted by article: mentions; with an entry; put within 161 km; put at all; whose likeliest candidate is within
#: 161 km, sure enough or not. (Kilometres off are listed beside.)
_MENTIONS, _KNOWN, _RIGHT, _PUT, _LIKELIEST = range(5)
_WITHOUT = {
    "the text alone": WEIGHTS,
    "no countries": {**WEIGHTS, "same_country": 0.0, "same_region": 0.0, "within": 0.0, "outside": 0.0},
    "population alone": {**dict.fromkeys(WEIGHTS, 0.0), "people": 1.0, "spelling": WEIGHTS["spelling"]},
}
_ACTORS = {"Literal": False, "Metonymic": True}
PARTS = ("even", "odd", "all")


@dataclass(frozen=True, slots=True)
class Toponym:
    """A mention that gold has put somewhere; `sort` is GeoWebNews' type of it ("Literal", "Metonymic"), else empty."""

    words: str
    start: int
    end: int
    latitude: float
    longitude: float
    geonames: str
    sort: str = ""


@dataclass(frozen=True)
class Placed:
    """How the mentions of a set were put: counts by article (see _MENTIONS), and how far off each put one is, in km."""

    name: str
    counts: Counts
    numbers: tuple[int, ...]
    off_km: tuple[tuple[int, float], ...]

    def part(self, part: str) -> Counts:
        """The counts of the even-numbered articles (which weights were chosen on), the odd ones, or all."""
        wanted = {"even": (0,), "odd": (1,), "all": (0, 1)}[part]
        return self.counts[[number % 2 in wanted for number in self.numbers]]

    def off(self, part: str) -> tuple[float, float]:
        """Mean and median kilometres off, of those that were put; NaN where none was."""
        wanted = {"even": (0,), "odd": (1,), "all": (0, 1)}[part]
        found = [km for number, km in self.off_km if number % 2 in wanted]
        return (float(np.mean(found)), float(np.median(found))) if found else (np.nan, np.nan)


@dataclass(frozen=True, slots=True)
class Article:
    """A text with its placed mentions; `number` is its place in its set, from 0."""

    number: int
    text: str
    toponyms: tuple[Toponym, ...]

    @property
    def named(self) -> list[Named]:
        """Gold's mentions as the room of places reads them."""
        return [
            parse(
                each.words,
                before=self.text[max(0, each.start - _AROUND) : each.start],
                after=self.text[each.end : each.end + _AROUND],
            )
            for each in self.toponyms
        ]


def load_geoparsing(gold: Path, name: str) -> list[Article]:
    """The articles of a set in their order, those without a placed mention too. Raises OSError where it is missing."""
    with tarfile.open(gold / ARCHIVE) as archive:
        file = archive.extractfile(FILES[name])
        content = file.read() if file else b""
    rows = ET.parse(io.BytesIO(content)).iter("article")
    return [_article(number, row) for number, row in enumerate(rows)]


def _article(number: int, row: ET.Element) -> Article:
    text = row.findtext("text") or ""
    return Article(number, text, tuple(_toponyms(row, text)))


def _toponyms(row: ET.Element, text: str) -> Iterator[Toponym]:
    for each in row.iter("toponym"):
        tag = each.find("gaztag")
        place = tag if tag is not None else each
        latitude = place.findtext("lat") or place.findtext("latitude")
        longitude = place.findtext("lon") or place.findtext("longitude")
        geonames = (tag.get("geonameid") if tag is not None else each.findtext("geonamesID")) or ""
        words = each.findtext("phrase") or each.findtext("extractedName") or ""
        if not latitude or not longitude or not geonames:
            continue
        start = _start(text, int(each.findtext("start") or 0), words)
        yield Toponym(
            words, start, start + len(words), float(latitude), float(longitude), geonames, each.findtext("type") or ""
        )


def _start(text: str, told: int, words: str) -> int:
    """Where the words stand, near where gold says."""
    for shift in _SHIFTS:
        if told + shift >= 0 and text.startswith(words, told + shift):
            return told + shift
    return max(told, 0)


def measure_geoparsing(
    gold: Path, gazetteer: Gazetteer, *, name: str, weights: Mapping[str, float] = WEIGHTS
) -> Placed:
    """All mentions of a set, each article by itself; what is put nowhere counts as not within 161 km."""
    atlas = Atlas(gazetteer)
    articles = [article for article in load_geoparsing(gold, name) if article.toponyms]
    counts, off = np.zeros((len(articles), 5)), list[tuple[int, float]]()
    for row, article in enumerate(articles):
        named = article.named
        answers = resolve_together(named, atlas, countries={}, weights=weights)
        for toponym, each, answer in zip(article.toponyms, named, answers, strict=True):
            km, likeliest = _off(answer, toponym), _is_likeliest(answer, toponym)
            right = km is not None and km <= NEAR_KM
            counts[row] += (1, _is_known(atlas, each, toponym), right, km is not None, likeliest)
            off += [(article.number, km)] if km is not None else []
    return Placed(name, counts, tuple(article.number for article in articles), tuple(off))


def measure_actors(gold: Path) -> Counts:
    """Place or actor, on GeoWebNews' literal and metonymic mentions: tables of gold against answer, by article."""
    articles = load_geoparsing(gold, "GeoWebNews")
    tables = np.zeros((len(articles), 2, 2))
    for table, article in zip(tables, articles, strict=True):
        for each in article.toponyms:
            if each.sort in _ACTORS:
                before, after = article.text[: each.start][-_AROUND:], article.text[each.end :][:_AROUND]
                table[int(_ACTORS[each.sort]), int(is_actor_like(before, after))] += 1
    return tables


def render_geoparsing(gold: Path, gazetteer: Gazetteer) -> str:
    """The section: each set and part beside Mordecai 3, what damage costs, and places told from actors."""
    shipped = [measure_geoparsing(gold, gazetteer, name=name) for name in FILES]
    told = ("set, articles", "mentions", "without an entry", "within 161 km, of those with one", "Mordecai 3")
    heads = (*told, "the likeliest", "of all", "put nowhere", "km off, mean", "median")
    rows = [_row(placed, part) for placed in shipped for part in PARTS]
    return "\n".join(
        [
            "### LGL, TR-News, GeoWebNews: where a named place is",
            "",
            render_table(heads, rows),
            "Gold's mentions, adjectives too; the context is the article alone. Weights were chosen on the",
            "even-numbered articles. What is put nowhere, for none is sure enough, counts as wrong; in the column “the",
            "likeliest” it counts all the same, as in most figures of others. Mordecai 3 asks a server with all of",
            "GeoNames; Sayso what ships: settlements of 500 people and more, divisions, countries, airfields, sites.",
            "",
            _render_damage(gold, gazetteer),
            _render_actors(measure_actors(gold)),
        ]
    )


def _row(placed: Placed, part: str) -> list[str]:
    counts = placed.part(part)
    mean, median = placed.off(part)
    mentions, known, _, put, likeliest = counts.sum(axis=0)
    return [
        f"{placed.name}, {part}",
        f"{mentions:,.0f}",
        f"{100 - 100 * known / mentions:.1f}",
        str(estimate(counts, _of_known)),
        f"{MORDECAI[placed.name]}" if part == "all" else "",
        f"{100 * likeliest / known:.1f}",
        f"{_of_all(counts.sum(axis=0)):.1f}",
        f"{100 - 100 * put / mentions:.1f}",
        f"{mean:,.0f}",
        f"{median:.1f}",
    ]


def _render_damage(gold: Path, gazetteer: Gazetteer) -> str:
    rows = []
    for title, weights in _WITHOUT.items():
        placed = [measure_geoparsing(gold, gazetteer, name=name, weights=weights) for name in FILES]
        rows.append([title, *(f"{_of_known(each.counts.sum(axis=0)):.1f}" for each in placed)])
    return "\n".join([render_table(("what is asked of the candidates", *FILES), rows), ""])


def _render_actors(tables: Counts) -> str:
    total = tables.sum(axis=0)
    places = f"{total[0].sum():.0f} places, {total[1].sum():.0f} actors"
    commonest = 100 * total.sum(axis=1).max() / total.sum()
    told = f"Place or actor (GeoWebNews' literal and metonymic names: {places}): {estimate(tables, accuracy)} right;"
    return f"{told} always the commonest {commonest:.1f}.\n"


def _of_known(counts: Counts) -> Counts:
    share: Counts = 100 * counts[..., _RIGHT] / counts[..., _KNOWN]
    return share


def _of_all(counts: Counts) -> Counts:
    share: Counts = 100 * counts[..., _RIGHT] / counts[..., _MENTIONS]
    return share


def _off(answer: Answer[KnownPlace], toponym: Toponym) -> float | None:
    return distance_km(answer.best.of.point, (toponym.latitude, toponym.longitude)) if answer.best else None


def _is_likeliest(answer: Answer[KnownPlace], toponym: Toponym) -> bool:
    point = (toponym.latitude, toponym.longitude)
    return bool(answer.candidates) and distance_km(answer.candidates[0].of.point, point) <= NEAR_KM


def _is_known(atlas: Atlas, named: Named, toponym: Toponym) -> bool:
    """Whether an entry that bears the name lies within 161 km of where gold has it."""
    point = (toponym.latitude, toponym.longitude)
    return any(distance_km(place.point, point) <= NEAR_KM for place in atlas.block(named).places)


def time_places(gold: Path, gazetteer: Gazetteer) -> tuple[float, float]:
    """Mentions a minute on one core (candidates and choice, from an atlas that has seen nothing), and the most memory
    that the process has held, in MB. One pass over the three sets.
    """
    articles = [article for name in FILES for article in load_geoparsing(gold, name)]
    mentions = sum(len(article.toponyms) for article in articles)
    atlas, start = Atlas(gazetteer), time.process_time()
    for article in articles:
        resolve_together(article.named, atlas, countries={})
    seconds = time.process_time() - start
    return 60 * mentions / seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
