"""An article from the lines of a document that marks some of them as headings."""

from collections.abc import Sequence
from pathlib import Path

from briefer.importers.sniffing import no_words, refuse_too_long, refuse_too_many
from briefer.importers.source_guess import guess
from briefer.model.article import Article, article_from_paragraphs
from briefer.text.cleaning import clean_line
from briefer.text.language import detect


def article_from_lines(
    lines: Sequence[str], headings: frozenset[int] | set[int], path: Path | None = None
) -> Article:
    """The article with the source its own lines state; `headings` are indexes of `lines`.

    Raises UnreadableFile where there are no words or too many.
    """
    cleaned = [clean_line(line) for line in lines]
    filled = [index for index, line in enumerate(cleaned) if line]
    texts = [cleaned[index] for index in filled]
    if not any(letter.isalnum() for text in texts for letter in text):
        raise no_words(path)
    refuse_too_long("\n\n".join(texts), path)
    refuse_too_many(len(texts), path)
    marked = {at for at, index in enumerate(filled) if index in headings}
    titled = min((at for at in marked if at < 3), default=None)
    found = guess(texts, titled=titled if len(texts) > 1 else None)
    body = found.body or tuple(range(len(texts)))
    kept = [texts[index] for index in body]
    return article_from_paragraphs(
        kept,
        found.source,
        language=detect("\n\n".join(kept)),
        headings=frozenset(at for at, index in enumerate(body) if index in marked),
    )
