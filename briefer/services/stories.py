"""The articles on the shelf grouped by the event they tell of, and what the user rules on that."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from briefer.model.actors import Actor
from briefer.model.article import Article, ArticleId
from briefer.model.plain import to_plain
from briefer.model.story import Story, StoryId
from briefer.services.library import Card, Library, LibraryView
from briefer.services.rulings import Rulings, obeyed
from briefer.text.clustering import TIGHTNESS, Told, clusters

# What the window may name without knowing the texts below.
__all__ = ["TIGHTNESS", "TIGHTNESSES", "Stories", "group_request", "grouped", "lead_of"]

# What the user may choose: the measured best, and about half and twice of it.
TIGHTNESSES = {"loose": 0.05, "usual": TIGHTNESS, "tight": 0.16}
Pairs = Iterable[tuple[str, str]]
# Makes groups of texts; another process may do it (see `clusters`).
Cluster = Callable[[Sequence[Told], float, Pairs, Pairs], Sequence[Sequence[str]]]

# Names of so many leading actors count as much as words of the headline.
_NAMES = 8


class Stories:
    """Stories among articles of the library; each decision is one undoable step."""

    def __init__(self, library: Library, tightness: float = TIGHTNESS) -> None:
        """`tightness` (0 to 1) says how alike the articles of one story are."""
        self._library = library
        self.tightness = tightness

    def among(self, articles: Sequence[ArticleId]) -> tuple[Story, ...]:
        """The stories these articles tell, the one most told first; takes milliseconds for each
        article, so ask from a thread of your own (`grouped`) for more than a few."""
        return grouped(self._library, articles, self.tightness)

    def keep_together(
        self, article: ArticleId, story: Story, *, out_of: Sequence[Story] = ()
    ) -> None:
        """The article belongs to this story, whatever it looks like, and no longer to another."""
        self.move([article], story, out_of=out_of)

    def move(
        self, articles: Sequence[ArticleId], story: Story, *, out_of: Sequence[Story] = ()
    ) -> None:
        """The articles belong to this story, and not to those they are taken `out_of`.

        A story that moves as a whole is one with the other from then on.
        """
        moved = dict.fromkeys(articles)
        label = "move to story" if len(moved) == 1 else f"move {len(moved)} articles to story"
        with self._library.step(label):
            rulings = self._library.story_rulings
            rulings.forget(moved)
            rest = [other for other in story.articles if other not in moved]
            for left in out_of:
                self._leave_title(left, moved)
            self._keep_title(story, moved)
            for article in moved:
                rulings.rule(article, [*rest, *moved], "together")
                for left in out_of:
                    stay = [other for other in left.articles if other not in (*moved, *rest)]
                    rulings.rule(article, stay, "apart")

    def part(self, article: ArticleId, story: Story) -> None:
        """The article does not belong to this story."""
        self.take_out([article], story)

    def take_out(self, articles: Sequence[ArticleId], story: Story) -> None:
        """None of the articles belongs to this story, nor to one another."""
        label = "take out of story"
        with self._library.step(label):
            self._leave_title(story, articles)
            for article in articles:
                self._library.story_rulings.rule(article, story.articles, "apart")

    def _keep_title(self, story: Story, joining: Iterable[ArticleId]) -> None:
        """An earlier article that joins a story does not give it another name."""
        rulings = self._library.story_rulings
        titles = rulings.titles()
        for article in joining:
            if article in titles:
                rulings.name(article, "")
        if not any(article in titles for article in story.articles):
            rulings.name(ArticleId(story.id), story.title)

    def _leave_title(self, story: Story, gone: Iterable[ArticleId]) -> None:
        """A title the user gave stays with the articles that stay."""
        titles, gone = self._library.story_rulings.titles(), set(gone)
        stay = [article for article in story.articles if article not in gone]
        for article in story.articles:
            if article in titles and article in gone and stay:
                self._library.story_rulings.name(article, "")
                self._library.story_rulings.name(stay[0], titles[article])

    def rename(self, story: Story, title: str) -> None:
        """Call the story so; an empty title gives it its own back."""
        with self._library.step("rename story", join=f"story {story.id}"):
            for article in story.articles:
                self._library.story_rulings.name(article, "")
            self._library.story_rulings.name(ArticleId(story.id), title)


def _in_this_process(
    texts: Sequence[Told], tightness: float, together: Pairs, apart: Pairs
) -> Sequence[Sequence[str]]:
    return clusters(texts, tightness, together=together, apart=apart)


def grouped(
    view: LibraryView,
    articles: Iterable[ArticleId],
    tightness: float = TIGHTNESS,
    *,
    cluster: Cluster | None = None,
) -> tuple[Story, ...]:
    """The stories these articles tell under the user's rulings; one article may be a story alone.

    `cluster` does the work elsewhere.
    """
    make = cluster or _in_this_process
    found = [article for key in articles if (article := view.article(key)) is not None]
    known = {article.id: article for article in found}
    rulings = view.story_rulings
    on_actors = Rulings(view.decisions.actor_rules())
    told = [_told(view, article, on_actors) for article in found]
    groups = make(told, tightness, rulings.pairs("together"), rulings.pairs("apart"))
    titles = view.story_rulings.titles()
    stories = [_story([known[ArticleId(key)] for key in group], titles) for group in groups]
    return tuple(sorted(stories, key=lambda story: -len(story.articles)))


def group_request(
    texts: Sequence[Told], tightness: float, together: Pairs, apart: Pairs
) -> dict[str, Any]:
    """What a worker is asked in order to group `texts`, in plain values."""
    return {
        "texts": [to_plain(told) for told in texts],
        "tightness": tightness,
        "together": list(together),
        "apart": list(apart),
    }


def lead_of(articles: Sequence[Card]) -> ArticleId:
    """Which article stands for its story: the fullest, of equals the first published."""
    return min(articles, key=lambda card: (-card.words, card.published or "9999", card.id)).id


def _story(articles: Sequence[Article], titles: dict[ArticleId, str]) -> Story:
    ordered = sorted(
        articles, key=lambda article: (not article.source.published, article.source.published or "")
    )
    given = next((titles[article.id] for article in ordered if article.id in titles), "")
    title = given or ordered[0].source.title
    return Story(StoryId(ordered[0].id), title, tuple(article.id for article in ordered))


def _told(view: LibraryView, article: Article, rulings: Rulings) -> Told:
    analysis = view.facts.analysis(article.id)
    actors: tuple[Actor, ...] = ()
    if analysis is not None:
        actors = obeyed(analysis.findings, rulings, article.id, article.text).actors[:_NAMES]
    return Told(
        article.id,
        article.text,
        article.language or "",
        article.source.title,
        _day(article.source.published),
        tuple(actor.key for actor in actors),
    )


def _day(published: str | None) -> int | None:
    try:
        return date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return None
