"""Custody: what was acquired stays as it was, one WARC file (ISO 28500) for each digest.

A file on disk becomes a `resource` record, an answer of a server a `response` record with its
headers. The same bytes again change nothing: the first time they were acquired is the one kept.
"""

from __future__ import annotations

import os
import uuid
from datetime import datetime
from io import BytesIO
from pathlib import Path
from urllib.parse import quote, unquote

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from sayso.errors import MissingInput, UnreadableInput
from sayso.model.capture import Capture

#: Ours, in the headers of a record: the address exactly as it was given, percent-encoded.
_GIVEN, _FINAL, _MEDIA_TYPE = "Sayso-Address", "Sayso-Final-Address", "Sayso-Media-Type"


def keep(capture: Capture, folder: str | Path) -> Path:
    """Write a capture into `folder` (made if missing) and give back its path; kept already, it is left alone.

    The file is written under a temporary name and then renamed, so that a run killed at any moment
    leaves either the whole of it or nothing under its name. Raises OSError when the disk refuses.
    """
    path = path_of(capture.sha256, folder)
    if path.exists():
        return path
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.{uuid.uuid4().hex}.part")
    try:
        with unfinished.open("wb") as file:
            file.write(_write(capture))
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return path


def recall(sha256: str, folder: str | Path) -> Capture:
    """The capture with that digest.

    Raises MissingInput when it is not in custody, UnreadableInput when its file is damaged: the
    digest of what is given back is always the one asked for.
    """
    path = path_of(sha256, folder)
    try:
        capture = _read(path)
    except FileNotFoundError as error:
        raise MissingInput(sha256, f"is not in custody in {folder}; acquire it again") from error
    except (OSError, ArchiveLoadFailed, ValueError, KeyError, TypeError) as error:
        raise UnreadableInput(sha256, f"its file {path} is damaged ({error}); acquire it again") from error
    if capture.sha256 != sha256:
        raise UnreadableInput(sha256, f"its file {path} holds other bytes than it should; acquire it again")
    return capture


def path_of(sha256: str, folder: str | Path) -> Path:
    """Where the bytes with that digest are kept, whether they are there or not."""
    return Path(folder) / f"{sha256}.warc.gz"


def _write(capture: Capture) -> bytes:
    whole = BytesIO()
    writer = WARCWriter(whole, gzip=True, warc_version="1.1")
    http = StatusAndHeaders("200 OK", list(capture.headers), protocol="HTTP/1.1") if capture.headers else None
    record = writer.create_warc_record(
        _uri(capture),
        "response" if http else "resource",
        payload=BytesIO(capture.payload),
        length=len(capture.payload),
        http_headers=http,
        warc_content_type="" if http else capture.media_type,
        warc_headers_dict=_headers(capture),
    )
    writer.write_record(record)
    return whole.getvalue()


def _headers(capture: Capture) -> dict[str, str]:
    return {
        "WARC-Date": capture.acquired.isoformat().replace("+00:00", "Z"),
        "WARC-Record-ID": f"<urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, capture.sha256)}>",
        _GIVEN: _encode(capture.address),
        _FINAL: _encode(capture.final_address),
        _MEDIA_TYPE: capture.media_type,
    }


def _uri(capture: Capture) -> str:
    """The record's URI, in ASCII; a path becomes a `file:` URI, relative as it was given."""
    address = capture.final_address or capture.address
    if "://" in address:
        return quote(address, safe=":/?#[]@!$&'()*+,;=%~", errors="surrogateescape")
    return f"file:{_encode(Path(address).as_posix())}"


def _read(path: Path) -> Capture:
    with path.open("rb") as file:
        for record in ArchiveIterator(file):
            return _capture(record)
    raise ValueError("it holds no record")


def _capture(record: ArcWarcRecord) -> Capture:
    kept = record.rec_headers
    headers = record.http_headers.headers if record.http_headers else []
    return Capture(
        address=_decode(kept.get_header(_GIVEN)),
        payload=record.content_stream().read(),
        acquired=datetime.fromisoformat(kept.get_header("WARC-Date")),
        media_type=kept.get_header(_MEDIA_TYPE),
        final_address=_decode(kept.get_header(_FINAL) or ""),
        headers=tuple((name, value) for name, value in headers),
    )


def _encode(address: str) -> str:
    """Percent-encoded, also for a path whose bytes are no UTF-8 (Python holds those as surrogates)."""
    return quote(address, errors="surrogateescape")


def _decode(kept: str) -> str:
    return unquote(kept, errors="surrogateescape")
