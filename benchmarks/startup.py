"""How long until the window is painted, beside a bare PySide6 window of three panes.

usage: python benchmarks/startup.py [RUNS]

Each start is a process of its own, ours and the bare one by turns; the time runs from the start of
the process to the end of the first paint, and on to the window filled with the sample articles. Also
printed: which heavy libraries had been imported by then. Without a display the offscreen platform is used.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HEAVY = ("sumy", "numpy", "docx", "reportlab", "lxml", "nltk", "trafilatura", "pypdfium2")

_TELL = f"""
def tell(what):
    print(what, time.time(), *[m for m in {HEAVY!r} if m in sys.modules], flush=True)
"""

BARE = (
    _TELL
    + """
import sys, time
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QListView, QMainWindow, QSplitter, QTextEdit, QTreeView
class Window(QMainWindow):
    seen = False
    def paintEvent(self, event):
        super().paintEvent(event)
        if not self.seen:
            self.seen = True
            QTimer.singleShot(0, self.end)
    def end(self):
        tell("painted")
        tell("ready")
        self.close()
app = QApplication([])
window = Window()
panes = QSplitter(Qt.Orientation.Horizontal)
for part in (QListView(), QTextEdit(), QTreeView()):
    panes.addWidget(part)
window.setCentralWidget(panes)
window.resize(1280, 800)
window.show()
app.exec()
"""
)

OURS = (
    _TELL
    + """
import sys, time
from briefer import app
from briefer.ui.main_window import MainWindow
from PySide6.QtCore import QTimer
furnish = app.furnish
def furnished(window, kept):
    tell("painted")
    furnish(window, kept)
    window.library.repaint()
    tell("ready")
    QTimer.singleShot(0, window.close)
app.furnish = furnished
app.main([])
"""
)


def start(code: str, world: dict[str, str]) -> tuple[float, float, str]:
    """Seconds until the first paint, until all is there, and the heavy modules imported by then."""
    began = time.time()
    done = subprocess.run(
        [sys.executable, "-c", code], env=world, capture_output=True, text=True, check=True
    )
    painted, ready = (line.split() for line in done.stdout.splitlines())
    return float(painted[1]) - began, float(ready[1]) - began, " ".join(ready[2:])


def main() -> int:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with tempfile.TemporaryDirectory(prefix="briefer-startup-") as home:
        world = {**os.environ, "BRIEFER_HOME": home, "PYTHONPATH": str(ROOT)}
        if not world.get("DISPLAY"):
            world.setdefault("QT_QPA_PLATFORM", "offscreen")
        subprocess.run(
            [sys.executable, "-m", "briefer", "library", "import", str(ROOT / "resources/samples")],
            env=world, check=True, capture_output=True,
        )  # fmt: skip
        table: dict[str, list[float]] = {}
        for number in range(runs + 2):
            bare, _, _ = start(BARE, world)
            painted, ready, modules = start(OURS, world)
            # The first two of each warm the disk.
            if number > 1:
                table.setdefault("bare window painted", []).append(bare)
                table.setdefault("Briefer painted", []).append(painted)
                table.setdefault("Briefer with its articles", []).append(ready)
    print(f"{'':28}{'median s':>10}{'fastest':>10}{'slowest':>10}{'ratio':>8}")
    base = statistics.median(table["bare window painted"])
    for name, times in table.items():
        middle = statistics.median(times)
        row = f"{middle:>10.3f}{min(times):>10.3f}{max(times):>10.3f}{middle / base:>8.2f}"
        print(f"{name:28}{row}")
    print(f"heavy libraries imported by then: {modules or 'none'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
