"""Who said what: words in quotation marks, and what a sentence reports after a verb of saying."""

import re
from collections.abc import Sequence

from briefer.model.actors import Actor, ActorKind, Mention, Quote, QuoteKind
from briefer.model.text import Sentence, Span

_MARKS = re.compile(
    r"“([^”“]{3,4000})”|«\s?([^»«]{3,4000}?)\s?»|„([^“”„]{3,4000})[“”]|「([^」]{2,2000})」|\"([^\"\n]{3,4000})\""
)
_CUES = re.compile(
    r"\b(said|says|told|tells|added|adds|called on|called for|warned|warns|stressed|stated|announced|denied|"
    r"insisted|argued|expressed|hoped|wrote|declared|explained|confirmed|a déclaré|a dit|a affirmé|a indiqué|"
    r"a ajouté|affirme|déclare|estime|sagte|erklärte|betonte|teilte mit|dijo|declaró|afirmó|disse|ha detto|"
    r"dichiarò|сказал|сказала|заявил|заявила|сообщил|сообщила|отметил|подчеркнул)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\b(?:he|she|il|elle|er|sie|él|ella|lui|lei|он|она)\b", re.IGNORECASE)
# Persons speak before bodies and countries; "Iran" may speak, a town may not.
_RANK = {ActorKind.PERSON: 0, ActorKind.ORGANISATION: 1, ActorKind.PLACE: 1}
# Shorter reported clauses ("said so") say nothing.
_LEAST_WORDS = 4

Named = tuple[Span, Actor]


def find_quotes(text: str, sentences: Sequence[Sentence], actors: Sequence[Actor]) -> list[Quote]:
    """All direct and reported speech, in order."""
    named = sorted(
        (
            (m.span, a)
            for a in actors
            if a.kind is not ActorKind.PLACE or a.country
            for m in a.mentions
        ),
        key=lambda n: n[0],
    )
    marks = [_trimmed(text, *hit.span(hit.lastindex or 0)) for hit in _MARKS.finditer(text)]
    quotes: list[Quote] = []
    topic: Named | None = None
    for sentence in sentences:
        span = sentence.span
        inside = [mark for mark in marks if mark.overlaps(span)]
        here = [n for n in named if span.covers(n[0]) and not any(m.covers(n[0]) for m in inside)]
        cue = next(
            (c for c in _CUES.finditer(text, span.start, span.end) if not _in(c.start(), inside)),
            None,
        )
        speaker, mention = _speaker(text, span, cue, here, topic, inside)
        own = [mark for mark in inside if span.start <= mark.start < span.end]
        quotes += [
            _quote(text, mark, QuoteKind.DIRECT, speaker, mention, cue)
            for mark in own
            if cue is not None or speaker or len(mark.of(text).split()) >= _LEAST_WORDS
        ]
        is_covered = any(len(mark.of(text).split()) > _LEAST_WORDS for mark in own)
        if cue is not None and speaker is not None and not is_covered:
            clause = _clause(text, cue.end(), span.end)
            if len(clause.of(text).split()) >= _LEAST_WORDS:
                quotes.append(_quote(text, clause, QuoteKind.INDIRECT, speaker, mention, cue))
        people = [n for n in here if n[1].kind is ActorKind.PERSON]
        if speaker is not None and mention is not None and speaker.kind is ActorKind.PERSON:
            topic = (mention.span, speaker)
        elif people:
            topic = people[0]
    return sorted(quotes, key=lambda quote: quote.span)


def _speaker(
    text: str, span: Span, cue: re.Match[str] | None, here: list[Named], topic: Named | None, inside: list[Span],
) -> tuple[Actor | None, Mention | None]:  # fmt: skip
    """The actor nearest before the verb of saying, else right after it; a pronoun means the topic."""
    at = cue.start() if cue else span.start
    pronoun = next(
        (
            p
            for p in _PRONOUN.finditer(text, span.start, span.end)
            if not _in(p.start(), inside) and p.start() <= at + 12
        ),
        None,
    )
    before = [n for n in here if n[0].end <= at] if cue else here[:1]
    if cue is not None and pronoun is not None and topic is not None and pronoun.start() <= at + 12:
        nearest = max((n[0].end for n in before), default=-1)
        if nearest < pronoun.start():
            return topic[1], Mention(Span(*pronoun.span()), pronoun[0])
    after = [n for n in here if cue is not None and cue.end() <= n[0].start <= cue.end() + 25]
    is_inverted = (
        cue is not None and bool(after) and any(mark.end <= cue.start() for mark in inside)
    )
    chosen = after[0] if is_inverted and not any(n[0].end > at - 40 for n in before) else None
    chosen = chosen or min(before, key=lambda n: (_RANK[n[1].kind], n[0]), default=None)
    if chosen is None and pronoun is not None and topic is not None:
        return topic[1], Mention(Span(*pronoun.span()), pronoun[0])
    if chosen is None and after:
        chosen = after[0]
    return (chosen[1], Mention(chosen[0], chosen[0].of(text))) if chosen else (None, None)


def _quote(
    text: str, span: Span, kind: QuoteKind, speaker: Actor | None, mention: Mention | None, cue: re.Match[str] | None,
) -> Quote:  # fmt: skip
    return Quote(
        span,
        span.of(text),
        kind,
        speaker.key if speaker else None,
        mention,
        cue[0] if cue else None,
    )


def _clause(text: str, start: int, end: int) -> Span:
    while start < end and not text[start].isalnum() and text[start] not in '"“«':
        start += 1
    while end > start and text[end - 1] in " .!?…":
        end -= 1
    return Span(start, end)


def _trimmed(text: str, start: int, end: int) -> Span:
    """Without the comma that belongs to the sentence around the quote."""
    while end > start and text[end - 1] in ", ":
        end -= 1
    return Span(start, end)


def _in(at: int, marks: Sequence[Span]) -> bool:
    return any(mark.start <= at < mark.end for mark in marks)
