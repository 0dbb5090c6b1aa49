"""Attributions scored as PolNeAR is."""

from benchmarks.outside.attribution import score_document
from sayso.evaluate.polnear import MarkedAttribution

TEXT = 'Mayor Anna Dror said the bridge was closed. "Nobody crossed," a guard added.'


def _mark(source: str, cue: str, content: str) -> MarkedAttribution:
    return MarkedAttribution(
        *(((TEXT.index(part), TEXT.index(part) + len(part)),) if part else () for part in (source, cue, content))
    )


GOLD = (_mark("Mayor Anna Dror", "said", "the bridge was closed"), _mark("a guard", "added", '"Nobody crossed,"'))


def test_gold_against_itself_is_right_throughout() -> None:
    score = score_document(TEXT, GOLD, GOLD)
    assert all(right == found == wanted for right, found, wanted in score.counts.values())
    assert score.found == (True, True)


def test_a_part_of_the_source_is_enough_for_its_attribution_but_not_for_all_exact() -> None:
    score = score_document(TEXT, GOLD, (_mark("Dror", "said", "the bridge was closed"),))
    assert score.counts["+source"] == (1, 1, 2)
    assert score.counts["exact"] == (0, 1, 2)
    assert score.counts["source"] == (1, 1, 5)


def test_an_article_in_common_is_no_source_in_common() -> None:
    gold = (_mark("a guard", "added", '"Nobody crossed,"'),)
    found = MarkedAttribution(((TEXT.index("a guard"), TEXT.index("a guard") + 1),), gold[0].cue, gold[0].content)
    assert score_document(TEXT, gold, (found,)).counts["+source"] == (0, 1, 1)


def test_where_gold_names_no_source_none_is_to_be_found() -> None:
    unnamed = _mark("", "said", "the bridge was closed")
    assert score_document(TEXT, (unnamed,), (unnamed,)).counts["+source"][0] == 1
    assert score_document(TEXT, (unnamed,), GOLD[:1]).counts["+source"][0] == 0


def test_punctuation_never_counts() -> None:
    bare = MarkedAttribution(GOLD[1].source, GOLD[1].cue, ((TEXT.index("Nobody"), TEXT.index("Nobody") + 14),))
    assert score_document(TEXT, GOLD[1:], (bare,)).counts["exact"] == (1, 1, 1)


def test_less_than_half_of_the_content_is_another_attribution() -> None:
    short = _mark("Mayor Anna Dror", "said", "closed")
    assert score_document(TEXT, GOLD[:1], (short,)).counts["content only"] == (0, 1, 1)
