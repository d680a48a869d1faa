"""LexisNexis's older exports, TXT and HTML, as blocks of lines: centred heads, labelled fields, text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefer.importers.dates import find_date
from briefer.importers.newsdb.cuts import Cut, day
from briefer.importers.newsdb.labels import COPYRIGHT, labelled
from briefer.text.cleaning import clean_line, join_lines

# "12 of 383 DOCUMENTS" in the languages the database speaks; the total may exceed the file.
COUNTER = re.compile(
    r"[ \t]*(?:(?:dokument|document|documento|documenten)\s+)?(\d{1,6})\s+(?:of|von|de|sur|van|di)\s+"
    r"\d{1,7}(?:\s+(?:documents?|dokumenten?|documentos?|documenti|documenten))?[ \t]*",
    re.IGNORECASE,
)
_BROKEN = re.compile(r"there (?:is|was) an error in this document", re.IGNORECASE)
# Heads have outlet, date and edition; more centred blocks are part of the text.
_MOST_CENTRED = 5


@dataclass
class Block:
    """Lines that stand together, left-aligned or centred; `is_wrapped` if they are one paragraph."""

    lines: list[str]
    centred: bool = False
    is_wrapped: bool = True

    @property
    def text(self) -> str:
        """The block on one line, wrapped lines joined."""
        return join_lines([line for line in map(clean_line, self.lines) if line])


def is_counter(line: str) -> bool:
    """Whether a line begins an article: "12 of 383 DOCUMENTS", "Dokument 12 von 383"."""
    return (
        COUNTER.fullmatch(line) is not None
        and re.search("[a-z]{6}", line, re.IGNORECASE) is not None
    )


def cut_from(number: int, blocks: Sequence[Block]) -> Cut:
    """The article in the blocks after its counter."""
    cut = Cut(number)
    blocks = [block for block in blocks if block.text]
    if any(_BROKEN.search(block.text) for block in blocks[:12]):
        cut.wrong = "The database itself says that there is an error in this document."
    at = _read_centred(cut, blocks)
    at = _read_title(cut, blocks, at)
    while at < len(blocks):
        found = _label(blocks[at], tail=False)
        if found is None:
            break
        field, value = found
        at += 1
        if field == "body":
            _add(cut, Block([value]))
            break
        _learn(cut, field, value)
    _read_body(cut, blocks[at:])
    return cut


def _read_centred(cut: Cut, blocks: Sequence[Block]) -> int:
    lines: list[str] = []
    at = 0
    while at < min(len(blocks), _MOST_CENTRED) and blocks[at].centred:
        lines += [line for line in map(clean_line, blocks[at].lines) if line]
        at += 1
    dated = next((i for i, line in enumerate(lines) if _is_date(line)), None)
    names = [line for line in lines[:dated] if not COPYRIGHT.match(line)]
    cut.learn("outlet", " ".join(names[:1]), "the line above the date")
    if dated is not None:
        cut.learn("published", lines[dated], f'the line "{lines[dated]}" under the outlet')
    return at


def _is_date(line: str) -> bool:
    return len(line) < 120 and day(line) is not None and not COPYRIGHT.match(line)


def _read_title(cut: Cut, blocks: Sequence[Block], at: int) -> int:
    """The headline is the first unlabelled block; a second one before the labels stands under it."""
    free: list[Block] = []
    while at < len(blocks) and not blocks[at].centred and len(free) < 3:
        if _label(blocks[at], tail=False) is not None:
            break
        free.append(blocks[at])
        at += 1
    labels_follow = at < len(blocks) and _label(blocks[at], tail=False) is not None
    if not free or not labels_follow:
        # Without labels after it, nothing tells a headline from the first paragraph but its length.
        short = bool(free) and len(free[0].text) < 200 and find_date(free[0].text) is None
        if short and len(free) > 1:
            cut.learn("title", free[0].text, "the line under the date")
        return at - len(free) + (1 if short and len(free) > 1 else 0)
    cut.learn("title", free[0].text, "the line under the date")
    for block in free[1:]:
        _add(cut, block, heading=True)
    return at


def _label(block: Block, *, tail: bool) -> tuple[str, str] | None:
    """(field, value) of "BYLINE: Ann Lee", whose label stands in capitals."""
    first = clean_line(block.lines[0]) if block.lines else ""
    found = labelled(first)
    if found is None or first.partition(":")[0].upper() != first.partition(":")[0]:
        return None
    field = found[1] if tail else found[0]
    if not field:
        return None
    return field, Block([found[2], *block.lines[1:]]).text


def _learn(cut: Cut, field: str, value: str) -> None:
    where = f'the field "{field}" above the text'
    if field == "highlight" and value:
        _add(cut, Block([value]), heading=True)
    elif field not in ("length", "dateline", "edition", "series", "copyright"):
        cut.learn(field, value, where)


def _add(cut: Cut, block: Block, *, heading: bool = False) -> None:
    if block.text:
        if heading:
            cut.headings.add(len(cut.lines))
        cut.lines.append(block.text)


def _ends_text(blocks: Sequence[Block], index: int) -> bool:
    """Whether the fields under the text begin here; "NAME: …" in capitals may be part of it."""
    found = _label(blocks[index], tail=True)
    if found is None:
        return False
    rest = blocks[index + 1 : index + 2]
    return found[0] not in ("index", "url") or all(
        block.centred or _label(block, tail=True) for block in rest
    )


def _read_body(cut: Cut, blocks: Sequence[Block]) -> None:
    end = next((i for i in range(len(blocks)) if _ends_text(blocks, i)), len(blocks))
    for block in blocks[end:]:
        found = _label(block, tail=True)
        if found and found[0] in ("language", "updated", "url"):
            cut.learn(found[0], found[1], f'the field "{found[0]}" under the text')
    body = list(blocks[:end])
    while body and body[-1].centred:
        body.pop()
    while body and COPYRIGHT.match(body[-1].text) and len(body[-1].text) < 200:
        body.pop()
    for block in body:
        for line in [block.text] if block.is_wrapped else block.lines:
            cut.lines.append(line)


def numbered(parts: Iterator[list[Block]]) -> Iterator[Cut]:
    """The cuts of all articles, in order."""
    for number, blocks in enumerate(parts, 1):
        yield cut_from(number, blocks)
