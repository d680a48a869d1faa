"""One kind for one name: what the mentions of a document say together about each name.

Votes of all mentions decide (Krishnan and Manning, "An effective two-stage model for exploiting
non-local dependencies in named entity recognition", 2006, use the same idea as features).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from briefer.actors.folding import fold
from briefer.actors.gazetteer import english_words, gazetteer
from briefer.actors.name_words import BODY_WORDS, CALENDAR, PLACE_WORDS, TITLES
from briefer.actors.surroundings import SPOKE, hints, told

if TYPE_CHECKING:
    from briefer.actors.lines import Line

ACTORS = ("PER", "ORG", "LOC")
# A family name of several words begins among the first words of a name.
_MOST_FAMILY = 5
# Names looked for again; a text with more of them is a list.
_MOST = 500
# What the text says of a name ("Acumen, a global nonprofit") counts as so many of its mentions.
_TOLD = 0.4


@dataclass(frozen=True, slots=True)
class Found:
    """Words `first` to `last` (exclusive) of a line, the label that fits best, and how well each does."""

    line: int
    first: int
    last: int
    label: str
    chance: dict[str, float]
    code: str | None = None


def agreed(lines: Sequence[Line], found: Sequence[Found]) -> list[Found]:
    """The names under the label that the whole document supports, and their forgotten mentions."""
    kept = [one for one in found if not lines[one.line].is_heading]
    heads = [one for one in found if lines[one.line].is_heading]
    votes = _votes(lines, kept)
    shortened = set(_in_brackets(lines, kept))
    for short in shortened:
        votes[short]["ORG"] += 3.0
    labels = _labels(votes)
    named = [_relabelled(one, lines, labels) for one in kept]
    taken = {(one.line, at) for one in kept for at in range(one.first, one.last)}
    sure = _known_as_actor(kept, labels, lines)
    sure.update((short, "ORG") for short in shortened if short.isupper() and len(short) > 2)
    named += _forgotten(lines, taken, sure)
    named += _as_words(lines, taken, _names_that_are_words(labels))
    named += _headed(lines, heads, labels)
    return [one for one in named if one.label in ACTORS]


def _string(one: Found, lines: Sequence[Line]) -> str:
    return " ".join(lines[one.line].words[one.first : one.last])


def _votes(lines: Sequence[Line], found: Sequence[Found]) -> dict[str, dict[str, float]]:
    votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    often = Counter(_string(one, lines) for one in found)
    for one in found:
        string = _string(one, lines)
        for label, share in one.chance.items():
            votes[string][label] += share
        for label, weight in _by_lists(string, one.label):
            votes[string][label] += weight
        ending = _by_last_word(string)
        if ending and "PER" not in one.label:
            votes[string][ending] += 2.0
        for label, weight in hints(lines[one.line].words, one.first, one.last):
            votes[string][label] += weight
    for string, label in _told(lines, often):
        votes[string][label] += 1.0 + _TOLD * often[string]
    return votes


def _told(lines: Sequence[Line], often: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Names and what the text says that they are, also where the tagger saw no name."""
    starts = _by_first_word(often)
    for line in lines:
        words = line.words
        for at, word in enumerate(words):
            for name in starts.get(word, ()):
                last = at + len(name)
                if tuple(words[at:last]) != name or line.is_heading:
                    continue
                label, string = told(words, at, last), " ".join(name)
                if label and not (label == "ORG" and gazetteer().is_known_place(string)):
                    yield string, label


def _by_first_word(strings: Iterable[str]) -> dict[str, list[tuple[str, ...]]]:
    """The words of each name, by the first of them."""
    starts: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for string in islice(strings, _MOST):
        parts = tuple(string.split(" "))
        starts[parts[0]].append(parts)
    return starts


def _by_lists(string: str, label: str) -> Iterator[tuple[str, float]]:
    """What the lists say of a name that the tagger may have read otherwise."""
    known = gazetteer()
    words = string.split()
    if string in known.bodies:
        yield "ORG", 3.0 if len(words) > 1 else 0.7
    if len(words) < 2 or known.is_place(string) or known.country(string):
        return
    if label == "ORG" and string not in known.bodies and _is_persons(words):
        yield "PER", 0.7
    if label != "LOC":
        return
    last = words[-1].lower()
    if last in PLACE_WORDS or last in BODY_WORDS:
        return
    prefixes = [" ".join(words[:size]) for size in range(1, len(words))]
    if any(known.is_place(prefix) or known.country(prefix) for prefix in prefixes):
        # "Houston Dynamo", "China Life": a team or firm that bears a place's name.
        yield "ORG", 1.0
    elif known.is_first(words[0]) and known.is_last(words[-1]):
        yield "PER", 0.8


def _is_persons(words: Sequence[str]) -> bool:
    """Whether a given name begins two or three words of which none is a word of English."""
    known = gazetteer()
    return (
        len(words) < 4
        and (known.is_first(words[0]) or known.is_last(words[-1]))
        and not known.is_place(words[0])
        and not any(word.lower() in english_words() or word.isupper() for word in words)
    )


def _by_last_word(string: str) -> str:
    """What the last word of a name of several says it is."""
    words = string.lower().split()
    if len(words) < 2:
        return "ORG" if string.lower().endswith("bank") and len(string) > 6 else ""
    if words[-1] in PLACE_WORDS:
        return "LOC"
    return "ORG" if words[-1] in BODY_WORDS else ""


def _in_brackets(lines: Sequence[Line], found: Sequence[Found]) -> Iterator[str]:
    """Short names in brackets behind a body's full name: "Asian Football Confederation (AFC)"."""
    for one in found:
        words = lines[one.line].words
        at = one.last
        if (
            one.label == "ORG"
            and at - one.first > 1
            and words[at : at + 1] == ["("]
            and words[at + 2 : at + 3] == [")"]
        ):
            yield words[at + 1]


def _labels(votes: dict[str, dict[str, float]]) -> dict[str, str]:
    """The label of each string."""
    labels = {s: max(v, key=lambda label: (v[label], label)) for s, v in votes.items()}
    persons: set[str] = set()
    for string, label in labels.items():
        words = string.split()
        if label == "PER" and len(words) > 1:
            persons.update(word for word in (words[0], words[-1]) if len(word) > 1)
    known = gazetteer()
    ends = _last_words_of_persons(labels)
    for string, share in votes.items():
        if string in ends and not known.is_place(string) and not known.country(string):
            labels[string] = "PER"
        if " " in string or string in known.demonyms:
            continue
        total = sum(share.values())
        if string in persons and share.get("LOC", 0) < 0.95 * total and not known.country(string):
            labels[string] = "PER"
    return labels


def _last_words_of_persons(labels: dict[str, str]) -> set[str]:
    """Family names of several words: "Al Hashemi" of "Sarah Al Hashemi"."""
    ends: set[str] = set()
    for string, label in labels.items():
        words = string.split() if label == "PER" else []
        ends.update(" ".join(words[at:]) for at in range(1, min(len(words) - 1, _MOST_FAMILY)))
    return ends


def _relabelled(one: Found, lines: Sequence[Line], labels: dict[str, str]) -> Found:
    label = labels[_string(one, lines)]
    if one.code:
        return one
    return replace(one, label=label)


def _known_as_actor(
    found: Sequence[Found], labels: dict[str, str], lines: Sequence[Line]
) -> dict[str, str]:
    """Names sure enough to be looked for where the tagger saw none."""
    sure: dict[str, str] = {}
    words = english_words()
    for one in found:
        string = _string(one, lines)
        label = labels[string]
        if label not in ACTORS or one.code:
            continue
        if " " in string or string.lower() not in words:
            sure[string] = label
            if label == "ORG":
                initials = "".join(word[0] for word in string.split() if word[0].isupper())
                if len(initials) > 2:
                    sure.setdefault(initials, "ORG")
            if label == "PER" and " " in string:
                last = string.split()[-1]
                if last.lower() not in words and len(last) > 2 and not gazetteer().country(last):
                    sure.setdefault(last, "PER")
    return sure


def _forgotten(
    lines: Sequence[Line], taken: set[tuple[int, int]], sure: dict[str, str]
) -> list[Found]:
    """Further mentions of sure names."""
    starts = {
        word: sorted(names, key=len, reverse=True) for word, names in _by_first_word(sure).items()
    }
    more: list[Found] = []
    for line in lines:
        if line.is_heading:
            continue
        words = line.words
        for at, first in [(at, word) for at, word in enumerate(words) if word in starts]:
            for name in starts[first]:
                end = at + len(name)
                spots = {(line.number, spot) for spot in range(at, end)}
                if (
                    tuple(words[at:end]) == name
                    and not spots & taken
                    and _stands_alone(words, at, end)
                ):
                    more.append(Found(line.number, at, end, sure[" ".join(name)], {}))
                    taken |= spots
                    break
    return more


def _names_that_are_words(labels: dict[str, str]) -> set[str]:
    """Parts of persons' names that are words of English too: "So" of "Jacky So"."""
    persons = [string.split() for string, label in labels.items() if label == "PER"]
    known = gazetteer()
    return {
        word
        for words in persons
        if len(words) > 1
        for word in (words[0], words[-1], *words[1:2])
        if word[0].isupper()
        and word.lower() in english_words()
        and word.lower() not in _NO_SURNAMES
        and not known.country(word)
        and not known.is_known_place(word)
    }


def _as_words(
    lines: Sequence[Line], taken: set[tuple[int, int]], names: set[str]
) -> Iterator[Found]:
    """Mentions of such names inside sentences, where only names have capitals, and where they do something."""
    for line in lines if names else ():
        words = line.words
        for at, word in enumerate(words):
            if word not in names or line.is_heading or (line.number, at) in taken:
                continue
            before = words[at - 1] if at else ""
            after = words[at + 1] if at + 1 < len(words) else ""
            is_inside = at > 0 and before[0].isalnum() and before.lower() not in _NO_PERSONS
            does = after in ("'s", "’s") or after in _DOES
            if (is_inside or (does and not before[:1].isalnum())) and _stands_alone(
                words, at, at + 1
            ):
                yield Found(line.number, at, at + 1, "PER", {})


_NO_SURNAMES = CALENDAR | BODY_WORDS | PLACE_WORDS
_DOES = SPOKE | frozenset("has had was is also did".split())
# Behind these stands a thing or an office, no person.
_NO_PERSONS = frozenset("the a an this that our their its his her my your no every each".split())


def _stands_alone(words: Sequence[str], first: int, last: int) -> bool:
    """Whether the neighbours are no capitalised words that would make it another name."""
    before = words[first - 1] if first else ""
    after = words[last] if last < len(words) else ""
    is_after = after[:1].isupper() and after.lower() not in CALENDAR
    is_before = first > 1 and before[:1].isupper() and before.lower().rstrip(".") not in TITLES
    return not is_after and not (is_before and before not in gazetteer().demonyms)


def _headed(lines: Sequence[Line], heads: Sequence[Found], labels: dict[str, str]) -> list[Found]:
    """In headings: names known from the body, countries, and what the tagger is quite sure of."""
    folded = {fold(string): label for string, label in labels.items() if label in ACTORS}
    found: list[Found] = []
    for line in lines:
        if not line.is_heading:
            continue
        words = [fold(word) for word in line.words]
        taken: set[int] = set()
        for at in range(len(words)):
            for length in range(min(6, len(words) - at), 0, -1):
                label = folded.get(" ".join(words[at : at + length]))
                spots = set(range(at, at + length))
                if label and not spots & taken and line.words[at][0].isupper():
                    found.append(Found(line.number, at, at + length, label, {}))
                    taken |= spots
                    break
        for one in heads:
            spots = set(range(one.first, one.last))
            is_sure = one.code or one.chance.get(one.label, 0) > 0.8
            if one.line == line.number and not spots & taken and is_sure:
                found.append(one)
                taken |= spots
    return found
