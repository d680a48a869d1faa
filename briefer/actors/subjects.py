"""Who is the subject of a verb of saying: the words that name the speaker, in front or behind it."""

from dataclasses import dataclass

from briefer.actors.cues import SAYING
from briefer.actors.name_words import CALENDAR, ROLE_NOUNS
from briefer.actors.passages import Naming, Passage
from briefer.model.actors import ActorKind

PRONOUNS = frozenset(
    (
        "he she it they we i who il elle ils elles er sie él ella ellos lui lei egli он она они "
        "αυτός αυτή"
    ).split()
)
_AUXILIARIES = frozenset(
    (
        "has have had is was are were would will did does do also then later again repeatedly "
        "recently previously once never not n't n’t just even still often further reportedly publicly "
        "avait avaient aura auront ont eu également notamment d'abord d’abord aussi encore toutefois cependant hatte hatten "
        "privately only already always instead first soon finally flat-out very really initially thereby ’ve 've ’s 's a ont hat haben habe ha han va quickly simply"
    ).split()
)
_DAYS = frozenset(
    (
        "today yesterday tomorrow tonight earlier morning afternoon evening night week month year on "
        "late early last this in at"
    ).split()
)
# These stand as subjects of their own: "some said", "others said".
_PLURALS = frozenset("some many several both all another these those".split())
_DETERMINERS = frozenset(
    (
        "the a an this that these those his her its their our my some many several one two another "
        "both all der die das ein eine le la les un une des el los las una il lo gli i"
    ).split()
)
PREPOSITIONS = frozenset(
    (
        "of for at with from to in on by about against under after before during over into between "
        "among through for via per pour mit von bei para con"
    ).split()
)
_ENDS = frozenset(',.;:—–-()"“”!?') | frozenset(
    "who which that while when as if because but and though although where whether so how what why since until "
    "amid".split()
)
# To whom, when or where it was said: "sagte Lang | dem Sender", "sagte die Ministerin | am Montag".
_FURTHER = frozenset(
    "dem am im beim zum zur vom gegenüber nach an mit dans lors lundi mardi mercredi jeudi vendredi".split()
)
_STOPS = _ENDS | _FURTHER
_BOUNDS = PREPOSITIONS | _ENDS
_LIMITS = _BOUNDS | _DETERMINERS
_LONGEST = 12


@dataclass(frozen=True, slots=True)
class Subject:
    """Words `first` to `last` (exclusive); `naming` when they are, or hold as their head, a name."""

    first: int
    last: int
    naming: Naming | None
    pronoun: str = ""


def is_phrase(subject: Subject) -> bool:
    """Whether the subject is neither a name nor a pronoun."""
    return subject.naming is None and not subject.pronoun


def subject_before(passage: Passage, verb: int, start: int) -> Subject | None:
    """The subject of the verb at word `verb`, looked for from there back to word `start`."""
    at = _skipped(passage, verb - 1, start)
    if at < start:
        return None
    low = passage.low
    if low[at] in (",", "—", "–", "--", "-", ")"):
        return _before_aside(passage, at, start)
    return _ending_at(passage, at, start)


def subject_after(passage: Passage, verb: int, end: int) -> Subject | None:
    """The subject behind the verb: "said the minister"."""
    at = verb + 1
    low = passage.low
    while at < end and (low[at].endswith("ly") or low[at] in ("also", "then")):
        at += 1
    if at >= end or low[at] in _ENDS or low[at] in PREPOSITIONS:
        return None
    if low[at] in PRONOUNS:
        return Subject(at, at + 1, None, low[at])
    if low[at].endswith(("-t-elle", "-elle", "-t-il", "-il")):
        return Subject(at, at + 1, None, low[at].rpartition("-")[2])
    limit = min(end, at + _LONGEST)
    last = at
    while last < limit and low[last] not in _STOPS and passage.quote_of[last] is None:
        last += 1
    for spot in range(at, last):
        naming = passage.naming.get(spot)
        if naming is not None:
            if any(word in PREPOSITIONS for word in low[at:spot]):
                break
            if naming.actor.kind is not ActorKind.PERSON and not ROLE_NOUNS.isdisjoint(
                low[at:spot]
            ):
                # "ein Sprecher der Stadt Ulm"
                break
            if naming.actor.kind is not ActorKind.PERSON and _is_bearer(passage, naming.last, last):
                continue
            return Subject(at, max(naming.last, at + 1), naming)
    aside = passage.naming.get(last + 1) if last < end and low[last] == "," else None
    if aside is not None and aside.first == last + 1 and _is_person(aside):
        # "a déclaré le ministre des transports, Julien Marchetti"
        return Subject(aside.first, aside.last, aside)
    if (
        low[at] in _DETERMINERS
        or passage.tokens[at].text[0].isupper()
        or low[at] in ROLE_NOUNS
        or low[at].endswith("s")
    ):
        return Subject(at, last, None) if last > at else None
    return None


def _is_bearer(passage: Passage, first: int, last: int) -> bool:
    """Whether a noun for persons follows: "the Trump spokesman", "Kremlin aides"."""
    return first < last and passage.low[first] not in _BOUNDS


def _skipped(passage: Passage, at: int, start: int) -> int:
    """Back over helping verbs, adverbs and dates: "Raisi on Monday said"."""
    low = passage.low
    while at >= start:
        word = low[at]
        is_date = word in CALENDAR or word.isdigit() or word in _DAYS
        if at in passage.naming or not (
            word in _AUXILIARIES
            or is_date
            or (word.endswith("ly") and len(word) > 4 and word not in ("family", "july"))
        ):
            break
        at -= 1
    return at


def _before_aside(passage: Passage, at: int, start: int) -> Subject | None:
    """The subject in front of what stands between commas, dashes or brackets."""
    low = passage.low
    opening = "(" if low[at] == ")" else low[at]
    marks = [
        spot for spot in range(start, at) if low[spot] == opening and passage.quote_of[spot] is None
    ]
    aside = passage.naming.get(at - 1)
    if aside is not None and marks and aside.first == marks[-1] + 1 and _is_person(aside):
        # "the minister's spokeswoman, Anna Bell, said"
        return Subject(aside.first, aside.last, aside)
    for wanted in (_is_person, _is_actor):
        for spot in marks:
            end = _before_bracket(passage, spot, start)
            naming = passage.naming.get(end - 1)
            if naming is None or naming.last != end or not wanted(naming):
                continue
            if naming.first > start and low[naming.first - 1] in PREPOSITIONS:
                continue
            found = _ending_at(passage, end - 1, start)
            if found is not None:
                return found
    for spot in reversed(marks):
        end = _before_bracket(passage, spot, start)
        if end - 1 >= start and low[end - 1] not in _ENDS:
            found = _ending_at(passage, end - 1, start)
            if found is not None and found.first < spot:
                return found
    # "In a statement, said X" and the like: the clause before the comma holds no subject.
    naming = _first_name(passage, start, at)
    return Subject(naming.first, naming.last, naming) if naming and not marks else None


def _before_bracket(passage: Passage, spot: int, start: int) -> int:
    """`spot`, or where the bracket opens that closes right before it: "Jim Jordan (R-Ohio), a"."""
    if passage.low[spot - 1] != ")":
        return spot
    at = spot - 1
    while at > start and passage.low[at] != "(" and spot - at < _LONGEST:
        at -= 1
    return at


def _is_person(naming: Naming) -> bool:
    return naming.actor.kind is ActorKind.PERSON


def _ending_at(passage: Passage, at: int, start: int) -> Subject | None:
    """The noun phrase whose last word is `at`."""
    low = passage.low
    if low[at] in PRONOUNS:
        return Subject(at, at + 1, None, low[at])
    naming = passage.naming.get(at)
    if naming is not None and not _is_where(passage, naming, start):
        first = max(naming.first, start)
        head = _governor(passage, first, start)
        if head is not None:
            return Subject(head, at + 1, None)
        while first > start and low[first - 1] in ROLE_NOUNS and (first - 1) not in passage.naming:
            first -= 1
        return Subject(first, at + 1, naming)
    if (
        low[at] in _ENDS
        or low[at] in SAYING
        or low[at] in PREPOSITIONS
        or low[at] in _DETERMINERS - _PLURALS
    ):
        return None
    first = at
    while first > start and at - first < _LONGEST:
        before = low[first - 1]
        if before in _DETERMINERS:
            first -= 1
            if (
                first > start
                and low[first - 1] in PREPOSITIONS
                and low[first - 1] in ("of", "for", "at", "with")
            ):
                first -= 1
                continue
            break
        if before in _ENDS or before in SAYING or passage.quote_of[first - 1] is not None:
            break
        if before in PREPOSITIONS and before not in ("of", "for", "at", "with", "from", "in"):
            break
        first -= 1
    holder = _holder(passage, first, at)
    return Subject(first, at + 1, holder)


def _is_where(passage: Passage, naming: Naming, start: int) -> bool:
    """Whether a place only says where: "a trader in Constanta said"."""
    is_place = naming.actor.kind is ActorKind.PLACE
    return is_place and naming.first > start and passage.low[naming.first - 1] in PREPOSITIONS


def _governor(passage: Passage, first: int, start: int) -> int | None:
    """Where "a spokesman for" begins when it stands before the name at `first`."""
    low = passage.low
    at = first - 1
    if at >= start and low[at] in ("the", "'s", "’s"):
        at -= 1
    if at <= start or low[at] not in ("for", "of", "at", "with", "to", "from"):
        return None
    spot = at - 1
    while spot > start and low[spot - 1] not in _LIMITS and at - spot < 6:
        spot -= 1
    nouns = set(low[spot:at])
    if not nouns & ROLE_NOUNS and not any(
        word.rstrip("s") in ROLE_NOUNS or word in _GROUPS for word in nouns
    ):
        return None
    return spot - 1 if spot > start and low[spot - 1] in _DETERMINERS else spot


_GROUPS = frozenset(
    (
        "campaign team office camp administration government ministry group party family department "
        "embassy spokesmen allies aides officials members supporters critics people representatives "
        "statement"
    ).split()
)


def _holder(passage: Passage, first: int, last: int) -> Naming | None:
    """A name that is the head of the phrase: its last word is the name's last word."""
    naming = passage.naming.get(last)
    return naming if naming is not None and naming.first >= first else None


def _is_actor(naming: Naming) -> bool:
    return naming.actor.kind is not ActorKind.PLACE or naming.actor.country is not None


def _first_name(passage: Passage, start: int, end: int) -> Naming | None:
    for at in range(start, end):
        naming = passage.naming.get(at)
        if naming is not None and passage.quote_of[at] is None and _is_actor(naming):
            return naming
    return None


def clause_subject(passage: Passage, start: int, end: int) -> Subject | None:
    """The first pronoun or name of a clause that may be its subject."""
    low = passage.low
    for at in range(start, end):
        if passage.quote_of[at] is not None:
            continue
        if low[at] in PRONOUNS and low[at] not in ("who", "i", "we"):
            return Subject(at, at + 1, None, low[at])
        naming = passage.naming.get(at)
        if naming is None or not _is_actor(naming):
            continue
        before = low[at - 1] if at > start else ""
        if before in PREPOSITIONS:
            continue
        after = low[naming.last] if naming.last < len(low) else ""
        if after in ("'s", "’s"):
            return None
        return Subject(naming.first, naming.last, naming)
    return None
