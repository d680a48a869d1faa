"""What is done with copies of one text: compare them, let one lead, mark one as different."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefer.model.article import ArticleId
from briefer.ui import wording

if TYPE_CHECKING:
    from briefer.ui.main_window import MainWindow

_NO_COPIES = "This article has no copies in the library."


class CopyCommands:
    """The handlers of the menus, of the library's list and of the reader's line."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._house = window.house
        self._is_closing = False
        window.closing.connect(self._close)
        library, reader = window.library, window.room.pane
        library.comparison_wanted.connect(lambda key: self._compare(ArticleId(key)))
        library.lead_wanted.connect(lambda key: self._lead(ArticleId(key)))
        library.parting_wanted.connect(self._part)
        reader.copy_chosen.connect(lambda key: library.choose(ArticleId(key)))
        reader.comparison_wanted.connect(self.compare_open)
        self._catch_up()

    def compare_open(self) -> None:
        """Show what the copies of the open article cut and added."""
        article = self._window.room.article
        if article is not None:
            self._compare(article.id)

    def lead_open(self) -> None:
        """Let the open article stand for its copies."""
        article = self._window.room.article
        if article is not None:
            self._lead(article.id)

    def part_open(self) -> None:
        """The open article is no copy."""
        article = self._window.room.article
        if article is not None:
            self._part([article.id])

    def join_open(self) -> None:
        """The open article may be a copy after all."""
        article = self._window.room.article
        if article is None:
            return
        if not self._house.copies.is_parted(article.id):
            self._window.notice.say("This article was not marked as different.")
            return
        self._house.copies.join(article.id)
        self._window.notice.say("Folded again with its copies.", "Undo", self._undo)

    def _compare(self, article: ArticleId) -> None:
        from briefer.ui.dialogs.copy_comparison import CopyComparison

        group = self._house.copies.of(article)
        if not group:
            self._window.notice.say(_NO_COPIES)
            return
        form = CopyComparison(group, article, self._house.copies.differences, self._window)
        if not form.exec():
            return
        if form.wanted == "lead":
            self._lead(form.current)
        else:
            self._part([form.current])

    def _lead(self, article: ArticleId) -> None:
        group = self._house.copies.of(article)
        if not group:
            self._window.notice.say(_NO_COPIES)
        elif group[0].id == article:
            self._window.notice.say("This copy leads already.")
        else:
            self._house.copies.lead(article)
            outlet = next(card.outlet for card in group if card.id == article)
            self._window.notice.say(
                f"{outlet or 'This copy'} now stands for the others.", "Undo", self._undo
            )

    def _part(self, articles: Sequence[ArticleId]) -> None:
        parted = [key for key in articles if self._house.copies.of(key)]
        if not parted:
            self._window.notice.say(_NO_COPIES)
            return
        self._house.copies.part(parted)
        said = f"{wording.count(len(parted), 'article')} marked as different, now and after every import."
        self._window.notice.say(said, "Undo", self._undo)

    def _close(self) -> None:
        self._is_closing = True

    def _undo(self) -> None:
        self._house.library.undo()

    def _catch_up(self) -> None:
        """Compare what an older Briefer brought in; the list folds when that is done."""
        library = self._house.library

        def work(progress: object) -> int:
            from briefer.services.keeping import catch_up

            with library.elsewhere() as view:
                return catch_up(view, progress)  # type: ignore[arg-type]

        self._house.jobs.start(work, self._caught_up, self._window.failed)

    def _caught_up(self, compared: int) -> None:
        if compared and not self._is_closing:
            self._house.copies.look_again()
            self._window.library.refresh()
            self._window.room.show_copies()
