"""What chosen articles tell together, as a draft needs it: stories, key figures, days past and ahead."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from briefer.model.article import Article, ArticleId
from briefer.model.story import DatedEvent, Figure, Story, StoryId
from briefer.model.text import Sentence
from briefer.services.story_conflicts import figures_of
from briefer.services.story_figures import key_figures
from briefer.services.story_lines import Line, Rank, lines_of, ranked
from briefer.services.story_timeline import dated, timeline, upcoming
from briefer.text.clustering import Told, clusters

# What is said once in an article alone counts only in its beginning (sentences).
_BEGINNING = 6
# Names of so many leading actors help to tell which articles are of one story.
LEADING = 8
# A draft folds less than the list does: a wrong fold hides an article, a missed one repeats a story.
TIGHTNESS = 0.12


@dataclass(frozen=True, slots=True)
class Gist:
    """Of each story by its id: key figures, the days its articles tell of, and those still to come
    after the latest of all articles."""

    stories: tuple[Story, ...] = ()
    figures: Mapping[StoryId, tuple[Figure, ...]] | None = None
    events: Mapping[StoryId, tuple[DatedEvent, ...]] | None = None
    upcoming: Mapping[StoryId, tuple[DatedEvent, ...]] | None = None


def gist(
    stories: Sequence[Story],
    articles: Mapping[ArticleId, Article],
    sentences: Callable[[ArticleId], Sequence[Sentence]],
    rank: Rank,
) -> Gist:
    """The gist of `stories`, whose articles are among `articles`. Takes milliseconds for each."""
    latest = max((a.source.published or "" for a in articles.values()), default="")[:10]
    figures, events, ahead = {}, {}, {}
    for story in stories:
        told = [articles[key] for key in story.articles if key in articles]
        lines = lines_of(sentences, told)
        lines = ranked(lines, rank)[0] if len(told) > 1 else _by_place(lines)
        said = [
            one
            for article in told
            for one in figures_of(article, [n.sentence for n in lines if n.article is article])
        ]
        days = dated(lines)
        figures[story.id] = tuple(key_figures(said, lines))
        events[story.id] = tuple(timeline(days))
        ahead[story.id] = tuple(upcoming(days, latest))
    return Gist(tuple(stories), figures, events, ahead)


def stories_among(
    articles: Sequence[Article], names: Mapping[ArticleId, tuple[str, ...]]
) -> tuple[Story, ...]:
    """The stories that articles outside a library tell, the one most told first; `names` are the
    keys of each article's leading actors."""
    known = {article.id: article for article in articles}
    told = [
        Told(a.id, a.text, a.language or "", a.source.title, None, names.get(a.id, ()))
        for a in articles
    ]
    stories = []
    for group in clusters(told, TIGHTNESS):
        members = sorted(
            (known[ArticleId(key)] for key in group),
            key=lambda a: (not a.source.published, a.source.published or ""),
        )
        first = members[0]
        keys = tuple(member.id for member in members)
        stories.append(Story(StoryId(first.id), first.source.title, keys))
    return tuple(sorted(stories, key=lambda story: -len(story.articles)))


def _by_place(lines: Sequence[Line]) -> list[Line]:
    return [replace(n, score=1.0 / (n.rank + 1)) for n in lines if n.rank < _BEGINNING]
