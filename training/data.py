"""What the reader is trained on: the ruled corpus, and PolNeAR if it is there."""

from pathlib import Path

from sayso.read.wordpiece import WordPiece
from training.polnear import read_polnear
from training.ruled import annotate, part_of, read_ruled
from training.sources import CORPUS
from training.targets import Annotated
from training.train import Texts

DEV_SHARE = 4  # every fourth of PolNeAR's dev documents is enough to watch an epoch


def read_texts(polnear: Path | None, *, wordpiece: WordPiece) -> Texts:
    """The corpus's train and dev parts (its test part is never read here), and PolNeAR's `train` and `dev`."""
    parts: dict[str, list[Annotated]] = {"train": [], "dev": []}
    for n, path in enumerate(sorted(CORPUS.rglob("*.txt"))):
        part = part_of(path)
        if part == "train":  # pages differ: some show their title in the text, some break lines once
            report = read_ruled(path, separator="\n" if n % 4 == 1 else "\n\n", with_title=n % 3 == 0)
        elif part == "dev":
            report = read_ruled(path)
        else:
            continue
        parts[part].append(annotate(report, wordpiece=wordpiece))
    if polnear is None:
        return Texts(parts["train"], (), parts["dev"])
    more = read_polnear(polnear / "dev", wordpiece=wordpiece)[::DEV_SHARE]
    return Texts(parts["train"], read_polnear(polnear / "train", wordpiece=wordpiece), [*parts["dev"], *more])
