"""Scores as people read them."""

from sayso.evaluate import Counts, score_affair
from sayso.evaluate.counts import Tally
from sayso.evaluate.damage import Effect
from sayso.evaluate.table import bootstrap_intervals, render_affairs, render_effects, render_losses, render_total


def counts(right):
    return Counts(manner=Tally(right, wanted=10))


def line(table, name):
    return next(line for line in table.splitlines() if line.startswith(f"| {name} |"))


def test_a_table_has_a_row_a_score_and_a_column_an_affair(marrow, rows):
    table = render_affairs({"marrow": score_affair(marrow, rows), "empty": score_affair(marrow, [])}, rounds=50)
    assert table.splitlines()[0] == "| score | marrow | empty | all | 95 % interval |"
    assert line(table, "lineage").startswith("| lineage | 100.0 | 0.0 | 66.7 | ")


def test_an_affair_with_nothing_to_score_shows_a_dash():
    assert line(render_affairs({"one": counts(5), "none": Counts()}, rounds=50), "manner").startswith(
        "| manner | 50.0 | – |"
    )


def test_the_total_says_of_how_many():
    assert (
        line(render_total([counts(5), counts(7)], rounds=50), "manner")
        == "| manner | – | – | 60.0 | 50.0 to 70.0 | 20 |"
    )


def test_the_same_counts_give_the_same_interval():
    several = [counts(right) for right in (1, 4, 6, 9)]
    assert bootstrap_intervals(several, seed=3, rounds=100) == bootstrap_intervals(several, seed=3, rounds=100)


def test_an_interval_holds_the_figure_and_narrows_where_affairs_agree():
    apart = bootstrap_intervals([counts(right) for right in (1, 4, 6, 9)], rounds=200)["manner"]
    alike = bootstrap_intervals([counts(5)] * 4, rounds=200)["manner"]
    assert apart[0] < 50.0 < apart[1]
    assert alike == (50.0, 50.0)


def test_no_affairs_have_no_interval():
    assert set(bootstrap_intervals([]).values()) == {None}


def test_effects_show_before_and_after():
    table = render_effects([Effect("dates shifted", "when", 100.0, 80.0)])
    assert line(table, "dates shifted") == "| dates shifted | when | 100.0 | 80.0 | yes |"


def test_losses_show_points_a_column_a_score():
    table = render_losses([Effect("roles lost", "events", 90.0, 40.0), Effect("roles lost", "voices", None, 50.0)])
    assert table.splitlines()[0] == "| lost in reading | events | voices |"
    assert line(table, "roles lost") == "| roles lost | 50.0 | – |"
