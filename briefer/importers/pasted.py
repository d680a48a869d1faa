"""Articles from the clipboard and from drops: plain text, or a piece of a web page."""

from briefer.importers.plain_text import article_from_text
from briefer.model.article import Article


def from_text(text: str) -> Article:
    """The article in a plain text. Raises UnreadableFile."""
    return article_from_text(text)


def from_html(html: str, base_url: str) -> Article:
    """The article in a piece of a web page; `base_url` is where it was copied, or empty.

    Raises UnreadableFile.
    """
    from briefer.importers.html_page import article_from_html

    return article_from_html(html, url=base_url)
