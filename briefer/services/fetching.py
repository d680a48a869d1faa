"""One answer from an address the user asked for, and nothing else."""

import ipaddress
import math
import socket
import time
import urllib.error
import urllib.request
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

from briefer import __version__
from briefer.model.errors import UnreadableFile
from briefer.plugins import Progress, Silent
from briefer.services.patience import wait_for
from briefer.text.cleaning import decode

# Seconds to wait for a sign of life, and for the whole answer; the most bytes a page may have.
_PATIENCE, _WITHIN = 15, 45.0
_MOST_BYTES = 20 << 20
_CHUNK = 64 << 10
_MOST_REDIRECTS = 5
# No server may put itself off for longer (seconds).
_LONGEST_PEACE = 24 * 60 * 60
_HINT = "Check the address and the connection, or save the page and drop the file."


@dataclass(frozen=True, slots=True)
class Answer:
    """What came; `etag` and `modified` are what the server said of it, for the next time."""

    content: bytes
    charset: str = ""
    etag: str = ""
    modified: str = ""

    @property
    def text(self) -> str:
        """The content in the encoding the server named, or the one it shows."""
        try:
            return (
                self.content.decode(self.charset, "replace")
                if self.charset
                else decode(self.content)
            )
        except LookupError:
            return decode(self.content)


class AskLater(UnreadableFile):
    """The server has had enough for now; `seconds` are how long it wants to be left in peace."""

    def __init__(self, what: str, name: str, seconds: int) -> None:
        minutes = max(round(seconds / 60), 1)
        peace = f"{minutes} minute{'' if minutes == 1 else 's'}"
        hint = f"It asks to be left in peace for {peace}."
        super().__init__(what, name=name, hint=hint)
        self.seconds = seconds


def fetch(address: str) -> bytes:
    """The content at an http or https address. Raises UnreadableFile.

    Only this address is asked: no pictures, no scripts, no referrer, no cookies.
    """
    found = ask(address)
    return found.content if found is not None else b""


def ask(
    address: str,
    *,
    etag: str = "",
    modified: str = "",
    named_by: str = "",
    most_bytes: int = _MOST_BYTES,
    progress: Progress | None = None,
) -> Answer | None:
    """The answer at an http or https address; None when it is as `etag` or `modified` say.

    `named_by` is the address whose content named this one, if it was not the user: it may then not
    lead from the open net into the user's own. Raises UnreadableFile and Cancelled.
    """
    if urlsplit(address).scheme not in ("http", "https"):
        raise UnreadableFile("Only http and https addresses can be opened.", name=address)
    said = {"If-None-Match": etag, "If-Modified-Since": modified}
    headers = {name: value for name, value in said.items() if value}
    try:
        return wait_for(
            lambda: _ask(address, headers, named_by or address, most_bytes),
            _WITHIN,
            progress or Silent(),
        )
    except TimeoutError as error:
        what = f"The page did not arrive ({error})."
        raise UnreadableFile(what, name=address, hint=_HINT) from error


def may_lead(origin: str, target: str) -> bool:
    """Whether an address on the net may lead to this one: http(s) only, and from outside not into
    the user's own machine or network."""
    parts = urlsplit(target)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return False
    return not _is_near(parts.hostname) or _is_near(urlsplit(origin).hostname or "")


def _ask(address: str, headers: dict[str, str], origin: str, most_bytes: int) -> Answer | None:
    agent = f"Mozilla/5.0 (compatible; Briefer/{__version__})"
    if not may_lead(origin, address):
        raise UnreadableFile("This address leads into your own network.", name=address)
    request = urllib.request.Request(  # noqa: S310 - the scheme was checked
        address, headers={"User-Agent": agent, **headers}
    )
    try:
        with _opener(origin).open(request, timeout=_PATIENCE) as answer:
            content = _content(answer, address, most_bytes)
            told = answer.headers
            return Answer(
                content,
                told.get_content_charset() or "",
                told.get("ETag", ""),
                told.get("Last-Modified", ""),
            )
    except urllib.error.HTTPError as error:
        error.close()
        if error.code == 304:
            return None
        what = f"The address answered {error.code} {error.reason}."[:300]
        seconds = _peace(error.headers.get("Retry-After", ""))
        if error.code in (429, 503) and seconds:
            raise AskLater(what, address, seconds) from error
        raise UnreadableFile(what, name=address, hint=_HINT) from error
    except (OSError, ValueError, zlib.error) as error:
        reason = getattr(error, "reason", None) or error
        reason = getattr(reason, "strerror", None) or reason
        raise UnreadableFile(
            f"The page did not arrive ({reason}).", name=address, hint=_HINT
        ) from error


def _peace(said: str) -> int:
    """The seconds that a server's Retry-After asks for, a day at most; 0 where it says none."""
    said = said.strip()
    if said.isascii() and said.isdecimal():
        return min(int(said[:9]), _LONGEST_PEACE)
    try:
        when = parsedate_to_datetime(said)
        left = (when.replace(tzinfo=when.tzinfo or UTC) - datetime.now(UTC)).total_seconds()
    except (ValueError, TypeError, OverflowError):
        return 0
    return min(max(math.ceil(left), 0), _LONGEST_PEACE)


def _content(answer: Any, address: str, most_bytes: int) -> bytes:
    """All of it, if it comes in time and is not too much."""
    deadline, parts, count = time.monotonic() + _WITHIN, [], 0
    while chunk := answer.read1(_CHUNK):
        parts.append(chunk)
        count += len(chunk)
        if time.monotonic() > deadline:
            raise TimeoutError("it came too slowly")
        if count > most_bytes:
            break
    content = b"".join(parts)
    if answer.headers.get("Content-Encoding", "").lower() in ("gzip", "x-gzip"):
        content = zlib.decompressobj(wbits=31).decompress(content, most_bytes + 1)
    if len(content) > most_bytes:
        raise UnreadableFile(
            f"The page is larger than {most_bytes >> 20} MB.", name=address, hint=_HINT
        )
    return content


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows a few, and none that leads where an address of the net must not."""

    max_redirections = _MOST_REDIRECTS

    def __init__(self, origin: str) -> None:
        self._origin = origin

    def redirect_request(
        self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str
    ) -> urllib.request.Request | None:
        if not may_lead(self._origin, newurl):
            fp.close()
            raise urllib.error.URLError("it leads to an address that is not opened")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _opener(origin: str) -> urllib.request.OpenerDirector:
    """Knows http and https alone; urllib's own would open file:, ftp: and data: as well."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        _Redirects(origin),
    ):
        opener.add_handler(handler)
    return opener


def _is_near(host: str) -> bool:
    """Whether the host is this machine or one of a private network."""
    try:
        found = {str(one[4][0]).partition("%")[0] for one in socket.getaddrinfo(host, None)}
    except (OSError, UnicodeError):
        # Behind a proxy names are not known here; the proxy decides.
        return False
    return any(not ipaddress.ip_address(address).is_global for address in found)
