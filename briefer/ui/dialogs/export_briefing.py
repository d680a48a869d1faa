"""Which formats, and where to."""

import os
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from briefer.ui.file_names import without_forbidden
from briefer.ui.theme import LARGE, SMALL
from briefer.ui.widgets.answer_row import AnswerRow

_FORMATS = {
    ".pdf": "PDF, ready to send",
    ".docx": "Word document (DOCX), to be edited",
    ".html": "Web page (HTML)",
    ".md": "Markdown",
    ".txt": "Plain text",
    ".eml": "E-mail draft",
    ".xlsx": "Actors as a spreadsheet (Excel)",
    ".csv": "Actors as a table (CSV)",
    ".json": "Actors for programs (JSON)",
}
_ACROSS = 2
# Formats that can carry the whole issue, and what that means for who gets them.
_CARRYING = (".pdf", ".docx")
_CARRIED = "PDF and Word only. The file then holds the full text of every article."
# Every system takes 255 bytes; the ending and a copy's " (2)" are still to come.
_LONGEST_NAME = 240


class ExportBriefing(QDialog):
    """Asks for formats, folder and name; `paths` and `house` are the answer."""

    copy_wanted = Signal()

    def __init__(
        self, folder: Path, name: str, parent: QWidget | None = None, *, house: str = ""
    ) -> None:
        """`house` is the Word document that lent its styles the last time."""
        super().__init__(parent)
        self.setWindowTitle("Export briefing")
        self.setMinimumWidth(460)
        self.formats = {suffix: QCheckBox(label) for suffix, label in _FORMATS.items()}
        self.formats[".pdf"].setChecked(True)
        self.formats[".docx"].setChecked(True)
        self.carries = QCheckBox(
            "Carry the issue inside, so that it can be opened in Briefer again"
        )
        self.carried = QLabel(_CARRIED)
        self.carried.setObjectName("small")
        self.carried.setWordWrap(True)
        self.name = QLineEdit(name)
        self.folder = QLineEdit(str(folder))
        self.note = QLabel()
        self.note.setObjectName("small")
        self.note.setWordWrap(True)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(SMALL)
        column.addLayout(self._format_grid())
        column.addSpacing(SMALL)
        column.addWidget(self.carries)
        column.addWidget(self.carried)
        column.addSpacing(SMALL)
        column.addWidget(QLabel("Styles, header and footer of the Word document"))
        column.addLayout(self._house_row(house))
        column.addWidget(QLabel("File name"))
        column.addWidget(self.name)
        column.addWidget(QLabel("Folder"))
        column.addLayout(self._folder_row())
        column.addWidget(self.note)
        column.addSpacing(SMALL)
        column.addWidget(self._buttons())
        self.name.textChanged.connect(self._check)
        self.folder.textChanged.connect(self._check)
        self._check()

    def _buttons(self) -> QDialogButtonBox:
        buttons = AnswerRow(self, "Export")
        self.save = buttons.go
        self.copy = buttons.addButton("Copy for a mail", QDialogButtonBox.ButtonRole.ActionRole)
        self.copy.setToolTip("The briefing with its styles, to be pasted into a message")
        self.copy.clicked.connect(self.copy_wanted)
        self.copy.clicked.connect(self.reject)
        return buttons

    def _format_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(SMALL)
        down = -(-len(self.formats) // _ACROSS)
        for number, box in enumerate(self.formats.values()):
            grid.addWidget(box, number % down, number // down)
            box.toggled.connect(self._check)
        return grid

    def _folder_row(self) -> QHBoxLayout:
        choose = QPushButton("Choose…")
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self.folder, 1)
        row.addWidget(choose)
        return row

    def _house_row(self, house: str) -> QHBoxLayout:
        self.house = QLineEdit(house)
        self.house.setPlaceholderText("Briefer's own, or a Word document of your house")
        self.house.setClearButtonEnabled(True)
        self.house.textChanged.connect(self._check)
        choose = QPushButton("Choose…")
        choose.setAccessibleName("Choose a Word document of your house")
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose_house)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self.house, 1)
        row.addWidget(choose)
        return row

    def _choose_house(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, "Take styles from", self.house.text(), "Word documents (*.docx *.dotx)"
        )
        if path:
            self.house.setText(path)
            self.formats[".docx"].setChecked(True)

    @property
    def paths(self) -> list[Path]:
        """A path for each chosen format."""
        stem = without_forbidden(self.name.text().strip())
        chosen = [suffix for suffix, box in self.formats.items() if box.isChecked()]
        folder = Path(self.folder.text().strip()).expanduser()
        return [folder / f"{stem}{suffix}" for suffix in chosen]

    @property
    def is_carrying(self) -> bool:
        """Whether the documents are to carry the issue."""
        return self.carries.isEnabled() and self.carries.isChecked()

    def _check(self) -> None:
        obstacle = self._obstacle()
        self.save.setEnabled(not obstacle)
        self.carries.setEnabled(any(self.formats[suffix].isChecked() for suffix in _CARRYING))
        there = [] if obstacle else [path.name for path in self.paths if path.is_file()]
        self.note.setText(obstacle or (f"Replaces {', '.join(there)}." if there else ""))

    def _obstacle(self) -> str:
        """Why nothing can be written yet; empty when it can."""
        folder = self.folder.text().strip()
        # Path("") would be the folder Briefer stands in.
        try:
            is_there = bool(folder) and Path(folder).expanduser().is_dir()
        # A name longer than any folder's; "~" of nobody.
        except (OSError, RuntimeError):
            is_there = False
        if not is_there:
            return "This folder does not exist."
        if not os.access(Path(folder).expanduser(), os.W_OK):
            return "You may not write into this folder. Choose another one."
        if not self.name.text().strip():
            return "The file needs a name."
        if len(self.name.text().encode("utf-8", "replace")) > _LONGEST_NAME:
            return "This name is too long."
        house = self.house.text().strip()
        if house and self.formats[".docx"].isChecked() and not Path(house).is_file():
            return "The Word document that lends its styles is not there. Choose another, or none."
        return "" if self.paths else "Choose at least one format."

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, "Export to", self.folder.text())
        if folder:
            self.folder.setText(folder)
