"""Names in an English text: the tagger's, mended at their ends, and agreed over the document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from briefer.actors.agreement import Found, agreed
from briefer.actors.body_runs import with_bodies
from briefer.actors.bracketed import with_shortened
from briefer.actors.gazetteer import english_words, gazetteer
from briefer.actors.name_ends import (
    glued_person,
    is_no_name,
    is_titled,
    known_whole,
    minister_at,
    office_ends,
    officer_at,
    parted,
    person_ends,
    person_of,
    title_end,
    trimmed,
)
from briefer.actors.name_words import BODY_WORDS, CALENDAR, TITLES
from briefer.actors.names import Name, name_at
from briefer.actors.results import teams
from briefer.actors.standing_for import governments, halves, nominal_bodies
from briefer.actors.surroundings import SPOKE
from briefer.model.actors import ActorKind

if TYPE_CHECKING:
    from briefer.actors.lines import Line
    from briefer.actors.tagger import NameTagger, Tagged

KINDS = {"PER": ActorKind.PERSON, "ORG": ActorKind.ORGANISATION, "LOC": ActorKind.PLACE}


def english_names(text: str, lines: Sequence[Line], tagger: NameTagger) -> list[Name]:
    """All names of the lines, in order."""
    tagged = tagger.tag([line.words for line in lines])
    found: list[Found] = []
    for line, names in zip(lines, tagged, strict=True):
        own: list[Found] = []
        for name in names:
            own += _mended(line, name)
        own = with_shortened(line, with_bodies(line, own))
        taken = {at for one in own for at in range(one.first, one.last)}
        own += _dateline(line, taken)
        found += [*own, *_listed(line, taken), *_speaking(line, taken)]
    named = [
        name_at(text, lines[one.line], one.first, one.last, KINDS[one.label], _code(lines, one))
        for one in agreed(lines, found)
    ]
    named = teams(governments(named, lines), lines)
    named += halves(text, named, lines)
    named += nominal_bodies(text, named, lines)
    return sorted(named, key=lambda name: name.span)


def _code(lines: Sequence[Line], one: Found) -> str | None:
    """The country's code, also where the name was found by another mention."""
    if one.code or one.label != "LOC":
        return one.code
    return gazetteer().country(" ".join(lines[one.line].words[one.first : one.last]))


def _mended(line: Line, tagged: Tagged) -> list[Found]:
    """The name with its ends set right: one, several, or none."""
    first, last = trimmed(line, tagged.start, tagged.end)
    if first >= last:
        return []
    label = tagged.label
    found: list[Found] = []
    first, last = known_whole(line.words, first, last)
    if label in ("ORG", "LOC") and is_titled(line.words, first, last):
        label = "PER"
    elif label == "PER" and last - first > 2 and line.words[last - 1].lower() in BODY_WORDS:
        # "Dick Clark Productions"
        label, tagged = "ORG", replace(tagged, label="ORG", chance={"ORG": 1.0})
    cut = glued_person(line.words, first, last) if label != "PER" else first
    if cut > first:
        found.append(Found(line.number, cut, last, "PER", {"PER": 0.8, "O": 0.2}))
        last = cut
    holder = minister_at(line.words, first, last) if label != "PER" else first
    if holder > first:
        found.append(Found(line.number, holder, last, "PER", {"PER": 1.0}))
        last = holder
    for piece in parted(line, first, last, label):
        start, end = trimmed(line, *piece)
        if label == "ORG":
            body = person_of(line.words, start, end)
            if body > start:
                found.append(Found(line.number, start, body - 1, "PER", {"PER": 0.9, "O": 0.1}))
                start = body
            holder = officer_at(line.words, start, end)
            if holder > start:
                found.append(Found(line.number, holder, end, "PER", {"PER": 0.8, "O": 0.2}))
                end = holder - 1
        if start < end and label == "PER":
            found += _holder(line, start, end)
            start, end = person_ends(line, start, end)
        elif start < end and label == "ORG":
            start, end = office_ends(line, start, end)
        if start < end and not is_no_name(line.words, start, end):
            whole = " ".join(line.words[start:end])
            if whole.isupper() and len(whole) > 3 and _is_shouted_place(whole):
                label, tagged = "LOC", replace(tagged, label="LOC", chance={"LOC": 1.0})
            found.append(_known(line, start, end, label, tagged.chance))
    return found


def _is_shouted_place(whole: str) -> bool:
    """Whether capitals name a place, not a body whose short name a town bears as well ("NATO")."""
    known = gazetteer()
    return known.is_place(whole.title()) and whole not in known.bodies


def _holder(line: Line, first: int, last: int) -> list[Found]:
    """The country or body in front of a title inside a person's name: "US House Speaker X"."""
    words = line.words
    cut = title_end(words, first, last)
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
        low = word.lower()
        is_new = not (low in english_words() or low in CALENDAR or low in TITLES)
        if is_new and words[at + 1] in SPOKE:
            found.append(Found(line.number, at, at + 1, "PER", {"PER": 0.6, "O": 0.4}))
    return found


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
    end = 0
    for at in [at for at, word in enumerate(words) if word[0].isupper() and at not in taken]:
        if at < end:
            continue
        for length in range(min(5, len(words) - at), 0, -1):
            spots = range(at, at + length)
            whole = " ".join(words[at : at + length])
            if taken.intersection(spots):
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
            end = at + length
            break
    return found
