"""Joins the reader, its summary, actors and quotes with the services: the middle of the window."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu

from briefer.model.article import Article, ArticleId
from briefer.model.summary import Ruling
from briefer.model.text import Sentence, Span
from briefer.services.duplicates import Copies
from briefer.services.ledger import Ledger
from briefer.services.library import Changes, Library
from briefer.services.summarizing import Summarizing
from briefer.ui import wording
from briefer.ui.actors.actor_pane import ActorPane
from briefer.ui.actors.quote_pane import QuotePane
from briefer.ui.jobs import Jobs
from briefer.ui.reader.reader_pane import ReaderPane
from briefer.ui.reader.text_menu import TextMenu
from briefer.ui.summary_room import SummaryRoom


class ReadingRoom:
    """Shows one article and carries out what the user rules on it."""

    def __init__(
        self, library: Library, summarizing: Summarizing, ledger: Ledger, jobs: Jobs,
        failed: Callable[[Exception], None], copies: Copies,
    ) -> None:  # fmt: skip
        self._library, self._summarizing, self._ledger = library, summarizing, ledger
        self._jobs, self._failed = jobs, failed
        self._copies = copies
        self.article: Article | None = None
        self.pane = ReaderPane()
        self.actors = ActorPane()
        self.quotes = QuotePane()
        self.text_menu = TextMenu(self.pane.view)
        self.summaries = SummaryRoom(
            library, summarizing, ledger, jobs, failed, self.pane.summary, self.pane.view
        )
        self.pane.add_tab(self.actors, "Actors")
        self.pane.add_tab(self.quotes, "Quotes")
        self._connect()
        self.clear()

    def show(self, article: ArticleId) -> None:
        """Open an article."""
        self.summaries.leave()
        found = self._library.article(article)
        if found is None:
            self.clear()
            return
        self.article = found
        self.pane.show_article(found)
        self.show_copies()
        self.pane.view.show_article(found, self._sentences())
        self._show_actors()
        self.summaries.show(found, list(self.actors.model.actors))
        self._library.mark_opened(article)

    def show_again(self) -> None:
        """Show the open article's summary and copies as the preferences now have it."""
        self.summaries.show_again()
        self.show_copies()

    def before_renewal(self, article: ArticleId) -> None:
        """The sentences of an article are about to be cut anew: keep what is being written on one."""
        if self.article is not None and self.article.id == article:
            self.pane.summary.commit()

    def renewed(self, article: ArticleId) -> None:
        """Show what was found anew in the open article; its text stays where it is."""
        if self.article is not None and self.article.id == article:
            self.pane.view.show_sentences(self._sentences())
            self.pane.summary.forget_unfolded()
            self._show_actors()
            self.summaries.show_again()

    def show_copies(self) -> None:
        """Name the outlets that ran the open article's text, as it now stands in the library."""
        if self.article is not None:
            self.pane.copies.show_copies(self.article.id, self._copies.of(self.article.id))

    def clear(self) -> None:
        """No article is open."""
        self.summaries.leave()
        self.article = None
        self.pane.clear(has_articles=not self._library.is_empty)
        self.pane.summary.clear()
        self.actors.clear()
        self.quotes.clear()

    def refresh(self, changes: Changes) -> None:
        """Show again what changed of the open article."""
        if self.article is None:
            if changes.of("shelf"):
                self.pane.clear(has_articles=not self._library.is_empty)
            return
        if self.article.id in changes.of("source_fixes"):
            found = self._library.article(self.article.id)
            if found is not None:
                self.article = found
                self.pane.show_article(found)
        if changes.of("shelf", "source_fixes", "copy_rulings"):
            self.show_copies()
        self.summaries.refresh(changes)
        if changes.of("actor_rules"):
            self._show_actors()

    def rule_at_cursor(self, ruling: Ruling) -> None:
        """Pin or exclude the sentence at the text cursor."""
        view = self.pane.view
        span = view.selected_span()
        offset = span.start if span else view.cursor_offset()
        sentence = view.sentence_at(offset)
        if self.article is not None and sentence is not None:
            self._summarizing.rule(self.article.id, sentence, ruling)

    def menu_at(self, offset: int) -> QMenu:
        """What can be done with what stands at an offset of the article."""
        actor = self.pane.view.actor_at(offset)
        if actor is None:
            return self.text_menu.menu(offset)
        here = next((m for m in actor.mentions if m.span.start <= offset < m.span.end), None)
        return self.text_menu.menu(offset, self.actors.menu(actor, here))

    def _connect(self) -> None:
        pane, summary, actors = self.pane, self.pane.summary, self.actors
        summary.place_clicked.connect(pane.view.jump)
        actors.place_clicked.connect(pane.view.jump)
        self.quotes.place_clicked.connect(pane.view.jump)
        actors.actor_chosen.connect(pane.view.focus_actor)
        self.text_menu.ruling_wanted.connect(self.summaries.rule)
        pane.view.menu_wanted.connect(lambda at, where: self.menu_at(at).exec(where))
        pane.view.actor_clicked.connect(self._actor_clicked)
        pane.view.sentence_clicked.connect(self._sentence_clicked)

    def _sentences(self) -> tuple[Sentence, ...]:
        analysis = self._library.facts.analysis(self.article.id) if self.article else None
        return analysis.sentences if analysis else ()

    def _show_actors(self) -> None:
        if self.article is None:
            return
        findings = self._ledger.findings(self.article.id)
        self.pane.view.mark_actors(findings.actors)
        lacking = self._ledger.language_without_model(self.article.id)
        how = "" if lacking is None else wording.read_by_rules(lacking)
        self.actors.show_findings(self.article, findings, how=how)
        self.quotes.show_findings(self.article, findings)

    def _sentence_clicked(self, number: int) -> None:
        summary = self.pane.summary
        if summary.has(number):
            # What is not seen cannot be scrolled to.
            self.pane.tabs.setCurrentWidget(summary)
            summary.point_out(number)

    def _actor_clicked(self, key: str) -> None:
        self.pane.tabs.setCurrentWidget(self.actors)
        self.actors.choose(key)

    def jump(self, span: Span) -> None:
        """Show a place of the open article."""
        self.pane.view.jump(span)
