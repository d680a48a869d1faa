"""Pictures of every page of a briefing of the samples after each template, as PDF and as DOCX.

usage: python benchmarks/page_shots.py [FOLDER]

The DOCX is shown as LibreOffice sets it (soffice and pdftoppm must be installed). Pages of a document
stand side by side in one picture, `document-TEMPLATE-FORMAT.png`; those of more than eight pages show
the first eight.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TEMPLATES = ("daily", "press-review", "situation", "actor-profile", "plain")
_DETAILS = {
    "--series": "Corridors and rivers",
    "--issue": "14",
    "--date": "2026-03-12",
    "--cutoff": "2026-03-12T06:30:00+01:00",
    "--prepared-by": "Transport desk",
    "--recipients": "Directors",
    "--marking": "TLP:AMBER",
    "--language": "en",
}
_DPI, _ACROSS, _MOST, _GAP = 66, 4, 8, 12


def write(template: str, folder: Path, *formats: str) -> list[Path]:
    """The briefing of the samples after the template, one file a format."""
    paths = [folder / f"{template}.{suffix}" for suffix in formats]
    options = [word for pair in _DETAILS.items() for word in pair]
    outputs = [word for path in paths for word in ("-o", str(path))]
    command = [sys.executable, "-m", "briefer", "brief", str(ROOT / "resources/samples")]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": "1773303300"}
    more = ("--annex", "extract") if template == "press-review" else ()
    subprocess.run(
        [*command, "--template", template, *options, *more, *outputs], check=True, env=env
    )
    return paths


def as_pdf(path: Path) -> Path:
    """A DOCX as LibreOffice sets it."""
    folder = path.parent / "set"
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{path.parent}/office",
         "--convert-to", "pdf", "--outdir", str(folder), str(path)],
        check=True, capture_output=True,
    )  # fmt: skip
    return folder / f"{path.stem}.pdf"


def pictures(pdf: Path, dpi: int) -> list[Path]:
    """Each page as a picture."""
    stem = pdf.with_suffix("")
    subprocess.run(["pdftoppm", "-r", str(dpi), "-png", str(pdf), str(stem)], check=True)
    return sorted(pdf.parent.glob(f"{pdf.stem}-*.png"))


def beside(pages: list[Path], target: Path) -> None:
    """The pages side by side in one picture of few colours."""
    from PIL import Image

    shown = [Image.open(path).convert("RGB") for path in pages[:_MOST]]
    width, height = shown[0].width + _GAP, shown[0].height + _GAP
    across = min(len(shown), _ACROSS)
    down = -(-len(shown) // across)
    sheet = Image.new("RGB", (across * width + _GAP, down * height + _GAP), "#c9ced4")
    for number, page in enumerate(shown):
        place = (_GAP + number % across * width, _GAP + number // across * height)
        sheet.paste(page, place)
    # Few colours, but the rare ones among them: the marking is known by its own.
    sheet.quantize(192, Image.Quantize.MAXCOVERAGE).save(target, optimize=True)


def main() -> int:
    return draw(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "images")


def draw(folder: Path) -> int:
    """All pictures into the folder; 1 where a program for them is missing."""
    missing = [tool for tool in ("soffice", "pdftoppm") if shutil.which(tool) is None]
    if missing:
        print(f"The pages are drawn by other programs; missing: {', '.join(missing)}")
        return 1
    with tempfile.TemporaryDirectory(prefix="briefer-pages-") as home:
        for template in TEMPLATES:
            pdf, word = write(template, Path(home), "pdf", "docx")
            beside(pictures(pdf, _DPI), folder / f"document-{template}-pdf.png")
            beside(pictures(as_pdf(word), _DPI), folder / f"document-{template}-word.png")
    return 0


if __name__ == "__main__":
    sys.exit(main())
