"""The classic methods by sumy (Apache 2.0), with our sentences and stems instead of NLTK's data."""

import importlib
import math
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from briefer.model.summary import Scores
from briefer.summarizers.focus import focused
from briefer.summarizers.lead import falling
from briefer.text.words import content_stems, stop_words, words

# Comparing grows with the square of the sentences in time and memory: what comes after this many
# (some 70,000 words) keeps a falling score below all that were compared. The slowest method then
# takes half a second and 150 MB.
_MOST = 3000
_DIGITS = 11
# Edmundson refuses to work without words that speak against a sentence.
_STIGMA = frozenset(("perhaps", "maybe", "hardly", "impossible", "example"))
_BONUS_WORDS = 12


@dataclass(frozen=True, slots=True)
class _Method:
    label: str
    # The module and class of sumy, and our function of the same ranking where sumy is slow.
    module: str
    class_name: str
    fast: str = ""


METHODS = {
    # Erkan and Radev, "LexRank" (2004).
    "lexrank": _Method("LexRank", "lex_rank", "LexRankSummarizer", "fast_rankings.lex_rank"),
    # Mihalcea and Tarau, "TextRank" (2004).
    "textrank": _Method("TextRank", "text_rank", "TextRankSummarizer", "fast_rankings.text_rank"),
    # Steinberger and Ježek, "Using Latent Semantic Analysis in Text Summarization" (2004).
    "lsa": _Method("LSA", "lsa", "LsaSummarizer", "fast_rankings.latent_semantics"),
    # Luhn, "The Automatic Creation of Literature Abstracts" (1958).
    "luhn": _Method("Luhn", "luhn", "LuhnSummarizer", "sequence_rankings.luhn"),
    # Haghighi and Vanderwende, "Exploring Content Models" (2009).
    "kl": _Method("KL", "kl", "KLSummarizer", "greedy_rankings.kl_divergence"),
    # Vanderwende et al., "Beyond SumBasic" (2007).
    "sumbasic": _Method("SumBasic", "sum_basic", "SumBasicSummarizer", "greedy_rankings.sum_basic"),
    # A graph of shared words without iteration, sumy's own.
    "reduction": _Method(
        "Reduction", "reduction", "ReductionSummarizer", "fast_rankings.reduction"
    ),
    # Edmundson, "New Methods in Automatic Extracting" (1969).
    "edmundson": _Method("Edmundson", "edmundson", "EdmundsonSummarizer"),
}


@dataclass(eq=False, slots=True)
class _Sentence:
    """What sumy asks of a sentence. Two of equal text stay two: sumy keys its ratings by them."""

    words: tuple[str, ...]
    is_heading: bool = False


@dataclass(eq=False, slots=True)
class _Text:
    """What sumy asks of a document and, for Edmundson, of its only paragraph."""

    sentences: tuple[_Sentence, ...]
    headings: tuple[_Sentence, ...]
    words: tuple[str, ...]
    paragraphs: tuple["_Text", ...] = field(default=())


class SumyMethod:
    """One of sumy's methods, guarded: never fewer scores than sentences, never NaN."""

    def __init__(self, name: str) -> None:
        """`name` is a key of METHODS."""
        self.name = name
        self.label = METHODS[name].label
        self._method = METHODS[name]

    def score(
        self, sentences: Sequence[str], *, language: str, title: str = "", focus: str = ""
    ) -> Scores:
        """The ratings of sumy brought to 0 to 1; a sentence without any word gets 0.

        A text sumy cannot rate (all its sentences equal, or only stop words) is scored by position.
        """
        stems = [tuple(content_stems(sentence, language)) for sentence in sentences]
        rated = [index for index, found in enumerate(stems) if found]
        known = rated[:_MOST]
        values = [0.0] * len(sentences)
        ratings = self._ratings([stems[i] for i in known], content_stems(title, language), language)
        # What was not compared keeps below a tenth of the scale, the earlier the higher.
        rest = rated[len(known) :]
        floor = 0.1 if rest else 0.0
        for index, value in zip(known, ratings, strict=True):
            values[index] = floor + (1.0 - floor) * value
        for index, value in zip(rest, falling(len(rest)), strict=True):
            values[index] = floor * value
        return focused(Scores(self.name, tuple(values)), sentences, focus, language)

    def _ratings(
        self, stems: Sequence[tuple[str, ...]], title: Sequence[str], language: str
    ) -> list[float]:
        if len(set(stems)) < 2:
            return falling(len(stems))
        with warnings.catch_warnings():
            # numpy warns of what the check for finite numbers below takes care of.
            warnings.simplefilter("ignore")
            try:
                fast = self._method.fast
                found = _fast(fast, stems) if fast else self.by_sumy(stems, title, language)
            except (ValueError, ZeroDivisionError, IndexError, KeyError):
                # What sumy raises on texts with too few words in common; LinAlgError among them.
                found = []
        if len(found) != len(stems) or not all(math.isfinite(value) for value in found):
            return falling(len(stems))
        low, high = min(found), max(found)
        if high - low < 1e-12:
            return falling(len(stems))
        return [(value - low) / (high - low) for value in found]

    def by_sumy(
        self, stems: Sequence[tuple[str, ...]], title: Sequence[str], language: str
    ) -> list[float]:
        """Sumy's own ratings of sentences given as stems, none of them empty; what ours are
        measured against. Raises what sumy raises on texts it cannot rate."""
        module = importlib.import_module(f"sumy.summarizers.{self._method.module}")
        engine = getattr(module, self._method.class_name)()
        if self.name == "edmundson":
            _give_words(engine, stems, title, language)
        found: list[float] = []

        def keep(sentences: Sequence[_Sentence], _count: int, rating: Any, *more: Any) -> None:
            rate: Callable[..., float] = rating.__getitem__ if isinstance(rating, dict) else rating
            found.extend(float(rate(sentence, *more)) for sentence in sentences)

        # Every method hands its ratings to this one function to be cut; we want them all.
        engine._get_best_sentences = keep  # noqa: SLF001
        engine(_text(stems, title), len(stems))
        return found


def _fast(name: str, stems: Sequence[tuple[str, ...]]) -> list[float]:
    module, function = name.split(".")
    rank = getattr(importlib.import_module(f"briefer.summarizers.{module}"), function)
    counted: Any = stems
    if module != "sequence_rankings":
        from briefer.summarizers.term_counts import TermCounts

        counted = TermCounts(stems)
    # Rounded, so that sentences rated equal stay equal and the earlier one goes first.
    found: list[float] = rank(counted).round(_DIGITS).tolist()
    return found


def _text(stems: Sequence[tuple[str, ...]], title: Sequence[str]) -> _Text:
    sentences = tuple(_Sentence(found) for found in stems)
    headings = (_Sentence(tuple(title), is_heading=True),) if title else ()
    everything = tuple(word for found in stems for word in found)
    paragraph = _Text(sentences, headings, everything)
    return _Text(sentences, headings, everything, (paragraph,))


def _give_words(
    engine: Any, stems: Sequence[tuple[str, ...]], title: Sequence[str], language: str
) -> None:
    """Words that speak for a sentence (the title's and the most frequent), against it, or neither."""
    counts: dict[str, int] = {}
    for found in stems:
        for stem in found:
            counts[stem] = counts.get(stem, 0) + 1
    frequent = sorted(counts, key=lambda stem: -counts[stem])[:_BONUS_WORDS]
    engine.bonus_words = frozenset(title) | frozenset(frequent)
    engine.stigma_words = _STIGMA
    engine.null_words = stop_words(language) or frozenset(words("the"))
