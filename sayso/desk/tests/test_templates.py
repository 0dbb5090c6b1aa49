"""What must hold of every template, whoever wrote it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TEMPLATES = Path(__file__).parents[1] / "templates"
ALL = sorted(TEMPLATES.rglob("*.html"))
_FORM = re.compile(r"<form\b[^>]*method=\"post\".*?</form>", re.IGNORECASE | re.DOTALL)


@pytest.fixture(params=ALL, ids=lambda path: str(path.relative_to(TEMPLATES)))
def template(request: pytest.FixtureRequest) -> str:
    path: Path = request.param
    return path.read_text(encoding="utf-8")


def test_every_form_that_posts_bears_a_token(template: str) -> None:
    bearing = re.compile(r"form_token\(\)|hidden\(\)")  # the second is a macro of the checking pages, around the first
    assert [form for form in _FORM.findall(template) if not bearing.search(form)] == []


def test_nothing_that_the_policy_forbids_stands_in_a_page(template: str) -> None:
    assert not re.search(r"\sstyle\s*=", template)
    assert not re.search(r"\son[a-z]+\s*=\s*[\"']", template)
    assert not re.search(r"<script(?![^>]*\bsrc=)", template)


def test_no_words_of_a_report_are_let_through_as_markup(template: str) -> None:
    assert not re.search(r"\|\s*safe\b", template)


def test_nothing_comes_from_elsewhere(template: str) -> None:
    assert not re.search(r"(?:src|href)=\"(?:https?:)?//", template)
