"""Which of some stories stand first in a briefing."""

from collections.abc import Mapping, Sequence
from math import log

from briefer.model.article import Article, ArticleId
from briefer.services.material import Material

# An article told by the same actors as one placed before loses more than it gains by their fame;
# being in the reader's language is worth less than telling of something new.
_SAME_STORY, _FAVOUR = 1.2, 0.7
# What many outlets tell weighs by the logarithm of how many do.
_TOLD = 0.5


def by_weight(
    articles: Sequence[Article],
    material: Material,
    favoured: Sequence[set[ArticleId]],
    told: Mapping[ArticleId, int],
) -> list[Article]:
    """Most important first, and not three articles of one story before any of another.

    An article weighs by the actors it shares with the others (a story many tell is a story), by
    its length and by its date; an article that shares the actors of those already placed before
    it loses weight, so that the first three tell of different things where they can. Articles in
    the briefing's language, and those about its actor, are `favoured`: a bottom line is to be read.
    `told` says how many articles tell the story that an article stands for.
    """
    casts = _casts(articles, material)
    newest = max((article.source.published or "" for article in articles), default="")[:10]
    weights = {
        article.id: _weight(article, casts, newest)
        + sum(_FAVOUR for group in favoured if article.id in group)
        + _TOLD * log(told.get(article.id, 1))
        for article in articles
    }
    left, placed = list(articles), list[Article]()
    while left:
        best = max(
            left,
            key=lambda a: weights[a.id] - _SAME_STORY * _likeness(casts, a, placed),
        )
        left.remove(best)
        placed.append(best)
    return placed


def _casts(articles: Sequence[Article], material: Material) -> dict[ArticleId, frozenset[str]]:
    known = {article.id: set[str]() for article in articles}
    for actor in material.actors:
        for article in actor.articles:
            if article in known:
                known[article].add(actor.key)
    return {article: frozenset(cast) for article, cast in known.items()}


def _weight(article: Article, casts: dict[ArticleId, frozenset[str]], newest: str) -> float:
    cast = casts[article.id]
    others = [other for key, other in casts.items() if key != article.id]
    shared = sum(_overlap(cast, other) for other in others) / max(len(others), 1)
    length = log(1 + min(article.words, 1500)) / log(1501)
    recent = 1.0 if newest and (article.source.published or "")[:10] == newest else 0.0
    return 0.5 * shared + 0.5 * length + 0.3 * recent


def _likeness(
    casts: dict[ArticleId, frozenset[str]], article: Article, placed: Sequence[Article]
) -> float:
    # Only the latest few: on hundreds of articles the question is settled by then.
    return max((_overlap(casts[article.id], casts[p.id]) for p in placed[-5:]), default=0.0)


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0
