"""Paragraphs and sentences of a text, by compiled patterns in linear time; every offset is exact."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefer.model.text import Paragraph, Sentence, Span
from briefer.text.abbreviations import ORDINAL_DOT, Abbreviations, abbreviations
from briefer.text.enumerations import list_items

# Stops that need no blank after them: East Asian ones, the danda, the Arabic question mark.
_FREE = "。！？｡．؟۔।॥"
_CLOSERS = "\"'”’“‘»«›‹)]}」』〉》】）］"
_FREE_CLOSERS = "\"'”’»›)]}」』〉》】）］"
_OPENERS = "\"'“”‘’„‚«»‹›([{¿¡「『〈《【（［-–—―•*_ \t\n\r\u00a0\u2009\u202f\u3000"
# After a free stop “ and « open the next sentence; after a dot they close this one (German).
_STOP = re.compile(
    rf"[.!?…]*[{_FREE}][.!?…{_FREE}]*[{re.escape(_FREE_CLOSERS)}]*"
    rf"|[.!?…]+(?:(?:[ \u00a0]\.){{2,}})?(?:[ \u00a0\u202f]»)?[{re.escape(_CLOSERS)}]*"
)
# In Greek a semicolon asks; U+037E is the same mark.
_GREEK_STOP = re.compile(rf"[;\u037e][{re.escape(_CLOSERS)}]*|{_STOP.pattern}")
_BLANK_LINE = re.compile(r"\n[ \t\r\u00a0]*(?:\n[ \t\r\u00a0]*)*\n")
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}\Z")
_FIRST_WORD = re.compile(r"[^\W\d_]+(?:['’](?!\s))?")
_ELIDED = re.compile(r"['’][^\W\d_]{1,2}\s+(?=[^\W\d_])")
# 「…。…」と述べた, “……。”他说: the sentence goes on after the quotation.
_EAST_QUOTE = {"「": "」", "『": "』", "“": "”"}
_EAST_QUOTE_LENGTH = 120
_CHINESE_SAYS = re.compile(r"[^。！？，“”]{1,10}?(?:说|道|表示|指出|称|问|答|說|稱|問)[。，：]")
# A sentence that is only "At 5 a.m." has said nothing yet.
_SHORT = 12
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
        stop=_GREEK_STOP if language == "el" else _STOP,
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
    stop: re.Pattern[str]


def _spans(text: str, paragraph: Span, rules: _Rules) -> Iterator[Span]:
    for part, marker in _parts(text, paragraph):
        start = part.start
        for stop in rules.stop.finditer(text, marker, part.end):
            if stop.start() < start:
                continue
            end = _end(text, start, stop, part.end, rules)
            if end:
                span = trimmed(text, start, end)
                if span is not None:
                    yield span
                start = end
        rest = trimmed(text, start, part.end)
        if rest is not None:
            yield rest


def _parts(text: str, paragraph: Span) -> Iterator[tuple[Span, int]]:
    """The items of a list, or the paragraph itself; each with where its text begins."""
    items = list_items(text, paragraph)
    if not items:
        yield paragraph, paragraph.start
    ends = [item.start for item in items[1:]] + [paragraph.end]
    for item, end in zip(items, ends, strict=True) if items else ():
        yield Span(item.start, end), item.end


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The span without the blanks at both its ends; None when nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def _end(text: str, start: int, stop: re.Match[str], limit: int, rules: _Rules) -> int:
    """Where the sentence that began at `start` ends with this stop, or 0 when it goes on."""
    marks = stop.group()
    if " ." in marks and stop.end() < limit:
        return _after_dots(text, stop)
    return stop.end() if _ends(text, start, stop, limit, rules) else 0


def _after_dots(text: str, stop: re.Match[str]) -> int:
    """Spaced dots: three omit words, a fourth is the full stop before or after them."""
    apart = text[stop.start() - 1 : stop.start()].isspace()
    dots = stop.group().count(".")
    if dots == 3 and apart:
        return 0
    return stop.start() + 1 if dots == 4 and not apart else stop.end()


def _ends(text: str, start: int, stop: re.Match[str], limit: int, rules: _Rules) -> bool:
    """Whether a sentence that began at `start` ends with this stop."""
    at = stop.end()
    if at >= limit:
        return True
    marks = stop.group()
    follows = text[at]
    if any(mark in _FREE for mark in marks):
        return not _goes_on(text, start, stop, limit)
    if not follows.isspace():
        return _blank_forgotten(text, stop, limit)
    if marks.startswith(("...", "…")) and text[stop.start() - 1 : stop.start()] in ("[", "("):
        return False
    ahead = at
    while ahead < min(limit, at + _LOOK_AHEAD) and text[ahead] in _OPENERS:
        ahead += 1
    if ahead >= limit:
        return True
    letter = text[ahead]
    if letter in ",;:.…":
        return False
    if letter.islower() and not rules.caseless:
        # 's Avonds, 't Was: what is left of the article is no beginning of its own.
        elided = _ELIDED.match(text, ahead - 1, limit)
        return elided is not None and text[elided.end()].isupper() and marks[0] == "."
    if marks[0] == "." and not marks.startswith(".."):
        return _full_stop(text, Span(start, limit), stop, ahead, rules)
    return True


def _goes_on(text: str, start: int, stop: re.Match[str], limit: int) -> bool:
    """Whether a sentence of an East Asian or Indic script goes on after this stop."""
    marks, at = stop.group(), stop.end()
    if marks[-1] not in _FREE:
        # 「…。」と述べた: a closing bracket before hiragana or a comma goes on.
        said = marks[-1] == "”" and _CHINESE_SAYS.match(text, at, min(limit, at + _LOOK_AHEAD))
        return "ぁ" <= text[at] <= "ゟ" or text[at] in "、，,;:" or bool(said)
    opened = max(
        (text.rfind(mark, max(start, at - _EAST_QUOTE_LENGTH), at), mark) for mark in _EAST_QUOTE
    )
    if opened[0] < 0:
        return False
    shut = text.find(_EAST_QUOTE[opened[1]], opened[0], min(limit, opened[0] + _EAST_QUOTE_LENGTH))
    return at <= shut < limit - 1 and ("ぁ" <= text[shut + 1] <= "ゟ")


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
        return not (rules.ordinal_dot and len(token) <= 2) or _opens(text, ahead, limit, words)
    if len(token) == 1:
        low = _with_letter_before(text, start, stop.start() - 1) + low
    before = text[max(start, stop.start() - len(token) - 2) : stop.start() - len(token)]
    if low in words.unit and (low not in words.never or before[:1].isdigit()):
        return letter.isupper() and stop.start() - start > _SHORT
    if low in words.never:
        return False
    if low in words.number:
        return not letter.isdigit() and (len(low) > 1 or _opens(text, ahead, limit, words))
    if low in words.may or len(token) == 1 or _DOTTED.match(token):
        caseless_letter = letter.isalpha() and letter.lower() == letter.upper()
        return caseless_letter or _opens(text, ahead, limit, words)
    return True


def _with_letter_before(text: str, start: int, at: int) -> str:
    """The "т." of "т. д.", without the blank; empty where no single letter stands before."""
    before = text[max(start, at - 4) : at].rstrip(" \u00a0")
    alone = len(before) >= 2 and before[-1] == "." and before[-2].isalpha()
    return before[-2:].lower() if alone and not before[-3:-2].isalpha() else ""


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
