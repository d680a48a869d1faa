"""Who said what in Chinese, which parts no words: by the characters around a quotation."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from briefer.actors.passages import paragraph_spans
from briefer.actors.quote_marks import marked
from briefer.model.actors import Actor, ActorKind, Mention, Quote, QuoteKind
from briefer.model.text import Sentence, Span

_SAYING = re.compile("说道|表示|指出|强调|宣布|透露|认为|介绍|告诉|说|称|說|稱|認為")
_REPORTED = re.compile("(表示|指出|强调|宣布|透露|认为|说|称|說|稱|認為)[，：,:]?")
_HE = re.compile("[他她]")
_STOPS = "。！？；\n"
_LEAST = 6
# "He" is one of the last so many named.
_FAR = 20

Named = tuple[Mention, Actor]


def chinese_quotes(
    text: str, sentences: Sequence[Sentence], actors: Sequence[Actor]
) -> list[Quote]:
    """All direct and reported speech, in order."""
    named = sorted(
        ((mention, actor) for actor in actors for mention in actor.mentions),
        key=lambda pair: pair[0].span,
    )
    marks = marked(text, paragraph_spans(sentences))
    found = [quote for mark in marks if (quote := _direct(text, mark, named)) is not None]
    starts = [mark.start for mark in marks]
    for sentence in sentences:
        near = marks[max(bisect_left(starts, sentence.span.start) - 1, 0) :][:3]
        if not any(mark.overlaps(sentence.span) for mark in near):
            quote = _reported(text, sentence.span, named)
            if quote is not None:
                found.append(quote)
    return sorted(found, key=lambda quote: quote.span)


def _direct(text: str, mark: Span, named: Sequence[Named]) -> Quote | None:
    before = _clause_before(text, mark.start - 1)
    after = _clause_after(text, mark.end + 1)
    for window in (before, after):
        cue = _SAYING.search(text, window.start, window.end)
        if cue is None:
            continue
        speaker = _speaker(text, Span(window.start, cue.start()), named)
        if speaker is not None:
            return _quote(text, mark, QuoteKind.DIRECT, speaker, cue[0])
    return None


def _reported(text: str, sentence: Span, named: Sequence[Named]) -> Quote | None:
    cue = _REPORTED.search(text, sentence.start, sentence.end)
    if cue is None:
        return None
    speaker = _speaker(text, Span(sentence.start, cue.start()), named)
    end = sentence.end
    while end > cue.end() and text[end - 1] in "。！？；":
        end -= 1
    if speaker is None or end - cue.end() < _LEAST:
        return None
    return _quote(text, Span(cue.end(), end), QuoteKind.INDIRECT, speaker, cue[1])


def _speaker(text: str, window: Span, named: Sequence[Named]) -> tuple[str, Mention] | None:
    """The last person named in the window, else the last body or country; "他" is the last person."""
    first = bisect_left(named, window.start, key=lambda pair: pair[0].span.start)
    last = bisect_left(named, window.end, key=lambda pair: pair[0].span.start)
    inside = [(m, a) for m, a in named[first:last] if window.covers(m.span)]
    for kind in (ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.PLACE):
        of_kind = [
            (m, a)
            for m, a in inside
            if a.kind is kind and (a.country or kind is not ActorKind.PLACE)
        ]
        if of_kind:
            mention, actor = of_kind[-1]
            return actor.key, mention
    pronoun = _HE.search(text, window.start, window.end)
    before = named[max(first - _FAR, 0) : first]
    people = [a for _, a in before if a.kind is ActorKind.PERSON]
    if pronoun is None or not people:
        return None
    return people[-1].key, Mention(Span(*pronoun.span()), pronoun[0])


def _clause_before(text: str, end: int) -> Span:
    start = end
    while start > 0 and end - start < 60 and text[start - 1] not in _STOPS + "”」":
        start -= 1
    return Span(start, end)


def _clause_after(text: str, start: int) -> Span:
    end = start
    while end < len(text) and end - start < 24 and text[end] not in _STOPS + "，“「":
        end += 1
    return Span(min(start, end), end)


def _quote(text: str, span: Span, kind: QuoteKind, speaker: tuple[str, Mention], cue: str) -> Quote:
    return Quote(span, span.of(text), kind, speaker[0], speaker[1], cue)
