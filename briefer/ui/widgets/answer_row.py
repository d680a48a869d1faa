"""The foot of a dialog: a button that carries it out, which Enter presses, and Cancel."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton


class AnswerRow(QDialogButtonBox):
    """The row; `go` carries out what the dialog asks."""

    def __init__(self, dialog: QDialog, verb: str = "Save") -> None:
        """`dialog` is accepted or rejected by the row; `verb` says what happens then."""
        super().__init__()
        self.go: QPushButton = self.addButton(verb, QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setObjectName("primary")
        self.go.setDefault(True)
        self.addButton("Cancel", QDialogButtonBox.ButtonRole.RejectRole)
        self.accepted.connect(dialog.accept)
        self.rejected.connect(dialog.reject)
