"""Words to glyphs: fonts chosen, shaped by HarfBuzz, remembered."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from briefer.exporters.fonts import REPLACEMENT, Cut, Face, bundled, face_for


@dataclass(frozen=True, slots=True)
class Style:
    """How a piece of text is set. `size` is in points, `color` "#rrggbb"."""

    cut: Cut
    size: float
    color: str = "#1c232b"
    link: str = ""


class Glyph(NamedTuple):
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
class Atom:
    """What is broken only in need: pieces in logical order, and the characters no font has."""

    pieces: tuple[Piece, ...]
    width: float
    blank: bool
    unknown: str = ""


class Vocabulary(dict[str, tuple[Atom, ...]]):
    """The words set so far from left to right in one style; begun anew where they are too many."""

    def __init__(self, style: Style) -> None:
        super().__init__()
        self.style = style

    def __setitem__(self, text: str, atoms: tuple[Atom, ...]) -> None:
        if len(self) >= _MOST_WORDS:
            self.clear()
        super().__setitem__(text, atoms)


# Words recur: looked up by their letters alone, without their styles.
@lru_cache(maxsize=128)
def vocabulary(style: Style, language: str) -> Vocabulary:
    """The words of a style, to be filled by who sets more."""
    del language
    return Vocabulary(style)


_MOST_WORDS = 20_000


@lru_cache(maxsize=30_000)
def set_word(text: str, style: Style, level: int, language: str) -> Atom:
    """Text of one style and direction, in pieces where the face changes."""
    own = bundled(style.cut)
    if own.has_all(text):
        piece = _piece(text, own, style, level, language)
        return Atom((piece,), piece.width, piece.blank)
    parts, unknown = _by_face(text, style, language)
    pieces = tuple(_piece(part, face, style, level, language) for face, part in parts)
    width = sum(piece.width for piece in pieces)
    return Atom(pieces, width, not text.strip(" "), unknown)


def rough_width(text: str, style: Style) -> float:
    """The room a text takes, in points, as the sum of its characters' widths."""
    own = bundled(style.cut)
    if own.has_all(text):
        return own.width(text) * style.size / own.upem
    parts, _ = _by_face(text, style, "")
    return sum(face.width(part) * style.size / face.upem for face, part in parts)


def _by_face(text: str, style: Style, language: str) -> tuple[list[tuple[Face, str]], str]:
    """The text parted where the face changes, and the characters no font has."""
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
    return parts, unknown


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
    clusters = [info.cluster for info in infos]
    if clusters == list(range(len(text))):
        said = list(text)
    else:
        starts = sorted(set(clusters))
        ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
        said, told = [], set[int]()
        for cluster in clusters:
            said.append("" if cluster in told else text[cluster : ends[cluster]])
            told.add(cluster)
    glyphs = tuple(
        Glyph(info.codepoint, place.x_advance, place.x_offset, place.y_offset, words)
        for info, place, words in zip(infos, positions, said, strict=True)
    )
    return glyphs, sum(glyph.advance for glyph in glyphs)
