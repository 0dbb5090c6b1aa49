"""The event's page: accounts side by side, voices counted, conflicts named, numbers as ranges."""

from fastapi import APIRouter

from sayso.desk.event import deciding, show

router = APIRouter()
router.include_router(show.router)
router.include_router(deciding.router)

__all__ = ["router"]
