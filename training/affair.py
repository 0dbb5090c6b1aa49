"""The corpus's dev or test part as an affair, so that `sayso evaluate` and the affairs' scorer can measure on it.

`python -m training.affair dev FOLDER` writes FOLDER/reports/*.txt and FOLDER/gold.yaml.
"""

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from sayso.read.labels import ROLES
from training.annotation import SPEAKERS, AnnotatedReport, ClaimLine, Field, read_annotated
from training.ruled import part_of
from training.sources import CORPUS


def write_affair(part: str, folder: Path) -> int:
    """Write a part of the corpus as an affair; how many reports it has."""
    (folder / "reports").mkdir(parents=True, exist_ok=True)
    claims: list[dict[str, Any]] = []
    count = 0
    for path in sorted(CORPUS.rglob("*.txt")):
        if part_of(path) == part:
            report = read_annotated(path)
            (folder / "reports" / path.name).write_text(_text_of(report), encoding="utf-8")
            claims += _gold_of(report)
            count += 1
    (folder / "gold.yaml").write_text(yaml.safe_dump({"claims": claims}, allow_unicode=True), encoding="utf-8")
    return count


def _text_of(report: AnnotatedReport) -> str:
    header = "".join(f"{key}: {value}\n" for key, value in report.header.items())
    return header + "\n" + "\n\n".join(p.text for p in report.paragraphs) + "\n"


def _gold_of(report: AnnotatedReport) -> Iterator[dict[str, Any]]:
    name, outlet = report.path.stem, report.header["outlet"]
    for paragraph in report.paragraphs:
        for claim in paragraph.claims:
            yield {"id": f"{name}:{claim.line}", "report": name, **_gold_claim(claim, outlet)}


def _gold_claim(claim: ClaimLine, outlet: str) -> dict[str, Any]:
    fields = {key: [f for f in claim.fields if f.key == key] for key in {f.key for f in claim.fields}}
    speakers = [fields[key][0] for key in SPEAKERS if key in fields]
    gold: dict[str, Any] = {
        "type": claim.type,
        "stance": claim.stance,
        "evidence": " … ".join(f.words.replace("…", " … ") for f in fields["c"]),
        "roles": {role: [f.words for f in fields[role]] for role in ROLES if role in fields},
        "said_by": [*(f.antecedent or f.words for f in speakers if not _is_outlet(f, outlet)), outlet],
    }
    if "cue" in fields:
        gold["cue"] = fields["cue"][0].words
    if "manner" in fields:
        gold["manner"] = fields["manner"][0].words
    if "n" in fields:
        gold["number"] = _number(fields["n"][0].words, said=fields["number"][0].words if "number" in fields else "")
    return gold


def _is_outlet(speaker: Field, outlet: str) -> bool:
    """Whether the outlet itself is meant ("we", or its name): that is its own voice, as in all affairs."""
    own = speaker.words.lower() in ("we", "i", "us", "our") and speaker.antecedent is None
    return own or (speaker.antecedent or speaker.words).casefold() == outlet.casefold()


_VAGUE = re.compile(r"\b(?:dozens|scores|tens|hundreds|thousands|millions|several|few|handful|some)\b")


def _number(words: str, *, said: str) -> dict[str, float]:
    """A number as the affairs have it: "at least 14" has a best value, "between 40 and 60" and "dozens" have none."""
    low, is_range, high = words.partition("..")
    if not is_range:
        return {"best": float(words)}
    ends = {key: float(value) for key, value in (("low", low), ("high", high)) if value}
    return ends if len(ends) == 2 or _VAGUE.search(said.lower()) else {**ends, "best": next(iter(ends.values()))}


def main() -> int:
    """Write a part; see the module's docstring."""
    parser = argparse.ArgumentParser(prog="python -m training.affair", description=__doc__)
    parser.add_argument("part", choices=("dev", "test"))
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    print(f"{write_affair(options.part, options.folder)} reports in {options.folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
