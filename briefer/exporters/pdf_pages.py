"""Strips to pages: what is glued stays together, headers of tables come again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefer.exporters.pdf_strips import Strip


@dataclass(frozen=True, slots=True)
class Placed:
    """A strip on a page, `top` in points below the top of the type area."""

    strip: Strip
    top: float


def paginate(strips: Sequence[Strip], height: float) -> list[list[Placed]]:
    """Pages of at most `height` points. Only a strip taller than a page sticks out of one."""
    pages: list[list[Placed]] = [[]]
    y = 0.0
    for chain in _chains(strips):
        needed = sum(strip.before + strip.height for strip in chain)
        full = y + needed > height + 0.01
        if chain[0].breaks or (full and needed - chain[0].before <= height):
            y = _turned(pages, y)
        for strip in chain:
            above = strip.before if pages[-1] else 0.0
            if pages[-1] and y + above + strip.height > height + 0.01:
                y, above = _turned(pages, y), 0.0
            if not pages[-1] and strip.again is not None:
                pages[-1].append(Placed(strip.again, y))
                y += strip.again.height
            pages[-1].append(Placed(strip, y + above))
            y += above + strip.height
    return pages


def _turned(pages: list[list[Placed]], y: float) -> float:
    """Begin a new page, unless this one is still empty; the height used on it."""
    if not pages[-1]:
        return y
    pages.append([])
    return 0.0


def _chains(strips: Sequence[Strip]) -> Iterator[list[Strip]]:
    """Strips that stay together, as far as a page goes."""
    chain: list[Strip] = []
    for strip in strips:
        chain.append(strip)
        if not strip.glued:
            yield chain
            chain = []
    if chain:
        yield chain
