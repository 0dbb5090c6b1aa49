"""Furniture is known by its words; a sentence of a report never is."""

import pytest

from sayso.extract.furniture import is_list_label, recognise

CERTAIN = [
    ("Share | Print | 118 comments", "share"),
    ("Tweet   Print   Letters to the editor", "share"),
    ("Leave your vote   27 points   Upvote   Downvote", "vote"),
    ("Log In  Username  Password  Remember Me  Lost your password?", "login"),
    ("Name *", "comments"),
    ("Read also: Bread price falls", "related"),
    ("You may also like:  The green notebook   |   Why did the consul leave?", "related"),
    ("Tags: harbour, bridge", "tags"),
    ("We use cookies to give you the best experience. Accept", "cookies"),
    ("Your email address will not be published.", "comments"),
    ("Subscribe to our weekly newsletter", "newsletter"),
    ("© 2020 Harra Network. All rights reserved.", "copyright"),
    ("Reproduction allowed with mention of the source.", "copyright"),
    ("Noticed a mistake? Select it and press Ctrl+Enter", "report an error"),
    ("Follow us on Telegram", "follow"),
    ("Continued on Page 14, Col. 3", "continued"),
    ("(Reporting by Ada Obi; Editing by Omar Sel)", "writers"),
    ("Votre adresse e-mail ne sera pas publiée.", "comments"),
]
IN_THE_MARGINS = [
    ("Prayer times | Currency | Weather", "menu"),
    ("3 June 2017, 14:05", "stamp"),
    ("Published on 3 June 2017", "stamp"),
    ("1,204 views", "stamp"),
    ("More from Harra: Bread | Water", "related"),
]
SENTENCES = [
    "Share prices fell on Friday.",
    "The print was dry when the police came.",
    "Related families left together.",
    "Comments by the minister are expected.",
    "The password was changed, the ministry said.",
    "“We use cookies”, the site's owner told the court.",
    "Next week the army will return.",
    "Will Ardania send others tonight?",
    "Dead | 14 | wounded | 3 of them children, the clinic wrote.",
    "A vote was held on Sunday.",
    "Support for the rebels has grown since May.",
    "The militia - 40 men in all - left by the north road.",
    "Killed 14",
    "Signal Press Agency",
]


@pytest.mark.parametrize(("text", "kind"), CERTAIN)
def test_furniture_is_known_by_its_words_alone(text: str, kind: str) -> None:
    found = recognise(text)
    assert found is not None
    assert (found.kind, found.is_certain) == (kind, True)


@pytest.mark.parametrize(("text", "kind"), IN_THE_MARGINS)
def test_what_may_be_furniture_counts_in_the_margins_alone(text: str, kind: str) -> None:
    found = recognise(text)
    assert found is not None
    assert (found.kind, found.is_certain) == (kind, False)


@pytest.mark.parametrize("text", SENTENCES)
def test_a_sentence_is_no_furniture(text: str) -> None:
    assert recognise(text) is None


@pytest.mark.parametrize("text", ["Check Also", "Related news:", "KEEP READING", "list 1 of 4", "اقرأ أيضا"])
def test_the_label_of_a_list_is_known(text: str) -> None:
    assert is_list_label(text)
