"""Capitalised runs of a text, cut at possessives, titles and demonyms, each with what it may be."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefer.actors.gazetteer import BODY_WORDS, COURTESY, NO_ACTORS, TITLES, gazetteer
from briefer.model.actors import ActorKind
from briefer.model.text import Sentence, Span

# Words of letters with inner dots, hyphens and apostrophes; a run of 80 letters is no name.
_WORD = re.compile(r"(?:[^\W\d_]\.){2,6}|[^\W\d_][\w’'-]{0,80}")
_LINKS = frozenset(
    [
        "of",
        "de",
        "van",
        "von",
        "bin",
        "der",
        "den",
        "del",
        "la",
        "du",
        "da",
        "di",
        "al",
        "el",
        "for",
        "the",
        "des",
    ]
)
_BEFORE_PLACE = re.compile(r"\b(?:in|at|near|from|to|à|en|im|aus|bei|nach|в|из)\s$", re.IGNORECASE)
_MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Name:
    """A name where it stands. `code` is a country's; `role` the span of a title before it; `nation`
    the country it is said to belong to ("U.S. President Joe Biden")."""

    span: Span
    text: str
    kind: ActorKind
    code: str | None = None
    role: Span | None = None
    nation: str | None = None


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    text: str
    is_first: bool

    @property
    def is_capital(self) -> bool:
        return self.text[:1].isupper()


def find_names(text: str, sentences: Sequence[Sentence]) -> list[Name]:
    """All names of `text` in order."""
    runs = [run for sentence in sentences for run in _runs(text, sentence.span)]
    inside = Counter(run[0].text for run in runs if not run[0].is_first)
    found: list[Name] = []
    for run in runs:
        found.extend(_cut(text, run, inside))
    return found


def _runs(text: str, span: Span) -> Iterator[list[_Word]]:
    """Neighbouring capitalised words, also across "of", "de" and the like."""
    run: list[_Word] = []
    links: list[_Word] = []
    is_first = True
    for hit in _WORD.finditer(text, span.start, span.end):
        word = _word(hit[0], hit.start(), is_first)
        is_first = False
        last = (links or run)[-1] if run else None
        is_near = last is not None and text[last.end : word.start] == " "
        if run and not (is_near and len(run) < _MOST_WORDS):
            yield run
            run, links = [], []
        if word.is_capital:
            run, links = [*run, *links, word], []
        elif run and word.text in _LINKS and len(links) < 2:
            links.append(word)
        else:
            if run:
                yield run
            run, links = [], []
    if run:
        yield run


def _word(text: str, start: int, is_first: bool) -> _Word:  # noqa: FBT001
    for ending in ("'s", "’s", "'", "’"):
        if text.endswith(ending) and len(text) > len(ending):
            text = text[: -len(ending)]
    # "American-led" holds a demonym; "Al-Qaeda" is one name.
    head, hyphen, _ = text.partition("-")
    if hyphen and gazetteer().country(head):
        text = head
    return _Word(start, start + len(text), text, is_first)


def _cut(text: str, run: list[_Word], inside: Counter[str]) -> Iterator[Name]:
    """The names in a run: a leading demonym, then title and name, or one name."""
    known = gazetteer()
    nation: str | None = None
    while run:
        whole = _whole(text, run)
        if known.country(whole) or whole.casefold() in known.bodies or whole in known.places:
            break
        first = run[0]
        lower = first.text.casefold().rstrip(".")
        if lower in NO_ACTORS or (lower in _LINKS and len(run) > 1):
            run = run[1:]
        elif known.country(first.text) and len(run) > 1 and first.text != "New":
            nation = known.country(first.text)
            yield _name(first, first, text, ActorKind.PLACE, code=nation)
            run = run[1:]
        else:
            break
    before = _country_before(text, run[0].start) if run and nation is None else nation
    titles = 0
    while titles < len(run) - 1 and run[titles].text.casefold().rstrip(".") in TITLES:
        titles += 1
    role = None
    if titles:
        words = [word for word in run[:titles] if word.text.casefold().rstrip(".") not in COURTESY]
        role = Span(words[0].start, words[-1].end) if words else None
        run = run[titles:]
    while run and run[-1].text in _LINKS:
        run = run[:-1]
    if run:
        kind, code = _kind(text, run, inside, is_titled=bool(titles))
        if kind is not None:
            nation = before if kind is ActorKind.PERSON and (role or nation) else None
            yield _name(run[0], run[-1], text, kind, code=code, role=role, nation=nation)


def _kind(
    text: str, run: list[_Word], inside: Counter[str], *, is_titled: bool
) -> tuple[ActorKind | None, str | None]:
    known, whole = gazetteer(), _whole(text, run)
    code = known.country(whole)
    words = [word.text.casefold() for word in run]
    if is_titled:
        return (None, None) if words[-1] in NO_ACTORS else (ActorKind.PERSON, None)
    if code:
        return ActorKind.PLACE, code
    if whole.casefold() in known.bodies:
        return ActorKind.ORGANISATION, None
    if whole in known.places:
        return ActorKind.PLACE, None
    if len(run) > 1 and BODY_WORDS.intersection(words):
        return ActorKind.ORGANISATION, None
    if whole.isupper() and whole.isalpha() and 2 <= len(whole) <= 6 and len(run) == 1:
        return ActorKind.ORGANISATION, None
    if len(run) == 1:
        is_known = whole.casefold() not in NO_ACTORS and whole.casefold() not in TITLES
        if is_known and _BEFORE_PLACE.search(text, max(run[0].start - 8, 0), run[0].start):
            return ActorKind.PLACE, None
        # A single unknown word is kept for linking to a full name; alone it is no actor.
        return (
            (ActorKind.PERSON, "?")
            if is_known and (not run[0].is_first or inside[whole])
            else ((ActorKind.PERSON, "?") if is_known else (None, None))
        )
    if 2 <= len(run) <= 4 and not any(word in NO_ACTORS or word in TITLES for word in words):
        return ActorKind.PERSON, None
    return None, None


def _name(
    first: _Word, last: _Word, text: str, kind: ActorKind, *, code: str | None = None,
    role: Span | None = None, nation: str | None = None,
) -> Name:  # fmt: skip
    span = Span(first.start, last.end)
    return Name(span, span.of(text), kind, code, role, nation)


def _whole(text: str, run: list[_Word]) -> str:
    return text[run[0].start : run[-1].end]


def _country_before(text: str, at: int) -> str | None:
    """The country whose possessive stands right before: "Iran's President"."""
    hit = re.search(r"([^\W\d_][\w.-]{1,30})[’']s $", text[max(at - 40, 0) : at])
    return gazetteer().country(hit[1]) if hit else None
