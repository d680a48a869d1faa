"""The menu for what stands under the mouse in an article's text: a selection, a sentence, an actor."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from briefer.ui import mime
from briefer.ui.reader.article_view import ArticleView
from briefer.ui.theme import icon

# What is longer is no name.
_LONGEST_NAME = 100
_KINDS = {
    "person": ("user", "A person"),
    "organisation": ("building", "An organisation"),
    "place": ("map-pin", "A place"),
}


class TextMenu(QObject):
    """Makes the menu; says what was chosen in it."""

    wanted_in_briefing = Signal(list)
    ruling_wanted = Signal(int, str)
    actor_wanted = Signal(str, str)

    def __init__(self, view: ArticleView) -> None:
        super().__init__(view)
        self._view = view

    def menu(self, offset: int, actor_menu: QMenu | None = None) -> QMenu:
        """What can be done at an article offset; `actor_menu` is that of the actor there."""
        menu = QMenu(self._view)
        if self._view.selected_span() is not None:
            self._offer_selection(menu)
        else:
            self._offer_sentence(menu, offset)
        if actor_menu is not None:
            menu.addSeparator()
            actor_menu.setParent(menu, actor_menu.windowFlags())
            menu.addMenu(actor_menu)
        menu.addSeparator()
        menu.addAction("Select all").triggered.connect(lambda _=False: self._view.selectAll())
        return menu

    def _offer_selection(self, menu: QMenu) -> None:
        copy = menu.addAction(icon("copy"), "Copy")
        copy.triggered.connect(lambda _=False: self._view.copy())
        contents = list(mime.unpack(self._view.createMimeDataFromSelection()))
        self._offer_contents(menu, "Add selection to briefing", contents)
        words = " ".join(self._view.selected_words().split())
        if words and len(words) <= _LONGEST_NAME:
            kinds = menu.addMenu(icon("users"), "Make it an actor")
            for kind, (symbol, text) in _KINDS.items():
                action = kinds.addAction(icon(symbol, kind), text)
                action.triggered.connect(lambda _=False, k=kind: self.actor_wanted.emit(words, k))

    def _offer_sentence(self, menu: QMenu, offset: int) -> None:
        sentence = self._view.sentence_at(offset)
        if sentence is None:
            return
        number, text = sentence.number, self._view.text_of(sentence)
        copy = menu.addAction(icon("copy"), "Copy sentence")
        copy.triggered.connect(lambda _=False: QGuiApplication.clipboard().setText(text))
        contents = self._view.contents_of(sentence)
        self._offer_contents(menu, "Add sentence to briefing", contents)
        ruled = self._view.ruling_of(sentence)
        for symbol, name, back, ruling in (
            ("pin", "Pin sentence", "Release sentence", "pin"),
            ("ban", "Exclude sentence", "Take sentence back", "exclude"),
        ):
            is_ruled = ruled == ruling
            action = menu.addAction(icon(symbol), back if is_ruled else name)
            wanted = "" if is_ruled else ruling
            action.triggered.connect(lambda _=False, w=wanted: self.ruling_wanted.emit(number, w))

    def _offer_contents(self, menu: QMenu, name: str, contents: Sequence[object]) -> None:
        add = menu.addAction(icon("bookmark"), name)
        add.triggered.connect(lambda _=False: self.wanted_in_briefing.emit(list(contents)))
        add.setEnabled(bool(contents))
