"""Title, series, date, marking and the like of a briefing."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from briefer.model.briefing import IssueDetails
from briefer.services.printed_words import has_printed_words, printed_words
from briefer.ui.theme import LARGE, SMALL
from briefer.ui.widgets.answer_row import AnswerRow
from briefer.ui.widgets.number_box import NumberBox
from briefer.ui.wording import LANGUAGES

MARKINGS = ("", "TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED")
_LINES = {
    "title": "Title",
    "series": "Series",
    "issue": "Issue number",
    "period": "Period covered",
    "cutoff": "Information cut-off",
    "next_issue": "Next issue",
    "version": "Version",
    "prepared_by": "Prepared by",
    "recipients": "Recipients",
}
_HINTS = {
    "series": "Under the title, as “Desk for Eastern Europe”",
    "issue": "214",
    "period": "2026-03-11/2026-03-12, or in words",
    "cutoff": "12 March 2026, 07:30 UTC",
    "next_issue": "2026-03-13, or in words",
    "version": "1.1, where an issue is sent again",
    "prepared_by": "Stands at the foot of every page",
    "recipients": "Who gets it",
}
_ANNEX = {"none": "No annex", "extract": "Extracts of the articles", "full": "Full texts"}
# What stands around the form on the screen (pixels).
_AROUND = 150
_PAPER = {"a4": "A4", "letter": "Letter"}


class BriefingDetails(QDialog):
    """Asks for an issue's details; `details` is the answer."""

    def __init__(self, details: IssueDetails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Details of the briefing")
        self.setMinimumWidth(480)
        self._details = details
        form = QFormLayout()
        form.setSpacing(SMALL)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.lines = {name: QLineEdit(getattr(details, name)) for name in _LINES}
        for name, hint in _HINTS.items():
            self.lines[name].setPlaceholderText(hint)
        self.date = QDateEdit(QDate.fromString(details.date, "yyyy-MM-dd"))
        # Where the issue has no date the field shows one all the same.
        self._first_date = self.date.date().toString("yyyy-MM-dd")
        self.date.setCalendarPopup(True)
        self.date.setDisplayFormat("d MMMM yyyy")
        self.marking = QComboBox()
        self.marking.setEditable(True)
        self.marking.addItems(list(MARKINGS))
        self.marking.setCurrentText(details.marking)
        typed = self.marking.lineEdit()
        if typed is not None:
            typed.setPlaceholderText("None")
        self.annex = _choice(_ANNEX, details.annex)
        self.paper = _choice(_PAPER, details.paper)
        spoken = {code: name for code, name in LANGUAGES.items() if has_printed_words(code)}
        self.language = _choice(spoken, printed_words(details.language).language)
        self._make_choices(details)
        self._lay_out(form)
        buttons = AnswerRow(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(LARGE)
        column.addWidget(_scrolled(form), 1)
        column.addWidget(buttons)

    def _make_choices(self, details: IssueDetails) -> None:
        self.tags = QCheckBox("Say of each item whether it is new or developing")
        self.tags.setChecked(details.tags)
        self.numbered = QCheckBox("Number the sections")
        self.numbered.setChecked(details.numbered)
        self.pages = NumberBox(0, 99)
        self.pages.setSpecialValueText("As many as it takes")
        self.pages.setSuffix(" at most")
        self.pages.setValue(details.pages)

    def _lay_out(self, form: QFormLayout) -> None:
        for name, label in _LINES.items():
            form.addRow(label, self.lines[name])
            if name == "title":
                form.addRow("Date", self.date)
        form.addRow("Language", self.language)
        form.addRow("Marking", self.marking)
        beside = QHBoxLayout()
        beside.setSpacing(SMALL)
        for box, name in ((self.annex, "Annex"), (self.paper, "Paper")):
            box.setAccessibleName(name)
            beside.addWidget(box)
        beside.addStretch(1)
        form.addRow("Annex, paper", beside)
        form.addRow("Pages", self.pages)
        form.addRow("", self.tags)
        form.addRow("", self.numbered)

    @property
    def details(self) -> IssueDetails:
        """The details as they now stand in the form."""
        lines: dict[str, Any] = {name: line.text().strip() for name, line in self.lines.items()}
        shown = self.date.date().toString("yyyy-MM-dd")
        language = self.language.currentData()
        if language == printed_words(self._details.language).language:
            # Of one country ("fr-CH") or one that has no words yet: it stays so.
            language = self._details.language
        return replace(
            self._details,
            language=language,
            **lines,
            tags=self.tags.isChecked(),
            numbered=self.numbered.isChecked(),
            pages=self.pages.value(),
            date=shown if shown != self._first_date else self._details.date,
            marking=self.marking.currentText().strip(),
            annex=self.annex.currentData(),
            paper=self.paper.currentData(),
        )


def _scrolled(form: QFormLayout) -> QScrollArea:
    """The form; where the screen is too low for it, it scrolls."""
    fields = QWidget()
    form.setContentsMargins(0, 0, SMALL, 0)
    fields.setLayout(form)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(fields)
    area.viewport().setAutoFillBackground(False)
    fields.setAutoFillBackground(False)
    # Beside it stand the buttons, the frame and what the screen keeps for itself.
    screen = area.screen().availableGeometry().height()
    area.setMinimumHeight(min(fields.sizeHint().height(), screen - _AROUND))
    area.setMinimumWidth(fields.sizeHint().width() + 2 * SMALL)
    return area


def _choice(choices: dict[str, str], current: str) -> QComboBox:
    box = QComboBox()
    for key, label in choices.items():
        box.addItem(label, key)
    box.setCurrentIndex(max(box.findData(current), 0))
    return box
