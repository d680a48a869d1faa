"""What persons are called by office: titles before names, and what is said in commas beside them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from briefer.actors.gazetteer import english_words, gazetteer
from briefer.actors.inflection import is_declined, stem
from briefer.actors.lines import Line
from briefer.actors.name_words import COMPOUND_TITLES, COURTESY, ROLE_NOUNS, TITLES
from briefer.actors.names import Name
from briefer.model.actors import ActorKind, Role
from briefer.model.text import Span

# An apposition longer than this (in words) tells a story, not an office.
_LONGEST = 16
_DETERMINERS = frozenset(
    "the a an another his her their our its one ihr ihre sein seine son sa ses su sus der die das ein eine le la l' l’ un une "
    "el los las una il lo i gli o ο η οι το του της".split()
)
_FORMER = frozenset(
    (
        "former ex then-president ex-president late ehemalige ehemaliger ehemaligen früherer frühere "
        "früheren ancien ancienne ex- expresidente anterior бывший бывшая πρώην سابق السابق السابقة"
    ).split()
)
_PORTFOLIOS = frozenset(
    "transport economy energy agriculture environment education labour labor culture tourism industry development "
    "infrastructure digital housing climate security technology trade science sports information investment home "
    "state transportation commerce planning water fisheries mining petroleum immigration communications higher "
    "social welfare youth women affairs external internal public works cabinet press chief".split()
)
_RANKS = frozenset(
    "вице заместитель первый бывший экс αναπληρωτής πρώην vice ancien ancienne ex primer viceministro".split()
)
# Malay honours stand between office and name.
_HONOURS = frozenset("datuk dato seri tan sri puan haji".split())
_CALLED = COURTESY | _HONOURS
_STOPS = frozenset(',;:.!?()[]"“”„«»–—') | {
    "who",
    "which",
    "that",
    "whose",
    "where",
    "when",
    "said",
    "says",
    "told",
}
_VERBS = frozenset(
    (
        "is was are were has had have will would said says told be been being did does do can could "
        "may"
    ).split()
)


def roles_of(
    names: Sequence[Name], lines: Sequence[Line], text: str, language: str
) -> dict[Span, list[Role]]:
    """From the span of a person's name to the roles that stand beside it."""
    taken = {(name.line, at): name for name in names for at in range(name.first, name.last)}
    found: dict[Span, list[Role]] = {}
    for name in names:
        if name.kind is not ActorKind.PERSON:
            continue
        line = lines[name.line]
        spans = [
            *_before(name, line, taken),
            *_beside(name, line),
            *_apposed_to(name, line, language, taken),
        ]
        if not spans and language != "en":
            spans = list(_further_before(name, line, language, taken))
        roles = [Role(span, span.of(text)) for span in spans if span.end - span.start < 160]
        if roles:
            found[name.span] = roles
    return found


def is_former(role: str) -> bool:
    """Whether the role's own words say that it is over."""
    return any(word in _FORMER or word.startswith("ex-") for word in role.casefold().split())


def _before(name: Name, line: Line, taken: dict[tuple[int, int], Name]) -> Iterator[Span]:
    """As in "Foreign Minister X", "former president X", "spokesman X"."""
    words = line.words
    at = name.first
    while at > 0 and _is_title(words, at - 1, taken, line.number):
        at -= 1
    while at < name.first and words[at].lower() in ("and", "of", "the", "-"):
        at += 1
    kept = [
        spot for spot in range(at, name.first) if words[spot].lower().rstrip(".") not in _CALLED
    ]
    if kept and any(words[spot].lower().rstrip(".") in ROLE_NOUNS for spot in kept):
        yield _span(line, kept[0], kept[-1] + 1)


def _is_title(words: Sequence[str], at: int, taken: dict[tuple[int, int], Name], line: int) -> bool:
    if (line, at) in taken:
        return False
    low = words[at].lower().rstrip(".")
    if low in _KIN:
        return False
    if low in TITLES or low in ROLE_NOUNS or low in _FORMER or low in _HONOURS:
        return True
    following = words[at + 1].lower() if at + 1 < len(words) else ""
    if low in _PORTFOLIOS and following in (
        "minister",
        "secretary",
        "commissioner",
        "and",
        "ministers",
    ):
        return True
    if low.endswith(COMPOUND_TITLES):
        return True
    parts = low.split("-")
    return len(parts) > 1 and all(part in TITLES or part in ("ex", "in") for part in parts)


def _further_before(
    name: Name, line: Line, language: str, taken: dict[tuple[int, int], Name]
) -> Iterator[Span]:
    """As in "министр транспорта Казахстана X", "le ministre français des transports X"."""
    words = line.words
    for at in range(name.first - 1, max(name.first - 7, -1), -1):
        low = words[at].lower()
        other = taken.get((name.line, at))
        if other is not None and other.kind is ActorKind.PERSON:
            return
        if words[at] in _STOPS or low in _VERBS:
            return
        # "Son homologue X": to English ears a son.
        if low in _KIN:
            continue
        if (
            low in ROLE_NOUNS
            or low.endswith(COMPOUND_TITLES)
            or stem(low, language) in _role_stems(language)
        ):
            start = at
            while start > 0 and words[start - 1].lower() in _RANKS:
                start -= 1
            yield _span(line, start, name.first)
            return


@cache
def _role_stems(language: str) -> frozenset[str]:
    """Words for offices without their endings, in the script of a language that declines them."""
    if not is_declined(language) or language == "de":
        return frozenset()
    return frozenset(stem(word, language) for word in ROLE_NOUNS if not word.isascii())


def _beside(name: Name, line: Line) -> Iterator[Span]:
    """As in "X, the French minister for Europe, said"."""
    words = line.words
    at = name.last
    if at < len(words) and words[at] == "(" and ")" in words[at : at + 6]:
        at = words.index(")", at) + 1
    if at >= len(words) - 1 or words[at] != ",":
        return
    start = at + 1
    if words[start].lower() in _DETERMINERS or words[start].lower() in ("also", "now", "currently"):
        start += 1
    if start < len(words) and words[start].lower() in _DETERMINERS:
        start += 1
    end = start
    while end < len(words) and words[end] not in _STOPS and end - start < _LONGEST:
        end += 1
    head = _head(words, start, min(end, start + 7))
    if head is None or any(word in _VERBS for word in words[start:end]):
        return
    if end - start >= _LONGEST or (end < len(words) and words[end] not in _STOPS):
        end = head + 1
    yield _span(line, start, end)


def _apposed_to(
    name: Name, line: Line, language: str, taken: dict[tuple[int, int], Name]
) -> Iterator[Span]:
    """As in "The foreign minister, X, said"; "the group's leader, X"."""
    words = line.words
    at = name.first
    if at < 2 or words[at - 1] != ",":
        return
    end = at - 1
    after = words[name.last] if name.last < len(words) else "."
    if after not in (",", ".", ":", "”", '"', ")", "and", "who"):
        return
    if language != "en":
        yield from _further_before(replace(name, first=end), line, language, taken)
        return
    start = end
    while start > 0 and words[start - 1] not in _STOPS and end - start < 8:
        start -= 1
        if words[start].lower() in _DETERMINERS or words[start] in ("'s", "’s"):
            start += 1
            break
    if start >= end or any(word in _VERBS or _is_verb(word) for word in words[start:end]):
        return
    head = _head(words, start, end)
    if head is None:
        return
    follows = words[head + 1].lower() if head + 1 < end else ""
    if not follows or follows in ("of", "for", "to", "in", "at"):
        yield _span(line, start, end)


_KIN = frozenset("son daughter wife husband widow mother father brother sister".split())


def _is_verb(word: str) -> bool:
    """Whether a word is more often a verb's form than anything else: "identified"."""
    return word not in TITLES and word not in ROLE_NOUNS and english_words().get(word) in ("d", "z")


def _head(words: Sequence[str], start: int, end: int) -> int | None:
    """Where the word stands that names the office."""
    for at in range(start, end):
        low = words[at].lower().rstrip(".")
        if at > start and low in ("for", "of", "in", "to", "at", "with", "on", "by", "from"):
            return None
        if low in _KIN:
            return None
        if low in ROLE_NOUNS or (low.endswith(_ENDINGS) and low not in gazetteer().first):
            following = words[at + 1].lower() if at + 1 < len(words) else ""
            if following in ROLE_NOUNS or following == "minister":
                continue
            return at
    return None


_ENDINGS = (
    "minister",
    "president",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "ologist",
    "chairman",
    "woman-in-chief",
)


def _span(line: Line, first: int, last: int) -> Span:
    return Span(line.tokens[first].start, line.tokens[last - 1].end)


def country_beside(name: Name, line: Line) -> str | None:
    """The country whose demonym or possessive stands before a person's title."""
    words = line.words
    known = gazetteer()
    at = name.first
    while at > 0 and words[at - 1].lower().rstrip(".") in TITLES:
        at -= 1
    if at > 1 and words[at - 1] in ("'s", "’s"):
        at -= 1
    for length in (1, 2, 3):
        if at - length >= 0:
            code = known.country(" ".join(words[at - length : at]))
            if code:
                return code
    return None


_BLANKS = re.compile(r"\s+")


def plain(role: str) -> str:
    """The role on one line."""
    return _BLANKS.sub(" ", role)
