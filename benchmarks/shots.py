"""Screenshots of the window's states, light and dark, into docs/images. Needs no display.

usage: python benchmarks/shots.py [FOLDER]
"""

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["BRIEFER_HOME"] = tempfile.mkdtemp(prefix="briefer-shots-")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from briefer import settings
from briefer.app import build
from briefer.model.briefing import ArticleItem, TextItem
from briefer.ui import theme

ROOT = Path(__file__).resolve().parents[1]


def wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait_for_jobs(window) -> None:
    wait(300)
    while window.house.jobs.busy:
        wait(50)
    wait(400)


def main() -> int:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "images"
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    theme.load_fonts(app)
    theme.apply(app, "light")
    window = build(settings.Settings())
    window.resize(1280, 800)
    window.show()
    wait(300)

    def shoot(name: str) -> None:
        for look in ("light", "dark"):
            theme.apply(app, look)
            window.room.pane.view.mark()
            wait(150)
            window.grab().save(str(folder / f"{name}-{look}.png"))
        theme.apply(app, "light")

    shoot("empty")
    window.commands.actions["samples"].trigger()
    wait_for_jobs(window)
    window.notice.hide()
    window.library.list.setCurrentIndex(window.library.model.index(0))
    wait(200)
    model = window.library.model
    cards = [model.card(model.index(row)) for row in range(min(4, model.rowCount()))]
    window.commands.add_to_briefing([ArticleItem(card.id) for card in cards])
    window.commands.add_to_briefing(
        [TextItem("The talks go on; no decision is expected before Friday.")]
    )
    wait(200)
    shoot("window")
    window.room.pane.tabs.setCurrentIndex(1)
    window.room.actors.list.setCurrentIndex(window.room.actors.model.index(0))
    shoot("actors")
    window.room.pane.tabs.setCurrentIndex(2)
    window.briefing.tabs.setCurrentIndex(1)
    wait_for_jobs(window)
    wait_for_jobs(window)
    shoot("pages")
    window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
