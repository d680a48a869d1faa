"""An article as it was read: text, paragraphs and what is known of its source. Never altered."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NewType

from briefer.model.text import Paragraph, Span

ArticleId = NewType("ArticleId", str)

# The fields of a Source that a person may correct, in the order forms show them.
SOURCE_FIELDS = ("title", "authors", "published", "updated", "outlet", "section", "page", "url")
# The language is a field of the article itself; it is corrected in the same way.
LANGUAGE = "language"


@dataclass(frozen=True, slots=True)
class Source:
    """Where an article comes from. What is not known is empty or None, never guessed.

    `published` and `updated` are ISO 8601: "2021-08-18" or a date-time with its zone.
    `evidence` says for each known field where it was found, in words a person understands
    ('the line "By AFP" under the headline'), or "you" for a correction by the user.
    """

    title: str = ""
    authors: tuple[str, ...] = ()
    published: str | None = None
    updated: str | None = None
    outlet: str | None = None
    section: str | None = None
    page: str | None = None
    url: str | None = None
    evidence: Mapping[str, str] = field(default_factory=dict)

    def corrected(self, fixes: Mapping[str, Any]) -> "Source":
        """The source with the user's `fixes` (field name to value) in force."""
        known = {name: value for name, value in fixes.items() if name in SOURCE_FIELDS}
        if "authors" in known:
            known["authors"] = tuple(known["authors"])
        ruled = [name for name in fixes if name in known or name == LANGUAGE]
        evidence = {**self.evidence, **dict.fromkeys(ruled, "you")}
        return replace(self, **known, evidence=evidence)


@dataclass(frozen=True, slots=True)
class Article:
    """One article. `text` is its paragraphs joined by a blank line.

    `origin` is the path or address it came from, `warnings` what a reader should know about the
    reading ("Two columns were put in order"), in full sentences.
    """

    id: ArticleId
    text: str
    paragraphs: tuple[Paragraph, ...]
    source: Source
    language: str | None = None
    origin: str = ""
    warnings: tuple[str, ...] = ()

    def corrected(self, fixes: Mapping[str, Any]) -> "Article":
        """The article with the user's `fixes` (field name to value) in force."""
        language = fixes.get(LANGUAGE, self.language) or None
        return replace(self, source=self.source.corrected(fixes), language=language)

    @property
    def heading(self) -> str:
        """The title; where none is known, how the text begins."""
        return heading(self.source.title, self.text)

    @property
    def words(self) -> int:
        """How many blank-separated words the text has."""
        return len(self.text.split())


# So much of a text stands for a title that is not known (words, characters).
_FIRST_WORDS, _FIRST_CHARACTERS = 9, 70


def heading(title: str, text: str) -> str:
    """By which line an article is known: its title, or how its text begins."""
    if title:
        return title
    words = text[: 4 * _FIRST_CHARACTERS].split()
    begun = " ".join(words[:_FIRST_WORDS])[:_FIRST_CHARACTERS]
    return begun if begun == text.strip() else f"{begun}…"


def article_from_paragraphs(
    paragraphs: Sequence[str],
    source: Source,
    *,
    language: str | None = None,
    origin: str = "",
    pages: Sequence[int | None] = (),
    headings: frozenset[int] = frozenset(),
    warnings: Sequence[str] = (),
) -> Article:
    """An article with its spans and its content-derived id.

    Empty paragraphs must have been dropped. `pages` runs parallel to `paragraphs` or is empty;
    `headings` are indexes of paragraphs that are crossheads.
    """
    spans, at = [], 0
    for index, paragraph in enumerate(paragraphs):
        page = pages[index] if pages else None
        span = Span(at, at + len(paragraph))
        spans.append(Paragraph(span, page, index in headings))
        at = span.end + 2
    text = "\n\n".join(paragraphs)
    return Article(
        id=article_id(text, source),
        text=text,
        paragraphs=tuple(spans),
        source=source,
        language=language,
        origin=origin,
        warnings=tuple(warnings),
    )


def article_id(text: str, source: Source) -> ArticleId:
    """The same article read twice, on any machine, gets the same id."""
    parts = (source.title, source.published or "", source.outlet or "", source.url or "", text)
    digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass"))
    return ArticleId(digest.hexdigest()[:16])
