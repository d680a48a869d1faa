"""Runs of capitalised words in languages that write names with capitals."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from briefer.actors.inflection import stem
from briefer.actors.lines import Line
from briefer.actors.name_words import LINKS
from briefer.actors.names import Name, name_at
from briefer.model.actors import ActorKind

_LONGEST = 6
# Inside a run only these lower-case words link ("Ursula von der Leyen"), never articles.
PARTICLES = LINKS - frozenset("the for and & y e u le la".split())
_OF = frozenset(
    "of de des du d' d’ la le les del dell' della dei di της του των der des für".split()
)


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens `first` to `last` (not included) of a line."""

    line: Line
    first: int
    last: int

    @property
    def words(self) -> list[str]:
        """The words of the run."""
        return [token.text for token in self.line.tokens[self.first : self.last]]

    @property
    def whole(self) -> str:
        """The words with blanks between."""
        return " ".join(self.words)


def runs(line: Line, may_be_name: Callable[[Sequence[str], int], bool]) -> Iterator[Run]:
    """Neighbouring capitalised words, also across "von", "de" and the like."""
    at = 0
    words = line.words
    while at < len(words):
        if not may_be_name(words, at):
            at += 1
            continue
        end = at + 1
        while end < len(words) and end - at < _LONGEST:
            if may_be_name(words, end):
                end += 1
            elif words[end] in PARTICLES and may_be_name(words, end + 1):
                end += 2
            elif (
                words[end] in PARTICLES
                and words[end + 1 : end + 2]
                and words[end + 1] in PARTICLES
                and may_be_name(words, end + 2)
            ):
                end += 3
            else:
                break
        yield Run(line, at, min(end, len(words)))
        at = end


def surnames(
    text: str, lines: Sequence[Line], names: Sequence[Name], language: str
) -> Iterator[Name]:
    """Family names alone, of persons whose full name stands elsewhere."""
    taken = {(name.line, at) for name in names for at in range(name.first, name.last)}
    lasts = {
        stem(name.text.split()[-1], language)
        for name in names
        if name.kind is ActorKind.PERSON and " " in name.text
    }
    for line in lines:
        for at, token in enumerate(line.tokens):
            if (line.number, at) in taken or not token.is_capital or len(token.text) < 3:
                continue
            if stem(token.text, language) in lasts:
                yield name_at(text, line, at, at + 1, ActorKind.PERSON)


def governed(words: Sequence[str], at: int) -> int:
    """Behind "du Danube", "de la Marina": what a body's first word governs; `at` for nothing."""
    end = at
    while end < min(at + 3, len(words)) and words[end].lower() in _OF:
        end += 1
    begin = end
    while end < len(words) and words[end][0].isupper() and end - begin < 3:
        end += 1
    return end if end > begin > at else at
