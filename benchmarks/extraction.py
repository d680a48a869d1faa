"""Body, title, date and authors of saved web pages, beside trafilatura, readability and newspaper4k.

usage: python benchmarks/extraction.py FOLDER [--exports FOLDER]

FOLDER holds pages.jsonl and the pages it names (gzipped). A record bears "id" (the page's file),
"corpus", "url", and any of "body" ("body_nosum" where the standfirst may be left out), "title",
"date", "authors", "with" and "without" (strings that must and must not stand in the text). Body: runs
of four words, precision and recall averaged over pages, and their F1. Peers that are not installed
are left out; each reads the same decoded page in this process. With --exports also the articles found
in news-database files, whose number stands at the end of their names.

Our trees were grown on the pages of the development set; for pages never seen run
`python resources/lists/train_page_blocks.py FOLDER --held-out`.
"""

import argparse
import collections
import gzip
import json
import re
import statistics
import sys
import time
import unicodedata
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

Found = dict[str, Any]


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--exports", type=Path, help="a folder of news-database files")
    options = parser.parse_args()
    lines = (options.folder / "pages.jsonl").read_text("utf-8").splitlines()
    records = [json.loads(line) for line in lines]
    pages = [gzip.decompress((options.folder / record["id"]).read_bytes()) for record in records]
    rows = {}
    for name, read in readers():
        began, answers = time.process_time(), []
        for record, page in zip(records, pages, strict=True):
            try:
                answers.append(read(page, record.get("url") or ""))
            except Exception:  # noqa: BLE001 - a reader that fails on a page scores nothing there
                answers.append({})
        rows[name] = answers, 1000 * (time.process_time() - began) / len(records)
    for corpus in [*dict.fromkeys(record["corpus"] for record in records), "all"]:
        print(f"\n{corpus:24}  body F1   strings    title     date  authors  none kept    ms")
        for name, (answers, milliseconds) in rows.items():
            chosen = [
                (record, answer)
                for record, answer in zip(records, answers, strict=True)
                if corpus in ("all", record["corpus"])
            ]
            print(f"  {name:22}{scores(chosen)}{milliseconds:6.0f}")
    if options.exports:
        exports(options.exports)
    return 0


def readers() -> Iterator[tuple[str, Callable[[bytes, str], Found]]]:
    """Ours, then the peers that are installed."""
    yield "Briefer", ours
    for name, read in (
        ("trafilatura", by_trafilatura), ("readability", by_readability), ("newspaper", by_newspaper),
    ):  # fmt: skip
        if find_spec(name):
            yield name, read
        else:
            print(f"{name} is not installed; it is left out")


def ours(page: bytes, url: str) -> Found:
    del url  # a dropped file says no more than itself
    from briefer.importers.html_page import article_from_html
    from briefer.text.cleaning import decode

    article = article_from_html(decode(page))
    source = article.source
    return {
        "text": article.text,
        "title": source.title,
        "date": source.published,
        "authors": source.authors,
    }


def by_trafilatura(page: bytes, url: str) -> Found:
    import trafilatura

    found = trafilatura.bare_extraction(
        page.decode("utf-8", "replace"), url=url, with_metadata=True, include_comments=False
    )
    data = found.as_dict() if found else {}
    authors = [part.strip() for part in (data.get("author") or "").split(";") if part.strip()]
    return {
        "text": data.get("text"),
        "title": data.get("title"),
        "date": data.get("date"),
        "authors": authors,
    }


def by_readability(page: bytes, url: str) -> Found:
    import lxml.html
    import readability

    document = readability.Document(page.decode("utf-8", "replace"), url=url)
    text = lxml.html.fromstring(document.summary()).text_content()
    return {"text": text, "title": document.short_title()}


def by_newspaper(page: bytes, url: str) -> Found:
    import newspaper

    article = newspaper.Article(url, fetch_images=False)
    article.download(input_html=page.decode("utf-8", "replace"))
    article.parse()
    date = article.publish_date.date().isoformat() if article.publish_date else None
    return {"text": article.text, "title": article.title, "date": date, "authors": article.authors}


def scores(pairs: list[tuple[dict[str, Any], Found]]) -> str:
    """The columns of one reader on some pages; a dash where no page has such a key."""
    bodies, count = [], collections.Counter()
    for record, answer in pairs:
        text = answer.get("text") or ""
        if record.get("body"):
            wanted = [record[key] for key in ("body", "body_nosum") if record.get(key)]
            bodies.append(max((overlap(one, text) for one in wanted), key=lambda pair: f1(*pair)))
        flat = " ".join(text.split())
        count["hit"] += sum(" ".join(one.split()) in flat for one in record.get("with", []))
        count["must"] += len(record.get("with", []))
        count["stray"] += sum(" ".join(one.split()) in flat for one in record.get("without", []))
        for key in ("title", "date"):
            if record.get(key):
                said = answer.get(key) or ""
                same = (
                    said[:10] == record[key] if key == "date" else fold(said) == fold(record[key])
                )
                count[f"{key}s"] += 1
                count[key] += same
        if "authors" in record:
            wanted_names = {fold(one) for one in record["authors"]} - {""}
            kind = "author" if wanted_names else "none"
            count[f"{kind}s"] += 1
            count[kind] += wanted_names == {fold(one) for one in answer.get("authors") or ()} - {""}
    cells = [
        f"{f1(*map(statistics.mean, zip(*bodies, strict=True))):9.3f}" if bodies else f"{'-':>9}"
    ]
    strings = f1(
        count["hit"] / max(count["hit"] + count["stray"], 1), count["hit"] / max(count["must"], 1)
    )
    cells.append(f"{strings:10.3f}" if count["must"] else f"{'-':>10}")
    for key, width in (("title", 9), ("date", 9), ("author", 9), ("none", 11)):
        total = count[f"{key}s"]
        cells.append(f"{count[key] / total:{width}.3f}" if total else f"{'-':>{width}}")
    return "".join(cells)


def overlap(true: str, found: str) -> tuple[float, float]:
    """Precision and recall of runs of four words."""
    one, other = runs(true), runs(found)
    both = sum((one & other).values())
    return both / (other.total() or 1), both / (one.total() or 1)


def runs(text: str) -> collections.Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return collections.Counter(
        tuple(words[n : n + 4]) for n in range(max(1, len(words) - 3)) if words
    )


def f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def fold(text: str | None) -> str:
    plain = unicodedata.normalize("NFKC", text or "").casefold()
    plain = re.sub(r"[“”„«»\"'‘’`´]", "", re.sub(r"[‐-―]", "-", plain))
    return re.sub(r"\s+", " ", plain).strip(" .")


def exports(folder: Path) -> None:
    """Articles found in each database file beside the number its name says."""
    from briefer.engines import reader

    print(
        f"\n{'database export':34}{'said':>6}{'found':>7}{'titles':>8}{'dates':>7}{'outlets':>9}{'s':>7}"
    )
    read = reader()
    for path in sorted(path for path in folder.iterdir() if path.is_file()):
        began = time.perf_counter()
        articles = read.read(path)
        took = time.perf_counter() - began
        said = re.search(r"-(\d+)\.\w+$", path.name)
        has = lambda key, these=articles: sum(bool(getattr(one.source, key)) for one in these)  # noqa: E731
        print(
            f"{path.name:34}{said[1] if said else '-':>6}{len(articles):>7}{has('title'):>8}"
            f"{has('published'):>7}{has('outlet'):>9}{took:>7.1f}"
        )


if __name__ == "__main__":
    sys.exit(main())
