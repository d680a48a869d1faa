"""Who said what: words in quotation marks, and what a sentence reports after a verb of saying.

The order of evidence (a verb behind the quotation, one before it, the sentence's subject, the
speaker of the neighbours) follows O'Keefe, Pareti, Curran, Koprinska and Honnibal, "A sequence
labelling approach to quote attribution" (2012), by rules.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefer.actors.cues import DOUBTFUL, PARTICIPLES, SAYING, cues_of, reporting_of
from briefer.actors.interviews import interview
from briefer.actors.lines import Line
from briefer.actors.passages import Passage, is_title, paragraph_spans, passages_of
from briefer.actors.quote_marks import marked
from briefer.actors.reported import reported
from briefer.actors.resolving import Speaker, Talk
from briefer.actors.subjects import (
    Subject,
    clause_subject,
    is_phrase,
    subject_after,
    subject_before,
)
from briefer.model.actors import Actor, Quote, QuoteKind
from briefer.model.text import Sentence, Span

# Shorter words in quotation marks that nobody is said to have said name a thing, or mock it.
_LEAST_WORDS = 4
# A verb further behind the quotation than this many words belongs to something else.
_FAR = 28
# Words between the parts of one quotation: "A," said X, who is this and that. "B."
_SPLIT = 45


@dataclass(frozen=True, slots=True)
class _Attribution:
    """A verb of saying and its subject; either may be missing."""

    subject: Subject | None
    cue: int | None


def find_quotes(
    text: str,
    lines: Sequence[Line],
    sentences: Sequence[Sentence],
    actors: Sequence[Actor],
    language: str = "en",
) -> list[Quote]:
    """All direct and reported speech, in order."""
    spans = paragraph_spans(sentences)
    passages = passages_of(lines, spans, marked(text, spans), actors)
    talk = Talk(text, passages, actors, language)
    cues = cues_of(language)
    quotes: list[Quote] = []
    for number, passage in enumerate(passages):
        talk.enter(number)
        direct = interview(text, passage, talk, actors, _direct(text, passage, talk, cues))
        indirect = reported(text, passage, talk, reporting_of(language), cues)
        quotes += [*(_within(quote, indirect) for quote in direct), *indirect]
    return sorted(quotes, key=lambda quote: (quote.span, quote.kind.value))


def _direct(text: str, passage: Passage, talk: Talk, cues: frozenset[str]) -> list[Quote]:
    found: list[Quote] = []
    before: Speaker | None = None
    last_cue: int | None = None
    ended = -_FAR
    for number, (first, last, span) in enumerate(passage.quotes):
        if last <= first or is_title(passage, first, last):
            continue
        given = _attribution(passage, number, cues)
        speaker = None
        cue = given.cue if given else None
        # "A," he said, "B." has one verb for both; a quotation with none goes on with the speech.
        goes_on = before is not None and first - ended < _SPLIT
        goes_on = goes_on and (
            given is None or given.subject is None or (cue is not None and cue == last_cue)
        )
        if goes_on:
            speaker = before
        elif given is not None and given.subject is not None:
            speaker = talk.speaker(passage, given.subject)
        elif given is None or given.cue is not None:
            speaker = _carried(passage, number, talk, before)
        words = len(span.of(text).split())
        opens = passage.line_start(first) >= first - 1 or (cue is not None and cue == last_cue)
        joins = goes_on and opens and bool(found) and _is_long(found[-1], text)
        if words < _LEAST_WORDS and (cue is None or words < 2) and not (joins and words > 1):
            if speaker is not None:
                before, ended = speaker, last
            continue
        if joins and (words >= _LEAST_WORDS or cue is None):
            joined = Span(found[-1].span.start, span.end)
            found[-1] = replace(found[-1], span=joined, text=joined.of(text))
        else:
            found.append(
                Quote(
                    span,
                    span.of(text),
                    QuoteKind.DIRECT,
                    speaker.key if speaker else None,
                    speaker.mention if speaker else None,
                    passage.tokens[cue].text if cue is not None else None,
                )
            )
        if speaker is not None:
            before, last_cue, ended = speaker, cue if not goes_on else last_cue, last
            talk.spoke(speaker, passage, first, whole=words >= _LEAST_WORDS)
    return found


def _within(quote: Quote, indirect: Sequence[Quote]) -> Quote:
    """The quotation with the speaker of the clause that holds it: 'Bell said he was "moved"'."""
    for clause in indirect:
        if clause.span.covers(quote.span) and clause.speaker_mention is not None:
            return replace(quote, speaker=clause.speaker, speaker_mention=clause.speaker_mention)
    return quote


def _is_long(quote: Quote, text: str) -> bool:
    return len(quote.span.of(text).split()) >= 2


def _attribution(passage: Passage, number: int, cues: frozenset[str]) -> _Attribution | None:
    """The verb and subject that go with a quotation; None when its sentence has neither."""
    first, last, _ = passage.quotes[number]
    start, end = _frame_before(passage, first), _frame_after(passage, last)
    behind = _behind(passage, last, end, cues)
    front = _in_front(passage, first, start, cues)
    closes = passage.tokens[last - 1].text in ("?", "!", ",", "-", "—", "–") or _comma_closes(
        passage, last
    )
    is_whole = start >= first or passage.tokens[start].text in "\"“«„'‘"
    if behind is not None and (closes or is_whole or front is None):
        return behind
    if front is not None:
        return front
    if behind is not None:
        return behind
    if number and passage.line_of[passage.quotes[number - 1][0]] == passage.line_of[first]:
        # The second part of a sentence that quotes twice.
        return _Attribution(None, None)
    subject = clause_subject(passage, start, first) or (
        clause_subject(passage, last, end) if start >= first else None
    )
    return _Attribution(subject, None) if subject is not None else None


def _comma_closes(passage: Passage, last: int) -> bool:
    """Whether a comma stands beside the closing mark."""
    for at in (last, last + 1):
        if at < len(passage.low) and passage.low[at] in (",", "，"):
            return True
        if at < len(passage.low) and passage.low[at] not in ('"', "”", "»", "'", "’", "“"):
            return False
    return False


def _frame_before(passage: Passage, first: int) -> int:
    """The first word that belongs to the sentence around the quotation, in front of it."""
    start = passage.line_start(first)
    at = first
    while at > start and passage.quote_of[at - 1] is None:
        at -= 1
    return at


def _frame_after(passage: Passage, last: int) -> int:
    """Behind the last word of that sentence, up to the next quotation."""
    if last >= len(passage.tokens):
        return last
    end = passage.line_end(last)
    if passage.low[last + 1 : last + 2] and passage.low[last + 1] in ("―", "—", "–"):
        end = max(end, passage.line_end(last + 1))
    if passage.line_of[last] != passage.line_of[last - 1] and passage.low[last] not in "\"”»'’“,―—":
        # '"… too big?" Vitter demanded.' counts as two sentences.
        asks = passage.tokens[last - 1].text in "?!…" or passage.tokens[last - 2].text in "?!…"
        if not asks or end - last > 16:
            return last
    elif (
        passage.low[last] in '"”»'
        and last + 1 < len(passage.tokens)
        and passage.tokens[last - 1].text in "?!…"
    ):
        end = (
            max(end, passage.line_end(last + 1)) if passage.line_end(last + 1) - last < 18 else end
        )
    at = last
    while at < end and passage.quote_of[at] is None and at - last < _FAR:
        at += 1
    return at


def _behind(passage: Passage, last: int, end: int, cues: frozenset[str]) -> _Attribution | None:
    at = last
    while at < end and passage.low[at] in "\"”»'’“,，—–-―":
        at += 1
    if (
        passage.low[at - 1 : at]
        and passage.low[at - 1] in ("―", "—", "–", "--")
        and at in passage.naming
    ):
        naming = passage.naming[at]
        if naming.last >= end or passage.low[naming.last] in (".", ","):
            return _Attribution(Subject(naming.first, naming.last, naming), None)
    if passage.low[at : at + 2] == ("according", "to"):
        subject = subject_after(passage, at + 1, end)
        return _Attribution(subject, at) if subject else None
    if at + 1 < end and passage.low[at].endswith(("-elle", "-il")) and passage.low[at + 1] in cues:
        return _Attribution(Subject(at, at + 1, None, passage.low[at].rpartition("-")[2]), at + 1)
    for cue in range(at, end):
        if passage.low[cue] not in cues or (passage.low[cue] in PARTICIPLES and cue > at):
            continue
        if cue in passage.naming or (cue > at and _is_noun(passage, cue)):
            continue
        subject = subject_before(passage, cue, at) if cue > at else None
        if subject is not None and subject.pronoun == "who":
            continue
        if passage.low[cue] in DOUBTFUL and (subject is None or is_phrase(subject)):
            continue
        if subject is None and all(word in _HELPING for word in passage.low[at:cue]):
            subject = subject_after(passage, cue, passage.line_end(cue))
        if subject is None and cue > at and passage.low[at] not in ("and", "but", "then"):
            continue
        return _Attribution(subject, cue)
    return None


def _is_noun(passage: Passage, cue: int) -> bool:
    """Whether "call", "promise" and the like stand as nouns."""
    before = passage.low[cue - 1]
    return before in ("to", "the") or (before == "a" and passage.low[cue] in SAYING)


_HELPING = frozenset("a ont hat haben ha han".split())


def _in_front(
    passage: Passage, first: int, start: int, cues: frozenset[str]
) -> _Attribution | None:
    for cue in range(first - 1, start - 1, -1):
        low = passage.low[cue]
        if cue in passage.naming or passage.quote_of[cue] is not None:
            continue
        if low == "according" and passage.low[cue + 1 : cue + 2] == ("to",):
            return _Attribution(subject_after(passage, cue + 1, first), cue)
        if low not in cues or (cue > start and passage.low[cue - 1] in ("the", "a", "his", "her")):
            continue
        subject = None
        if low in DOUBTFUL:
            subject = subject_before(passage, cue, start) if cue > start else None
            if subject is None or is_phrase(subject):
                continue
        if low in PARTICIPLES or (cue > start and passage.low[cue - 1] in ("to", "and", ",")):
            subject = clause_subject(passage, start, cue)
        subject = subject or (subject_before(passage, cue, start) if cue > start else None)
        if subject is not None and subject.pronoun == "who":
            subject = subject_before(passage, subject.first, start) or subject
        if subject is None:
            subject = clause_subject(passage, start, cue)
        if subject is None and cue == start:
            subject = subject_after(passage, cue, first)
        if subject is not None:
            return _outer(passage, subject, start, cues) or _Attribution(subject, cue)
    return None


def _outer(
    passage: Passage, subject: Subject, start: int, cues: frozenset[str]
) -> _Attribution | None:
    """Who says what "she" thought: "Bell said she recalled thinking"."""
    cue = subject.first - 1
    if cue > start and passage.low[cue] == "that":
        cue -= 1
    if not subject.pronoun or cue <= start or passage.low[cue] not in cues:
        return None
    teller = subject_before(passage, cue, start)
    return _Attribution(teller, cue) if teller is not None and teller.naming else None


def _carried(passage: Passage, number: int, talk: Talk, before: Speaker | None) -> Speaker | None:
    """The speaker of a quotation that stands by itself: that of its neighbours."""
    first, last, _ = passage.quotes[number]
    is_alone = passage.line_start(first) >= first - 1
    if before is not None and is_alone:
        return before
    if not is_alone:
        return None
    ahead = _frame_after(passage, last)
    if ahead < len(passage.tokens) and number + 1 < len(passage.quotes):
        following = passage.quotes[number + 1]
        given = _attribution(passage, number + 1, cues_of("en"))
        if given is not None and given.subject is not None and following[0] - last < _FAR:
            return talk.speaker(passage, given.subject)
    return talk.neighbour(passage, first, _introduced)


def _introduced(passage: Passage) -> Subject | None:
    """The subject of the verb with which a paragraph ends that a colon closes: "He said:"."""
    end = len(passage.tokens)
    start = passage.line_start(end - 1)
    given = _in_front(passage, end, start, cues_of("en"))
    return given.subject if given else None
