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
class Focus:
    """A word that summaries are to be about, or an actor: `word` is then the name it is shown by."""

    word: str
    actor: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """How a sentence is shown and printed where that is not letter for letter.

    An edited one: the user's words; inside quotation marks [...] stands for what was left out and
    [brackets] around what was put in. `entered` are the words as the user wrote them. One that is
    not edited has but a name in brackets after the pronoun it begins with.
    """

    text: str
    entered: str = ""

    @property
    def is_edited(self) -> bool:
        """Whether the user reworded the sentence."""
        return bool(self.entered)


@dataclass(frozen=True, slots=True)
class ScoredSentence:
    """A chosen sentence. `pinned` ones are there because the user said so."""

    sentence: Sentence
    text: str
    score: float
    pinned: bool = False
    wording: Wording | None = None

    @property
    def said(self) -> str:
        """As it is shown: in the user's words where there are any, else letter for letter."""
        return self.wording.text if self.wording else self.text


@dataclass(frozen=True, slots=True)
class Why:
    """Why a method likes a sentence: its rank of so many, and what made its score up, in shares.

    `shares` are (reason, part of 1), the greatest first; a method without reasons gives none.
    `actors` are those the sentence names, the most salient first; `news` is the part of its words
    that no other sentence of the summary has.
    """

    rank: int
    of: int
    shares: tuple[tuple[str, float], ...] = ()
    actors: tuple[tuple[str, float], ...] = ()
    news: float | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """The chosen sentences in the order of the article, or in the one the user gave them."""

    method: str
    sentences: tuple[ScoredSentence, ...]

    @property
    def numbers(self) -> frozenset[int]:
        """The numbers of the chosen sentences."""
        return frozenset(chosen.sentence.number for chosen in self.sentences)

    @property
    def words(self) -> int:
        """How many blank-separated words the summary has."""
        return sum(len(chosen.said.split()) for chosen in self.sentences)
