"""What a file is by its first bytes, whatever its name says, and the limits all importers share."""

from functools import lru_cache
from pathlib import Path

from briefer.model.errors import UnreadableFile
from briefer.text.cleaning import decode

# The longest book chapters have 200,000 characters; ten times that is a database or an accident.
MOST_CHARACTERS = 2_000_000
# A book has ten thousand.
MOST_PARAGRAPHS = 50_000
# Factiva's pages begin with 60,000 characters of styles, Nexis texts with a list of what was asked.
_START = 400_000
# Fonts and images mix in few control characters; text has none but blanks and page breaks.
_BINARY_SHARE = 0.02
_ODD = bytes([*range(9), *range(14, 27), *range(28, 32)])
_MAGIC = (
    (b"%PDF", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "binary"),
    (b"\x89PNG", "binary"),
    (b"\xff\xd8\xff", "binary"),
    (b"GIF8", "binary"),
    (b"\x7fELF", "binary"),
    (b"MZ\x90", "binary"),
    (b"\x1f\x8b", "binary"),
    (b"Rar!", "binary"),
    (b"7z\xbc\xaf", "binary"),
    (b"SQLite format 3", "binary"),
    (b"{\\rtf", "rtf"),
)
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_PAGE_MARKS = (b"<!doctype html", b"<html", b"<head", b"<body", b"<article", b"<meta ", b"<title")


# Every importer asks it of the same file.
@lru_cache(maxsize=4)
def kind_of(head: bytes) -> str:
    """Say "pdf", "zip", "word", "html", "rtf", "binary" or "text", by the file's first bytes."""
    for mark, kind in _MAGIC:
        if head.startswith(mark):
            if kind == "zip" and (b"word/" in head or b"[Content_Types].xml" in head):
                return "word"
            return kind
    # Some senders put a line or a byte order mark before it.
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(_WIDE_MARKS) or _is_wide(head):
        return "html" if _has_page_marks(head.replace(b"\x00", b"")) else "text"
    if _is_binary(head):
        return "binary"
    return "html" if _has_page_marks(head) else "text"


# Every importer of a kind asks it of the same file; the head tells of a change.
@lru_cache(maxsize=2)
def start_of(path: Path, head: bytes, most: int = _START) -> bytes:
    """More of a file than its `head`, for formats that begin with long styles or lists."""
    try:
        with path.open("rb") as file:
            return file.read(most)
    except OSError:
        return head


def lines_of(start: bytes) -> list[str]:
    """The lines of a file's start, decoded well enough to know its labels by."""
    if start.startswith(_WIDE_MARKS) or _is_wide(start):
        return decode(start).splitlines()
    try:
        # The last character may have been cut in two.
        return start[:-4].decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        return start.decode("cp1252", "replace").splitlines()


def refuse_binary(head: bytes, path: Path) -> None:
    """Raises UnreadableFile when a file with a text name holds something else."""
    if kind_of(head) in ("binary", "zip"):
        suffix = path.suffix.lower() or "a text"
        raise UnreadableFile(
            f"This is no text file although its name ends in {suffix}.",
            name=str(path),
            hint="Open it in the program it comes from and save it as PDF, DOCX or plain text.",
        )


def refuse_too_long(text: str, path: Path | None = None) -> None:
    """Raises UnreadableFile for more characters than any article has."""
    if len(text) > MOST_CHARACTERS:
        raise UnreadableFile(
            f"This text has {len(text):,} characters; Briefer reads up to {MOST_CHARACTERS:,}.",
            name=str(path or ""),
            hint="Save only the article you need, or paste its text.",
        )


def refuse_too_many(paragraphs: int, path: Path | None = None) -> None:
    """Raises UnreadableFile for more paragraphs than any article has."""
    if paragraphs > MOST_PARAGRAPHS:
        raise UnreadableFile(
            f"This text has {paragraphs:,} paragraphs; Briefer reads up to {MOST_PARAGRAPHS:,}.",
            name=str(path or ""),
            hint="Save only the article you need, or paste its text.",
        )


def no_words(path: Path | None = None) -> UnreadableFile:
    """The error for what holds no words at all."""
    return UnreadableFile(
        "There are no words in this text.", name=str(path or ""), hint="Ask for it once more."
    )


def _has_page_marks(head: bytes) -> bool:
    lowered = head[:4096].lower()
    return any(mark in lowered for mark in _PAGE_MARKS)


def _is_wide(head: bytes) -> bool:
    even, odd = head[:4096:2], head[1:4096:2]
    if len(odd) < 2:
        return False
    zeros = sorted((even.count(0) / len(even), odd.count(0) / len(odd)))
    return zeros[1] > 0.3 and zeros[0] < 0.1


def _is_binary(head: bytes) -> bool:
    if not head:
        return False
    odd = len(head) - len(head.translate(None, _ODD))
    return odd > max(_BINARY_SHARE * len(head), 8)
