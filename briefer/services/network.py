"""Who is named together with whom: the network of a set of articles, laid out to be read."""

import csv
import io
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from briefer.model.actors import ActorKind
from briefer.model.article import ArticleId
from briefer.services.census import Counted, census
from briefer.services.library import LibraryView

# A picture of more actors than this cannot be read; the table has all that the picture has.
MOST = 60
# Of each actor so many of the strongest links are drawn, or all would be one ball.
_LINKS_EACH = 6
# The least room around a name (scene units, which are pixels at full size), and its height.
_LETTER, _HEIGHT, _LEAST_WIDTH = 7.2, 46.0, 70.0
# Thirty actors fill a page of this size, as the middle of the window has it; longer names are cut.
_PAGE = (600.0, 480.0)
LONGEST_NAME = 24
# The forces are let act so often; later the picture hardly changes.
_STEPS = 250


@dataclass(frozen=True, slots=True)
class Node:
    """An actor in the picture; `articles` is how many name it."""

    key: str
    name: str
    kind: ActorKind
    articles: int
    x: float = 0.0
    y: float = 0.0


@dataclass(frozen=True, slots=True)
class Link:
    """Two actors, by their place among the nodes, and how many articles name both."""

    one: int
    other: int
    articles: int


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes, the most salient first, and links, the strongest first; `left_out` are further actors."""

    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    left_out: int = 0

    def of(self, node: int) -> list[Link]:
        """The links of one node."""
        return [link for link in self.links if node in (link.one, link.other)]


def network(
    view: LibraryView,
    articles: Collection[ArticleId] | None,
    *,
    kinds: Collection[ActorKind] = tuple(ActorKind),
    least: int = 2,
    most: int = 30,
) -> Network:
    """The actors of these kinds that at least `least` of the articles name together with another,
    `most` of them; placed the same each time. Takes up to a second or two: call it in a job."""
    found = [one for one in census(view, articles) if one.kind in kinds]
    fit = [one for one in found if len(one.mentions) >= least]
    shown = fit[: min(most, MOST)]
    links = _links(shown, least)
    linked = {place for link in links for place in (link.one, link.other)}
    order = {old: new for new, old in enumerate(sorted(linked))}
    kept = [shown[place] for place in sorted(linked)]
    moved = tuple(Link(order[a.one], order[a.other], a.articles) for a in links)
    spots = laid_out(kept, moved)
    nodes = (
        Node(one.key, one.name, one.kind, len(one.mentions), x, y)
        for one, (x, y) in zip(kept, spots, strict=True)
    )
    return Network(tuple(nodes), moved, len(fit) - len(kept))


def table(shown: Network) -> str:
    """The links as CSV."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["actor", "kind", "articles", "with", "kind", "articles", "both"])
    for link in shown.links:
        ends = (shown.nodes[link.one], shown.nodes[link.other])
        cells = [v for n in ends for v in (_harmless(n.name), n.kind.value, n.articles)]
        writer.writerow([*cells, link.articles])
    return out.getvalue()


def _harmless(name: str) -> str:
    """A name that no spreadsheet takes for a formula."""
    return f"'{name}" if name[:1] in ("=", "+", "-", "@", "\t", "\r") else name


def _links(shown: Sequence[Counted], least: int) -> list[Link]:
    pairs = [
        Link(i, j, both)
        for (i, a), (j, b) in combinations(enumerate(shown), 2)
        if (both := len(a.mentions.keys() & b.mentions.keys())) >= max(least, 1)
    ]
    pairs.sort(key=lambda link: (-link.articles, link.one, link.other))
    drawn: list[Link] = []
    had = [0] * len(shown)
    for link in pairs:
        # The strongest of either end stay, so that nobody hangs in the air.
        if min(had[link.one], had[link.other]) < _LINKS_EACH:
            drawn.append(link)
            had[link.one] += 1
            had[link.other] += 1
    return drawn


def laid_out(nodes: Sequence[Counted], links: Sequence[Link]) -> list[tuple[float, float]]:
    """Linked actors near each other, groups without a link side by side, names beside each other."""
    import numpy as np

    count = len(nodes)
    if count < 2:
        return [(0.0, 0.0)] * count
    spots = np.zeros((count, 2))
    groups = _groups(count, links)
    for group, (left, top, width, height) in zip(groups, _fields(groups, count), strict=True):
        own = _placed(group, links, np)
        for side, size in enumerate((width, height)):
            across = own[:, side]
            across -= (across.max() + across.min()) / 2
            # A margin of a tenth parts the groups.
            across *= 0.9 * size / max(float(across.max() - across.min()), 0.01)
        spots[group] = own + np.array([left + width / 2, top + height / 2])
    spots -= (spots.max(axis=0) + spots.min(axis=0)) / 2
    widths = np.array(
        [max(min(len(one.name), LONGEST_NAME) * _LETTER + 12, _LEAST_WIDTH) for one in nodes]
    )
    _make_room(spots, widths, np)
    return [(round(float(x), 1), round(float(y), 1)) for x, y in spots]


def _groups(count: int, links: Sequence[Link]) -> list[list[int]]:
    """The nodes that links join, directly or over others, the largest group first."""
    home = list(range(count))

    def root(node: int) -> int:
        while home[node] != node:
            node = home[node]
        return node

    for link in links:
        one, other = sorted((root(link.one), root(link.other)))
        home[other] = one
    found: dict[int, list[int]] = {}
    for node in range(count):
        found.setdefault(root(node), []).append(node)
    return sorted(found.values(), key=lambda group: (-len(group), group[0]))


def _fields(groups: Sequence[list[int]], count: int) -> list[tuple[float, float, float, float]]:
    """A field of the page for each group, as large as its share: left, top, width, height.

    The first, largest groups stand side by side; small ones below one another beside them.
    """
    scale = (count / 30) ** 0.5
    width, height = _PAGE[0] * scale, _PAGE[1] * scale
    fields: list[tuple[float, float, float, float]] = []
    left = top = 0.0
    rest = count
    for group in groups:
        share = len(group) / rest
        # What is left is cut across its longer side.
        if width >= height:
            fields.append((left, top, width * share, height))
            left, width = left + width * share, width * (1 - share)
        else:
            fields.append((left, top, width, height * share))
            top, height = top + height * share, height * (1 - share)
        rest -= len(group)
    return fields


def _placed(group: Sequence[int], links: Sequence[Link], np: Any) -> Any:
    """The places of one group's actors by the forces between them, in no unit."""
    count = len(group)
    at = {node: place for place, node in enumerate(group)}
    turn = np.arange(count) * 2.399963  # the golden angle: no two in one direction
    far = np.sqrt(np.arange(count) + 0.5)
    spots = np.stack([np.cos(turn) * far, np.sin(turn) * far], axis=1)
    pull = np.zeros((count, count))
    strongest = max((link.articles for link in links), default=1)
    for link in links:
        if link.one in at:
            one, other = at[link.one], at[link.other]
            pull[one, other] = pull[other, one] = (link.articles / strongest) ** 0.5
    heat = 1.0
    for step in range(_STEPS):
        gap = spots[:, None] - spots[None]
        length = np.maximum(np.sqrt((gap**2).sum(-1)), 0.01)
        force = 1 / length**2 - pull * length * 0.6
        shift = (gap * force[..., None]).sum(1) - 0.05 * spots
        size = np.maximum(np.sqrt((shift**2).sum(-1, keepdims=True)), 0.01)
        spots += shift / size * np.minimum(size, heat)
        heat = 1.0 * (1 - step / _STEPS) + 0.01
    return spots


def _make_room(spots: Any, widths: Any, np: Any) -> None:
    """Push names apart until none lies on another."""
    apart_x = (widths[:, None] + widths[None]) / 2
    for _ in range(400):
        gap = spots[:, None] - spots[None]
        over_x = apart_x - np.abs(gap[..., 0])
        over_y = _HEIGHT - np.abs(gap[..., 1])
        lies_on = (over_x > 0) & (over_y > 0)
        np.fill_diagonal(lies_on, val=False)
        if not lies_on.any():
            return
        # Along the side where less is needed; of two at one place the later goes down.
        order = np.sign(np.arange(len(spots))[:, None] - np.arange(len(spots))[None])
        sign = np.where(gap == 0, order[..., None], np.sign(gap))
        across = over_x < over_y
        spots[:, 0] += (np.where(lies_on & across, over_x, 0) * sign[..., 0]).sum(1) * 0.3
        spots[:, 1] += (np.where(lies_on & ~across, over_y, 0) * sign[..., 1]).sum(1) * 0.3
