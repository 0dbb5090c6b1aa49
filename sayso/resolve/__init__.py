"""Resolve: mentions become known speakers, parties, places, dates and counts; chains are completed."""

from sayso.resolve.denial import settle
from sayso.resolve.renewal import Renewed, Source, resolve_changed
from sayso.resolve.resolution import resolve

__all__ = ["Renewed", "Source", "resolve", "resolve_changed", "settle"]
