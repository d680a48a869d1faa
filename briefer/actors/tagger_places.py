"""From where the features of a word are seen: most from itself, some from the words around it too.

In training each such view is a feature with a weight of its own; the model's file and the running
tagger name the feature once.
"""

from collections.abc import Iterable

# From how many places away a word is seen.
OFFSETS = (-2, -1, 0, 1, 2)
# From which of them a feature is seen, by the letter its name begins with; all others are seen from
# the word itself only, and their names do not say so.
_SEEN_FROM = {
    **dict.fromkeys("ewkghK", OFFSETS),
    **dict.fromkeys("stCM", (-1, 0, 1)),
    "d": (-1, 1),
}


def seen_from(name: str, offset: int) -> str:
    """The name of a word's own feature as seen from so many places away; empty where it is not seen."""
    offsets = _SEEN_FROM.get(name[0])
    if offsets is None:
        return name if offset == 0 else ""
    return f"{name[0]}{offset}{name[1:]}" if offset in offsets else ""


def by_places(names: Iterable[str]) -> dict[str, list[tuple[int, int]]]:
    """Features without their places, each with its (place among OFFSETS, number) wherever it is seen.

    `names` are those of training, in the order of their numbers.
    """
    found: dict[str, list[tuple[int, int]]] = {}
    for number, name in enumerate(names):
        bare, place = name, OFFSETS.index(0)
        if name[0] in _SEEN_FROM:
            length = 2 if name[1] == "-" else 1
            bare, place = name[0] + name[1 + length :], OFFSETS.index(int(name[1 : 1 + length]))
        found.setdefault(bare, []).append((place, number))
    return found
