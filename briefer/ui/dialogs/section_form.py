"""One section of a template: what it is, what a draft puts in, and how much of it."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QWidget,
)

from briefer.model.briefing import SectionKind
from briefer.services.printed_words import printed_words
from briefer.services.templates import SectionPlan
from briefer.ui.theme import SMALL
from briefer.ui.widgets.number_box import NumberBox

KINDS = {
    SectionKind.BOTTOM_LINE: "Bottom line",
    SectionKind.TOP_STORIES: "Top stories",
    SectionKind.JUDGEMENTS: "Judgements",
    SectionKind.DEVELOPMENTS: "Articles",
    SectionKind.STATEMENTS: "Statements",
    SectionKind.ACTORS: "Table of actors",
    SectionKind.WHO_IS_WHO: "Who’s who",
    SectionKind.FACTS: "An actor at a glance",
    SectionKind.KEY_FIGURES: "Key figures",
    SectionKind.TIMELINE: "Timeline",
    SectionKind.CALENDAR: "Calendar",
    SectionKind.TEXT: "Text of your own",
    SectionKind.CHARTS: "Coverage in pictures",
    SectionKind.OUTLETS: "Index of outlets",
    SectionKind.SOURCES: "Sources",
    SectionKind.ANNEX: "Annex",
}
FILLS = {
    "": "Nothing: you fill it",
    "leads": "First sentences of the top stories",
    "top": "The top stories",
    "rest": "All other stories",
    "stories": "All stories",
    "all": "All articles, as chosen",
    "quotes": "Statements, one a speaker",
    "own-quotes": "Statements of the actor",
    "actors": "The key actors",
    "about": "The actor it is about",
    "figures": "Key figures",
    "events": "What happened, day by day",
    "upcoming": "What is to come",
}


class SectionForm(QWidget):
    """Edits one section's plan; says when it changed."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._plan = SectionPlan(SectionKind.TEXT, "")
        self.heading = QLineEdit()
        self.kind = _choice({kind.value: label for kind, label in KINDS.items()})
        self.fill = _choice(FILLS)
        self.most = NumberBox(0, 99)
        self.most.setSpecialValueText("No bound")
        self.sentences = NumberBox(0, 20)
        self.sentences.setSpecialValueText("As the summary")
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(SMALL)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow("Heading", self.heading)
        form.addRow("What it is", self.kind)
        form.addRow("A draft puts in", self.fill)
        form.addRow("Items at most", self.most)
        form.addRow("Sentences each", self.sentences)
        self.heading.textEdited.connect(lambda: self.changed.emit())
        for box in (self.kind, self.fill):
            box.activated.connect(lambda: self.changed.emit())
        for spin in (self.most, self.sentences):
            spin.valueChanged.connect(lambda: self.changed.emit())

    def show_plan(self, plan: SectionPlan) -> None:
        """Show a section without saying that it changed."""
        self.blockSignals(True)
        self._plan = plan
        self.heading.setText(heading_of(plan))
        self.kind.setCurrentIndex(self.kind.findData(plan.kind.value))
        self.fill.setCurrentIndex(self.fill.findData(plan.fill))
        self.most.setValue(plan.most)
        self.sentences.setValue(plan.sentences)
        self.blockSignals(False)

    @property
    def plan(self) -> SectionPlan:
        """The section as it now stands; a heading that was left as it was keeps its language."""
        typed = self.heading.text().strip()
        heading = self._plan.heading if typed == heading_of(self._plan) else typed
        return replace(
            self._plan,
            heading=heading or self._plan.heading,
            kind=SectionKind(self.kind.currentData()),
            fill=self.fill.currentData(),
            most=self.most.value(),
            sentences=self.sentences.value(),
        )


class SectionList(QListWidget):
    """The sections of a template; Alt and an arrow key move the chosen one."""

    shifted = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_up = event.key() == Qt.Key.Key_Up
        is_alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if is_alt and (is_up or event.key() == Qt.Key.Key_Down):
            self.shifted.emit(-1 if is_up else 1)
        else:
            super().keyPressEvent(event)


def heading_of(plan: SectionPlan) -> str:
    """The heading as it is read: a printed word in English, or the user's own."""
    return printed_words("en").words.get(plan.heading, plan.heading)


def _choice(choices: dict[str, str]) -> QComboBox:
    box = QComboBox()
    for key, label in choices.items():
        box.addItem(label, key)
    box.setMaxVisibleItems(box.count())
    return box
