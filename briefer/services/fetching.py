"""One page from an address the user asked for, and nothing else."""

import urllib.error
import urllib.request

from briefer import __version__
from briefer.model.errors import UnreadableFile

# Seconds to wait for an answer, and the most bytes a page may have.
_PATIENCE = 15
_MOST_BYTES = 20 << 20


def fetch(address: str) -> bytes:
    """The content at an http or https address. Raises UnreadableFile.

    Only this address is asked: no pictures, no scripts, no referrer, no cookies.
    """
    if not address.startswith(("http://", "https://")):
        raise UnreadableFile("Only http and https addresses can be opened.", name=address)
    request = urllib.request.Request(  # noqa: S310 - the scheme was checked above
        address, headers={"User-Agent": f"Mozilla/5.0 (compatible; Briefer/{__version__})"}
    )
    hint = "Check the address and the connection, or save the page and drop the file."
    try:
        with urllib.request.urlopen(request, timeout=_PATIENCE) as answer:  # noqa: S310
            content: bytes = answer.read(_MOST_BYTES + 1)
    except (OSError, ValueError, urllib.error.URLError) as error:
        reason = getattr(error, "reason", None) or error
        what = f"The page did not arrive ({reason})."
        raise UnreadableFile(what, name=address, hint=hint) from error
    if len(content) > _MOST_BYTES:
        raise UnreadableFile("The page is larger than 20 MB.", name=address, hint=hint)
    return content
