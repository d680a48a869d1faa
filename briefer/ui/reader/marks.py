"""Article offsets (code points) to positions of the shown text (UTF-16, one break a paragraph)."""

from bisect import bisect_right
from collections.abc import Sequence

from briefer.model.text import Paragraph, Span


class TextMap:
    """The text as it is shown, and the way between its positions and the article's offsets."""

    def __init__(self, text: str, paragraphs: Sequence[Paragraph]) -> None:
        """`paragraphs` are the article's; what stands between them is not shown."""
        self.text = text
        self._paragraphs = [paragraph.span for paragraph in paragraphs]
        self.lines = [span.of(text).replace("\n", " ") for span in self._paragraphs]
        self._starts: list[int] = []
        at = 0
        for line in self.lines:
            self._starts.append(at)
            at += _units(line) + 1
        self._offsets = [span.start for span in self._paragraphs]

    def position(self, offset: int) -> int:
        """The position of an article offset; one between paragraphs falls to the end before it."""
        index = max(bisect_right(self._offsets, offset) - 1, 0)
        if not self._paragraphs:
            return 0
        span = self._paragraphs[index]
        return self._starts[index] + _units(self.text[span.start : min(offset, span.end)])

    def offset(self, position: int) -> int:
        """The article offset of a position."""
        if not self._paragraphs:
            return 0
        index = max(bisect_right(self._starts, position) - 1, 0)
        span, left = self._paragraphs[index], position - self._starts[index]
        at = span.start
        while left > 0 and at < span.end:
            left -= 2 if ord(self.text[at]) > 0xFFFF else 1
            at += 1
        return at

    def range(self, span: Span) -> tuple[int, int]:
        """Start and end positions of a span."""
        return self.position(span.start), self.position(span.end)


def _units(text: str) -> int:
    """How many UTF-16 units Qt counts for the text."""
    return len(text) + sum(ord(c) > 0xFFFF for c in text) if not text.isascii() else len(text)
