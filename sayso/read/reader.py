"""The stage's door: reports in, readings out; and the shipped reader."""

import json
from pathlib import Path

import pyarrow as pa

from sayso.errors import ReaderError
from sayso.model.attribution import Attribution
from sayso.model.reading import ReaderIdentity
from sayso.model.rows import report_from_row
from sayso.model.schema import batch_of_readings
from sayso.read.network import Network
from sayso.read.reading import Reader

WEIGHTS = Path(__file__).parent / "weights"


def load_reader(folder: Path = WEIGHTS, *, threads: int = 1) -> Reader:
    """The native reader from a folder of weights (three ONNX graphs, vocabulary, `manifest.json`).

    `threads` are the graphs' own; whoever reads in several processes leaves it at 1. Raises ReaderError when a file is
    missing or damaged.
    """
    try:
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        identity = ReaderIdentity("native", manifest["version"], manifest["digest"])
        return Reader(Network(folder, threads=threads), identity)
    except Exception as error:
        message = f"{folder}: the reader's weights are missing or damaged; run `make model`, or install Sayso again."
        raise ReaderError(message) from error


def find_attributions(text: str, *, reader: Reader) -> tuple[Attribution, ...]:
    """Attributions as PolNeAR's guidelines have them: attitudes and acts count, nothing is nested.

    Offsets are into the text as given, identifiers are of no report. For measuring on PolNeAR.
    """
    return reader.read_attributions(text)


def read(reports: pa.RecordBatch, *, reader: Reader) -> pa.RecordBatch:
    """Read reports (rows of `model.schema.REPORTS`) into readings (rows of `READINGS`), one each, in the same order.

    A report that is not held, or has no text, gives a row without attributions and claims.
    """
    return batch_of_readings(reader.read_report(report) for report in map(report_from_row, reports.to_pylist()))
