"""Word pieces."""

from sayso.read.wordpiece import MOST_PIECES, WordPiece

VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "air", "##field", "##s", "jose", "a", "##a"]


def test_the_longest_piece_comes_first() -> None:
    assert WordPiece(VOCABULARY).pieces("Airfields") == (5, 6, 7)


def test_accents_are_left_out() -> None:
    assert WordPiece(VOCABULARY).pieces("José") == (8,)


def test_a_word_without_pieces_is_unknown() -> None:
    wordpiece = WordPiece(VOCABULARY)
    assert wordpiece.pieces("قاعدة") == (wordpiece.unknown,)


def test_a_long_word_has_no_more_than_its_share() -> None:
    assert len(WordPiece(VOCABULARY).pieces("a" * 50)) == MOST_PIECES
