"""Sentences chosen from an article, why, and how many were asked for."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from briefer.model.text import Sentence

# What a user may rule on one sentence.
Ruling = Literal["pin", "exclude"]


class LengthUnit(StrEnum):
    """What a summary's length is counted in."""

    SENTENCES = "sentences"
    WORDS = "words"
    PERCENT = "percent"


@dataclass(frozen=True, slots=True)
class SummaryLength:
    """How long a summary may be: so many sentences, words, or percent of the sentences."""

    unit: LengthUnit = LengthUnit.SENTENCES
    amount: int = 3


@dataclass(frozen=True, slots=True)
class Scores:
    """A method's score for each sentence of an article, with its reasons where the method has any.

    `values[i]` belongs to sentence number i and lies between 0 and 1; `reasons[i]` are
    (name, share) pairs such as ("position", 0.4), empty for methods that cannot say.
    """

    method: str
    values: tuple[float, ...]
    reasons: tuple[tuple[tuple[str, float], ...], ...] = ()


@dataclass(frozen=True, slots=True)
class ScoredSentence:
    """A chosen sentence. `pinned` ones are there because the user said so."""

    sentence: Sentence
    text: str
    score: float
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class Why:
    """Why a method likes a sentence: its rank of so many, and what made its score up, in shares.

    `shares` are (reason, part of 1), the greatest first; a method without reasons gives none.
    """

    rank: int
    of: int
    shares: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """The chosen sentences in the order of the article."""

    method: str
    sentences: tuple[ScoredSentence, ...]

    @property
    def numbers(self) -> frozenset[int]:
        """The numbers of the chosen sentences."""
        return frozenset(chosen.sentence.number for chosen in self.sentences)

    @property
    def words(self) -> int:
        """How many blank-separated words the summary has."""
        return sum(len(chosen.text.split()) for chosen in self.sentences)
