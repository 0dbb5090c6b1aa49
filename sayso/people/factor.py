"""Factor: the second step of a log-in, a code from an app on a telephone (TOTP) or a backup code from paper."""

from __future__ import annotations

import base64
import hashlib
import hmac
import io
import secrets
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

import segno
from sqlalchemy import Column, ForeignKey, Integer, Table, Text, delete, func, insert, select, update

from sayso.errors import Refused
from sayso.people.schema import metadata
from sayso.people.secret import digest
from sayso.people.store import Change, Store
from sayso.people.user import User
from sayso.record.columns import UtcTime

STEP_SECONDS, DIGITS = 30, 6  # what all apps take as given
#: A code counts in its own half minute and in the one before and after: telephones' clocks are off.
_STEPS_OFF = (0, -1, 1)
_CODES, _CODE_LETTERS = 10, "23456789abcdefghjkmnpqrstuvwxyz"  # none that looks like another on paper
_HALF = 5  # letters before and after the hyphen: 31 to the tenth, about 50 bits

factors = Table(
    "factors",
    metadata,
    Column("user_id", Text, ForeignKey("users.id", ondelete="CASCADE"), primary_key=True),
    Column("secret", Text, nullable=False),  # in base32; the codes are counted from it, so no digest will do
    Column("last_step", Integer, nullable=False),  # the half minute of the last code that was taken
    Column("confirmed", UtcTime),
)

backup_codes = Table(
    "backup_codes",
    metadata,
    Column("digest", Text, primary_key=True),
    Column("user_id", Text, ForeignKey("users.id", ondelete="CASCADE"), nullable=False, index=True),
)


@dataclass(frozen=True, slots=True)
class Setup:
    """What an app needs to give codes: the secret in base32, and the same as an address (otpauth:) for a picture."""

    secret: str
    address: str

    def draw(self) -> str:
        """The address as a QR code, an SVG without any style of its own beyond attributes."""
        out = io.BytesIO()
        segno.make(self.address, error="m").save(out, kind="svg", xmldecl=False, svgns=True, omitsize=True, border=4)
        return out.getvalue().decode()


class Factors:
    """The second steps of the users of one record."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def begin(self, user: User, *, desk: str) -> Setup:
        """A setup that does not count until a code of it is confirmed. Raises Refused when one counts already.

        Asked again, it is the same setup: a page that is loaded anew does not make the picture stale.
        """
        with self._store.writing() as change:
            kept = change.connection.execute(select(factors).where(factors.c.user_id == user.id)).first()
            if kept is not None and kept.confirmed is not None:
                raise Refused("code", "The second step is switched on already; switch it off first.")
            secret = kept.secret if kept is not None else base64.b32encode(secrets.token_bytes(20)).decode()
            row = {"user_id": user.id, "secret": secret, "last_step": 0}
            change.connection.execute(insert(factors).prefix_with("OR IGNORE").values(row))
        return Setup(secret, _write_address(secret, user=user.name, desk=desk))

    def confirm(self, user: User, code: str) -> tuple[str, ...]:
        """Switches the second step on with a code of the app; gives ten backup codes, to be shown this once."""
        with self._store.writing() as change:
            if not self._take_code(change, user, code):
                raise Refused("code", "This is not the code that the app shows now; wait for the next and enter that.")
            change.connection.execute(update(factors).where(factors.c.user_id == user.id).values(confirmed=change.at))
            return self.renew_codes(user)

    def renew_codes(self, user: User) -> tuple[str, ...]:
        """Ten new backup codes, to be shown this once; those made before end."""
        codes = tuple(_make_code() for _ in range(_CODES))
        rows = [{"digest": _digest_code(user, code), "user_id": user.id} for code in codes]
        with self._store.writing() as change:
            change.connection.execute(delete(backup_codes).where(backup_codes.c.user_id == user.id))
            change.connection.execute(insert(backup_codes), rows)
        return codes

    def is_on(self, user: User) -> bool:
        """Whether the user's log-in has a second step."""
        with self._store.reading() as connection:
            on = (factors.c.user_id == user.id) & factors.c.confirmed.is_not(None)
            return connection.execute(select(factors.c.user_id).where(on)).first() is not None

    def count_codes(self, user: User) -> int:
        """How many backup codes are left."""
        with self._store.reading() as connection:
            chosen = select(func.count()).where(backup_codes.c.user_id == user.id)
            return connection.scalar(chosen) or 0

    def take_code(self, user: User, code: str) -> bool:
        """Whether it is the app's code for now; once. Of two who enter the same, one is refused."""
        with self._store.writing() as change:
            return self._take_code(change, user, code)

    def take_backup_code(self, user: User, code: str) -> bool:
        """Whether it is one of the user's backup codes; each works once."""
        with self._store.writing() as change:
            found = backup_codes.c.digest == _digest_code(user, code)
            return change.connection.execute(delete(backup_codes).where(found)).rowcount > 0

    def remove(self, user: User) -> None:
        """Switches the second step off."""
        with self._store.writing() as change:
            for table in (factors, backup_codes):
                change.connection.execute(delete(table).where(table.c.user_id == user.id))

    def _take_code(self, change: Change, user: User, code: str) -> bool:
        kept = change.connection.execute(select(factors).where(factors.c.user_id == user.id)).first()
        step = None if kept is None else find_step(kept.secret, code, at=change.at)
        if kept is None or step is None or step <= kept.last_step:
            return False
        change.connection.execute(update(factors).where(factors.c.user_id == user.id).values(last_step=step))
        return True


def count_code(secret: str, step: int, *, digits: int = DIGITS) -> str:
    """The code of a base32 secret in the half minute `step` since 1970 (RFC 6238, with SHA-1, as all apps do)."""
    told = hmac.new(base64.b32decode(secret), step.to_bytes(8), hashlib.sha1).digest()
    start = told[-1] & 0xF  # dynamic truncation, RFC 4226, 5.3
    number = int.from_bytes(told[start : start + 4]) & 0x7FFFFFFF
    return str(number % 10**digits).zfill(digits)


def find_step(secret: str, code: str, *, at: datetime) -> int | None:
    """The half minute, about now, whose code this is; None if it is no code of these."""
    plain = "".join(code[:20].split())
    now = int(at.timestamp()) // STEP_SECONDS
    told = [
        now + off
        for off in _STEPS_OFF
        if hmac.compare_digest(count_code(secret, now + off).encode(), plain.encode("utf-8", "surrogatepass"))
    ]
    return told[0] if told else None


def _write_address(secret: str, *, user: str, desk: str) -> str:
    """https://github.com/google/google-authenticator/wiki/Key-Uri-Format"""
    return f"otpauth://totp/{quote(desk, safe='')}:{quote(user, safe='')}?secret={secret}&issuer={quote(desk, safe='')}"


def _make_code() -> str:
    letters = [secrets.choice(_CODE_LETTERS) for _ in range(2 * _HALF)]
    return "".join(letters[:_HALF]) + "-" + "".join(letters[_HALF:])


def _digest_code(user: User, code: str) -> str:
    plain = "".join(letter for letter in code[:40].casefold() if letter.isalnum())
    return digest(f"{user.id}:{plain}")
