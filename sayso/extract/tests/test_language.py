"""The language is told offline, and not told where the text is too short."""

import pytest

from sayso.extract.language import detect_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The army left the town before dawn on Friday, residents said.", "en"),
        ("L’armée a quitté la ville vendredi avant l’aube, selon des habitants.", "fr"),
        ("غادر الجيش المدينة فجر يوم الجمعة، بحسب ما قال السكان.", "ar"),
        ("Армия покинула город в пятницу на рассвете, сообщили жители.", "ru"),
    ],
)
def test_the_language_of_a_sentence_is_known(text: str, language: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize("text", ["", "Harra", "12 34 56 78 90 12 34 56 78 90 12 34", "🙏🙏🙏🙏"])
def test_too_few_letters_tell_nothing(text: str) -> None:
    assert detect_language(text) is None
