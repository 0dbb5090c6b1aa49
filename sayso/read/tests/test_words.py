"""Words and their looks."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.read.words import letter_case, split_words


@given(st.text())
def test_every_word_is_its_text_without_spaces(text: str) -> None:
    words = split_words(text)
    assert all(text[start:end] == word for (start, end), word in zip(words.spans.tolist(), words.strings, strict=True))
    assert all(not any(c.isspace() for c in word) for word in words.strings)
    assert "".join(words.strings) == "".join(text.split())


def test_a_long_stretch_without_spaces_is_one_word() -> None:
    assert len(split_words("x-" * 500_000)) == 1


def test_a_quotation_left_open_ends_with_its_paragraph() -> None:
    words = split_words("“We left.\nNobody saw it.")
    quoted = dict(zip(words.strings, words.looks[:, 2].tolist(), strict=True))
    assert (quoted["left"], quoted["saw"]) == (1, 0)


def test_paragraphs_and_sentences_are_counted() -> None:
    words = split_words("They left. He said so.\n\nNobody saw it.")
    counts = dict(zip(words.strings, words.breaks.tolist(), strict=True))
    assert (counts["They"], counts["He"], counts["Nobody"]) == ([0, 0], [0, 1], [1, 2])


def test_letter_case_tells_names_from_words() -> None:
    assert [letter_case(word) for word in ("—", "base", "Lom", "NATO", "McKay", "300")] == [0, 1, 2, 3, 4, 5]


def test_a_sentence_ends_with_its_paragraph_and_its_full_stop():
    words = split_words("The fort fell. It burnt\nNobody came. So be it.")
    sentences = [" ".join(words.strings[slice(*words.sentence_at(place))]) for place in range(len(words))]
    assert list(dict.fromkeys(sentences)) == ["The fort fell .", "It burnt", "Nobody came .", "So be it ."]
