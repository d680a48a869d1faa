"""Brings articles in: from files, folders, links, pastes and drops, in the background."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from PySide6.QtCore import QMimeData, QTimer
from PySide6.QtGui import QGuiApplication, QTextDocumentFragment

from briefer import places
from briefer.model.article import ArticleId
from briefer.model.errors import BrieferError
from briefer.services.importing import ImportReport, Paste
from briefer.services.issue_opening import CameIn
from briefer.services.reviewing import Found
from briefer.ui import wording
from briefer.ui.pace import Progress
from briefer.ui.reviewing import Reviewing

if TYPE_CHECKING:
    from briefer.ui.main_window import MainWindow
    from briefer.ui.notices import EmptyState

# Arriving articles are put on the shelf together, a few times a second (milliseconds); of many, less
# often: each time the list is painted anew.
_SHELVE_MS, _SHELVE_MANY_MS = 200, 500
_MANY = 50
# The import writes for some milliseconds; the window looks again then.
_SOON_MS = 15
# After the library refused, and so often again until it takes them (milliseconds).
_AGAIN_MS = 3000
# A dropped piece of a page of so many words is an article itself, not a link to one.
_WORDS_OF_AN_ARTICLE = 40

# Time for the list to be painted before the first article is laid out (milliseconds).
_BREATH_MS = 40


class BringingIn:
    """What the File menu and the drop target do."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._house = window.house
        self.reviewing = Reviewing(window, self)
        window.dropped.connect(self.drop)
        self._breath = QTimer(window, singleShot=True, interval=_BREATH_MS)
        self._breath.timeout.connect(self._open_first)
        window.closing.connect(self._breath.stop)

    def offer(self, empty: "EmptyState") -> None:
        """Put a button for each way in on the page that stands where no article is."""
        empty.offer("Choose files…", "file-import", self.files, primary=True)
        empty.offer("Paste an article", "clipboard-text", self.paste)
        empty.offer("Open a link…", "link", self.link)
        empty.offer("Try the samples", "sparkles", self.samples)

    def bring_in(self, inputs: Sequence[Path | str | Paste]) -> None:
        """Import in the background; articles appear as they arrive.

        What an export of a news database holds is shown before it is kept.
        """
        if not inputs:
            return
        jobs, importing = self._house.jobs, self._house.importing
        shelf = _Shelf(self._window)
        found: list[Found] = []
        issues: list[CameIn] = []

        def work(progress: Any) -> ImportReport:
            arrived = lambda key: jobs.back(lambda: shelf.waiting.append(key))  # noqa: E731
            held = lambda one: jobs.back(lambda: found.append(one))  # noqa: E731
            came = lambda one: jobs.back(lambda: issues.append(one))  # noqa: E731
            return importing.bring_in(inputs, progress, arrived, held, came)

        done = lambda report: self._imported(report, shelf, found, issues)  # noqa: E731
        job = jobs.start(work, done, self._window.failed)
        notice, cancel = self._window.notice, job.cancel
        # The first answer takes a while: the readers have to be started.
        notice.progress(0, 0, "", cancel)
        tell = lambda done, all_, name, left: notice.progress(done, all_, name, cancel, left)  # noqa: E731
        job.progressed.connect(Progress(tell, time.monotonic).step)
        job.ended.connect(lambda: self._ended(shelf, found))

    def drop(self, mime: QMimeData) -> None:
        """Import what was dropped: files, a link, or a piece of a page."""
        paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        links = [url.toString() for url in mime.urls() if url.scheme() in ("http", "https")]
        if paths:
            self.bring_in(paths)
        elif mime.hasHtml() and len(_words(mime).split()) > _WORDS_OF_AN_ARTICLE:
            self.bring_in([Paste(mime.text(), mime.html(), links[0] if links else "")])
        elif links:
            self.bring_in(links)
        elif _is_address(mime.text()):
            self.bring_in([mime.text().strip()])
        elif mime.hasUrls():
            self._window.notice.say("Only files and http or https addresses can be read.")
        elif _words(mime).strip():
            self.bring_in([Paste(mime.text(), mime.html())])
        else:
            self._window.notice.say("There is no text to read in it.")

    def files(self) -> None:
        """Ask for files."""
        paths = self._window.asking.files(self._house.settings.last_folder)
        if paths:
            self._house.settings.last_folder = str(paths[0].parent)
            self.bring_in(paths)

    def folder(self) -> None:
        """Ask for a folder."""
        path = self._window.asking.folder(self._house.settings.last_folder)
        if path is not None:
            self.bring_in([path])

    def paste(self) -> None:
        """The article on the clipboard."""
        mime = QGuiApplication.clipboard().mimeData()
        if mime is not None and (mime.hasUrls() or _words(mime).strip()):
            self.drop(mime)
        else:
            self._window.notice.say("Nothing to paste: copy the text of an article first.")

    def link(self) -> None:
        """Ask for an address."""
        copied = QGuiApplication.clipboard().text().strip()
        address = self._window.asking.line(
            "Open link",
            "Address of the article",
            copied if _is_address(copied) else "",
            verb="Open",
            note="The page is fetched from its site now; nothing else is sent.",
        )
        if address:
            self.bring_in([address if "://" in address else f"https://{address}"])

    def samples(self) -> None:
        """The articles that come with Briefer."""
        # The list shows the newest first: the first of the samples is to lead it.
        self.bring_in(sorted((places.resources() / "samples").iterdir(), reverse=True))

    def _imported(
        self, report: ImportReport, shelf: "_Shelf", found: list[Found], issues: list[CameIn]
    ) -> None:
        opened = self._window.commands.on_issues.open(issues)
        if issues and not report.articles and not report.failures:
            # What is said of the issue is all there is to say.
            return
        # Good news would cover that the library refused.
        shelf.when_filled(lambda: self._report(report, opened, held=bool(found)))

    def _report(self, report: ImportReport, opened: str, *, held: bool) -> None:
        if held and not report.articles and not report.failures:
            self._window.notice.say("What was found is kept when you import it.")
            return
        self.say(report, opened)

    def say(self, report: ImportReport, opened: str = "") -> None:
        """Tell what became of an import; `opened` is what is said of an issue that came with it."""
        report.texts = self._house.copies.texts(report.articles)
        watched = wording.watched(self._house.ledger.watched_in(report.articles))
        sentence = f"{opened} {report.sentence} {watched}".strip()
        if report.failures:
            lines = [(Path(name).name or name, str(error)) for name, error in report.failures]
            if len(lines) == 1:
                name, said = lines[0]
                self._window.notice.warn(f"{sentence} {name}: {said}")
            else:
                asking = self._window.asking
                show = lambda: asking.show_lines("Not imported", sentence, lines)  # noqa: E731
                self._window.notice.warn(sentence, "Show them", show)
        else:
            self._window.notice.say(sentence)
        # Not at once: painting the list and laying out an article together are felt.
        self._breath.start()

    def _ended(self, shelf: "_Shelf", found: list[Found]) -> None:
        shelf.close()
        if found:
            self.reviewing.show(found)
        if self._window.notice.text.startswith("Reading "):
            self._window.notice.say("Import stopped. What was read is kept.")
            self._open_first()

    def _open_first(self) -> None:
        """Read the newest article, if none is read."""
        if self._window.room.article is None:
            self._window.library.choose_first()
            self._window.library.list.setFocus()


def _is_address(text: str) -> bool:
    return text.strip().startswith(("http://", "https://")) and len(text.split()) == 1


def _words(mime: QMimeData) -> str:
    """What is offered as text; some programs offer nothing but HTML."""
    return mime.text() or QTextDocumentFragment.fromHtml(mime.html()).toPlainText()


class _Shelf:
    """Puts what one import brings on the shelf, as one step; several imports may run at once."""

    def __init__(self, window: "MainWindow") -> None:
        self.waiting: list[ArticleId] = []
        self._window = window
        self._name = uuid4().hex
        self._is_closing = self._is_over = False
        self._count = 0
        self._then: list[Callable[[], None]] = []
        self._timer = QTimer(window, interval=_SHELVE_MS)
        self._timer.timeout.connect(self.fill)
        self._timer.start()
        window.closing.connect(self._end)

    def fill(self) -> None:
        """Shelve what waits. When the library refuses, the window says so and tries it again."""
        if self._is_over:
            return
        taken, importing = self.waiting[:], self._window.house.importing
        if taken and not importing.writing.acquire(blocking=False):
            self._timer.start(_SOON_MS)
            return
        try:
            if taken:
                importing.shelve(taken, "import articles", self._name)
        except BrieferError as error:
            self._window.notice.error(error)
            self._timer.setInterval(_AGAIN_MS)
            return
        finally:
            if taken:
                importing.writing.release()
        self._count += len(taken)
        self._timer.setInterval(_SHELVE_MS if self._count < _MANY else _SHELVE_MANY_MS)
        del self.waiting[: len(taken)]
        then, self._then = self._then, []
        for call in then:
            call()
        if self._is_closing:
            self._timer.stop()

    def when_filled(self, call: Callable[[], None]) -> None:
        """Shelve what waits; call once nothing does."""
        self._then.append(call)
        self.fill()

    def close(self) -> None:
        """Shelve the last and stop."""
        self._is_closing = True
        self.fill()

    def _end(self) -> None:
        """The library is being closed."""
        self._is_over = True
        self._timer.stop()
