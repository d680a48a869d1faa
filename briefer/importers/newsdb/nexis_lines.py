"""Nexis Uni and Lexis Advance: an export as lines, cut into articles by its own marks.

Word, RTF and PDF exports differ in how the lines are found; from there on they are the same.
"""

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from briefer.importers.dates import find_date
from briefer.importers.newsdb.cuts import Cut, day
from briefer.importers.newsdb.labels import COPYRIGHT, LENGTH, field_of, is_end, labelled

# "Documents (100)" in the languages of the database.
COVER = re.compile(
    r"(?:documents|dokumente|documenten|documentos|documenti) ?\((\d{1,5})\)", re.IGNORECASE
)
_BOOKMARK = re.compile(r"bookmark_(\d+)", re.IGNORECASE)
_ENTRY = re.compile(r"(\d{1,4})\. ?(.+)")
_FURNITURE = re.compile(
    r"(?:link to (?:pdf|image|original)|link zum \w+|lien vers .{0,20}|enlace (?:a|al) .{0,20}|"
    r"(?:page|seite|página|pagina) \d+ (?:of|von|de|sur|van|di) \d+|image \d+(?: within .*)?)",
    re.IGNORECASE,
)
# Outlet, date and editions stand so near under the headline (lines).
_HEAD_LINES = 10
# Dates of loading stand among the last lines (articles seen: at most 19), graphics and notes right
# above them.
_TAIL_LINES, _ASIDE_LINES = 40, 8


@dataclass(frozen=True)
class Line:
    """A line of an export, with the bookmarks and the link that stand in it."""

    text: str
    bookmarks: tuple[str, ...] = ()
    link: str = ""


Joining = Callable[[Sequence[Line]], list[str]]


def one_each(lines: Sequence[Line]) -> list[str]:
    """Every line is a paragraph, as in Word and RTF."""
    return [line.text for line in lines]


def cuts_from(lines: Sequence[Line], joined: Joining = one_each) -> Iterator[Cut]:
    """The articles of an export, by bookmarks, or else by the lines that end each.

    `joined` makes paragraphs of the lines of a text.
    """
    for number, part in enumerate(_parts(lines), 1):
        yield _cut(number, part, joined)


def declared(lines: Sequence[Line]) -> int:
    """How many articles the cover says that the export holds; 0 where there is no cover."""
    found = next((hit for line in lines if (hit := COVER.fullmatch(line.text))), None)
    return int(found[1]) if found else 0


def is_nexis(lines: Sequence[Line]) -> bool:
    """Whether the lines begin an export: a cover with its list, or a bookmark and an end."""
    for index, line in enumerate(lines):
        listed = (after.text for after in lines[index + 1 : index + 6])
        if COVER.fullmatch(line.text) and any(_ENTRY.fullmatch(text) for text in listed):
            return True
    return any(map(_marks, lines)) and any(is_end(line.text) for line in lines)


def _marks(line: Line) -> bool:
    return any(_BOOKMARK.fullmatch(name) for name in line.bookmarks)


def _parts(lines: Sequence[Line]) -> list[list[Line]]:
    starts = [index for index, line in enumerate(lines) if _marks(line)]
    if starts:
        edges = [*starts, len(lines)]
        parts = [list(lines[a:b]) for a, b in itertools.pairwise(edges)]
        return [_until_end(part) for part in parts]
    parts, part = [], []
    for line in lines:
        part.append(line)
        if is_end(line.text):
            parts.append(part[:-1])
            part = []
    if parts:
        parts[0] = _after_cover(parts[0])
    # What follows the last end is an article too when its own end was cut off.
    if any(LENGTH.search(line.text) and labelled(line.text) for line in part):
        parts.append(part)
    return parts


def _until_end(part: list[Line]) -> list[Line]:
    end = next((index for index, line in enumerate(part) if is_end(line.text)), len(part))
    return part[:end]


def _after_cover(part: list[Line]) -> list[Line]:
    """The first article begins where the headline that the cover lists first stands again."""
    cover = next((i for i, line in enumerate(part) if COVER.fullmatch(line.text)), None)
    if cover is None:
        return part
    listed = [hit[2] for line in part[cover:] if (hit := _ENTRY.fullmatch(line.text))]
    first = listed[0][:60] if listed else ""
    found = [i for i, line in enumerate(part) if i > cover and _begins(line.text, first)]
    if found:
        return part[found[0] :]
    dated = [i for i, line in enumerate(part) if i > cover + 2 and _is_date(line.text)]
    return part[max(dated[0] - 2, 0) :] if dated else part


def _labels(lines: Sequence[Line]) -> list[str]:
    """The labelled lines of a head, each with the lines its value runs on to."""
    found: list[str] = []
    for line in lines:
        if labelled(line.text) or not found or COPYRIGHT.match(line.text):
            found.append(line.text)
        else:
            found[-1] += f" {line.text}"
    return found


def _repeats(line: str, title: str) -> bool:
    return line == title or (len(line) > 25 and (title.startswith(line) or title.endswith(line)))


def _begins(line: str, headline: str) -> bool:
    """Whether a line is the headline or as much of it as fits on a line."""
    return bool(headline) and (
        line.startswith(headline) or (len(line) > 15 and headline.startswith(line))
    )


def _cut(number: int, part: Sequence[Line], joined: Joining) -> Cut:
    cut = Cut(number)
    lines = [line for line in part if line.text and not _FURNITURE.fullmatch(line.text)]
    at = _read_head(cut, lines)
    body = next((i for i in range(at, len(lines)) if field_of(lines[i].text) == "body"), None)
    last = body if body is not None else _after_labels(lines, at)
    for text in _labels(lines[at:last]):
        _read_label(cut, text)
    start = last + 1 if body is not None else last
    end = _tail_at(lines, start)
    # Printed pages repeat the headline at their heads.
    title = cut.value("title")
    cut.lines += joined([line for line in lines[start:end] if not _repeats(line.text, title)])
    for line in lines[end:]:
        found = labelled(line.text)
        if found and found[1] in ("language", "updated", "url"):
            cut.learn(found[1], found[2], f'the line "{line.text[:80]}" under the text')
    return cut


def _is_date(text: str) -> bool:
    hit = find_date(text)
    at = hit[1] if hit else 99
    return (at < 14 and len(text) < 90) or (
        len(text) < 60 and hit is None and day(text) is not None
    )


def _read_head(cut: Cut, lines: Sequence[Line]) -> int:
    """Title, outlet and date; where the head's labels begin."""
    head = list(lines[:_HEAD_LINES])
    stop = next(
        (i for i, line in enumerate(head) if COPYRIGHT.match(line.text) or labelled(line.text)),
        len(head),
    )
    dated = next((i for i, line in enumerate(head) if i and _is_date(line.text)), None)
    if dated is not None and dated > stop:
        # A label-like headline ("Comment: …") or a copyright line stands above the date.
        stop = dated + 1
    if dated is None:
        dated = min(2, stop)
        named = head[1:2] if stop > 1 else []
    else:
        cut.learn(
            "published", head[dated].text, f'the line "{head[dated].text}" under the headline'
        )
        named = [line for line in head[max(dated - 1, 0) : dated] if not COPYRIGHT.match(line.text)]
    titles = head[: max(dated - 1, 0)] if named else head[:dated]
    cut.learn("title", " ".join(line.text for line in titles), "the headline in the export")
    cut.learn("outlet", named[0].text if named else "", "the line under the headline")
    link = next((line.link for line in [*titles, *lines[:1]] if line.link), "")
    cut.learn("url", link, "the headline's link to the database")
    return max(stop, dated)


def _after_labels(lines: Sequence[Line], at: int) -> int:
    """Where no line says that the text begins, it begins after the last label of the head."""
    last = at
    for index in range(at, min(at + _HEAD_LINES, len(lines))):
        text = lines[index].text
        found = labelled(text)
        if (found and found[0]) or COPYRIGHT.match(text) or _is_date(text):
            last = index + 1
    return last


def _read_label(cut: Cut, text: str) -> None:
    found = labelled(text)
    if found is None or not found[0]:
        return
    field, value = found[0], found[2]
    if field == "highlight" and value:
        cut.headings.add(len(cut.lines))
        cut.lines.append(value)
    elif field in ("authors", "section", "page"):
        cut.learn(field, value, f'the line "{text[:80]}" above the text')


def _tail_at(lines: Sequence[Line], start: int) -> int:
    """Where the fields under the text begin.

    A line of the text may be a label's word alone ("Notes"): only one near the sure end counts.
    """
    sure = next((i for i in range(start, len(lines)) if _is_sure_end(lines, i)), len(lines))
    for index in range(max(start, sure - _ASIDE_LINES), sure):
        if sure < len(lines) and field_of(lines[index].text) in ("graphic", "correction"):
            return index
    return sure


def _is_sure_end(lines: Sequence[Line], index: int) -> bool:
    text = lines[index].text
    if field_of(text) == "classification":
        return True
    found = labelled(text)
    if not found or not found[1] or len(lines) - index > _TAIL_LINES:
        return False
    dated = found[1] == "loaded" and day(found[2]) is not None
    return dated or all(labelled(line.text) for line in lines[index:])
