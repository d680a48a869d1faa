"""Outlet, author, date and the rest as they were found, with the evidence, to be corrected."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from briefer.model.article import SOURCE_FIELDS, Source
from briefer.ui.theme import LARGE, SMALL, TIGHT
from briefer.ui.widgets.answer_row import AnswerRow

_LABELS = {
    "title": "Headline",
    "authors": "Authors",
    "published": "Published",
    "updated": "Updated",
    "outlet": "Outlet",
    "section": "Section",
    "page": "Page",
    "url": "Address",
}
_HINTS = {
    "authors": "Names parted by semicolons",
    "published": "2026-03-12",
    "updated": "2026-03-12",
}


class SourceForm(QDialog):
    """Asks for corrections; `fixes` are the fields that were changed."""

    def __init__(self, source: Source, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Source of the article")
        self.setMinimumWidth(520)
        self._source = source
        self.lines: dict[str, QLineEdit] = {}
        form = QFormLayout()
        form.setSpacing(SMALL)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for name in SOURCE_FIELDS:
            line = QLineEdit(_text(getattr(source, name)))
            # Of a long address its beginning says more than its end.
            line.setCursorPosition(0)
            line.setPlaceholderText(_HINTS.get(name, ""))
            self.lines[name] = line
            cell = QVBoxLayout()
            cell.setSpacing(TIGHT)
            cell.addWidget(line)
            evidence = source.evidence.get(name)
            if evidence:
                note = QLabel("Corrected by you" if evidence == "you" else f"Found in {evidence}")
                note.setTextFormat(Qt.TextFormat.PlainText)
                note.setObjectName("small")
                note.setWordWrap(True)
                cell.addWidget(note)
            form.addRow(_LABELS[name], cell)
        buttons = AnswerRow(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(LARGE)
        column.addLayout(form)
        column.addWidget(buttons)

    @property
    def fixes(self) -> dict[str, Any]:
        """Field to new value, for the fields that differ from what was shown."""
        changed: dict[str, Any] = {}
        for name, line in self.lines.items():
            text = " ".join(line.text().split())
            if text == _text(getattr(self._source, name)):
                continue
            if name == "authors":
                changed[name] = [part.strip() for part in text.split(";") if part.strip()]
            else:
                changed[name] = text or ("" if name == "title" else None)
        return changed


def _text(value: Any) -> str:
    return "; ".join(value) if isinstance(value, tuple) else str(value or "")
