"""The brief: one page on a place, an actor or an event, every line with its source, and what is missing."""

from sayso.brief.brief import Brief, Quote, ReportNote, Section, Topic, write_brief
from sayso.brief.why import Explanation, explain

__all__ = ["Brief", "Explanation", "Quote", "ReportNote", "Section", "Topic", "explain", "write_brief"]
