"""Names that stand for others: a capital for its government, "Iran's foreign ministry" for a body."""

from collections.abc import Iterator, Sequence

from briefer.actors.cues import SAYING
from briefer.actors.gazetteer import gazetteer
from briefer.actors.lines import Line
from briefer.actors.names import Name, name_at
from briefer.model.actors import ActorKind

_WILLING = frozenset(
    "is was has had will would may might could should must wants wanted plans planned seeks sought hopes hoped "
    "fears feared refuses refused agreed accuses accused requests requested needs backs backed supports supported "
    "opposes opposed expects expected considers denies views sees sent imposed recalled summoned responded reacted "
    "retaliated insists blames blamed calls called".split()
)
_PLACING = frozenset("in at from near to outside around into through of across between and".split())
# "Tehran is ready" speaks of a government, "Kabul is burning" of a city.
_MINDS = frozenset(
    "ready willing prepared committed determined open keen reluctant eager likely unlikely able not also".split()
)
_BODIES = frozenset(
    "ministry army military government parliament court police navy embassy cabinet presidency regulator intelligence "
    "treasury bank prosecutor's prosecutors".split()
)
_KINDS = frozenset(
    "foreign defence defense interior health finance justice trade energy education agriculture transport central "
    "supreme constitutional high air state federal national communist ruling tourism labour labor economy".split()
)
_BETWEEN = frozenset(
    "has had have also later earlier on in a and the statement monday tuesday wednesday thursday friday saturday sunday".split()
)


def governments(names: Sequence[Name], lines: Sequence[Line]) -> list[Name]:
    """The names, a capital that is said to want or say something counted for its country."""
    capitals = gazetteer().capitals
    return [
        name.as_kind(ActorKind.PLACE, capitals[name.text])
        if name.code is None
        and name.kind is ActorKind.PLACE
        and name.text in capitals
        and _is_willing(name, lines[name.line])
        else name
        for name in names
    ]


def halves(text: str, names: Sequence[Name], lines: Sequence[Line]) -> Iterator[Name]:
    """Mentions of "the North" and "the South" in a text that names North Korea."""
    codes = {name.code for name in names}
    wanted = {word: code for word, code in (("North", "KP"), ("South", "KR")) if code in codes}
    taken = {(name.line, at) for name in names for at in range(name.first, name.last)}
    for line in lines if "KP" in codes else ():
        words = line.words
        for at in range(1, len(words)):
            is_alone = at + 1 == len(words) or not words[at + 1][:1].isupper()
            is_half = words[at] in wanted and words[at - 1].lower() == "the" and is_alone
            if is_half and (line.number, at) not in taken:
                yield name_at(text, line, at, at + 1, ActorKind.PLACE, wanted[words[at]])


def _is_willing(name: Name, line: Line) -> bool:
    words = line.words
    before = words[name.first - 1].lower() if name.first else ""
    if before in _PLACING or name.last >= len(words):
        return False
    after = words[name.last].lower()
    if after not in _WILLING and after not in SAYING:
        return False
    if after in ("is", "was"):
        following = words[name.last + 1].lower() if name.last + 1 < len(words) else ""
        return following in _MINDS or following.endswith("ing")
    return True


def nominal_bodies(text: str, names: Sequence[Name], lines: Sequence[Line]) -> Iterator[Name]:
    """As in "Iran's foreign ministry", "the Russian military", where they say something."""
    for name in names:
        if name.kind is not ActorKind.PLACE or name.code is None:
            continue
        line = lines[name.line]
        words = line.words
        at = name.last
        if at < len(words) and words[at] in ("'s", "’s"):
            at += 1
        elif name.text not in gazetteer().demonyms:
            continue
        start = at
        while at < len(words) and words[at] in _KINDS:
            at += 1
        if at >= len(words) or words[at] not in _BODIES or at - start > 3:
            continue
        spot = at + 1
        while spot < min(at + 6, len(words)) and words[spot].lower() in _BETWEEN:
            spot += 1
        if spot < len(words) and words[spot] in SAYING:
            yield name_at(text, line, name.first, at + 1, ActorKind.ORGANISATION, name.code)
