"""The sentences of a text as lists of words, and which of them are headings."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from briefer.actors.tokens import Token, tokens_of
from briefer.model.text import Sentence, Span

# A heading has this share of capitalised words among its longer ones.
_HEADING = 0.75
# A longer row of words is no sentence; it is read in pieces, so that reading stays linear.
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence, `words` being the texts of its tokens; `is_heading` when its capitals say
    nothing about names.
    """

    number: int
    span: Span
    tokens: tuple[Token, ...]
    is_heading: bool
    words: list[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Keep the texts of the tokens: they are asked for again and again."""
        object.__setattr__(self, "words", [token.text for token in self.tokens])


def lines_of(text: str, sentences: Sequence[Sentence]) -> list[Line]:
    """The sentences in order, without those that hold nothing."""
    lines: list[Line] = []
    for sentence in sentences:
        tokens = tuple(tokens_of(text, sentence.span.start, sentence.span.end))
        for at in range(0, len(tokens), _LONGEST):
            piece = tokens[at : at + _LONGEST]
            span = Span(piece[0].start, piece[-1].end) if len(tokens) > _LONGEST else sentence.span
            lines.append(Line(len(lines), span, piece, _is_heading(piece)))
    return lines


def _is_heading(tokens: Sequence[Token]) -> bool:
    words = [token.text for token in tokens if token.text[0].isalpha()]
    if len(words) < 4 or len(words) > 30:
        return False
    if sum(word.isupper() for word in words) >= 0.8 * len(words):
        return True
    longer = [word for word in words[1:] if len(word) > 3]
    is_closed = tokens[-1].text in ".!…" and tokens[-1].text != "…"
    has_small = sum(word[0].islower() for word in longer)
    return (
        not is_closed
        and len(longer) >= 3
        and sum(word[0].isupper() for word in longer) >= _HEADING * len(longer)
        and has_small <= 2
    )
