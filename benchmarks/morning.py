"""A duty analyst's morning by mouse and keyboard: forty articles to a two-page brief, actions counted.

usage: python benchmarks/morning.py [FOLDER]

Needs Xvfb, openbox and xdotool. The real window runs on a screen of 1280 by 800; every drag, click,
key and typed text is one action. FOLDER keeps the documents and pictures (else a temporary one).
"""

import sys
import tempfile
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[1] / "tests/journey")]

import morning_articles  # noqa: E402
from journey import Journey, missing  # noqa: E402


class Counted:
    """Carries out actions of a person and counts them."""

    def __init__(self, run: Journey) -> None:
        self._run = run
        self.done: list[str] = []

    def drag(self, what: str, start: list[int], part: str) -> None:
        """Drag from a point to a part."""
        self.done.append(what)
        self._run.drag(start, part)

    def click(self, what: str, part: str) -> None:
        """Click a part."""
        self.done.append(what)
        self._run.click(part)

    def key(self, what: str, name: str) -> None:
        """Press a key."""
        self.done.append(f"{what} ({name})")
        self._run.key(name)

    def write(self, what: str, text: str) -> None:
        """Type a text."""
        self.done.append(f"{what}: “{text}”")
        self._run.mouse("type", "--delay", "15", text)


def main() -> int:
    if missing():
        print("missing:", ", ".join(missing()))
        return 1
    kept = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(tempfile.mkdtemp(prefix="morning-"))
    kept.mkdir(parents=True, exist_ok=True)
    articles = morning_articles.write(kept / "articles")
    began = time.monotonic()
    with Journey(kept / "home", pictures=kept) as run:
        actions = brief(run, articles)
    seconds = time.monotonic() - began
    for number, action in enumerate(actions, 1):
        print(f"{number:3} {action}")
    from pypdf import PdfReader

    (pdf,) = (kept / "home").glob("*.pdf")
    pages = len(PdfReader(pdf).pages)
    print(f"{len(actions)} actions, {seconds:.0f} seconds, {pages} pages: {pdf}")
    return 0 if pages == 2 and len(actions) < 25 else 1


def brief(run: Journey, articles: list[Path]) -> list[str]:
    """From the drop to the exported brief; what was done."""
    do = Counted(run)
    do.drag("drop the forty files on the window", run.files(articles), "reader")
    run.until(lambda: len(run.state["articles"]) > 0)
    run.quiet()
    run.picture("1-imported")
    do.key("draft from the articles", "ctrl+shift+n")
    run.until(lambda: any(name == "Top stories" for name, _ in run.state["items"]))
    run.quiet()
    run.picture("2-drafted")
    do.key("details", "ctrl+i")
    run.until(lambda: run.state["dialog"] == "BriefingDetails")
    do.click("issue number", "field issue")
    do.write("its number", "214")
    do.click("series", "field series")
    do.write("its name", "Desk for Northern Europe")
    do.key("save", "Return")
    run.until(lambda: run.state["dialog"] != "BriefingDetails")
    do.click("points to watch", "section Points to watch")
    do.key("write", "ctrl+t")
    do.write("the judgement", "A third minister resigns before Friday.")
    do.key("to its likelihood", "shift+Tab")
    do.key("unlikely", "u")
    run.until(lambda: ["Points to watch", 1] in run.state["items"])
    do.key("check before sending", "F8")
    run.until(lambda: not run.ask("checks")[0].startswith("Looking"))
    run.quiet()
    run.picture("3-checked")
    do.key("open the menu", "alt+b")
    do.key("make it fit", "m")
    run.until(lambda: run.state["dialog"] == "NumberQuestion")
    do.key("two pages", "Return")
    run.until(lambda: "fits" in run.state["notice"] or "Even so" in run.state["notice"])
    run.picture("4-fitted")
    do.key("look at the pages", "F6")
    run.until(lambda: run.state["pages"] > 0)
    run.quiet()
    run.picture("5-pages")
    do.key("export", "ctrl+e")
    run.until(lambda: run.state["dialog"] == "ExportBriefing")
    do.key("as PDF and Word", "Return")
    run.until(lambda: "checked" in run.state["notice"])
    run.picture("6-exported")
    return do.done


if __name__ == "__main__":
    sys.exit(main())
