"""A morning with Briefer, by mouse: a screen, a window manager, two programs, and xdotool.

The app runs as users start it; the mouse events come from the X server. What the window shows is
asked of `watched_app`. Pictures of every state are taken when a folder for them is given.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from shutil import which
from typing import Self

HERE = Path(__file__).parent
NEEDED = ("Xvfb", "openbox", "xdotool")
# How long the slowest machine may take for one step (seconds).
_PATIENCE = 40.0


def missing() -> list[str]:
    """The programs the journey needs and does not find."""
    return [name for name in NEEDED if which(name) is None]


class Journey:
    """One run. Use as a context: the screen and all programs end with it."""

    def __init__(self, home: Path, *, look: str = "light", pictures: Path | None = None) -> None:
        """`home` holds library, settings and exports; `look` is the theme."""
        self.home, self._look, self._pictures = home, look, pictures
        self._running: list[subprocess.Popen] = []

    def __enter__(self) -> Self:
        self.home.mkdir(parents=True, exist_ok=True)
        ends = os.pipe()
        self._start(
            ["Xvfb", "-displayfd", str(ends[1]), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
            pass_fds=(ends[1],),
        )
        os.close(ends[1])
        with os.fdopen(ends[0]) as told:
            number = told.readline().strip()
        self._world = {
            **os.environ,
            "DISPLAY": f":{number}",
            "QT_QPA_PLATFORM": "xcb",
            "BRIEFER_HOME": str(self.home / "library"),
            "HOME": str(self.home),
            "PYTHONPATH": os.pathsep.join([str(HERE.parents[1]), os.environ.get("PYTHONPATH", "")]),
        }
        self._start(["openbox", "--sm-disable"], env=self._world)
        self.mouse("mousemove", "640", "5")
        self._app = self._program("watched_app.py", self._look)
        self.until(lambda: self.where("reader") is not None)
        return self

    def __exit__(self, *_: object) -> None:
        if self._app.stdin is not None:
            self._app.stdin.close()
        self._app.wait(_PATIENCE)
        for process in reversed(self._running):
            process.terminate()
            process.wait(_PATIENCE)
            for stream in (process.stdin, process.stdout):
                if stream is not None:
                    stream.close()

    def ask(self, question: str):
        """The app's answer."""
        self._app.stdin.write(question + "\n")
        self._app.stdin.flush()
        answer = self._app.stdout.readline()
        if not answer:
            raise AssertionError(f"Briefer ended while it was asked {question!r}")
        told = json.loads(answer)
        if isinstance(told, dict) and "failed" in told:
            raise AssertionError(f"{question!r}: {told['failed']}")
        return told

    @property
    def state(self) -> dict:
        """What the window shows."""
        return self.ask("state")

    def where(self, part: str) -> list[int] | None:
        """The middle of a part on the screen."""
        return self.ask(f"where {part}")

    def until(self, is_so: Callable[[], bool]) -> None:
        """Ask again and again until it is so."""
        end = time.monotonic() + _PATIENCE
        while not is_so():
            if time.monotonic() > end:
                raise AssertionError(f"waited in vain; the window shows {self.state}")
            # The pause lies in the other program: the asker does not spin.
            self.mouse("sleep", "0.05")

    def quiet(self) -> None:
        """Until no work is under way."""
        self.until(lambda: not self.state["busy"])

    def mouse(self, *words: str) -> None:
        """Move the mouse or press keys."""
        subprocess.run(["xdotool", *words], env=self._world, check=True)

    def click(self, part: str) -> None:
        """Click the middle of a part."""
        x, y = self.where(part)
        self.mouse("mousemove", str(x), str(y), "sleep", "0.1", "click", "1", "sleep", "0.1")

    def key(self, name: str) -> None:
        """Press a key combination."""
        self.mouse("key", name, "sleep", "0.1")

    def drag(self, start: list[int], part: str, *, picture: str = "") -> None:
        """Drag from a point to a part, as a hand does: in steps, with a moment over the target."""
        x, y = self.where(part)
        steps: list[str] = []
        for step in range(1, 9):
            across = start[0] + (x - start[0]) * step // 8
            down = start[1] + (y - start[1]) * step // 8
            steps += ["mousemove", str(across), str(down), "sleep", "0.04"]
        self.mouse("mousemove", *map(str, start), "sleep", "0.1", "mousedown", "1", "sleep", "0.1")
        self.mouse(*steps, "mousemove", str(x), str(y + 1), "sleep", "0.2")
        if picture:
            self.picture(picture)
        self.mouse("mouseup", "1", "sleep", "0.2")

    def files(self, paths: list[Path]) -> list[int]:
        """Open the file manager with these files; the point they are dragged from."""
        process = self._program("file_manager.py", *map(str, paths))
        if process.stdout is not None:
            process.stdout.readline()
        self.mouse("sleep", "0.2")
        return [75, 720]

    def picture(self, name: str) -> None:
        """Take a picture of the screen, if pictures are wanted."""
        if self._pictures is not None:
            self.mouse("sleep", "0.3")
            self.ask(f"shot {self._pictures / f'{name}-{self._look}.png'}")

    def _program(self, name: str, *arguments: str) -> subprocess.Popen:
        return self._start(
            [sys.executable, str(HERE / name), *arguments],
            env=self._world,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def _start(self, command: list[str], **options) -> subprocess.Popen:
        options.setdefault("stderr", subprocess.DEVNULL)
        process = subprocess.Popen(command, **options)
        self._running.append(process)
        return process


def _one_actor_twice(shown: list[str]) -> list[str]:
    """Two of the actors in sight that a person may take for one; any two where none are."""
    wanted = ["European Commission", "Brussels"]
    return wanted if set(wanted) <= set(shown) else shown[:2]


def morning(journey: Journey, articles: list[Path]) -> dict[str, dict]:
    """Drop three files, pin, merge, drag two items, export, undo all; the state after each."""
    seen: dict[str, dict] = {}

    def note(name: str) -> None:
        seen[name] = journey.state
        journey.picture(name)

    note("empty")
    journey.drag(journey.files(articles), "reader", picture="dropping")
    journey.until(lambda: len(journey.state["articles"]) == len(articles))
    journey.quiet()
    journey.until(lambda: bool(journey.state["open"]))
    note("imported")

    journey.click("pin 1")
    journey.until(lambda: any(journey.state["pinned"]))
    note("pinned")

    journey.click("tab Actors")
    first, second = _one_actor_twice(journey.state["actors"][:7])
    journey.drag(journey.where(f"actor {second}"), f"actor {first}", picture="merging")
    journey.until(lambda: second not in journey.state["actors"])
    note("merged")

    journey.drag(journey.where("article 0"), "section Top stories", picture="dragging")
    journey.until(lambda: ["Top stories", 1] in journey.state["items"])
    journey.click("tab Summary")
    journey.drag(journey.where("sentence 0"), "section Bottom line")
    journey.until(lambda: ["Bottom line", 1] in journey.state["items"])
    note("assembled")

    journey.click("tab Pages")
    journey.until(lambda: journey.state["pages"] > 0)
    journey.quiet()
    note("pages")

    journey.click("export")
    journey.until(lambda: journey.state["dialog"] == "ExportBriefing")
    note("exporting")
    journey.click("save")
    journey.until(lambda: "checked" in journey.state["notice"])
    note("exported")

    journey.click("tab Outline")
    while (left := journey.state["steps"]) > 0:
        journey.key("ctrl+z")
        journey.until(lambda left=left: journey.state["steps"] < left)
    note("undone")
    return seen


def one_story(journey: Journey, articles: list[Path]) -> dict[str, dict]:
    """Drop articles on one event and, last in the list, one on another; put the list in stories, open
    the first, drag the odd one to it and undo that; the state after each."""
    seen: dict[str, dict] = {}

    def note(name: str) -> None:
        seen[name] = journey.state
        journey.picture(name)

    journey.drag(journey.files(articles), "reader")
    journey.until(lambda: len(journey.state["articles"]) == len(articles))
    journey.quiet()
    journey.click("switch")
    journey.until(lambda: bool(journey.state["stories"]))
    journey.click("heading 0")
    journey.until(lambda: bool(journey.state["story"]))
    # What was said of the import lies over the foot of the page.
    journey.until(lambda: not journey.state["notice"])
    journey.quiet()
    note("story")
    journey.where("timeline")
    note("timeline")
    (title, told) = journey.state["stories"][0]
    journey.click("folding 0")
    journey.drag(journey.where("lone"), "heading 0", picture="moving")
    journey.until(lambda: journey.state["stories"][0][1] == told + 1)
    journey.quiet()
    seen["moved"] = journey.state
    journey.key("ctrl+z")
    journey.until(lambda: journey.state["stories"][0] == [title, told])
    journey.quiet()
    seen["moved-back"] = journey.state
    return seen


def choosing(journey: Journey, articles: list[Path]) -> dict[str, dict]:
    """Drop files, ask why a sentence was chosen, move one, compare two methods, focus on a word."""
    seen: dict[str, dict] = {}

    def note(name: str) -> None:
        seen[name] = journey.state
        journey.picture(name)

    journey.drag(journey.files(articles), "reader")
    journey.until(lambda: len(journey.state["articles"]) == len(articles))
    journey.quiet()
    journey.until(lambda: bool(journey.state["open"]))
    journey.click("why 0")
    journey.until(lambda: any("methods)" in text for text in journey.state["shown"]))
    note("why")

    first = journey.state["steps"]
    journey.click("why 0")
    journey.mouse("sleep", "0.3")
    journey.drag(journey.where("sentence 1"), "sentence 0", picture="reordering")
    journey.until(lambda: journey.state["steps"] == first + 1)
    journey.key("ctrl+shift+k")
    journey.until(lambda: "in common" in journey.state["compared"])
    note("comparison")
    journey.key("Escape")
    journey.until(lambda: not journey.state["compared"])
    journey.click("focus")
    journey.mouse("type", "--delay", "20", "Commission")
    journey.key("Return")
    journey.quiet()
    note("focused")
    return seen


def who_is_who(journey: Journey, articles: list[Path]) -> dict[str, dict]:
    """Drop files, open an actor's page by a double click, then the network; the state after each."""
    seen: dict[str, dict] = {}
    journey.drag(journey.files(articles), "reader")
    journey.until(lambda: len(journey.state["articles"]) > 1 and bool(journey.state["open"]))
    journey.quiet()
    journey.click("tab Actors")
    # An actor of several articles has more to show.
    known = journey.state["actors"]
    first = next((name for name in ("Elena Markova", "Mihai Dobrescu") if name in known), known[0])
    journey.until(lambda: not journey.state["notice"])
    x, y = journey.where(f"actor {first}")
    journey.mouse("mousemove", str(x), str(y), "click", "--repeat", "2", "--delay", "80", "1")
    journey.until(lambda: journey.state["page"] == first)
    seen["actor"] = journey.state
    journey.picture("actor")
    journey.key("ctrl+shift+j")
    journey.until(lambda: journey.state["nodes"] > 1)
    seen["network"] = journey.state
    journey.picture("network")
    journey.key("alt+Left")
    journey.until(lambda: journey.state["page"] == first)
    journey.key("alt+Left")
    journey.until(lambda: not journey.state["page"])
    seen["back"] = journey.state
    return seen
