"""A second start does not open a second window on the same library."""

import json
import subprocess
import sys

from briefer.ui.one_window import OneWindow

_SECOND = """
import sys, json
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from briefer.ui.one_window import OneWindow
app = QCoreApplication([])
one = OneWindow(Path(sys.argv[1]))
print(json.dumps([one.is_first(), one.hand_over(["/tmp/a.txt", "https://x.example/b"])]))
"""


def test_a_second_start_hands_its_files_to_the_first_window(qtbot, tmp_path):
    first = OneWindow(tmp_path)
    assert first.is_first()
    first.listen()
    second = None
    with qtbot.waitSignal(first.handed_over, timeout=20000) as heard:
        second = subprocess.Popen(
            [sys.executable, "-c", _SECOND, str(tmp_path)], stdout=subprocess.PIPE, text=True
        )
    said, _ = second.communicate(timeout=20)
    first.close()

    assert heard.args == [["/tmp/a.txt", "https://x.example/b"]]
    assert json.loads(said) == [False, True]


def test_a_window_that_was_killed_does_not_lock_its_library(tmp_path):
    code = (
        "import os, sys; from pathlib import Path; from briefer.ui.one_window import OneWindow;"
        " assert OneWindow.is_first(one := OneWindow(Path(sys.argv[1]))); os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False)

    again = OneWindow(tmp_path)
    assert (tmp_path / "window.lock").exists()
    assert again.is_first()
    again.close()
