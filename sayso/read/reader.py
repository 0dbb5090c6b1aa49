"""The stage's door: reports in, readings out; and the shipped reader."""

import json
import os
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pyarrow as pa

from sayso.errors import ReaderError
from sayso.model.attribution import Attribution
from sayso.model.reading import ReaderIdentity
from sayso.model.report import Report
from sayso.model.rows import report_from_row
from sayso.model.schema import WrittenReading, batch_of_written, write_reading
from sayso.read.certainty import load_scales
from sayso.read.network import Network
from sayso.read.protocol import AnyReader
from sayso.read.reading import Reader

WEIGHTS = Path(__file__).parent / "weights"


def load_reader(folder: Path = WEIGHTS) -> Reader:
    """The native reader from a folder of weights (three ONNX graphs, vocabulary, `manifest.json`).

    Raises ReaderError when a file is missing or damaged.
    """
    try:
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        identity = ReaderIdentity("native", manifest["version"], manifest["digest"])
        knows_polnear = manifest.get("polnear", True)
        return Reader(Network(folder), identity, scales=load_scales(folder), knows_polnear=knows_polnear)
    except Exception as error:
        message = f"{folder}: the reader's weights are missing or damaged; run `make model`, or install Sayso again."
        raise ReaderError(message) from error


def find_attributions(text: str, *, reader: Reader) -> tuple[Attribution, ...]:
    """Attributions as PolNeAR's guidelines have them: attitudes and acts count, nothing is nested.

    Offsets are into the text as given, identifiers are of no report. For measuring on PolNeAR.
    """
    return reader.read_attributions(text)


def read(reports: pa.RecordBatch, *, reader: AnyReader, threads: int | None = None) -> pa.RecordBatch:
    """Read reports (rows of `model.schema.REPORTS`) into readings (rows of `READINGS`), one each, in the same order.

    A report that is not held, or has no text, gives a row without attributions and claims. So many reports are read at
    once as there are `threads`; None is one for each core that this process may use, and one for a reader elsewhere.
    """
    found = [report_from_row(report) for report in _sound(reports).to_pylist()]
    threads = threads or (_cores() if isinstance(reader, Reader) else 1)
    written = (_write(report, reader) for report in found) if threads == 1 else _write_at_once(found, reader, threads)
    return batch_of_written(written)


def _sound(reports: pa.RecordBatch) -> pa.RecordBatch:
    """The reports; a text that is no UTF-8 is read with a sign for each byte that is none, and costs no other one."""
    at = reports.schema.get_field_index("text")
    try:
        reports.column(at).validate(full=True)
    except pa.ArrowInvalid:
        texts = reports.column(at).view(pa.binary()).to_pylist()
        decoded = [(text or b"").decode("utf-8", "replace") for text in texts]
        return reports.set_column(at, reports.schema.field(at), pa.array(decoded, pa.string()))
    return reports


def _write(report: Report, reader: AnyReader) -> WrittenReading:
    """A report's reading, written while it is read where the reader gives it in parts."""
    return write_reading(reader.read_parts(report) if isinstance(reader, Reader) else [reader.read_report(report)])


def _write_at_once(reports: Sequence[Report], reader: AnyReader, threads: int) -> Iterable[WrittenReading]:
    with ThreadPoolExecutor(threads) as pool:
        longest_first = sorted(range(len(reports)), key=lambda n: -len(reports[n].text))
        begun = {n: pool.submit(_write, reports[n], reader) for n in longest_first}
        return [begun[n].result() for n in range(len(reports))]


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
