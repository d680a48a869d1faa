"""Briefer's own ranking: where a sentence stands, what it shares with the text and the headline."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefer.model.summary import Scores
from briefer.summarizers.focus import likenesses
from briefer.summarizers.vectors import Vectors, centrality, cosine
from briefer.text.openings import needs_antecedent

_QUOTES = "\"“„«»‘'「『"
_QUESTIONS = "?？؟;"


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature adds to a score. Chosen on the development sets of news summaries."""

    position: float = 0.28
    # Which power of its rank a sentence's position falls with.
    decay: float = 0.4
    centrality: float = 0.4
    title: float = 0.2
    focus: float = 0.8
    # Weight of likeness to the sentences before; those after count 1.
    backward: float = -0.2
    short: float = 0.1
    long: float = 0.05
    quote: float = 0.1
    question: float = 0.4
    # "He said so": measured to cost nothing, and a reader wants to know who.
    orphan: float = 0.1


class BrieferRank:
    """Position, forward-weighted TF-IDF centrality and title words, less penalties."""

    name = "auto"
    label = "Briefer"

    def __init__(self, weights: Weights | None = None) -> None:
        """`weights` other than the built-in ones serve measuring."""
        self._weights = weights or Weights()

    def score(
        self, sentences: Sequence[str], *, language: str, title: str = "", focus: str = ""
    ) -> Scores:
        """Scores with their reasons: "position", "centrality", "title words", "focus"."""
        weights = self._weights
        vectors = Vectors(sentences, language)
        central = centrality(vectors.rows, forward=1.0, backward=weights.backward)
        headline, wishes = vectors.of(title), likenesses(sentences, focus, language)
        values, reasons = [], []
        for index, (sentence, row) in enumerate(zip(sentences, vectors.rows, strict=True)):
            parts = (
                ("position", weights.position / (index + 1) ** weights.decay),
                ("centrality", weights.centrality * central[index]),
                ("title words", weights.title * cosine(row, headline)),
                ("focus", weights.focus * wishes[index]),
            )
            # A rule of dashes has no place in a summary, wherever it stands.
            penalty = self._penalty(sentence, language) if row else 1.0
            total = sum(share for _, share in parts) - penalty
            # Penalised sentences stay in order below the others rather than all at 0.
            values.append(min(1.0, max(0.0, (total + 0.6) / 1.6)) if row else 0.0)
            reasons.append(tuple((name, share) for name, share in parts if share > 0.005))
        return Scores(self.name, tuple(values), tuple(reasons))

    def _penalty(self, sentence: str, language: str) -> float:
        weights = self._weights
        # East Asian text has no blanks; two letters there say about as much as a word.
        size = max(len(sentence.split()), 0 if sentence.isascii() else len(sentence) / 12)
        penalty = 0.0
        if size < 8:
            penalty += weights.short * (8 - size) / 8
        elif size > 40:
            penalty += weights.long * min(1.0, (size - 40) / 40)
        if sentence[:1] in _QUOTES:
            penalty += weights.quote
        if sentence.rstrip(_QUOTES + "”’»」』 ")[-1:] in _QUESTIONS:
            penalty += weights.question
        if needs_antecedent(sentence, language):
            penalty += weights.orphan
        return penalty
