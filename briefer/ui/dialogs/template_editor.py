"""The templates: looked at, duplicated, and one's own changed section by section."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QColorDialog,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from briefer.model.briefing import SectionKind
from briefer.model.errors import BrieferError
from briefer.services import templates
from briefer.services.printed_words import printed_words
from briefer.services.templates import SectionPlan, Template
from briefer.ui.dialogs.section_form import SectionForm, SectionList, heading_of
from briefer.ui.theme import LARGE, MEDIUM, SMALL, TIGHT, icon
from briefer.ui.widgets.number_box import NumberBox

T = TypeVar("T")

_SIZE = (860, 560)
_KEY = Qt.ItemDataRole.UserRole


class TemplateEditor(QDialog):
    """Changes templates at once; each change is written to its file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Templates")
        self.resize(*_SIZE)
        self._shown: Template | None = None
        self.list = QListWidget()
        self.list.setObjectName("choices")
        self.list.setAccessibleName("Templates")
        self.list.setIconSize(QSize(14, 14))
        # A long name is cut; all of it stands in its field.
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(lambda *_: self._open())
        self.duplicate = QPushButton(icon("copy"), "Duplicate")
        self.duplicate.clicked.connect(self.duplicate_chosen)
        self.remove = QPushButton(icon("trash"), "Remove")
        self.remove.clicked.connect(self.remove_chosen)
        self.said = QLabel()
        self.said.setObjectName("muted")
        self.said.setWordWrap(True)
        self.name = QLineEdit()
        self.name.editingFinished.connect(self._keep)
        self._make_look()
        self._make_sections()
        self._arrange()
        self._fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and not isinstance(self.focusWidget(), QPushButton):
            # It ends the typing in a field, not the work on the template.
            event.accept()
        else:
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """A name that is still being typed is kept, however the dialog ends."""
        self._keep()
        super().done(result)

    def duplicate_chosen(self) -> None:
        """A template of one's own like the chosen one, ready to be changed."""
        if self._shown is None:
            return
        label = f"{_label(self._shown)} (own)"
        made = self._try(lambda: templates.keep(replace(self._shown_one(), name="", label=label)))
        if made is not None:
            self._fill(made.name)
            self.name.setFocus()
            self.name.selectAll()

    def remove_chosen(self) -> None:
        """Take the chosen one of the user's own away."""
        if self._shown is not None and self._shown.is_own:
            name = self._shown.name
            self._try(lambda: templates.remove(name))
            self._fill()

    def add_section(self) -> None:
        """A new section before the sources."""
        sections = list(self._shown_one().sections)
        kinds = [plan.kind for plan in sections]
        at = kinds.index(SectionKind.SOURCES) if SectionKind.SOURCES in kinds else len(kinds)
        sections.insert(at, SectionPlan(SectionKind.TEXT, "New section"))
        self._change(sections, at)

    def remove_section(self) -> None:
        """Take the chosen section out; the last one stays."""
        sections = list(self._shown_one().sections)
        at = self.sections.currentRow()
        if len(sections) > 1 and at >= 0:
            del sections[at]
            self._change(sections, min(at, len(sections) - 1))

    def _shift(self, by: int) -> None:
        """Move the chosen section up or down."""
        sections, at = list(self._shown_one().sections), self.sections.currentRow()
        if self._shown_one().is_own and 0 <= at + by < len(sections):
            sections.insert(at + by, sections.pop(at))
            self._change(sections, at + by)

    def _make_look(self) -> None:
        self.tags = QCheckBox("Say of each item whether it is new or developing")
        self.numbered = QCheckBox("Number the sections")
        self.limit = NumberBox(0, 99)
        self.limit.setSpecialValueText("As many as it takes")
        self.accent = QPushButton("Colour of headings…")
        self.accent.clicked.connect(self._choose_colour)
        for box in (self.tags, self.numbered):
            box.clicked.connect(self._keep)
        self.limit.valueChanged.connect(lambda: self._keep())

    def _make_sections(self) -> None:
        self.sections = SectionList()
        self.sections.shifted.connect(self._shift)
        self.sections.setObjectName("choices")
        self.sections.setAccessibleName("Sections")
        self.sections.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.sections.currentRowChanged.connect(self._open_section)
        self.sections.model().rowsMoved.connect(lambda *_: self._reordered())
        self.form = SectionForm()
        self.form.changed.connect(self._section_changed)
        self.add = QPushButton(icon("plus"), "Add")
        self.add.clicked.connect(self.add_section)
        self.take_out = QPushButton(icon("trash"), "Remove")
        self.take_out.clicked.connect(self.remove_section)

    def _arrange(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(SMALL)
        left.addWidget(self.list, 1)
        left.addLayout(_row(self.duplicate, self.remove))
        head = QFormLayout()
        head.setSpacing(SMALL)
        head.addRow("Name", self.name)
        head.addRow("Pages at most", self.limit)
        middle = QVBoxLayout()
        middle.setSpacing(SMALL)
        middle.addWidget(self.sections, 1)
        middle.addLayout(_row(self.add, self.take_out))
        beside = QHBoxLayout()
        beside.setSpacing(MEDIUM)
        beside.addLayout(middle, 1)
        form = QVBoxLayout()
        form.addWidget(self.form)
        form.addStretch(1)
        beside.addLayout(form, 1)
        right = QVBoxLayout()
        right.setSpacing(SMALL)
        for part in (self.said,):
            right.addWidget(part)
        right.addLayout(head)
        right.addLayout(_row(self.tags, self.numbered, self.accent))
        right.addSpacing(TIGHT)
        right.addLayout(beside, 1)
        panes = QHBoxLayout()
        panes.setSpacing(LARGE)
        panes.addLayout(left, 1)
        panes.addLayout(right, 3)
        buttons = QDialogButtonBox()
        close = buttons.addButton("Close", QDialogButtonBox.ButtonRole.AcceptRole)
        close.setObjectName("primary")
        buttons.accepted.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(LARGE)
        column.addLayout(panes, 1)
        column.addWidget(buttons)

    def _fill(self, chosen: str = "") -> None:
        """List all templates and choose one of them."""
        self.list.blockSignals(True)
        self.list.clear()
        for one in templates.templates():
            item = QListWidgetItem(_label(one))
            item.setData(_KEY, one.name)
            if one.is_own:
                item.setIcon(icon("pencil", "faint"))
            self.list.addItem(item)
            if one.name == chosen:
                self.list.setCurrentItem(item)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self.list.blockSignals(False)
        self._open()

    def _open(self) -> None:
        item = self.list.currentItem()
        found = self._try(lambda: templates.template(item.data(_KEY))) if item else None
        if found is not None:
            self._show(found, 0)

    def _show(self, one: Template, section: int) -> None:
        self._shown = None
        self.name.setText(_label(one))
        self.tags.setChecked(one.tags)
        self.numbered.setChecked(one.numbered)
        self.limit.setValue(one.pages)
        self.accent.setIcon(_swatch(one.accent))
        self.sections.clear()
        for place, plan in enumerate(one.sections):
            self.sections.addItem(heading_of(plan))
            self.sections.item(place).setData(_KEY, place)
        self._shown = one
        self.sections.setCurrentRow(section)
        for part in (
            self.name, self.tags, self.numbered, self.limit, self.accent, self.form, self.add,
            self.take_out, self.remove,
        ):  # fmt: skip
            part.setEnabled(one.is_own)
        self.sections.setDragEnabled(one.is_own)
        self.said.setText(
            "Changes are kept at once; briefings that are there already stay as they are."
            if one.is_own
            else "This one comes with Briefer. Duplicate it to change it."
        )

    def _open_section(self, row: int) -> None:
        if self._shown is not None and 0 <= row < len(self._shown.sections):
            self.form.show_plan(self._shown.sections[row])

    def _section_changed(self) -> None:
        row = self.sections.currentRow()
        if self._shown is None or not 0 <= row < len(self._shown.sections):
            return
        sections = list(self._shown.sections)
        sections[row] = self.form.plan
        self.sections.item(row).setText(heading_of(sections[row]))
        self._write(replace(self._shown, sections=tuple(sections)))

    def _reordered(self) -> None:
        if self._shown is None:
            return
        rows = [self.sections.item(row) for row in range(self.sections.count())]
        ordered = tuple(self._shown.sections[row.data(_KEY)] for row in rows)
        for place, row in enumerate(rows):
            row.setData(_KEY, place)
        self._write(replace(self._shown, sections=ordered))

    def _keep(self) -> None:
        if self._shown is None or not self._shown.is_own:
            return
        label = self.name.text().strip() or self._shown.label
        self._write(
            replace(
                self._shown,
                label=label,
                tags=self.tags.isChecked(),
                numbered=self.numbered.isChecked(),
                pages=self.limit.value(),
            )
        )
        item = self.list.currentItem()
        if item is not None:
            item.setText(label)

    def _choose_colour(self) -> None:
        one = self._shown_one()
        chosen = QColorDialog.getColor(QColor(one.accent or "#1F4E79"), self, "Colour of headings")
        if chosen.isValid():
            self._write(replace(one, accent=chosen.name().upper()))
            self.accent.setIcon(_swatch(chosen.name()))

    def _change(self, sections: list[SectionPlan], row: int) -> None:
        changed = replace(self._shown_one(), sections=tuple(sections))
        self._write(changed)
        self._show(changed, row)

    def _write(self, changed: Template) -> None:
        if self._shown is None or changed == self._shown or not changed.is_own:
            return
        if self._try(lambda: templates.keep(changed)) is not None:
            self._shown = changed

    def _shown_one(self) -> Template:
        return self._shown or templates.template("plain")

    def _try(self, act: Callable[[], T]) -> T | None:
        """What `act` gives; what went wrong is said in the dialog."""
        try:
            return act()
        except BrieferError as error:
            self.said.setText(str(error))
            return None


def _label(one: Template) -> str:
    return printed_words("en").words.get(one.label, one.label)


def _row(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(MEDIUM)
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return row


def _swatch(colour: str) -> QIcon:
    picture = QPixmap(16, 16)
    picture.fill(QColor(colour or "#1F4E79"))
    return QIcon(picture)
