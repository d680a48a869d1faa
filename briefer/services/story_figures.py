"""The key figures of a story: what several sources count alike, and what ledes count."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from briefer.model.article import ArticleId
from briefer.model.story import Figure
from briefer.services.story_conflicts import Said, is_age, is_measure, kind_of, trimmed
from briefer.services.story_lines import Line
from briefer.text.words import function_words

_MOST = 8
# The lede: so many sentences at an article's head.
_LEDE = 2
# A small number written as a word ("two men") is a key figure only where it counts a loss.
_SMALL = 5


def key_figures(said: Sequence[Said], lines: Sequence[Line]) -> list[Figure]:
    """The figures that several articles give, or a lede, the most told first.

    Each value of a thing stands once, at the place of its best sentence, with who else gives it.
    """
    groups: dict[tuple[float, str], list[Said]] = defaultdict(list)
    for one in said:
        if kind_of(one.count) and _counts_something(one):
            groups[one.figure.value, kind_of(one.count)].append(one)
    ranked = []
    for group in groups.values():
        tellers = {one.article.id for one in group}
        best = max(group, key=lambda one: _worth(one, lines))
        line = _line(best, lines)
        in_lede = any((found := _line(one, lines)) and found.rank < _LEDE for one in group)
        if line is None or not (len(tellers) > 1 or (in_lede and not _is_slight(best))):
            continue
        also = tuple(key for key in _ordered(group) if key != best.article.id)
        what = trimmed(best.figure.what, best.article.language or "")
        figure = replace(best.figure, what=what, also=also)
        ranked.append((len(tellers), best.is_loss, line.score, figure))
    ranked.sort(key=lambda one: (-one[0], not one[1], -one[2]))
    return [figure for *_, figure in ranked[:_MOST]]


def _counts_something(one: Said) -> bool:
    """Whether a noun follows: "80,000 in Aceh" and "26 years" say nothing by themselves."""
    if is_age(one.count):
        return False
    if one.count.unit or one.is_loss:
        return True
    first = next(iter(one.figure.what.casefold().split()), "")
    plain = not one.figure.text[-1:].isalpha() or one.figure.text.isalpha()
    if plain and first in function_words(one.article.language or ""):
        return False
    return not is_measure(one.count) or len(one.count.counted) > 1


def _ordered(group: Sequence[Said]) -> list[ArticleId]:
    return list(dict.fromkeys(one.article.id for one in group))


def _is_slight(one: Said) -> bool:
    if one.is_loss or one.count.unit:
        return False
    return one.figure.value < _SMALL or is_measure(one.count)


def _worth(one: Said, lines: Sequence[Line]) -> float:
    line = _line(one, lines)
    return line.score if line is not None else 0.0


def _line(one: Said, lines: Sequence[Line]) -> Line | None:
    span = one.figure.place.span
    return next(
        (
            line
            for line in lines
            if line.article.id == one.article.id and line.sentence.span.covers(span)
        ),
        None,
    )
