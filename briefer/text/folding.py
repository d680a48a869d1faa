"""From likenesses to groups of copies: the same groups in whatever order the articles came."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from briefer.text.likeness import COPY, RELATED, likeness

# What makes up less than this of a longer text is a part of it, and the rest may be another's.
_PART = 0.4
# Another text stands in it too, from this share on. With 0.4 and 0.15 roundups of five stories kept
# apart what 118 of 2,000 wrong pairs had joined, at a cost of 2 in 100 heavy edits (benchmarks/copies.py).
_STANDS_IN = 0.15

Pair = tuple[int, int, float]


def fold(
    wordings: Mapping[str, int],
    lengths: Mapping[int, int],
    pairs: Sequence[Pair],
    different: Iterable[tuple[str, str]],
) -> list[frozenset[str]]:
    """The groups of two and more articles that are copies of one another.

    `wordings` says which wording each article has, `lengths` how long each is, `pairs` what they
    share; no group ever holds two articles that the user called `different`.
    """
    articles: dict[int, list[str]] = {}
    for article in sorted(wordings):
        articles.setdefault(wordings[article], []).append(article)
    known = [pair for pair in pairs if pair[0] in articles and pair[1] in articles]
    # By what the articles are, never by the numbers their wordings got on arrival.
    copies = sorted(
        _without_roundups(known, lengths),
        key=lambda pair: (-pair[2], sorted((articles[pair[0]][0], articles[pair[1]][0]))),
    )
    clusters = _Clusters(wordings, different)
    for same in articles.values():
        for number, article in enumerate(same):
            clusters.join_first(article, same[:number])
    for one, other, _ in copies:
        for left in clusters.of(articles[one]):
            for right in clusters.of(articles[other]):
                clusters.join_first(left, [right])
    return clusters.groups()


def pairs_among(shingles: Sequence[Sequence[int]]) -> list[Pair]:
    """What the wordings 0, 1, 2 … with these sequences of words share, where it is anything much."""
    holders: dict[int, list[int]] = {}
    pairs: list[Pair] = []
    for number, own in enumerate(shingles):
        shared = Counter(other for one in own for other in holders.get(one, ()))
        for other in shared:
            found = likeness(own, shingles[other])
            if found >= RELATED:
                pairs.append((number, other, found))
        for one in own:
            holders.setdefault(one, []).append(number)
    return pairs


def _without_roundups(pairs: Sequence[Pair], lengths: Mapping[int, int]) -> list[Pair]:
    """The pairs that are copies, without those of a text that prints several others.

    A roundup of ten briefs is no copy of any of them, nor are they of one another: what makes up
    a part of a text only is no copy of it where something else stands in it as well.
    """
    related: dict[int, set[int]] = {}
    inside: dict[int, set[int]] = {}
    for one, other, part in pairs:
        for left, right in ((one, other), (other, one)):
            related.setdefault(left, set()).add(right)
            if part >= _STANDS_IN:
                inside.setdefault(left, set()).add(right)

    def is_part(one: int, other: int, found: float) -> bool:
        """Whether `one` is a part of `other`, which holds something else besides."""
        least = found * lengths[one]
        return (
            lengths[one] <= lengths[other]
            and least < _PART * lengths[other]
            and bool(inside[other] - related[one] - {one})
        )

    return [
        (one, other, found)
        for one, other, found in pairs
        if found >= COPY and not is_part(one, other, found) and not is_part(other, one, found)
    ]


class _Clusters:
    """Articles in clusters that grow, but never join what the user has parted."""

    def __init__(self, articles: Iterable[str], different: Iterable[tuple[str, str]]) -> None:
        self._cluster: dict[str, set[str]] = {article: {article} for article in articles}
        self._apart: dict[str, set[str]] = {}
        for one, other in different:
            self._apart.setdefault(one, set()).add(other)
            self._apart.setdefault(other, set()).add(one)

    def join_first(self, article: str, others: Iterable[str]) -> None:
        """Put the article's cluster together with the first that nothing speaks against."""
        own = self._cluster[article]
        for other in others:
            theirs = self._cluster[other]
            if theirs is own:
                return
            if any(self._apart.get(one, set()) & theirs for one in own):
                continue
            small, large = sorted((own, theirs), key=len)
            large |= small
            for one in small:
                self._cluster[one] = large
            return

    def of(self, articles: Iterable[str]) -> list[str]:
        """One article of each cluster these are in, in order."""
        seen: dict[int, str] = {}
        for article in articles:
            seen.setdefault(id(self._cluster[article]), article)
        return list(seen.values())

    def groups(self) -> list[frozenset[str]]:
        """The clusters of more than one."""
        found = {id(cluster): cluster for cluster in self._cluster.values() if len(cluster) > 1}
        return [frozenset(cluster) for cluster in found.values()]
