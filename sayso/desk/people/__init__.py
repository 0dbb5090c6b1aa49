"""People on the desk: the way in and out, one's own page, and the members of the desk."""

from __future__ import annotations

from fastapi import APIRouter

from sayso.desk.people import entrance, factor, me, member, reset, sign_up, token

router = APIRouter()
for room in (entrance, sign_up, reset, me, factor, token, member):
    router.include_router(room.router)
