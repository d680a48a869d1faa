"""The cuts of an export as a Qt table: ticked to be kept, headline, outlet and date edited in place."""

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView

from briefer.model.article import heading
from briefer.services.reviewing import Cut, Missed, Review
from briefer.services.source_fixing import kept, why_unfit
from briefer.ui import wording
from briefer.ui.theme import Look

Index = QModelIndex | QPersistentModelIndex
HEADLINE, OUTLET, DATE, WORDS, LOOK = range(5)
_TITLES = ("Headline", "Outlet", "Date", "Words", "To look at")
_EDITED = {HEADLINE: "title", OUTLET: "outlet", DATE: "published"}
# First widths of all columns but the headline's, which takes the rest (pixels).
_WIDTHS = {OUTLET: 120, DATE: 92, WORDS: 52, LOOK: 128}


class ReviewModel(QAbstractTableModel):
    """The rows of a review. Says when something was ruled, and why an entry was refused."""

    ruled = Signal()
    refused = Signal(str)

    def __init__(self, review: Review) -> None:
        super().__init__()
        self.review = review

    def refresh(self) -> None:
        """Show the review as it now stands."""
        self.beginResetModel()
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.review.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(_TITLES)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _TITLES[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if isinstance(self.review.rows[index.row()], Cut):
            if index.column() == HEADLINE:
                flags |= Qt.ItemFlag.ItemIsUserCheckable
            if index.column() in _EDITED:
                flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self.review.rows[index.row()], index.column()
        if isinstance(row, Missed):
            return _missed(row, column, role)
        if role == Qt.ItemDataRole.DisplayRole:
            return _shown(row, column)
        if role == Qt.ItemDataRole.EditRole and column in _EDITED:
            return getattr(row.source, _EDITED[column]) or ""
        if role == Qt.ItemDataRole.CheckStateRole and column == HEADLINE:
            return Qt.CheckState.Checked if row.is_wanted else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ForegroundRole:
            return _ink(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column == WORDS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole:
            return wording.tip(_shown(row, column))
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role == Qt.ItemDataRole.CheckStateRole:
            is_wanted = Qt.CheckState(value) == Qt.CheckState.Checked
            self.want([index.row()], is_wanted=is_wanted)
            return True
        name = _EDITED[index.column()]
        problem = why_unfit(name, str(value))
        if problem:
            self.refused.emit(problem)
            return False
        row = self.review.rows[index.row()]
        if isinstance(row, Cut) and kept(name, str(value)) != getattr(row.source, name):
            self.review.correct(index.row(), name, kept(name, str(value)))
            self._tell()
        return True

    def want(self, rows: list[int], *, is_wanted: bool) -> None:
        """Tick articles, or untick them."""
        self.review.want(rows, is_wanted=is_wanted)
        self._tell()

    def _tell(self) -> None:
        last = self.index(self.rowCount() - 1, len(_TITLES) - 1)
        self.dataChanged.emit(self.index(0, 0), last)
        self.ruled.emit()


class ReviewList(QTreeView):
    """The table. Space ticks and unticks all selected rows."""

    def __init__(self, model: ReviewModel) -> None:
        super().__init__()
        self.setObjectName("table")
        self._rows = model
        self.setModel(model)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.DoubleClicked | triggers.SelectedClicked | triggers.EditKeyPressed
        )
        self.setAccessibleName("Articles found")
        # Rows are measured once; the style sheet's room belongs to them.
        self.ensurePolished()
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(HEADLINE, QHeaderView.ResizeMode.Stretch)
        header.setSectionsMovable(False)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)

    @property
    def row(self) -> int:
        """The row under the cursor, or -1."""
        return self.currentIndex().row()

    def choose(self, row: int, column: int = HEADLINE) -> None:
        """Put the cursor on a row."""
        index = self._rows.index(row, column)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            rows = sorted({index.row() for index in self.selectedIndexes()})
            cuts = [row for row in rows if isinstance(self._rows.review.rows[row], Cut)]
            states = [self._rows.index(row, HEADLINE) for row in cuts]
            is_ticked = Qt.ItemDataRole.CheckStateRole
            all_on = all(i.data(is_ticked) == Qt.CheckState.Checked for i in states)
            self._rows.want(cuts, is_wanted=not all_on)
            return
        super().keyPressEvent(event)


def _shown(cut: Cut, column: int) -> str:
    source = cut.source
    if column == HEADLINE:
        return heading(source.title, "\n\n".join(line.text for line in cut.lines[:3]))
    if column == OUTLET:
        return source.outlet or "add outlet"
    if column == DATE:
        return wording.day(source.published) if source.published else "add date"
    return f"{cut.words:,}" if column == WORDS else _doubts(cut)


def _doubts(cut: Cut) -> str:
    unknown = [doubt.removeprefix("no ") for doubt in cut.doubts if doubt.startswith("no ")]
    others = [doubt for doubt in cut.doubts if not doubt.startswith("no ")]
    return "; ".join([*([f"no {', '.join(unknown)}"] if unknown else []), *others])


def _ink(cut: Cut, column: int) -> QColor:
    """Doubts stand out, what is unknown or left out steps back."""
    theme, source = Look.now(), cut.source
    if not cut.is_wanted:
        return QColor(theme.faint)
    if column == LOOK:
        return QColor(theme.warning)
    known = {HEADLINE: source.title, OUTLET: source.outlet, DATE: source.published}
    return QColor(theme.text if known.get(column, column == WORDS) else theme.faint)


def _missed(row: Missed, column: int, role: int) -> Any:
    if role == Qt.ItemDataRole.DisplayRole and column in (HEADLINE, LOOK):
        return row.place if column == HEADLINE else "could not be read"
    if role == Qt.ItemDataRole.ForegroundRole:
        return QColor(Look.now().warning)
    if role == Qt.ItemDataRole.ToolTipRole:
        return wording.tip(f"{row.place}: {row.problem}")
    return None
