"""What is to be looked at before a briefing is sent, each finding with a button that mends it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from briefer.services.checks import Finding
from briefer.ui.theme import MEDIUM, SMALL, TIGHT, icon

_GRAVE = frozenset({"quotation", "missing", "marking"})


class FindingRow(QFrame):
    """One finding: click to see the item, or mend it with its button."""

    clicked = Signal(object)
    mend_wanted = Signal(object, object)

    def __init__(self, finding: Finding) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if finding.item is not None or finding.section is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(finding.said)
        self.finding = finding
        sign = QLabel()
        colour = "warning" if finding.kind in _GRAVE else "muted"
        sign.setPixmap(icon("alert-triangle", colour).pixmap(16, 16))
        said = QLabel(finding.said)
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setWordWrap(True)
        said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(SMALL, SMALL, SMALL, SMALL)
        row.setSpacing(SMALL)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(said, 1)
        self.buttons: list[QPushButton] = []
        for mend in (finding.mend, finding.other):
            if mend is not None:
                button = QPushButton(mend.label)
                button.setAccessibleName(f"{mend.label}: {finding.said}")
                button.clicked.connect(lambda _=False, m=mend: self.mend_wanted.emit(finding, m))
                row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
                self.buttons.append(button)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.clicked.emit(self.finding)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit(self.finding)
        else:
            super().keyPressEvent(event)


class CheckTab(QWidget):
    """The findings of the briefing that is open."""

    chosen = Signal(object)
    mend_wanted = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[FindingRow] = []
        self.said = QLabel()
        self.said.setObjectName("muted")
        self.said.setWordWrap(True)
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(MEDIUM, SMALL, MEDIUM, MEDIUM)
        self._column.setSpacing(TIGHT)
        self._column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._list)
        head = QVBoxLayout()
        head.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, SMALL)
        head.addWidget(self.said)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(scroll, 1)
        self.show_waiting()

    def show_waiting(self) -> None:
        """The briefing is being looked over; what was found before stays meanwhile."""
        if not self.rows:
            self.said.setText("Looking the briefing over…")

    def forget(self) -> None:
        """Another briefing is looked over: what was found belongs to none that is shown."""
        self._show_rows(())
        self.show_waiting()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these and no others."""
        self._show_rows(findings)
        count = len(findings)
        if not count:
            self.said.setText("Nothing to mend: quotations, sources, roles and links are in order.")
        else:
            things = "One thing" if count == 1 else f"{count} things"
            self.said.setText(f"{things} to look at before it is sent. Click one to see its item.")

    def _show_rows(self, findings: Sequence[Finding]) -> None:
        focus = self.focusWidget()
        had = next((n for n, row in enumerate(self.rows) if focus in (row, *row.buttons)), None)
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [FindingRow(finding) for finding in findings]
        for place, row in enumerate(self.rows):
            row.clicked.connect(self.chosen)
            row.mend_wanted.connect(self.mend_wanted)
            self._column.insertWidget(place, row)
        if had is not None and self.rows:
            # Whoever mends by keys goes on with the next one.
            self.rows[min(had, len(self.rows) - 1)].setFocus()
