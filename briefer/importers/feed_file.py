"""Reads RSS and Atom files: one article for each entry that holds its text."""

import hashlib
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefer.importers.dates import iso_moment, sent_moment
from briefer.importers.markup import element_lines, parse_page
from briefer.importers.packed import xml_of
from briefer.importers.source_guess import names_in
from briefer.model.article import Article, Source, article_from_paragraphs
from briefer.model.errors import UnreadableFile, UnreadablePart
from briefer.plugins import Progress
from briefer.text.cleaning import clean_line
from briefer.text.language import detect

_ROOT = re.compile(rb"<(?:\w{1,20}:)?(?:rss|feed|RDF)[\s>]")
# A summary that long is the text itself; a shorter one only invites to read it (words).
_FEWEST_WORDS = 60
# What a feed is known by (bytes), where a page names its feed, and the longest name of an entry.
_HEAD, _MOST_OF_A_PAGE, _LONGEST_KEY = 8192, 200_000, 1000
_NAMED_FEED = re.compile(
    r"<link\s(?=[^>]{0,500}application/(?:rss|atom)\+xml)"
    r"[^>]{0,500}?href\s*=\s*[\"']?(?P<address>[^\"'\s>]{1,500})",
    re.IGNORECASE,
)


class FeedFile:
    """The importer of feeds saved as files."""

    name = "feed"
    suffixes = frozenset({".rss", ".atom", ".xml", ".rdf"})

    def claims(self, head: bytes, path: Path) -> float:
        """Sure of XML whose first element is a feed's."""
        start = head.lstrip(b"\xef\xbb\xbf \r\n\t")
        if not start.startswith(b"<"):
            return 0.0
        first = re.search(rb"<[A-Za-z][^>]{0,2000}", start)
        is_feed = first is not None and _ROOT.match(first[0] + b">")
        named = path.suffix.lower() in self.suffixes
        return (0.97 if named else 0.95) if is_feed else 0.0

    def read(self, path: Path, progress: Progress) -> Iterator[Article | UnreadablePart]:
        """The entries with their text. Raises UnreadableFile."""
        root = xml_of(path.read_bytes(), path, mend=True)
        channel = next(root.iter("{*}channel"), root)
        entries = list(root.iter("{*}item", "{*}entry"))
        for number, entry in enumerate(entries, 1):
            progress.step(number - 1, len(entries), path.name)
            yield _article(number, entry, channel, _FEWEST_WORDS)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a watched feed. `key` is what the feed knows it by, `url` where it is read;
    `article` is what the feed itself gives of it, if anything."""

    key: str
    url: str
    article: Article | None


def entries(raw: bytes, path: Path) -> Iterator[Entry]:
    """The entries of a feed as it was fetched, teasers too. Raises UnreadableFile."""
    if not FeedFile().claims(raw[:_HEAD], path):
        found = _NAMED_FEED.search(raw[:_MOST_OF_A_PAGE].decode("utf-8", "replace"))
        hint = "Look on the site for “RSS” or “Feed”, and copy the address of that link."
        if found:
            hint = f"The page names its feed: {html.unescape(found['address'])[:300]}"
        raise UnreadableFile("There is no feed at this address.", name=str(path), hint=hint)
    root = xml_of(raw, path, mend=True)
    channel = next(root.iter("{*}channel"), root)
    for number, entry in enumerate(root.iter("{*}item", "{*}entry"), 1):
        made = _article(number, entry, channel, 1)
        article = made if isinstance(made, Article) else None
        told = "\x1f".join([_said(entry, "title"), article.text if article else ""])
        digest = hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()[:32]
        url = _link(entry)
        key = _said(entry, "guid") or _said(entry, "id") or url or digest
        yield Entry(key[:_LONGEST_KEY], url, article)


def _article(number: int, entry: Any, channel: Any, fewest: int) -> Article | UnreadablePart:
    title, url = _said(entry, "title"), _link(entry)
    full = _first(entry, "encoded", "content")
    warnings = []
    try:
        lines = _lines(full) if full is not None else []
        if not lines:
            lines = _lines(_first(entry, "description", "summary"))
            count = sum(len(line.split()) for line in lines)
            if count < fewest:
                lines = []
            if count < _FEWEST_WORDS:
                warnings.append("The feed gives only the beginning of this article.")
    except UnreadableFile:
        lines = []
    if not any(map(str.isalnum, "".join(lines))):
        place = f"entry {number}" + (f" (“{title[:80]}”)" if title else "")
        hint = f"Paste its address: {url}" if url else "Open it in a browser and paste its text."
        return UnreadablePart("This entry holds no text, only a teaser.", name=place, hint=hint)
    said = _first(entry, "pubDate", "published", "issued", "date", "created")
    stated = {
        "title": title,
        "url": url,
        "authors": _authors(entry),
        "published": _moment(said),
        "updated": _moment(_first(entry, "updated", "modified")),
        "outlet": _said(channel, "title"),
        "section": _said(entry, "category"),
    }
    if not stated["published"]:
        stated["published"] = stated["updated"]
    known: dict[str, Any] = {name: value for name, value in stated.items() if value}
    evidence = dict.fromkeys(known, "the feed's entry")
    if "outlet" in known:
        evidence["outlet"] = "the feed's title"
    language = detect("\n\n".join(lines)) or _said(channel, "language")[:2].lower() or None
    return article_from_paragraphs(
        lines, Source(**known, evidence=evidence), language=language, warnings=warnings
    )


def _first(entry: Any, *names: str) -> Any:
    """The first child of those names that says anything, in the order of the names."""
    for name in names:
        for child in entry.findall(f"{{*}}{name}"):
            if "".join(child.itertext()).strip():
                return child
    return None


def _said(entry: Any, name: str) -> str:
    child = _first(entry, name)
    if child is None:
        empty = entry.find(f"{{*}}{name}")
        return clean_line(empty.get("term") or "") if empty is not None else ""
    return clean_line(" ".join(_lines(child)) if name == "title" else "".join(child.itertext()))


def _lines(element: Any) -> list[str]:
    """The lines of text, escaped HTML or XHTML."""
    if element is None:
        return []
    if len(element):
        return element_lines(element)
    text = element.text or ""
    if "<" not in text and "&" not in text:
        return [line for line in map(clean_line, text.split("\n")) if line]
    return element_lines(parse_page(f"<div>{text}</div>"))


def _link(entry: Any) -> str:
    addresses = [
        (link.get("rel") or "alternate", (link.get("href") or link.text or "").strip())
        for link in entry.findall("{*}link")
    ]
    kept = [one for rel, one in addresses if rel == "alternate" and one.startswith("http")]
    if kept:
        return kept[0]
    identity = _said(entry, "guid") or _said(entry, "id")
    return identity if identity.startswith(("http://", "https://")) else ""


def _authors(entry: Any) -> tuple[str, ...]:
    found: list[str] = []
    for child in [*entry.findall("{*}creator"), *entry.findall("{*}author")]:
        name = child.find("{*}name")
        text = clean_line("".join((child if name is None else name).itertext()))
        # RSS wants "address (name)".
        bracketed = re.fullmatch(r"\S+@\S+ \(([^()]{2,100})\)", text)
        for author in names_in(bracketed[1] if bracketed else text):
            if author not in found:
                found.append(author)
    return tuple(found)


def _moment(element: Any) -> str | None:
    if element is None:
        return None
    text = clean_line("".join(element.itertext()))[:100]
    return sent_moment(text) or iso_moment(text)
