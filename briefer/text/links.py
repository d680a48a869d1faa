"""The address in a file that is nothing but a link (.url of Windows, .webloc of macOS)."""

import plistlib
import re
from pathlib import Path

SUFFIXES = frozenset({".url", ".webloc"})
# A link file has some hundred bytes.
_MOST_BYTES = 64 << 10
# What the standard library raises for property lists that no program writes.
_ODD_LISTS = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError, RecursionError)
_SHORTCUT = re.compile(r"^URL\s*=\s*(\S.*?)\s*$", re.IGNORECASE | re.MULTILINE)


def is_link(head: bytes) -> bool:
    """Whether a file that begins so is a link."""
    start = head[:512].lstrip(b"\xef\xbb\xbf\xff\xfe \r\n").replace(b"\x00", b"")
    if start.lower().startswith(b"[internetshortcut]") or b"[InternetShortcut]" in start:
        return True
    return start.startswith(b"bplist00") or (b"<plist" in start and b"<key>URL</key>" in start)


def address_in(path: Path) -> str | None:
    """The http(s) address that a link file holds; None if it holds none or is no link file."""
    try:
        with path.open("rb") as file:
            raw = file.read(_MOST_BYTES)
    except OSError:
        return None
    if not is_link(raw):
        return None
    address = _from_plist(raw) if b"plist" in raw[:512] else _from_shortcut(raw)
    return address if address.startswith(("http://", "https://")) else None


def _from_shortcut(raw: bytes) -> str:
    wide = raw.startswith((b"\xff\xfe", b"\xfe\xff"))
    text = raw.decode("utf-16" if wide else "utf-8", "replace")
    found = _SHORTCUT.search(text.replace("\r", ""))
    return found[1] if found else ""


def _from_plist(raw: bytes) -> str:
    from xml.parsers.expat import ExpatError

    try:
        found = plistlib.loads(raw)
    except (*_ODD_LISTS, ExpatError):
        return ""
    address = found.get("URL") if isinstance(found, dict) else None
    return address.strip() if isinstance(address, str) else ""
