"""Copies of one text on the shelf: compared while importing, folded under one that leads."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from briefer.model.article import Article, ArticleId
from briefer.services.library import Card, Changes, Library, LibraryView, Wanted
from briefer.text.differences import Passage, Unit, counts, differences, words_by_kind
from briefer.text.folding import Pair, fold, pairs_among
from briefer.text.likeness import COPY, print_of
from briefer.text.sentences import split_sentences

# What the window may name without knowing the texts below.
__all__ = [
    "Copies",
    "Passage",
    "Shelf",
    "also_in",
    "counts",
    "fold_articles",
    "words_by_kind",
]

# An outlet's own text of a later day that has so much new (a third and more of the shorter) is its next
# story, however little its beginning changed; with less new it is an update. Another outlet's is a rewrite.
_MOST_KEPT = 0.65
# Where more than that came or went at once, all groups are made anew.
_MOST_MENDED = 500
# So much of two texts is set side by side; nobody reads more of a comparison.
_MOST_SENTENCES, _MOST_COMPARED = 1000, 200_000
# Of two copies of one day the one with a time comes first: wires have one, papers have none.
_END_OF_DAY = "T23:59:59+00:00"


@dataclass(frozen=True, slots=True)
class Shelf:
    """The shelf with its copies folded.

    `cards` are in the order wanted, each lead followed by its copies; `articles` counts all and
    `texts` those that are no copies of another.
    """

    cards: tuple[Card, ...]
    articles: int
    texts: int


class Copies:
    """The copies in the library, and what the user rules on them."""

    def __init__(self, library: Library, prefer: str = "first") -> None:
        """`prefer` is "first" or "fullest": which copy leads where the user has not chosen."""
        self._library = library
        self.prefer = prefer
        # Folding ten thousand articles takes a tenth of a second, too long for each look at them:
        # the group of each that has one, and the articles around which they are to be made anew.
        self._groups: dict[ArticleId, frozenset[ArticleId]] | None = None
        self._dirty: set[ArticleId] = set()
        self._moved: set[ArticleId] = set()
        library.subscribe(self._changed)

    def shelf(self, wanted: Wanted | None = None) -> Shelf:
        """The wanted articles of the shelf, each copy behind its lead.

        What was read or used in one copy is not asked for again in another.
        """
        return self._folded(self._library.cards(wanted), wanted, set(self._known().values()))

    def part_of_shelf(self, wanted: Wanted, articles: Iterable[ArticleId]) -> Shelf:
        """As `shelf`, of these articles and all that are folded with one of them."""
        known = self._known()
        touched = {known[key] for key in articles if key in known}
        among = {*articles, *(key for group in touched for key in group)}
        return self._folded(self._library.cards(wanted, among), wanted, touched)

    def moved(self) -> set[ArticleId]:
        """The articles whose group has changed since this was asked last."""
        self._known()
        moved, self._moved = self._moved, set()
        return moved

    def of(self, article: ArticleId) -> tuple[Card, ...]:
        """The article's group, the lead first; empty for one that has no copies."""
        group = self._known().get(article, frozenset())
        leading = self._library.copy_rulings.leading()
        return tuple(_ranked(self._library.known(group), leading, self.prefer)) if group else ()

    def texts(self, articles: Iterable[ArticleId]) -> int:
        """How many independent texts these articles are."""
        wanted = set(articles)
        known = self._known()
        touched = {known[key] for key in wanted if key in known}
        shared = (len(group & wanted) for group in touched)
        return len(wanted) - sum(size - 1 for size in shared if size)

    def look_again(self) -> None:
        """Articles were compared since."""
        self._groups, self._dirty = None, set()

    def lead(self, article: ArticleId) -> None:
        """Let this copy lead its group."""
        others = [card.id for card in self.of(article) if card.id != article]
        with self._library.step("let this copy lead"):
            self._library.copy_rulings.lead(article, others)

    def part(self, articles: Sequence[ArticleId]) -> None:
        """From now on these are different from whatever they are folded with now."""
        with self._library.step("mark as different"):
            for article in articles:
                others = [card.id for card in self.of(article) if card.id != article]
                self._library.copy_rulings.part(article, others)

    def is_parted(self, article: ArticleId) -> bool:
        """Whether the user called this article different from another."""
        return any(article in pair for pair in self._library.copy_rulings.different())

    def join(self, article: ArticleId) -> None:
        """Take back that the article is different: it is folded as its text has it."""
        with self._library.step("fold with its copies"):
            self._library.copy_rulings.join(article)

    def differences(self, lead: ArticleId, copy: ArticleId) -> list[Passage]:
        """What the copy cut from the lead, added and changed; empty where one is not known."""
        texts = [self._library.article(key) for key in (lead, copy)]
        one, other = (_units(article) if article else [] for article in texts)
        return differences(one, other) if one and other else []

    def _folded(
        self, cards: list[Card], wanted: Wanted | None, known: Collection[frozenset[ArticleId]]
    ) -> Shelf:
        if wanted is not None and (wanted.unopened or wanted.unused):
            done = self._done(wanted, {card.id for card in cards}, known)
            cards = [card for card in cards if card.id not in done]
        return folded(cards, known, self._library.copy_rulings.leading(), self.prefer)

    def _done(
        self,
        wanted: Wanted,
        listed: AbstractSet[ArticleId],
        known: Iterable[frozenset[ArticleId]],
    ) -> set[ArticleId]:
        """Those of the `listed` that are copies of one that was read, or used, as is wanted."""
        touched = [group for group in known if group & listed]
        done = {
            card.id
            for card in self._library.known(key for group in touched for key in group)
            if (wanted.unopened and card.opened) or (wanted.unused and card.briefings)
        }
        return {key for group in touched if group & done for key in group}

    def _known(self) -> dict[ArticleId, frozenset[ArticleId]]:
        """The group of each article that has one."""
        dirty, self._dirty = self._dirty, set()
        if self._groups is None or len(dirty) > _MOST_MENDED:
            before = self._groups or {}
            self._groups = {key: group for group in groups(self._library) for key in group}
            self._note_moved(before, self._groups, {*before, *self._groups})
        elif dirty:
            self._mend(self._groups, dirty)
        return self._groups

    def _mend(
        self, known: dict[ArticleId, frozenset[ArticleId]], dirty: AbstractSet[ArticleId]
    ) -> None:
        """Make anew the groups that hang on these articles."""
        around = self._library.likenesses.around(
            {*dirty, *(key for one in dirty for key in known.get(one, ()))}
        )
        apart = follow_ups(self._library, around.wordings, around.pairs)
        different = {*self._library.copy_rulings.different(), *apart}
        found = fold(around.wordings, around.lengths, around.pairs, different)
        inner = around.inner | dirty
        before = {key: known.pop(key) for key in inner if key in known}
        for group in found:
            keys = frozenset(map(ArticleId, group))
            known |= dict.fromkeys(keys & inner, keys)
        self._note_moved(before, known, inner)

    def _note_moved(
        self,
        before: Mapping[ArticleId, frozenset[ArticleId]],
        after: Mapping[ArticleId, frozenset[ArticleId]],
        among: Iterable[ArticleId],
    ) -> None:
        self._moved |= {key for key in among if before.get(key) != after.get(key)}

    def _changed(self, changes: Changes) -> None:
        self._dirty |= set(map(ArticleId, changes.of("shelf", "copy_rulings", "source_fixes")))


def folded(
    cards: Sequence[Card],
    known: Iterable[frozenset[ArticleId]],
    leading: Mapping[ArticleId, int],
    prefer: str,
) -> Shelf:
    """The cards with each copy of the `known` groups behind its lead, whatever their order.

    Where a filter hides the lead, the next in rank among the shown ones leads.
    """
    shown = {card.id: card for card in cards}
    under: dict[ArticleId, list[Card]] = {}
    copies: set[ArticleId] = set()
    for group in known:
        members = [shown[key] for key in group if key in shown]
        if len(members) > 1:
            first, *rest = _ranked(members, leading, prefer)
            under[first.id] = rest
            copies |= {card.id for card in rest}
    row: list[Card] = []
    for card in cards:
        if card.id in copies:
            continue
        rest = under.get(card.id, [])
        row.append(replace(card, copies=len(rest)))
        row += [replace(copy, copy_of=card.id) for copy in rest]
    return Shelf(tuple(row), len(cards), len(cards) - len(copies))


def groups(view: LibraryView) -> list[frozenset[ArticleId]]:
    """The articles on the shelf that are copies of one another."""
    wordings, pairs = view.likenesses.alike(), view.likenesses.pairs()
    different = {*view.copy_rulings.different(), *follow_ups(view, wordings, pairs)}
    found = fold(wordings, view.likenesses.lengths(), pairs, different)
    return [frozenset(map(ArticleId, group)) for group in found]


def follow_ups(
    view: LibraryView, wordings: Mapping[str, int], pairs: Iterable[Pair]
) -> set[tuple[str, str]]:
    """Articles of one outlet and two days that share much, though a third and more is new."""
    doubtful = [(one, other) for one, other, found in pairs if COPY <= found <= _MOST_KEPT]
    wanted = {wording for pair in doubtful for wording in pair}
    with_wording: dict[int, list[Card]] = {}
    for card in view.known(ArticleId(key) for key, number in wordings.items() if number in wanted):
        with_wording.setdefault(wordings[card.id], []).append(card)
    return {
        (first.id, second.id)
        for one, other in doubtful
        for first in with_wording.get(one, ())
        for second in with_wording.get(other, ())
        if _is_next_story(first, second)
    }


def _is_next_story(one: Card, other: Card) -> bool:
    days = {one.published[:10], other.published[:10]}
    outlets = {one.outlet.casefold(), other.outlet.casefold()}
    return len(outlets) == 1 and "" not in outlets and len(days) == 2 and "" not in days


def also_in(
    view: LibraryView, articles: Collection[ArticleId], prefer: str
) -> dict[ArticleId, tuple[ArticleId, ...]]:
    """For each of these articles that has copies on the shelf, those copies in order."""
    found: dict[ArticleId, tuple[ArticleId, ...]] = {}
    leading = view.copy_rulings.leading()
    for group in groups(view):
        wanted = group & set(articles)
        if wanted:
            ranked = [card.id for card in _ranked(view.known(group), leading, prefer)]
            found |= {key: tuple(one for one in ranked if one != key) for key in wanted}
    return found


def fold_articles(
    articles: Sequence[Article], prefer: str = "first"
) -> dict[ArticleId, tuple[Article, ...]]:
    """Articles outside a library, each lead with its copies, in the order given."""
    numbers: dict[str, int] = {}
    prints = {article.id: print_of(article.text, article.source.title) for article in articles}
    wordings = {key: numbers.setdefault(made.digest, len(numbers)) for key, made in prints.items()}
    shingles: list[Sequence[int]] = [()] * len(numbers)
    for key, wording in wordings.items():
        shingles[wording] = prints[key].shingles
    order = {article.id: place for place, article in enumerate(articles)}
    lead_of: dict[ArticleId, tuple[Article, ...]] = {}
    lengths = dict(enumerate(map(len, shingles)))
    for group in fold({str(k): w for k, w in wordings.items()}, lengths, pairs_among(shingles), ()):
        members = [article for article in articles if article.id in group]
        members.sort(
            key=lambda a: _rank(a.source.published or "", a.words, f"{order[a.id]:09}", prefer)
        )
        lead_of |= {article.id: tuple(members) for article in members}
    return {
        article.id: lead_of.get(article.id, ())[1:]
        for article in articles
        if lead_of.get(article.id, (article,))[0].id == article.id
    }


def _ranked(cards: Iterable[Card], leading: Mapping[ArticleId, int], prefer: str) -> list[Card]:
    """The chosen copy, then the first or the fullest; those without a date stand last."""
    return sorted(
        cards,
        key=lambda c: (
            -leading.get(c.id, 0),
            *_rank(c.published, c.words, c.added, prefer),
            c.id,
        ),
    )


def _rank(published: str, words: int, added: str, prefer: str) -> tuple[int, str, str]:
    return (-words if prefer == "fullest" else 0, _moment(published), added)


def _moment(text: str) -> str:
    """When something was published, comparable across zones; last where that is not known."""
    if not text:
        return "9999"
    if len(text) == len("2026-03-12"):
        text += _END_OF_DAY
    try:
        moment = datetime.fromisoformat(text)
        return moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC).isoformat()
    except (ValueError, OverflowError):
        # No date, or one at the end of all dates.
        return text


def _units(article: Article) -> list[Unit]:
    begun = [one for one in article.paragraphs if one.span.end <= _MOST_COMPARED]
    sentences = split_sentences(article.text, begun, article.language)
    before = -1
    units = []
    for sentence in sentences[:_MOST_SENTENCES]:
        text = " ".join(sentence.span.of(article.text).split())
        units.append(Unit(text, sentence.paragraph != before))
        before = sentence.paragraph
    return units
