"""Pictures of the window's states, light and dark, into docs/images: the recorded journey.

usage: python benchmarks/shots.py [FOLDER]
"""

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "journey")]

import journey  # noqa: E402 - found through the line above

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
    print(f"{len(list(folder.glob('*-*.png')))} pictures in {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
