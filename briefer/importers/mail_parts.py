"""The parts of a mail, by the old parsing policy: the new one hangs on what attackers send."""

import email
import email.policy
import re
from collections.abc import Iterator
from email.errors import MessageError
from email.message import Message
from pathlib import Path
from typing import Any

from briefer.importers.dates import as_date, sent_moment
from briefer.model.errors import UnreadableFile
from briefer.text.cleaning import clean_line, decode

# A newsletter has some dozens of parts; a mail of 200,000 is an attack.
MOST_PARTS = 2_000
_DEEPEST = 12
# Longer headers are cut before they are decoded: encoded words of megabytes take minutes.
_LONGEST_HEADER = 2_000
# What the standard library raises for letters and pieces of headers that no mail program writes.
_ODD = (LookupError, ValueError, TypeError, MessageError)


def parts_of(raw: bytes, path: Path, *, unfold: bool = False) -> Iterator[Message]:
    """The mail itself, then its leaf parts; mails inside it are leaves, or unfolded too.

    Raises UnreadableFile for monsters.
    """
    if raw.count(b"\n--") > 20 * MOST_PARTS:
        raise _monster(path)
    mail = email.message_from_bytes(raw, policy=email.policy.compat32)
    yield mail
    stack: list[tuple[Message, int]] = [(mail, 0)]
    count = 0
    while stack:
        part, depth = stack.pop()
        count += 1
        if count > MOST_PARTS or depth > _DEEPEST:
            raise _monster(path)
        is_mail = part.get_content_type() == "message/rfc822" and not unfold
        inner: Any = part.get_payload() if part.is_multipart() and not is_mail else None
        if isinstance(inner, list):
            stack.extend((one, depth + 1) for one in reversed(inner) if isinstance(one, Message))
        else:
            yield part


def attached_name(part: Message) -> str:
    """The name of an attached file; empty for what is the message itself."""
    kind = part.get_content_type()
    try:
        name = clean_line(str(part.get_filename() or ""))[:200]
    except _ODD:
        name = ""
    said = str(part.get("Content-Disposition", ""))[:40].lower()
    if kind == "message/rfc822":
        return name or "attached mail.eml"
    if name or said.startswith("attachment"):
        return name or "attachment"
    return "" if kind.startswith(("text/plain", "text/html")) else f"part of type {kind[:60]}"


def text_of(part: Message) -> str:
    """The text of a leaf part, by its charset or what its bytes look like."""
    raw = part.get_payload(decode=True)
    if not isinstance(raw, bytes):
        return ""
    try:
        charset = str(part.get_content_charset() or "")
        return raw.decode(charset) if charset else decode(raw)
    except _ODD:
        return decode(raw)


def html_of(raw: bytes, path: Path) -> list[str]:
    """The web pages in a mail. Raises UnreadableFile."""
    _, *parts = parts_of(raw, path, unfold=True)
    return [text_of(part) for part in parts if part.get_content_type() == "text/html"]


def header(mail: Message, name: str) -> str:
    """A header on one line, its encoded words decoded."""
    from email.header import decode_header, make_header

    raw = str(mail.get(name, ""))[:_LONGEST_HEADER]
    try:
        return clean_line(str(make_header(decode_header(raw))))
    except _ODD:
        return clean_line(raw)


def sent(mail: Message) -> str | None:
    """When a mail was sent, ISO 8601 with its zone; the day alone where its date says no more."""
    said = header(mail, "Date")[:100]
    return sent_moment(said) or as_date(said)


def sender(mail: Message) -> str:
    """The name of who sent it, without the address."""
    said = header(mail, "From")
    hit = re.match(r'\s*"?([^"<]*?)"?\s*<', said)
    return hit[1].strip() if hit else ""


def _monster(path: Path) -> UnreadableFile:
    return UnreadableFile(
        "This mail is built of more parts than any real one, so it was not read.",
        name=str(path),
        hint="It may be a trap. Ask the sender for the text itself.",
    )
