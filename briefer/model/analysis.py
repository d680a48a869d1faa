"""What the machines found in one article. It can be made again at any time."""

from dataclasses import dataclass

from briefer.model.actors import Findings
from briefer.model.article import ArticleId
from briefer.model.summary import Scores
from briefer.model.text import Sentence

# Raised when sentences, scores or findings would come out differently: the library then
# makes the analyses of older versions anew, in the background.
ANALYSIS_VERSION = 4


@dataclass(frozen=True, slots=True)
class Analysis:
    """Sentences, the default method's scores for them, and the actors and quotes of an article."""

    article: ArticleId
    sentences: tuple[Sentence, ...]
    scores: Scores
    findings: Findings
    version: int = ANALYSIS_VERSION


@dataclass(frozen=True, slots=True)
class ToldAnalysis:
    """An analysis as another process told it: JSON text, kept without being looked into.

    Whether they fit is seen when they are read; of thousands of articles few are.
    """

    article: ArticleId
    told: bytes
