"""How common words are: sentences of the ruled corpus in which each stem stands, written as a table of the package.

python -m training.events.rarity > sayso/corroborate/event/commonness.py
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from textwrap import wrap

from sayso.corroborate.event.rarity import weigh_count
from sayso.corroborate.wording import sentences, stems

CORPUS = Path(__file__).resolve().parents[1] / "corpus" / "reports"
LEAST = 4  # stems in fewer sentences weigh as unknown ones
STEP = 4  # weights are kept to a quarter

_HEAD = '''"""Commonness: weights of the stems that are common in reports on conflict; made by `training.events.rarity`.

Source: {sentences:,} sentences of the project's own ruled corpus (`training/corpus`). Each weight is the
natural logarithm of one plus all sentences over those that hold the stem, to a quarter; stems in fewer than {least}
are left out.
"""

#: Weight, and the stems that have it.
COMMON: dict[float, str] = {{'''


def read_sentences(folder: Path) -> Iterator[str]:
    """The sentences of the corpus, without headers and annotations."""
    for path in sorted(folder.glob("*/*.txt")):
        body = path.read_text(encoding="utf-8").partition("\n\n")[2]
        for line in body.split("\n"):
            if line.strip() and not line.startswith(">"):
                yield from (sentence for _, sentence in sentences(line))


def write_table(folder: Path) -> str:
    """The module's text."""
    total, counts = 0, Counter[str]()
    for sentence in read_sentences(folder):
        total += 1
        counts.update(stems(sentence))
    rows: dict[float, list[str]] = defaultdict(list)
    for stem, count in counts.items():
        if count >= LEAST and stem.isascii():
            rows[round(weigh_count(count, total) * STEP) / STEP].append(stem)
    lines = [_HEAD.format(sentences=total, least=LEAST)]
    for weight, known in sorted(rows.items()):
        lines += [f'    {weight}: """', *wrap(" ".join(sorted(known)), 110), '""",']
    return "\n".join([*lines, "}"])


if __name__ == "__main__":
    print(write_table(CORPUS))
