"""Reads saved web pages: the main text by several methods, the source by what the page says of itself.

Order of evidence: JSON-LD (schema.org), OpenGraph and meta tags, then the visible lines above the
text. What none of them states stays empty.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from briefer.importers.dates import find_date as find_day
from briefer.importers.main_text import main_text
from briefer.importers.outlets import outlet_of
from briefer.importers.page_blocks import Block, blocks_of, parsed, text_in, with_one_class
from briefer.importers.page_source import article_things, described_text, stated_source
from briefer.importers.sniffing import kind_of, no_words, refuse_too_long, refuse_too_many
from briefer.importers.source_guess import guess
from briefer.model.article import Article, Source, article_from_paragraphs
from briefer.model.errors import UnreadableFile
from briefer.plugins import Progress
from briefer.text.cleaning import clean, decode
from briefer.text.language import detect

# Pages beyond these made every HTML library hang when tried; no newspaper comes near them.
_MOST_CHARACTERS = 10_000_000
_LONGEST_TAG, _MOST_ATTRIBUTES = 2_000_000, 5_000
_DEEPEST = 1_000
# A line of a page that tells the day beside an author or a place (characters).
_LONGEST_DATE_LINE = 120
# Elements that people do close: left open, they do not pile up as paragraphs and list items do.
_CLOSED = "div|span|section|article|table|blockquote|b|i|em|strong|font"
_TAG = re.compile(rf"<(/?)(?=[a-zA-Z!])(?:({_CLOSED})\b)?[^>]*", re.IGNORECASE)
_OPENED = re.compile(rf"<(?:{_CLOSED})\b", re.IGNORECASE)
_LONG_TAG = re.compile(rf"</?(?=[a-zA-Z!])[^>]{{{_MOST_ATTRIBUTES},}}")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_SCRIPT = re.compile(r"<(script|style)\b", re.IGNORECASE | re.ASCII)
_ENDS = {name: re.compile(f"</{name}", re.IGNORECASE | re.ASCII) for name in ("script", "style")}


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
    refuse_monsters(html, path)
    # A parser ends at the first NUL. The rest is cleaned once it is text: half a page is scripts.
    text = html.replace("\0", "")
    try:
        tree: Any = parsed(text)
    except ValueError as error:
        raise no_words(path) from error
    things = article_things(tree)
    stated = stated_source(tree, things)
    blocks = blocks_of(tree)
    paragraphs = main_text(text, blocks, described_text(things)) or [
        " ".join(line.split()) for line in clean(text_in(tree)).split("\n") if line.strip()
    ]
    if not any(letter.isalnum() for line in paragraphs for letter in line):
        raise no_words(path)
    article = _article(paragraphs, stated, url, path)
    if article.source.published is None:
        day = _shown_date(text, blocks)
        if day:
            evidence = {**article.source.evidence, "published": "a date that the page shows"}
            source = replace(article.source, published=day, evidence=evidence)
            return replace(article, source=source)
    return article


def _shown_date(html: str, blocks: Sequence[Block]) -> str | None:
    """The day the page shows beside its headline, or in its markup (htmldate's rules)."""
    found = _date_at_headline(blocks) or _htmldate().find_date(
        html, original_date=True, extensive_search=False
    )
    return found if found and found <= date.today().isoformat() else None  # noqa: DTZ011 - a day


@cache
def _htmldate() -> Any:
    import htmldate
    import htmldate.utils

    with_one_class(htmldate)
    return htmldate


def _date_at_headline(blocks: Sequence[Block]) -> str | None:
    """The first date in the few short lines around a headline of the page."""
    heads = [number for number, block in enumerate(blocks) if block.place.tag in ("h1", "h2")]
    firsts = [number for number in heads if blocks[number].place.tag == "h1"] or heads[:1]
    for head in firsts[:4]:
        # After the headline first: what stands before it is often today's date.
        near = [*range(head + 1, head + 9), *range(head - 1, max(head - 4, -1), -1)]
        for number in near:
            if number < len(blocks) and len(blocks[number].text) <= _LONGEST_DATE_LINE:
                hit = find_day(blocks[number].text)
                # No page is older than the web; a page's first date may be that of its story.
                if hit and hit[0] >= "1991":
                    return hit[0][:10]
    return None


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
    refuse_too_many(len(body), path)
    language = detect("\n\n".join(body)) or stated.get("language", (None, ""))[0]
    return article_from_paragraphs(body, Source(**known, evidence=evidence), language=language)


def refuse_monsters(html: str, path: Path | None) -> None:
    """Raises UnreadableFile for a page built in a way that hangs its readers."""
    if len(html) > _MOST_CHARACTERS or _is_monstrous(_without_scripts(html)):
        raise UnreadableFile(
            "This web page is built in a way no newspaper's is, so it was not read.",
            name=str(path or ""),
            hint="Open it in a browser, copy the article and paste it here.",
        )


def _is_monstrous(html: str) -> bool:
    """Whether a tag is endless or elements are nested deeper than any library follows."""
    for tag in _LONG_TAG.finditer(html):
        if len(tag[0]) > _LONGEST_TAG or _attributes(tag[0]):
            return True
    if html.count("<") - html.count("</") <= _DEEPEST or len(_OPENED.findall(html)) <= _DEEPEST:
        # So few elements cannot nest deeper.
        return False
    depth = 0
    for end, name in _TAG.findall(html):
        if name:
            depth = max(depth - 1, 0) if end else depth + 1
            if depth > _DEEPEST:
                return True
    return False


def _attributes(tag: str) -> bool:
    """Whether a tag has more attributes than any page's; long values alone are common."""
    return len(_QUOTED.sub("", tag).split()) > _MOST_ATTRIBUTES


def _without_scripts(html: str) -> str:
    """The page less what stands in script and style elements, where "<" begins no tag."""
    kept, at = [], 0
    while opened := _SCRIPT.search(html, at):
        end = _ENDS[opened[1].lower()].search(html, opened.end())
        kept.append(html[at : opened.end()])
        if end is None:
            return "".join(kept)
        at = end.start()
    return "".join([*kept, html[at:]])


def _fold(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()
