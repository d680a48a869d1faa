"""Bodies by their build: a row of capitalised words that ends in "Council" or begins "Ministry of"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from briefer.actors.agreement import Found
from briefer.actors.gazetteer import english_words, gazetteer
from briefer.actors.name_words import BODY_WORDS, CALENDAR, FIRMS, REALMS, TITLES

if TYPE_CHECKING:
    from briefer.actors.lines import Line

_INSIDE = frozenset(["of", "for", "and", "&", "on"])
_OWNERS = frozenset(
    "people hawke judges women children workers farmers prosecutor magistrate bishop citizens students players general teachers veterans".split()
)
_LONGEST = 10
# Words for bodies that end other names as well; alone they make none.
_WEAK = frozenset(
    "post express force forces house guard guards gas oil energy press steel trust mission mail daily".split()
)


def with_bodies(line: Line, found: Sequence[Found]) -> list[Found]:
    """The names with those inside a body's name given up for the whole."""
    if line.is_heading:
        return list(found)
    kept = list(found)
    for first, end, label in _built(line, kept):
        last = end
        inside = [one for one in kept if one.first < last and first < one.last]
        if any(_is_sure_person(line.words, one) for one in inside):
            continue
        if any(one.first < first or one.last > last for one in inside):
            continue
        persons = [one for one in inside if one.label == "PER"]
        if persons:
            # "University of Texas at Arlington's Amneh Jafari" without the "'s".
            last = min(end, persons[0].first)
            if last - first < 2 or line.words[last - 1].islower():
                continue
            inside = [one for one in inside if one.last <= last]
        kept = [one for one in kept if one not in inside]
        kept.append(Found(line.number, first, last, label, {label: 1.0}))
    return sorted(kept, key=lambda one: one.first)


def _is_sure_person(words: Sequence[str], one: Found) -> bool:
    is_owner = words[one.last - 1].lower() in _OWNERS
    return one.label == "PER" and one.chance.get("PER", 0) > 0.5 and not is_owner


def _built(line: Line, found: Sequence[Found]) -> Iterator[tuple[int, int, str]]:
    words = line.words
    starts = {one.first for one in found}
    end = 0
    for at in [at for at, word in enumerate(words) if word[0].isupper()]:
        if at < end:
            continue
        end = at + 1
        while end < len(words) and end - at < _LONGEST:
            owns = words[end] in ("'s", "’s") and words[end - 1].lower() in _OWNERS
            if not words[end][0].isupper() and not owns:
                break
            end += 1
        run = _body_in(words, at, end, starts)
        if run is not None:
            yield run


def _body_in(
    words: Sequence[str], first: int, last: int, starts: set[int]
) -> tuple[int, int, str] | None:
    """The body that a run of capitalised words ends with, or begins together with "of …"."""
    while first < last and _is_outside(words, first, starts):
        first += 1
    for at in range(last - 1, first - 1, -1):
        low = words[at].lower()
        is_bishops = (
            low == "conference" and at > first and words[at - 1] in ("Episcopal", "Bishops")
        )
        if (
            not is_bishops
            and low not in BODY_WORDS
            and low not in REALMS | {"embassy", "consulate"}
        ):
            continue
        tail = _tail(words, last) if at == last - 1 and low not in FIRMS else None
        if low in REALMS:
            is_realm = (
                tail is not None
                and at == first
                and gazetteer().country(" ".join(words[at + 2 : tail]))
            )
            return (first, tail, "LOC") if is_realm and tail else None
        if at == first and tail is None:
            return None
        if low in _WEAK and tail is None:
            return None
        return first, tail or at + 1, "ORG"
    return None


def _tail(words: Sequence[str], at: int) -> int | None:
    """Behind the capitalised words after "of": "Ministry | of Hajj and Umrah"."""
    if at >= len(words) - 1 or words[at] not in ("of", "for"):
        return None
    end = at + 1
    if words[end] == "the" and end + 1 < len(words):
        end += 1
    begin = end
    while (
        end < len(words)
        and words[end][0].isupper()
        and words[end].lower() not in CALENDAR
        and end - begin < 5
    ):
        end += 1
    return end if end > begin else None


def _is_outside(words: Sequence[str], at: int, starts: set[int]) -> bool:
    """Whether the first word of a run does not belong to a name."""
    low = words[at].lower().rstrip(".")
    if any(
        words[end - 1].lower() in _OWNERS and words[end] in ("'s", "’s")
        for end in (at + 1, at + 2)
        if end < len(words)
    ):
        # "Prosecutor's Office", "Attorney General's Office"
        return False
    if low in CALENDAR or low in ("the", "a", "an", "mr", "mrs", "ms", "dr"):
        return True
    if (
        low in TITLES
        and low not in BODY_WORDS
        and low
        not in (
            "foreign",
            "health",
            "justice",
            "interior",
            "finance",
            "defence",
            "defense",
            "trade",
        )
    ):
        return True
    return at == 0 and at not in starts and (low in english_words() and low not in BODY_WORDS)
