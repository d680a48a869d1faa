"""Puts the panes side by side, connects them, remembers sizes; no logic of its own."""

from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QVBoxLayout, QWidget

from briefer.model.errors import BrieferError
from briefer.services.briefing_desk import BriefingDesk
from briefer.services.importing import Importing
from briefer.services.ledger import Ledger
from briefer.services.library import Changes, Library
from briefer.services.publishing import Publishing
from briefer.services.summarizing import Summarizing
from briefer.settings import Settings
from briefer.ui.briefing.briefing_pane import BriefingPane
from briefer.ui.commands import Commands
from briefer.ui.drop_target import DropTarget
from briefer.ui.jobs import Jobs
from briefer.ui.library.library_pane import LibraryPane
from briefer.ui.notices import Asking, NoticeBar
from briefer.ui.reading_room import ReadingRoom

# The first window's size, and the screen below which it takes all there is (pixels).
_SIZE, _ROOMY = QSize(1280, 800), QSize(1400, 900)


@dataclass
class House:
    """Everything the window stands on."""

    library: Library
    importing: Importing
    summarizing: Summarizing
    ledger: Ledger
    desk: BriefingDesk
    publishing: Publishing
    settings: Settings
    jobs: Jobs


class MainWindow(QMainWindow):
    """Briefer's window. Says what was dropped on it and when it closes."""

    dropped = Signal(object)
    closing = Signal()

    def __init__(self, house: House) -> None:
        super().__init__()
        self.setWindowTitle("Briefer")
        self.setAcceptDrops(True)
        self.house = house
        self.notice = NoticeBar()
        self.asking = Asking(self)
        self.library = LibraryPane(house.library)
        self.room = ReadingRoom(
            house.library, house.summarizing, house.ledger, house.jobs, self.asking, self.failed
        )
        self.briefing = BriefingPane(house.library, house.desk, house.ledger)
        self.panes = QSplitter(Qt.Orientation.Horizontal)
        for pane, least in ((self.library, 200), (self.room.pane, 500), (self.briefing, 250)):
            pane.setMinimumWidth(least)
            self.panes.addWidget(pane)
        self.panes.setStretchFactor(1, 1)
        self.panes.setChildrenCollapsible(False)
        top = QWidget()
        column = QVBoxLayout(top)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.panes, 1)
        self.setCentralWidget(top)
        self.drop_target = DropTarget(top)
        self.notice.float_over(top)
        self.commands = Commands(self)
        self._restore()
        self.library.chosen.connect(self.room.show)
        self.library.chosen.connect(self.library.model.mark_opened)
        house.library.subscribe(self._changed)

    def failed(self, error: Exception) -> None:
        """Tell the user what went wrong; what nobody expected goes on to the crash report."""
        if isinstance(error, BrieferError):
            self.notice.error(error)
        else:
            raise error

    def report_crash(self, report: str) -> None:
        """Say that something unexpected happened, and offer the report."""
        text = "Something went wrong in Briefer. Nothing was lost; you can go on."
        self.notice.warn(text, "Show report", lambda: self.asking.tell("Report", text, report))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        mime = event.mimeData()
        if mime.hasUrls() or mime.hasHtml() or (mime.hasText() and event.source() is None):
            event.acceptProposedAction()
            self.drop_target.invite()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.drop_target.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        mime: QMimeData = event.mimeData()
        event.acceptProposedAction()
        self.drop_target.hide()
        self.dropped.emit(mime)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.briefing.editor.commit()
        settings = self.house.settings
        settings.window = bytes(self.saveGeometry().toBase64().data()).decode()
        settings.panes = bytes(self.panes.saveState().toBase64().data()).decode()
        self.room.clear()
        self.closing.emit()
        super().closeEvent(event)

    def _changed(self, changes: Changes) -> None:
        self.library.refresh(changes)
        self.room.refresh(changes)
        self.briefing.refresh(changes)
        self.commands.refresh()
        if changes.of("shelf") and self.room.article is not None:
            gone = self.library.model.row_of(self.room.article.id) < 0
            if gone and not self.library.search.text():
                self.room.clear()

    def _restore(self) -> None:
        settings = self.house.settings
        self.resize(_SIZE)
        room = self.screen().availableGeometry()
        if room.width() < _ROOMY.width() or room.height() < _ROOMY.height():
            self.setWindowState(Qt.WindowState.WindowMaximized)
        self.panes.setSizes([250, 690, 340])
        if settings.window:
            self.restoreGeometry(QByteArray.fromBase64(settings.window.encode()))
        if settings.panes:
            self.panes.restoreState(QByteArray.fromBase64(settings.panes.encode()))
