"""The line under a source: in which other outlets the same text stands."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel

from briefer.model.article import ArticleId
from briefer.services.library import Card
from briefer.ui import wording
from briefer.ui.theme import Look

# More outlets than that are a number; the comparison names them all.
_MOST = 6
_COMPARE = "compare"
# No outlet's name is longer (characters).
_LONGEST = 60


class CopiesLine(QLabel):
    """Names the copies, each to be opened, and offers to compare them; gone where there are none."""

    copy_chosen = Signal(str)
    comparison_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("meta")
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.linkActivated.connect(self._follow)
        self._shown: tuple[ArticleId | None, Sequence[Card]] = (None, ())
        self.hide()

    def show_copies(self, article: ArticleId, group: Sequence[Card]) -> None:
        """Show the group of the open article, the lead first; an empty one hides the line."""
        self._shown = (article, group)
        self.setVisible(bool(group))
        others = [card for card in group if card.id != article]
        if not others:
            return
        own = next(card for card in group if card.id == article)
        named = [self._link(card.id, self._name(card, own)) for card in others[:_MOST]]
        if len(others) > _MOST:
            named.append(f"{len(others) - _MOST} more")
        compare = self._link(_COMPARE, "See what each cut or added")
        self.setText(f"Also in: {', '.join(named)}  ·  {compare}")

    def dress(self) -> None:
        """Take the colours of the theme now in force."""
        article, group = self._shown
        if article is not None:
            self.show_copies(article, group)

    def _link(self, target: str, text: str) -> str:
        colour = Look.now().accent
        style = f"color:{colour};text-decoration:none"
        # Each name keeps its own direction of writing (first strong isolate).
        return f'<a href="{escape(target)}" style="{style}">\u2068{escape(text)}\u2069</a>'

    def _name(self, card: Card, own: Card) -> str:
        name = card.outlet[:_LONGEST] or "an unnamed outlet"
        # Another version in the same paper is told by when it came out.
        is_same = card.outlet == own.outlet and card.published
        return f"{name} ({wording.moment(card.published)})" if is_same else name

    def _follow(self, target: str) -> None:
        if target == _COMPARE:
            self.comparison_wanted.emit()
        else:
            self.copy_chosen.emit(target)
