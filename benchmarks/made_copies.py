"""Many distinct articles made of few: pages and texts under addresses and in words of their own."""

import gzip
import json
import re
from pathlib import Path
from zlib import crc32

ROOT = Path(__file__).resolve().parents[1]
_NOT_TEXT = re.compile(r"(<(script|style)\b.*?</\2\s*>|<[^>]*>)", re.DOTALL | re.IGNORECASE)
# What a page says its own address is; it would make all copies of a page one article.
_OWN_ADDRESS = re.compile(
    r"<link[^>]*\bcanonical\b[^>]*>|<meta[^>]*\bog:url\b[^>]*>", re.IGNORECASE
)
# Names keep their capitals and stay, so that there is as much to find as before.
_WORD = re.compile(r"(?<![\w&])[^\W\d_]{4,}(?!\w)")
_MOST_WORDS = 400


def pages(folder: Path, count: int, target: Path) -> list[Path]:
    """`count` pages made of those that pages.jsonl in the folder names, written to `target`."""
    lines = (folder / "pages.jsonl").read_text("utf-8").splitlines()
    names = [json.loads(line)["id"] for line in lines]
    paths = []
    for number in range(count):
        raw = gzip.decompress((folder / names[number % len(names)]).read_bytes())
        page = _OWN_ADDRESS.sub("", raw.decode("utf-8", "surrogateescape"))
        own = f"https://paper.example/{number}"
        said = f'<link rel="canonical" href="{own}"><meta property="og:url" content="{own}">'
        head = page.find(">", page.lower().find("<head")) + 1
        page = page[:head] + said + page[head:]
        if number >= len(names):
            parts = _NOT_TEXT.split(page)
            # The pattern has two groups: text, what is none, the element's name, text again.
            parts[::3] = varied(parts[::3], number)
            page = "".join(part for at, part in enumerate(parts) if at % 3 < 2)
        path = target / f"page-{number:05}.html"
        path.write_bytes(page.encode("utf-8", "surrogateescape"))
        paths.append(path)
    return paths


def texts(count: int, target: Path) -> list[Path]:
    """`count` plain texts made of the samples that come with the program, written to `target`."""
    samples = [p.read_text("utf-8") for p in sorted((ROOT / "resources/samples").glob("*.txt"))]
    paths = []
    for number in range(count):
        head, *rest = samples[number % len(samples)].split("\n\n")
        path = target / f"article-{number:05}.txt"
        path.write_text("\n\n".join([f"{head} ({number})", *varied(rest, number)]), "utf-8")
        paths.append(path)
    return paths


def varied(parts: list[str], number: int) -> list[str]:
    """The parts of a text with its common words exchanged for others of it, by the `number`.

    Too little is left of any five words on end for two of them to be taken for copies.
    """
    known = sorted(
        {word for part in parts for word in _WORD.findall(part) if not word[0].isupper()}
    )[:_MOST_WORDS]
    if not known:
        return parts

    def other(found: re.Match[str]) -> str:
        if found[0][0].isupper():
            return found[0]
        return known[crc32(f"{found[0]} {number}".encode()) % len(known)]

    return [_WORD.sub(other, part) for part in parts]
