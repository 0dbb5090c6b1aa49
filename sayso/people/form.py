"""Form: a token in each form, so that only what this desk handed to this visitor is taken, and once.

A token is signed, not stored: to show a page writes nothing. What is kept is which were used.
"""

from __future__ import annotations

import hashlib
import hmac
from datetime import UTC, datetime, timedelta

from sqlalchemy import Column, Table, Text, delete, insert

from sayso.errors import Expired, Forged, Replayed
from sayso.people.schema import metadata
from sayso.people.secret import make_id
from sayso.people.setting import Settings
from sayso.people.store import Store
from sayso.record.columns import UtcTime

#: How long a form may lie open.
LASTS = timedelta(hours=12)

used_forms = Table(
    "used_forms",
    metadata,
    Column("token", Text, primary_key=True),
    Column("expires", UtcTime, nullable=False, index=True),
)


class Forms:
    """Tokens for forms. `visitor` is what a form is bound to: the session's token, or an anonymous cookie's."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._secret = Settings(store).secret().encode()

    def issue(self, visitor: str) -> str:
        """A token for one form of this visitor."""
        expires = int((self._store.now() + LASTS).timestamp())
        stem = f"{make_id()}.{expires}"
        return f"{stem}.{self._sign(visitor, stem)}"

    def take(self, visitor: str, token: str) -> None:
        """Takes the token of a form that was sent; it is used up then. Raises Forged, Expired or Replayed."""
        stem, _, signature = token[:200].rpartition(".")
        if not visitor or not hmac.compare_digest(
            self._sign(visitor, stem).encode(), signature.encode(errors="replace")
        ):
            raise Forged(
                "This form was made for another session, or not by this desk; open the page again and send it there."
            )
        expires = datetime.fromtimestamp(int(stem.partition(".")[2]), UTC)
        if expires <= self._store.now():
            raise Expired("This form lay open for too long; open the page again and send it from there.")
        with self._store.writing() as change:
            change.connection.execute(delete(used_forms).where(used_forms.c.expires <= change.at))
            row = insert(used_forms).prefix_with("OR IGNORE").values(token=stem, expires=expires)
            if not change.connection.execute(row).rowcount:
                raise Replayed("This form was sent before, and it counted; open the page again to send another.")

    def _sign(self, visitor: str, stem: str) -> str:
        said = f"{visitor}\n{stem}".encode("utf-8", "surrogatepass")
        return hmac.new(self._secret, said, hashlib.sha256).hexdigest()
