"""Mail: how a letter leaves: by SMTP, or into a folder of files while nobody has set a server."""

from __future__ import annotations

import smtplib
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime, formataddr, make_msgid
from pathlib import Path
from typing import Protocol
from urllib.parse import SplitResult, unquote, urlsplit

from sayso.errors import UsageError
from sayso.people.secret import make_id

#: How long a server may take for one word: a dead one must not hold the others up.
_PATIENCE_SECONDS = 20.0
_LONGEST_SUBJECT = 200


@dataclass(frozen=True, slots=True)
class Message:
    """A letter in plain text to one address."""

    to: str
    subject: str
    body: str


class Mailer(Protocol):
    """Whatever takes letters away."""

    def send(self, message: Message, *, at: datetime) -> None:
        """Sends one letter. Raises OSError or smtplib.SMTPException when it could not leave."""


@dataclass(frozen=True, slots=True)
class FolderMailer:
    """Puts each letter into a file of its own, which only its owner can read: for trying out, and for tests."""

    folder: Path
    sender: str = "sayso@localhost"

    def send(self, message: Message, *, at: datetime) -> None:
        """Writes `<time>-<random>.eml`."""
        self.folder.mkdir(mode=0o700, exist_ok=True)
        file = self.folder / f"{at:%Y%m%dT%H%M%S%f}-{make_id()}.eml"
        file.touch(mode=0o600)
        file.write_bytes(write_letter(message, sender=self.sender, at=at).as_bytes())


@dataclass(frozen=True, slots=True)
class SmtpMailer:
    """Hands letters to a server. `security`: "tls" from the first byte, "starttls", or "none" (on the same machine)."""

    host: str
    port: int
    sender: str
    user: str | None = None
    password: str | None = None
    security: str = "starttls"

    def __repr__(self) -> str:
        return f"SmtpMailer({self.host}:{self.port}, {self.security})"  # never the password

    def send(self, message: Message, *, at: datetime) -> None:
        """One connection for each letter: there are few."""
        kind = smtplib.SMTP_SSL if self.security == "tls" else smtplib.SMTP
        with kind(self.host, self.port, timeout=_PATIENCE_SECONDS) as server:
            if self.security == "starttls":
                server.starttls()
            if self.user is not None:
                server.login(self.user, self.password or "")
            server.send_message(write_letter(message, sender=self.sender, at=at))


def open_mailer(address: str | None, *, sender: str | None = None, folder: Path) -> Mailer:
    """The mailer that an address names; without one, letters go into `folder`.

    Addresses: `smtp://user:password@host:587` (STARTTLS), `smtps://user:password@host:465` (TLS),
    `smtp-plain://host:25` (no encryption: a server on the same machine), or the path of a folder.
    Raises UsageError for anything else.
    """
    sender = sender or "sayso@localhost"
    if not address:
        return FolderMailer(folder, sender)
    if "://" not in address:
        return FolderMailer(Path(address), sender)
    parts = urlsplit(address)
    kinds = {"smtp": ("starttls", 587), "smtps": ("tls", 465), "smtp-plain": ("none", 25)}
    if parts.scheme not in kinds or not parts.hostname:
        raise UsageError("SAYSO_MAIL names no mail server; write it as smtp://user:password@host:587, or name a folder")
    security, port = kinds[parts.scheme]
    user, password = (unquote(word) if word else None for word in (parts.username, parts.password))
    return SmtpMailer(parts.hostname, _read_port(parts) or port, sender, user, password, security)


def write_letter(message: Message, *, sender: str, at: datetime) -> EmailMessage:
    """The letter as it is sent. Whatever stands in a subject or an address, it makes no second header."""
    letter = EmailMessage()
    letter["From"] = formataddr(("Sayso", sender))
    letter["To"] = _one_line(message.to)
    letter["Subject"] = _one_line(message.subject)[:_LONGEST_SUBJECT]
    letter["Date"] = format_datetime(at)
    letter["Message-ID"] = make_msgid(domain="sayso.invalid")
    letter["Auto-Submitted"] = "auto-generated"  # RFC 3834: no holiday notes in answer
    letter.set_content(message.body, cte="quoted-printable")
    return letter


def _one_line(text: str) -> str:
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


def _read_port(parts: SplitResult) -> int | None:
    try:
        return parts.port
    except ValueError:
        raise UsageError("SAYSO_MAIL has a port that is no number from 1 to 65535") from None
