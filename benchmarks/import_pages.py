"""Thousands of web pages brought into the window's library: pages a second, memory, heartbeat.

usage: python benchmarks/import_pages.py FOLDER [PAGES]

FOLDER holds pages.jsonl and the gzipped pages it names; they are used in turn, each copy under an
address of its own, until there are PAGES (2,000). Reading, analysis and storing are all in the time;
CPU is that of this process and all its workers. In the same run: trafilatura's extraction alone, one
process, of a hundred of the pages. Without a display the offscreen platform is used.
"""

import gzip
import json
import os
import resource
import sys
import tempfile
import threading
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import responsiveness
from responsiveness import Heart, wait


class Memory(threading.Thread):
    """Watches how much memory this process and its children hold (bytes resident, Linux)."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.most = 0
        self._over = threading.Event()

    def run(self) -> None:
        while not self._over.wait(0.2):
            self.most = max(self.most, sum(map(resident, family(os.getpid()))))

    def stop(self) -> int:
        self._over.set()
        return self.most


def family(process: int) -> list[int]:
    """The process and its descendants."""
    found = [process]
    for task in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            children = task.read_text().split()
        except OSError:
            continue
        for child in children:
            found += family(int(child))
    return found


def resident(process: int) -> int:
    """What the process holds that others do not share, and its part of what they do (bytes)."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def many(folder: Path, count: int, target: Path) -> list[Path]:
    records = [
        json.loads(line) for line in (folder / "pages.jsonl").read_text("utf-8").splitlines()
    ]
    paths = []
    for number in range(count):
        page = gzip.decompress((folder / records[number % len(records)]["id"]).read_bytes())
        address = f'<link rel="canonical" href="https://paper.example/{number}">'.encode()
        head = page.find(b">", page.lower().find(b"<head")) + 1
        path = target / f"page-{number:05}.html"
        path.write_bytes(page[:head] + address + page[head:])
        paths.append(path)
    return paths


def main() -> int:
    folder, count = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 2_000
    with tempfile.TemporaryDirectory(prefix="briefer-pages-") as home:
        os.environ["BRIEFER_HOME"] = str(Path(home) / "library")
        paths = many(folder, count, Path(home))
        # In a process of its own: what it loads is none of ours.
        with ProcessPoolExecutor(1, get_context("spawn")) as other:
            each = other.submit(by_trafilatura, paths[:100]).result()
        from PySide6.QtWidgets import QApplication

        from briefer import settings
        from briefer.app import build
        from briefer.ui import theme

        app = QApplication([])
        theme.load_fonts(app)
        theme.apply(app, "light")
        window = build(settings.Settings())
        window.show()
        wait(1500)
        memory, heart = Memory(), Heart()
        memory.start()
        began = time.perf_counter()
        window.commands.bringing_in.bring_in(paths)
        while window.house.jobs.busy:
            wait(50)
        took, beats, most = time.perf_counter() - began, heart.stop(), memory.stop()
        shown = window.library.model.shelf.articles
        window.close()
        window.house.close() if hasattr(window.house, "close") else None
    here, workers = (
        (usage.ru_utime + usage.ru_stime) / count
        for usage in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    )
    print(f"{'':44}{'pages/s':>9}{'CPU ms a page':>15}")
    print(f"{'trafilatura, extraction alone, one process':44}{1000 / each:>9.1f}{each:>15.0f}")
    print(
        f"{'Briefer: read, analysed and stored':44}{count / took:>9.1f}{1000 * (here + workers):>15.0f}"
    )
    print(
        f"{count} pages in {took:.0f} s, {shown} articles in the list; {most / 2**20:.0f} MB at most in all processes"
    )
    print(
        f"CPU a page: {1000 * workers:.0f} ms in the workers, {1000 * here:.0f} ms in the window's process"
    )
    over = sum(gap > 0.05 for gap in beats)
    print(f"window blocked at worst {1000 * beats[-1]:.0f} ms, {over} times over 50 ms")
    return 0


def by_trafilatura(paths: list[Path]) -> float:
    """CPU milliseconds a page."""
    import trafilatura

    began = time.process_time()
    for path in paths:
        trafilatura.bare_extraction(
            path.read_bytes().decode("utf-8", "replace"), with_metadata=True
        )
    return 1000 * (time.process_time() - began) / len(paths)


if __name__ == "__main__":
    sys.path.insert(0, str(responsiveness.ROOT))
    sys.exit(main())
