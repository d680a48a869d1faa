"""Assembling a briefing: add, move, edit and remove sections and items, each an undoable step."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from briefer.model.article import ArticleId
from briefer.model.briefing import (
    ArticleItem,
    Briefing,
    BriefingId,
    Content,
    IssueDetails,
    ItemId,
    SectionId,
    SectionKind,
)
from briefer.services.library import Library
from briefer.services.printed_words import in_another_language, printed_words

if TYPE_CHECKING:
    from briefer.services.material import Material


# Set elsewhere they would be lines of a list; they get the section they are meant for.
_SECTIONS_OF_THEIR_OWN = ("figure", "event", "judgement")


class BriefingDesk:
    """The briefings of one library."""

    def __init__(self, library: Library, habits: IssueDetails | None = None) -> None:
        """`habits` says what a new briefing has; changes are heard through the library."""
        self._library = library
        self.habits = habits or IssueDetails()

    def get(self, briefing: BriefingId) -> Briefing | None:
        """The briefing as it stands."""
        return self._library.briefings.get(briefing)

    def all(self) -> list[tuple[BriefingId, IssueDetails]]:
        """All briefings, the newest first."""
        return self._library.briefings.all()

    def new(self, **fields: Any) -> BriefingId:
        """A new, empty briefing of today after the habits' template; `fields` of its details."""
        from briefer.services.drafting import draft
        from briefer.services.material import Material
        from briefer.services.templates import template_or_first

        details = self._fresh(fields)
        wanted = template_or_first(details.template).name
        return self._add(draft(wanted, details, (), Material({})), "new briefing")

    def draft(
        self,
        articles: Sequence[ArticleId],
        material: "Material",
        open_one: BriefingId | None = None,
    ) -> BriefingId:
        """A new briefing, filled from `articles` after its template.

        It takes the place and the details of `open_one` if nothing is in that yet; otherwise it is
        one of today after the habits.
        """
        from briefer.services.drafting import draft
        from briefer.services.templates import template_or_first

        found = self.get(open_one) if open_one is not None else None
        empty = found if found and not any(section.items for section in found.sections) else None
        details = empty.details if empty else self._fresh({})
        into = empty.sections if empty else ()
        wanted = template_or_first(details.template).name
        drafted = draft(wanted, details, articles, material, into)
        with self._library.step("draft briefing"):
            new = self._keep(drafted)
            if empty is not None:
                self._library.briefings.remove(empty.id)
        return new

    def next_issue(self, of: BriefingId) -> BriefingId:
        """Today's issue of the series of another briefing: its sections and standing texts, its
        details carried on, and of its calendar what is still to come."""
        from briefer.services.next_issue import next_issue

        before = self.get(of)
        if before is None:
            return self.new()
        return self._add(next_issue(before, datetime.now().astimezone()), "new issue")

    def duplicate(self, items: Sequence[ItemId]) -> list[ItemId]:
        """Set each item once more behind itself."""
        added = []
        label = "duplicate item" if len(items) == 1 else f"duplicate {len(items)} items"
        with self._library.step(label):
            for item in items:
                place = self._library.briefings.place_of(item)
                if place is not None:
                    section, position, content = place
                    added.append(self._library.briefings.add_item(section, content, position + 1))
        return added

    def set_lengths(
        self,
        briefing: BriefingId,
        lengths: Mapping[ItemId, int],
        pages: int,
        left_out: Sequence[ItemId] = (),
    ) -> None:
        """Give extracts these lengths (sentences) and leave items out, so that the briefing has so
        many pages."""
        found = self.get(briefing)
        if found is None:
            return
        with self._library.step("fit pages"):
            self._library.briefings.set_details(briefing, replace(found.details, pages=pages))
            for gone in left_out:
                self._library.briefings.remove_item(gone)
            for section in found.sections:
                for item in section.items:
                    content = item.content
                    wanted = lengths.get(item.id)
                    if isinstance(content, ArticleItem) and wanted not in (None, content.length):
                        self._library.briefings.set_content(
                            item.id, replace(content, length=wanted or 0)
                        )

    def move_all(
        self, items: Sequence[ItemId], section: SectionId, position: int | None = None
    ) -> None:
        """Move items to the end of a section, or before the one that now stands at `position` of it,
        in their order."""
        kept = self._library.briefings
        label = "move item" if len(items) == 1 else f"move {len(items)} items"
        with self._library.step(label):
            for item in items:
                if position is None:
                    kept.move_item(item, section, 10**6)
                    continue
                before = kept.place_of(item)
                kept.move_item(item, section, position)
                # One that stood above leaves its place: the others follow it where it now stands.
                stood_above = before is not None and before[0] == section and before[1] < position
                position += 0 if stood_above else 1

    def _fresh(self, fields: Mapping[str, Any]) -> IssueDetails:
        today = date.today().isoformat()  # noqa: DTZ011 - the user's own day
        return replace(self.habits, **{"date": today, **fields})

    def _add(self, drafted: Briefing, label: str) -> BriefingId:
        with self._library.step(label):
            return self._keep(drafted)

    def _keep(self, drafted: Briefing) -> BriefingId:
        kept = self._library.briefings
        briefing = kept.add(drafted.details)
        for place, section in enumerate(drafted.sections):
            new = kept.add_section(briefing, section.kind, section.heading, place)
            for position, item in enumerate(section.items):
                kept.add_item(new, item.content, position)
        return briefing

    def current(self) -> BriefingId:
        """The newest briefing; a first one is made when there is none."""
        found = self.all()
        if found:
            return found[0][0]
        first = self.new()
        self._library.settle()
        return first

    def remove(self, briefing: BriefingId) -> None:
        """Delete a briefing."""
        with self._library.step("delete briefing"):
            self._library.briefings.remove(briefing)

    def set_details(self, briefing: BriefingId, **fields: Any) -> None:
        """Change some of the issue's details."""
        found = self.get(briefing)
        if found is None or found.details == replace(found.details, **fields):
            return
        with self._library.step("edit briefing", join=f"details {briefing} {sorted(fields)}"):
            self._library.briefings.set_details(briefing, replace(found.details, **fields))

    def edit_details(self, briefing: BriefingId, details: IssueDetails) -> None:
        """Give a briefing these details. In another language the headings and the title that nobody
        worded otherwise are those of that language."""
        found = self.get(briefing)
        if found is None or found.details == details:
            return
        before, after = (printed_words(one.language) for one in (found.details, details))
        with self._library.step("edit details"):
            if before.language != after.language:
                if details.title == found.details.title:
                    title = in_another_language(details.title, before, after)
                    details = replace(details, title=title)
                for section in found.sections:
                    heading = in_another_language(section.heading, before, after)
                    self._library.briefings.rename_section(section.id, heading)
            self._library.briefings.set_details(briefing, details)

    def add_section(self, briefing: BriefingId, kind: SectionKind, heading: str) -> SectionId:
        """A new section before the sources, or at the end."""
        found = self.get(briefing) or Briefing(briefing, IssueDetails())
        with self._library.step("add section"):
            return self._add_section(found, kind, heading)

    def _add_section(self, briefing: Briefing, kind: SectionKind, heading: str) -> SectionId:
        kinds = [section.kind for section in briefing.sections]
        place = kinds.index(SectionKind.SOURCES) if SectionKind.SOURCES in kinds else len(kinds)
        return self._library.briefings.add_section(briefing.id, kind, heading, place)

    def rename_section(self, section: SectionId, heading: str) -> None:
        """Give a section another heading."""
        with self._library.step("rename section"):
            self._library.briefings.rename_section(section, heading)

    def remove_section(self, section: SectionId) -> None:
        """Delete a section with its items."""
        with self._library.step("remove section"):
            self._library.briefings.remove_section(section)

    def order_sections(self, order: Sequence[SectionId]) -> None:
        """Put the sections in this order."""
        with self._library.step("move section"):
            self._library.briefings.order_sections(list(order))

    def add(
        self, section: SectionId, contents: Sequence[Content], position: int | None = None
    ) -> list[ItemId]:
        """Add items before `position` of the section, or at its end."""
        place = 10**6 if position is None else position
        label = "add item" if len(contents) == 1 else f"add {len(contents)} items"
        with self._library.step(label):
            return [
                self._library.briefings.add_item(section, content, place + index)
                for index, content in enumerate(contents)
            ]

    def add_where_it_belongs(
        self, briefing: BriefingId, contents: Sequence[Content]
    ) -> list[ItemId]:
        """Add items to the section that fits each: statements, actors, text, or developments."""
        found = self.get(briefing)
        if found is None:
            return []
        wanted = {
            "quote": (SectionKind.STATEMENTS,),
            "actor": (SectionKind.ACTORS, SectionKind.WHO_IS_WHO),
            "text": (SectionKind.BOTTOM_LINE, SectionKind.TEXT),
            "figure": (SectionKind.KEY_FIGURES,),
            "event": (SectionKind.TIMELINE, SectionKind.CALENDAR),
            "judgement": (SectionKind.JUDGEMENTS,),
        }
        added: list[ItemId] = []
        label = "add item" if len(contents) == 1 else f"add {len(contents)} items"
        with self._library.step(label):
            for content in contents:
                kinds = wanted.get(
                    content.type, (SectionKind.TOP_STORIES, SectionKind.DEVELOPMENTS)
                )
                fitting = [s for kind in kinds for s in found.sections if s.kind == kind]
                if not fitting and content.type in _SECTIONS_OF_THEIR_OWN:
                    words = printed_words(found.details.language)
                    self._add_section(found, kinds[0], words[kinds[0].replace("-", "_")])
                    found = self.get(briefing) or found
                    fitting = [s for s in found.sections if s.kind == kinds[0]]
                # Three top stories at most (a daily brief's rule); the others are developments.
                open_ = [
                    s for s in fitting if s.kind != SectionKind.TOP_STORIES or len(s.items) < 3
                ]
                target = (open_ or fitting or list(found.sections[:1]))[0]
                place = len(target.items)
                added.append(self._library.briefings.add_item(target.id, content, place))
                found = self.get(briefing) or found
        return added

    def move(self, item: ItemId, section: SectionId, position: int) -> None:
        """Move an item before the one that now stands at `position` of the section."""
        with self._library.step("move item"):
            self._library.briefings.move_item(item, section, position)

    def edit(self, item: ItemId, content: Content) -> None:
        """Change what an item says; typing in one item is one step."""
        with self._library.step("edit item", join=f"item {item}"):
            self._library.briefings.set_content(item, content)

    def remove_items(self, items: Sequence[ItemId]) -> None:
        """Delete items."""
        with self._library.step("remove item" if len(items) == 1 else "remove items"):
            for item in items:
                self._library.briefings.remove_item(item)
