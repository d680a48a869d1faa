"""All hostile files dropped on the window at once, and folders that lead elsewhere."""

import os
import socket
import sys
from pathlib import Path

import pytest
from corpus import ARTICLE, Around, all_cases
from PySide6.QtCore import QMimeData, QTimer, QUrl

pytestmark = pytest.mark.gui

# One of each family, the quick ones: what takes its whole time limit is read by test_hostile_files.
SLOW = 60_000


@pytest.fixture
def hostile_folder(tmp_path):
    """Small hostile files, in folders named after what must come of them."""
    secret = tmp_path / "secret" / "canary.txt"
    secret.parent.mkdir()
    secret.write_text("The canary sings at dawn.")
    folder = tmp_path / "hostile"
    folder.mkdir()
    for case in all_cases():
        path = folder / case.name
        case.make(path, Around(secret, "http://127.0.0.1:9"))
        if path.stat().st_size > SLOW or case.name.startswith(("line-", "ld-types", "charset-")):
            path.unlink()
    return folder


class Heart:
    """Beats in the window's thread, a hundred times a second where nothing holds it up."""

    def __init__(self):
        self.beats = 0
        self._timer = QTimer(interval=10)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self):
        self.beats += 1


def dropped(*paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def everything_read(window, qtbot):
    qtbot.waitUntil(lambda: not window.house.jobs.busy, timeout=150_000)
    for _ in range(3):
        if "could not be read" in window.notice.text or "imported" in window.notice.text:
            break
        qtbot.wait(100)


def test_the_window_lives_and_says_one_thing_of_each_bad_file(
    window, qtbot, hostile_folder, monkeypatch
):
    shown, cases = [], {case.name: case for case in all_cases()}
    monkeypatch.setattr(window.asking, "show_lines", lambda *told: shown.append(told))
    monkeypatch.setattr(window.commands.bringing_in.reviewing, "show", lambda _found: None)
    names = {path.name for path in hostile_folder.iterdir()}
    heart = Heart()

    window.commands.bringing_in.drop(dropped(hostile_folder))
    everything_read(window, qtbot)
    window.notice._act()

    # A window that waited for each file would have beaten once for each at most.
    assert heart.beats > 2 * len(names)
    assert window.isVisible()
    ((_, _, lines),) = shown
    told = [name for name, _ in lines]
    refused = {name for name in names if cases[name].must not in (ARTICLE, "either")}
    assert refused
    assert refused <= {next((n for n in names if n in line), line) for line in told}
    assert window.library.model.rowCount() >= 10


@pytest.mark.skipif(sys.platform == "win32", reason="other systems' links, pipes and devices")
def test_a_folder_of_links_pipes_and_sockets_gives_only_its_own_files(window, qtbot, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("The canary sings at dawn, the port said on Monday.")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "good\nname.txt").write_text("The ferry strike ended on Monday, the port said.")
    (folder / "to-secret.txt").symlink_to(secret)
    (folder / "to-itself.txt").symlink_to(folder / "to-itself.txt")
    (folder / "round").symlink_to(folder)
    (folder / "device.txt").symlink_to("/dev/zero")
    (folder / "gone.txt").symlink_to(folder / "nothing.txt")
    os.mkfifo(folder / "pipe.txt")
    listening = socket.socket(socket.AF_UNIX)
    here = Path.cwd()
    os.chdir(folder)
    try:
        listening.bind("socket.txt")
    finally:
        os.chdir(here)

    window.commands.bringing_in.drop(dropped(folder, folder / "pipe.txt"))
    everything_read(window, qtbot)
    listening.close()

    assert window.library.model.rowCount() == 1
    assert "1 article imported, 1 could not be read." in window.notice.text
    assert "pipe" in window.notice.text
