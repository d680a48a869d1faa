"""Names in an English text: the tagger's, mended at their ends, and agreed over the document."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from briefer.actors.agreement import Found, agreed
from briefer.actors.gazetteer import english_words, gazetteer
from briefer.actors.name_words import BODY_WORDS, CALENDAR, LINKS, TITLES
from briefer.actors.names import Name, name_at
from briefer.model.actors import ActorKind

if TYPE_CHECKING:
    from briefer.actors.lines import Line
    from briefer.actors.tagger import NameTagger, Tagged

KINDS = {"PER": ActorKind.PERSON, "ORG": ActorKind.ORGANISATION, "LOC": ActorKind.PLACE}
_POSSESSIVE = frozenset("'s ’s ' ’ 'S ’S".split())
_JOINTS = frozenset("and , / & or -".split())
_EDGES = frozenset(".,;:!?\"“”'’‘()[]-–—/&") | _POSSESSIVE


def english_names(text: str, lines: Sequence[Line], tagger: NameTagger) -> list[Name]:
    """All names of the lines, in order."""
    tagged = tagger.tag([line.words for line in lines])
    found: list[Found] = []
    for line, names in zip(lines, tagged, strict=True):
        taken: set[int] = set()
        for name in names:
            for piece in _mended(line, name):
                found.append(piece)
                taken.update(range(piece.first, piece.last))
        found += _listed(line, taken)
    named = [
        name_at(text, lines[one.line], one.first, one.last, KINDS[one.label], one.code)
        for one in agreed(lines, found)
    ]
    return sorted(named, key=lambda name: name.span)


def _mended(line: Line, tagged: Tagged) -> list[Found]:
    """The name with its ends set right: one, several, or none."""
    first, last = _trimmed(line, tagged.start, tagged.end)
    if first >= last:
        return []
    pieces = _parted(line, first, last, tagged.label)
    found = []
    label = tagged.label
    for piece in pieces:
        start, end = _trimmed(line, *piece)
        if start < end and label == "PER":
            start, end = _person(line, start, end)
        elif start < end and label == "ORG":
            start, end = _body(line, start, end)
        if start < end:
            found.append(_known(line, start, end, label, tagged.chance))
    return found


def _trimmed(line: Line, first: int, last: int) -> tuple[int, int]:
    words = line.words
    while first < last and (words[first] in _EDGES or words[first].lower() in ("the", "a", "an")):
        first += 1
    while last > first and (
        words[last - 1] in _EDGES or words[last - 1].lower() in ("and", "of", "the")
    ):
        last -= 1
    return first, last


def _parted(line: Line, first: int, last: int, label: str) -> list[tuple[int, int]]:
    """Cut at possessives, and at "and" and commas where no body's name goes on."""
    words = line.words
    has_body = any(word.lower() in BODY_WORDS for word in words[first:last])
    cuts = []
    for at in range(first + 1, last - 1):
        if words[at] in _POSSESSIVE and label != "ORG":
            cuts.append(at)
        elif words[at] in ("and", ",", ";", "or") and not (label == "ORG" and has_body):
            whole = " ".join(words[first:last])
            if not gazetteer().country(whole) and not gazetteer().is_place(whole):
                cuts.append(at)
    edges = [first - 1, *cuts, last]
    return [(a + 1, b) for a, b in pairwise(edges) if a + 1 < b]


def _person(line: Line, first: int, last: int) -> tuple[int, int]:
    """Without title; with the capitalised words that go with the name."""
    words = line.words
    while first < last - 1 and _is_title(words[first]):
        first += 1
    if first == last - 1 and _is_title(words[first]) and not gazetteer().is_last(words[first]):
        return first, first
    while first > 0 and _goes_with_person(words, first - 1):
        first -= 1
    while last < len(words) and _follows_person(words, last):
        last += 1
    return first, last


def _is_title(word: str) -> bool:
    return word.lower().rstrip(".") in TITLES


def _goes_with_person(words: Sequence[str], at: int) -> bool:
    word = words[at]
    low = word.lower().rstrip(".")
    if at == 0 or not word[0].isupper() or low in TITLES | CALENDAR | BODY_WORDS | LINKS:
        return False
    known = gazetteer()
    if low in english_words() or known.country(word) or known.is_place(word) or word.isupper():
        return len(word) == 2 and word.endswith(".")
    return len(word) > 1 and not words[at - 1].endswith("’s")


def _follows_person(words: Sequence[str], at: int) -> bool:
    word = words[at]
    low = word.lower().rstrip(".")
    if low in ("jr", "sr") or word in ("II", "III"):
        return True
    if not word[0].isupper() or low in TITLES | CALENDAR | BODY_WORDS or word.isupper():
        return False
    known = gazetteer()
    return not (low in english_words() or known.country(word) or known.is_place(word))


def _body(line: Line, first: int, last: int) -> tuple[int, int]:
    """With the demonym before and the "of …" behind: "German Foreign Ministry", "Bank of Ghana"."""
    words = line.words
    known = gazetteer()
    if first > 0 and words[first - 1] in known.demonyms and words[last - 1].lower() in BODY_WORDS:
        first -= 1
    if (
        last < len(words) - 1
        and words[last].lower() in ("of", "for")
        and words[last - 1].lower() in BODY_WORDS
    ):
        end = last + 1
        if words[end].lower() == "the" and end + 1 < len(words):
            end += 1
        begin = end
        while end < len(words) and words[end][0].isupper() and words[end].lower() not in CALENDAR:
            end += 1
        if end > begin:
            last = end
    return first, last


def _known(line: Line, first: int, last: int, label: str, chance: dict[str, float]) -> Found:
    """The name with what the lists know of it."""
    known = gazetteer()
    whole = " ".join(line.words[first:last])
    if whole in known.demonyms and label in ("NORP", "MISC", "LOC"):
        return Found(line.number, first, last, "LOC", {"LOC": 1.0}, known.demonyms[whole])
    code = known.country(whole)
    if code and label in ("LOC", "ORG", "NORP", "MISC"):
        return Found(line.number, first, last, "LOC", {"LOC": 1.0}, code)
    return Found(line.number, first, last, label, dict(chance))


def _listed(line: Line, taken: set[int]) -> list[Found]:
    """Countries, demonyms and well-known bodies that the tagger passed over."""
    known = gazetteer()
    words = line.words
    found = []
    at = 0
    while at < len(words):
        for length in range(min(5, len(words) - at), 0, -1):
            spots = range(at, at + length)
            whole = " ".join(words[at : at + length])
            if not words[at][0].isupper() or taken.intersection(spots):
                continue
            code = known.country(whole) if len(whole) > 3 or whole in known.demonyms else None
            if code and not (whole.lower() in english_words() and at == 0):
                found.append(Found(line.number, at, at + length, "LOC", {"LOC": 1.0}, code))
            elif whole in known.bodies and (length > 1 or (whole.isupper() and len(whole) > 2)):
                found.append(Found(line.number, at, at + length, "ORG", {"ORG": 0.6, "O": 0.4}))
            else:
                continue
            at += length - 1
            break
        at += 1
    return found
