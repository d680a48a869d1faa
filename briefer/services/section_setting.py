"""Sections of a briefing to blocks, each block with the item it comes from."""

from collections.abc import Callable, Sequence

from briefer.model.actors import KeyActor
from briefer.model.briefing import ActorItem, ArticleItem, Item, Section, SectionKind, TextItem
from briefer.model.document import (
    ActorRow,
    Block,
    Box,
    Bullets,
    Heading,
    Look,
    Origin,
    Paragraph,
    Run,
    Table,
)
from briefer.services.actor_setting import ActorSetting, source_links
from briefer.services.chart_setting import ChartSetting
from briefer.services.citing import Citations, clean
from briefer.services.fact_setting import FactSetting
from briefer.services.item_setting import ItemSetting
from briefer.services.material import Material
from briefer.services.printed_words import PrintedWords

# What an actors section without items shows.
DEFAULT_ACTORS = 10


class SectionSetting:
    """Sets the sections of one document, in order: the citations count as it goes."""

    def __init__(self, material: Material, words: PrintedWords, citations: Citations) -> None:
        self._items = ItemSetting(material, words, citations)
        self._actors = ActorSetting(material, words, citations)
        self._charts = ChartSetting(material, words, citations)
        self._facts = FactSetting(material, words, citations, self._item)
        self._material = material
        self._words = words
        self._citations = citations

    @property
    def actor_rows(self) -> Sequence[ActorRow]:
        """The actors of all tables printed, as bare data."""
        return self._actors.rows

    @property
    def items(self) -> ItemSetting:
        """What set the items, and knows what it printed."""
        return self._items

    def blocks(self, section: Section) -> list[Block]:
        """The blocks of `section` with its heading; none at all where it has nothing to show."""
        special: dict[SectionKind, Callable[[Section], list[Block]]] = {
            SectionKind.BOTTOM_LINE: self._bottom_line,
            SectionKind.ACTORS: self._actors_table,
            SectionKind.WHO_IS_WHO: self._who_is_who,
            SectionKind.FACTS: self._fact_sheets,
            SectionKind.OUTLETS: self._outlets,
            SectionKind.CHARTS: self._pictures,
            SectionKind.KEY_FIGURES: self._facts.figures,
            SectionKind.TIMELINE: self._facts.days,
            SectionKind.CALENDAR: self._facts.days,
            SectionKind.JUDGEMENTS: self._facts.judgements,
        }
        if section.kind in (SectionKind.SOURCES, SectionKind.ANNEX):
            return []
        if section.kind in (
            SectionKind.KEY_FIGURES,
            SectionKind.TIMELINE,
            SectionKind.CALENDAR,
            SectionKind.JUDGEMENTS,
        ):
            body = special[section.kind](section)
        elif section.kind in special:
            return special[section.kind](section)
        else:
            body = [block for item in section.items for block in self._item(section, item)]
        return [_heading(section), *body] if body else []

    def _bottom_line(self, section: Section) -> list[Block]:
        paragraphs: list[Paragraph | Bullets] = []
        for item in section.items:
            origin = Origin(section.id, item.id)
            content = item.content
            if isinstance(content, ArticleItem):
                article = self._material.articles.get(content.article)
                if article is None:
                    continue
                runs = self._items.extract(content, article, bottom_line=True)
                if runs:
                    language = article.language or ""
                    paragraphs.append(Paragraph(runs, Look.LEAD, language, origin))
            elif isinstance(content, TextItem):
                paragraphs += [
                    _relooked(block, Look.LEAD)
                    for block in self._items.text(content, origin)
                    if isinstance(block, Paragraph | Bullets)
                ]
            else:
                paragraphs += [b for b in self._item(section, item) if isinstance(b, Paragraph)]
        if not paragraphs:
            return []
        anchor = f"section-{section.id}"
        return [Box(clean(section.heading), tuple(paragraphs), anchor, Origin(section.id))]

    def _actors_table(self, section: Section) -> list[Block]:
        """A row an actor; text items of the section stand under the table."""
        rows = self._named(section)
        blocks: list[Block] = [self._actors.table(section, rows)] if rows else []
        return self._with_others(section, blocks)

    def _who_is_who(self, section: Section) -> list[Block]:
        """A line an actor, in a box: name, role, other names; text items stand under them."""
        lines: list[Paragraph | Bullets] = [
            Paragraph(
                self._actors.line(actor, note),
                origin=Origin(section.id, item.id if item else None),
            )
            for actor, note, item in self._named(section)
        ]
        for item in section.items:
            if not isinstance(item.content, ActorItem):
                told = self._item(section, item)
                lines += [block for block in told if isinstance(block, Paragraph | Bullets)]
        if not lines:
            return []
        anchor = f"section-{section.id}"
        return [Box(clean(section.heading), tuple(lines), anchor, Origin(section.id))]

    def _named(self, section: Section) -> list[tuple[KeyActor, str, Item | None]]:
        """The actors of a section with the user's notes; the first of all where it has none."""
        known = self._items.actors
        rows: list[tuple[KeyActor, str, Item | None]] = [
            (known[item.content.actor], clean(item.content.note), item)
            for item in section.items
            if isinstance(item.content, ActorItem) and item.content.actor in known
        ]
        if not any(isinstance(item.content, ActorItem) for item in section.items):
            rows = [(actor, "", None) for actor in self._material.actors[:DEFAULT_ACTORS]]
        return rows

    def _fact_sheets(self, section: Section) -> list[Block]:
        """What is known of each actor of the section at a glance."""
        blocks: list[Block] = [
            self._actors.fact_sheet(self._items.actors[item.content.actor], section, item)
            for item in section.items
            if isinstance(item.content, ActorItem) and item.content.actor in self._items.actors
        ]
        return self._with_others(section, blocks)

    def _pictures(self, section: Section) -> list[Block]:
        return self._with_others(section, [*self._charts.pictures(section)])

    def _outlets(self, section: Section) -> list[Block]:
        """The outlets cited so far or that ran the same text, those with most articles first."""
        cited: dict[str, list[int]] = {}
        for number, key in enumerate(self._citations.cited, 1):
            ran = (self._material.articles[key], *self._material.copies.get(key, ()))
            for outlet in dict.fromkeys(clean(article.source.outlet or "") for article in ran):
                if outlet:
                    cited.setdefault(outlet, []).append(number)
        if not cited:
            return self._with_others(section, [])
        rows = sorted(cited.items(), key=lambda row: (-len(row[1]), row[0].casefold()))
        words = self._words
        table = Table(
            (words["outlet"], words["articles"], words["sources_column"]),
            tuple(
                ((Run(name, bold=True),), (Run(str(len(numbers))),), source_links(numbers, most=12))
                for name, numbers in rows
            ),
            (0.5, 0.14, 0.36),
            numeric=frozenset({1}),
            origin=Origin(section.id),
        )
        return self._with_others(section, [table])

    def _with_others(self, section: Section, blocks: list[Block]) -> list[Block]:
        """`blocks` under the section's heading, and after them its items that are no actors."""
        for item in section.items:
            if not isinstance(item.content, ActorItem):
                blocks += self._item(section, item)
        return [_heading(section), *blocks] if blocks else []

    def _item(self, section: Section, item: Item) -> list[Block]:
        return self._items.blocks(item, Origin(section.id, item.id), section.kind)


def _heading(section: Section) -> Heading:
    return Heading(
        clean(section.heading) or str(section.kind),
        1,
        f"section-{section.id}",
        origin=Origin(section.id),
    )


def _relooked(block: Paragraph | Bullets, look: Look) -> Paragraph | Bullets:
    if isinstance(block, Bullets):
        return block
    return Paragraph(block.runs, look, block.language, block.origin, block.keep)
