"""One kind for one name: what the mentions of a document say together about each name.

Votes of all mentions decide (Krishnan and Manning, "An effective two-stage model for exploiting
non-local dependencies in named entity recognition", 2006, use the same idea as features).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from briefer.actors.folding import fold
from briefer.actors.gazetteer import english_words, gazetteer
from briefer.actors.name_words import BODY_WORDS, CALENDAR, PLACE_WORDS, ROLE_NOUNS, TITLES

if TYPE_CHECKING:
    from briefer.actors.lines import Line

ACTORS = ("PER", "ORG", "LOC")
# Names looked for again; a text with more of them is a list.
_MOST = 500
SPOKE = frozenset(
    (
        "said says told added asked argued insisted warned explained noted tells admitted recalled"
    ).split()
)


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
    for short in _in_brackets(lines, kept):
        votes[short]["ORG"] += 3.0
    labels = _labels(votes)
    named = [_relabelled(one, lines, labels) for one in kept]
    taken = {(one.line, at) for one in kept for at in range(one.first, one.last)}
    named += _forgotten(lines, taken, _known_as_actor(kept, labels, lines))
    named += _headed(lines, heads, labels)
    return [one for one in named if one.label in ACTORS]


def _string(one: Found, lines: Sequence[Line]) -> str:
    return " ".join(lines[one.line].words[one.first : one.last])


def _votes(lines: Sequence[Line], found: Sequence[Found]) -> dict[str, dict[str, float]]:
    votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for one in found:
        string = _string(one, lines)
        for label, share in one.chance.items():
            votes[string][label] += share
        for label, weight in _by_lists(string, one.label):
            votes[string][label] += weight
        ending = _by_last_word(string)
        if ending and "PER" not in one.label:
            votes[string][ending] += 2.0
        for label, weight in _context(lines[one.line].words, one):
            votes[string][label] += weight
    return votes


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
    if words[-1].lower() in PLACE_WORDS | BODY_WORDS:
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
        and known.is_first(words[0])
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


def _context(words: Sequence[str], one: Found) -> Iterator[tuple[str, float]]:
    """What the neighbours say that the tagger may have missed."""
    before = words[one.first - 1].lower().rstrip(".") if one.first else ""
    further = words[one.first - 2].lower() if one.first > 1 else ""
    after = words[one.last].lower() if one.last < len(words) else ""
    behind = words[one.last + 1].lower() if one.last + 1 < len(words) else ""
    is_single = one.last - one.first == 1
    if before in ("mr", "mrs", "ms", "dr", "miss"):
        yield "PER", 2.0
    elif before in ROLE_NOUNS and words[one.first - 1].islower() and before not in _FIRMS:
        yield "PER", 0.5
    elif before in _BEFORE_PERSONS:
        yield "PER", 1.0
    if is_single and (after in SPOKE or before in SPOKE):
        yield "PER", 0.3
    if after == "," and (behind == "who" or (behind.isdigit() and len(behind) == 2)):
        yield "PER", 0.8
    if before in _FIRMS:
        yield "ORG", 0.6
    if after in _LAUNCHED and is_single:
        yield "ORG", 0.4
    if (
        before == ","
        and is_single
        and words[one.first] in _STATES
        and words[one.first - 2][0].isupper()
    ):
        yield "LOC", 3.0
    if after in _OF_FIRMS or (after in ("'s", "’s") and behind in _OF_FIRMS):
        yield "ORG", 0.4
    if before == "near" and is_single:
        yield "LOC", 1.0
    if (
        before in _PARTS or after in _REGIONS or (before == "of" and further in _REGIONS)
    ) and is_single:
        yield "LOC", 0.7


_BEFORE_PERSONS = frozenset(
    "justice judge advocate advocates magistrate mk mp md sheikh imam prof professor sgt capt lt gen col maj".split()
)
_FIRMS = frozenset(
    "company firm group party bank airline newspaper startup agency club ngo brand daily magazine giant maker operator "
    "conglomerate retailer broadcaster website developer insurer lender network platform charity union".split()
)
# Words behind a name that are said of bodies: "Jumia shares", "Numsa's spokesman".
_OF_FIRMS = frozenset(
    "ceo spokesman spokesperson spokeswoman shares customers employees subsidiary website executives headquarters "
    "factory shareholders chairman chairperson chairwoman ltd limited inc lawmakers members board".split()
)
_LAUNCHED = frozenset("unveiled launched acquired announced".split())
# "Tampa, FL": an American state, no body.
_STATES = frozenset(
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA "
    "RI SC SD TN TX UT VT VA WA WV WI WY".split()
)
_PARTS = frozenset(
    "northern southern western eastern central northeastern northwestern southeastern southwestern downtown".split()
)
_REGIONS = frozenset(
    "province district region city town village county state island river area suburb".split()
)


def _labels(votes: dict[str, dict[str, float]]) -> dict[str, str]:
    """The label of each string."""
    labels = {s: max(v, key=lambda label: (v[label], label)) for s, v in votes.items()}
    persons: set[str] = set()
    for string, label in labels.items():
        words = string.split()
        if label == "PER" and len(words) > 1:
            persons.update(word for word in (words[0], words[-1]) if len(word) > 1)
    known = gazetteer()
    for string, share in votes.items():
        if " " in string or string in known.demonyms:
            continue
        total = sum(share.values())
        if string in persons and share.get("LOC", 0) < 0.95 * total and not known.country(string):
            labels[string] = "PER"
    return labels


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
    starts: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for string in islice(sure, _MOST):
        parts = tuple(string.split(" "))
        starts[parts[0]].append(parts)
    more: list[Found] = []
    for line in lines:
        if line.is_heading:
            continue
        words = line.words
        for at, word in enumerate(words):
            for name in sorted(starts.get(word, ()), key=len, reverse=True):
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
