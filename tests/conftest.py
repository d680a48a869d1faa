"""A fresh world for every test: no display, own library, no dialog that nobody answers."""

import os
from pathlib import Path

# The screen of a small notebook; the plugin's own is narrower than the window. A colon, as behind
# the letter of a drive, would end the path.
os.environ["QT_QPA_PLATFORM"] = (
    f"offscreen:configfile={os.path.relpath(Path(__file__).with_name('screen.json'))}"
)

import pytest
from hypothesis import settings
from making import make_analysis, make_article

# How long an example takes says something of the machine, nothing of the code.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(autouse=True)
def own_home(tmp_path, monkeypatch):
    """Library, settings and backups of a test lie in its own folder."""
    home = tmp_path / "home"
    monkeypatch.setenv("BRIEFER_HOME", str(home))
    return home


@pytest.fixture(autouse=True)
def no_blocking_dialogs(monkeypatch):
    """A dialog that would wait for a person fails the test."""
    if "PySide6.QtWidgets" not in __import__("sys").modules:
        return
    from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog, QMessageBox

    def blocked(*_args, **_options):
        raise AssertionError("would have blocked the user")

    monkeypatch.setattr(QDialog, "exec", blocked)
    for name in ("critical", "warning", "information", "question"):
        monkeypatch.setattr(QMessageBox, name, blocked)
    for name in ("getOpenFileName", "getOpenFileNames", "getSaveFileName", "getExistingDirectory"):
        monkeypatch.setattr(QFileDialog, name, blocked)
    for name in ("getText", "getItem"):
        monkeypatch.setattr(QInputDialog, name, blocked)


@pytest.fixture
def library(tmp_path):
    """An empty library."""
    from briefer.services.library import Library

    found = Library(tmp_path / "library.db")
    yield found
    found.close()


@pytest.fixture
def article(library):
    """An article on the shelf of the library."""
    made = make_article()
    library.facts.add(made, make_analysis(made))
    with library.step("import article"):
        library.decisions.shelve(made.id)
    return made


@pytest.fixture
def made():
    """An article on the shelf of the library that a window opens."""
    from briefer import places
    from briefer.services.library import Library

    found = make_article("First")
    library = Library(places.library())
    library.facts.add(found, make_analysis(found))
    with library.step("import"):
        library.decisions.shelve(found.id)
    library.close()
    return found


@pytest.fixture
def window(qapp, qtbot):
    """The real window, furnished, over the test's own library; closed after the test."""
    from briefer import settings
    from briefer.app import build
    from briefer.ui import theme

    theme.load_fonts(qapp)
    theme.apply(qapp, "light")
    found = build(settings.Settings())
    qtbot.addWidget(found)
    with qtbot.waitExposed(found):
        found.show()
    yield found
    found.close()


def pytest_sessionfinish():
    """Without a display the clipboard's content outlives Python, and its end would crash."""
    gui = __import__("sys").modules.get("PySide6.QtGui")
    if gui is not None and gui.QGuiApplication.instance() is not None:
        gui.QGuiApplication.clipboard().clear()
