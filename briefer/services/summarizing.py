"""The summary of an article: its method's scores, its length, and the user's pins and exclusions."""

from briefer.model.analysis import Analysis
from briefer.model.article import ArticleId
from briefer.model.errors import UnreadableFile
from briefer.model.summary import Ruling, Scores, Summary, SummaryLength, Why
from briefer.model.text import Sentence
from briefer.services.library import Library, LibraryView
from briefer.services.workers import Crew
from briefer.text.choosing import choose

# The default method's name; its scores are part of every analysis.
DEFAULT_METHOD = "auto"
METHODS = {
    "auto": "Briefer",
    "lead": "First sentences",
    "lexrank": "LexRank",
    "textrank": "TextRank",
    "lsa": "LSA",
    "luhn": "Luhn",
    "kl": "KL",
    "sumbasic": "SumBasic",
    "reduction": "Reduction",
    "edmundson": "Edmundson",
    "consensus": "Consensus",
}


class Summarizing:
    """Summaries and the decisions about them."""

    def __init__(self, library: Library, crew: Crew, length: SummaryLength) -> None:
        """`length` is the settings' own."""
        self._library = library
        self._crew = crew
        self.length = length

    def choice(self, article: ArticleId) -> tuple[str, SummaryLength]:
        """Method and length in force for the article."""
        return choice(self._library, article, self.length)

    def summary(self, article: ArticleId) -> Summary | None:
        """The article's summary, or None while its method's scores are not there yet."""
        return summary_of(self._library, article, self.length)

    def why(self, article: ArticleId) -> dict[int, Why]:
        """For each sentence, by its number, what the method in force thinks of it."""
        analysis = self._library.facts.analysis(article)
        method, _ = self.choice(article)
        if analysis is None:
            return {}
        is_default = method == analysis.scores.method
        scores = analysis.scores if is_default else self._library.facts.scores(article, method)
        if scores is None:
            return {}
        order = sorted(range(len(scores.values)), key=lambda number: -scores.values[number])
        return {
            number: Why(rank, len(order), _shares(scores.reasons[number] if scores.reasons else ()))
            for rank, number in enumerate(order, 1)
        }

    def excluded(self, article: ArticleId) -> list[Sentence]:
        """The sentences the user wants in no summary, in order."""
        analysis = self._library.facts.analysis(article)
        if analysis is None:
            return []
        _, exclusions = rulings(self._library, article, analysis)
        return [sentence for sentence in analysis.sentences if sentence.number in exclusions]

    def make_scores(self, article: ArticleId, method: str) -> Scores:
        """Have a worker score the article by `method`; may take seconds. Raises BrieferError.

        For a thread of its own; `keep` the result afterwards.
        """
        with self._library.elsewhere() as view:
            facts = view.facts
            found, analysis = facts.article(article), facts.analysis(article)
            assert found is not None
            if analysis is None:
                what = "What was found in this article cannot be used."
                raise UnreadableFile(
                    what, name=found.heading, hint="Remove it and import it again."
                )
            answer = self._crew.ask(
                "score",
                {
                    "method": method,
                    "sentences": [s.span.of(found.text) for s in analysis.sentences],
                    "language": found.language or "",
                    "title": found.source.title,
                },
                name=found.source.title,
                limit=60.0,
            )
            from briefer.model.plain import from_plain

            scores = from_plain(Scores, answer["scores"])
            facts.keep_scores(article, scores)
        return scores

    def rule(self, article: ArticleId, sentence: Sentence, ruling: Ruling | None) -> None:
        """Pin or exclude a sentence, or take either back."""
        label = {"pin": "pin sentence", "exclude": "exclude sentence", None: "release sentence"}
        with self._library.step(label[ruling]):
            self._library.decisions.rule_sentence(article, sentence.span, ruling)

    def choose_length(self, article: ArticleId, method: str, length: SummaryLength) -> None:
        """Summarize the article this way from now on."""
        with self._library.step("change summary", join=f"summary {article}"):
            self._library.decisions.choose_summary(article, method, length)


def _shares(reasons: tuple[tuple[str, float], ...]) -> tuple[tuple[str, float], ...]:
    whole = sum(share for _, share in reasons) or 1.0
    return tuple(sorted(((name, share / whole) for name, share in reasons), key=lambda r: -r[1]))


def choice(
    view: LibraryView, article: ArticleId, default: SummaryLength
) -> tuple[str, SummaryLength]:
    """Method and length in force for the article."""
    return view.decisions.summary_choice(article) or (DEFAULT_METHOD, default)


def summary_of(view: LibraryView, article: ArticleId, default: SummaryLength) -> Summary | None:
    """The article's summary under the user's rulings, or None without analysis or scores."""
    analysis = view.facts.analysis(article)
    found = view.facts.article(article)
    if analysis is None or found is None:
        return None
    method, length = choice(view, article, default)
    is_default = method == analysis.scores.method
    scores = analysis.scores if is_default else view.facts.scores(article, method)
    if scores is None:
        return None
    pins, exclusions = rulings(view, article, analysis)
    return choose(analysis.sentences, found.text, scores, length, pins=pins, exclusions=exclusions)


def rulings(
    view: LibraryView, article: ArticleId, analysis: Analysis
) -> tuple[frozenset[int], frozenset[int]]:
    """Numbers of the pinned and of the excluded sentences."""
    pins: set[int] = set()
    exclusions: set[int] = set()
    for span, ruling in view.decisions.rulings(article):
        for sentence in analysis.sentences:
            if sentence.span.overlaps(span):
                (pins if ruling == "pin" else exclusions).add(sentence.number)
                break
    return frozenset(pins), frozenset(exclusions)
