from sayso.resolve.statement import Statement, settle


def test_what_texts_agree_on_has_no_dates() -> None:
    (tie,) = settle(
        Statement("front", "spokesman of the Front", "spokesman", day) for day in ("2014-05-01", "2020-05-01")
    )
    assert (tie.of, tie.start, tie.end, tie.role) == ("front", None, None, "spokesman")


def test_later_statement_ends_the_earlier_one() -> None:
    first, then = settle([Statement("front", "a", None, "2014-05-01"), Statement("council", "b", None, "2020-03-02")])
    assert (first.of, first.start, first.end) == ("front", None, "2020-03-02")
    assert (then.of, then.start, then.end) == ("council", "2020-03-02", None)


def test_statements_of_one_week_hold_together_the_commoner_first() -> None:
    days = ("2020-05-01", "2020-05-02", "2020-05-03")
    found = settle([Statement("army", "a", None, days[0]), *(Statement("front", "b", None, day) for day in days[1:])])
    assert [(tie.of, tie.start, tie.end) for tie in found] == [("front", None, None), ("army", None, None)]


def test_statement_without_a_day_always_holds() -> None:
    found = settle(
        [
            Statement("front", "a", None, None),
            Statement("council", "b", None, "2020"),
            Statement("x", "c", None, "soon"),
        ]
    )
    assert all((tie.start, tie.end) == (None, None) for tie in found)
