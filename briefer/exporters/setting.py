"""Text to lines of placed glyphs: fonts chosen, shaped by HarfBuzz, broken, put in visual order."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from briefer.exporters import bidi
from briefer.exporters.fonts import REPLACEMENT, Cut, Face, bundled, face_for

# A word longer than this may be cut anywhere: no line holds more, and shaping stays linear.
LONGEST_WORD = 60
# Characters between which a line may be broken without a blank (ideographs, kana, Thai for want
# of a dictionary) and those that may not begin or end a line (JIS X 4051, GB/T 15834).
_FREE = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
_CLOSING = "、。，．：；？！）］｝〉》」』】〕’”…‥ー々〻ゝゞヽヾぁぃぅぇぉっゃゅょァィゥェォッャュョ％!),.:;?]}»›"
_OPENING = "（［｛〈《「『【〔‘“([{«‹"


@dataclass(frozen=True, slots=True)
class Style:
    """How a piece of text is set. `size` is in points, `color` "#rrggbb"."""

    cut: Cut
    size: float
    color: str = "#1c232b"
    link: str = ""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A shaped glyph in font units; `text` is what it stands for, empty inside a cluster."""

    number: int
    advance: int
    dx: int
    dy: int
    text: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Glyphs of one face, style and direction, in visual order. `width` is in points."""

    glyphs: tuple[Glyph, ...]
    face: Face
    style: Style
    level: int
    width: float
    blank: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line of pieces from left to right, and the line's natural width in points."""

    pieces: tuple[Piece, ...]
    width: float


@dataclass
class Missing:
    """Characters that no font has, collected over a document."""

    characters: set[str]


def set_lines(
    spans: Sequence[tuple[str, Style]],
    width: float,
    *,
    language: str,
    base: int,
    missing: Missing,
) -> list[Line]:
    """`spans` in lines of at most `width` points; `base` 1 is a right-to-left paragraph."""
    lines: list[Line] = []
    current: list[Piece] = []
    used = 0.0
    pending: list[Piece] = []
    for atom in _atoms(spans, language, base, missing):
        if atom[0].blank:
            pending += atom
            continue
        gap = sum(piece.width for piece in pending)
        size = sum(piece.width for piece in atom)
        if current and used + gap + size > width:
            lines.append(_line(current))
            current, used, gap = [], 0.0, 0.0
            pending = []
        current += pending
        current += atom
        used += gap + size
        pending = []
    if current:
        lines.append(_line(current))
    return lines


def text_width(text: str, style: Style, *, language: str = "", base: int = 0) -> float:
    """The width of `text` on one line, in points."""
    atoms = _atoms([(text, style)], language, base, Missing(set()))
    return sum(piece.width for atom in atoms for piece in atom)


def _line(pieces: list[Piece]) -> Line:
    order = bidi.visual_order([piece.level for piece in pieces])
    visual = tuple(pieces[index] for index in order)
    return Line(visual, sum(piece.width for piece in visual))


def _atoms(
    spans: Sequence[tuple[str, Style]], language: str, base: int, missing: Missing
) -> Iterator[list[Piece]]:
    """What may not be broken, in logical order: words, ideographs, blanks."""
    text = "".join(part for part, _ in spans)
    plain = base == 0 and bidi.is_plain(text)
    levels = [] if plain else _levels(spans, base)
    styles: list[tuple[int, Style]] = []
    at = 0
    for part, style in spans:
        at += len(part)
        styles.append((at, style))
    cursor = 0
    for start, end in _breaks(text):
        while styles[cursor][0] <= start:
            cursor += 1
        pieces: list[Piece] = []
        here, index = start, cursor
        while here < end:
            stop = min(styles[index][0], end)
            if levels:
                stop = next((i for i in range(here + 1, stop) if levels[i] != levels[here]), stop)
            level = levels[here] if levels else 0
            pieces += _pieces(text[here:stop], styles[index][1], level, language, missing)
            here = stop
            while index < len(styles) - 1 and styles[index][0] <= here:
                index += 1
        yield pieces


def _levels(spans: Sequence[tuple[str, Style]], base: int) -> list[int]:
    """Each span stands by itself: an English date in an Arabic line keeps its order."""
    levels: list[int] = []
    for part, _ in spans:
        own = bidi.direction_of(part, base)
        levels += bidi.levels(part, base if own == base else base + 1)
    return levels


def _breaks(text: str) -> Iterator[tuple[int, int]]:
    """Starts and ends of the unbreakable parts of `text`, blanks being parts of their own."""
    for match in re.finditer(r" +|[^ ]+", text):
        start, end = match.span()
        if text[start] == " ":
            yield start, end
            continue
        word = match[0]
        if end - start <= LONGEST_WORD and word.isascii() and "-" not in word and "/" not in word:
            yield start, end
            continue
        yield from _word_breaks(text, start, end)


def _word_breaks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    cut = start
    # An address is broken after its slashes, not at hyphens that belong to it.
    address = "/" in text[start:end] and "." in text[start:end]
    while at < end:
        at += 1
        if address and at < end and at - cut < LONGEST_WORD:
            breaks = text[at - 1] == "/" and text[at] != "/"
        else:
            breaks = at == end or at - cut >= LONGEST_WORD or _may_break(text, at)
        if breaks:
            # A mark never leaves its letter.
            while at < end and unicodedata.combining(text[at]) and at - cut < 2 * LONGEST_WORD:
                at += 1
            yield cut, at
            cut = at


def _may_break(text: str, at: int) -> bool:
    before, after = text[at - 1], text[at]
    if before in "-–—/":
        # "foreign-policy" may break, "-5" and "2026-03-12" may not.
        return after.isalpha() and at >= 2 and text[at - 2].isalpha()
    if not (_is_free(before) or _is_free(after)):
        return False
    return after not in _CLOSING and before not in _OPENING


@lru_cache(maxsize=20_000)
def _is_free(char: str) -> bool:
    return (
        re.match(f"[{_FREE}、。，．：；？！）］｝〉》」』】〕（［｛〈《「『【〔]", char) is not None
    )


def _pieces(
    text: str, style: Style, level: int, language: str, missing: Missing
) -> tuple[Piece, ...]:
    """One style and direction, parted where the face changes."""
    pieces, unknown = _known_pieces(text, style, level, language)
    missing.characters.update(unknown)
    return pieces


# Words recur: on 250 pages nine of ten are found here.
@lru_cache(maxsize=30_000)
def _known_pieces(
    text: str, style: Style, level: int, language: str
) -> tuple[tuple[Piece, ...], str]:
    """The pieces, and the characters no font has."""
    unknown = ""
    parts: list[tuple[Face, str]] = []
    for char in text:
        face = None
        if parts and (parts[-1][0].has(char) and not char.isascii()):
            face = parts[-1][0]
        elif char in "\u200c\u200d" or unicodedata.combining(char):
            face = parts[-1][0] if parts else None
        face = face or face_for(char, style.cut, language)
        if face is None:
            unknown += char
            face, char = bundled(style.cut), REPLACEMENT  # noqa: PLW2901
        if parts and parts[-1][0] is face:
            parts[-1] = (face, parts[-1][1] + char)
        else:
            parts.append((face, char))
    pieces = tuple(_piece(part, face, style, level, language) for face, part in parts)
    return pieces, unknown


def _piece(text: str, face: Face, style: Style, level: int, language: str) -> Piece:
    glyphs, advance = _shaped(text, face, level % 2, language)
    width = advance * style.size / face.upem
    return Piece(glyphs, face, style, level, width, blank=not text.strip(" "))


@lru_cache(maxsize=20_000)
def _shaped(text: str, face: Face, backward: int, language: str) -> tuple[tuple[Glyph, ...], int]:
    import uharfbuzz

    buffer: Any = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if backward else "ltr"
    # Marks stay apart from their letters, so that each glyph copies as its own character.
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    if language:
        buffer.language = language
    uharfbuzz.shape(face.font, buffer, {})
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    starts = sorted({info.cluster for info in infos})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    said: set[int] = set()
    glyphs = []
    for info, place in zip(infos, positions, strict=True):
        words = "" if info.cluster in said else text[info.cluster : ends[info.cluster]]
        said.add(info.cluster)
        glyphs.append(Glyph(info.codepoint, place.x_advance, place.x_offset, place.y_offset, words))
    return tuple(glyphs), sum(glyph.advance for glyph in glyphs)
