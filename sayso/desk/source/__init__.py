"""The source's page: what it said, how it fared, for whom it spoke when, its grade, and what it publishes."""

from sayso.desk.source.show import router

__all__ = ["router"]
