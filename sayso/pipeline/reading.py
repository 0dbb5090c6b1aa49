"""Reading: reports given to the reader; one that it fails on never stops the others."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence

from sayso.errors import EndpointError, ReaderError
from sayso.model.capture import SetAside
from sayso.model.decision import group_stated
from sayso.model.reading import Reading
from sayso.model.report import Report
from sayso.pipeline.progress import Progress, quiet
from sayso.pipeline.shown import show_report
from sayso.workshop import Workshop

log = logging.getLogger(__name__)


def read_all(
    reports: Sequence[Report], shop: Workshop, aside: list[SetAside], *, progress: Progress = quiet
) -> Iterator[Reading]:
    """Readings of reports, as many at once as the reader takes together; who cannot be read is put to `aside`.

    A batch is read when it is asked for, so that what was read before is kept if a run is killed.
    """
    together = shop.reader.together
    for start in range(0, len(reports), together):
        progress("read", start, len(reports))
        yield from _read_batch(reports[start : start + together], shop, aside)
    progress("read", len(reports), len(reports))


def read_again(reports: Sequence[Report], shop: Workshop) -> None:
    """What the reader finds in reports now takes the place of what it found; one that it fails on stays as it is."""
    for reading in read_all(reports, shop, []):
        shop.record.add_reading(reading)


def _read_batch(reports: Sequence[Report], shop: Workshop, aside: list[SetAside]) -> tuple[Reading, ...]:
    """Readings of a batch; where the reader fails on it, of each report alone."""
    from sayso.model.schema import batch_of_reports, readings_from_batch
    from sayso.read import read

    reader = shop.reader
    stated = group_stated(shop.record.decisions())
    shown = [show_report(report, stated, shop.languages) for report in reports]
    try:
        batch = read(batch_of_reports(shown), reader=reader)
    except EndpointError:  # no report would fare better
        raise
    except Exception as error:  # the reader is ours and may fail; one report never stops the others
        if len(reports) > 1:
            return tuple(found for report in reports for found in _read_batch([report], shop, aside))
        if isinstance(error, ReaderError):
            aside.append(SetAside(reports[0].address, f"{error} Its text is kept, unread"))
            return ()
        log.exception("reading %s failed", reports[0].id)
        aside.append(SetAside(reports[0].address, f"the reader failed on it ({error!r}); its text is kept, unread"))
        return ()
    return readings_from_batch(batch, reports=shown, reader=reader.identity)
