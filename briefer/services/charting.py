"""Counts and networks to drawings, each with the same said in words."""

from collections.abc import Sequence
from math import cos, pi, sin
from typing import Literal

from briefer.model.document import Bar, Dot, Label, Origin, Picture, Shape, Stroke

# The narrower of the type areas, A4's (points).
_WIDTH = 459.0
_DAY_HEIGHT, _ROW, _NET_HEIGHT = 96.0, 16.0, 204.0
# More bars than this cannot be told apart; the days between the first and the last count as well.
MOST_DAYS, MOST_ROWS = 31, 8
_LONGEST = 30


def by_day(
    title: str, counts: Sequence[tuple[str, int]], origin: Origin, *, backward: bool
) -> Picture:
    """Columns from the first day to the last; `counts` are (day as printed, number)."""
    shapes: list[Shape] = []
    most = max(number for _, number in counts)
    step = _WIDTH / len(counts)
    foot, room = _DAY_HEIGHT - 18, _DAY_HEIGHT - 36
    # As many days are named as fit beside one another.
    every = max(1, -(-62 // int(max(step, 1))))
    for place, (day, number) in enumerate(counts):
        at = (len(counts) - 1 - place if backward else place) * step
        width = min(step * 0.7, 46.0)
        height = room * number / most
        middle = at + step / 2
        if number:
            shapes.append(Bar(middle - width / 2, foot - height, width, height))
            shapes.append(Label(middle, foot - height - 4, str(number), 8.5, "middle", tone="ink"))
        if place % every == 0:
            shapes.append(Label(middle, foot + 12, day, 8, "middle"))
    shapes.append(Stroke(0, foot, _WIDTH, foot))
    return Picture(title, _said(title, counts), _WIDTH, _DAY_HEIGHT, tuple(shapes), origin)


def by_name(
    title: str, counts: Sequence[tuple[str, int]], origin: Origin, *, backward: bool
) -> Picture:
    """A row for each name, the largest first."""
    shown = counts[:MOST_ROWS]
    most = max(number for _, number in shown)
    names, room = 150.0, _WIDTH - 150.0 - 30.0
    shapes: list[Shape] = []
    for place, (name, number) in enumerate(shown):
        y, width = 4 + place * _ROW, room * number / most
        if backward:
            shapes.append(Label(_WIDTH, y + 9, _cut(name), 8.8, "end", tone="ink"))
            shapes.append(Bar(_WIDTH - names - 8 - width, y, width, _ROW - 5))
            shapes.append(Label(_WIDTH - names - 13 - width, y + 9, str(number), 8.5, "end"))
        else:
            shapes.append(Label(0, y + 9, _cut(name), 8.8, "start", tone="ink"))
            shapes.append(Bar(names + 8, y, width, _ROW - 5))
            shapes.append(Label(names + 13 + width, y + 9, str(number), 8.5))
    height = 8 + len(shown) * _ROW
    return Picture(title, _said(title, counts), _WIDTH, height, tuple(shapes), origin)


def network(
    title: str,
    names: Sequence[str],
    links: Sequence[tuple[int, int, int]],
    origin: Origin,
) -> Picture:
    """The first name in the middle, the others around it; `links` are (one, other, articles)."""
    centre = (_WIDTH / 2, _NET_HEIGHT / 2)
    spots = [centre]
    around = len(names) - 1
    for place in range(around):
        turn = 2 * pi * place / around - pi / 2
        spots.append((centre[0] + 150 * cos(turn), centre[1] + 78 * sin(turn)))
    most = max(number for *_, number in links)
    strokes = [
        Stroke(*spots[one], *spots[other], 0.6 + 2.4 * number / most)
        for one, other, number in sorted(links, key=lambda link: link[2])
    ]
    shapes: list[Shape] = [*strokes]
    for place, (name, (x, y)) in enumerate(zip(names, spots, strict=True)):
        shapes.append(Dot(x, y, 6.0 if place == 0 else 4.2))
        beside = place > 0 and abs(x - centre[0]) > 40
        side: Literal["start", "end"] = "start" if x > centre[0] else "end"
        anchor: Literal["start", "middle", "end"] = side if beside else "middle"
        shift = (9.0 if anchor == "start" else -9.0) if beside else 0.0
        # Names at the sides stand beside their dots, those at top and foot above and below.
        drop = 3.0 if beside else (-10.0 if y <= centre[1] and place else 17.0)
        shapes.append(
            Label(x + shift, y + drop, _cut(name), 8.8, anchor, bold=place == 0, tone="ink")
        )
    told = "; ".join(
        f"{names[one]} – {names[other]}: {number}"
        for one, other, number in sorted(links, key=lambda link: -link[2])
    )
    return Picture(title, f"{title}. {told}.", _WIDTH, _NET_HEIGHT, tuple(shapes), origin)


def _said(title: str, counts: Sequence[tuple[str, int]]) -> str:
    told = "; ".join(f"{name}: {number}" for name, number in counts if number)
    return f"{title}. {told}."


def _cut(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1].rstrip()}…"
