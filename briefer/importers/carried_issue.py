"""Finds the issue that a file is, or that a PDF or Word document carries."""

import base64
import binascii
import ctypes
import re
import zipfile
from pathlib import Path
from typing import Any

from briefer.importers.issue_file import IssueReading, is_issue
from briefer.importers.packed import DAMAGE, names_in, open_zip, part_of
from briefer.importers.sniffing import kind_of
from briefer.model.errors import UnreadableFile
from briefer.model.issue import CARRIED_NAME, CARRIED_NAMESPACE, SUFFIX

# Without one of them there is no attachment: most PDF files need not be opened for it.
_PDF_MARKS = (b"/EmbeddedFiles", b"/ObjStm")
_MOST_ATTACHMENTS, _MOST_BYTES = 50, 60 << 20
_PART = re.compile(r"customXml/item\d+\.xml")
# Read as letters: an XML reader refuses texts of more than ten million.
_BEGIN = rb"<(?:[\w.-]+:)?issue\b[^>]*" + CARRIED_NAMESPACE.encode("ascii") + rb"[^>]*>"
_BEGUN, _CARRIED = re.compile(_BEGIN), re.compile(_BEGIN + rb"([A-Za-z0-9+/=\s]+)<")
_HEAD = 8192


def issue_reading(path: Path) -> IssueReading | None:
    """The issue in a file; None where there is none. Raises UnreadableFile for a broken one."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(_HEAD)
            named = path.suffix.lower() == SUFFIX and head.startswith(b"PK")
            if size > _MOST_BYTES:
                # Whoever reads files says so.
                return None
            kind = kind_of(head)
            if is_issue(head) or named:
                return IssueReading(head + file.read(), path)
            raw = head + file.read() if kind == "pdf" else b""
    except OSError:
        return None
    if kind == "pdf" and any(mark in raw for mark in _PDF_MARKS):
        content = _attached(raw)
    elif kind in ("word", "zip"):
        content = _in_word(path)
    else:
        return None
    return IssueReading(content, path, is_carried=True) if is_issue(content) else None


def _attached(raw: bytes) -> bytes:
    """The attachment of that name; nothing where there is none or the PDF cannot be opened."""
    import pypdfium2
    import pypdfium2.raw as pdfium

    try:
        with pypdfium2.PdfDocument(raw) as document:
            count = min(pdfium.FPDFDoc_GetAttachmentCount(document), _MOST_ATTACHMENTS)
            for number in range(count):
                attachment = pdfium.FPDFDoc_GetAttachment(document, number)
                if attachment and _name(pdfium, attachment) == CARRIED_NAME:
                    return _content(pdfium, attachment)
    except pypdfium2.PdfiumError:
        return b""
    return b""


def _name(pdfium: Any, attachment: Any) -> str:
    room = (ctypes.c_ushort * 256)()
    needed = pdfium.FPDFAttachment_GetName(attachment, room, ctypes.sizeof(room))
    if needed > ctypes.sizeof(room):
        return ""
    return bytes(room)[:needed].decode("utf-16-le", "replace").rstrip("\0")


def _content(pdfium: Any, attachment: Any) -> bytes:
    needed = ctypes.c_ulong(0)
    pdfium.FPDFAttachment_GetFile(attachment, None, 0, needed)
    if not 0 < needed.value <= _MOST_BYTES:
        return b""
    room = ctypes.create_string_buffer(needed.value)
    done = pdfium.FPDFAttachment_GetFile(attachment, room, needed.value, needed)
    return room.raw if done else b""


def _in_word(path: Path) -> bytes:
    """The issue in a part of a Word document; nothing where there is none."""
    names = sorted(filter(_PART.fullmatch, names_in(path)))
    if not names:
        return b""
    try:
        with open_zip(path) as packed:
            for name in names[:_MOST_ATTACHMENTS]:
                is_begun = _BEGUN.search(_start(packed, name)) is not None
                found = _CARRIED.search(part_of(packed, name, path)) if is_begun else None
                if found:
                    return base64.b64decode(found[1], validate=False)
    # As a Word document it may still be read, or refused.
    except (UnreadableFile, binascii.Error):
        return b""
    return b""


def _start(packed: zipfile.ZipFile, name: str) -> bytes:
    try:
        with packed.open(name) as part:
            return part.read(_HEAD)
    except (*DAMAGE, OSError):
        return b""
