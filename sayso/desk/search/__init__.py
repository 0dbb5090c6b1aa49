"""Search and lists: everything in the record, narrowed by words, types, stances, places, sources and days."""

from fastapi import APIRouter

from sayso.desk.search import lists, show

router = APIRouter()
router.include_router(show.router)
router.include_router(lists.router)

__all__ = ["router"]
