"""The outlet's name for a web address, from a list; else the bare domain."""

from functools import cache
from urllib.parse import urlsplit

from briefer.places import resources

# Front parts of a host that name a machine or an edition, not an outlet.
_FRONTS = frozenset({"www", "m", "amp", "mobile", "edition", "en", "web"})


def outlet_of(url: str) -> tuple[str, bool] | None:
    """The outlet that publishes at `url` and whether the list knows its name; None without a host."""
    host = domain(url)
    if not host:
        return None
    names = _names()
    parts = host.split(".")
    for start in range(len(parts) - 1):
        known = names.get(".".join(parts[start:]))
        if known:
            return known, True
    return host, False


def domain(url: str) -> str:
    """The host of `url` without "www." and the like; empty when there is none."""
    try:
        host = urlsplit(url.strip()).hostname or ""
    except ValueError:
        return ""
    parts = host.lower().strip(".").split(".")
    while len(parts) > 2 and parts[0] in _FRONTS:
        parts = parts[1:]
    return ".".join(parts) if len(parts) > 1 else ""


@cache
def _names() -> dict[str, str]:
    text = (resources() / "lists" / "outlets.txt").read_text(encoding="utf-8")
    pairs = (line.split("\t", 1) for line in text.splitlines() if "\t" in line)
    return {address.strip(): name.strip() for address, name in pairs}
