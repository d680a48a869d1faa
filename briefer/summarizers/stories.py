"""Several articles on one event ranked as one story."""

from collections import Counter
from collections.abc import Iterator, Sequence
from heapq import heapify, heappop, heapreplace
from itertools import pairwise

from briefer.model.summary import Scores
from briefer.summarizers.vectors import Vector, Vectors, centrality, cosine
from briefer.text.words import function_words, stem, words

# What is said once alone is no common ground.
_LEAST_ARTICLES = 2
# A sentence of fewer words than that is a date or a cry; it stands behind all others.
_FEWEST_WORDS = 6
# A text of longer words than that (letters) has no blanks between them.
_LONG_WORD = 8
# What likeness to the headline or to the words in focus adds to a gain, at most; and what the
# position adds to the centrality of sentences that share nothing more.
_WISH, _POSITION = 4.0, 0.3
# The coverage leaves no room for repetition; no more is taken off for likeness.
REDUNDANCY = 0.0
NAME = "auto"

Concept = tuple[str, str]


def score_story(
    articles: Sequence[Sequence[str]], *, language: str, title: str = "", focus: str = ""
) -> Scores:
    """Scores from 0 to 1 for the sentences of all articles, one after the other.

    Pairs of words that several articles use are what the story is about, each weighing as many
    articles as use it (Gillick and Favre, "A scalable global model for summarization", 2009). The
    sentences are ranked by what they add of these for each of their words (greedily, as in Lin and
    Bilmes, "Multi-document summarization via budgeted maximization of submodular functions", 2010),
    divided by their place in their own article. Those that add nothing come last, by centrality.
    """
    sentences = [sentence for article in articles for sentence in article]
    sizes = [_size(sentence) for sentence in sentences]
    ranks = _ranks(articles, sizes)
    vectors = Vectors(sentences, language)
    wish = vectors.of(f"{title} {focus}")
    worth = [
        (1.0 + _WISH * cosine(row, wish)) / (rank * size) if size >= _FEWEST_WORDS else 0.0
        for size, row, rank in zip(sizes, vectors.rows, ranks, strict=True)
    ]
    order = list(_greedy(_concepts(articles, language), worth))
    is_long = [size >= _FEWEST_WORDS for size in sizes]
    order += _the_rest(vectors.rows, ranks, wish, order, is_long)
    values = [0.0] * len(sentences)
    for place, index in enumerate(order):
        values[index] = 1.0 - place / len(order) if vectors.rows[index] else 0.0
    return Scores(NAME, tuple(values))


def _concepts(articles: Sequence[Sequence[str]], language: str) -> list[dict[Concept, int]]:
    """What each sentence says that other articles say too, with the number of articles."""
    said = [[_pairs(sentence, language) for sentence in article] for article in articles]
    used = Counter(pair for article in said for pair in frozenset().union(*article))
    return [
        {pair: used[pair] for pair in pairs if used[pair] >= _LEAST_ARTICLES}
        for article in said
        for pairs in article
    ]


def _pairs(sentence: str, language: str) -> frozenset[Concept]:
    """Stems of words that stand side by side, at least one of them with a meaning of its own."""
    idle = function_words(language)
    found = [(stem(word, language), word in idle) for word in words(sentence)]
    return frozenset(
        (one, other) for (one, is_idle), (other, also) in pairwise(found) if not (is_idle and also)
    )


def _greedy(concepts: Sequence[dict[Concept, int]], worth: Sequence[float]) -> Iterator[int]:
    """The sentences in the order of what each adds to those before it, while any adds something.

    Gains only shrink, so a sentence whose gain, counted anew, is still the largest is the next one.
    """
    covered = set[Concept]()

    def gain(index: int) -> float:
        return worth[index] * sum(
            weight for pair, weight in concepts[index].items() if pair not in covered
        )

    heap = [(-gain(index), index) for index in range(len(concepts))]
    heapify(heap)
    while heap:
        index = heap[0][1]
        now = gain(index)
        if now <= 0.0:
            heappop(heap)
        elif -now > heap[0][0]:
            heapreplace(heap, (-now, index))
        else:
            heappop(heap)
            covered |= concepts[index].keys()
            yield index


def _the_rest(
    rows: Sequence[Vector],
    ranks: Sequence[int],
    wish: Vector,
    placed: Sequence[int],
    is_long: Sequence[bool],
) -> list[int]:
    """Those not placed yet by centrality and place, as far as their words were not said before; the
    too short ones last."""
    said = {stem for index in placed for stem in rows[index]}
    central = centrality(rows, forward=1.0, backward=1.0)
    totals = [
        (share + _POSITION / rank + cosine(row, wish))
        * sum(weight**2 for stem, weight in row.items() if stem not in said)
        for row, rank, share in zip(rows, ranks, central, strict=True)
    ]
    return sorted(
        set(range(len(rows))) - set(placed), key=lambda n: (not is_long[n], -totals[n], n)
    )


def _ranks(articles: Sequence[Sequence[str]], sizes: Sequence[int]) -> list[int]:
    """The place of each sentence in its article, counted from 1, too short ones not counted."""
    found, at = list[int](), 0
    for article in articles:
        rank = 0
        for size in sizes[at : at + len(article)]:
            rank += size >= _FEWEST_WORDS
            found.append(max(1, rank))
        at += len(article)
    return found


def _size(sentence: str) -> int:
    """Words; where a script has no blanks between them, a count that leaves none out for being short."""
    return max(len(sentence.split()), 0 if sentence.isascii() else len(sentence) // _LONG_WORD)
