"""Every quotation and every extract of a composed document held against the article it is from."""

import re
from collections.abc import Iterator, Mapping

from briefer.model.article import ArticleId
from briefer.model.briefing import ArticleItem, Briefing, ItemId, QuoteItem
from briefer.model.document import Block, Box, Bullets, Document, Look, Paragraph
from briefer.model.errors import ExportFailed
from briefer.services.material import Material

# The marks of sources are no words of the article; nor is the word for an edited sentence.
_MARK = re.compile(r"\[[^\]]*\]")


def prove(
    briefing: Briefing, material: Material, document: Document, texts: Mapping[ArticleId, str]
) -> None:
    """Raises ExportFailed where printed words are not, letter for letter, those of their source.

    `texts` are the articles as they were imported, read anew. Compared are statements, and the
    extracts of articles none of whose sentences were reworded; blanks and marks do not count.
    """
    printed = _printed(document)
    for section in briefing.sections:
        for item in section.items:
            content = item.content
            if not isinstance(content, QuoteItem | ArticleItem):
                continue
            text = texts.get(content.article)
            said = printed.get(item.id, ())
            if isinstance(content, ArticleItem) and _is_reworded(content, material):
                continue
            if text is not None and not all(_is_in(one, text) for one in said):
                title = material.articles[content.article].source.title
                raise ExportFailed(
                    f"A quotation from “{title}” differs from its source.",
                    hint="Take the item out of the briefing and put it in again. Nothing was written.",
                )


def _printed(document: Document) -> dict[ItemId, list[str]]:
    """What is printed as somebody's words, by item."""
    found: dict[ItemId, list[str]] = {}
    for paragraph in _paragraphs(document.blocks):
        origin = paragraph.origin
        if origin is not None and origin.item is not None and paragraph.look in _VERBATIM:
            text = "".join(run.text for run in paragraph.runs if not run.cites)
            found.setdefault(origin.item, []).append(text)
    return found


_VERBATIM = frozenset({Look.QUOTE, Look.EXTRACT})


def _paragraphs(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, Bullets):
            yield from block.entries
        elif isinstance(block, Box):
            yield from _paragraphs(block.blocks)


def _is_reworded(content: ArticleItem, material: Material) -> bool:
    return bool(material.wordings.get(content.article))


def _is_in(printed: str, text: str) -> bool:
    """Whether each sentence stands in the text; several of an extract need not follow each other."""
    own = _letters(text)
    whole = _letters(_MARK.sub("", printed))
    if whole in own:
        return True
    # Sentences of an extract: as long a part as possible from where the last one ended, none short.
    at = 0
    while at < len(whole):
        step = _longest(whole, at, own)
        if step < min(_LEAST, len(whole) - at):
            return False
        at += step
    return True


# A part of fewer letters may stand anywhere by chance.
_LEAST = 8


def _longest(whole: str, at: int, own: str) -> int:
    """How many letters from `at` on stand in `own` in one piece."""
    low, high = 0, len(whole) - at
    while low < high:
        middle = (low + high + 1) // 2
        if whole[at : at + middle] in own:
            low = middle
        else:
            high = middle - 1
    return low


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())
