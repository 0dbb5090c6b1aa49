"""Checking: persons look at what the reader found, correct it, and add what it missed."""

from __future__ import annotations

from fastapi import APIRouter

from sayso.desk.check import report

router = APIRouter()
router.include_router(report.router)
