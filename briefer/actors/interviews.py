"""Interviews as they are written down: "BELL: We lost both boats"."""

from collections.abc import Sequence
from dataclasses import replace

from briefer.actors.folding import fold
from briefer.actors.passages import Passage
from briefer.actors.resolving import Speaker, Talk
from briefer.model.actors import Actor, ActorKind, Quote, QuoteKind
from briefer.model.text import Span

_OPENING = frozenset('"“„«')
# Words of a label; words of an answer that says something.
_MOST_WORDS, _LEAST_SAID = 3, 4


def labelled(passage: Passage, actors: Sequence[Actor], text: str) -> tuple[Speaker, int] | None:
    """The person whose name or initials and a colon open the paragraph, and the first word said."""
    low, tokens = passage.low, passage.tokens
    first = 1 if low[0] in _OPENING else 0
    for colon in range(first + 1, min(first + 1 + _MOST_WORDS, len(low) - _LEAST_SAID)):
        if low[colon] == ":":
            words = [token.text for token in tokens[first:colon]]
            actor = _bearer(words, actors)
            if actor is None:
                return None
            return Speaker(actor.key, passage.words(first, colon, text)), colon + 1
    return None


def _bearer(words: Sequence[str], actors: Sequence[Actor]) -> Actor | None:
    """The one person of this name, family name or initials; the label is all capitals or a whole name."""
    label = fold(" ".join(words))
    is_shouted = all(word.isupper() and len(word) > 1 for word in words)
    fitting = []
    for actor in actors:
        if actor.kind is not ActorKind.PERSON:
            continue
        names = fold(actor.name).split()
        initials = "".join(name[0] for name in names)
        if label == " ".join(names) or (is_shouted and label in (names[-1], initials)):
            fitting.append(actor)
    return fitting[0] if len(fitting) == 1 else None


def interview(
    text: str, passage: Passage, talk: Talk, actors: Sequence[Actor], quotes: Sequence[Quote]
) -> list[Quote]:
    """The paragraph's direct quotes, those of a labelled one with its speaker."""
    found = labelled(passage, actors, text)
    if found is None:
        return list(quotes)
    speaker, first = found
    talk.spoke(speaker, passage, first, whole=True)
    if passage.quotes and passage.quotes[0][0] <= first:
        begin = passage.tokens[first].start
        head = [quote for quote in quotes if quote.span.start <= begin < quote.span.end]
        made = [_said(text, Span(begin, quote.span.end), speaker) for quote in head]
        others = [quote for quote in quotes if quote not in head]
        return made + [
            replace(quote, speaker=speaker.key, speaker_mention=speaker.mention) for quote in others
        ]
    return [_said(text, Span(passage.tokens[first].start, passage.tokens[-1].end), speaker)]


def _said(text: str, span: Span, speaker: Speaker) -> Quote:
    return Quote(span, span.of(text), QuoteKind.DIRECT, speaker.key, speaker.mention, None)
