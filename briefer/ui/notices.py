"""Every message to the user, every question, every file dialog: the only door to them."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefer.model.errors import BrieferError
from briefer.ui import theme
from briefer.ui.theme import LARGE, MEDIUM, SMALL, icon

# How long good news stays on screen (milliseconds); bad news stays until it is closed.
_GOOD_NEWS_MS = 6000
# What the button is called that takes back the last step.
UNDO = "Undo"
# A notice is no wider than a line that is read at a glance (pixels).
_WIDEST = 640
# What file dialogs offer first; what a file is, its content decides.
_ARTICLES = (
    "*.txt *.md *.html *.htm *.mht *.mhtml *.pdf *.docx *.odt *.rtf *.eml *.epub *.zip *.xml *.rss "
    "*.atom *.url *.webloc *.briefer"
)


class NoticeBar(QFrame):
    """A line over the foot of the panes: what happened, what to do, and how far long work is.

    It lies over them, so that nothing moves under the mouse when it comes or goes.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notice")
        self._icon = QLabel()
        self._text = QLabel()
        self._text.setWordWrap(True)
        # File names and messages are not markup, whatever stands in them.
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(160)
        self._button = QPushButton()
        self._close = QToolButton()
        self._close.setIcon(icon("x"))
        self._close.setToolTip("Close this message")
        self._close.setAccessibleName("Close this message")
        self._close.clicked.connect(self._put_away)
        self._action: Callable[[], None] | None = None
        # The work whose progress the person has closed: what cancels it tells it from other work.
        self._unwanted: Callable[[], None] | None = None
        self._button.clicked.connect(self._act)
        row = QHBoxLayout(self)
        row.setContentsMargins(MEDIUM, SMALL, SMALL, SMALL)
        row.setSpacing(SMALL)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        for part in (self._bar, self._button, self._close):
            row.addWidget(part)
        self._timer = QTimer(self, singleShot=True, interval=_GOOD_NEWS_MS)
        self._timer.timeout.connect(self.hide)
        self.hide()

    @property
    def text(self) -> str:
        """What is being said."""
        return self._text.text()

    def float_over(self, parent: QWidget) -> None:
        """Lie over this widget's foot from now on, whatever its size."""
        self.setParent(parent)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(LARGE)
        shadow.setOffset(0, 2)
        shadow.setColor(QColor(0, 0, 0, 60))
        self.setGraphicsEffect(shadow)
        parent.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        width = min(_WIDEST, parent.width() - 2 * LARGE)
        layout = self.layout()
        height = layout.totalHeightForWidth(width) if layout is not None else -1
        height = height if height > 0 else self.sizeHint().height()
        left = (parent.width() - width) // 2
        self.setGeometry(left, parent.height() - height - LARGE, width, height)
        self.raise_()

    def say(self, text: str, button: str = "", action: Callable[[], None] | None = None) -> None:
        """Good news; goes by itself."""
        self._show(text, "check", bad=False, button=button, action=action)
        self._timer.start()

    def withdraw_undo(self) -> None:
        """What was said last is the last step no longer: its button would take back another."""
        if self._button.text() == UNDO:
            self.hide()

    def warn(self, text: str, button: str = "", action: Callable[[], None] | None = None) -> None:
        """Bad news; stays."""
        self._show(text, "alert-triangle", bad=True, button=button, action=action)

    def error(self, error: BrieferError) -> None:
        """What went wrong, to what, and what to do."""
        name = Path(error.name).name if error.name else ""
        self.warn(f"{name}: {error}" if name else str(error))

    def progress(
        self, done: int, total: int, label: str, cancel: Callable[[], None], left: str = ""
    ) -> None:
        """How far long work is, with a way to stop it; without `total` that it has begun.

        `left` is the time it will still take, in words, where that is known.
        Work whose progress was closed is heard of again only when something is to be said.
        """
        is_bad = self.isVisible() and bool(self.property("bad"))
        # Bad news of another import stays until it is closed, unless new work is begun.
        if cancel == self._unwanted or (is_bad and total):
            return
        so_far = f"{done + 1:,} of {total:,}{f', {left}' if left else ''}"
        text = f"Reading {so_far}: {label}" if total else "Reading the articles…"
        if self._bar.isVisible() and self._action == cancel:
            # It looks as it did: dressing it anew would paint all of it anew.
            self._text.setText(text)
            self._place()
        else:
            self._show(text, "file-import", bad=False, button="Stop", action=cancel)
        # A bar that runs to and fro paints all that lies under the notice thirty times a second.
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)
        self._bar.show()

    def _show(
        self, text: str, symbol: str, *, bad: bool, button: str, action: Callable[[], None] | None
    ) -> None:
        self._timer.stop()
        self._bar.hide()
        self.setProperty("bad", bad)
        self.style().unpolish(self)
        self.style().polish(self)
        self._icon.setPixmap(icon(symbol, "warning" if bad else "accent").pixmap(20, 20))
        self._text.setText(text)
        self._button.setText(button)
        self._button.setVisible(bool(button))
        self._action = action
        self.show()
        self._place()

    def _put_away(self) -> None:
        if self._bar.isVisible():
            self._unwanted = self._action
        self.hide()

    def _act(self) -> None:
        if self._action is not None:
            self._action()


class Asking:
    """Questions that need an answer before anything goes on."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent

    def files(self, folder: str) -> list[Path]:
        """The files to import."""
        names, _ = QFileDialog.getOpenFileNames(
            self._parent,
            "Import articles",
            folder,
            f"Articles ({_ARTICLES});;All files (*)",
        )
        return [Path(name) for name in names]

    def folder(self, folder: str) -> Path | None:
        """The folder to import."""
        name = QFileDialog.getExistingDirectory(self._parent, "Import a folder", folder)
        return Path(name) if name else None

    def file(self, title: str, kinds: str) -> Path | None:
        """One file to read."""
        name, _ = QFileDialog.getOpenFileName(self._parent, title, "", kinds)
        return Path(name) if name else None

    def save_as(self, title: str, path: str, kinds: str) -> Path | None:
        """Where to write a file."""
        name, _ = QFileDialog.getSaveFileName(self._parent, title, path, kinds)
        return Path(name) if name else None

    def line(
        self, title: str, label: str, text: str = "", *, verb: str = "OK", note: str = ""
    ) -> str | None:
        """One line of text, or None when the person thought better of it."""
        from briefer.ui.dialogs.short_question import LineQuestion

        form = LineQuestion(title, label, text, verb, note, self._parent)
        return form.answer if form.exec() else None

    def number(
        self, title: str, label: str, value: int, within: tuple[int, int], *, verb: str, note: str
    ) -> int | None:
        """A number, or None when the person thought better of it."""
        from briefer.ui.dialogs.short_question import NumberQuestion

        form = NumberQuestion(title, label, value, within, verb, note, self._parent)
        return form.answer if form.exec() else None

    def one_of(self, title: str, label: str, choices: list[str], *, verb: str) -> int | None:
        """The index of the chosen line."""
        from briefer.ui.dialogs.short_question import ChoiceQuestion

        form = ChoiceQuestion(title, label, choices, verb, self._parent)
        return form.answer if form.exec() and form.answer >= 0 else None

    def show_lines(self, title: str, sentence: str, lines: Sequence[tuple[str, str]]) -> None:
        """A sentence, and lines of a name and what is to be said about it."""
        from briefer.ui.dialogs.to_read import ToRead

        ToRead(title, sentence, lines, self._parent).exec()

    def tell(self, title: str, text: str, details: str = "") -> None:
        """Something to read in peace."""
        box = QMessageBox(QMessageBox.Icon.NoIcon, title, text, parent=self._parent)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setDetailedText(details)
        box.exec()


class EmptyState(QWidget):
    """The friendly sentence in an empty pane, with what can be done."""

    def __init__(self, symbol: str, heading: str, text: str) -> None:
        super().__init__()
        picture = QLabel()
        picture.setPixmap(icon(symbol, "faint").pixmap(40, 40))
        title = QLabel(heading)
        title.setObjectName("heading")
        explained = QLabel(text)
        explained.setObjectName("muted")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.LARGE, theme.HUGE, theme.LARGE, theme.HUGE)
        self._column.setSpacing(SMALL)
        self._column.addStretch(2)
        for part in (picture, title, explained):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            part.setWordWrap(True)
            self._column.addWidget(part)
        self._column.addStretch(3)

    def offer(
        self, text: str, symbol: str, action: Callable[[], None], *, primary: bool = False
    ) -> QPushButton:
        """Add a button under the sentence."""
        button = QPushButton(icon(symbol, "accent_text" if primary else "muted"), text)
        if primary:
            button.setObjectName("primary")
        button.clicked.connect(lambda: action())
        self._column.insertWidget(
            self._column.count() - 1, button, 0, Qt.AlignmentFlag.AlignHCenter
        )
        return button
