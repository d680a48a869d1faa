"""One field of many articles: set it for all, or find and replace in it; before and after beside it."""

from itertools import takewhile

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from briefer.services.source_fixing import (
    Change,
    ReplaceText,
    SetField,
    SourceFix,
    SourceFixing,
    why_unfit,
)
from briefer.ui import wording
from briefer.ui.theme import LARGE, SMALL, Look
from briefer.ui.widgets.answer_row import AnswerRow

_SET = {
    "outlet": "Outlet",
    "published": "Date",
    "authors": "Authors",
    "section": "Section",
    "page": "Page",
    "language": "Language",
    "url": "Address",
}
_REPLACE = {
    "title": "Headline",
    "outlet": "Outlet",
    "authors": "Authors",
    "section": "Section",
    "page": "Page",
    "url": "Address",
}
_HINTS = {
    "outlet": "The Daily Courier",
    "published": "2026-03-12",
    "authors": "Names parted by semicolons",
    "url": "https://",
}
_SIZE = (720, 480)
# From so many equal characters on a start is cut short, and so many of them are left.
_LONG_START, _KEPT_START = 30, 12


class FixDetails(QDialog):
    """Asks for one change; `planned` is what it does, article by article."""

    def __init__(self, fixing: SourceFixing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"Fix details of {wording.count(len(fixing.articles), 'article')}")
        self.resize(*_SIZE)
        self._fixing = fixing
        self.planned: list[SourceFix] = []
        self.way = QComboBox()
        self.way.addItems(["Set for all", "Find and replace"])
        self.way.setAccessibleName("What to do")
        self.field = QComboBox()
        self.field.setAccessibleName("Field")
        self.ways = QStackedWidget()
        self.ways.addWidget(self._setting())
        self.ways.addWidget(self._replacing())
        self.note = QLabel()
        self.note.setObjectName("small")
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.list = self._make_list()
        buttons = AnswerRow(self, "Fix")
        self.save = buttons.go
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self.way)
        row.addWidget(self.field)
        row.addWidget(self.ways, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(SMALL)
        column.addLayout(row)
        column.addWidget(self.note)
        column.addWidget(self.list, 1)
        column.addSpacing(SMALL)
        column.addWidget(buttons)
        self.way.currentIndexChanged.connect(self._fill_fields)
        self.field.currentIndexChanged.connect(self._show_value)
        self._fill_fields()

    @property
    def change(self) -> Change | None:
        """What is asked for; None while nothing is."""
        field = str(self.field.currentData())
        if self.way.currentIndex() == 1:
            find = self.sought.text()
            return (
                ReplaceText(field, find, self.put.text(), self.case.isChecked()) if find else None
            )
        if self.clear.isChecked():
            return SetField(field, "")
        text = self.language.currentData() if field == "language" else self.value.text().strip()
        return SetField(field, text) if text else None

    def _setting(self) -> QWidget:
        self.value = QLineEdit()
        self.value.setAccessibleName("New value")
        self.language = QComboBox()
        self.language.setAccessibleName("New language")
        self.language.addItem("Choose…", "")
        for code, name in wording.LANGUAGES.items():
            self.language.addItem(name, code)
        self.clear = QCheckBox("Leave it empty")
        self.value.textChanged.connect(self._plan)
        self.language.currentIndexChanged.connect(self._plan)
        self.clear.toggled.connect(self.value.setDisabled)
        self.clear.toggled.connect(self.language.setDisabled)
        self.clear.toggled.connect(self._plan)
        return _in_a_row(self.value, self.language, self.clear)

    def _replacing(self) -> QWidget:
        self.sought = QLineEdit(placeholderText="Find")
        self.sought.setAccessibleName("Find")
        self.put = QLineEdit(placeholderText="Replace with")
        self.put.setAccessibleName("Replace with")
        self.case = QCheckBox("Match case")
        self.sought.textChanged.connect(self._plan)
        self.put.textChanged.connect(self._plan)
        self.case.toggled.connect(self._plan)
        return _in_a_row(self.sought, self.put, self.case)

    def _make_list(self) -> QTreeWidget:
        found = QTreeWidget()
        found.setObjectName("table")
        found.setHeaderLabels(["Article", "Before", "After"])
        found.setRootIsDecorated(False)
        found.setUniformRowHeights(True)
        found.setAccessibleName("Before and after")
        found.setSelectionMode(QTreeWidget.SelectionMode.NoSelection)
        found.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        return found

    def _fill_fields(self) -> None:
        is_replacing = self.way.currentIndex() == 1
        kept = self.field.currentData()
        self.field.blockSignals(True)
        self.field.clear()
        for name, label in (_REPLACE if is_replacing else _SET).items():
            self.field.addItem(label, name)
        self.field.setCurrentIndex(max(self.field.findData(kept), 0))
        self.field.blockSignals(False)
        self.ways.setCurrentIndex(int(is_replacing))
        self._show_value()
        (self.sought if is_replacing else self.value).setFocus()

    def _show_value(self) -> None:
        field = self.field.currentData()
        self.value.setVisible(field != "language")
        self.language.setVisible(field == "language")
        self.value.setPlaceholderText(_HINTS.get(field, ""))
        self._plan()

    def _plan(self) -> None:
        change = self.change
        self.planned = self._fixing.planned(change) if change else []
        good = sum(not fix.problem for fix in self.planned)
        self.save.setEnabled(good > 0)
        self.save.setText(f"Fix {wording.count(good, 'article')}" if good else "Fix")
        self.note.setText(self._said(change, good))
        self._list(change)

    def _said(self, change: Change | None, good: int) -> str:
        problem = next((fix.problem for fix in self.planned if fix.problem), "")
        if isinstance(change, SetField):
            problem = why_unfit(change.field, change.value)
        if problem:
            return problem
        if change is None:
            return "What stands there now is listed below; nothing changes yet."
        total = len(self._fixing.articles)
        return f"{good} of {wording.count(total, 'article')} will change. Undo takes it all back."

    def _list(self, change: Change | None) -> None:
        """The fixes; before anything is asked for, what stands in the field."""
        theme = Look.now()
        planned = self.planned
        if change is None:
            field = str(self.field.currentData())
            planned = self._fixing.standing(field)
        self.list.clear()
        # The headline before the change says which article it is.
        self.list.setColumnHidden(0, self.field.currentData() == "title")
        for fix in planned:
            before, after = (_shown(fix.field, text) for text in (fix.before, fix.after))
            texts = [fix.heading, before, "" if change is None else after]
            row = QTreeWidgetItem([texts[0], *_from_the_change(texts[1], texts[2])])
            row.setForeground(1, QColor(theme.muted))
            if fix.problem:
                row.setForeground(2, QColor(theme.warning))
            for column, text in enumerate(texts):
                row.setToolTip(column, wording.tip(text))
            self.list.addTopLevelItem(row)


def _from_the_change(before: str, after: str) -> tuple[str, str]:
    """Both without most of what they begin with alike, so that the change is seen."""
    pairs = zip(before, after, strict=False)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    if same <= _LONG_START or not after:
        return before, after
    start = before.rfind(" ", 0, same - _KEPT_START) + 1
    return f"…{before[start:]}", f"…{after[start:]}"


def _shown(field: str, text: str) -> str:
    if not text:
        return "—"
    return wording.language(text) if field == "language" else text


def _in_a_row(*parts: QWidget) -> QWidget:
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SMALL)
    for part in parts:
        row.addWidget(part, 0 if isinstance(part, QCheckBox) else 1)
    return whole
