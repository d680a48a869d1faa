"""The versions of a briefing, and what is different between them, word by word."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from briefer.model.briefing import Briefing, Content
from briefer.services.briefing_differences import Difference, differences
from briefer.services.library import Version
from briefer.ui import wording
from briefer.ui.theme import LARGE, SERIF, SMALL, TIGHT
from briefer.ui.widgets.changed_text import SIGNS, joined, piece

_SIZE = (900, 620)
# First widths of the list and of the differences (pixels).
_WIDTHS = [270, 600]
_OWN = "Kept by you"
_TO_NOW, _TO_BEFORE = "What has changed since then", "What it changed from the version before"
_LEGEND = "−  cut     +  added     ±  changed     ↕  moved"
# How far the items of a section stand in (pixels).
_INDENT = 18


class VersionList(QDialog):
    """Shows versions and what differs; when accepted, `current` is the one to be restored."""

    def __init__(
        self,
        briefing: Briefing,
        versions: Sequence[Version],
        naming: Callable[[Content], str],
        parent: QWidget | None = None,
        *,
        chosen: int = 0,
    ) -> None:
        """`versions` come newest first; `naming` gives the line by which a content is known."""
        super().__init__(parent)
        self.setWindowTitle("Versions of the briefing")
        self.resize(*_SIZE)
        self._briefing, self._versions, self._naming = briefing, versions, naming
        self.list = QListWidget()
        self.list.setAccessibleName("Versions")
        self.list.setWordWrap(True)
        self.list.setSpacing(TIGHT)
        for version in versions:
            label = version.label or _OWN
            row = QListWidgetItem(f"{wording.local_moment(version.kept)}\n{label}")
            row.setToolTip(wording.tip(label))
            self.list.addItem(row)
        self.against = QComboBox()
        self.against.addItems([_TO_NOW, _TO_BEFORE])
        self.against.setAccessibleName("Compared with")
        self.said = QLabel()
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.text = QTextBrowser()
        self.text.setObjectName("article")
        self.text.setOpenLinks(False)
        self.text.setAccessibleName("Differences")
        self._arrange()
        self.list.currentRowChanged.connect(lambda _: self._show())
        self.against.currentIndexChanged.connect(lambda _: self._show())
        keys = [version.id for version in versions]
        self.list.setCurrentRow(keys.index(chosen) if chosen in keys else 0)

    @property
    def current(self) -> Version | None:
        """The version that is chosen."""
        row = self.list.currentRow()
        return self._versions[row] if 0 <= row < len(self._versions) else None

    def _arrange(self) -> None:
        legend = QLabel(_LEGEND)
        legend.setObjectName("small")
        right = QWidget()
        beside = QVBoxLayout(right)
        beside.setContentsMargins(SMALL, 0, 0, 0)
        beside.setSpacing(SMALL)
        row = QHBoxLayout()
        row.addWidget(self.against)
        row.addStretch(1)
        beside.addLayout(row)
        beside.addWidget(self.said)
        beside.addWidget(self.text, 1)
        beside.addWidget(legend)
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.addWidget(self.list)
        parts.addWidget(right)
        parts.setSizes(_WIDTHS)
        parts.setStretchFactor(1, 1)
        parts.setChildrenCollapsible(False)
        buttons = QDialogButtonBox()
        self.restore = buttons.addButton("Restore", QDialogButtonBox.ButtonRole.ActionRole)
        self.restore.setToolTip(
            wording.tip("Put the briefing back as it stood then. That can be undone.")
        )
        self.restore.setAutoDefault(False)
        self.restore.clicked.connect(self.accept)
        close = buttons.addButton("Close", QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(SMALL)
        column.addWidget(parts, 1)
        column.addWidget(buttons)

    def _show(self) -> None:
        version = self.current
        if version is None:
            return
        since = differences(version.briefing, self._briefing, self._naming)
        self.restore.setEnabled(bool(since))
        if self.against.currentIndex() == 0:
            self._tell(since, "The briefing stands as it did then.")
            return
        row = self.list.currentRow()
        if row + 1 >= len(self._versions):
            self._tell([], "It is the first version that was kept.")
            return
        before = self._versions[row + 1].briefing
        found = differences(before, version.briefing, self._naming)
        self._tell(found, "It says the same as the version before.")

    def _tell(self, found: Sequence[Difference], nothing: str) -> None:
        self.said.setText(told(found) or nothing)
        self.text.setHtml(as_html(found))


def told(found: Sequence[Difference]) -> str:
    """How much is different, in a sentence; nothing where nothing is."""
    parts = []
    for of, one in (("section", "section"), ("item", "item"), ("details", "detail")):
        for kind, word in (
            ("added", "added"), ("cut", "cut"), ("changed", "changed"), ("moved", "moved"),
        ):  # fmt: skip
            number = sum(d.of == of and d.kind == kind for d in found)
            if number:
                parts.append(f"{wording.count(number, one)} {word}")
    return f"{wording.listed(parts)}." if parts else ""


def as_html(found: Sequence[Difference]) -> str:
    """The differences as rows of a sign and a text, sections in bold over their items."""
    rows = "".join(map(_row, found))
    return (
        f'<table cellspacing="0" cellpadding="4" width="100%"'
        f" style=\"font-family:'{SERIF}'; font-size:12pt\">{rows}</table>"
    )


def _row(one: Difference) -> str:
    text = joined([piece(kind, part) for kind, part in one.pieces])
    if one.note:
        text += " " + piece("same", f"({one.note})", is_kept=True)
    if one.of == "section":
        text = wording.bold(text)
    inset = _INDENT if one.of == "item" else 0
    sign = SIGNS[one.kind]
    return (
        f'<tr><td width="{24 + inset}" align="right">{wording.bold(sign)}</td><td>{text}</td></tr>'
    )
