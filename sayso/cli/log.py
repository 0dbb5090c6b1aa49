"""Log: what long work says of itself, as sentences beside the page; nothing else sets logging up."""

from __future__ import annotations

import logging

from rich.markup import escape

from sayso.cli.app import errors_to

_TALKATIVE = "sayso.knowledge.gazetteer"  # its index is built once, and takes long enough to be told of


class Aside(logging.Handler):
    """Says a log's line to the person at the command line."""

    def emit(self, record: logging.LogRecord) -> None:
        """One line, without time or level: a person reads it."""
        errors_to().print(f"[dim]{escape(record.getMessage())}[/]")


def show_log() -> None:
    """Warnings of all rooms, and what the gazetteer says while it is built."""
    logger = logging.getLogger("sayso")
    logger.addHandler(Aside(logging.INFO))
    logger.setLevel(logging.WARNING)
    logging.getLogger(_TALKATIVE).setLevel(logging.INFO)
