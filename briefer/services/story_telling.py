"""Stories for the window: grouped and summed up off its thread, the heavy part in a process of its own."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefer.model.article import Article, ArticleId
from briefer.model.briefing import BriefingId
from briefer.model.plain import from_plain
from briefer.model.story import Novelty, Story, StoryReport
from briefer.model.summary import Scores, SummaryLength
from briefer.plugins import Progress
from briefer.services.crew import Crew
from briefer.services.duplicates import groups
from briefer.services.library import Library, LibraryView
from briefer.services.novelty import Earlier, Memory
from briefer.services.stories import TIGHTNESS, Pairs, group_request, grouped
from briefer.services.story_reports import LENGTH, report
from briefer.text.clustering import Told

# Thousands of articles are grouped in some seconds; a slow machine may take its time.
_LIMIT = 120.0


@dataclass(frozen=True, slots=True)
class Grouping:
    """The stories of the shelf, and what each article is to earlier briefings (empty without any)."""

    stories: tuple[Story, ...]
    novelty: dict[ArticleId, Novelty]
    earlier: Earlier | None = None

    def sentence(self, article: Article, text: str) -> Novelty | None:
        """What a sentence of the article is to earlier briefings; None without any."""
        if self.earlier is None or self.earlier.is_empty:
            return None
        known = self.novelty.get(article.id, Novelty.NEW) is not Novelty.NEW
        return self.earlier.sentence(text, article.language or "", is_known_story=known)


class StoryTelling:
    """Groups and reports. Its methods may take seconds: call them in a job's thread."""

    def __init__(self, library: Library, length: SummaryLength) -> None:
        """A worker of its own, so that no import waits for it; `length` is how long an article's
        summary is, as the earlier briefings printed it."""
        self._library = library
        self._crew = Crew(1)
        self._memory = Memory()
        self.length = length

    def close(self) -> None:
        """End the worker."""
        self._crew.close()

    def group(
        self,
        progress: Progress,
        *,
        tightness: float = TIGHTNESS,
        briefing: BriefingId | None = None,
    ) -> Grouping:
        """All articles of the shelf in stories, against the briefings before `briefing`.

        Raises Cancelled when `progress` says so.
        """

        def cluster(
            texts: Sequence[Told], wanted: float, together: Pairs, apart: Pairs
        ) -> list[list[str]]:
            request = group_request(texts, wanted, together, apart)
            answer = self._crew.ask(
                "group", request, name="Stories", limit=_LIMIT, progress=progress
            )
            return [list(group) for group in answer["groups"]]

        with self._library.elsewhere() as view:
            stories = grouped(view, view.shelved(), tightness, cluster=cluster)
            earlier = self._memory.earlier(view, briefing, self.length)
            return Grouping(stories, earlier.articles(view, stories), earlier)

    def report(
        self,
        story: Story,
        progress: Progress,
        *,
        length: SummaryLength = LENGTH,
        briefing: BriefingId | None = None,
    ) -> StoryReport:
        """What the story's articles say, and what of it briefings before `briefing` said already."""

        def rank(articles: Sequence[Sequence[str]], language: str) -> Scores:
            request = {
                "articles": [list(sentences) for sentences in articles],
                "language": language,
            }
            answer = self._crew.ask(
                "rank_story", request, name=story.title, limit=_LIMIT, progress=progress
            )
            return from_plain(Scores, answer["scores"])

        with self._library.elsewhere() as view:
            found = report(view, story, rank, length=length, copies=groups(view))
            earlier = self._memory.earlier(view, briefing, self.length)
            return _judged(view, found, earlier)


def _judged(view: LibraryView, found: StoryReport, earlier: Earlier) -> StoryReport:
    if earlier.is_empty:
        return found
    was_told = earlier.tells(found.story)
    languages = {
        key: article.language or ""
        for key in found.story.articles
        if (article := view.article(key)) is not None
    }
    summary = tuple(
        replace(
            one,
            novelty=earlier.sentence(
                one.text, languages.get(one.place.article, ""), is_known_story=was_told
            ),
        )
        for one in found.summary
    )
    return replace(found, summary=summary, novelty=earlier.articles(view, [found.story]))
