from __future__ import annotations

from urllib.parse import urlencode

from hypothesis import given
from hypothesis import strategies as st

from sayso.model.search import DEEPEST, LONGEST, Kind, Order, Search, parse_search
from sayso.model.values.stance import ClaimType, Stance

WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=60).map(lambda text: " ".join(text.split()))
NAMES = WORDS.map(lambda text: text or None)
DAYS = st.sampled_from([None, "2020", "2020-05", "2020-05-28", "2019~", "2020-21"])
SEARCHES = st.builds(
    Search,
    kind=st.sampled_from(Kind),
    words=WORDS,
    types=st.lists(st.sampled_from(ClaimType), unique=True, max_size=3).map(tuple),
    stances=st.lists(st.sampled_from(Stance), unique=True, max_size=3).map(tuple),
    place=NAMES,
    source=NAMES,
    actor=NAMES,
    happened_from=DAYS,
    told_to=DAYS,
    disputed=st.booleans(),
    one_voice=st.booleans(),
    order=st.sampled_from(Order),
    page=st.integers(1, 40),
    per_page=st.integers(1, 100),
)


@given(SEARCHES)
def test_a_search_comes_back_from_its_address_as_it_was(search: Search) -> None:
    parsed = parse_search(search.to_query())
    assert parsed.search == search
    assert parsed.faults == ()


@given(st.text(max_size=300))
def test_no_address_is_too_odd_to_be_read(query: str) -> None:
    parsed = parse_search(query)
    assert parse_search(parsed.search.to_query()).search == parsed.search


@given(st.lists(st.tuples(st.sampled_from(["q", "kind", "type", "from", "page", "disputed", "place"]), st.text())))
def test_no_value_is_too_odd_to_be_read(pairs: list[tuple[str, str]]) -> None:
    assert all("\n" not in fault for fault in parse_search(pairs).faults)


def test_what_cannot_be_so_is_left_out_and_told_in_a_sentence() -> None:
    query = "kind=dragon&type=seize&type=sneeze&from=yesterday&page=0&disputed=perhaps&nobody=knows"
    parsed = parse_search(query)
    assert parsed.search == Search(types=(ClaimType.SEIZE,))
    assert [fault.split(":")[0] for fault in parsed.faults] == ["kind", "type", "from", "disputed", "page"]
    assert "from: 'yesterday' is no date; write it as 2020-05-28, 2020-05 or 2020" in parsed.faults


def test_a_megabyte_of_words_is_cut_short_with_a_message() -> None:
    parsed = parse_search(urlencode({"q": "word " * 200_000, "place": "x" * 1_000_000}))
    assert len(parsed.search.words) <= LONGEST
    assert parsed.search.place is None
    assert [fault.partition(":")[0] for fault in parsed.faults] == ["place", "q"]
    assert all(len(fault) < 120 for fault in parsed.faults)


def test_days_the_wrong_way_round_are_told() -> None:
    assert parse_search("from=2021&to=2020").faults == ("happened: 2021 is after 2020; change them round",)


def test_nobody_pages_through_a_whole_record() -> None:
    parsed = parse_search("page=9999&per_page=100")
    assert parsed.search.page * parsed.search.per_page == DEEPEST
    assert parsed.faults


def test_narrowing_goes_back_to_the_first_page() -> None:
    assert Search(page=7).with_(disputed=True) == Search(disputed=True)
