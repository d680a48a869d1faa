"""Sections of single facts: key figures, days gone by and to come, and what the writer judges."""

from collections.abc import Callable

from briefer.model.briefing import (
    ArticleItem,
    EventItem,
    FigureItem,
    Item,
    JudgementItem,
    Section,
    TextItem,
)
from briefer.model.document import Block, Bullets, Figures, Look, Origin, Paragraph, Run, Table
from briefer.services import estimates
from briefer.services.citing import Citations, clean, headline
from briefer.services.material import Material
from briefer.services.printed_words import PrintedWords

# So many large numbers stand side by side.
_IN_A_ROW = 4
# What is longer before a colon is no number.
_LONGEST_NUMBER = 16


class FactSetting:
    """Sets the facts of one document; the citations count as it goes."""

    def __init__(
        self,
        material: Material,
        words: PrintedWords,
        citations: Citations,
        other: Callable[[Section, Item], list[Block]],
    ) -> None:
        """`other` sets the items that are no facts of the section's kind."""
        self._material = material
        self._words = words
        self._citations = citations
        self._other = other

    def figures(self, section: Section) -> list[Block]:
        """Large numbers with what they count, four in a row; then all else.

        In the user's own text a line "99,000: deaths recorded" is a figure too.
        """
        found: list[tuple[str, tuple[Run, ...]]] = []
        rest: list[Block] = []
        for item in section.items:
            content = item.content
            if isinstance(content, FigureItem):
                found += self._figure(content)
            elif isinstance(content, TextItem):
                own, others = _own_figures(content, Origin(section.id, item.id))
                found += own
                rest += others
            else:
                rest += self._other(section, item)
        rows: list[Block] = [
            Figures(tuple(found[at : at + _IN_A_ROW]), Origin(section.id))
            for at in range(0, len(found), _IN_A_ROW)
        ]
        return [*rows, *rest]

    def days(self, section: Section) -> list[Block]:
        """A table by date, oldest first; what has no date stands last. All else follows it."""
        dated: list[tuple[str, tuple[tuple[Run, ...], ...], Origin]] = []
        rest: list[Block] = []
        for item in section.items:
            row = self._row(item)
            if row is None:
                rest += self._other(section, item)
            else:
                dated.append((*row, Origin(section.id, item.id)))
        # A month stands before its days, a year before its months.
        dated.sort(key=lambda row: row[0] or "9999")
        if not dated:
            return rest
        words = self._words
        table = Table(
            (words["date_column"], words["event"], words["source_column"]),
            tuple(cells for _, cells, _ in dated),
            (0.18, 0.7, 0.12),
            origin=Origin(section.id),
            origins=tuple(origin for _, _, origin in dated),
        )
        return [table, *rest]

    def judgements(self, section: Section) -> list[Block]:
        """A bullet for each judgement, its likelihood first; below them what those words mean."""
        blocks: list[Block] = []
        is_likely = False
        for item in section.items:
            content = item.content
            if not isinstance(content, JudgementItem):
                blocks += self._other(section, item)
                continue
            text = clean(content.text)
            if not text:
                continue
            term = self._words.words.get(content.term, "")
            is_likely |= content.term in estimates.LIKELIHOODS
            runs = (Run(term, bold=True), Run(": ")) if term else ()
            origin = Origin(section.id, item.id)
            paragraph = Paragraph((*runs, Run(text)), Look.BODY, "", origin)
            blocks.append(Bullets((paragraph,), origin))
        if is_likely:
            scale = Run(estimates.scale(self._words), quiet=True)
            blocks.append(Paragraph((scale,), Look.SMALL, "", Origin(section.id)))
        return blocks

    def _figure(self, content: FigureItem) -> list[tuple[str, tuple[Run, ...]]]:
        article = self._material.articles.get(content.article)
        number = clean(content.span.of(article.text)) if article is not None else ""
        if article is None or not number:
            return []
        marks = self._citations.mark(article.id)
        for other in content.also:
            if other in self._material.articles:
                marks += self._citations.mark(other)
        return [(number, (Run(clean(content.what)), *marks))]

    def _row(self, item: Item) -> tuple[str, tuple[tuple[Run, ...], ...]] | None:
        content = item.content
        if not isinstance(content, ArticleItem | EventItem):
            return None
        article = self._material.articles.get(content.article)
        if article is None:
            return None
        if isinstance(content, EventItem):
            day = clean(content.date)
            paragraph = next(
                (n for n, p in enumerate(article.paragraphs) if p.span.covers(content.span)), None
            )
            told = clean(content.text) or clean(content.span.of(article.text))
        else:
            day, paragraph = (article.source.published or "")[:10], None
            told = clean(content.headline) or headline(article)
        marks = self._citations.mark(article.id, paragraph)[1:]
        for other in getattr(content, "also", ()):
            if isinstance(content, EventItem) and other in self._material.articles:
                marks += self._citations.mark(other)
        return day, ((Run(self._words.short_date(day)),), (Run(told),), marks)


def _own_figures(
    content: TextItem, origin: Origin
) -> tuple[list[tuple[str, tuple[Run, ...]]], list[Block]]:
    found: list[tuple[str, tuple[Run, ...]]] = []
    rest: list[Block] = []
    for line in content.text.splitlines():
        number, colon, label = line.strip().removeprefix("- ").partition(":")
        if colon and len(number) <= _LONGEST_NUMBER:
            found.append((clean(number), (Run(clean(label)),)))
        elif clean(line):
            rest.append(Paragraph((Run(clean(line)),), origin=origin))
    return found, rest
