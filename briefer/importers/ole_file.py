"""Knows Office's old container (OLE), and says what to do about a file in it: it is none of text.

Outlook's mails, Word's documents before 2007 and today's behind a password come in it.
"""

from collections.abc import Iterator
from pathlib import Path

from briefer.model.article import Article
from briefer.model.errors import UnreadableFile
from briefer.plugins import Progress

_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# A stream's name in the container's directory: what the file is, and what to do.
_KINDS = (
    (
        "EncryptedPackage",
        "This document is protected by a password.",
        "Open it with the password, save it without one, and drop that file.",
    ),
    (
        "__properties_version1.0",
        "This is a mail in Outlook's own format, which Briefer does not read.",
        "Open it in Outlook, choose “Save as”, and save it as .eml or HTML.",
    ),
    (
        "WordDocument",
        "This is a document of Word before 2007, which Briefer does not read.",
        "Open it in Word or LibreOffice and save it as .docx.",
    ),
)


class OleFile:
    """The importer of files in Office's old container; each is refused with the way out."""

    name = "ole"
    suffixes = frozenset({".msg", ".doc"})

    def claims(self, head: bytes, path: Path) -> float:
        """Sure of the container, whatever the file is called."""
        is_named = path.suffix.lower() in self.suffixes
        return (0.99 if is_named else 0.98) if head.startswith(_MARK) else 0.0

    def read(self, path: Path, progress: Progress) -> Iterator[Article]:
        """Never an article. Raises UnreadableFile that says how to get one."""
        progress.step(0, 1, path.name)
        raw = path.read_bytes()
        yield from ()
        for stream, what, hint in _KINDS:
            if stream.encode("utf-16-le") in raw:
                raise UnreadableFile(what, name=str(path), hint=hint)
        raise UnreadableFile(
            "This kind of Office file cannot be read as an article.",
            name=str(path),
            hint="Open it in its own program and save it as PDF, DOCX or plain text.",
        )
