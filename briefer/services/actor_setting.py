"""Actors to tables: one row an actor, or what is known of one actor at a glance."""

from collections.abc import Sequence

from briefer.model.actors import KeyActor
from briefer.model.article import ArticleId
from briefer.model.briefing import Item, Section
from briefer.model.document import ActorRow, Origin, Run, Table
from briefer.services.citing import Citations, clean
from briefer.services.material import Material
from briefer.services.printed_words import PrintedWords

# More sources than these say no more of an actor in a table.
_MOST_SOURCES = 6
_MOST_ALIASES = 8
_MOST_OUTLETS = 6
_MOST_IN_LINE = 3


class ActorSetting:
    """Sets the actors of one document; `rows` are those of its tables as bare data."""

    def __init__(self, material: Material, words: PrintedWords, citations: Citations) -> None:
        self.rows: list[ActorRow] = []
        self._noted: set[str] = set()
        self._material = material
        self._words = words
        self._citations = citations

    def table(self, section: Section, actors: Sequence[tuple[KeyActor, str, Item | None]]) -> Table:
        """A row for each (actor, the user's note, item); no column of roles where none is known."""
        rows = [self._cells(actor, note) for actor, note, _ in actors]
        words = self._words
        header = ("name", "role", "kind", "mentions", "sources_column")
        shares = (0.25, 0.27, 0.17, 0.11, 0.20)
        columns = [0, 1, 2, 3, 4]
        if not any(cells[1][0].text for cells in rows):
            columns.remove(1)
            shares = (0.44, 0.0, 0.21, 0.12, 0.23)
        return Table(
            header=tuple(words[header[column]] for column in columns),
            rows=tuple(tuple(cells[column] for column in columns) for cells in rows),
            shares=tuple(shares[column] for column in columns),
            numeric=frozenset({columns.index(3)}),
            origin=Origin(section.id),
            origins=tuple(Origin(section.id, item.id if item else None) for *_, item in actors),
        )

    def line(self, actor: KeyActor, note: str) -> tuple[Run, ...]:
        """An actor on a line: name, role and the user's note, other names, sources."""
        numbers = self._note(actor)
        role = "; ".join(clean(role) for role in actor.roles[:2])
        said = " – ".join(part for part in (role, note) if part)
        aliases = ", ".join(map(clean, actor.aliases[:_MOST_IN_LINE]))
        also = f" ({self._words['also_called'].lower()}: {aliases})" if aliases else ""
        links = (Run(" "), *source_links(numbers)) if numbers else ()
        return (
            Run(clean(actor.name), bold=True),
            Run(f": {said}" if said else f": {self._words[str(actor.kind)]}"),
            Run(also, quiet=True),
            *links,
        )

    def fact_sheet(self, actor: KeyActor, section: Section, item: Item) -> Table:
        """Kind, roles, other names, coverage, first and latest article; nothing that is unknown."""
        words = self._words
        articles = self._known(actor)
        dated = sorted(
            (day, article)
            for article in articles
            if (day := (self._material.articles[article].source.published or "")[:10])
        )
        outlets = dict.fromkeys(
            clean(self._material.articles[article].source.outlet or "") for article in articles
        )
        shown = [outlet for outlet in outlets if outlet]
        more = " …" if len(shown) > _MOST_OUTLETS else ""
        facts = [
            ("kind", words[str(actor.kind)], []),
            ("country", actor.country or "", []),
            ("role", "; ".join(map(clean, actor.roles)), []),
            ("also_called", "; ".join(map(clean, actor.aliases[:_MOST_ALIASES])), []),
            ("mentions", str(actor.mentions), self._numbers(articles)),
            ("outlets", ", ".join(shown[:_MOST_OUTLETS]) + more, []),
        ]
        for key, pairs in (("first_article", dated[:1]), ("latest_article", dated[-1:])):
            facts += [(key, words.short_date(day), self._numbers([a])) for day, a in pairs]
        rows = [
            ((Run(words[key], quiet=True),), (Run(value),), source_links(numbers))
            for key, value, numbers in facts
            if value
        ]
        origin = Origin(section.id, item.id)
        return Table(
            header=(words["name"], clean(actor.name), words["sources_column"]),
            rows=tuple(rows),
            shares=(0.24, 0.56, 0.2),
            origin=origin,
            origins=(origin,) * len(rows),
        )

    def _note(self, actor: KeyActor) -> list[int]:
        """Keep the actor as bare data, once; the numbers of its sources."""
        known = self._known(actor)
        # Only sources the reader finds in the list: an actor adds none of its own.
        numbers = self._citations.numbers_of_listed(known)
        if actor.key in self._noted:
            return numbers
        self._noted.add(actor.key)
        self.rows.append(
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
        return numbers

    def _cells(self, actor: KeyActor, note: str) -> tuple[tuple[Run, ...], ...]:
        numbers = self._note(actor)
        country = f" · {actor.country}" if actor.country else ""
        role = "; ".join(clean(role) for role in actor.roles[:2])
        return (
            (Run(clean(actor.name), bold=True),),
            (Run(" – ".join(part for part in (role, note) if part)),),
            (Run(self._words[str(actor.kind)] + country, quiet=True),),
            (Run(str(actor.mentions)),),
            source_links(numbers),
        )

    def _known(self, actor: KeyActor) -> list[ArticleId]:
        return [article for article in actor.articles if article in self._material.articles]

    def _numbers(self, articles: Sequence[ArticleId]) -> list[int]:
        return sorted(self._citations.number(article) for article in articles)


def source_links(numbers: Sequence[int], *, most: int = _MOST_SOURCES) -> tuple[Run, ...]:
    """The marks [2] [5] of a table cell, each leading to its entry; after `most` of them "…"."""
    links: list[Run] = []
    for number in numbers[:most]:
        links += [Run(" ")] if links else []
        links.append(Run(f"[{number}]", link=f"#source-{number}", cites=number))
    return (*links, Run("\u00a0…")) if len(numbers) > most else tuple(links)
