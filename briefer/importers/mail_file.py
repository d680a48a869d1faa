"""Reads mails: the message and each article attached to it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import Message
from pathlib import Path
from typing import Any

from briefer.importers.html_page import article_from_html
from briefer.importers.inner import InnerFiles
from briefer.importers.mail_parts import attached_name, header, parts_of, sender, sent, text_of
from briefer.importers.plain_text import article_from_text
from briefer.importers.sniffing import kind_of, no_words
from briefer.model.article import Article
from briefer.model.errors import UnreadableFile, UnreadablePart
from briefer.plugins import Progress

_HEADER = re.compile(rb"^([A-Za-z][A-Za-z0-9\-]{1,40}):[ \t\r\n]", re.MULTILINE)
_USUAL = frozenset(
    b"from to subject date received return-path message-id mime-version content-type "
    b"delivered-to reply-to".split()
)
_REPLY = re.compile(r"(?:(?:re|aw|fwd?|wg|tr|rv|i|r|vs|sv|doorst)\s?:\s*)+", re.IGNORECASE)
_UNREAD = ("image/", "audio/", "video/", "font/", "text/calendar", "application/pgp", "text/css")


class MailFile:
    """The importer of mails saved as files."""

    name = "mail"
    suffixes = frozenset({".eml"})

    def __init__(self, inner: InnerFiles) -> None:
        """`inner` reads what is attached."""
        self._inner = inner

    def claims(self, head: bytes, path: Path) -> float:
        """Sure of a file that begins with a mail's headers."""
        if kind_of(head) not in ("text", "html"):
            return 0.0
        first = head.lstrip(b"\xef\xbb\xbf\r\n").replace(b"\r\n", b"\n").partition(b"\n\n")[0]
        if not re.match(rb"(?:From |[A-Za-z][A-Za-z0-9\-]{1,40}:)", first):
            return 0.0
        usual = {hit[1].lower() for hit in _HEADER.finditer(first)} & _USUAL
        if len(usual) >= 3:
            return 0.95
        return 0.92 if usual and path.suffix.lower() in self.suffixes else 0.0

    def read(self, path: Path, progress: Progress) -> Iterator[Article | UnreadablePart]:
        """The message, then the articles attached. Raises UnreadableFile."""
        progress.step(0, 1, path.name)
        mail, *parts = parts_of(path.read_bytes(), path)
        attached = [part for part in parts if attached_name(part)]
        message = _message(mail, [part for part in parts if not attached_name(part)], path)
        if message is not None:
            yield message
        for part in attached:
            if part.get_content_type().startswith(_UNREAD):
                continue
            content = _bytes(part)
            if content.strip():
                yield from self._inner.read(attached_name(part), content, progress)
        if message is None and not attached:
            raise no_words(path)


def _message(mail: Message, parts: list[Message], path: Path) -> Article | None:
    """The message itself, or None where it says nothing.

    Plain text is what senders wrote; where it is but a note that there is a page, the page is.
    """
    plain = "\n\n".join(text_of(p) for p in parts if p.get_content_type() == "text/plain")
    pages = [text_of(p) for p in parts if p.get_content_type() == "text/html"]
    html = pages[0] if pages else ""
    words = len(plain.split())
    is_note = bool(html) and words * 3 < len(re.sub(r"<[^>]{0,5000}>", " ", html[:500_000]).split())
    try:
        if html and (is_note or not words):
            article = article_from_html(html, path=path)
        else:
            article = article_from_text(plain, path=path)
    except UnreadableFile:
        if not html or not words:
            return None
        article = article_from_text(plain, path=path)
    return _with_headers(article, mail)


def _with_headers(article: Article, mail: Message) -> Article:
    """What the text states of its source, then what the mail does."""
    source = article.source
    sent_by = sender(mail)
    stated: dict[str, Any] = {
        "title": (_REPLY.sub("", header(mail, "Subject"), count=1), "the mail's subject"),
        "authors": ((sent_by,) if sent_by else (), "the mail's sender"),
        "published": (sent(mail), "the mail's date"),
    }
    known = {
        name: value
        for name, (value, _) in stated.items()
        if value and (name == "title" or not getattr(source, name))
    }
    evidence = {**source.evidence, **{name: stated[name][1] for name in known}}
    return replace(article, source=replace(source, **known, evidence=evidence))


def _bytes(part: Message) -> bytes:
    if part.get_content_type() == "message/rfc822":
        inner: Any = part.get_payload()
        return inner[0].as_bytes() if isinstance(inner, list) and inner else b""
    raw = part.get_payload(decode=True)
    return raw if isinstance(raw, bytes) else b""
