"""Checking: persons look at what the reader found, correct it, and add what it missed."""

from __future__ import annotations

from fastapi import APIRouter

from sayso.desk.check import blind, claim, history, like, queue, report, waiting

router = APIRouter()
for room in (queue, waiting, blind, report, claim, like, history):
    router.include_router(room.router)
