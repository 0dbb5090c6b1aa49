"""The brief: one page on a place, an actor or an event, every line with its source, and what is missing."""

from sayso.brief.brief import write_brief
from sayso.brief.chain import caption_chain
from sayso.brief.count import count_voices
from sayso.brief.known import describe_known
from sayso.brief.mark import Marks, find_marks
from sayso.brief.page import Brief, Quote, ReportNote, Section, Topic
from sayso.brief.subject import find_subject
from sayso.brief.why import Explanation, explain
from sayso.brief.wording import HAPPENED, PUTS, plural

__all__ = [
    "HAPPENED",
    "PUTS",
    "Brief",
    "Explanation",
    "Marks",
    "Quote",
    "ReportNote",
    "Section",
    "Topic",
    "caption_chain",
    "count_voices",
    "describe_known",
    "explain",
    "find_marks",
    "find_subject",
    "plural",
    "write_brief",
]
