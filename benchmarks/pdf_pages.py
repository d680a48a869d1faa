"""PDF pages whose text and order are known: words found, their order, running heads left in.

usage: python benchmarks/pdf_pages.py [PAGES]

Makes pages in five layouts (a print of a web page, two columns, a newspaper of three, both of these
stored row by row), sixty PAGES in all unless told otherwise, with running heads, page numbers and
words parted by hyphens, and has them read by Briefer, pypdfium2's plain text, pypdf and, where they
are installed, pdfminer.six and pdfplumber. F1: runs of four words once hyphens are undone. Order: of
neighbouring paragraphs, how many stand one after the other. Heads: lines of furniture left in, of all.
"""

import itertools
import random
import re
import sys
import tempfile
import textwrap
import time
from collections import Counter
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from reportlab.pdfgen import canvas

LAYOUTS = {
    "print of a page": (1, False), "two columns": (2, False), "newspaper": (3, False),
    "two columns, by rows": (2, True), "newspaper, by rows": (3, True),
}  # fmt: skip
SYLLABLES = (
    "ba",
    "co",
    "du",
    "fe",
    "gi",
    "ha",
    "ke",
    "lo",
    "mi",
    "nu",
    "pa",
    "re",
    "wen",
    "zor",
    "tal",
)
ROWS = 46


def main() -> int:
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    chance = random.Random(7)
    print(f"{'':24}{'':14}{'F1':>7}{'order':>8}{'heads':>8}{'ms a page':>11}")
    with tempfile.TemporaryDirectory(prefix="briefer-pdf-") as folder:
        for name, (columns, by_rows) in LAYOUTS.items():
            path = Path(folder) / f"{name}.pdf"
            texts, count = made(path, columns, by_rows, pages // len(LAYOUTS), chance)
            for reader, read in readers():
                began = time.process_time()
                found = read(path)
                took = 1000 * (time.process_time() - began) / count
                print(f"{name:24}{reader:14}{scores(texts, found, count)}{took:11.1f}")
                name = ""  # noqa: PLW2901 - said once
    return 0


def made(
    path: Path, columns: int, by_rows: bool, pages: int, chance: random.Random
) -> tuple[list[str], int]:
    """Writes the pages; the paragraphs in reading order and the number of pages."""
    width = {1: 84, 2: 40, 3: 28}[columns]
    texts, lines = [], []
    while len(lines) < pages * ROWS * columns:
        text = " ".join(sentence(chance) for _ in range(chance.randint(3, 6)))
        texts.append(text)
        lines += [*hyphenated(textwrap.wrap(text, width)), ""]
    paper = canvas.Canvas(str(path))
    starts = range(0, len(lines), ROWS * columns)
    for number, start in enumerate(starts, 1):
        paper.setFont("Times-Roman", 9)
        paper.drawString(60, 815, f"THE LINDOW COURIER   Tuesday, 3 March 2026   page {number}")
        places = [(row, column) for column in range(columns) for row in range(ROWS)]
        for row, column in sorted(places) if by_rows else places:
            at = start + column * ROWS + row
            if at < len(lines) and lines[at]:
                paper.drawString(60 + column * 486 / columns, 770 - 15 * row, lines[at])
        paper.drawString(290, 30, str(number))
        paper.showPage()
    paper.save()
    return texts, len(starts)


def sentence(chance: random.Random) -> str:
    words = [
        "".join(chance.choices(SYLLABLES, k=chance.randint(1, 4)))
        for _ in range(chance.randint(8, 18))
    ]
    return " ".join(words).capitalize() + "."


def hyphenated(lines: list[str]) -> list[str]:
    """Long words at line ends go on in the next line."""
    done, rest = [], ""
    for number, line in enumerate(lines):
        whole, rest = rest + line, ""
        last = whole.split()[-1]
        if number + 1 < len(lines) and len(last) > 8 and last.isalpha():
            whole, rest = f"{whole[: -len(last)]}{last[:4]}-", f"{last[4:]} "
        done.append(whole)
    return done


def readers() -> Iterator[tuple[str, Callable[[Path], str]]]:
    yield "Briefer", ours
    yield "pypdfium2", by_pdfium
    for name, read in (("pypdf", by_pypdf), ("pdfminer", by_pdfminer), ("pdfplumber", by_plumber)):
        if find_spec(name):
            yield name, read


def ours(path: Path) -> str:
    from briefer.engines import reader

    return "\n\n".join(article.text for article in reader().read(path))


def by_pdfium(path: Path) -> str:
    import pypdfium2

    pdf = pypdfium2.PdfDocument(path)
    return "\n".join(page.get_textpage().get_text_range() for page in pdf)


def by_pypdf(path: Path) -> str:
    from pypdf import PdfReader

    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def by_pdfminer(path: Path) -> str:
    from pdfminer.high_level import extract_text

    return extract_text(str(path))


def by_plumber(path: Path) -> str:
    import pdfplumber

    with pdfplumber.open(path) as pdf:
        return "\n".join(page.extract_text() or "" for page in pdf.pages)


def scores(texts: list[str], found: str, pages: int) -> str:
    # Peers leave hyphens in: undone here, so that words are compared and not line ends.
    plain = " ".join(re.sub(r"(?<=\w)[-\u0002\ufffe]\s*\n\s*", "", found).split())
    one, other = runs(" ".join(texts)), runs(plain)
    both = sum((one & other).values())
    f1 = 2 * both / (one.total() + other.total())
    places = [plain.find(text[:40]) for text in texts]
    order = sum(0 <= a < b for a, b in itertools.pairwise(places)) / (len(texts) - 1)
    heads = len(re.findall(r"THE LINDOW COURIER", found)) / pages
    return f"{f1:7.3f}{order:8.3f}{heads:8.2f}"


def runs(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return Counter(zip(words, words[1:], words[2:], words[3:], strict=False))


if __name__ == "__main__":
    sys.exit(main())
