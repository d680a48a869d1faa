"""What each action of the menus does."""

import tempfile
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from PySide6.QtCore import QMimeData, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from briefer import __version__, places
from briefer.model.article import ArticleId
from briefer.model.briefing import ArticleItem
from briefer.services.importing import ImportReport, Paste
from briefer.services.publishing import Pages
from briefer.ui import actions, theme, wording
from briefer.ui.briefing.preview import draw
from briefer.ui.dialogs.briefing_details import BriefingDetails
from briefer.ui.dialogs.export_briefing import ExportBriefing
from briefer.ui.dialogs.preferences import Preferences
from briefer.ui.dialogs.source_form import SourceForm

if TYPE_CHECKING:
    from briefer.ui.main_window import MainWindow

# Arriving articles are put on the shelf together, a few times a second (milliseconds).
_SHELVE_MS = 200
# The preview follows when typing and dragging pause (milliseconds).
_PREVIEW_MS = 200


class Commands:
    """The handlers, and what they share: imports and previews under way."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._house = window.house
        self._arrived: list[ArticleId] = []
        self._import_name = ""
        self._folder = Path(tempfile.mkdtemp(prefix="briefer-"))
        self._is_drawing = self._is_stale = False
        self._shelving = QTimer(window, interval=_SHELVE_MS)
        self._shelving.timeout.connect(self._shelve)
        self._previewing = QTimer(window, singleShot=True, interval=_PREVIEW_MS)
        self._previewing.timeout.connect(self._draw)
        self.actions = actions.build(window, self._handlers())
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Name what undo and redo would do, and allow what can be done."""
        library = self._house.library
        for name, label in (("undo", library.undo_label), ("redo", library.redo_label)):
            self.actions[name].setText(f"&{name.title()} {label or ''}".rstrip())
            self.actions[name].setEnabled(label is not None)

    def bring_in(self, inputs: Sequence[Path | str | Paste]) -> None:
        """Import in the background; articles appear as they arrive."""
        if not inputs:
            return
        self._import_name = uuid4().hex
        jobs, importing = self._house.jobs, self._house.importing

        def work(progress: Any) -> ImportReport:
            arrived = lambda key: jobs.back(lambda: self._arrived.append(key))  # noqa: E731
            return importing.bring_in(inputs, progress, arrived)

        job = jobs.start(work, self._imported, self._window.failed)
        notice = self._window.notice
        job.progressed.connect(lambda d, t, name: notice.progress(d, t, name, job.cancel))
        job.ended.connect(self._import_ended)
        self._shelving.start()

    def drop(self, mime: QMimeData) -> None:
        """Import what was dropped: files, a link, or a piece of a page."""
        paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        links = [url.toString() for url in mime.urls() if url.scheme() in ("http", "https")]
        if paths:
            self.bring_in(paths)
        elif mime.hasHtml() and len(mime.text().split()) > 40:
            self.bring_in([Paste(mime.text(), mime.html(), links[0] if links else "")])
        elif links:
            self.bring_in(links)
        elif mime.hasText():
            self.bring_in([Paste(mime.text(), mime.html())])

    def add_to_briefing(self, contents: Sequence[Any]) -> None:
        """Put contents where they belong in the open briefing."""
        if contents:
            self._window.briefing.add(list(contents))

    def _handlers(self) -> dict[str, Callable[[], None]]:
        window, library = self._window, self._house.library
        tabs = window.room.pane.tabs
        return {
            "import_files": self._import_files,
            "import_folder": self._import_folder,
            "paste": self._paste,
            "open_link": self._open_link,
            "samples": self._samples,
            "export": self._export,
            "back_up": self._back_up,
            "preferences": self._preferences,
            "quit": lambda: (window.close(), None)[1],
            "undo": self._undo,
            "redo": lambda: (library.redo(), None)[1],
            "find": window.library.search.setFocus,
            "add_article": self._add_articles,
            "pin": lambda: window.room.rule_at_cursor("pin"),
            "exclude": lambda: window.room.rule_at_cursor("exclude"),
            "source": self._source,
            "remove_article": lambda: self._remove(window.library.selected),
            "new_briefing": lambda: window.briefing.open(self._house.desk.new()),
            "details": self._details,
            "add_text": window.briefing.add_text,
            "remove_item": window.briefing.remove_selected,
            "show_library": lambda: self._toggle(window.library),
            "show_briefing": lambda: self._toggle(window.briefing),
            "summary_tab": lambda: tabs.setCurrentIndex(0),
            "actors_tab": lambda: tabs.setCurrentIndex(1),
            "quotes_tab": lambda: tabs.setCurrentIndex(2),
            "pages": self._flip,
            "larger": lambda: self._zoom(1),
            "smaller": lambda: self._zoom(-1),
            "dark": self._toggle_dark,
            "shortcuts": self._shortcuts,
            "about": self._about,
        }

    def _connect(self) -> None:
        window = self._window
        window.dropped.connect(self.drop)
        window.library.wanted_in_briefing.connect(
            lambda keys: self.add_to_briefing([ArticleItem(key) for key in keys])
        )
        window.library.removal_wanted.connect(self._remove)
        room = window.room
        for part in (room.pane.summary, room.actors, room.quotes):
            part.wanted_in_briefing.connect(self.add_to_briefing)
        room.pane.wanted_in_briefing.connect(self._add_articles)
        room.pane.source_wanted.connect(self._source)
        briefing = window.briefing
        briefing.export_wanted.connect(self._export)
        briefing.details_wanted.connect(self._details)
        briefing.line_wanted.connect(self._ask_line)
        briefing.briefing_changed.connect(self.renew_pages)
        briefing.pages_wanted.connect(self.renew_pages)
        for empty in (room.pane.empty,):
            empty.offer("Choose files…", "file-import", self._import_files, primary=True)
            empty.offer("Paste an article", "clipboard-text", self._paste)
            empty.offer("Try the samples", "sparkles", self._samples)
        self.actions["show_library"].setChecked(True)
        self.actions["show_briefing"].setChecked(True)
        self.actions["dark"].setChecked(theme.Look.now() is theme.read("dark"))
        room.pane.view.set_points(self._house.settings.text_size)

    def _imported(self, report: ImportReport) -> None:
        self._shelve()
        if report.failures:
            lines = "\n".join(f"{Path(name).name}: {error}" for name, error in report.failures)
            if len(report.failures) == 1:
                self._window.notice.warn(f"{report.sentence} {lines}")
            else:
                show = lambda: self._window.asking.tell("Not imported", report.sentence, lines)  # noqa: E731
                self._window.notice.warn(report.sentence, "Show them", show)
        else:
            self._window.notice.say(report.sentence)
        if report.articles and self._window.room.article is None:
            self._window.library.choose(report.articles[0])

    def _import_ended(self) -> None:
        self._shelve()
        self._shelving.stop()
        if self._window.notice.text.startswith("Reading "):
            self._window.notice.say("Import stopped. What was read is kept.")

    def _shelve(self) -> None:
        if self._arrived:
            arrived, self._arrived = self._arrived, []
            self._house.importing.shelve(arrived, "import articles", self._import_name)

    def _undo(self) -> None:
        self._window.briefing.editor.commit()
        self._house.library.undo()

    def _import_files(self) -> None:
        paths = self._window.asking.files(self._house.settings.last_folder)
        if paths:
            self._house.settings.last_folder = str(paths[0].parent)
            self.bring_in(paths)

    def _import_folder(self) -> None:
        path = self._window.asking.folder(self._house.settings.last_folder)
        if path is not None:
            self.bring_in([path])

    def _paste(self) -> None:
        mime = QGuiApplication.clipboard().mimeData()
        if mime is not None:
            self.drop(mime)

    def _open_link(self) -> None:
        address = self._window.asking.line("Open link", "Address of the article")
        if address:
            self.bring_in([address if "://" in address else f"https://{address}"])

    def _samples(self) -> None:
        self.bring_in([places.resources() / "samples"])

    def _add_articles(self) -> None:
        chosen = self._window.library.selected
        if not chosen and self._window.room.article is not None:
            chosen = [self._window.room.article.id]
        self.add_to_briefing([ArticleItem(key) for key in chosen])

    def _remove(self, keys: Sequence[ArticleId]) -> None:
        if keys:
            with self._house.library.step(f"remove {wording.count(len(keys), 'article')}"):
                for key in keys:
                    self._house.library.decisions.take_off(key)

    def _source(self) -> None:
        article = self._window.room.article
        if article is None:
            return
        form = SourceForm(article.source, self._window)
        if form.exec() and form.fixes:
            with self._house.library.step("correct source"):
                for field, value in form.fixes.items():
                    self._house.library.decisions.fix(article.id, field, value)

    def _details(self) -> None:
        briefing = self._window.briefing.current()
        if briefing is None:
            return
        form = BriefingDetails(briefing.details, self._window)
        if form.exec():
            with self._house.library.step("edit details"):
                self._house.library.briefings.set_details(briefing.id, form.details)

    def _export(self) -> None:
        self._window.briefing.editor.commit()
        briefing = self._window.briefing.current()
        if briefing is None:
            return
        settings = self._house.settings
        folder = Path(settings.last_folder) if settings.last_folder else Path.home()
        name = f"{briefing.details.title or 'Briefing'} {briefing.details.date}".strip()
        form = ExportBriefing(folder, name, self._window)
        if not form.exec():
            return
        settings.last_folder = form.folder.text()
        self._window.notice.say("Writing and checking the documents…")
        paths = form.paths
        self._house.jobs.start(
            lambda _: self._house.publishing.export(briefing.id, paths),
            self._exported,
            self._window.failed,
        )

    def _exported(self, written: list[Pages]) -> None:
        names = " and ".join(pages.path.name for pages in written)
        warnings = [warning for pages in written for warning in pages.warnings]
        text = f"{names} written to {written[0].path.parent} and checked."
        if warnings:
            self._window.notice.warn(f"{text} {' '.join(dict.fromkeys(warnings))}")
        else:
            self._window.notice.say(text)

    def _back_up(self) -> None:
        name = f"Briefer library {datetime.now().astimezone():%Y-%m-%d}.db"
        path = self._window.asking.save_as("Back up library", name, "Library (*.db)")
        if path is not None:
            self._house.library.back_up(path.parent, path.stem)
            self._window.notice.say(f"The library was copied to {path}.")

    def _preferences(self) -> None:
        form = Preferences(self._house.settings, self._window)
        if form.exec():
            for name, value in form.values.items():
                setattr(self._house.settings, name, value)
            self._dress(self._house.settings.theme)
            self._window.room.pane.view.set_points(self._house.settings.text_size)

    def _toggle_dark(self) -> None:
        wanted = "dark" if self.actions["dark"].isChecked() else "light"
        self._house.settings.theme = wanted
        self._dress(wanted)

    def _dress(self, wanted: str) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, wanted)
        self.actions["dark"].setChecked(theme.Look.now() is theme.read("dark"))
        self._window.room.pane.view.mark()

    def _toggle(self, pane: Any) -> None:
        pane.setVisible(pane.isHidden())

    def _zoom(self, points: int) -> None:
        settings = self._house.settings
        settings.text_size = min(max(settings.text_size + points, 8), 28)
        self._window.room.pane.view.set_points(settings.text_size)

    def _flip(self) -> None:
        tabs = self._window.briefing.tabs
        tabs.setCurrentIndex(1 - tabs.currentIndex())

    def _shortcuts(self) -> None:
        lines = "\n".join(f"{keys}\t{text}" for text, keys in actions.shortcuts())
        self._window.asking.tell("Keyboard shortcuts", lines)

    def _about(self) -> None:
        text = f"Briefer {__version__}\n\nFrom dropped articles to a briefing in the post, on your own machine."
        self._window.asking.tell("About Briefer", text)

    def _ask_line(self, answer: Callable[[str], None], title: str, text: str) -> None:
        given = self._window.asking.line(title, "Name", text)
        if given:
            answer(given)

    def renew_pages(self) -> None:
        """Draw the preview again soon, if it is looked at."""
        if self._window.briefing.tabs.currentIndex() == 1:
            self._previewing.start()

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
        self._window.briefing.show_layout(pages.layout)

    def _draw_ended(self) -> None:
        self._is_drawing = False
        if self._is_stale:
            self._is_stale = False
            self.renew_pages()
