"""Tables: scores as people read them, in Markdown, with how far they would vary over other affairs."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence

from sayso.evaluate.calibration import Bin
from sayso.evaluate.counts import Counts, Summary, Tally, list_figures, sum_counts, summarise
from sayso.evaluate.damage import Effect

#: Draws for an interval: its ends then vary by well under a point from seed to seed.
ROUNDS = 1000
_MISSING = "–"
#: Scores of all affairs together and, where they can be had, the ends of their intervals.
Intervals = Mapping[str, tuple[float, float] | None]


def render_affairs(by_affair: Mapping[str, Counts], *, seed: int = 0, rounds: int = ROUNDS) -> str:
    """One row a score: its figure in percent for each affair, for all together, and its 95 % interval.

    The figure is F, accuracy or the share of right sets of voices; a dash where gold has nothing.
    """
    counts = list(by_affair.values())
    columns = [list_figures(each) for each in counts]
    total = list_figures(sum_counts(counts))
    intervals = bootstrap_intervals(counts, seed=seed, rounds=rounds)
    rows = [
        [name, *(_show(column[name]) for column in columns), _show(figure), _show_interval(intervals[name])]
        for name, figure in total.items()
    ]
    return render_table(["score", *by_affair, "all", "95 % interval"], rows)


def render_total(
    counts: Sequence[Counts], *, seed: int = 0, rounds: int = ROUNDS, scores: Sequence[str] | None = None
) -> str:
    """One row a score over all counts: precision, recall, figure, its 95 % interval, and of how many; all `scores`
    unless some are named.
    """
    total = sum_counts(counts)
    summary, figures = summarise(total), list_figures(total)
    intervals = bootstrap_intervals(counts, seed=seed, rounds=rounds)
    rows = [
        [
            name,
            _show(_part(summary, name, "P")),
            _show(_part(summary, name, "R")),
            _show(figure),
            _show_interval(intervals[name]),
            _show_size(summary, name),
        ]
        for name, figure in figures.items()
        if scores is None or name in scores
    ]
    return render_table(["score", "precision", "recall", "figure", "95 % interval", "of"], rows)


def render_effects(effects: Iterable[Effect]) -> str:
    """One row a damage and score: the figure before and after, and whether it fell."""
    rows = [
        [each.damage, each.score, _show(each.before), _show(each.after), "yes" if each.is_lower else "no"]
        for each in effects
    ]
    return render_table(["damage", "score", "before", "after", "lower"], rows)


def render_losses(effects: Sequence[Effect]) -> str:
    """One row a damage, one column a score: by how many points the figure fell (with a minus: rose)."""
    damages = list(dict.fromkeys(each.damage for each in effects))
    scores = list(dict.fromkeys(each.score for each in effects))
    lost = {(each.damage, each.score): _subtract(each.before, each.after) for each in effects}
    rows = [[damage, *(_show(lost.get((damage, score))) for score in scores)] for damage in damages]
    return render_table(["lost in reading", *scores], rows)


def render_tallies(name: str, tallies: Mapping[str, Tally], *, recall_only: bool = False) -> str:
    """One row a kind: precision, recall and F in percent, and how many gold has."""
    heads = [name, "recall", "of"] if recall_only else [name, "precision", "recall", "F", "of"]
    rows = []
    for kind, tally in tallies.items():
        figures = tally.agreement()
        shown = [_show(figures["R"])] if recall_only else [_show(figures[part]) for part in ("P", "R", "F")]
        rows.append([kind, *shown, str(tally.wanted)])
    return render_table(heads, rows)


def render_bins(bins: Iterable[Bin]) -> str:
    """One row a step of certainty: how many claims, their mean certainty, how many of a hundred are right."""
    rows = [[str(b.count), _show(100 * b.chance), _show(100 * b.right)] for b in bins]
    return render_table(["claims", "certainty", "right"], rows)


def bootstrap_intervals(counts: Sequence[Counts], *, seed: int = 0, rounds: int = ROUNDS) -> Intervals:
    """For each score, between which figures 95 % of draws of as many affairs lie, each drawn with replacement.

    Seeded: the same counts give the same interval. None where no draw has anything to score. With
    a dozen affairs the interval is rough: it says how much hangs on which affairs there are.
    """
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    drawn: dict[str, list[float]] = {name: [] for name in list_figures(Counts())}
    for _ in range(rounds if counts else 0):
        for name, figure in list_figures(sum_counts(chance.choices(counts, k=len(counts)))).items():
            if figure is not None:
                drawn[name].append(figure)
    return {name: _find_middle(sorted(figures)) for name, figures in drawn.items()}


def render_table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table: the first column to the left, the others to the right."""
    rule = ["---", *("---:" for _ in heads[1:])]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in (heads, rule, *rows))


def _find_middle(figures: Sequence[float]) -> tuple[float, float] | None:
    """The ends of the middle 95 % of sorted figures."""
    if not figures:
        return None
    return figures[int(0.025 * len(figures))], figures[max(int(0.975 * len(figures)) - 1, 0)]


def _part(summary: Summary, name: str, part: str) -> float | None:
    return summary.get(name, {}).get(part)


def _show_size(summary: Summary, name: str) -> str:
    """How many things of gold a score is over."""
    scores = summary.get(name, {})
    size = next((scores[key] for key in ("gold", "n", "claims", "events") if key in scores), 0)
    return f"{size:.0f}"


def _subtract(before: float | None, after: float | None) -> float | None:
    return None if before is None or after is None else round(before - after, 1)


def _show(figure: float | None) -> str:
    return _MISSING if figure is None else f"{figure:.1f}"


def _show_interval(interval: tuple[float, float] | None) -> str:
    return f"{interval[0]:.1f} to {interval[1]:.1f}" if interval else _MISSING
