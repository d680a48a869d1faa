"""Names in an English text: the tagger's, mended at their ends, and agreed over the document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from briefer.actors.agreement import SPOKE, Found, agreed
from briefer.actors.body_runs import with_bodies
from briefer.actors.gazetteer import english_words, gazetteer
from briefer.actors.name_words import BODY_WORDS, CALENDAR, LINKS, PLACE_WORDS, TITLES
from briefer.actors.names import Name, name_at
from briefer.actors.standing_for import governments, nominal_bodies
from briefer.model.actors import ActorKind

if TYPE_CHECKING:
    from briefer.actors.lines import Line
    from briefer.actors.tagger import NameTagger, Tagged

KINDS = {"PER": ActorKind.PERSON, "ORG": ActorKind.ORGANISATION, "LOC": ActorKind.PLACE}
_POSSESSIVE = frozenset("'s ’s ' ’ 'S ’S".split())
_JOINTS = frozenset("and , / & or -".split())
# Offices that the training texts often label as bodies.
OFFICES = frozenset(
    "director minister undersecretary secretary-general director-general president chairman officer fellow professor "
    "ambassador governor manager commissioner superintendent".split()
)
NO_NAMES = frozenset(
    (
        "first lady",
        "prime minister",
        "members",
        "ngo",
        "ngos",
        "republic",
        "kingdom",
        "north",
        "south",
        "east",
        "crypto",
        "bitcoin",
        "euro",
        "imams",
        "yogi",
        "synod",
        "rbis",
        "atm",
        "atms",
        "url",
        "urls",
        "id",
        "christmas eve",
    )
)
# Titles of persons alone; the tagger takes "Judge Moroka" for a body now and then.
PERSONAL = frozenset(
    "judge justice king queen prince princess mr mrs ms miss dr sheikh imam elder mk mp mps mla mna aunty uncle madam "
    "amir emir comandante president-elect yogi eng pol lt-general maj-general brig ruler warden rabbi pastor bishop "
    "lord lady sir dame saint col gen capt lt sgt prof advocate lawyer comrade".split()
)
_EDGES = frozenset(".,;:!?\"“”'’‘()[]-–—/&") | _POSSESSIVE


def english_names(text: str, lines: Sequence[Line], tagger: NameTagger) -> list[Name]:
    """All names of the lines, in order."""
    tagged = tagger.tag([line.words for line in lines])
    found: list[Found] = []
    for line, names in zip(lines, tagged, strict=True):
        own: list[Found] = []
        for name in names:
            own += _mended(line, name)
        own = with_bodies(line, own)
        taken = {at for one in own for at in range(one.first, one.last)}
        own += _dateline(line, taken)
        found += [*own, *_listed(line, taken), *_speaking(line, taken)]
    named = [
        name_at(text, lines[one.line], one.first, one.last, KINDS[one.label], one.code)
        for one in agreed(lines, found)
    ]
    named = governments(named, lines)
    named += nominal_bodies(text, named, lines)
    return sorted(named, key=lambda name: name.span)


def _mended(line: Line, tagged: Tagged) -> list[Found]:
    """The name with its ends set right: one, several, or none."""
    first, last = _trimmed(line, tagged.start, tagged.end)
    if first >= last:
        return []
    label = tagged.label
    found: list[Found] = []
    first, last = _known_whole(line.words, first, last)
    if label in ("ORG", "LOC") and _is_titled(line.words, first, last):
        label = "PER"
    cut = _glued(line.words, first, last) if label != "PER" else first
    if cut > first:
        found.append(Found(line.number, cut, last, "PER", {"PER": 0.8, "O": 0.2}))
        last = cut
    for piece in _parted(line, first, last, label):
        start, end = _trimmed(line, *piece)
        if label == "ORG":
            holder = _officer(line.words, start, end)
            if holder > start:
                found.append(Found(line.number, holder, end, "PER", {"PER": 0.8, "O": 0.2}))
                end = holder - 1
        if start < end and label == "PER":
            found += _holder(line, start, end)
            start, end = _person(line, start, end)
        elif start < end and label == "ORG":
            start, end = _office(line, start, end)
        if start < end and not _is_no_name(line.words, start, end):
            whole = " ".join(line.words[start:end])
            if whole.isupper() and len(whole) > 3 and gazetteer().is_place(whole.title()):
                label, tagged = "LOC", replace(tagged, label="LOC", chance={"LOC": 1.0})
            found.append(_known(line, start, end, label, tagged.chance))
    return found


def _officer(words: Sequence[str], first: int, last: int) -> int:
    """Where the person begins in "Department of Trade Director Huang Chien-feng"; else `first`."""
    for at in range(first + 1, last - 1):
        low = words[at].lower()
        is_office = low in OFFICES or low in ("ceo", "chief", "governor", "secretary")
        rest = words[at + 1 : last]
        if is_office and all(
            w[0].isupper() and w.lower() not in BODY_WORDS | OFFICES for w in rest
        ):
            return at + 1
    return first


def _known_whole(words: Sequence[str], first: int, last: int) -> tuple[int, int]:
    """The longest listed name that begins with these words: "Mexico | City"."""
    known = gazetteer()
    for end in range(min(last + 3, len(words)), last, -1):
        whole = " ".join(words[first:end])
        if words[end - 1][0].isupper() and (
            known.country(whole) or known.is_place(whole) or whole in known.bodies
        ):
            return first, end
    return first, last


def _is_titled(words: Sequence[str], first: int, last: int) -> bool:
    """Whether a person's title begins the name and no word for bodies or places ends it."""
    ending = words[last - 1].lower()
    is_title = words[first].lower().rstrip(".") in PERSONAL
    return last - first > 1 and is_title and ending not in BODY_WORDS | PLACE_WORDS


def _glued(words: Sequence[str], first: int, last: int) -> int:
    """Where a person begins behind a country or a body: "Photo: NASA Bill Ingalls"."""
    known = gazetteer()
    ending = words[last - 1].lower()
    if ending in BODY_WORDS or ending in PLACE_WORDS or not known.is_last(words[last - 1]):
        return first
    for cut in (last - 2, last - 3):
        whole = " ".join(words[first:cut]) if cut > first else ""
        is_known = whole in known.bodies or known.country(whole)
        if (
            whole
            and is_known
            and known.is_first(words[cut])
            and words[cut].lower() not in english_words()
        ):
            return cut
    return first


def _is_no_name(words: Sequence[str], first: int, last: int) -> bool:
    """Money ("US$5"), dates ("mid-December") and bare offices ("First Lady")."""
    if last < len(words) and words[last] in ("$", "€", "£"):
        return True
    whole = [word.lower() for word in words[first:last]]
    if any(part in CALENDAR for part in whole[-1].split("-")[1:]):
        return True
    return " ".join(whole) in NO_NAMES


def _holder(line: Line, first: int, last: int) -> list[Found]:
    """The country or body in front of a title inside a person's name: "US House Speaker X"."""
    words = line.words
    cut = _title_end(words, first, last)
    known = gazetteer()
    end = first
    while end < cut and words[end].lower().rstrip(".") not in TITLES:
        end += 1
    if (
        end == first
        and last - first > 1
        and known.country(words[first])
        and not known.is_first(words[first])
    ):
        end = first + 1
    whole = " ".join(words[first:end])
    code = known.country(whole)
    if code:
        return [Found(line.number, first, end, "LOC", {"LOC": 1.0}, code)]
    if whole and (whole in known.bodies or (whole.isupper() and len(whole) > 2)):
        return [Found(line.number, first, end, "ORG", {"ORG": 0.8, "O": 0.2})]
    return []


def _title_end(words: Sequence[str], first: int, last: int) -> int:
    """Behind the last title inside a person's name that has a name behind it."""
    cut = first
    for at in range(first, last - 1):
        low = words[at].lower().rstrip(".")
        if low in TITLES | PERSONAL and not (at > first and gazetteer().is_last(words[at])):
            cut = at + 1
    return cut


def _office(line: Line, first: int, last: int) -> tuple[int, int]:
    """Without "Executive Director of …" in front; nothing when only the office is left."""
    words = line.words
    low = [word.lower() for word in words[first:last]]
    for at, word in enumerate(low):
        if word in OFFICES:
            if at + 2 < len(low) and low[at + 1] in ("of", "for", "at"):
                rest = first + at + 2
                is_body = any(w in BODY_WORDS for w in low[at + 2 :]) or words[rest].isupper()
                return (rest, last) if is_body else (first, first)
            return first, first
    return _body(line, first, last)


def _dateline(line: Line, taken: set[int]) -> list[Found]:
    """As in "KUWAIT CITY (AP) -": capitals at the head of a paragraph that a dash or bracket ends."""
    words = line.words
    end = 0
    while end < min(4, len(words)) and words[end].isupper() and len(words[end]) > 2:
        end += 1
    if not 0 < end < len(words) or words[end] not in ("-", "–", "—", "--", "(", ":", ",", "/"):
        return []
    whole = " ".join(words[:end]).title()
    known = gazetteer()
    if taken.intersection(range(end)) or not (known.is_place(whole) or known.country(whole)):
        return []
    taken.update(range(end))
    return [Found(line.number, 0, end, "LOC", {"LOC": 3.0}, known.country(whole))]


def _speaking(line: Line, taken: set[int]) -> list[Found]:
    """As in "Kwon added": an unknown capitalised word that speaks is a person."""
    words = line.words
    found = []
    for at in range(len(words) - 1):
        word = words[at]
        if at in taken or not word[0].isupper() or len(word) < 3 or word.isupper():
            continue
        if at and words[at - 1][0].isupper():
            continue
        is_new = word.lower() not in english_words() and word.lower() not in CALENDAR | TITLES
        if is_new and words[at + 1] in SPOKE:
            found.append(Found(line.number, at, at + 1, "PER", {"PER": 0.6, "O": 0.4}))
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


# Words in lower case that stand inside names of each kind.
_INSIDE = {
    "PER": LINKS - frozenset("of for and the & y e des".split()),
    "ORG": LINKS | frozenset("on to in a against with".split()),
}


def _parted(line: Line, first: int, last: int, label: str) -> list[tuple[int, int]]:
    """Cut at possessives, at words no name holds, and at "and" where no body's name goes on."""
    words = line.words
    known = gazetteer()
    inside = _INSIDE.get(label, LINKS)
    whole = " ".join(words[first:last])
    if known.country(whole) or known.is_place(whole) or whole in known.bodies:
        return [(first, last)]
    cuts = []
    for at in range(first + 1, last - 1):
        word = words[at]
        if word in _POSSESSIVE:
            if label != "ORG":
                cuts.append(at)
        elif word in ("and", ",", ";", "or"):
            if not (label == "ORG" and _goes_on(words, first, at, last)):
                cuts.append(at)
        elif word.islower() and word.lower() not in inside:
            cuts.append(at)
    edges = [first - 1, *cuts, last]
    return [(a + 1, b) for a, b in pairwise(edges) if a + 1 < b]


def _goes_on(words: Sequence[str], first: int, joint: int, last: int) -> bool:
    """Whether one body's name runs over the "and": "Ministry of Hajj and Umrah", not "X Bank and Y Bank"."""
    left = [word.lower() in BODY_WORDS for word in words[first:joint]]
    right = [word.lower() in BODY_WORDS for word in words[joint + 1 : last]]
    if not any(left) and not any(right):
        return False
    return not (left[-1] and right and right[-1])


def _person(line: Line, first: int, last: int) -> tuple[int, int]:
    """Without title; with the capitalised words that go with the name."""
    words = line.words
    first = _title_end(words, first, last)
    known = gazetteer()
    if last - first > 1 and known.country(words[first]) and not known.is_first(words[first]):
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
    if len(word) == 1 and word.isupper() and word not in "AI":
        return True
    if at == 0 or not word[0].isupper() or low in TITLES | CALENDAR | BODY_WORDS | LINKS:
        return False
    known = gazetteer()
    is_follower = low.endswith(("ist", "ologist")) and not known.is_last(word)
    if (
        low in english_words()
        or known.country(word)
        or known.is_place(word)
        or word.isupper()
        or is_follower
    ):
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
            if at + length < len(words) and words[at + length] in ("$", "€", "£"):
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
