"""A name where it stands, before it is known whose it is."""

from dataclasses import dataclass, replace

from briefer.actors.lines import Line
from briefer.model.actors import ActorKind
from briefer.model.text import Span


@dataclass(frozen=True, slots=True)
class Name:
    """Words `first` to `last` (exclusive) of a line.

    `code` is a country's ISO 3166 code, for the country itself, its demonym and its government;
    `usual` the name without the endings it bears here.
    """

    line: int
    first: int
    last: int
    span: Span
    text: str
    kind: ActorKind
    code: str | None = None
    usual: str | None = None

    def as_kind(self, kind: ActorKind, code: str | None = None) -> "Name":
        """The same name as another kind."""
        return replace(self, kind=kind, code=code)


def name_at(
    text: str,
    line: Line,
    first: int,
    last: int,
    kind: ActorKind,
    code: str | None = None,
    usual: str | None = None,
) -> Name:
    """The name over words `first` to `last` (exclusive) of a line."""
    span = Span(line.tokens[first].start, line.tokens[last - 1].end)
    return Name(line.number, first, last, span, span.of(text), kind, code, usual)
