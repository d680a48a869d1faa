"""Where quotation marks open and close, in the styles of many languages."""

import re
from collections.abc import Iterator, Sequence

from briefer.model.text import Span

# From an opening mark to those that close it.
_PAIRS = {
    "“": "”", "„": "“”", "«": "»", "»": "«", "「": "」", "『": "』", "‘": "’", "‹": "›", "《": "》",
}  # fmt: skip
_STRAIGHT = '"'
_MARK = re.compile('["”' + "".join(_PAIRS) + "]")
# A mark without its partner is a quotation only if what follows to the paragraph's end is short.
_MOST_OPEN = 900
_LONGEST = 6_000
# Letters above this one belong to scripts that put no blank beside a mark.
_UNSPACED = "\u2e80"


def marked(text: str, paragraphs: Sequence[Span]) -> list[Span]:
    """The words between quotation marks, without the marks, in order.

    A quotation that runs over several paragraphs, each opened anew and only the last one closed,
    gives one span for each.
    """
    found: list[Span] = []
    for number, paragraph in enumerate(paragraphs):
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        goes_on = following is not None and text[following.start] in '"“„«'
        found += _in_paragraph(text, paragraph, goes_on=goes_on)
    return found


def _in_paragraph(text: str, paragraph: Span, *, goes_on: bool) -> Iterator[Span]:
    at = paragraph.start
    while opening := _MARK.search(text, at, paragraph.end):
        at = opening.start()
        mark = text[at]
        if not _opens(text, at, mark, paragraph):
            at += 1
            continue
        end = _closing(text, at, mark, paragraph)
        if end is None:
            rest = paragraph.end - at
            if (goes_on or rest <= _MOST_OPEN) and rest > 20 and mark != "‘":
                span = _trimmed(text, at + 1, paragraph.end)
                if span:
                    yield span
                return
            at += 1
            continue
        span = _trimmed(text, at + 1, end)
        if span:
            yield span
        at = end + 1


def _opens(text: str, at: int, mark: str, paragraph: Span) -> bool:
    if mark == "”" and at == paragraph.start:
        # Typing programs turn the first mark of a paragraph the wrong way after a picture.
        return True
    if mark != _STRAIGHT and mark not in _PAIRS:
        return False
    before = text[at - 1] if at > paragraph.start else " "
    after = text[at + 1] if at + 1 < paragraph.end else " "
    if mark in "«»":
        return mark == "«" or (before.isspace() and not after.isspace())
    if mark in "「『《":
        return True
    is_apart = not before.isalnum() or (mark == "“" and before > _UNSPACED)
    return not after.isspace() and is_apart and after not in ",;:)"


def _closing(text: str, start: int, mark: str, paragraph: Span) -> int | None:
    # Some texts open with a typewriter's mark and close with a printer's.
    closers = _STRAIGHT + "”" if mark == _STRAIGHT else _PAIRS.get(mark, "”")
    limit = min(paragraph.end, start + _LONGEST)
    at = start + 1
    inner = 0
    while at < limit:
        sign = text[at]
        if mark == _STRAIGHT and sign == "“":
            inner += 1
        elif inner and sign == "”":
            inner -= 1
        elif sign in closers:
            after = text[at + 1] if at + 1 < paragraph.end else " "
            if sign in "»」』》«›":
                return at
            if (not after.isalnum() or after > _UNSPACED) and (
                sign != _STRAIGHT or not text[at - 1].isspace() or after.isspace()
            ):
                return at
        elif sign == mark and mark in "“„«‘「":
            # Opened again before it was closed: the first mark stands alone.
            return None
        elif mark in "“„" and sign == _STRAIGHT:
            return at
        at += 1
    return None


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """Without the blanks and the comma that belong to the sentence around."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",，"):
        end -= 1
    return Span(start, end) if end - start > 1 else None
