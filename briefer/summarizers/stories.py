"""Several articles on one event ranked as one story."""

from collections.abc import Sequence

from briefer.model.summary import Scores
from briefer.summarizers.vectors import Vectors, centrality, cosine

# Measured on ten English stories: centrality with this much of the position, and half of a
# sentence's score lost for being said already (Carbonell and Goldstein, 1998).
_POSITION = 0.3
_FOCUS = 0.8
REDUNDANCY = 0.5
NAME = "auto"


def score_story(
    articles: Sequence[Sequence[str]], *, language: str, title: str = "", focus: str = ""
) -> Scores:
    """Scores from 0 to 1 for the sentences of all articles, one after the other.

    What many articles say is central; what stands first in its own article counts for more.
    """
    sentences = [sentence for article in articles for sentence in article]
    vectors = Vectors(sentences, language)
    central = centrality(vectors.rows, forward=1.0, backward=1.0)
    wish = vectors.of(f"{title} {focus}")
    ranks = [rank for article in articles for rank in range(len(article))]
    most = 1.0 + _POSITION + (_FOCUS if wish else 0.0)
    values = []
    for row, rank, share in zip(vectors.rows, ranks, central, strict=True):
        total = share + _POSITION / (rank + 1) + _FOCUS * cosine(row, wish)
        values.append(min(1.0, total / most) if row else 0.0)
    return Scores(NAME, tuple(values))
