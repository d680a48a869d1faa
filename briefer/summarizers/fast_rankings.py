"""sumy's LexRank, TextRank, Reduction and LSA in a few matrix operations, ranking as sumy does.

sumy compares each pair of sentences word by word in Python, which takes minutes for a long report.
These give the same ratings to rounding, with sumy's own constants.
"""

from typing import Any

from briefer.summarizers.term_counts import TermCounts

# sumy's LexRankSummarizer.threshold and .epsilon.
_LINKED = 0.1
_LEX_RANK_SETTLED = 0.1
# sumy's TextRankSummarizer.damping, .epsilon and _ZERO_DIVISION_PREVENTION.
_DAMPING = 0.85
_TEXT_RANK_SETTLED = 1e-4
_NO_ZERO = 1e-7
# sumy's smoothing of term frequencies for LSA.
_SMOOTH = 0.4


def lex_rank(counts: TermCounts) -> Any:
    """Erkan and Radev (2004): eigenvector of the graph of sentences more alike than a threshold."""
    import numpy as np

    size = counts.sentences
    rarity = np.log(size / (1.0 + counts.frequency()))[counts.term]
    most = np.maximum.reduceat(counts.count, counts.starts)
    weights = counts.count / most[counts.sentence] * rarity
    lengths = np.sqrt(counts.in_sentences(weights**2))
    safe = np.where(lengths > 0, lengths, 1.0)
    matrix = counts.products(weights / safe[counts.sentence])
    matrix = (matrix > _LINKED).astype(np.float64)
    degrees = matrix.sum(axis=1)
    matrix /= np.where(degrees == 0, 1.0, degrees)[:, None]
    ranks = np.full(size, 1.0 / size)
    moved = 1.0
    while moved > _LEX_RANK_SETTLED:
        following = matrix.T @ ranks
        following /= np.linalg.norm(following)
        moved = float(np.linalg.norm(following - ranks))
        ranks = following
    return ranks


def text_rank(counts: TermCounts) -> Any:
    """Mihalcea and Tarau (2004): PageRank over the words sentences share, by their lengths."""
    import numpy as np

    matrix = _shared_words(counts, lone_words=True)
    matrix /= matrix.sum(axis=1)[:, None] + _NO_ZERO
    size = counts.sentences
    ranks = np.full(size, 1.0 / size)
    moved = 1.0
    while moved > _TEXT_RANK_SETTLED:
        following = (1.0 - _DAMPING) / size * ranks.sum() + _DAMPING * (matrix.T @ ranks)
        moved = float(np.linalg.norm(following - ranks))
        ranks = following
    return ranks


def reduction(counts: TermCounts) -> Any:
    """Sumy's own: the sum of what a sentence shares with all others, without iteration."""
    import numpy as np

    matrix = _shared_words(counts, lone_words=False)
    np.fill_diagonal(matrix, 0.0)
    return matrix.sum(axis=1)


def latent_semantics(counts: TermCounts) -> Any:
    """Steinberger and Ježek (2004) as sumy does it.

    sumy keeps all dimensions; the length of a sentence's column in the decomposed matrix is then
    its length in the matrix itself, and nothing need be decomposed.
    """
    import numpy as np

    most = np.maximum.reduceat(counts.count, counts.starts)
    values = _SMOOTH + (1.0 - _SMOOTH) * counts.count / most[counts.sentence]
    absent = counts.terms - counts.in_sentences(np.ones_like(values))
    return np.sqrt(counts.in_sentences(values**2) + absent * _SMOOTH**2)


def _shared_words(counts: TermCounts, *, lone_words: bool) -> Any:
    """How many pairs of equal words two sentences have, over the logarithms of their lengths.

    Two sentences of one word each have no logarithm to be divided by: they share a word wholly
    where `lone_words`, and nothing otherwise.
    """
    import numpy as np

    matrix = counts.products(counts.count)
    logs = np.log(counts.lengths)
    norms = logs[:, None] + logs
    lone = norms == 0
    norms[lone] = 1.0
    matrix /= norms
    if not lone_words:
        matrix[lone] = 0.0
    return matrix
