"""Towns that stand for their teams: in tables of results, and where one beats another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefer.model.actors import ActorKind

if TYPE_CHECKING:
    from briefer.actors.lines import Line
    from briefer.actors.names import Name

_SCORE = re.compile(r"\d{1,3}[-–]\d{1,3}$")
_NUMBER = re.compile(r"[\d.]+$")
_BEATEN = frozenset(
    "beat beats defeated thrashed edged downed blanked routed hosted hammered".split()
)
_AGAINST = frozenset("v vs vs. at AT".split())
# So many numbers behind a name make a row of a table; a result has one for each side.
_COLUMNS = 3
# Words of a row or a fixture; "Boston at Oakland".
_LONGEST = 40


def teams(names: Sequence[Name], lines: Sequence[Line]) -> list[Name]:
    """The names, towns that play counted as bodies; countries stay what they are."""
    by_line: dict[int, list[Name]] = {}
    for name in names:
        by_line.setdefault(name.line, []).append(name)
    playing: set[tuple[int, int]] = set()
    for number, own in by_line.items():
        if any(one.kind is ActorKind.PLACE and one.code is None for one in own):
            playing.update((number, one.first) for one in _playing(lines[number].words, own))
    return [
        name.as_kind(ActorKind.ORGANISATION, None)
        if (name.line, name.first) in playing and name.kind is ActorKind.PLACE and name.code is None
        else name
        for name in names
    ]


def _playing(words: Sequence[str], names: Sequence[Name]) -> list[Name]:
    """The names of a sentence that stand for teams."""
    found: list[Name] = []
    is_row = len(words) <= _LONGEST and not any(word.islower() and len(word) > 2 for word in words)
    starts = {name.first: name for name in names}
    if is_row:
        for name in names:
            figures = _figures(words, name.last)
            after = starts.get(name.last + 1)
            is_result = figures == 1 and after is not None and _figures(words, after.last) > 0
            if figures >= _COLUMNS:
                found.append(name)
            elif is_result and after is not None:
                found += [name, after]
    for name in names:
        joint = words[name.last] if name.last < len(words) else ""
        after = starts.get(name.last + 1)
        is_fixture = is_row and joint in _AGAINST and len(words) < _LONGEST // 4
        if after is not None and (is_fixture or (joint in _BEATEN and _has_score(words))):
            found += [name, after]
    return found


def _has_score(words: Sequence[str]) -> bool:
    return any(_SCORE.match(word) for word in words)


def _figures(words: Sequence[str], at: int) -> int:
    """How many numbers stand from word `at` on."""
    end = at
    while end < len(words) and _NUMBER.match(words[end]):
        end += 1
    return end - at
