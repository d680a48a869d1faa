"""The summary of an article and the user's decisions about it: how long, by which method, about what."""

from collections.abc import Sequence

from briefer.model.actors import Findings
from briefer.model.article import ArticleId
from briefer.model.plain import from_plain
from briefer.model.summary import Focus, Ruling, Scores, Summary, SummaryLength, Why
from briefer.model.text import Sentence, Span
from briefer.services.crew import Crew
from briefer.services.ledger import findings_of
from briefer.services.library import Library
from briefer.services.summary_making import (
    choice,
    focus_words,
    rulings,
    score_request,
    scores_of,
    summary_of,
)
from briefer.text.words import words, words_known

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
# Scoring three thousand sentences by all methods takes some seconds.
_LIMIT = 60.0


class Summarizing:
    """Summaries and the decisions about them."""

    def __init__(
        self, library: Library, crew: Crew, length: SummaryLength, *, names_meant: bool = False
    ) -> None:
        """`length` and `names_meant` (say whom "he" means) are the settings' own."""
        self._library = library
        self._crew = crew
        self.length = length
        self.names_meant = names_meant

    def choice(self, article: ArticleId) -> tuple[str, SummaryLength]:
        """Method and length in force for the article."""
        return choice(self._library, article, self.length)

    def summary(self, article: ArticleId, by: str = "") -> Summary | None:
        """The article's summary, or that `by` another method; None while there are no scores yet."""
        return summary_of(self._library, article, self.length, names_meant=self.names_meant, by=by)

    def why(self, article: ArticleId, summary: Summary | None = None) -> dict[int, Why]:
        """For each sentence, by its number, what the method in force thinks of it.

        What it names and what is new in it are told of the sentences of the summary. That is made
        unless it is given.
        """
        view = self._library
        analysis, found = view.facts.analysis(article), view.facts.article(article)
        method, _ = self.choice(article)
        scores, summary = scores_of(view, article, method), summary or self.summary(article)
        if analysis is None or found is None or scores is None or summary is None:
            return {}
        order = sorted(range(len(scores.values)), key=lambda number: -scores.values[number])
        findings = findings_of(view, article)
        said = {c.sentence.number: frozenset(words(c.text)) for c in summary.sentences}
        return {
            number: Why(
                rank,
                len(order),
                _shares(scores.reasons[number] if scores.reasons else ()),
                _named(analysis.sentences[number], findings) if number in said else (),
                _news(number, said),
            )
            for rank, number in enumerate(order, 1)
            if number < len(analysis.sentences)
        }

    def chosen_by(self, article: ArticleId) -> dict[int, tuple[str, ...]] | None:
        """For each sentence the methods that have it among their first three; None until scored."""
        scores = scores_of(self._library, article, "consensus")
        if scores is None:
            return None
        # The share for the focus is no method's voice.
        return {
            number: tuple(name for name, _ in reasons if name != "focus")
            for number, reasons in enumerate(scores.reasons)
        }

    def excluded(self, article: ArticleId) -> list[Sentence]:
        """The sentences the user wants in no summary, in order."""
        analysis = self._library.facts.analysis(article)
        if analysis is None:
            return []
        _, exclusions = rulings(self._library, article, analysis)
        return [sentence for sentence in analysis.sentences if sentence.number in exclusions]

    def weighed_plainly(self, article: ArticleId) -> bool:
        """Whether the article's language is one without a list of words that say nothing."""
        found = self._library.article(article)
        return found is not None and not words_known(found.language)

    def make_scores(self, article: ArticleId, method: str) -> Scores:
        """Have a worker score the article by `method`; may take seconds. Raises BrieferError.

        For a thread of its own.
        """
        with self._library.elsewhere() as view:
            found = view.facts.article(article)
            assert found is not None
            focus = focus_words(view, article)
            request = score_request(view, found, method, focus)
            answer = self._crew.ask("score", request, name=found.source.title, limit=_LIMIT)
            scores = from_plain(Scores, answer["scores"])
            # Of sentences that were cut anew meanwhile nothing is known.
            if len(scores.values) == len(request["sentences"]):
                view.facts.keep_scores(article, scores, focus)
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

    def use_for_all(self, article: ArticleId) -> None:
        """Summarize all articles as this one, whatever was chosen for each; what was ruled stays."""
        with self._library.step("use summary settings for all articles"):
            self._library.decisions.choose_for_all(self.choice(article))

    def prefer(self, length: SummaryLength, *, names_meant: bool) -> None:
        """What the settings say now; against another length no earlier one for all articles stands."""
        is_other, self.length, self.names_meant = length != self.length, length, names_meant
        if is_other and self._library.decisions.summary_for_all() is not None:
            with self._library.step("change summary length"):
                self._library.decisions.choose_for_all(None)

    def focus(self, article: ArticleId) -> tuple[tuple[Focus, ...], tuple[Focus, ...]]:
        """What the article's own summary is to be about, and what all are."""
        return self._library.wishes.focus(article), self._library.wishes.focus(None)

    def set_focus(self, article: ArticleId | None, focus: Focus) -> None:
        """Let the summary (with None: all summaries) be about this too."""
        word = " ".join(focus.word.split())
        if word:
            with self._library.step(f"focus on {word[:40]}"):
                self._library.wishes.add_focus(article, Focus(word, focus.actor))

    def drop_focus(self, article: ArticleId | None, focus: Focus) -> None:
        """Take one focus back."""
        with self._library.step(f"take focus off {focus.word[:40]}"):
            self._library.wishes.drop_focus(article, focus)

    def spread_focus(self, article: ArticleId, focus: Focus, *, everywhere: bool) -> None:
        """Let a focus of this article hold for all, or the other way round."""
        old, new = (article, None) if everywhere else (None, article)
        label = "focus in all articles" if everywhere else "focus in this article only"
        with self._library.step(label):
            self._library.wishes.drop_focus(old, focus)
            self._library.wishes.add_focus(new, focus)

    def move(self, article: ArticleId, number: int, to: int) -> None:
        """Let the sentence of that number stand at the place `to` of the summary."""
        summary = self.summary(article)
        if summary is None or number not in summary.numbers:
            return
        places = [one.sentence.span for one in summary.sentences]
        moved = places.pop([one.sentence.number for one in summary.sentences].index(number))
        places.insert(min(max(to, 0), len(places)), moved)
        if places == [one.sentence.span for one in summary.sentences]:
            return
        with self._library.step("move sentence"):
            order = _with_hidden(places, self._library.wishes.order(article))
            self._library.wishes.set_order(article, order)

    def is_rearranged(self, article: ArticleId) -> bool:
        """Whether the user gave sentences another order than the article's."""
        return bool(self._library.wishes.order(article))

    def order_as_article(self, article: ArticleId) -> None:
        """Let the sentences stand as the article has them."""
        if self.is_rearranged(article):
            with self._library.step("order of the article"):
                self._library.wishes.set_order(article, ())

    def reword(self, article: ArticleId, sentence: Sentence, text: str) -> None:
        """Put the user's words for a sentence; its own words, or none, put it back."""
        found = self._library.facts.article(article)
        assert found is not None
        entered = " ".join(text.split())
        own = " ".join(sentence.span.of(found.text).split())
        edited = entered if entered and entered != own else None
        known = any(sentence.span.overlaps(p) for p, _ in self._library.wishes.edits(article))
        if edited is None and not known:
            return
        with self._library.step("edit sentence" if edited else "put sentence back"):
            self._library.wishes.edit(article, sentence.span, edited)


def _shares(reasons: tuple[tuple[str, float], ...]) -> tuple[tuple[str, float], ...]:
    whole = sum(share for _, share in reasons) or 1.0
    return tuple(sorted(((name, share / whole) for name, share in reasons), key=lambda r: -r[1]))


def _named(sentence: Sentence, findings: Findings) -> tuple[tuple[str, float], ...]:
    """The actors a sentence names, with their salience."""
    return tuple(
        (actor.name, actor.salience)
        for actor in findings.actors
        if any(sentence.span.overlaps(mention.span) for mention in actor.mentions)
    )


def _news(number: int, said: dict[int, frozenset[str]]) -> float | None:
    """Which part of a chosen sentence's words no other chosen sentence has."""
    own = said.get(number)
    if not own:
        return None
    others = frozenset[str]().union(*(found for other, found in said.items() if other != number))
    return len(own - others) / len(own)


def _with_hidden(places: Sequence[Span], before: Sequence[Span]) -> list[Span]:
    """The new order, and in it the places that the summary does not show now, each after whichever
    it followed before."""
    order = list(places)
    for at, place in enumerate(before):
        if any(place.overlaps(shown) for shown in order):
            continue
        earlier = before[at - 1] if at else None
        after = next((i for i, p in enumerate(order) if earlier and p.overlaps(earlier)), -1)
        order.insert(after + 1, place)
    return order
