"""The articles on the shelf grouped by the event they tell of, and what the user rules on that."""

from collections.abc import Iterable, Sequence
from datetime import date

from briefer.model.article import Article, ArticleId
from briefer.model.story import Story, StoryId
from briefer.services.library import Library, LibraryView
from briefer.text.clustering import TIGHTNESS, Told, clusters

# What the window may name without knowing the texts below.
__all__ = ["TIGHTNESS", "Stories", "grouped"]

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

    def keep_together(self, article: ArticleId, story: Story) -> None:
        """The article belongs to this story, whatever it looks like."""
        others = [other for other in story.articles if other != article]
        with self._library.step("move to story"):
            rulings = self._library.story_rulings
            rulings.forget([article])
            rulings.rule(article, others, "together")

    def part(self, article: ArticleId, story: Story) -> None:
        """The article does not belong to this story."""
        others = [other for other in story.articles if other != article]
        with self._library.step("take out of story"):
            self._library.story_rulings.rule(article, others, "apart")

    def rename(self, story: Story, title: str) -> None:
        """Call the story so; an empty title gives it its own back."""
        with self._library.step("rename story", join=f"story {story.id}"):
            self._library.story_rulings.name(ArticleId(story.id), title)


def grouped(
    view: LibraryView, articles: Iterable[ArticleId], tightness: float = TIGHTNESS
) -> tuple[Story, ...]:
    """The stories these articles tell under the user's rulings; one article may be a story alone."""
    found = [article for key in articles if (article := view.article(key)) is not None]
    known = {article.id: article for article in found}
    groups = clusters(
        [_told(view, article) for article in found],
        tightness,
        together=view.story_rulings.pairs("together"),
        apart=view.story_rulings.pairs("apart"),
    )
    titles = view.story_rulings.titles()
    stories = [_story([known[ArticleId(key)] for key in group], titles) for group in groups]
    return tuple(sorted(stories, key=lambda story: -len(story.articles)))


def _story(articles: Sequence[Article], titles: dict[ArticleId, str]) -> Story:
    ordered = sorted(
        articles, key=lambda article: (not article.source.published, article.source.published or "")
    )
    given = next((titles[article.id] for article in ordered if article.id in titles), "")
    title = given or ordered[0].source.title
    return Story(StoryId(ordered[0].id), title, tuple(article.id for article in ordered))


def _told(view: LibraryView, article: Article) -> Told:
    analysis = view.facts.analysis(article.id)
    actors = analysis.findings.actors[:_NAMES] if analysis is not None else ()
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
