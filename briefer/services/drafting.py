"""A first briefing from chosen articles and a template: what matters most comes first."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count
from math import log

from briefer.model.actors import ActorKind, KeyActor, Quote, QuoteKind
from briefer.model.article import Article, ArticleId
from briefer.model.briefing import (
    ActorItem,
    ArticleItem,
    Briefing,
    BriefingId,
    Content,
    IssueDetails,
    Item,
    ItemId,
    QuoteItem,
    Section,
    SectionId,
)
from briefer.services.material import Material
from briefer.services.printed_words import printed_words
from briefer.services.templates import SectionPlan, template

# A statement worth a line of its own says something and still fits on three lines.
QUOTE_WORDS = (6, 60)
# An article told by the same actors as one placed before loses more than it gains by their fame;
# being in the reader's language is worth less than telling of something new.
_SAME_STORY, _FAVOUR = 1.2, 0.7
# Fillings that take all articles where there are so few that "top" would leave nothing.
_FEW = 3


def draft(
    template_name: str, details: IssueDetails, articles: Sequence[ArticleId], material: Material
) -> Briefing:
    """A briefing of `articles` after a template; ids count from 1.

    Title and period are filled in where `details` leaves them empty. Raises UnknownChoice.
    """
    plan = template(template_name)
    words = printed_words(details.language)
    chosen = [material.articles[a] for a in dict.fromkeys(articles) if a in material.articles]
    filling = _Filling(chosen, material, plan.about, words.language)
    item_ids = count(1)
    sections = tuple(
        Section(
            SectionId(number),
            section.kind,
            words[section.heading],
            tuple(Item(ItemId(next(item_ids)), content) for content in filling.contents(section)),
        )
        for number, section in enumerate(plan.sections, 1)
    )
    title = details.title
    if not title and (filling.about or not details.series):
        title = words[plan.label]
        if filling.about:
            title = f"{filling.about.name} – {title}"
    details = replace(
        details, title=title, period=details.period or _period(chosen), template=template_name
    )
    return Briefing(BriefingId(1), details, sections)


class _Filling:
    """Hands out contents section by section; an article in "top" is not in "rest"."""

    def __init__(
        self, articles: Sequence[Article], material: Material, about: str, language: str
    ) -> None:
        self._material = material
        self._articles = articles
        self._language = language
        self.about: KeyActor | None = None
        if about:
            known = {article.id for article in articles}
            actors = [a for a in material.actors if known & set(a.articles)]
            people = [actor for actor in actors if actor.kind is not ActorKind.PLACE]
            # A profile is of whom several articles tell, before one that fills a single article.
            self.about = max(
                people or actors,
                key=lambda a: a.salience * (1 + log(len(known & set(a.articles)))),
                default=None,
            )
        favoured = set(self.about.articles) if self.about else set[ArticleId]()
        own = {article.id for article in articles if article.language == language}
        self._ranked = _ranked(articles, material, [favoured, own])
        self._placed: set[ArticleId] = set()

    def contents(self, plan: SectionPlan) -> list[Content]:
        """What a draft puts into the section."""
        ways = {
            "leads": self._leads,
            "top": self._top,
            "rest": self._rest,
            "all": self._all,
            "quotes": self._quotes,
            "own-quotes": self._own_quotes,
            "actors": self._actors,
            "about": self._about,
        }
        return ways[plan.fill](plan) if plan.fill else []

    def _leads(self, plan: SectionPlan) -> list[Content]:
        # Of up to three articles one lead says it all; two only repeat one another.
        most = 1 if len(self._ranked) <= _FEW else plan.most
        # What is read first is in the briefing's language, where any article is.
        readable = [a for a in self._ranked if a.language == self._language] or self._ranked
        return [ArticleItem(a.id, length=plan.sentences) for a in readable[:most]]

    def _top(self, plan: SectionPlan) -> list[Content]:
        top = self._ranked[: plan.most]
        self._placed |= {article.id for article in top}
        return [ArticleItem(article.id, length=plan.sentences) for article in top]

    def _rest(self, plan: SectionPlan) -> list[Content]:
        rest = [article for article in self._ranked if article.id not in self._placed]
        return [ArticleItem(article.id, length=plan.sentences) for article in rest]

    def _all(self, plan: SectionPlan) -> list[Content]:
        """In the order in which they were chosen: the user's order is never undone."""
        return [ArticleItem(article.id, length=plan.sentences) for article in self._articles]

    def _quotes(self, plan: SectionPlan) -> list[Content]:
        return self._best_quotes(plan.most, speaker=None)

    def _own_quotes(self, plan: SectionPlan) -> list[Content]:
        return self._best_quotes(plan.most, speaker=self.about.key if self.about else None)

    def _best_quotes(self, most: int, speaker: str | None) -> list[Content]:
        actors = {actor.key: actor for actor in self._material.actors}
        rows: list[tuple[float, int, ArticleId, Quote]] = []
        for rank, article in enumerate(self._ranked):
            for quote in self._material.quotes.get(article.id, ()):
                actor = actors.get(quote.speaker or "")
                fits = QUOTE_WORDS[0] <= _size(quote.text) <= QUOTE_WORDS[1]
                if actor is None or not fits or quote.kind is not QuoteKind.DIRECT:
                    continue
                if speaker is not None and quote.speaker != speaker:
                    continue
                rows.append((_quote_worth(quote, actor), -rank, article.id, quote))
        rows.sort(key=lambda row: row[:2], reverse=True)
        return list(self._one_a_speaker(rows, most, several=speaker is not None))

    @staticmethod
    def _one_a_speaker(
        rows: Sequence[tuple[float, int, ArticleId, Quote]], most: int, *, several: bool
    ) -> Iterator[Content]:
        """One statement a speaker (unless `several`), the same words once."""
        heard: set[str] = set()
        given = 0
        for _, _, article, quote in rows:
            words = " ".join(quote.text.casefold().split())
            if given == most or words in heard or (not several and quote.speaker in heard):
                continue
            heard |= {words, quote.speaker or ""}
            given += 1
            yield QuoteItem(article, quote.span, quote.speaker, direct=True)

    def _actors(self, plan: SectionPlan) -> list[Content]:
        known = {article.id for article in self._articles}
        actors = [actor for actor in self._material.actors if known & set(actor.articles)]
        return [
            ActorItem(actor.key, name=actor.name, article=actor.articles[0])
            for actor in _mixed(actors, plan.most)
        ]

    def _about(self, plan: SectionPlan) -> list[Content]:  # noqa: ARG002
        return [ActorItem(self.about.key)] if self.about else []


def _mixed(actors: Sequence[KeyActor], most: int) -> list[KeyActor]:
    """The most salient, but no more than a third of them places while others wait.

    Countries are named in every sentence; who acts for them is what a reader looks up.
    """
    places = [actor for actor in actors if actor.kind is ActorKind.PLACE]
    others = [actor for actor in actors if actor.kind is not ActorKind.PLACE]
    room = max(most // 3, most - len(others))
    chosen = {actor.key for actor in (*places[:room], *others[: most - min(room, len(places))])}
    return [actor for actor in actors if actor.key in chosen]


def _quote_worth(quote: Quote, actor: KeyActor) -> float:
    """People with a known role first, then salience; very short ones say less."""
    role = 0.3 if actor.roles else 0.0
    person = 0.2 if actor.kind is ActorKind.PERSON else 0.0
    return actor.salience + role + person + min(_size(quote.text), 20) / 100


def _size(text: str) -> int:
    """Words, and for scripts without blanks about two characters for one."""
    return max(len(text.split()), sum("\u3040" <= c <= "\u9fff" for c in text) // 2)


def _ranked(
    articles: Sequence[Article], material: Material, favoured: Sequence[set[ArticleId]]
) -> list[Article]:
    """Most important first, and not three articles of one story before any of another.

    An article weighs by the actors it shares with the others (a story many tell is a story), by
    its length and by its date; an article that shares the actors of those already placed before
    it loses weight, so that the first three tell of different things where they can. Articles in
    the briefing's language, and those about its actor, are `favoured`: a bottom line is to be read.
    """
    casts = _casts(articles, material)
    newest = max((article.source.published or "" for article in articles), default="")[:10]
    weights = {
        article.id: _weight(article, casts, newest)
        + sum(_FAVOUR for group in favoured if article.id in group)
        for article in articles
    }
    left, placed = list(articles), list[Article]()
    while left:
        best = max(
            left,
            key=lambda a: weights[a.id] - _SAME_STORY * _likeness(casts, a, placed),
        )
        left.remove(best)
        placed.append(best)
    return placed


def _casts(articles: Sequence[Article], material: Material) -> dict[ArticleId, frozenset[str]]:
    known = {article.id: set[str]() for article in articles}
    for actor in material.actors:
        for article in actor.articles:
            if article in known:
                known[article].add(actor.key)
    return {article: frozenset(cast) for article, cast in known.items()}


def _weight(article: Article, casts: dict[ArticleId, frozenset[str]], newest: str) -> float:
    cast = casts[article.id]
    others = [other for key, other in casts.items() if key != article.id]
    shared = sum(_overlap(cast, other) for other in others) / max(len(others), 1)
    length = log(1 + min(article.words, 1500)) / log(1501)
    recent = 1.0 if newest and (article.source.published or "")[:10] == newest else 0.0
    return 0.5 * shared + 0.5 * length + 0.3 * recent


def _likeness(
    casts: dict[ArticleId, frozenset[str]], article: Article, placed: Sequence[Article]
) -> float:
    # Only the latest few: on hundreds of articles the question is settled by then.
    return max((_overlap(casts[article.id], casts[p.id]) for p in placed[-5:]), default=0.0)


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0


def _period(articles: Sequence[Article]) -> str:
    """From the first to the last day the articles are dated, empty where fewer than two are."""
    days = sorted({(a.source.published or "")[:10] for a in articles if a.source.published})
    return f"{days[0]}/{days[-1]}" if len(days) > 1 else ""
