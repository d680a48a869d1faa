"""Where a name begins and ends: what the tagger's names are mended by."""

import re
from collections.abc import Sequence
from itertools import pairwise

from briefer.actors.gazetteer import english_words, gazetteer
from briefer.actors.lines import Line
from briefer.actors.name_words import BODY_WORDS, CALENDAR, FIRMS, LINKS, PLACE_WORDS, TITLES

_POSSESSIVE = frozenset("'s ’s ' ’ 'S ’S".split())
_EDGES = frozenset(".,;:!?\"“”'’‘()[]-–—/&") | _POSSESSIVE
# Offices that the training texts often label as bodies.
_OFFICES = frozenset(
    "director minister undersecretary secretary-general director-general president chairman officer fellow professor "
    "ambassador governor manager commissioner superintendent".split()
)
_HOLDERS = frozenset(
    "ceo spokesperson spokesman spokeswoman director president chairman chairwoman administrator".split()
)
# Capitalised for other reasons than that they name an actor.
_NO_NAMES = frozenset(
    "members ngo ngos republic kingdom north south east crypto bitcoin euro imams yogi synod rbis atm atms url urls id "
    "mba ba ma llb md dg dag ip hh gst vat pcr led eu-wide icu ppe cctv "
    "utc gmt ai dna gdp tv ceo cfo pm mp mps phd faq pdf usb covid covid-19 hiv aids llm pr hr vip suv".split()
) | {"first lady", "prime minister", "christmas eve"}
# Alone or together ("Lieutenant Colonel") these name nobody.
_RANKS = frozenset(
    "deputy lieutenant colonel general major captain sergeant brigadier principal senior chief assistant".split()
)
# The last words of laws, wars and prizes, which the training texts label as bodies.
_THINGS = frozenset(
    "amendment clause act law bill treaty accord accords war cup prize award awards games olympics constitution "
    "declaration protocol bible brief rebellion revolution".split()
)
# Titles of persons alone; the tagger takes "Judge Moroka" for a body now and then.
_PERSONAL = frozenset(
    "datuk dato dato' datin tan seri puan haji judge justice king queen prince princess mr mrs ms miss dr sheikh imam elder mk mp mps mla mna aunty uncle madam "
    "amir emir comandante president-elect yogi eng pol lt-general maj-general brig ruler warden rabbi pastor bishop "
    "lord lady sir dame saint col gen capt lt sgt prof advocate lawyer comrade".split()
)
_ALL_TITLES = TITLES | _PERSONAL
_BODIES_OR_PLACES = BODY_WORDS | PLACE_WORDS
_BODIES_OR_OFFICES = BODY_WORDS | _OFFICES
_NEVER_LAST = TITLES | CALENDAR | BODY_WORDS
_NEVER_FIRST = _NEVER_LAST | _PERSONAL | LINKS


def trimmed(line: Line, first: int, last: int) -> tuple[int, int]:
    """The name without marks, articles and possessives at its ends."""
    words = line.words
    while first < last and (words[first] in _EDGES or words[first].lower() in ("the", "a", "an")):
        first += 1
    while last > first and (
        words[last - 1] in _EDGES or words[last - 1].lower() in ("and", "of", "the")
    ):
        last -= 1
    return first, last


def known_whole(words: Sequence[str], first: int, last: int) -> tuple[int, int]:
    """The longest listed name that begins with these words: "Mexico | City"."""
    known = gazetteer()
    for end in range(min(last + 3, len(words)), last, -1):
        whole = " ".join(words[first:end])
        if whole.isupper() and known.is_place(whole.title()):
            # "KUWAIT CITY"
            return first, end
        if words[end - 1][0].isupper() and (
            known.country(whole) or known.is_place(whole) or whole in known.bodies
        ):
            return first, end
    return first, last


def person_of(words: Sequence[str], first: int, last: int) -> int:
    """Where the body begins in "Teri Allery of North Dakota State University"; else `first`."""
    known = gazetteer()
    for at in range(first + 2, min(first + 4, last - 1)):
        if words[at] == "of" and known.is_first(words[first]) and known.is_last(words[at - 1]):
            is_name = all(word.lower() not in english_words() for word in words[first:at])
            return at + 1 if is_name else first
    return first


def is_titled(words: Sequence[str], first: int, last: int) -> bool:
    """Whether a person's title begins the name and no word for bodies or places ends it."""
    ending = words[last - 1].lower()
    is_title = words[first].lower().rstrip(".") in _PERSONAL
    return last - first > 1 and is_title and ending not in _BODIES_OR_PLACES


def glued_person(words: Sequence[str], first: int, last: int) -> int:
    """Where a person begins behind a country or a body: "Photo: NASA Bill Ingalls"."""
    known = gazetteer()
    ending = words[last - 1].lower()
    if ending in BODY_WORDS or ending in PLACE_WORDS:
        return first
    for cut in (last - 2, last - 3):
        whole = " ".join(words[first:cut]) if cut > first else ""
        is_known = whole in known.bodies or known.country(whole)
        if not (whole and is_known and known.is_first(words[cut])):
            continue
        is_plain = words[cut].lower() not in english_words()
        if known.is_last(words[last - 1]) and is_plain:
            return cut
        if whole in known.bodies and ending not in english_words():
            return cut
    return first


def officer_at(words: Sequence[str], first: int, last: int) -> int:
    """Where the person begins in "Department of Trade Director Huang Chien-feng"; else `first`."""
    for at in range(first + 1, last - 1):
        low = words[at].lower()
        is_office = low in _OFFICES or low in ("ceo", "chief", "governor", "secretary")
        rest = words[at + 1 : last]
        is_office = is_office or (low in TITLES and gazetteer().is_first(words[at + 1]))
        if is_office and all(w[0].isupper() and w.lower() not in _BODIES_OR_OFFICES for w in rest):
            return at + 1
    return first


def minister_at(words: Sequence[str], first: int, last: int) -> int:
    """Where the person begins in "Minister of | Agrarian Development Juan Soto"; else `first`."""
    at = first - 1 - (first > 0 and words[first - 1] == "the")
    if at < 1 or words[at] not in ("of", "for", "to"):
        return first
    known = gazetteer()
    office = words[at - 1].lower()
    if not (office in TITLES or office in _OFFICES) or words[last - 1].lower() in BODY_WORDS:
        return first
    if last - first > 1 and _INITIAL.match(words[last - 1]):
        return last - 1
    for at in range(max(first + 1, last - 3), last - 1):
        is_name = known.is_first(words[at]) and not known.is_place(words[at])
        if is_name and not any(w.islower() or w.lower() in english_words() for w in words[at:last]):
            return at
    return first


# "L.Oyun-Erdene"
_INITIAL = re.compile(r"[A-Z]\.[A-Z][a-z]")


def is_no_name(words: Sequence[str], first: int, last: int) -> bool:
    """Money ("US$5"), dates ("mid-December") and bare offices ("First Lady")."""
    if last < len(words) and words[last] in ("$", "€", "£"):
        return True
    if first and words[first - 1] in ("@", "#"):
        return True
    whole = [word.lower() for word in words[first:last]]
    if any(part in CALENDAR for part in whole[-1].split("-")[1:]):
        return True
    is_person = len(whole) == 2 and gazetteer().is_first(words[first])
    if len(whole) > 1 and whole[-1] in _THINGS and not is_person:
        return True
    return " ".join(whole) in _NO_NAMES or all(low in _RANKS for low in whole)


# Words in lower case that stand inside names of each kind.
_INSIDE = {
    "PER": LINKS - frozenset("of for and the & y e des".split()),
    "ORG": LINKS | frozenset("on to in a against with".split()),
}


def parted(line: Line, first: int, last: int, label: str) -> list[tuple[int, int]]:
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
            if label != "ORG" or _is_person(words[at + 1 : last]):
                cuts.append(at)
        elif word in ("—", "–", "--", "[", "("):
            cuts.append(at)
        elif word in ("and", ",", ";", "or"):
            if not (label == "ORG" and _goes_on(words, first, at, last)):
                cuts.append(at)
        elif word.islower() and word.lower() not in inside:
            cuts.append(at)
    edges = [first - 1, *cuts, last]
    return [(a + 1, b) for a, b in pairwise(edges) if a + 1 < b]


def _is_person(words: Sequence[str]) -> bool:
    """Whether these are a given and a family name: "Leeds University's | Anna Bell"."""
    known = gazetteer()
    return (
        len(words) == 2
        and known.is_first(words[0])
        and known.is_last(words[1])
        and not any(word.lower() in BODY_WORDS for word in words)
    )


def _goes_on(words: Sequence[str], first: int, joint: int, last: int) -> bool:
    """Whether one body's name runs over the "and": "Ministry of Hajj and Umrah", not "X Bank and Y Bank"."""
    known = gazetteer().bodies
    if " ".join(words[first:joint]) in known and " ".join(words[joint + 1 : last]) in known:
        return False
    left = [
        word.lower() in BODY_WORDS or (word.isupper() and joint - first == 1)
        for word in words[first:joint]
    ]
    right = [word.lower() in BODY_WORDS for word in words[joint + 1 : last]]
    if not any(left) and not any(right):
        return False
    if joint - first == 1 and words[first].isupper() and any(right):
        # "CSC and Public Authority of Manpower": two bodies
        return False
    return not (left[-1] and right and right[-1])


def title_end(words: Sequence[str], first: int, last: int) -> int:
    """Behind the last title inside a person's name that has a name behind it."""
    cut = first
    for at in range(first, last - 1):
        low = words[at].lower().rstrip(".")
        if low in _ALL_TITLES and not _is_part(words, at, first):
            cut = at + 1
    return cut


def _is_part(words: Sequence[str], at: int, first: int) -> bool:
    """Whether a word for a title is part of the name here: "Hossein Amir Abdollahian"."""
    known = gazetteer()
    if words[at].lower() in ("amir", "emir"):
        return words[at + 1].lower() not in _ALL_TITLES and not (
            at > 0 and words[at - 1].lower() == "the"
        )
    return at > first and known.is_last(words[at])


def person_ends(line: Line, first: int, last: int) -> tuple[int, int]:
    """Without title; with the capitalised words that go with the name."""
    words = line.words
    first = title_end(words, first, last)
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
    if at == 0 or not word[0].isupper() or low in _NEVER_FIRST:
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
    if not word[0].isupper() or low in _NEVER_LAST or word.isupper():
        return False
    known = gazetteer()
    return not (low in english_words() or known.country(word) or known.is_place(word))


def office_ends(line: Line, first: int, last: int) -> tuple[int, int]:
    """Without "Executive Director of …" in front; nothing when only the office is left."""
    words = line.words
    while last - first > 1 and words[last - 1].lower() in _HOLDERS and words[last - 2][0].isupper():
        # "Museum of Flight CEO"
        last -= 1
    low = [word.lower() for word in words[first:last]]
    for at, word in enumerate(low):
        if word in _OFFICES:
            if at + 2 < len(low) and low[at + 1] in ("of", "for", "at"):
                rest = first + at + 2
                is_body = any(w in BODY_WORDS for w in low[at + 2 :]) or words[rest].isupper()
                return (rest, last) if is_body else (first, first)
            return first, first
    return _body(line, first, last)


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
        and words[last - 1].lower().rstrip(".") not in FIRMS
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
