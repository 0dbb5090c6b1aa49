"""`sayso read --reader llm`: a person's own endpoint reads, played here by a small local server."""

import pytest

from sayso.read.llm.tests.build import OSTE
from sayso.read.llm.tests.server import Play, completion, recorded, serve_model

KEY = "sk-of-the-test"
HEADER = "outlet: Plains Gazette\npublished: 2031-04-07\nlanguage: en\ntitle: Airfield changes hands\n\n"


@pytest.fixture
def say(say, tmp_path):
    """Commands in a folder with one report; gives exit status and all that was printed and said."""
    (tmp_path / "one.txt").write_text(HEADER + OSTE, encoding="utf-8")

    def run(*words):
        status, page, aside = say(*words)
        return status, f"{' '.join(page.split())} {aside}"

    return run


@pytest.fixture
def model(monkeypatch):
    with serve_model() as served:
        monkeypatch.setenv("SAYSO_LLM_URL", served.url)
        monkeypatch.setenv("SAYSO_LLM_MODEL", "tiny")
        monkeypatch.setenv("SAYSO_LLM_KEY", KEY)
        yield served


def test_what_the_model_reads_stands_in_the_brief_with_its_speaker(say, model):
    model.plan(recorded("oste.json"))
    assert say("read", "one.txt", "--reader", "llm")[0] == 0
    assert "Hamad Teriq" in say("brief", "Oste")[1]


def test_what_does_not_stand_in_the_report_is_listed_and_left_out(say, model):
    model.plan(recorded("hostile.json"))
    code, said = say("read", "one.txt", "--reader", "llm")
    assert code == 0
    assert "rejected" in said


def test_a_refused_key_stops_the_run_and_is_shown_nowhere(say, model, tmp_path):
    model.plan(Play(status=401))
    code, said = say("read", "one.txt", "--reader", "llm")
    assert code == 5
    assert KEY not in said
    assert all(KEY.encode() not in path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())


def test_a_report_without_a_usable_answer_is_set_aside_and_read_the_next_time(say, model):
    model.plan(completion("no"))
    code, said = say("read", "one.txt", "--reader", "llm")
    assert code == 3
    assert "set aside" in said
    model.plan(recorded("oste.json"))
    assert say("read", "one.txt", "--reader", "llm")[0] == 0


def test_nothing_is_sent_anywhere_unless_an_endpoint_is_named(say, monkeypatch):
    monkeypatch.delenv("SAYSO_LLM_URL", raising=False)
    code, said = say("read", "one.txt", "--reader", "llm")
    assert code == 2
    assert "SAYSO_LLM_URL" in said
