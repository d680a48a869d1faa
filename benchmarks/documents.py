"""How long a briefing of 200 articles takes as DOCX and PDF, beside the bare libraries.

usage: python benchmarks/documents.py [ARTICLES] [--no-preview]

The floor in the same run: python-docx's `add_paragraph` and reportlab's `SimpleDocTemplate`, each with
the same number of plain paragraphs of the same words, without headings, tables, links, contents,
numbers or bookmarks. Every figure is the best of three fresh processes, libraries loaded and nothing
remembered (CPU seconds), as others may use the machine. Then the preview: from a change in a briefing of about 10, 50 and 200 pages to its
pages drawn, through the library, a warm worker and pdfium, as the
window does it: the first pages, which are seen, are drawn.
"""

import argparse
import gc
import io
import json
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from types import SimpleNamespace
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

NOW = datetime(2026, 3, 12, 8, 15, tzinfo=UTC)
RUNS = 3
# As many different words as 200 articles of a newspaper have, met as often as words are (Zipf).
_WORDS = 14_000
_SYLLABLES = re.findall(
    r"\w+", "ba con der el fi gra hin is jo ka len mi nor ost pra qui ral sen tur"
)


def made_articles(count: int) -> list[Any]:
    """That many articles of 600 words in 12 paragraphs, of invented words."""
    from briefer.model.article import Source, article_from_paragraphs

    draw = random.Random(7)
    lexicon = [
        "".join(draw.choices(_SYLLABLES, k=draw.choice((1, 2, 2, 3, 4)))) for _ in range(_WORDS)
    ]

    def sentence(_: int) -> str:
        words = [lexicon[int(_WORDS * draw.random() ** 3)] for _ in range(draw.randint(9, 24))]
        words[3:4] = [f"{words[3].title()}", f"{words[4].title()},"]
        return f"{' '.join(words).capitalize()}."

    return [
        article_from_paragraphs(
            [" ".join(map(sentence, range(3))) for _ in range(12)],
            Source(
                title=sentence(0)[:60].rsplit(" ", 1)[0],
                authors=("Ada Reed",),
                published=f"2026-03-{1 + number % 12:02d}",
                outlet=f"Outlet {number % 30}",
                url=f"https://outlet{number % 30}.example/{number}",
            ),
            language="en",
        )
        for number in range(count)
    ]


def composed(count: int, template: str = "press-review", annex: str = "full") -> Any:
    """A briefing of made articles, composed."""
    from briefer.cli import brief
    from briefer.model.briefing import ArticleItem, IssueDetails, Item, ItemId, SectionKind
    from briefer.services.composing import compose
    from briefer.services.drafting import draft

    articles = made_articles(count)
    options = SimpleNamespace(method="auto", sentences=3)
    material = brief._material(  # noqa: SLF001
        articles, "en", options, lambda _: None
    )
    details = IssueDetails(
        title="Two hundred articles", date="2026-03-12", marking="TLP:AMBER", annex=annex
    )
    briefing = draft(template, details, [article.id for article in articles], material)
    # A draft chooses; here all of them are to be printed.
    items = tuple(Item(ItemId(10_000 + n), ArticleItem(a.id)) for n, a in enumerate(articles))
    sections = tuple(
        replace(section, items=items) if section.kind is SectionKind.DEVELOPMENTS else section
        for section in briefing.sections
    )
    return compose(replace(briefing, sections=sections), material, now=NOW)


def plain_paragraphs(document: Any) -> list[str]:
    """The words of everything in the document, one paragraph each."""
    from briefer.model.document import Box, Bullets, Figures, Heading, Paragraph, SourceList, Table

    said: list[str] = []
    for block in document.blocks:
        if isinstance(block, Heading | Paragraph):
            said.append(block.text)
        elif isinstance(block, Bullets):
            said += [entry.text for entry in block.entries]
        elif isinstance(block, Box):
            said += [e.text for p in block.blocks for e in getattr(p, "entries", (p,))]
        elif isinstance(block, SourceList):
            said += ["".join(run.text for run in e.runs) for e in block.entries]
        elif isinstance(block, Table):
            said += ["".join(run.text for run in cell) for row in block.rows for cell in row]
        elif isinstance(block, Figures):
            said += [number for number, _ in block.figures]
    return said


def bare_word(paragraphs: list[str]) -> bytes:
    import docx

    word = docx.Document()
    for text in paragraphs:
        word.add_paragraph(text)
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


def bare_pdf(paragraphs: list[str]) -> bytes:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    style = ParagraphStyle("plain", fontSize=10.5, leading=15, spaceAfter=6)
    file = io.BytesIO()
    SimpleDocTemplate(file).build([Paragraph(escape(text), style) for text in paragraphs])
    return file.getvalue()


def alone(kind: str, given: Path) -> tuple[float, int]:
    """CPU seconds of a process's first document, libraries and all, and the most memory (MB)."""
    code = f"import documents; documents.first({kind!r}, {str(given)!r})"
    env = {**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'benchmarks'}"}
    runs = []
    for _ in range(RUNS):
        out = subprocess.run(
            [sys.executable, "-c", code], env=env, check=True, capture_output=True, text=True
        ).stdout.split()
        runs.append((float(out[0]), int(out[1])))
    return min(runs)


def first(kind: str, given: str) -> None:
    """Write the document that stands in the file, and say what it cost."""
    from briefer.model.document import Document
    from briefer.model.plain import from_plain

    plain = json.loads(Path(given).read_text("utf-8"))
    material = plain if kind.startswith("bare") else from_plain(Document, plain)
    # As a worker has it.
    gc.set_threshold(50_000, 20, 50)
    began = time.process_time()
    KINDS[kind](material)
    spent = time.process_time() - began
    # What the process before it held is not counted, as it is by getrusage.
    held = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text("ascii"))
    print(spent, int(held[1]) // 1024 if held else 0)


def ours_word(document: Any) -> bytes:
    from briefer.exporters.word import word_bytes

    return word_bytes(document)


def ours_pdf(document: Any) -> bytes:
    from briefer.exporters.pdf import build_pdf

    return build_pdf(document).content


KINDS: dict[str, Callable[[Any], bytes]] = {
    "docx": ours_word,
    "pdf": ours_pdf,
    "bare docx": bare_word,
    "bare pdf": bare_pdf,
}


def documents(count: int) -> None:
    from briefer.model.plain import to_plain

    document = composed(count)
    paragraphs = plain_paragraphs(document)
    words = sum(len(text.split()) for text in paragraphs)
    print(f"{count} articles: {len(paragraphs)} paragraphs, {words} words")
    print(f"{'first of a process':20}{'CPU s':>8}{'floor':>8}{'times':>8}{'MB':>6}{'floor':>7}")
    with tempfile.TemporaryDirectory(prefix="briefer-documents-") as home:
        ours, bare = Path(home) / "document.json", Path(home) / "paragraphs.json"
        ours.write_text(json.dumps(to_plain(document)), "utf-8")
        bare.write_text(json.dumps(paragraphs), "utf-8")
        for kind in ("docx", "pdf"):
            spent, memory = alone(kind, ours)
            floor, least = alone(f"bare {kind}", bare)
            print(
                f"{kind.upper():20}{spent:>8.2f}{floor:>8.2f}{spent / floor:>8.2f}"
                f"{memory:>6}{least:>7}"
            )
    print("both, one after the other, as the export does:")
    began = time.process_time()
    ours_pdf(document)
    between = time.process_time()
    ours_word(document)
    print(f"{'':20}{between - began:>8.2f} PDF, {time.process_time() - between:.2f} DOCX")


def previews() -> None:
    """From a change to the pages drawn, for briefings of about so many pages."""
    print(
        f"\n{'preview':16}{'pages':>6}{'composed':>10}{'written':>9}{'drawn':>7}{'in all, ms':>12}"
    )
    for wanted, articles, annex in ((10, 8, "full"), (50, 46, "full"), (200, 190, "full")):
        pages, parts = preview(articles, annex)
        composing, writing, drawing = (statistics.median(times) * 1000 for times in parts)
        whole = statistics.median(map(sum, zip(*parts, strict=True))) * 1000
        label = f"about {wanted} pages"
        print(f"{label:16}{pages:>6}{composing:>10.0f}{writing:>9.0f}{drawing:>7.0f}{whole:>12.0f}")


def preview(count: int, annex: str) -> tuple[int, list[list[float]]]:
    from briefer.model.briefing import ArticleItem, SectionKind, TextItem
    from briefer.model.summary import SummaryLength
    from briefer.services.briefing_desk import BriefingDesk
    from briefer.services.library import Library
    from briefer.services.publishing import Publishing
    from briefer.ui.briefing.preview import draw

    parts: list[list[float]] = [[], [], []]
    with tempfile.TemporaryDirectory(prefix="briefer-pages-") as home:
        library = Library(Path(home) / "library.db")
        keys = keep(library, made_articles(count))
        publishing = Publishing(library, SummaryLength(amount=3))
        desk = BriefingDesk(library)
        key = desk.draft(keys, publishing.material(keys))
        desk.set_details(key, annex=annex)
        sections = desk.get(key).sections
        all_of_them = next(s for s in sections if s.kind is SectionKind.DEVELOPMENTS)
        desk.add(all_of_them.id, [ArticleItem(article) for article in keys])
        section = sections[0]
        item = desk.add(section.id, [TextItem("What it means.")])[0]
        path = Path(home) / "preview.pdf"
        publishing.preview(key, path)
        for number in range(5):
            desk.edit(item, TextItem(f"What it means, in other words: {number}."))
            times = [time.perf_counter()]
            document = publishing.document(key, publishing._known)  # noqa: SLF001
            times.append(time.perf_counter())
            publishing._write(document, path, is_final=False)  # noqa: SLF001
            times.append(time.perf_counter())
            images = draw(path, 700, range(3))
            times.append(time.perf_counter())
            for place, part in enumerate(parts):
                part.append(times[place + 1] - times[place])
        import pypdfium2

        pages = len(pypdfium2.PdfDocument(path))
        del images
        publishing.close()
        library.close()
    return pages, parts


def keep(library: Any, articles: list[Any]) -> list[Any]:
    """Put the articles with their analyses into the library."""
    from briefer.engines import analyser

    analyse = analyser()
    for article in articles:
        library.facts.add(article, analyse(article))
    return [article.id for article in articles]


def main() -> int:
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("articles", nargs="?", type=int, default=200)
    options.add_argument("--no-preview", action="store_true")
    chosen = options.parse_args()
    documents(chosen.articles)
    if not chosen.no_preview:
        previews()
    return 0


if __name__ == "__main__":
    sys.exit(main())
