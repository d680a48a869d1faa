"""How long the window is blocked while 200 articles are imported, by a heartbeat on its thread.

usage: python benchmarks/responsiveness.py [ARTICLES] [FOLDER]

A timer beats every 5 ms on the window's thread; a gap between two beats, less those 5 ms, is time in
which the window could not answer. The baseline in the same run: the same window doing nothing, and
the same articles read and analysed on the window's thread. Articles are made of the samples unless a
FOLDER is given. Without a display the offscreen platform is used.
"""

import gc
import os
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
if not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# As the program has it from its start (briefer/__main__.py).
gc.set_threshold(50_000, 20, 50)

from PySide6.QtCore import QEventLoop, Qt, QTimer  # noqa: E402 - the platform is chosen before
from PySide6.QtWidgets import QApplication  # noqa: E402

BEAT = 0.005


class Heart:
    """Collects the gaps between beats (seconds beyond the beat).

    `spent` is the longest that the thread itself worked between two beats: on a machine that others
    use as well, a gap is also their doing.
    """

    def __init__(self) -> None:
        self.gaps: list[float] = []
        self.spent = 0.0
        self._worked = time.thread_time()
        self._last = time.perf_counter()
        self._timer = QTimer(interval=int(BEAT * 1000))
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.gaps.append(max(now - self._last - BEAT, 0.0))
        self._last = now
        worked = time.thread_time()
        self.spent = max(self.spent, worked - self._worked)
        self._worked = worked

    def stop(self) -> list[float]:
        self._timer.stop()
        return sorted(self.gaps)


def wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def many(count: int, folder: Path) -> list[Path]:
    """That many articles, each its own text, made of the samples."""
    texts = [p.read_text("utf-8") for p in sorted((ROOT / "resources/samples").glob("*.txt"))]
    paths = []
    for number in range(count):
        head, *rest = texts[number % len(texts)].split("\n\n")
        turn = number % max(len(rest), 1)
        body = [*rest[turn:], *rest[:turn], f"Report number {number} was filed at noon."]
        path = folder / f"article-{number:03}.txt"
        path.write_text("\n\n".join([f"{head} ({number})", *body]), "utf-8")
        paths.append(path)
    return paths


def show(name: str, seconds: float, gaps: list[float]) -> None:
    at = lambda share: gaps[min(int(len(gaps) * share), len(gaps) - 1)] * 1000  # noqa: E731
    over = sum(gap > 0.05 for gap in gaps)
    print(
        f"{name:34}{seconds:>8.1f}{at(0.5):>9.1f}{at(0.99):>9.1f}{gaps[-1] * 1000:>9.1f}{over:>12}"
    )


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    with tempfile.TemporaryDirectory(prefix="briefer-beat-") as home:
        os.environ["BRIEFER_HOME"] = str(Path(home) / "library")
        given = Path(sys.argv[2]) if len(sys.argv) > 2 else None
        paths = sorted(given.rglob("*.*"))[:count] if given else many(count, Path(home))
        from briefer import settings
        from briefer.app import build
        from briefer.ui import theme

        app = QApplication([])
        theme.load_fonts(app)
        theme.apply(app, "light")
        window = build(settings.Settings())
        window.show()
        wait(1500)
        print(f"{'':34}{'seconds':>8}{'median':>9}{'99 %':>9}{'worst':>9}{'over 50 ms':>12}")
        heart = Heart()
        wait(3000)
        show("window at rest (ms blocked)", 3.0, heart.stop())
        heart, began = Heart(), time.perf_counter()
        window.commands.bringing_in.bring_in(paths)
        while window.house.jobs.busy:
            wait(20)
        wait(500)
        show(f"importing {len(paths)} articles", time.perf_counter() - began, heart.stop())
        shown = window.library.model.shelf.articles
        heart, began = Heart(), time.perf_counter()
        on_the_windows_thread(paths[:20])
        wait(20)
        show("20 of them on the window's thread", time.perf_counter() - began, heart.stop())
        print(f"{shown} articles in the list")
        window.close()
    return 0


def on_the_windows_thread(paths: list[Path]) -> None:
    """What a window without workers would do: all in one go."""
    from briefer.engines import analyser, reader

    read, analyse = reader(), analyser()
    for path in paths:
        for article in read.read(path):
            analyse(article)


if __name__ == "__main__":
    sys.exit(main())
