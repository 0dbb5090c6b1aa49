"""The record in forms that other tools open."""

from sayso.export.corpus import Corrections, save_corrections, write_corrections
from sayso.export.jsonl import write_jsonl

__all__ = ["Corrections", "save_corrections", "write_corrections", "write_jsonl"]
