"""Joins the summary panel with its services: scores, rulings, focus, order, wording, comparison."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from briefer.model.actors import Actor
from briefer.model.article import Article, ArticleId
from briefer.model.summary import Focus, Ruling, SummaryLength
from briefer.model.text import Sentence
from briefer.services.ledger import Ledger
from briefer.services.library import Changes, Library
from briefer.services.story_telling import Grouping
from briefer.services.summarizing import Summarizing
from briefer.services.summary_making import DEFAULT_METHOD, SUMMARY_TABLES
from briefer.ui import wording
from briefer.ui.jobs import Jobs
from briefer.ui.reader.article_view import ArticleView
from briefer.ui.reader.summary_panel import SummaryPanel

if TYPE_CHECKING:
    from briefer.ui.dialogs.method_comparison import MethodComparison

_CONSENSUS = "consensus"


class SummaryRoom:
    """Shows one article's summary and carries out what the user wants of it."""

    def __init__(
        self, library: Library, summarizing: Summarizing, ledger: Ledger, jobs: Jobs,
        failed: Callable[[Exception], None], panel: SummaryPanel, view: ArticleView,
    ) -> None:  # fmt: skip
        self._library, self._summarizing, self._ledger = library, summarizing, ledger
        self._jobs, self._failed = jobs, failed
        self._panel, self._view = panel, view
        self.article: Article | None = None
        self.comparison: MethodComparison | None = None
        # Scores that are being made: (article, method).
        self._asked: set[tuple[ArticleId, str]] = set()
        self._grouping: Grouping | None = None
        self._connect()

    def _connect(self) -> None:
        panel = self._panel
        panel.length_wanted.connect(self._choose_length)
        panel.ruling_wanted.connect(self.rule)
        panel.voices_wanted.connect(self._show_voices)
        panel.reworded.connect(self._reword)
        panel.moved.connect(self._move)
        panel.comparison_wanted.connect(self.compare)
        panel.for_all_wanted.connect(lambda: self._of_article(self._summarizing.use_for_all))
        panel.own_order_wanted.connect(lambda: self._of_article(self._summarizing.order_as_article))
        panel.focus.added.connect(self._focus)
        panel.focus.dropped.connect(self._drop_focus)
        panel.focus.spread.connect(self._spread_focus)

    def show(self, article: Article, actors: list[Actor]) -> None:
        """Show the summary of another article."""
        self.leave()
        self.article = article
        self._panel.focus.offer(actors)
        code = article.language
        self._panel.remark_on(
            f"Briefer has no word list for {wording.language(code)}: sentences are weighed by"
            " place and plain words."
            if self._summarizing.weighed_plainly(article.id)
            else ""
        )
        self.show_again()

    def leave(self) -> None:
        """Keep what is being written, and show no article any more."""
        self._panel.commit()
        if self.comparison is not None:
            self.comparison.close()
        self.article = None

    def refresh(self, changes: Changes) -> None:
        """Show the summary again if what it follows from was changed."""
        if self.article is None:
            return
        touched = changes.of(*SUMMARY_TABLES)
        follows = self.article.id in touched or "" in changes.of("focus")
        # An actor in focus is looked for by all names that it has been given.
        has_actor = any(
            one.actor for part in self._summarizing.focus(self.article.id) for one in part
        )
        names = has_actor or self._summarizing.names_meant
        if follows or changes.of("summary_for_all") or (names and changes.of("actor_rules")):
            self.show_again()

    def show_again(self) -> None:
        """Show the summary as everything now stands."""
        if self.article is None:
            return
        key, summarizing = self.article.id, self._summarizing
        method, length = summarizing.choice(key)
        self._panel.show_choice(method, length)
        self._panel.focus.show_focus(*summarizing.focus(key))
        summary = summarizing.summary(key)
        if summary is None:
            self._panel.show_waiting()
            self._ask(method, self.show_again, self._score_failed)
            return
        excluded = summarizing.excluded(key)
        pinned = frozenset(c.sentence.number for c in summary.sentences if c.pinned)
        numbers = frozenset(sentence.number for sentence in excluded)
        self._view.mark_summary(summary.numbers, pinned, numbers)
        self._panel.show_summary(
            self.article, summary, excluded, summarizing.why(key, summary),
            rearranged=summarizing.is_rearranged(key),
        )  # fmt: skip
        self._mark_novelty()
        if self.comparison is not None:
            self.comparison.follow(method)

    def judge(self, grouping: Grouping) -> None:
        """Mark what earlier briefings told, as the stories now stand."""
        self._grouping = grouping
        self._mark_novelty()

    def rule(self, number: int, ruling: str) -> None:
        """Pin or exclude a sentence, or take either back."""
        sentence = self._sentence(number)
        if self.article is not None and sentence is not None:
            chosen: Ruling | None = "pin" if ruling == "pin" else "exclude" if ruling else None
            self._summarizing.rule(self.article.id, sentence, chosen)

    def focus_on(self, actor: str, name: str) -> None:
        """Let the summary be about an actor."""
        self._focus(Focus(name, actor))

    def compare(self) -> None:
        """Two methods side by side, in a window that stays beside the text."""
        from briefer.ui.dialogs.method_comparison import MethodComparison

        if self.article is None:
            return
        if self.comparison is None:
            dialog = MethodComparison(self._compared, self._panel.window())
            dialog.place_clicked.connect(self._view.jump)
            dialog.chosen.connect(self._use)
            dialog.finished.connect(lambda _: self._forget_comparison())
            self.comparison = dialog
            dialog.begin(self._summarizing.choice(self.article.id)[0])
        if self.comparison.isVisible():
            self.comparison.raise_()
        self.comparison.show()

    def _forget_comparison(self) -> None:
        if self.comparison is not None:
            self.comparison.deleteLater()
            self.comparison = None

    def _compared(self, method: str) -> object:
        """The article and its summary by a method, or None while that is being made."""
        if self.article is None:
            return None
        summary = self._summarizing.summary(self.article.id, by=method)
        if summary is None:
            self._ask(method, self._show_comparison, self._failed)
            return None
        return summary

    def _show_comparison(self) -> None:
        if self.comparison is not None:
            self.comparison.show_again()

    def _use(self, method: str) -> None:
        if self.article is not None:
            _, length = self._summarizing.choice(self.article.id)
            self._summarizing.choose_length(self.article.id, method, length)

    def _ask(
        self, method: str, then: Callable[[], None], failed: Callable[[Exception], None]
    ) -> None:
        """Have the open article scored; `then` is called if it is still open."""
        if self.article is None or (self.article.id, method) in self._asked:
            return
        key = self.article.id
        self._asked.add((key, method))

        def end(call: Callable[[], None]) -> None:
            self._asked.discard((key, method))
            if self.article is not None and self.article.id == key:
                call()

        self._jobs.start(
            lambda _: self._summarizing.make_scores(key, method),
            lambda _: end(then),
            lambda error: end(lambda: failed(error)),
        )

    def _score_failed(self, error: Exception) -> None:
        self._failed(error)
        if self.article is None:
            return
        method, length = self._summarizing.choice(self.article.id)
        # The default method's plain scores are always there; asked again it would fail again.
        if method != DEFAULT_METHOD:
            self._summarizing.choose_length(self.article.id, DEFAULT_METHOD, length)

    def _mark_novelty(self) -> None:
        article, grouping = self.article, self._grouping
        if article is not None and grouping is not None:
            self._panel.show_novelty(lambda text: grouping.sentence(article, text))

    def _show_voices(self) -> None:
        if self.article is None:
            return
        voices = self._summarizing.chosen_by(self.article.id)
        if voices is not None:
            self._panel.show_voices(voices)
            return
        self._ask(_CONSENSUS, self._show_voices, lambda _: self._panel.show_voices(None))

    def _sentence(self, number: int) -> Sentence | None:
        analysis = self._library.facts.analysis(self.article.id) if self.article else None
        known = analysis is not None and 0 <= number < len(analysis.sentences)
        return analysis.sentences[number] if analysis is not None and known else None

    def _choose_length(self, method: str, length: SummaryLength) -> None:
        if self.article is not None:
            self._summarizing.choose_length(self.article.id, method, length)

    def _reword(self, number: int, text: str) -> None:
        sentence = self._sentence(number)
        if self.article is not None and sentence is not None:
            self._summarizing.reword(self.article.id, sentence, text)

    def _move(self, number: int, to: int) -> None:
        if self.article is not None:
            self._summarizing.move(self.article.id, number, to)

    def _focus(self, focus: Focus) -> None:
        if self.article is not None:
            self._summarizing.set_focus(self.article.id, focus)

    def _drop_focus(self, focus: Focus, is_everywhere: bool) -> None:  # noqa: FBT001 - a signal
        if self.article is not None:
            self._summarizing.drop_focus(None if is_everywhere else self.article.id, focus)

    def _spread_focus(self, focus: Focus, everywhere: bool) -> None:  # noqa: FBT001 - a signal
        if self.article is not None:
            self._summarizing.spread_focus(self.article.id, focus, everywhere=everywhere)

    def _of_article(self, call: Callable[[ArticleId], None]) -> None:
        if self.article is not None:
            call(self.article.id)
