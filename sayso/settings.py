"""What a person can set from outside, read once at the edge and passed inwards as values."""

from __future__ import annotations

import getpass
import os
from collections.abc import Mapping
from dataclasses import dataclass, field

DEFAULT_RECORD = "record.db"


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings, each from one environment variable.

    `record` (SAYSO_RECORD): the record's file. `user` (SAYSO_USER): who signs decisions.
    `knowledge` (SAYSO_KNOWLEDGE): a folder of the user's own knowledge files, None for none.
    `allow_private` (SAYSO_ALLOW_PRIVATE=1): pages on private addresses may be fetched.
    `mail` (SAYSO_MAIL): what takes letters away, as smtp://user:password@host:587 or a folder; None: a folder beside
    the record. `mail_from` (SAYSO_MAIL_FROM): the address that letters come from.
    `tiles` (SAYSO_TILES): a PMTiles file that the desk's maps have for a base; None: the coasts and borders it ships.
    `llm` (SAYSO_LLM_*): the endpoint of the llm reader, by lower-case names without the prefix; its key is among them.
    """

    record: str = DEFAULT_RECORD
    user: str = "somebody"
    knowledge: str | None = None
    allow_private: bool = False
    mail: str | None = field(default=None, repr=False)
    mail_from: str | None = None
    tiles: str | None = None
    llm: Mapping[str, str] = field(default_factory=dict, repr=False)


def load_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """Settings from the environment; what is not set keeps its default."""
    given = os.environ if environment is None else environment
    return Settings(
        record=given.get("SAYSO_RECORD") or DEFAULT_RECORD,
        user=given.get("SAYSO_USER") or _login_name(),
        knowledge=given.get("SAYSO_KNOWLEDGE") or None,
        allow_private=given.get("SAYSO_ALLOW_PRIVATE", "").lower() in {"1", "true", "yes"},
        mail=given.get("SAYSO_MAIL") or None,
        mail_from=given.get("SAYSO_MAIL_FROM") or None,
        tiles=given.get("SAYSO_TILES") or None,
        llm={name[10:].lower(): value for name, value in given.items() if name.startswith("SAYSO_LLM_")},
    )


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container without a passwd entry for its user
        return "somebody"
