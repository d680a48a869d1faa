"""Who is named where in many articles, from the index: no article is read for it."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from briefer.model.actors import ActorKind
from briefer.model.article import ArticleId
from briefer.services.ledger import findings_of
from briefer.services.library import LibraryView
from briefer.services.reader_names import place_name
from briefer.services.rulings import Rulings, kind_of, parts
from briefer.storage.actor_index import Named

# An actor's own name weighs more than that of one merged into it, however often that stands.
_OWN = 1000


@dataclass(slots=True)
class Counted:
    """An actor with its mentions in each article; `salience` is the sum over the articles."""

    key: str
    name: str
    kind: ActorKind
    mentions: dict[ArticleId, int] = field(default_factory=dict)
    salience: float = 0.0


def census(view: LibraryView, articles: Collection[ArticleId] | None = None) -> list[Counted]:
    """The actors of these articles, or of all on the shelf, the most salient first.

    Takes about a second for thousands of articles: call it in a job.
    """
    index = view.actor_index
    rows = index.all() if articles is None else index.of_articles(articles)
    return _counted(view, rows, Rulings(view.decisions.actor_rules()))


def named_in(view: LibraryView, key: str) -> list[ArticleId]:
    """The articles on the shelf that name an actor."""
    rulings = Rulings(view.decisions.actor_rules())
    rows = view.actor_index.of_actors(rulings.sources(key))
    if rulings.added:
        # Whether an added actor took a place is seen with all names of the article.
        rows = view.actor_index.of_articles({row.article for row in rows})
    found = _counted(view, rows, rulings)
    return next((list(one.mentions) for one in found if one.key == key), [])


def _counted(view: LibraryView, rows: Sequence[Named], rulings: Rulings) -> list[Counted]:
    found: dict[str, Counted] = {}
    votes: dict[str, dict[tuple[str, str], int]] = defaultdict(lambda: defaultdict(int))
    # Where single mentions were split off, the article itself says of whom the others are.
    places = {key: rulings.places(key) for key in {row.key for row in rows}}
    apart = {row.article for row in rows if row.article in places[row.key]} | _overlapping(rows)
    for row in rows:
        key = rulings.final(row.key, row.surface, row.article)
        if row.article in apart or rulings.is_hidden(key):
            continue
        _note(found, key, row.article, row.mentions, row.salience)
        own = row.key == key
        votes[key][row.name if own else row.surface, row.kind] += row.mentions * (
            _OWN if own else 1
        )
    for article in apart:
        for actor in findings_of(view, article).actors:
            _note(found, actor.key, article, len(actor.mentions), actor.salience)
            votes[actor.key][actor.name, actor.kind.value] += len(actor.mentions)
    for key, one in found.items():
        name, kind = max(votes[key].items(), key=lambda pair: (pair[1], pair[0]))[0]
        known = ActorKind(kind) if kind in set(ActorKind) else kind_of(key)
        one.name, one.kind = rulings.name(key) or place_name(key, name), rulings.kind(key, known)
    return sorted(found.values(), key=lambda one: (-one.salience, -len(one.mentions), one.key))


def _overlapping(rows: Sequence[Named]) -> set[ArticleId]:
    """Articles where the words of an added actor may take a place from another name."""
    added: dict[ArticleId, set[str]] = defaultdict(set)
    for row in rows:
        if row.added:
            added[row.article] |= parts(row.surface)
    return {
        row.article
        for row in rows
        if not row.added and row.article in added and added[row.article] & parts(row.surface)
    }


def _note(
    found: dict[str, Counted], key: str, article: ArticleId, mentions: int, salience: float
) -> None:
    one = found.setdefault(key, Counted(key, key, kind_of(key)))
    if article not in one.mentions:
        one.salience += salience
    one.mentions[article] = one.mentions.get(article, 0) + mentions
