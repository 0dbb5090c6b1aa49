from __future__ import annotations

import email
import email.policy
import socketserver
import stat
import threading
from pathlib import Path

import pytest

from sayso.errors import UsageError
from sayso.people import Message, open_mailer
from sayso.people.mail import FolderMailer, SmtpMailer, write_letter
from sayso.people.tests.conftest import NOON

LETTER = Message("amal@example.org", "Hello", "Good day.\n")


@pytest.mark.parametrize("line", ["\r\n", "\n", "\r", "\u2028", "\x85", "\x0b", "\x00"])
def test_nothing_in_a_subject_or_address_makes_a_second_header(line: str) -> None:
    bad = Message(f"a@example.org{line}Bcc: b@example.org", f"Hi{line}Bcc: b@example.org{line}{line}body", "Text.")
    parsed = email.message_from_bytes(write_letter(bad, sender="desk@example.org", at=NOON).as_bytes())
    assert parsed["Bcc"] is None
    assert sorted(parsed.keys()) == sorted(
        ["From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "Content-Type",
         "Content-Transfer-Encoding", "MIME-Version"]
    )  # fmt: skip
    assert parsed.get_payload(decode=True) == b"Text.\n"


def test_letters_in_any_script_arrive_whole() -> None:
    said = Message("amal@example.org", "دعوة من أمل", "السلام عليكم\nhttps://desk.example.org/reset/" + "x" * 90 + "\n")
    letter = write_letter(said, sender="desk@example.org", at=NOON)
    parsed = email.message_from_bytes(letter.as_bytes(), policy=email.policy.default)
    assert parsed["Subject"] == said.subject
    assert parsed.get_content() == said.body


def test_without_a_server_letters_lie_in_a_folder_of_ones_own(tmp_path: Path) -> None:
    mailer = open_mailer(None, folder=tmp_path / "record.mail")
    mailer.send(LETTER, at=NOON)
    mailer.send(LETTER, at=NOON)
    files = list((tmp_path / "record.mail").iterdir())
    assert len(files) == 2
    assert stat.S_IMODE((tmp_path / "record.mail").stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert "Good day." in files[0].read_text()


def test_an_address_names_the_mailer(tmp_path: Path) -> None:
    def opened(address: str) -> object:
        return open_mailer(address, sender="desk@example.org", folder=tmp_path)

    assert opened("smtp://me:p%40ss@mail.example.org") == SmtpMailer(
        "mail.example.org", 587, "desk@example.org", "me", "p@ss", "starttls"
    )
    assert opened("smtps://mail.example.org:4650") == SmtpMailer(
        "mail.example.org", 4650, "desk@example.org", security="tls"
    )
    assert opened("/var/letters") == FolderMailer(Path("/var/letters"), "desk@example.org")
    assert "p@ss" not in repr(opened("smtp://me:p%40ss@mail.example.org"))


@pytest.mark.parametrize("address", ["http://mail.example.org", "smtp://", "smtp://host:99999", "smtp://host:x"])
def test_an_address_that_names_none_is_refused(tmp_path: Path, address: str) -> None:
    with pytest.raises(UsageError, match="SAYSO_MAIL"):
        open_mailer(address, folder=tmp_path)


class Server(socketserver.StreamRequestHandler):
    """As much of a mail server as one letter needs."""

    def handle(self) -> None:
        self.wfile.write(b"220 ready\r\n")
        in_data = False
        for line in self.rfile:
            self.server.heard.append(line)  # type: ignore[attr-defined]
            if in_data:
                in_data = line != b".\r\n"
            if not in_data:
                in_data = line.upper().startswith(b"DATA")
                bye = line.upper().startswith(b"QUIT")
                self.wfile.write(b"354 go\r\n" if in_data else b"221 bye\r\n" if bye else b"250 ok\r\n")


def test_a_letter_goes_to_a_server() -> None:
    with socketserver.TCPServer(("127.0.0.1", 0), Server) as server:
        server.heard = []  # type: ignore[attr-defined]
        thread = threading.Thread(target=server.handle_request)
        thread.start()
        SmtpMailer("127.0.0.1", server.server_address[1], "desk@example.org", security="none").send(LETTER, at=NOON)
        thread.join()
        heard = b"".join(server.heard)  # type: ignore[attr-defined]
    assert b"mail FROM:<desk@example.org>" in heard
    assert b"rcpt TO:<amal@example.org>" in heard
    assert b"Subject: Hello\r\n" in heard
    assert b"\r\n\r\nGood day.\r\n" in heard
