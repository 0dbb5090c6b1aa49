"""Adding: links, text, files and feeds that people bring, and how far the record is with them."""

from __future__ import annotations

from fastapi import APIRouter

router = APIRouter()
