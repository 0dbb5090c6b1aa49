"""The report's page: from its words to who says so."""

from sayso.desk.report.pages import router

__all__ = ["router"]
