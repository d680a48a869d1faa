"""Whose name it is: the spellings of one actor joined, two actors of one surname kept apart."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from briefer.actors.folding import fold
from briefer.actors.gazetteer import gazetteer
from briefer.actors.name_words import BODY_WORDS, LINKS
from briefer.actors.names import Name
from briefer.model.actors import ActorKind
from briefer.text.name_keys import person_key

_INITIAL = re.compile(r"^[^\W\d_]\.?$")
_LEGAL = frozenset(
    ("inc ltd limited llc plc corp corporation co company ag gmbh sa nv spa group holdings").split()
)
# A short body name is taken for a longer one only within one kind and one document.
_MOST = 400
_OWNED = ("'s", "’s")
_CONTINENTS = ("Europe", "Asia", "Africa", "Americas", "South America")


@dataclass
class Group:
    """One actor of the document and where it is named; `names` stand in order."""

    key: str
    name: str
    kind: ActorKind
    names: list[Name] = field(default_factory=list)
    country: str | None = None


def grouped(names: Sequence[Name], text: str, language: str) -> list[Group]:
    """The actors that the names stand for, in the order of their first mention."""
    people = _People(names, text)
    bodies = _Bodies(names, text)
    groups: dict[str, Group] = {}
    for name in names:
        key, shown, country = _identity(name, people, bodies, language)
        group = groups.setdefault(key, Group(key, shown, name.kind, country=country))
        group.names.append(name)
    return list(groups.values())


def _identity(
    name: Name, people: "_People", bodies: "_Bodies", language: str
) -> tuple[str, str, str | None]:
    """Key, shown name and country of the actor."""
    known = gazetteer()
    if name.kind is ActorKind.PLACE:
        if name.code:
            shown = known.country_name(name.code, language or "en")
            return f"place:{name.code}", shown, name.code
        usual = name.usual or name.text
        if usual.isupper() and len(usual) > 3 and known.is_place(usual.title()):
            usual = usual.title()
        english = known.elsewhere.get(usual, usual)
        if language == "en" and english in _CONTINENTS:
            # Jupiter's moon, not the continent's name in other languages.
            english = usual
        shown = english if language == "en" else usual
        return f"place:{fold(english)}", shown, known.capitals.get(english)
    if name.kind is ActorKind.PERSON:
        full = people.full(name)
        return f"person:{person_key(fold(full))}", full, None
    if name.code:
        # "the Iranian foreign ministry" and "Iran's foreign ministry" are one.
        words = [word for word in name.text.split() if word.islower()]
        full = f"{known.country_name(name.code, 'en')}'s {' '.join(words)}"
        return f"organisation:{fold(full)}", full, name.code
    full = bodies.full(name)
    shown = full if language == "en" or full not in known.bodies.values() else name.text
    return f"organisation:{fold(full)}", shown, None


class _People:
    """The full names of a document's persons."""

    def __init__(self, names: Sequence[Name], text: str) -> None:
        self._text = text
        self._full: list[tuple[int, tuple[str, ...], str]] = []
        seen: dict[tuple[str, ...], str] = {}
        persons = [name for name in names if name.kind is ActorKind.PERSON]
        spelt = {_parts(name.text) for name in persons}
        # Where both are named, "X Jr" is another than X; alone he is called X as well.
        self._ranked = {
            one for one in spelt if (bare := _without_rank(one)) != one and bare in spelt
        }
        counts = Counter(self._known_by(name.text) for name in persons)
        for parts in sorted(counts, key=lambda parts: (-len(parts), -counts[parts])):
            if len(parts) > 1 and len(seen) > _MOST:
                seen[parts] = ""
            elif len(parts) > 1:
                longer = [
                    known
                    for known in seen
                    if _fits(parts, known) and not {parts, known} & self._ranked
                ]
                fulls = {seen[known] or " ".join(known) for known in longer}
                seen[parts] = fulls.pop() if len(fulls) == 1 else ""
        for parts, same in seen.items():
            seen[parts] = same or " ".join(parts)
        self._names = seen
        for name in persons:
            parts = self._known_by(name.text)
            if len(parts) > 1:
                self._full.append((name.span.start, parts, seen[parts]))
        # Comparing each surname with more full names than this would take too long.
        del self._full[_MOST:]

    def _known_by(self, text: str) -> tuple[str, ...]:
        parts = _parts(text)
        return parts if parts in self._ranked else _without_rank(parts)

    def full(self, name: Name) -> str:
        """The full name of the person that a name means: the last so called, else the first."""
        parts = self._known_by(name.text)
        if len(parts) > 1:
            return self._names[parts]
        fitting = [(at, full) for at, known, full in self._full if _fits(parts, known, single=True)]
        if not fitting:
            # "Mauer" where the text has "K.C. Maurer" as well: a slip of the pen.
            fitting = [(at, full) for at, known, full in self._full if _alike(parts[0], known[-1])]
        title = self._text[max(0, name.span.start - 10) : name.span.start].split()[-1:]
        sex = _SEX_OF.get(title[0].lower().rstrip(".")) if title else None
        meant = [(at, full) for at, full in fitting if not _is_other(full, sex)]
        if not meant:
            return " ".join([*(title if fitting else ()), *parts])
        fitting = meant
        fulls = {full for _, full in fitting}
        last = [
            (at, full) for at, known, full in self._full if known[-1] == parts[0] and full in fulls
        ] or fitting
        before = [full for at, full in last if at <= name.span.start]
        return _leading(before) or last[0][1]


def _leading(named: Sequence[str]) -> str:
    """Of those named in full so far the one the text is about, else the last; a father named once is not meant."""
    counts = Counter(named).most_common(2)
    is_clear = len(counts) > 1 and counts[0][1] >= _CLEAR * counts[1][1]
    return counts[0][0] if is_clear else named[-1] if named else ""


# So many times as often as the next one.
_CLEAR = 3
_SEX_OF = {
    **dict.fromkeys(("mrs", "ms", "miss", "lady", "madame", "frau", "señora", "signora"), "f"),
    **dict.fromkeys(("mr", "sir", "lord", "herr", "monsieur", "señor", "signor"), "m"),
}


def _is_other(full: str, sex: str | None) -> bool:
    """Whether a person's given name is borne by the other sex only: Lady Starmer is not Keir."""
    first = fold(full.split(maxsplit=1)[0])
    known = gazetteer()
    return (sex == "f" and first in known.male) or (sex == "m" and first in known.female)


def _alike(one: str, other: str) -> bool:
    """Whether two words differ by a slip: one letter more, less or other."""
    first, second = fold(one), fold(other)
    if (
        min(len(first), len(second)) < 5
        or first[0] != second[0]
        or abs(len(first) - len(second)) > 1
    ):
        return False
    at = 0
    while at < min(len(first), len(second)) and first[at] == second[at]:
        at += 1
    rests = (first[at:], second[at:])
    return rests[0] == rests[1][1:] or rests[1] == rests[0][1:] or rests[0][1:] == rests[1][1:]


def _parts(text: str) -> tuple[str, ...]:
    words = text.replace("\n", " ").split()
    if words and words[-1].endswith(_OWNED):
        words[-1] = words[-1][:-2]
    return tuple(words)


def _without_rank(parts: tuple[str, ...]) -> tuple[str, ...]:
    """Without "Jr" at its end."""
    while len(parts) > 2 and parts[-1].rstrip(".,").lower() in _RANKS:
        parts = parts[:-1]
    return parts


_RANKS = ("jr", "sr", "ii", "iii", "iv")


@lru_cache(maxsize=4_096)
def _bare(parts: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name as they are compared: each name of a text is held against all others."""
    return tuple(fold(word).rstrip(".") for word in parts)


def _fits(short: tuple[str, ...], full: tuple[str, ...], *, single: bool = False) -> bool:
    """Whether the short name can mean the bearer of the full one."""
    one, other = _bare(short), _bare(full)
    if one == other:
        return True
    if single:
        return (
            one[0] in (other[0], other[-1]) or one == other[-1:] or one[0] == "-".join(other[-2:])
        )
    if one[-1] != other[-1]:
        # "Xi" for "Xi Jinping" is a single; "Suu Kyi" ends, "Mohammed bin" would not.
        return False
    rest = iter(other[:-1])
    return all(any(_same_word(word, candidate) for candidate in rest) for word in one[:-1])


def _same_word(short: str, long: str) -> bool:
    if short == long:
        return True
    if _INITIAL.match(short) or _INITIAL.match(long):
        return short[0] == long[0]
    return _alike(short, long)


class _Bodies:
    """The full names of a document's bodies."""

    def __init__(self, names: Sequence[Name], text: str) -> None:
        bodies = [name for name in names if name.kind is ActorKind.ORGANISATION]
        texts = {name.text for name in bodies}
        self._canonical = {name.text: _canonical(name.text, texts) for name in bodies}
        for first, second in pairwise(bodies):
            if _is_defined(first, second, text):
                # "Institute of Strategic Studies (Isis)" is not the Isis that all the world knows.
                self._canonical[second.text] = second.text
        fulls = dict.fromkeys(self._canonical.values())
        self._short: dict[str, str] = {}
        for full in fulls:
            if " " in full:
                for short in _short_forms(full):
                    self._short.setdefault(fold(short), full)
        self._join_parts(list(fulls)[:_MOST])
        for first, second in pairwise(bodies):
            # "Asian Football Confederation (AFC)": what stands in brackets behind is the same.
            if _in_brackets(first, second, text):
                short = self._canonical[second.text]
                if short.isupper() or " " not in short:
                    self._short[fold(short)] = self._canonical[first.text]

    def _join_parts(self, fulls: Sequence[str]) -> None:
        """Let "Supreme Court" be "Supreme Court of Cassation" when no other body has that beginning."""
        for full in fulls:
            words = full.split()
            if len(words) < 2:
                continue
            longer = [
                other
                for other in fulls
                if len(other.split()) > len(words)
                and (
                    other.startswith((full + " of ", full + " for ")) or other.endswith(" " + full)
                )
            ]
            if len(longer) == 1:
                self._short.setdefault(fold(full), longer[0])

    def full(self, name: Name) -> str:
        """The name under which the body is first and fully named."""
        full = self._canonical[name.text]
        return (
            self._short.get(fold(full), full)
            if " " not in full or fold(full) in self._short
            else full
        )


def _in_brackets(first: Name, second: Name, text: str) -> bool:
    between = text[first.span.end : second.span.start]
    return between == " (" and text[second.span.end : second.span.end + 1] == ")"


def _is_defined(first: Name, second: Name, text: str) -> bool:
    """Whether a long name is followed by its own initials in brackets."""
    initials = "".join(word[0] for word in first.text.split() if word[0].isupper())
    short = second.text.casefold()
    return (
        _in_brackets(first, second, text)
        and " " in first.text
        and (short == initials.casefold() or short in _short_forms(first.text))
    )


# Short names that mean one body all over the world; "ANC" may mean antenatal care.
_WORLDWIDE = frozenset(
    "UN U.N. EU E.U. WHO IMF WTO ICC ICJ ECB ECHR OSCE IAEA WFP ICRC FBI CIA NSA DHS DOJ FDA EPA CDC SEC IRS BJP GOP "
    "PLO IRGC PKK ISIS ISIL IDF KMT AP AFP IOC VW HRW".split()
)


def _canonical(text: str, texts: set[str]) -> str:
    """The usual name; a short form keeps to itself unless `texts` have the long one as well."""
    plain = " ".join(text.split())
    for prefix in ("the ", "The "):
        plain = plain.removeprefix(prefix)
    usual = gazetteer().bodies.get(plain, plain)
    if plain.isupper() and plain != usual and plain not in _WORLDWIDE and usual not in texts:
        return plain
    return usual


def _short_forms(full: str) -> list[str]:
    """What a body may be called for short: initials, its first word, its name without "Ltd"."""
    words = full.split()
    forms = []
    capitals = [word for word in words if word[0].isupper()]
    initials = "".join(word[0] for word in capitals)
    if len(initials) > 1:
        forms += [initials, "".join(word[0] for word in words).upper()]
    if words[-1].lower().rstrip(".") in _LEGAL:
        forms.append(" ".join(words[:-1]))
    known = gazetteer()
    first = words[0]
    low = first.lower()
    if low not in BODY_WORDS and low not in LINKS and not known.country(first) and len(first) > 3:
        forms.append(first)
    last = words[-1]
    if last.lower() in BODY_WORDS and last.lower() not in _LEGAL:
        forms.append(last)
    if len(words) > 2 and known.country(first):
        forms.append(" ".join(words[1:]))
    return forms
