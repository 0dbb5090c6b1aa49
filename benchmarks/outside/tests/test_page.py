"""The sections on an invented article, and on the sets themselves where they lie beside the checkout."""

import io
import tarfile
from pathlib import Path

from benchmarks.outside.polnear import measure_polnear, render_polnear
from benchmarks.outside.snippet import load_snippets
from benchmarks.outside.template import load_incidents, load_texts
from benchmarks.outside.watch import Watch
from sayso.read import load_reader

TEXT = "Mayor Anna Dror said the bridge was closed."
MARKS = "T1\tSource 0 15\tMayor Anna Dror\nT2\tCue 16 20\tsaid\nT3\tContent 21 42\tthe bridge was closed\n"


def test_an_article_is_read_timed_and_scored(tmp_path: Path) -> None:
    (tmp_path / "polnear").mkdir()
    files = {"text/a.txt": TEXT, "attributions/a_x.ann": MARKS + "E1\tAttribution:T2 Source:T1 Content:T3\n"}
    with tarfile.open(tmp_path / "polnear" / "polnear.tar.gz", "w:gz") as archive:
        for name, text in files.items():
            member = tarfile.TarInfo(f"PolNeAR/data/dev/{name}")
            member.size = len(text)
            archive.addfile(member, io.BytesIO(text.encode()))
    watch = Watch(load_reader())
    page = render_polnear([measure_polnear(tmp_path, part="dev", watch=watch)])
    assert watch.words == 8
    assert watch.seconds > 0
    assert "**Sayso**, dev (1 articles)" in page
    assert "of 1" in page


def test_the_two_halves_share_nothing_and_are_all(shared: Path) -> None:
    halves = [{each.name for each in load_snippets(shared / "gold", part=part)} for part in ("dev", "test")]
    assert not halves[0] & halves[1]
    assert len(halves[0] | halves[1]) == 1019


def test_every_incident_has_its_text(shared: Path) -> None:
    texts = load_texts(shared / "gold", "tst1/tst1-muc3")
    incidents = load_incidents(shared / "gold", "tst1/key-tst1.v7")
    assert len(texts) == 100
    assert {each.document for each in incidents} <= texts.keys()
