"""The only place where parts meet: settings, library, services, window."""

import contextlib
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from briefer import crash, places, settings
from briefer.model.errors import BrieferError

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from briefer.ui.main_window import MainWindow
    from briefer.ui.one_window import OneWindow

# While the window waits for another program to let go of the library it is frozen (milliseconds).
# The import of this program holds it for some milliseconds an article.
_PATIENCE = 250
# The window is at rest so long after it was shown; then the workers that read files get ready
# (milliseconds).
_AT_REST = 500


def main(arguments: Sequence[str]) -> int:
    """Open the window and import the files and addresses named; the exit status."""
    if not _has_display():
        print(
            "briefer: There is no display, so the window cannot open. Use a command instead:"
            " briefer --help",
            file=sys.stderr,
        )
        return 1
    from PySide6.QtWidgets import QApplication, QMessageBox

    from briefer.ui import theme
    from briefer.ui.one_window import OneWindow

    app = QApplication([sys.argv[0]])
    app.setApplicationName("Briefer")
    app.setDesktopFileName("briefer")
    kept = settings.load(places.settings())
    theme.load_fonts(app)
    theme.apply(app, kept.theme)
    one = OneWindow(places.home())
    # The first window may stand in another folder than this start.
    named = [name if "://" in name else str(Path(name).absolute()) for name in arguments]
    if one.is_first():
        return _open(app, kept, one, named)
    if one.hand_over(named):
        return 0
    said = "Briefer is already open and does not answer. Close it, then start it again."
    QMessageBox.critical(None, "Briefer", said)
    return 1


def _open(
    app: "QApplication", kept: settings.Settings, one: "OneWindow", named: Sequence[str]
) -> int:
    """Show the window bare, then make it live; the exit status when it was closed."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QMessageBox

    from briefer.ui.main_window import MainWindow

    window = MainWindow(kept)

    def bring_in(names: Sequence[str]) -> None:
        inputs = [name if "://" in name else Path(name) for name in names]
        window.commands.bringing_in.bring_in(inputs)
        window.raise_()
        window.activateWindow()

    def begin() -> None:
        try:
            furnish(window, kept)
        except BrieferError as error:
            QMessageBox.critical(window, "Briefer", f"{error}\n\n{error.name}")
            app.exit(1)
            return
        crash.install(window.report_crash, window.failed)
        one.handed_over.connect(bring_in)
        one.listen()
        if named:
            bring_in(named)
        else:
            QTimer.singleShot(_AT_REST, window.house.importing.get_ready)

    window.closing.connect(one.close)
    window.painted.connect(begin)
    window.show()
    return app.exec()


def build(kept: settings.Settings) -> "MainWindow":
    """The window with everything it stands on. Raises LibraryProblem."""
    from briefer.ui.main_window import MainWindow

    window = MainWindow(kept)
    furnish(window, kept)
    return window


def furnish(window: "MainWindow", kept: settings.Settings) -> None:
    """Open the library and make the window live. Raises LibraryProblem."""
    from briefer.services.briefing_desk import BriefingDesk
    from briefer.services.crew import Crew
    from briefer.services.duplicates import Copies
    from briefer.services.importing import Importing
    from briefer.services.ledger import Ledger
    from briefer.services.library import Library
    from briefer.services.publishing import Publishing
    from briefer.services.renewing import Renewing
    from briefer.services.story_telling import StoryTelling
    from briefer.services.summarizing import Summarizing
    from briefer.services.watching import Watching
    from briefer.ui.jobs import Jobs
    from briefer.ui.main_window import House

    library = Library(places.library(), patience=_PATIENCE)
    crew = Crew()
    house = House(
        library=library,
        importing=Importing(library, crew),
        copies=Copies(library, kept.lead_copy),
        summarizing=Summarizing(library, crew, kept.length, names_meant=kept.names_meant),
        ledger=Ledger(library),
        desk=BriefingDesk(library, kept.habits),
        watching=Watching(library, crew),
        renewing=Renewing(library, crew),
        publishing=Publishing(library, kept.length, kept.lead_copy, names_meant=kept.names_meant),
        stories=StoryTelling(library, kept.length),
        settings=kept,
        jobs=Jobs(),
    )
    house.publishing.licences = kept.licences
    house.ledger.engine = kept.actor_engine
    crew.choose_engine(kept.actor_engine)
    window.furnish(house)

    def close() -> None:
        house.jobs.close()
        crew.close()
        house.publishing.close()
        house.stories.close()
        # A full disk must not keep the library from being closed.
        with contextlib.suppress(OSError):
            settings.save(kept, places.settings())
        library.save_daily(places.backups(), date.today())  # noqa: DTZ011 - the user's own day
        library.close()

    window.closing.connect(close)


def _has_display() -> bool:
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
