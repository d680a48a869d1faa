"""What one state of a briefing has that another has not: sections, items and their words."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from briefer.model.briefing import (
    ArticleItem,
    Briefing,
    Content,
    IssueDetails,
    JudgementItem,
    QuoteItem,
    Section,
    TextItem,
)
from briefer.text.differences import Kind, word_changes

# Texts that share at least this much of their words are one text, changed (as sentences of copies are).
_ALIKE = 0.5
# What each field of the details is called; a field that is not named here is none that is printed.
_DETAILS = {
    "title": "Title",
    "series": "Series",
    "issue": "Issue number",
    "date": "Date",
    "period": "Period covered",
    "cutoff": "Information cut-off",
    "next_issue": "Next issue",
    "version": "Version",
    "prepared_by": "Prepared by",
    "recipients": "Recipients",
    "marking": "Marking",
    "language": "Language",
    "template": "Template",
    "paper": "Paper",
    "annex": "Annex",
    "numbered": "Numbered sections",
    "tags": "Tags of what is new",
    "pages": "Pages at most",
    "acronyms": "Abbreviations",
    "accent": "Colour of headings",
}
Naming = Callable[[Content], str]
Pieces = tuple[tuple[Kind, str], ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that was added, cut, moved or changed, or ("same") the section that such things are in.

    `of` is "details", "section" or "item"; `pieces` are (kind, text), several where words changed;
    `note` says in words what else is to be known ("moved here from Top stories").
    """

    kind: Kind
    of: str
    pieces: Pieces
    note: str = ""


def differences(old: Briefing, new: Briefing, naming: Naming) -> list[Difference]:
    """What became of `old` in `new`, section by section; nothing where both say the same.

    `naming` gives the line by which a content is known.
    """
    return [*_details(old.details, new.details), *_Sections(old, new, naming).differences()]


def _details(old: IssueDetails, new: IssueDetails) -> list[Difference]:
    found = []
    for name, label in _DETAILS.items():
        before, after = _written(getattr(old, name)), _written(getattr(new, name))
        if before != after:
            changes = word_changes(before, after)
            found.append(Difference("changed", "details", (("same", f"{label}: "), *changes)))
    return found


def _written(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "; ".join(map(str, value)) if isinstance(value, tuple) else str(value)


@dataclass(eq=False)
class _Place:
    """An item with the section it stands in."""

    section: Section
    content: Content
    text: str
    partner: "_Place | None" = None


class _Sections:
    """Finds which sections and items of the two are the same ones."""

    def __init__(self, old: Briefing, new: Briefing, naming: Naming) -> None:
        self._old, self._new = old.sections, new.sections
        # New section to the old one it was, by number.
        self._were: dict[int, int] = {}
        self._pair_sections()
        self._before = [_places(section, naming) for section in old.sections]
        self._after = [_places(section, naming) for section in new.sections]
        self._pair_items()

    def differences(self) -> list[Difference]:
        found: list[Difference] = []
        order = [self._were[n] for n in sorted(self._were)]
        stayed = _longest_run(order)
        left = {old: n for n, old in self._were.items()}
        for number, section in enumerate(self._new):
            was = self._were.get(number)
            inside = self._items(number, was)
            found += self._head(section, was, inside, moved=was is not None and was not in stayed)
            found += inside
        for number, section in enumerate(self._old):
            if number not in left:
                found.append(Difference("cut", "section", (("cut", section.heading),)))
                found += [_gone(place) for place in self._before[number] if place.partner is None]
        return found

    def _head(
        self, section: Section, was: int | None, inside: Sequence[Difference], *, moved: bool
    ) -> list[Difference]:
        heading = section.heading
        if was is None:
            return [Difference("added", "section", (("added", heading),))]
        before = self._old[was].heading
        if before != heading:
            note = "renamed and moved" if moved else "renamed"
            return [Difference("changed", "section", word_changes(before, heading), note)]
        if moved:
            return [Difference("moved", "section", (("moved", heading),), "moved")]
        return [Difference("same", "section", (("same", heading),))] if inside else []

    def _items(self, number: int, was: int | None) -> list[Difference]:
        """What became of the items of a section, in their order now; then what went."""
        after = self._after[number]
        before = self._before[was] if was is not None else []
        at = {id(place): n for n, place in enumerate(before)}
        here = [at[id(p.partner)] for p in after if p.partner is not None and id(p.partner) in at]
        stayed = _longest_run(here)
        found: list[Difference] = []
        for place in after:
            partner = place.partner
            if partner is None:
                found.append(Difference("added", "item", (("added", place.text),)))
                continue
            comes = id(partner) not in at
            moved = comes or at[id(partner)] not in stayed
            note = f"from “{partner.section.heading}”" if comes else "moved" if moved else ""
            if partner.text != place.text:
                changes = word_changes(partner.text, place.text)
                found.append(Difference("changed", "item", changes, note))
            elif moved:
                found.append(Difference("moved", "item", (("moved", place.text),), note))
        return found + [_gone(place) for place in before if place.partner is None]

    def _pair_sections(self) -> None:
        """First those of one kind and heading, then those of one kind in order."""
        taken: set[int] = set()
        for with_heading in (True, False):
            for n, new in enumerate(self._new):
                alike = (
                    o
                    for o, old in enumerate(self._old)
                    if o not in taken
                    and old.kind is new.kind
                    and (old.heading == new.heading or not with_heading)
                )
                found = next(alike, None) if n not in self._were else None
                if found is not None:
                    self._were[n] = found
                    taken.add(found)

    def _pair_items(self) -> None:
        """The same content, then the same article, quote or actor, then texts that are alike; each
        first in its own section, then anywhere."""
        for same in (lambda p: (p.content, p.text), lambda p: _identity(p.content)):
            for number, was in self._were.items():
                _pair(self._before[was], self._after[number], same)
            _pair(_all(self._before), _all(self._after), same)
        for number, was in self._were.items():
            _pair_alike(self._before[was], self._after[number])


def _places(section: Section, naming: Naming) -> list[_Place]:
    return [_Place(section, item.content, _said(item.content, naming)) for item in section.items]


def _said(content: Content, naming: Naming) -> str:
    """All that a person decided on an item, in one line."""
    parts = [" ".join(naming(content).split())]
    if isinstance(content, ArticleItem):
        if content.sentences is not None:
            numbers = ", ".join(str(number + 1) for number in content.sentences)
            parts.append(f"sentences {numbers}" if numbers else "no sentence")
        elif content.length:
            parts.append(f"{content.length} sentence{'' if content.length == 1 else 's'}")
    note = getattr(content, "note", "")
    parts += [" ".join(note.split())] if note else []
    return " · ".join(parts)


def _identity(content: Content) -> Hashable:
    """What an item is of, whatever is said of it; None for words of the user's own."""
    if isinstance(content, TextItem | JudgementItem):
        return None
    if isinstance(content, ArticleItem):
        return ("article", content.article)
    if isinstance(content, QuoteItem):
        return ("quote", content.article, content.span)
    span = getattr(content, "span", None)
    return (content.type, getattr(content, "actor", None) or content.article, span)


def _pair(
    before: Sequence[_Place], after: Sequence[_Place], same: Callable[[_Place], Hashable]
) -> None:
    waiting: dict[Hashable, list[_Place]] = {}
    taken = {id(place.partner) for place in after}
    for place in before:
        key = same(place)
        if place.partner is None and id(place) not in taken and key is not None:
            waiting.setdefault(key, []).append(place)
    for place in after:
        found = waiting.get(same(place))
        if place.partner is None and found:
            place.partner = found.pop(0)
            place.partner.partner = place


def _pair_alike(before: Sequence[_Place], after: Sequence[_Place]) -> None:
    for place in after:
        if place.partner is not None:
            continue
        words = place.text.split()
        for other in before:
            if other.partner is None and other.content.type == place.content.type:
                matcher = SequenceMatcher(None, other.text.split(), words, autojunk=False)
                if matcher.ratio() >= _ALIKE:
                    place.partner, other.partner = other, place
                    break


def _all(places: Sequence[Sequence[_Place]]) -> list[_Place]:
    return [place for row in places for place in row]


def _gone(place: _Place) -> Difference:
    return Difference("cut", "item", (("cut", place.text),))


def _longest_run(order: Sequence[int]) -> set[int]:
    """The most numbers that stand in rising order: those stayed, the others moved."""
    best: list[list[int]] = []
    longest: list[int] = []
    for number in order:
        run: list[int] = []
        for other in best:
            if other[-1] < number and len(other) > len(run):
                run = other
        best.append([*run, number])
        if len(best[-1]) > len(longest):
            longest = best[-1]
    return set(longest)
