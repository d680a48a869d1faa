"""The list of articles as it is shown: in order, copies behind their lead, kept up to what changed."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from briefer.model.article import ArticleId
from briefer.services.duplicates import Copies
from briefer.services.issues_before import uses_of
from briefer.services.library import Card, Changes, Library, Wanted, place

# Where more articles than that changed at once, the list is asked for anew.
_MOST_TOUCHED = 400

# What changes which articles are listed, how, or with what marks.
LISTED_BY = (
    "shelf", "fresh", "source_fixes", "items", "sections", "briefings", "copy_rulings", "actor_rules",
)  # fmt: skip

Place = tuple[Any, ...]


class Listing:
    """The wanted cards, each lead with its copies. Asks the library for what changed alone."""

    def __init__(self, library: Library, copies: Copies) -> None:
        """Empty until it is asked for."""
        self._library, self._copies = library, copies
        self.wanted = Wanted()
        self._places: list[Place] = []
        self._place_of: dict[ArticleId, Place] = {}
        self._blocks: dict[ArticleId, tuple[Card, ...]] = {}
        self._lead_of: dict[ArticleId, ArticleId] = {}

    def ask(self) -> None:
        """List what is wanted now."""
        shelf = self._copies.shelf(self.wanted)
        self._copies.moved()
        self._places, self._place_of, self._blocks, self._lead_of = [], {}, {}, {}
        for block in _blocks(shelf.cards):
            self._enter(block)
        self._places.sort()

    def update(self, changes: Changes) -> set[ArticleId] | None:
        """List what changed; the articles that lead, or led, where it did.

        None when so much has changed that all is to be shown anew.
        """
        marked = self._mark(changes)
        touched = self._touched(changes) | self._copies.moved()
        # What is used no longer is not listed, so nothing here knows of it.
        is_unknown = self.wanted.unused and changes.of("items", "sections", "briefings")
        if is_unknown or len(touched) > _MOST_TOUCHED:
            self.ask()
            return None
        if not touched:
            return marked if len(marked) <= _MOST_TOUCHED else None
        # Those that were folded with one that is gone are to be shown without it.
        led = {self._lead_of[key] for key in touched if key in self._lead_of}
        touched |= {card.id for lead in led for card in self._blocks[lead]}
        shelf = self._copies.part_of_shelf(self.wanted, touched)
        # What is folded with them now stood elsewhere before, or nowhere.
        led |= {self._lead_of[card.id] for card in shelf.cards if card.id in self._lead_of}
        for lead in led:
            self._leave(lead)
        now = list(_blocks(shelf.cards))
        for block in now:
            self._enter(block, in_order=True)
        if len(marked) > _MOST_TOUCHED:
            return None
        return marked | led | {block[0].id for block in now}

    @property
    def articles(self) -> int:
        """How many articles are listed, the folded ones too."""
        return len(self._lead_of)

    @property
    def texts(self) -> int:
        """How many of them are no copies of another."""
        return len(self._blocks)

    @property
    def leads(self) -> list[ArticleId]:
        """The articles that lead, in order."""
        return [found[-1] for found in self._places]

    @property
    def cards(self) -> list[Card]:
        """All cards in order, each lead followed by its copies."""
        return [card for lead in self.leads for card in self._blocks[lead]]

    def block(self, lead: ArticleId) -> tuple[Card, ...]:
        """The lead's card and those of its copies; empty for what leads nothing here."""
        return self._blocks.get(lead, ())

    def lead_of(self, article: ArticleId) -> ArticleId | None:
        """Behind which article this one stands, itself if it leads; None if it is not listed."""
        return self._lead_of.get(article)

    def place_of(self, lead: ArticleId) -> Place:
        """What the leads of the list are sorted by."""
        return self._place_of[lead]

    def mark_opened(self, article: ArticleId) -> None:
        """Note that a listed article was read."""
        lead = self._lead_of[article]
        self._blocks[lead] = tuple(
            replace(card, opened=True) if card.id == article else card
            for card in self._blocks[lead]
        )

    def _touched(self, changes: Changes) -> set[ArticleId]:
        touched = set(map(ArticleId, changes.of("shelf", "fresh", "source_fixes", "copy_rulings")))
        if changes.of("items", "sections", "briefings"):
            used = self._library.used()
            touched |= {
                card.id
                for block in self._blocks.values()
                for card in block
                if card.briefings != used.get(card.id, 0)
            }
        if changes.of("actor_rules") and self.wanted.watched:
            touched |= self._library.naming_watched() ^ self._lead_of.keys()
        return touched

    def _mark(self, changes: Changes) -> set[ArticleId]:
        """Mark which articles name watched actors; the leads of those marked otherwise before.

        Whom a rule concerns may stand in any article. The marks are all it can change in a list, so
        the library is not asked for the cards, which may be thousands.
        """
        if not changes.of("actor_rules") or self.wanted.watched:
            return set()
        watched = self._library.naming_watched()
        leads = {
            lead
            for lead, block in self._blocks.items()
            for card in block
            if card.watched != (card.id in watched)
        }
        for lead in leads:
            self._blocks[lead] = tuple(
                replace(card, watched=card.id in watched) for card in self._blocks[lead]
            )
        return leads

    def used_in(self, article: ArticleId) -> list[str]:
        """The names of the briefings that use the article."""
        return uses_of(self._library, article)

    def _enter(self, block: tuple[Card, ...], *, in_order: bool = False) -> None:
        lead = block[0].id
        self._blocks[lead] = block
        self._lead_of |= {card.id: lead for card in block}
        self._place_of[lead] = place(block[0], self.wanted.order)
        if in_order:
            insort(self._places, self.place_of(lead))
        else:
            self._places.append(self.place_of(lead))

    def _leave(self, lead: ArticleId) -> None:
        at = bisect_left(self._places, self._place_of.pop(lead))
        del self._places[at]
        for card in self._blocks.pop(lead):
            del self._lead_of[card.id]


def _blocks(cards: Sequence[Card]) -> Iterable[tuple[Card, ...]]:
    """Each lead with its copies."""
    block: list[Card] = []
    for card in cards:
        if card.copy_of is None and block:
            yield tuple(block)
            block = []
        block.append(card)
    if block:
        yield tuple(block)
