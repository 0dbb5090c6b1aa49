"""What the markup of a page says of its report, and what it does not."""

from datetime import date

from sayso.extract.article import Article, is_html, read_article

TEXT = "<p>" + "The army left the town of Harra before dawn on Friday, residents said. " * 3 + "</p>"


def read(head: str = "", body: str = TEXT, *, address: str | None = None) -> Article:
    page = f"<html><head>{head}</head><body><article>{body}</article></body></html>"
    found = read_article(page, address=address, today=date(2026, 3, 1))
    assert found is not None
    return found


def test_a_page_is_known_by_its_type_or_its_beginning() -> None:
    assert is_html("x", "text/html")
    assert is_html(" <!DOCTYPE html><p>", "text/plain")
    assert not is_html("The <html> tag was found on his laptop.", "text/plain")


def test_what_a_page_does_not_say_is_unknown() -> None:
    found = read()
    assert (found.outlet, found.published, found.canonical, found.language, found.sections) == (
        None,
        None,
        None,
        None,
        (),
    )


def test_paragraphs_are_set_apart() -> None:
    assert read(body=TEXT + TEXT.replace("army", "fleet")).text.count("\n\n") == 1


def test_linked_data_names_outlet_and_sections() -> None:
    data = """<script type="application/ld+json">{"@graph": [
      {"@type": "NewsArticle", "publisher": {"name": "Sahel Post"}},
      {"@type": "BreadcrumbList",
       "itemListElement": [{"name": "Home"}, {"item": {"name": "North"}}, {"name": "Harra falls"}]}
    ]}</script>"""
    found = read(data)
    assert (found.outlet, found.sections) == ("Sahel Post", ("Home", "North"))


def test_broken_linked_data_is_passed_over() -> None:
    assert read('<script type="application/ld+json">{"publisher": </script>').outlet is None


def test_a_canonical_link_of_the_same_site_is_the_address() -> None:
    head = '<link rel="canonical" href="/2024/harra">'
    assert read(head, address="https://www.paper.example/x?y").canonical == "https://www.paper.example/2024/harra"


def test_a_canonical_link_to_another_site_or_a_front_page_is_not() -> None:
    other = '<link rel="canonical" href="https://agency.example/harra">'
    front = '<link rel="canonical" href="https://paper.example/">'
    assert read(other, address="https://paper.example/x").canonical is None
    assert read(front, address="https://paper.example/x").canonical is None


def test_a_date_in_the_text_is_not_the_date_of_publication() -> None:
    assert read(body=TEXT + "<p>The bridge was built on 3 June 2017.</p>").published is None


def test_a_page_without_words_is_no_article() -> None:
    assert read_article("<html><body><img src=x></body></html>", address=None, today=date(2026, 3, 1)) is None
    assert read_article("", address=None, today=date(2026, 3, 1)) is None
