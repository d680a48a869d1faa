"""Which formats, and where to."""

import os
import re
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from briefer.ui.theme import LARGE, SMALL

_FORMATS = {
    ".pdf": "PDF, ready to send",
    ".docx": "Word document (DOCX), to be edited",
    ".html": "Web page (HTML)",
    ".md": "Markdown",
}
# In names of files no system takes the one, and Windows not the others.
_FORBIDDEN = re.compile(r'[/\\<>:"|?*\x00-\x1f]')
# Every system takes 255 bytes; the ending and a copy's " (2)" are still to come.
_LONGEST_NAME = 240


class ExportBriefing(QDialog):
    """Asks for formats, folder and name; `paths` is the answer."""

    def __init__(self, folder: Path, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Export briefing")
        self.setMinimumWidth(460)
        self.formats = {suffix: QCheckBox(label) for suffix, label in _FORMATS.items()}
        self.formats[".pdf"].setChecked(True)
        self.formats[".docx"].setChecked(True)
        self.name = QLineEdit(name)
        self.folder = QLineEdit(str(folder))
        choose = QPushButton("Choose…")
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose)
        buttons = QDialogButtonBox()
        self.save = buttons.addButton("Export", QDialogButtonBox.ButtonRole.AcceptRole)
        self.save.setObjectName("primary")
        self.save.setDefault(True)
        buttons.addButton("Cancel", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self.folder, 1)
        row.addWidget(choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(SMALL)
        for box in self.formats.values():
            column.addWidget(box)
            box.toggled.connect(self._check)
        column.addSpacing(SMALL)
        column.addWidget(QLabel("File name"))
        column.addWidget(self.name)
        column.addWidget(QLabel("Folder"))
        column.addLayout(row)
        self.note = QLabel()
        self.note.setObjectName("small")
        self.note.setWordWrap(True)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        column.addWidget(self.note)
        column.addSpacing(SMALL)
        column.addWidget(buttons)
        self.name.textChanged.connect(self._check)
        self.folder.textChanged.connect(self._check)
        self._check()

    @property
    def paths(self) -> list[Path]:
        """A path for each chosen format."""
        stem = _FORBIDDEN.sub("-", self.name.text().strip())
        chosen = [suffix for suffix, box in self.formats.items() if box.isChecked()]
        folder = Path(self.folder.text().strip()).expanduser()
        return [folder / f"{stem}{suffix}" for suffix in chosen]

    def _check(self) -> None:
        obstacle = self._obstacle()
        self.save.setEnabled(not obstacle)
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
        return "" if self.paths else "Choose at least one format."

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, "Export to", self.folder.text())
        if folder:
            self.folder.setText(folder)
