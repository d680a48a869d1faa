"""The fields of single facts in the item editor: a figure's words, a day's text, a judgement."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from briefer.model.briefing import EventItem, FigureItem, JudgementItem
from briefer.services.estimates import CONFIDENCES, LIKELIHOODS
from briefer.services.printed_words import printed_words
from briefer.ui.theme import SMALL


class FigureFields(QWidget):
    """What the number counts."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.what = QLineEdit()
        self.what.textEdited.connect(self.changed)
        _form(self).addRow("What it counts", self.what)

    def show_content(self, content: FigureItem) -> None:
        """Show the words as they stand."""
        show_typed(self.what, content.what)

    def content(self, before: FigureItem) -> FigureItem:
        """The figure with the words as they now are."""
        return replace(before, what=self.what.text().strip())


class EventFields(QWidget):
    """The day and, in place of the article's sentence, words of one's own."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.date = QLineEdit(placeholderText="2026-03-12, 2026-03 or 2026")
        self.text = QLineEdit(placeholderText="The article’s own sentence")
        form = _form(self)
        form.addRow("Date", self.date)
        form.addRow("Event", self.text)
        for line in (self.date, self.text):
            line.textEdited.connect(self.changed)

    def show_content(self, content: EventItem) -> None:
        """Show day and words as they stand."""
        show_typed(self.date, content.date)
        show_typed(self.text, content.text)

    def content(self, before: EventItem) -> EventItem:
        """The event as it now is; a date left empty stays as it was."""
        date = self.date.text().strip() or before.date
        return replace(before, date=date, text=self.text.text().strip())


class JudgementFields(QWidget):
    """The judgement, and one word for how likely it is or how sure one is of it: never both."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        words = printed_words("en")
        self.term = QComboBox()
        self.term.addItem("Without a likelihood", "")
        self.term.insertSeparator(self.term.count())
        for key, (low, high) in LIKELIHOODS.items():
            self.term.addItem(f"{words[key]} ({low}–{high} %)", key)
        self.term.insertSeparator(self.term.count())
        for key in CONFIDENCES:
            self.term.addItem(words[key], key)
        self.term.setMaxVisibleItems(self.term.count())
        self.term.setAccessibleName("How likely, or how sure")
        self.text = QPlainTextEdit()
        self.text.setPlaceholderText("What you expect, in one sentence")
        self.text.setAccessibleName("Judgement")
        self.text.setTabChangesFocus(True)
        form = _form(self)
        form.addRow(self.term)
        form.addRow(self.text)
        self.term.activated.connect(lambda: self.changed.emit())
        self.text.textChanged.connect(self.changed)

    def show_content(self, content: JudgementItem) -> None:
        """Show the judgement as it stands."""
        if self.text.toPlainText() != content.text:
            self.text.setPlainText(content.text)
        self.term.setCurrentIndex(max(self.term.findData(content.term), 0))

    def content(self, before: JudgementItem) -> JudgementItem:
        """The judgement as it now is."""
        return replace(before, text=self.text.toPlainText(), term=self.term.currentData() or "")


def show_typed(line: QLineEdit, text: str) -> None:
    """Show a text, unless it is what was typed there: the cursor and a last blank stay then."""
    if line.text().strip() != text:
        line.setText(text)


def _form(fields: QWidget) -> QFormLayout:
    form = QFormLayout(fields)
    form.setContentsMargins(0, 0, 0, 0)
    form.setSpacing(SMALL)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    return form
