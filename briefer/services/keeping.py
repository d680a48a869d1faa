"""Articles kept as facts, with their analyses and with what they are copies of."""

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any

from briefer.model.analysis import Analysis, ToldAnalysis
from briefer.model.article import Article
from briefer.plugins import Progress
from briefer.services.library import LibraryView
from briefer.text.likeness import print_of

# So many are written together: much faster than one by one, and no writer waits long.
_TOGETHER = 200


def keep(view: LibraryView, article: Article, analysis: Analysis | ToldAnalysis) -> bool:
    """Keep both as facts, and what the article is a copy of; False when it was there already."""
    return keep_all(view, [(article, analysis)])[0]


def keep_all(
    view: LibraryView,
    found: Sequence[tuple[Article, Analysis | ToldAnalysis]],
    writing: AbstractContextManager[Any] = nullcontext(),  # noqa: B008 - it holds nothing
) -> list[bool]:
    """As `keep`, of several in one transaction; `writing` is held while it lasts."""
    known = view.facts.known([article.id for article, _ in found])
    rows = [view.facts.rows(article, analysis) for article, analysis in found]
    prints = [
        (article.id, print_of(article.text, article.source.title))
        for article, _ in found
        if article.id not in known
    ]
    with writing, view.together():
        added = view.facts.add_rows(rows)
        view.likenesses.compare(prints)
    return added


def compare(view: LibraryView, articles: Sequence[Article]) -> None:
    """Find what the articles are copies of, and keep it; takes a millisecond or two for each."""
    view.likenesses.compare(
        [(article.id, print_of(article.text, article.source.title)) for article in articles]
    )


def catch_up(view: LibraryView, progress: Progress) -> int:
    """Compare what an older version or a killed import left uncompared; how many those were."""
    view.likenesses.drop_outdated()
    waiting = view.likenesses.uncompared()
    for done in range(0, len(waiting), _TOGETHER):
        progress.step(done, len(waiting), "Looking for copies")
        found = map(view.facts.article, waiting[done : done + _TOGETHER])
        compare(view, [article for article in found if article is not None])
    return len(waiting)
