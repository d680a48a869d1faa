"""Reads saved web pages: the main text by trafilatura, the source by what the page says of itself.

Order of evidence: JSON-LD (schema.org), OpenGraph and meta tags, then the visible lines above the
text. What none of them states stays empty.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from briefer.importers.dates import iso_moment
from briefer.importers.outlets import outlet_of
from briefer.importers.sniffing import kind_of, no_words, refuse_too_long
from briefer.importers.source_guess import guess, names_in
from briefer.model.article import Article, Source, article_from_paragraphs
from briefer.model.errors import UnreadableFile
from briefer.plugins import Progress
from briefer.text.cleaning import clean, decode
from briefer.text.language import detect

# Pages beyond these made every HTML library hang when tried; no newspaper comes near them.
_MOST_CHARACTERS = 10_000_000
_LONGEST_TAG = 100_000
_MOST_OPEN = 20_000
_ARTICLE_TYPES = ("Article", "NewsArticle", "ReportageNewsArticle", "BlogPosting", "Report")
_TAG = re.compile(r"<[a-zA-Z!/][^>]{0,100000}")


class HtmlPage:
    """The importer of web pages."""

    name = "html"
    suffixes = frozenset({".html", ".htm", ".xhtml"})

    def claims(self, head: bytes, path: Path) -> float:
        """Sure of what looks like a page."""
        named = path.suffix.lower() in self.suffixes
        kind = kind_of(head)
        if kind == "html":
            return 0.9
        return 0.6 if named and kind == "text" else 0.0

    def read(self, path: Path, progress: Progress) -> Iterator[Article]:
        """The one article of the page. Raises UnreadableFile."""
        progress.step(0, 1, path.name)
        yield article_from_html(decode(path.read_bytes()), path=path)


def article_from_html(html: str, *, url: str = "", path: Path | None = None) -> Article:
    """The article in a page or a piece of one; `url` is where it came from, if known.

    Raises UnreadableFile.
    """
    _refuse_monsters(html, path)
    import trafilatura
    from lxml import html as pages
    from lxml.etree import ParserError

    text = clean(html)
    try:
        tree: Any = pages.document_fromstring(
            text, parser=pages.HTMLParser(huge_tree=False, no_network=True)
        )
    except (ParserError, ValueError) as error:
        raise no_words(path) from error
    stated = _stated(tree)
    found = trafilatura.extract(
        text, include_comments=False, include_tables=False, favor_precision=True, deduplicate=False
    )
    lines = (found or tree.text_content()).split("\n")
    paragraphs = [" ".join(line.split()) for line in lines if line.strip()]
    if not any(letter.isalnum() for line in paragraphs for letter in line):
        raise no_words(path)
    return _article(paragraphs, stated, url, path)


def _article(paragraphs: list[str], stated: dict[str, Any], url: str, path: Path | None) -> Article:
    title = stated.get("title", ("", ""))[0]
    titled = 0 if title and len(paragraphs) > 1 and _fold(paragraphs[0]) == _fold(title) else None
    guessed = guess(paragraphs, titled=titled)
    body = [paragraphs[index] for index in guessed.body] or paragraphs
    known: dict[str, Any] = {}
    evidence: dict[str, str] = {}
    if url:
        stated.setdefault("url", (url, "the address it came from"))
    for name in ("title", "authors", "published", "updated", "outlet", "section", "url"):
        value, why = stated.get(name, (None, ""))
        if not value:
            value, why = getattr(guessed.source, name), guessed.source.evidence.get(name, "")
        if value:
            known[name], evidence[name] = value, why
    if "outlet" not in known and known.get("url"):
        outlet = outlet_of(known["url"])
        if outlet:
            known["outlet"], evidence["outlet"] = outlet[0], "the address of the page"
    refuse_too_long("\n\n".join(body), path)
    language = detect("\n\n".join(body)) or stated.get("language", (None, ""))[0]
    return article_from_paragraphs(body, Source(**known, evidence=evidence), language=language)


def _refuse_monsters(html: str, path: Path | None) -> None:
    longest = max((len(hit[0]) for hit in _TAG.finditer(html)), default=0)
    opened = html.count("<div") + html.count("<span") + html.count("<b>")
    closed = html.count("</div") + html.count("</span") + html.count("</b>")
    if len(html) > _MOST_CHARACTERS or longest >= _LONGEST_TAG or opened - closed > _MOST_OPEN:
        raise UnreadableFile(
            "This web page is built in a way no newspaper's is, so it was not read.",
            name=str(path or ""),
            hint="Open it in a browser, copy the article and paste it here.",
        )


def _stated(tree: Any) -> dict[str, Any]:
    """Field to (value, evidence), by what the page says of itself."""
    stated: dict[str, Any] = {}
    for thing in _things(tree):
        _learn_thing(thing, stated)
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or "").lower()
        content = " ".join((meta.get("content") or "").split())
        if name and content:
            metas.setdefault(name, content)
    for field, names in _METAS.items():
        for name in names:
            value: Any = metas.get(name)
            if field in ("published", "updated"):
                value = iso_moment(value or "")
            elif field == "authors":
                value = names_in(value) if value and "//" not in value else ()
            if value:
                stated.setdefault(field, (value, f'the page\'s "{name}"'))
    for link in tree.iter("link"):
        address = link.get("href") or ""
        if link.get("rel") == "canonical" and address.startswith("http"):
            stated.setdefault("url", (address, "the page's canonical address"))
    headings = [" ".join(h.text_content().split()) for h in tree.iter("h1")]
    if len(headings) == 1 and headings[0]:
        stated.setdefault("title", (headings[0], "the page's headline"))
    language = (tree.get("lang") or "")[:2].lower()
    if language:
        stated["language"] = (language, "the page's language")
    return stated


_METAS = {
    "title": ("og:title", "twitter:title", "dc.title"),
    "authors": ("author", "article:author", "dc.creator", "parsely-author"),
    "published": ("article:published_time", "date", "dc.date", "pubdate", "parsely-pub-date"),
    "updated": ("article:modified_time", "last-modified"),
    "outlet": ("og:site_name", "application-name"),
    "section": ("article:section",),
    "url": ("og:url",),
}


def _things(tree: Any) -> Iterator[dict[str, Any]]:
    """The schema.org articles of the page's JSON-LD."""
    for script in tree.iter("script"):
        if script.get("type") != "application/ld+json" or len(script.text or "") > 1_000_000:
            continue
        try:
            found = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        things = found if isinstance(found, list) else [found]
        for thing in [*things, *_graph(things)]:
            kinds = thing.get("@type") if isinstance(thing, dict) else None
            if any(
                kind in _ARTICLE_TYPES for kind in (kinds if isinstance(kinds, list) else [kinds])
            ):
                yield thing


def _graph(things: list[Any]) -> list[Any]:
    graphs = [thing.get("@graph") for thing in things if isinstance(thing, dict)]
    return [thing for graph in graphs if isinstance(graph, list) for thing in graph]


def _learn_thing(thing: dict[str, Any], stated: dict[str, Any]) -> None:
    why = "the page's own description (JSON-LD)"
    authors = thing.get("author") or []
    names = [_name(author) for author in (authors if isinstance(authors, list) else [authors])]
    publisher = thing.get("publisher")
    found = {
        "title": _name(thing.get("headline")),
        "authors": tuple(name for name in names if name),
        "published": iso_moment(str(thing.get("datePublished") or "")),
        "updated": iso_moment(str(thing.get("dateModified") or "")),
        "outlet": _name(publisher[0] if isinstance(publisher, list) and publisher else publisher),
        "section": _name(thing.get("articleSection")),
    }
    for field, value in found.items():
        if value:
            stated.setdefault(field, (value, why))


def _name(thing: Any) -> str:
    value = thing.get("name") if isinstance(thing, dict) else thing
    return (
        " ".join(clean(value).split())[:500] if isinstance(value, str) and "//" not in value else ""
    )


def _fold(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()
