"""Stories as headings in the list of articles: which cards stand under which, and what it says."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from briefer.model.article import ArticleId
from briefer.model.briefing import ArticleItem
from briefer.model.story import Story
from briefer.services.library import Card
from briefer.services.stories import lead_of
from briefer.ui import wording


@dataclass(frozen=True)
class StoryHead:
    """A heading: the story, and the cards that the list has of it, those of copies among them."""

    story: Story
    cards: tuple[Card, ...]

    @property
    def said(self) -> str:
        """How many articles, texts and outlets, and from when to when."""
        return wording.story_counts(
            len(self.cards),
            sum(card.copy_of is None for card in self.cards),
            len({card.outlet.casefold() for card in self.cards if card.outlet}),
            wording.days([card.published for card in self.cards]),
        )

    @property
    def content(self) -> ArticleItem:
        """The story as it goes into a briefing: its lead article, and who else reports it."""
        lead = lead_of(self.cards)
        others = sorted(
            (card for card in self.cards if card.id != lead),
            key=lambda card: (not card.published, card.published),
        )
        return ArticleItem(lead, also=tuple(card.id for card in others))


Row = Card | StoryHead


def in_stories(
    cards: Sequence[Card],
    stories: Mapping[ArticleId, Story],
    open_copies: Collection[ArticleId],
    folded: Collection[ArticleId],
) -> list[Row]:
    """The cards under the headings of their stories, the stories in the order of their first card.

    A story of one text has no heading. `open_copies` are articles whose copies are shown,
    `folded` those whose story shows its heading alone.
    """
    under: dict[str, list[Card]] = {}
    home: dict[ArticleId, str] = {}
    for card in cards:
        # A copy stands where its lead does, wherever its words would put it.
        story = stories.get(card.copy_of or card.id)
        home[card.id] = str(story.id) if story is not None else f"alone {card.copy_of or card.id}"
        under.setdefault(home[card.id], []).append(card)
    rows: list[Row] = []
    for group in under.values():
        story = stories.get(group[0].id)
        texts = sum(card.copy_of is None for card in group)
        if story is not None and texts > 1:
            rows.append(StoryHead(story, tuple(group)))
            if is_folded(story, folded):
                continue
        rows += [c for c in group if c.copy_of is None or c.copy_of in open_copies]
    return rows


def is_folded(story: Story, folded: Collection[ArticleId]) -> bool:
    """Whether the story shows its heading alone: one that was its first article was folded away."""
    return any(article in folded for article in story.articles)


def key_of(row: Row) -> str:
    """What tells a row from the others, whatever it says."""
    return f"story {row.story.id}" if isinstance(row, StoryHead) else row.id
