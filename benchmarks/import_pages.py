"""Thousands of web pages brought into the window's library: pages a second, memory, heartbeat.

usage: python benchmarks/import_pages.py FOLDER|texts [PAGES] [--profile FILE]

FOLDER holds pages.jsonl and the gzipped pages it names; they are used in turn, each copy under an
address and in words of its own, until there are PAGES (2,000). With "texts" plain texts are made of
the samples instead. Reading, analysis and storing are all in the time. The window runs in a process
of its own, so that watching its memory costs it nothing; --profile keeps what its thread did. In the
same run: trafilatura's extraction alone, one process, of a hundred of the pages. Without a display
the offscreen platform is used.
"""

import argparse
import cProfile
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import made_copies

_EACH = 0.5


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("folder")
    parser.add_argument("pages", nargs="?", type=int, default=2_000)
    parser.add_argument("--profile", default="")
    parser.add_argument("--window", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.window:
        return window(Path(asked.folder), asked.profile)
    with tempfile.TemporaryDirectory(prefix="briefer-pages-") as home:
        pages = Path(home) / "pages"
        pages.mkdir()
        if asked.folder == "texts":
            made_copies.texts(asked.pages, pages)
        else:
            paths = made_copies.pages(Path(asked.folder), asked.pages, pages)
            # In a process of its own: what it loads is none of ours.
            with ProcessPoolExecutor(1, get_context("spawn")) as other:
                each = other.submit(by_trafilatura, paths[:100]).result()
            print(f"trafilatura, extraction alone, one process: {1000 / each:.1f} pages/s")
        command = [sys.executable, __file__, str(pages), "--window", "--profile", asked.profile]
        environment = {**os.environ, "BRIEFER_HOME": str(Path(home) / "library")}
        process = subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, text=True)
        memory = watched(process)
        assert process.stdout is not None
        told = json.loads(process.stdout.read().splitlines()[-1])
        process.wait()
    say(told, memory, asked.pages)
    return 0


def say(told: dict[str, Any], memory: list[tuple[int, int]], count: int) -> None:
    """Print what the window told, and what its processes held when they held most."""
    took, here, workers = told["seconds"], told["here"], told["workers"]
    print(f"{count} pages in {took:.0f} s: {count / took:.1f} pages/s, {told['shown']} in the list")
    print(f"it said: {told['said']}")
    print(
        f"CPU a page: {1000 * workers / count:.1f} ms in the workers,"
        f" {1000 * here / count:.1f} ms in the window's process"
        f" ({1000 * told['thread'] / count:.1f} ms of it in the window's thread)"
    )
    parts = [f"{kind} {size / 2**20:.0f}" for kind, size in memory]
    most = sum(size for _, size in memory) / 2**20
    print(f"memory at most ({told['measure']}): {most:.0f} MB in all; {', '.join(parts)}")
    worst = ", ".join(f"{1000 * gap:.0f}" for gap in told["worst"])
    print(f"window blocked {told['over']} times over 50 ms; the longest (ms): {worst}")
    print(f"the longest work of its own thread at once: {1000 * told['spent']:.0f} ms")


def window(folder: Path, profile: str) -> int:
    """Import the folder in the real window; tells what came of it as a line of JSON."""
    from PySide6.QtWidgets import QApplication
    from responsiveness import Heart, wait  # Chooses the platform before Qt is loaded.

    from briefer import settings
    from briefer.app import build
    from briefer.ui import theme

    app = QApplication([])
    theme.load_fonts(app)
    theme.apply(app, "light")
    shown = build(settings.Settings())
    shown.show()
    # As when the program is started and its window is at rest.
    shown.house.importing.get_ready()
    wait(2500)
    watch = cProfile.Profile()
    before, thread = time.process_time(), time.thread_time()
    heart, began = Heart(), time.perf_counter()
    if profile:
        watch.enable()
    shown.commands.bringing_in.bring_in([folder])
    while shown.house.jobs.busy:
        wait(50)
    took = time.perf_counter() - began
    wait(500)
    if profile:
        watch.disable()
        watch.dump_stats(profile)
    beats = heart.stop()
    told = {
        "seconds": took,
        "over": sum(gap > 0.05 for gap in beats),
        "worst": beats[:-9:-1],
        "spent": heart.spent,
        "here": time.process_time() - before,
        "thread": time.thread_time() - thread,
        "shown": shown.library.model.shelf.articles,
        "said": shown.notice.text,
        "measure": "proportional set size" if _has_shares() else "resident set size",
    }
    shown.close()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(json.dumps({**told, "workers": used.ru_utime + used.ru_stime}), flush=True)
    return 0


def watched(process: "subprocess.Popen[str]") -> list[tuple[int, int]]:
    """(who, bytes) of the process and its children when together they held most (Linux)."""
    most: list[tuple[int, int]] = []
    while process.poll() is None:
        own, *others = family(process.pid)
        now = [("window", held(own)), *(("worker", held(one)) for one in others)]
        if sum(size for _, size in now) > sum(size for _, size in most):
            most = now
        time.sleep(_EACH)
        # What it tells is one line, which waits in the pipe.
    return most


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


def held(process: int) -> int:
    """What the process holds that others do not share, and its part of what they do (bytes).

    Where the system does not tell shares, all that is resident.
    """
    name, field = ("smaps_rollup", "Pss:") if _has_shares() else ("status", "VmRSS:")
    try:
        lines = Path(f"/proc/{process}/{name}").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith(field))


def _has_shares() -> bool:
    return Path("/proc/self/smaps_rollup").exists()


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
    sys.exit(main())
