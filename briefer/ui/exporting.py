"""Writes the open briefing into files, or onto the clipboard for a mail."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from briefer.services.publishing import Pages
from briefer.ui import wording

if TYPE_CHECKING:
    from briefer.ui.main_window import MainWindow


class Exporting:
    """The commands that give a briefing out of the house."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._house = window.house

    def ask(self) -> None:
        """Ask which formats and where to, and write them."""
        from briefer.ui.dialogs.export_briefing import ExportBriefing

        self._window.briefing.editor.commit()
        briefing = self._window.briefing.current()
        if briefing is None:
            return
        settings = self._house.settings
        folder = Path(settings.last_folder) if settings.last_folder else Path.home()
        name = f"{briefing.details.title or 'Briefing'} {briefing.details.date}".strip()
        form = ExportBriefing(folder, name, self._window, house=settings.house_style)
        form.copy_wanted.connect(self.copy_for_mail)
        if not form.exec():
            return
        settings.last_folder = form.folder.text()
        settings.house_style = house = form.house.text().strip()
        self._window.notice.say("Writing and checking the documents…")
        self._window.commands.on_issues.export(
            briefing, form.paths, self._exported, house=house, carries=form.is_carrying
        )

    def copy_for_mail(self) -> None:
        """Put the briefing on the clipboard, with its styles and as plain text."""
        self._window.briefing.editor.commit()
        briefing = self._window.briefing.briefing

        def put(texts: tuple[str, str]) -> None:
            rich, plain = texts
            data = QMimeData()
            data.setHtml(rich)
            data.setText(plain)
            QGuiApplication.clipboard().setMimeData(data)
            self._window.notice.say("The briefing was copied. Paste it into a message.")

        work = lambda _: self._house.publishing.rich_text(briefing)  # noqa: E731
        self._house.jobs.start(work, put, self._window.failed)

    def _exported(self, written: list[Pages]) -> None:
        names = wording.listed([pages.path.name for pages in written])
        warnings = [warning for pages in written for warning in pages.warnings]
        text = f"{names} written to {written[0].path.parent} and checked."
        folder = QUrl.fromLocalFile(str(written[0].path.parent))
        show = "Show folder", lambda: (QDesktopServices.openUrl(folder), None)[1]
        if warnings:
            self._window.notice.warn(f"{text} {' '.join(dict.fromkeys(warnings))}", *show)
        else:
            self._window.notice.say(text, *show)

    def licences(self) -> None:
        """Ask what outlets want printed with their texts."""
        from briefer.ui.dialogs.licence_lines import LicenceLines

        form = LicenceLines(self._house.settings.licences, self._window)
        if form.exec():
            self._house.settings.licences = self._house.publishing.licences = form.lines
            self._window.commands.page_drawing.renew()
