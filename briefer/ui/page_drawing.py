"""Keeps the pages beside the outline true: composed and drawn in the background after a change."""

import atexit
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer

from briefer.services.publishing import Pages
from briefer.ui import wording
from briefer.ui.briefing.preview import draw

if TYPE_CHECKING:
    from briefer.ui.main_window import MainWindow

# The preview follows when typing and dragging pause (milliseconds).
_PAUSE_MS = 120


class PageDrawing:
    """Draws the open briefing's pages anew when it changes, if they are looked at."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._house = window.house
        self._folder = Path(tempfile.mkdtemp(prefix="briefer-"))
        atexit.register(shutil.rmtree, self._folder, ignore_errors=True)
        self._is_drawing = self._is_stale = False
        self._timer = QTimer(window, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self._draw)
        window.briefing.briefing_changed.connect(self.renew)
        window.briefing.pages_wanted.connect(self.renew)
        window.closing.connect(self._timer.stop)

    def renew(self) -> None:
        """Draw the preview again soon, if it is looked at."""
        if self._window.briefing.tabs.currentIndex() == 1:
            self._timer.start()

    def _draw(self) -> None:
        if self._is_drawing:
            self._is_stale = True
            return
        self._is_drawing = True
        briefing, width = self._window.briefing.briefing, self._window.briefing.preview.wanted_width
        path = self._folder / "preview.pdf"

        def work(_: Any) -> tuple[Pages, list[Any]]:
            pages = self._house.publishing.preview(briefing, path)
            return pages, draw(path, width)

        job = self._house.jobs.start(work, self._drawn, self._window.failed)
        job.ended.connect(self._draw_ended)

    def _drawn(self, result: tuple[Pages, list[Any]]) -> None:
        pages, images = result
        self._window.briefing.preview.show_pages(images)
        self._window.briefing.pages.count.setText(wording.count(len(images), "page"))
        self._window.briefing.show_layout(pages.layout)

    def _draw_ended(self) -> None:
        self._is_drawing = False
        if self._is_stale:
            self._is_stale = False
            self.renew()
