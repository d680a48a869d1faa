"""What an export holds, before it is kept: a calm list that can be imported unread by one key."""

from collections import Counter
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from briefer.services.reviewing import Cut, Review
from briefer.ui import wording
from briefer.ui.dialogs.cut_text import CutText
from briefer.ui.dialogs.review_list import HEADLINE, ReviewList, ReviewModel
from briefer.ui.theme import LARGE, SMALL, icon

_SIZE = (1120, 660)
_PARTS = [680, 400]


class ImportReview(QDialog):
    """Shows a review; `review` is the answer when the person accepts."""

    def __init__(self, review: Review, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Articles found")
        self.resize(*_SIZE)
        self.review = review
        self.heading = _label("display")
        self.said = _label("muted")
        self.next = QPushButton(icon("alert-triangle", "warning"), "Next to look at")
        self.next.setAutoDefault(False)
        self.next.setToolTip("Go to the next article that has something to look at (F8)")
        self.model = ReviewModel(review)
        self.list = ReviewList(self.model)
        self.text = CutText()
        self.all = QCheckBox("All")
        self.all.setTristate(True)
        self.undo = QPushButton(icon("arrow-back-up"), "Undo")
        self.undo.setAutoDefault(False)
        self.save = QPushButton("Import")
        self._arrange()
        self._connect()
        self._refresh()
        self.list.choose(0)
        self.list.setFocus()

    def _arrange(self) -> None:
        buttons = QDialogButtonBox()
        buttons.addButton(self.save, QDialogButtonBox.ButtonRole.AcceptRole)
        self.save.setObjectName("primary")
        self.save.setDefault(True)
        cancel = buttons.addButton("Cancel", QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setAutoDefault(False)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        top = QHBoxLayout()
        top.addWidget(self.said, 1)
        top.addWidget(self.next)
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.addWidget(self.list)
        parts.addWidget(self.text)
        parts.setSizes(_PARTS)
        parts.setChildrenCollapsible(False)
        foot = QHBoxLayout()
        foot.setSpacing(LARGE)
        foot.addWidget(self.all)
        foot.addWidget(self.undo)
        foot.addStretch(1)
        foot.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(SMALL)
        column.addWidget(self.heading)
        column.addLayout(top)
        column.addWidget(parts, 1)
        column.addSpacing(SMALL)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.model.ruled.connect(self._refresh)
        self.model.refused.connect(self.said.setText)
        self.list.selectionModel().currentRowChanged.connect(lambda *_: self._show_text())
        self.text.asked.connect(self._rule)
        self.next.clicked.connect(self._go_on)
        self.undo.clicked.connect(self._undo)
        self.all.clicked.connect(self._tick_all)
        QShortcut(QKeySequence("F8"), self).activated.connect(self._go_on)
        QShortcut(QKeySequence("Ctrl+Z"), self).activated.connect(self._undo)

    def _refresh(self) -> None:
        """Say how many there are and what there is to look at."""
        review = self.review
        found, wanted = len(review.cuts), len(review.wanted)
        files = [Path(name).name for name in review.files]
        where = files[0] if len(files) == 1 else wording.count(len(files), "file")
        self.heading.setText(f"{wording.count(found, 'article')} found in {where}")
        self.said.setText(_to_look_at(review))
        self.next.setVisible(bool(review.doubtful))
        states = Qt.CheckState
        some = states.PartiallyChecked if wanted else states.Unchecked
        self.all.setCheckState(states.Checked if wanted == found else some)
        self.undo.setEnabled(review.can_undo)
        self.save.setEnabled(wanted > 0)
        self.save.setText(f"Import {wording.count(wanted, 'article')}")

    def _show_text(self) -> None:
        self.text.show_row(self.review, self.list.row)

    def _rule(self, name: str, paragraph: int) -> None:
        """Move a cut; the cursor goes where the text went."""
        row, before = self.list.row, len(self.review.rows)
        if name == "join":
            self.review.join(row)
        else:
            getattr(self.review, name)(row, paragraph)
        self._show_again(row + len(self.review.rows) - before)

    def _undo(self) -> None:
        row = self.list.row
        self.review.undo()
        self._show_again(row)

    def _show_again(self, row: int) -> None:
        self.model.refresh()
        self.list.choose(min(max(row, 0), len(self.review.rows) - 1))
        self._show_text()
        self._refresh()

    def _go_on(self) -> None:
        doubtful, row = self.review.doubtful, self.list.row
        if doubtful:
            self.list.choose(next((at for at in doubtful if at > row), doubtful[0]), HEADLINE)
            self.list.setFocus()

    def _tick_all(self) -> None:
        """From some or none to all, from all to none."""
        is_wanted = len(self.review.wanted) < len(self.review.cuts)
        rows = [at for at, row in enumerate(self.review.rows) if isinstance(row, Cut)]
        self.model.want(rows, is_wanted=is_wanted)


def _to_look_at(review: Review) -> str:
    missed, cuts = len(review.missed), review.cuts
    said = []
    if missed:
        said.append(f"{missed} could not be read")
    doubts = Counter(doubt for cut in cuts for doubt in cut.doubts)
    for doubt in ("no headline", "no date", "no outlet", "very short", "very long"):
        count = doubts[doubt]
        if count:
            said.append(f"{count} {doubt}" if doubt.startswith("very") else f"{count} with {doubt}")
    if not said:
        return "Nothing stands out. Press Enter to import them."
    return f"To look at: {', '.join(said)}. Press Enter to import as it is."


def _label(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
