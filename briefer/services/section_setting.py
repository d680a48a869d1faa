"""Sections of a briefing to blocks, each block with the item it comes from."""

from collections.abc import Callable

from briefer.model.actors import KeyActor
from briefer.model.briefing import ActorItem, ArticleItem, Item, Section, SectionKind, TextItem
from briefer.model.document import (
    ActorRow,
    Block,
    Box,
    Bullets,
    Figures,
    Heading,
    Look,
    Origin,
    Paragraph,
    Run,
    Table,
)
from briefer.services.citing import Citations, clean, headline
from briefer.services.item_setting import ItemSetting, text_blocks
from briefer.services.material import Material
from briefer.services.printed_words import PrintedWords

# What an actors section without items shows.
DEFAULT_ACTORS = 10


class SectionSetting:
    """Sets the sections of one document, in order: the citations count as it goes."""

    def __init__(self, material: Material, words: PrintedWords, citations: Citations) -> None:
        self.actor_rows: list[ActorRow] = []
        self._items = ItemSetting(material, words, citations)
        self._material = material
        self._words = words
        self._citations = citations

    @property
    def used_extracts(self) -> bool:
        """Whether any sentence of an article was printed."""
        return self._items.used_extracts

    def blocks(self, section: Section) -> list[Block]:
        """The blocks of `section` with its heading; none at all where it has nothing to show."""
        special: dict[SectionKind, Callable[[Section], list[Block]]] = {
            SectionKind.BOTTOM_LINE: self._bottom_line,
            SectionKind.ACTORS: self._actors_table,
            SectionKind.KEY_FIGURES: self._figures,
            SectionKind.TIMELINE: self._timeline,
        }
        if section.kind in (SectionKind.SOURCES, SectionKind.ANNEX):
            return []
        if section.kind in special:
            return special[section.kind](section)
        body: list[Block] = []
        for item in section.items:
            body += self._item(section, item)
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
                    for block in text_blocks(content, origin)
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
        rows: list[tuple[KeyActor, str, Item | None]] = [
            (self._items.actors[item.content.actor], clean(item.content.note), item)
            for item in section.items
            if isinstance(item.content, ActorItem) and item.content.actor in self._items.actors
        ]
        if not any(isinstance(item.content, ActorItem) for item in section.items):
            rows = [(actor, "", None) for actor in self._material.actors[:DEFAULT_ACTORS]]
        blocks: list[Block] = []
        if rows:
            cells = tuple(self._actor_cells(actor, note) for actor, note, _ in rows)
            origins = tuple(Origin(section.id, item.id if item else None) for _, _, item in rows)
            words = self._words
            blocks.append(
                Table(
                    header=(
                        words["name"],
                        words["role"],
                        words["kind"],
                        words["mentions"],
                        words["sources_column"],
                    ),
                    rows=cells,
                    shares=(0.26, 0.30, 0.17, 0.11, 0.16),
                    numeric=frozenset({3}),
                    origin=Origin(section.id),
                    origins=origins,
                )
            )
        for item in section.items:
            if not isinstance(item.content, ActorItem):
                blocks += self._item(section, item)
        return [_heading(section), *blocks] if blocks else []

    def _actor_cells(self, actor: KeyActor, note: str) -> tuple[tuple[Run, ...], ...]:
        known = [article for article in actor.articles if article in self._material.articles]
        # Only sources the reader finds in the list: an actor adds none of its own.
        numbers = sorted(
            self._citations.number(article) for article in known if article in self._citations.cited
        )
        self.actor_rows.append(
            ActorRow(
                name=clean(actor.name),
                kind=str(actor.kind),
                country=actor.country,
                roles=tuple(clean(role) for role in actor.roles),
                aliases=tuple(clean(alias) for alias in actor.aliases),
                mentions=actor.mentions,
                articles=len(known),
                sources=tuple(numbers),
                salience=round(actor.salience, 4),
            )
        )
        kind = self._words[str(actor.kind)]
        country = f" · {actor.country}" if actor.country else ""
        role = "; ".join(clean(role) for role in actor.roles[:2])
        role = " – ".join(part for part in (role, note) if part)
        links: list[Run] = []
        for number in numbers[:6]:
            links += [Run(" ")] if links else []
            links.append(Run(f"[{number}]", link=f"#source-{number}", cites=number))
        links += [Run(" …")] if len(numbers) > 6 else []
        return (
            (Run(clean(actor.name), bold=True),),
            (Run(role),),
            (Run(kind + country, quiet=True),),
            (Run(str(actor.mentions)),),
            tuple(links),
        )

    def _figures(self, section: Section) -> list[Block]:
        """Lines "99,000: deaths recorded" become large figures; all else is set as elsewhere."""
        figures: list[tuple[str, tuple[Run, ...]]] = []
        rest: list[Block] = []
        for item in section.items:
            if not isinstance(item.content, TextItem):
                rest += self._item(section, item)
                continue
            for line in item.content.text.splitlines():
                number, colon, label = line.strip().removeprefix("- ").partition(":")
                if colon and len(number) <= 16:
                    figures.append((clean(number), (Run(clean(label)),)))
                elif clean(line):
                    rest.append(Paragraph((Run(clean(line)),), origin=Origin(section.id, item.id)))
        blocks: list[Block] = [
            Figures(tuple(figures[at : at + 4]), Origin(section.id))
            for at in range(0, len(figures), 4)
        ]
        return [_heading(section), *blocks, *rest] if blocks or rest else []

    def _timeline(self, section: Section) -> list[Block]:
        """Articles as rows by date, oldest first; those without a date stand last."""
        dated: list[tuple[str, tuple[tuple[Run, ...], ...], Origin]] = []
        rest: list[Block] = []
        for item in section.items:
            content = item.content
            article = (
                self._material.articles.get(content.article)
                if isinstance(content, ArticleItem)
                else None
            )
            if article is None or not isinstance(content, ArticleItem):
                rest += self._item(section, item)
                continue
            day = (article.source.published or "")[:10]
            title = clean(content.headline) or headline(article)
            cells = (
                (Run(self._words.short_date(day)),),
                (Run(title),),
                self._citations.mark(article.id)[1:],
            )
            dated.append((day or "9999", cells, Origin(section.id, item.id)))
        dated.sort(key=lambda row: row[0])
        table: list[Block] = []
        if dated:
            words = self._words
            table.append(
                Table(
                    (words["date_column"], words["event"], words["source_column"]),
                    tuple(cells for _, cells, _ in dated),
                    (0.18, 0.7, 0.12),
                    origin=Origin(section.id),
                    origins=tuple(origin for _, _, origin in dated),
                )
            )
        return [_heading(section), *table, *rest] if table or rest else []

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
