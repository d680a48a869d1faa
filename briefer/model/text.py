"""A place in an article's unchanging text. All offsets count code points."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The half-open range `start` to `end` of a text, in code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of an article's text, with the page it stood on where that is known."""

    span: Span
    page: int | None = None
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its place, the index of its paragraph and its own running number, both from 0."""

    span: Span
    paragraph: int
    number: int
