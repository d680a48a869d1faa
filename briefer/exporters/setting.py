"""Shaped words to lines: broken, hyphenated, put in visual order."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import ceil
from typing import Any

from briefer.exporters import bidi
from briefer.exporters.breaks import ends
from briefer.exporters.hyphens import points
from briefer.exporters.shaping import (
    Atom,
    Piece,
    Style,
    Vocabulary,
    rough_width,
    set_word,
    vocabulary,
)


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
    hyphens: bool = False,
) -> tuple[Line, ...]:
    """`spans` in lines of at most `width` points; `base` 1 is a right-to-left paragraph.

    With `hyphens` words are parted where a line would else end far before its edge.
    """
    lines, unknown = _known_lines(tuple(spans), width, language, base, hyphens)
    missing.characters.update(unknown)
    return lines


def rough_lines(spans: Sequence[tuple[str, Style]], width: float) -> tuple[Line, ...]:
    """About as many lines as `spans` take, empty ones: how much room they need is all that is asked."""
    needed = sum(rough_width(text, style) for text, style in spans)
    # Lines end where words do: half a word before their edge.
    usable = max(width - 1.4 * max((style.size for _, style in spans), default=0.0), width / 2)
    return (Line((), min(needed, width)),) * max(ceil(needed / usable), 1 if needed else 0)


# The paragraphs that did not change are not set again for the next preview, nor for the next format.
@lru_cache(maxsize=12_000)
def _known_lines(
    spans: tuple[tuple[str, Style], ...],
    width: float,
    language: str,
    base: int,
    hyphens: bool,  # noqa: FBT001
) -> tuple[tuple[Line, ...], str]:
    """The lines, and the characters no font has."""
    lines = _Lines(width, language, hyphens=hyphens and not base)
    lines.fill(_atoms(spans, language, base))
    return lines.closed(), "".join(sorted(lines.unknown))


class _Lines:
    """Fills lines `width` points wide with atoms, one after the other."""

    def __init__(self, width: float, language: str, *, hyphens: bool) -> None:
        self.unknown: set[str] = set()
        self._width, self._language, self._hyphens = width, language, hyphens
        self._done: list[Line] = []
        self._current: list[Piece] = []
        self._pending: list[Piece] = []
        self._used = self._gap = 0.0
        # How many lines on end a hyphen closed.
        self._parted = 0

    def fill(self, atoms: Iterable[Atom]) -> None:
        """Put each atom onto this line, onto the next, or parted between them."""
        for atom in atoms:
            if atom.unknown:
                self.unknown.update(atom.unknown)
            if atom.blank:
                self._pending += atom.pieces
                self._gap += atom.width
            elif self._used + self._gap + atom.width <= self._width:
                self._put(atom)
            else:
                self._break(atom)

    def _break(self, atom: Atom) -> None:
        left: Atom | None = atom
        while left is not None and self._used + self._gap + left.width > self._width:
            head, left = self._split(left)
            if head is not None:
                self._put(head)
            if not self._current:
                break
            if left is not None:
                self._close()
                self._parted = self._parted + 1 if head is not None else 0
        if left is not None:
            self._put(left)

    def closed(self) -> tuple[Line, ...]:
        """All lines."""
        if self._current:
            self._close()
        return tuple(self._done)

    def _put(self, atom: Atom) -> None:
        self._current += self._pending
        self._current += atom.pieces
        self._used += self._gap + atom.width
        self._pending, self._gap = [], 0.0

    def _close(self) -> None:
        self._done.append(_line(self._current, self._used))
        self._current, self._pending, self._used, self._gap = [], [], 0.0, 0.0

    def _split(self, atom: Atom) -> tuple[Atom | None, Atom | None]:
        """What of an atom that does not fit goes onto this line, and what remains of it."""
        room = self._width - self._used - self._gap
        is_long = atom.width > self._width
        if self._hyphens and (is_long or (room > _RAGGED * self._width and self._parted < 2)):
            parts = _hyphenated(atom, room, self._language)
            if parts is not None:
                return parts
        if self._current or not is_long:
            return None, atom
        return _cut(atom, self._width, self._language)


# A line that ends so far before its edge looks torn (share of its width).
_RAGGED = 0.09


def _line(pieces: list[Piece], width: float) -> Line:
    if any(piece.level for piece in pieces):
        order = bidi.visual_order([piece.level for piece in pieces])
        return Line(tuple(pieces[index] for index in order), width)
    return Line(tuple(pieces), width)


def _hyphenated(atom: Atom, room: float, language: str) -> tuple[Atom, Atom] | None:
    """The beginning of a word of one style that fits into `room` with its hyphen, and its rest."""
    if len(atom.pieces) != 1:
        return None
    piece = atom.pieces[0]
    word = "".join(glyph.text for glyph in piece.glyphs)
    hyphen = _hyphen(piece.style)
    for point in reversed(points(word, language)):
        head = set_word(word[:point], piece.style, 0, language)
        if head.width + hyphen.width <= room:
            whole = Atom((*head.pieces, hyphen), head.width + hyphen.width, blank=False)
            return whole, set_word(word[point:], piece.style, 0, language)
    return None


@lru_cache(maxsize=256)
def _hyphen(style: Style) -> Piece:
    """A hyphen that copies as a soft one: who copies the word gets it whole."""
    piece = set_word("-", style, 0, "").pieces[0]
    return replace(piece, glyphs=tuple(glyph._replace(text="\u00ad") for glyph in piece.glyphs))


def _cut(atom: Atom, room: float, language: str) -> tuple[Atom, Atom | None]:
    """As much of an atom wider than the line as fits, one character at least, and the rest."""
    piece = atom.pieces[0]
    if len(atom.pieces) > 1:
        rest = _joined(atom.pieces[1:])
        if piece.width <= room:
            return _joined(atom.pieces[:1]), rest
        head, tail = _cut(_joined(atom.pieces[:1]), room, language)
        return head, rest if tail is None else _joined(tail.pieces + rest.pieces)
    glyphs = piece.glyphs[::-1] if piece.level % 2 else piece.glyphs
    scale, used, kept, text = piece.style.size / piece.face.upem, 0.0, 0, ""
    for glyph in glyphs:
        used += glyph.advance * scale
        if used > room and kept and glyph.text:
            break
        text += glyph.text
        kept = len(text)
    whole = "".join(glyph.text for glyph in glyphs)
    head = set_word(whole[:kept], piece.style, piece.level, language)
    left = whole[kept:]
    return head, set_word(left, piece.style, piece.level, language) if left else None


def _joined(pieces: tuple[Piece, ...]) -> Atom:
    return Atom(pieces, sum(piece.width for piece in pieces), blank=False)


def _atoms(spans: Sequence[tuple[str, Style]], language: str, base: int) -> Iterator[Atom]:
    """Words, ideographs, blanks, in logical order."""
    text = "".join(part for part, _ in spans)
    levels = [] if base == 0 and bidi.is_plain(text) else _levels(spans, base)
    styles: list[tuple[int, Style, Vocabulary]] = []
    at = 0
    for part, style in spans:
        at += len(part)
        known = vocabulary(style, language)
        # All that is set in a style bears the same object: what is drawn is compared by it.
        styles.append((at, known.style, known))
    cursor = 0
    for match in _WORDS.finditer(text):
        start, end = match.span()
        while styles[cursor][0] <= start:
            cursor += 1
        stop, style, known = styles[cursor]
        word = match[0]
        if end <= stop and not levels:
            atoms = known.get(word)
            if atoms is None:
                atoms = tuple(set_word(part, style, 0, language) for part in _parts(word))
                known[word] = atoms
            yield from atoms
            continue
        for part in _parts(word):
            end = start + len(part)
            while styles[cursor][0] <= start:
                cursor += 1
            yield _mixed(text, (start, end), styles[cursor:], levels, language)
            start = end


def _mixed(
    text: str,
    span: tuple[int, int],
    styles: Sequence[tuple[int, Style, Any]],
    levels: Sequence[int],
    language: str,
) -> Atom:
    """An atom of several styles or directions. `styles` begin with that of its first character."""
    here, end = span
    pieces: list[Piece] = []
    unknown, index = "", 0
    while here < end:
        stop = min(styles[index][0], end)
        if levels:
            stop = next((i for i in range(here + 1, stop) if levels[i] != levels[here]), stop)
        level = levels[here] if levels else 0
        part = set_word(text[here:stop], styles[index][1], level, language)
        pieces += part.pieces
        unknown += part.unknown
        here = stop
        while index < len(styles) - 1 and styles[index][0] <= here:
            index += 1
    width = sum(piece.width for piece in pieces)
    return Atom(tuple(pieces), width, pieces[0].blank, unknown)


def _levels(spans: Sequence[tuple[str, Style]], base: int) -> list[int]:
    """Each span stands by itself: an English date in an Arabic line keeps its order."""
    levels: list[int] = []
    for part, _ in spans:
        own = bidi.direction_of(part, base)
        levels += bidi.levels(part, base if own == base else base + 1)
    return levels


def _parts(word: str) -> Iterator[str]:
    """The parts of a word, or of some blanks, that are never broken."""
    cut = 0
    # Words as long as pages are not worth remembering.
    for stop in ends(word) if len(word) < 2_000 else ends.__wrapped__(word):
        yield word[cut:stop]
        cut = stop


_WORDS = re.compile(r" +|[^ ]+")
