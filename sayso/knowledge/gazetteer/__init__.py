"""Gazetteer: known places by name, offline, in an index that is built once into the user's cache."""

from sayso.knowledge.gazetteer.airports import read_ourairports
from sayso.knowledge.gazetteer.cache import default_cache, open_gazetteer
from sayso.knowledge.gazetteer.geonames import read_geonames
from sayso.knowledge.gazetteer.index import Index
from sayso.knowledge.gazetteer.sites import read_sites

__all__ = ["Index", "default_cache", "open_gazetteer", "read_geonames", "read_ourairports", "read_sites"]
