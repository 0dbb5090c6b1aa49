"""The record in forms that other tools open."""

from sayso.export.jsonl import write_jsonl

__all__ = ["write_jsonl"]
