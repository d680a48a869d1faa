"""Any method's scores, turned towards what the user wants the summary to be about."""

from collections.abc import Sequence

from briefer.model.summary import Scores
from briefer.summarizers.vectors import Vectors, cosine

# How much of a score then is likeness to the focus words: with less, a first sentence that has
# none of them stays before a later one that has them all.
_FOCUS = 0.6
# What a method that gives no reasons has of its own.
_OWN = "the method's own ranking"


def focused(scores: Scores, sentences: Sequence[str], focus: str, language: str) -> Scores:
    """Scores that are mostly likeness to the `focus` words, with that among their reasons.

    The sentence that is most like them has all of that part.

    Without focus words, or where no sentence has any of them, the scores as they are.
    """
    likeness = likenesses(sentences, focus, language)
    if not any(likeness):
        return scores
    values, reasons = [], []
    for number, (value, like) in enumerate(zip(scores.values, likeness, strict=True)):
        own = scores.reasons[number] if scores.reasons else ((_OWN, value),)
        whole = sum(share for _, share in own) or 1.0
        kept = [(name, (1 - _FOCUS) * value * share / whole) for name, share in own]
        kept += [("focus", _FOCUS * like)] if like else []
        values.append((1 - _FOCUS) * value + _FOCUS * like)
        reasons.append(tuple((name, share) for name, share in kept if share > 0))
    return Scores(scores.method, tuple(values), tuple(reasons))


def likenesses(sentences: Sequence[str], focus: str, language: str) -> list[float]:
    """How like each sentence is to the focus words, 1 for the one that is most."""
    if not focus.strip():
        return [0.0] * len(sentences)
    vectors = Vectors(sentences, language)
    wish = vectors.of(focus)
    found = [cosine(row, wish) for row in vectors.rows]
    most = max(found, default=0.0) or 1.0
    return [like / most for like in found]
