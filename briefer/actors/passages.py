"""A paragraph as one row of words that know their sentence, their quotation and their actor."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from briefer.actors.lines import Line
from briefer.actors.tokens import Token
from briefer.model.actors import Actor, Mention
from briefer.model.text import Sentence, Span

_MARKS = frozenset("\"“„«‘'")
_BEFORE_TITLES = frozenset(
    "on of in to 's ’s titled called show programme program film movie book song series".split()
)
# Letters of the words that a title may leave small; words of a title.
_SMALL, _LONG_TITLE = 3, 9


@dataclass(frozen=True, slots=True)
class Naming:
    """Words `first` to `last` (exclusive) of a passage that name an actor."""

    first: int
    last: int
    actor: Actor
    mention: Mention


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of one paragraph.

    `line_of` gives each word's sentence, `quote_of` the number of the quotation it stands in, or
    None; `naming` leads from a word to the name over it; `quotes` are (first word, behind the last
    word, span of the words between the marks).
    """

    span: Span
    tokens: tuple[Token, ...]
    low: tuple[str, ...]
    line_of: tuple[int, ...]
    quote_of: tuple[int | None, ...]
    naming: dict[int, Naming]
    quotes: tuple[tuple[int, int, Span], ...]

    def line_start(self, at: int) -> int:
        """The first word of the sentence in which word `at` stands."""
        number = self.line_of[at]
        while at > 0 and self.line_of[at - 1] == number:
            at -= 1
        return at

    def line_end(self, at: int) -> int:
        """Behind the last word of the sentence in which word `at` stands."""
        number = self.line_of[at]
        while at < len(self.tokens) and self.line_of[at] == number:
            at += 1
        return at

    def words(self, first: int, last: int, text: str) -> Mention:
        """The words as a mention."""
        span = Span(self.tokens[first].start, self.tokens[last - 1].end)
        return Mention(span, span.of(text))


def paragraph_spans(sentences: Sequence[Sentence]) -> list[Span]:
    """From the first to the last sentence of each paragraph."""
    spans: list[Span] = []
    number = -1
    for sentence in sentences:
        if sentence.paragraph == number:
            spans[-1] = Span(spans[-1].start, sentence.span.end)
        else:
            spans.append(sentence.span)
            number = sentence.paragraph
    return spans


def passages_of(
    lines: Sequence[Line], spans: Sequence[Span], marks: Sequence[Span], actors: Sequence[Actor]
) -> list[Passage]:
    """The paragraphs with their quotations and names."""
    named = sorted(((m, a) for a in actors for m in a.mentions), key=lambda pair: pair[0].span)
    starts = [mention.span.start for mention, _ in named]
    passages = []
    line_at = mark_at = 0
    for span in spans:
        tokens: list[Token] = []
        line_of: list[int] = []
        while line_at < len(lines) and lines[line_at].span.start < span.end:
            tokens += lines[line_at].tokens
            line_of += [lines[line_at].number] * len(lines[line_at].tokens)
            line_at += 1
        own: list[Span] = []
        while mark_at < len(marks) and marks[mark_at].start < span.end:
            own.append(marks[mark_at])
            mark_at += 1
        if tokens:
            here = named[bisect_right(starts, span.start - 1) : bisect_right(starts, span.end)]
            passages.append(_passage(span, tokens, line_of, own, here))
    return passages


def _passage(
    span: Span,
    tokens: list[Token],
    line_of: list[int],
    marks: Sequence[Span],
    named: Sequence[tuple[Mention, Actor]],
) -> Passage:
    begins = [token.start for token in tokens]
    quote_of: list[int | None] = [None] * len(tokens)
    quotes = []
    for number, mark in enumerate(marks):
        first = bisect_right(begins, mark.start - 1)
        last = bisect_right(begins, mark.end - 1)
        quote_of[first:last] = [number] * (last - first)
        quotes.append((first, last, mark))
    naming: dict[int, Naming] = {}
    for mention, actor in named:
        first = max(bisect_right(begins, mention.span.start) - 1, 0)
        last = bisect_right(begins, mention.span.end - 1)
        one = Naming(first, last, actor, mention)
        naming.update(dict.fromkeys(range(first, last), one))
    return Passage(
        span,
        tuple(tokens),
        tuple(token.text.lower() for token in tokens),
        tuple(line_of),
        tuple(quote_of),
        naming,
        tuple(quotes),
    )


def is_title(passage: Passage, first: int, last: int) -> bool:
    """Whether the words name a programme or a book: 'on "Face the Nation"'."""
    before = [low for low in passage.low[max(first - 3, 0) : first] if low not in _MARKS][-1:]
    named = [token for token in passage.tokens[first:last] if token.text[0].isalnum()]
    is_capital = sum(token.is_capital for token in named) > 1 and all(
        token.is_capital or len(token.text) <= _SMALL for token in named
    )
    return (
        is_capital and last - first < _LONG_TITLE and bool(before) and before[0] in _BEFORE_TITLES
    )
