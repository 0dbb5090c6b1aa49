"""The desk: the site where people read, check and keep the record. `create_app` is its one door."""

from sayso.desk.app import create_app

__all__ = ["create_app"]
