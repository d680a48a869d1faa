"""Reads agencies' RTF collections (APA and the like): articles parted by rules, pages or slugs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefer.importers.dates import as_date
from briefer.importers.newsdb.cuts import Cut, articles
from briefer.importers.rtf_text import RtfParagraph, rtf_paragraphs
from briefer.importers.sniffing import kind_of, start_of
from briefer.model.article import Article
from briefer.model.errors import UnreadablePart
from briefer.plugins import Progress
from briefer.text.cleaning import clean_line

_RULE = re.compile(r"[_=*\-–—]{20,}")
# "APA0123 5 II 0380 Siehe APA0089 Do, 28.Dez 2017"
_SLUG = re.compile(r"([A-Z]{2,4})\d{3,4} \d [A-Z]{2} \d{3,4}\b.*")
_FOUND = re.compile(r"[\"„“»](.{2,80}?)[\"“”«] gefunden am (.{6,40})")
_END = re.compile(r"[A-Z]{2,4}\d{3,4} (\d{4}-\d\d-\d\d)/\d\d:\d\d|\d{6} [A-Z][a-z]{2} \d\d")
_SUBTITLE = re.compile(r"utl\.?: ?(.+)", re.IGNORECASE)
_DATED = re.compile(r"(\d{1,2}\.)(?=[A-Z])")


class AgencyRtf:
    """The importer of agencies' collections."""

    name = "agency-rtf"
    suffixes = frozenset({".rtf"})

    def claims(self, head: bytes, path: Path) -> float:
        """Sure of RTF whose first line is a slug or says where an article was found."""
        if kind_of(head) != "rtf":
            return 0.0
        start = list(rtf_paragraphs(start_of(path, head)))
        first = next((text for one in start if (text := clean_line(one.text))), "")
        return 0.95 if _SLUG.fullmatch(first) or _FOUND.fullmatch(first) else 0.0

    def read(self, path: Path, progress: Progress) -> Iterator[Article | UnreadablePart]:
        """The articles of the collection."""
        progress.step(0, 1, path.name)
        parts = _parts(rtf_paragraphs(path.read_bytes()))
        yield from articles(_cut(number, part) for number, part in enumerate(parts, 1))


@dataclass(frozen=True)
class _Line:
    """A line; `follows` if no empty one stands before it."""

    text: str
    bold: bool
    follows: bool


def _parts(paragraphs: Iterator[RtfParagraph]) -> Iterator[list[_Line]]:
    """The lines of each article; rules and pages part only what begins with a slug again."""
    part: list[_Line] = []
    follows = False
    for paragraph in paragraphs:
        for text in map(clean_line, paragraph.text.split("\n")):
            if part and (_SLUG.fullmatch(text) or _FOUND.fullmatch(text)):
                yield part
                part = []
            is_text = bool(text) and not _RULE.fullmatch(text)
            if is_text:
                part.append(_Line(text, paragraph.bold, follows))
            follows = is_text
    if part:
        yield part


def _cut(number: int, part: Sequence[_Line]) -> Cut:
    cut = Cut(number)
    slug = part[0].text
    found, agency = _FOUND.fullmatch(slug), _SLUG.fullmatch(slug)
    lines = list(part[1:] if found or agency else part)
    if found:
        cut.learn("outlet", found[1], f'the line "{slug}"')
        cut.warnings.append(f"The collection does not say when this was published, only: “{slug}”.")
    if agency:
        cut.learn("outlet", agency[1], f'the line "{slug[:80]}"')
        _read_date(cut, [slug, *(line.text for line in lines)])
        lines = [
            line for line in lines if not _END.fullmatch(line.text) and not _is_date(line.text)
        ]
        if len(lines) > 2 and "/" in lines[0].text and len(lines[0].text) < 80:
            cut.learn("section", lines.pop(0).text, "the line above the headline")
    title = [lines.pop(0)] if lines else []
    while title and lines and title[0].bold and lines[0].bold and lines[0].follows:
        title.append(lines.pop(0))
    cut.learn("title", " ".join(line.text for line in title), "the headline in the export")
    for line in lines:
        subtitle = _SUBTITLE.fullmatch(line.text)
        if subtitle or (line.bold and len(line.text) < 200):
            cut.headings.add(len(cut.lines))
        cut.lines.append(subtitle[1] if subtitle else line.text)
    return cut


def _read_date(cut: Cut, lines: Sequence[str]) -> None:
    for line in (*lines[-4:], *lines[:3]):
        ended = _END.fullmatch(line)
        if ended and ended[1]:
            cut.learn("published", ended[1], f'the line "{line}" under the text')
        elif _SLUG.fullmatch(line) or _is_date(line):
            day = as_date(_DATED.sub(r"\1 ", line))
            cut.learn("published", day or "", f'the line "{line[:80]}" above the headline')


def _is_date(line: str) -> bool:
    return len(line) < 30 and as_date(_DATED.sub(r"\1 ", line)) is not None
