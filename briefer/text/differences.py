"""What a copy cut, added and changed, sentence by sentence and within them word by word."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Kind = Literal["same", "cut", "added", "changed", "moved"]

# Sentences that share at least this much of their words are one sentence, changed.
_ALIKE = 0.5
# Beyond so many comparisons of sentences, or words of one, they are taken for cut and added.
_MOST_PAIRS, _MOST_WORDS = 10_000, 400
# Blanks and signs are pieces of their own; letters of scripts without blanks one by one.
_PIECE = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]|\w+|\s+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence as the two texts have it.

    `pieces` are (kind, text): one piece unless it was changed. `paragraph` says whether a new one
    begins here in the text it is taken from.
    """

    kind: Kind
    pieces: tuple[tuple[Kind, str], ...]
    paragraph: bool


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence of one text; `paragraph` says whether it begins one."""

    text: str
    paragraph: bool


def differences(lead: Sequence[Unit], copy: Sequence[Unit]) -> list[Passage]:
    """Both texts in one: what stayed, what the copy cut from the lead, added, changed or moved."""
    left, right = [_folded(unit.text) for unit in lead], [_folded(unit.text) for unit in copy]
    found: list[Passage] = []
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            found += [_whole("same", unit) for unit in copy[c:d]]
        else:
            found += _replaced(lead[a:b], copy[c:d])
    return _with_moves(found)


def counts(passages: Sequence[Passage]) -> Counter[str]:
    """How many sentences stayed, were cut, added, changed or moved."""
    return Counter(passage.kind for passage in passages)


def words_by_kind(passages: Sequence[Passage]) -> Counter[str]:
    """How many words the copy kept ("same", moved ones among them), left out ("cut") and "added"."""
    found: Counter[str] = Counter()
    for passage in passages:
        for kind, text in passage.pieces:
            words = sum(any(map(str.isalnum, word)) for word in _PIECE.findall(text))
            found["same" if kind == "moved" else kind] += words
    return found


def word_changes(old: str, new: str) -> tuple[tuple[Kind, str], ...]:
    """What was cut from one sentence and added to it, word by word: (kind, text) in order."""
    return _changed(Unit(old, paragraph=False), Unit(new, paragraph=False)).pieces


def _replaced(old: Sequence[Unit], new: Sequence[Unit]) -> list[Passage]:
    """Pairs of like sentences are changed ones; between them stand what was cut and added."""
    found: list[Passage] = []
    left = right = 0
    for one, other in [*_partners(old, new), (len(old), len(new))]:
        found += [_whole("cut", unit) for unit in old[left:one]]
        found += [_whole("added", unit) for unit in new[right:other]]
        if one < len(old):
            found.append(_changed(old[one], new[other]))
        left, right = one + 1, other + 1
    return found


def _partners(old: Sequence[Unit], new: Sequence[Unit]) -> list[tuple[int, int]]:
    """Which sentence became which, in order: the pairs that are most alike in all."""
    if not old or not new or len(old) * len(new) > _MOST_PAIRS:
        return []
    left = [Counter(_words(unit.text)) for unit in old]
    right = [Counter(_words(unit.text)) for unit in new]
    # best[i][j]: the most that the sentences from i and j on have in common.
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    alike = [[_likeness(one, other) for other in right] for one in left]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            paired = alike[i][j] + best[i + 1][j + 1] if alike[i][j] >= _ALIKE else 0.0
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    pairs, i, j = list[tuple[int, int]](), 0, 0
    while i < len(old) and j < len(new):
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            pairs.append((i, j))
            i, j = i + 1, j + 1
    return pairs


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    both = one.total() + other.total()
    return 2 * (one & other).total() / both if both else 0.0


def _changed(old: Unit, new: Unit) -> Passage:
    """One sentence with the words that were cut and added; blanks beside them go with them."""
    left, right = _PIECE.findall(old.text), _PIECE.findall(new.text)
    if len(left) > _MOST_WORDS or len(right) > _MOST_WORDS:
        return Passage("changed", (("cut", old.text), ("added", new.text)), new.paragraph)
    pieces: list[tuple[Kind, str]] = []
    matcher = SequenceMatcher(lambda piece: piece.isspace(), left, right, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            pieces.append(("same", "".join(right[c:d])))
            continue
        pieces += [("cut", "".join(left[a:b]))] if a < b else []
        pieces += [("added", "".join(right[c:d]))] if c < d else []
    return Passage("changed", tuple(pieces), new.paragraph)


def _with_moves(passages: Sequence[Passage]) -> list[Passage]:
    """What was cut in one place and stands in another was moved; it is shown where it stands."""
    said: dict[Kind, Counter[str]] = {"cut": Counter(), "added": Counter()}
    for passage in passages:
        if passage.kind in said:
            said[passage.kind][_folded(passage.pieces[0][1])] += 1
    # A sentence that was cut once was moved to one place only.
    moved = said["cut"] & said["added"]
    left: dict[Kind, Counter[str]] = {"cut": moved.copy(), "added": moved.copy()}
    found = []
    for passage in passages:
        text = passage.pieces[0][1]
        key = _folded(text)
        if passage.kind not in left or not key or not left[passage.kind][key]:
            found.append(passage)
            continue
        left[passage.kind][key] -= 1
        if passage.kind == "added":
            found.append(Passage("moved", (("moved", text),), passage.paragraph))
    return found


def _folded(text: str) -> str:
    return " ".join(_words(text))


def _words(text: str) -> list[str]:
    return [piece.lower() for piece in _PIECE.findall(text) if not piece.isspace()]


def _whole(kind: Kind, unit: Unit) -> Passage:
    return Passage(kind, ((kind, unit.text),), unit.paragraph)
