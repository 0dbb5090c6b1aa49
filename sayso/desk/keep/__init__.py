"""Keeping: collections, votes, comments and tasks, what one follows, what is withheld, and one's own data."""

from fastapi import APIRouter

from sayso.desk.keep import (
    collection,
    erasing,
    feed,
    privacy,
    talk,
    vote,
    watch,
    withholding,
)
from sayso.desk.keep.around import offer

router = APIRouter()
for room in (collection, erasing, feed, privacy, talk, vote, watch, withholding):
    router.include_router(room.router)
offer()

__all__ = ["router"]
