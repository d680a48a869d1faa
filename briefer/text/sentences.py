"""Paragraphs and sentences of a text, by compiled patterns in linear time; every offset is exact."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefer.model.text import Paragraph, Sentence, Span
from briefer.text.abbreviations import ORDINAL_DOT, Abbreviations, abbreviations

# Stops that need no blank after them: East Asian ones, the danda, the Arabic question mark.
_FREE = "。！？｡．؟۔।॥"
_CLOSERS = "\"'”’“‘»«›‹)]}」』〉》】）］"
_FREE_CLOSERS = "\"'”’»›)]}」』〉》】）］"
_OPENERS = "\"'“”‘’„‚«»‹›([{¿¡「『〈《【（［-–—―•*_ \t\n\r\u00a0\u2009\u202f\u3000"
# After a free stop “ and « open the next sentence; after a dot they close this one (German).
_STOP = re.compile(
    rf"[.!?…]*[{_FREE}][.!?…{_FREE}]*[{re.escape(_FREE_CLOSERS)}]*"
    rf"|[.!?…]+(?:[ \u00a0\u202f]»)?[{re.escape(_CLOSERS)}]*"
)
_BLANK_LINE = re.compile(r"\n[ \t\r\u00a0]*(?:\n[ \t\r\u00a0]*)*\n")
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}\Z")
_FIRST_WORD = re.compile(r"[^\W\d_]+(?:['’](?!\s))?")
# No abbreviation is longer; looking no further back keeps a text of one huge word linear.
_LOOK_BACK = 24
_LOOK_AHEAD = 40
# Lines this short, most of them without a stop at their end, were broken by a column, not by
# the author (e-mail and PDF copies wrap at 60 to 90 characters).
_WRAPPED_LINE = 100


def paragraphs_of(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of `text` where they stand, the text itself unaltered.

    A blank line parts paragraphs; so does a line end, unless the lines look wrapped. The spans
    are trimmed of blanks and never empty.
    """
    found: list[Paragraph] = []
    at = 0
    for block in [*(m.span() for m in _BLANK_LINE.finditer(text)), (len(text), len(text))]:
        found.extend(_paragraphs_of_block(text, at, block[0]))
        at = block[1]
    return tuple(found)


def split_sentences(
    text: str, paragraphs: Sequence[Paragraph], language: str | None
) -> tuple[Sentence, ...]:
    """The sentences of `text`, in order; none reaches over the end of a paragraph.

    Spans are trimmed of blanks and never empty; all that is not blank inside a paragraph belongs
    to exactly one sentence. `language` is an ISO 639-1 code, or None when it is not known.
    """
    rules = _Rules(
        abbreviations(language),
        ordinal_dot=(language or "")[:2] in ORDINAL_DOT,
        caseless=not any(letter.isupper() for letter in text[:20_000]),
    )
    found: list[Sentence] = []
    for index, paragraph in enumerate(paragraphs):
        for span in _spans(text, paragraph.span, rules):
            found.append(Sentence(span, index, len(found)))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Rules:
    words: Abbreviations
    ordinal_dot: bool
    caseless: bool


def _spans(text: str, paragraph: Span, rules: _Rules) -> Iterator[Span]:
    start = paragraph.start
    for stop in _STOP.finditer(text, paragraph.start, paragraph.end):
        if stop.start() >= start and _ends(text, start, stop, paragraph.end, rules):
            span = trimmed(text, start, stop.end())
            if span is not None:
                yield span
            start = stop.end()
    rest = trimmed(text, start, paragraph.end)
    if rest is not None:
        yield rest


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The span without the blanks at both its ends; None when nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def _ends(text: str, start: int, stop: re.Match[str], limit: int, rules: _Rules) -> bool:
    """Whether a sentence that began at `start` ends with this stop."""
    at = stop.end()
    if at >= limit:
        return True
    marks = stop.group()
    follows = text[at]
    if any(mark in _FREE for mark in marks):
        # 「…。」と述べた: a closing bracket before hiragana or a comma goes on.
        closed = marks[-1] not in _FREE
        return not (closed and ("ぁ" <= follows <= "ゟ" or follows in "、，,;:"))
    if not follows.isspace():
        return _blank_forgotten(text, stop, limit)
    ahead = at
    while ahead < min(limit, at + _LOOK_AHEAD) and text[ahead] in _OPENERS:
        ahead += 1
    if ahead >= limit:
        return True
    letter = text[ahead]
    if letter in ",;:.…" or (letter.islower() and not rules.caseless):
        return False
    if marks[0] == "." and not marks.startswith(".."):
        return _full_stop(text, Span(start, limit), stop, ahead, rules)
    return True


def _blank_forgotten(text: str, stop: re.Match[str], limit: int) -> bool:
    """Whether "…gift.That may…" is two sentences whose blank was lost; "example.Com" is not."""
    before = text[max(0, stop.start() - 3) : stop.start()]
    after = text[stop.end() : min(limit, stop.end() + 3)]
    if len(before) < 3 or not before.isalpha() or not before.islower():
        return False
    word = _FIRST_WORD.match(text, stop.end(), min(limit, stop.end() + _LOOK_AHEAD))
    if word is None or not after[0].isupper() or len(stop.group()) > 2:
        return False
    following = text[word.end() : word.end() + 1]
    return following in (" ", "\n", ",", "\u00a0") and (len(after) == 1 or not after[1].isupper())


def _full_stop(text: str, rest: Span, stop: re.Match[str], ahead: int, rules: _Rules) -> bool:
    """Whether a single dot before a capital, a number or a mark ends the sentence.

    `rest` runs from the beginning of the sentence to the end of its paragraph.
    """
    start, limit, words = rest.start, rest.end, rules.words
    token = _token_before(text, start, stop.start())
    letter = text[ahead]
    if not token or stop.group() not in (".", ".’", ".'"):
        return not (not token and stop.start() == start)
    low = token.lower()
    if token.isdigit():
        if stop.start() - len(token) == start:
            return False
        return not (rules.ordinal_dot and len(token) <= 2) or _opens(text, ahead, limit, words)
    if low in words.never:
        return False
    if low in words.number:
        return not letter.isdigit() and (len(low) > 1 or _opens(text, ahead, limit, words))
    if low in words.may or len(token) == 1 or _DOTTED.match(token):
        caseless_letter = letter.isalpha() and letter.lower() == letter.upper()
        return caseless_letter or _opens(text, ahead, limit, words)
    return True


def _token_before(text: str, start: int, end: int) -> str:
    """The word that stands directly before `end`, without brackets and quotes around it."""
    begin = end
    while begin > start and end - begin < _LOOK_BACK and not text[begin - 1].isspace():
        if text[begin - 1] in _OPENERS or text[begin - 1] in "/’'":
            break
        begin -= 1
    return text[begin:end]


def _opens(text: str, ahead: int, limit: int, words: Abbreviations) -> bool:
    """Whether the word at `ahead` is one that begins sentences rather than names."""
    word = _FIRST_WORD.match(text, ahead, min(limit, ahead + _LOOK_AHEAD))
    if word is None:
        return False
    following = text[word.end() : word.end() + 1]
    opener = word.group().lower().replace("’", "'")
    return opener in words.openers and following != "."


def _paragraphs_of_block(text: str, start: int, end: int) -> Iterator[Paragraph]:
    lines: list[Span] = []
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        line = trimmed(text, at, stop)
        if line is not None:
            lines.append(line)
        at = stop + 1
    if lines and looks_wrapped([line.of(text) for line in lines]):
        yield Paragraph(Span(lines[0].start, lines[-1].end))
    else:
        yield from (Paragraph(line) for line in lines)


def looks_wrapped(lines: Sequence[str]) -> bool:
    """Whether these lines are one paragraph broken at a column, rather than a paragraph each."""
    if len(lines) < 2 or max(map(len, lines)) > _WRAPPED_LINE:
        return False
    inner = lines[:-1]
    if min(map(len, inner)) < 0.5 * max(map(len, lines)):
        return False
    stopped = sum(line[-1] in '.!?…:。！？»”"' for line in inner)
    goes_on = sum(line[0].islower() for line in lines[1:])
    return stopped * 2 <= len(inner) and (goes_on * 3 >= len(inner) or len(inner) > 1)
