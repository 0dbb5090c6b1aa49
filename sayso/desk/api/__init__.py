"""The API: `/api/v1`, the record for programs, in the same words as its pages and its JSON Lines (docs/formats.md)."""

from fastapi import APIRouter

from sayso.desk.api import event, holding, place, report, search

router = APIRouter(prefix="/api/v1")
for _room in (search, event, report, place, holding):
    router.include_router(_room.router)

__all__ = ["router"]
