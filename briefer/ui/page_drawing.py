"""Keeps the pages beside the outline true: composed and drawn in the background after a change."""

import atexit
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer

from briefer.services.publishing import Pages
from briefer.ui import wording
from briefer.ui.briefing.preview import Sheets, draw

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
        # Two files by turns: the one that is looked at is never written to.
        self._shown: Path | None = None
        # Whether what was last asked for came: what failed is not asked for again and again.
        self._has_drawn = False
        self._timer = QTimer(window, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self._draw)
        window.briefing.briefing_changed.connect(self.renew)
        window.briefing.pages_wanted.connect(self.renew)
        window.briefing.preview.pictures_wanted.connect(self._draw_more)
        window.closing.connect(self._timer.stop)

    def renew(self) -> None:
        """Draw the preview again soon, if it is looked at."""
        if self._window.briefing.tabs.currentIndex() == 1:
            self._timer.start()

    def _draw(self) -> None:
        if self._is_drawing:
            self._is_stale = True
            return
        self._is_drawing, self._has_drawn = True, False
        briefing, preview = self._window.briefing.briefing, self._window.briefing.preview
        width, wanted = preview.wanted_width, preview.in_view
        path = self._folder / ("other.pdf" if self._is_in("preview.pdf") else "preview.pdf")

        def work(_: Any) -> tuple[Pages, Sheets]:
            pages = self._house.publishing.preview(briefing, path)
            return pages, draw(path, width, wanted)

        job = self._house.jobs.start(work, self._drawn, self._window.failed)
        job.ended.connect(self._draw_ended)

    def _is_in(self, name: str) -> bool:
        return self._shown is not None and self._shown.name == name

    def _drawn(self, result: tuple[Pages, Sheets]) -> None:
        pages, sheets = result
        self._shown, self._has_drawn = pages.path, True
        self._window.briefing.pages.count.setText(wording.count(len(sheets.sizes), "page"))
        self._window.briefing.show_layout(pages.layout)
        self._window.briefing.preview.show_pages(sheets)

    def _draw_ended(self) -> None:
        self._is_drawing = False
        if self._is_stale:
            self._is_stale = False
            self.renew()
        elif self._has_drawn:
            self._draw_more()

    def _draw_more(self) -> None:
        """Draw the pages that have come into view since."""
        preview, path = self._window.briefing.preview, self._shown
        count = len(preview.sheets.sizes)
        wanted = [n for n in preview.in_view if n < count and n not in preview.sheets.pictures]
        if self._is_drawing or path is None or not wanted:
            return
        self._is_drawing, self._has_drawn = True, False
        width = preview.wanted_width

        def add(sheets: Sheets) -> None:
            self._has_drawn = True
            preview.add_pictures(sheets.pictures)

        job = self._house.jobs.start(lambda _: draw(path, width, wanted), add, self._window.failed)
        job.ended.connect(self._draw_ended)
