import pytest

from sayso.resolve.name import candidates, compare, compare_names, key, parse, resolve


@pytest.mark.parametrize(
    "spellings",
    [
        ("Jufra", "Jafra", "Al-Jufrah", "الجفرة"),
        ("Haftar", "Hifter", "Hafter", "حفتر"),
        ("Zmiinyi", "Зміїний", "Змеиный"),
        ("Abdulrahman", "Abd er-Rahman", "عبد الرحمن"),
        ("Abu Zayd", "Abuzayd"),
    ],
)
def test_spellings_of_one_name_are_indexed_under_one_key(spellings: tuple[str, ...]) -> None:
    assert len({key(each) for each in spellings}) == 1


@pytest.mark.parametrize("words", ["", " ", "…?!", "🔥", "\u200f\u202e", "-" * 10_000, "'"])
def test_what_has_no_letters_is_like_nothing(words: str) -> None:
    assert parse(words).tokens == ()
    assert compare_names(words, words).score == 0
    assert resolve(words, ["Haftar"]).best is None
    assert key(words) == ""


@pytest.mark.parametrize("words", ["x" * 10_000, "al " * 5_000, "Ab" * 4_000, "ب" * 10_000, "አማራ", "海夫塔"])
def test_endless_and_unknown_words_are_left_as_they_are(words: str) -> None:
    assert compare(parse(words), parse(words)).score in (0, 1)
    assert compare_names(words, "Haftar").score == 0
    assert isinstance(key(words), str)


def test_comparison_says_why_and_what_was_compared() -> None:
    (reason,) = compare_names("Hifter", "حفتر").reasons
    assert (reason.ours, reason.theirs) == ("Hifter", "حفتر")
    assert "two alphabets" in reason.because


def test_candidates_are_the_nearest_first() -> None:
    found = candidates("Hifter", ["Haftar", "Khalifa Haftar", "Hama"])
    assert [each.of for each in found] == ["Haftar", "Khalifa Haftar"]


def test_family_name_of_two_is_neither() -> None:
    answer = resolve("Korr", ["Ida Korr", "Jon Korr"])
    assert answer.best is None
    assert {each.of for each in answer.candidates} == {"Ida Korr", "Jon Korr"}
    assert "Ida Korr or Jon Korr" in answer.because


def test_spelling_goes_before_a_short_form() -> None:
    answer = resolve("Fanar", ["Fennar", "Idris Fennar"])
    assert answer.best is not None
    assert answer.best.of == "Fennar"
