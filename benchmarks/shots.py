"""All pictures of docs/images: the window's states, light and dark, and the pages that come out.

usage: python benchmarks/shots.py [FOLDER]

The window is that of the recorded journey; the two-page brief that of `morning.py`; the pages of the
templates those of `page_shots.py`, which can be called alone.
"""

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "journey"), str(ROOT / "benchmarks")]

import journey  # noqa: E402 - found through the line above
import morning  # noqa: E402
import morning_articles  # noqa: E402
import page_shots  # noqa: E402

STORY = (
    "corridor-agreement.docx",
    "danube-closure.txt",
    "danube-bulletin.html",
    "danube-commission.html",
    "danube-gazette.html",
)
SAMPLES = ("corridor-agreement.docx", "danube-closure.txt", "danube-commission.html")


def main() -> int:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "images"
    folder.mkdir(parents=True, exist_ok=True)
    lacking = journey.missing()
    if lacking:
        print(f"The pictures are taken on a screen of their own; missing: {', '.join(lacking)}")
        return 1
    articles = [ROOT / "resources" / "samples" / name for name in SAMPLES]
    told = [ROOT / "resources" / "samples" / name for name in STORY]
    for look in ("light", "dark"):
        for play, dropped in (
            (journey.morning, articles),
            (journey.choosing, articles),
            (journey.one_story, told),
            (journey.who_is_who, told),
        ):
            with (
                tempfile.TemporaryDirectory(prefix="briefer-shots-") as home,
                journey.Journey(Path(home), look=look, pictures=folder.resolve()) as run,
            ):
                play(run, dropped)
    two_pages(folder)
    failed = page_shots.draw(folder)
    print(f"{len(list(folder.glob('*-*.png')))} pictures in {folder}")
    return failed


def two_pages(folder: Path) -> None:
    """The brief that forty articles become, as it is exported."""
    with tempfile.TemporaryDirectory(prefix="briefer-shots-") as home:
        articles = morning_articles.write(Path(home) / "articles")
        with journey.Journey(Path(home) / "home") as run:
            morning.brief(run, articles)
        (pdf,) = (Path(home) / "home").glob("*.pdf")
        page_shots.beside(page_shots.pictures(pdf, 80), folder / "export-two-pages.png")


if __name__ == "__main__":
    sys.exit(main())
