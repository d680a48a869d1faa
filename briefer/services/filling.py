"""What a draft puts into each section: stories by weight, statements, actors, figures and days."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from math import log
from typing import TypeVar

from briefer.model.actors import ActorKind, KeyActor, Quote, QuoteKind
from briefer.model.article import Article, ArticleId
from briefer.model.briefing import ActorItem, ArticleItem, Content, EventItem, FigureItem, QuoteItem
from briefer.model.story import DatedEvent, Figure, Story, StoryId
from briefer.services.material import Material
from briefer.services.templates import SectionPlan
from briefer.services.weighing import by_weight

T = TypeVar("T", Figure, DatedEvent)

# A statement worth a line of its own says something and still fits on three lines.
QUOTE_WORDS = (6, 60)
# What a known role and words of one's own add to an actor's salience.
_OFFICE, _SAY = 0.2, 0.2
# Fillings that take all articles where there are so few that "top" would leave nothing.
_FEW = 3


class Filling:
    """Hands out contents section by section; a story in "top" is not in "rest"."""

    def __init__(
        self, articles: Sequence[Article], material: Material, about: str, language: str
    ) -> None:
        self._material = material
        self._articles = articles
        self._language = language
        self.about = _leading(articles, material.actors) if about else None
        favoured = set(self.about.articles) if self.about else set[ArticleId]()
        own = {article.id for article in articles if article.language == language}
        known = {article.id: article for article in articles}
        # Each story stands under one of its articles; one that is in no story stands for itself.
        self._stories: dict[ArticleId, Story] = {}
        leads: list[Article] = []
        left = dict(known)
        for story in material.gist.stories:
            members = [left.pop(key) for key in story.articles if key in left]
            if members:
                lead = max(members, key=lambda a: (a.id in favoured, a.id in own, a.words, a.id))
                self._stories[lead.id] = story
                leads.append(lead)
        told = {key: len(set(story.articles) & set(known)) for key, story in self._stories.items()}
        order = [article for article in articles if article in leads or article.id in left]
        self._ranked = by_weight(order, material, [favoured, own], told)
        self._placed: set[ArticleId] = set()

    def contents(self, plan: SectionPlan) -> list[Content]:
        """What a draft puts into the section."""
        ways = {
            "leads": self._leads,
            "top": self._top,
            "rest": self._rest,
            "stories": self._all_stories,
            "all": self._all,
            "quotes": self._quotes,
            "own-quotes": self._own_quotes,
            "actors": self._actors,
            "about": self._about,
            "figures": self._figures,
            "events": self._events,
            "upcoming": self._upcoming,
        }
        return ways[plan.fill](plan) if plan.fill else []

    def _leads(self, plan: SectionPlan) -> list[Content]:
        # Of up to three articles one lead says it all; two only repeat one another.
        most = 1 if len(self._articles) <= _FEW else plan.most
        # What is read first is in the briefing's language, where any article is.
        readable = [a for a in self._ranked if a.language == self._language] or self._ranked
        return [ArticleItem(a.id, length=plan.sentences) for a in readable[:most]]

    def _top(self, plan: SectionPlan) -> list[Content]:
        top = self._ranked[: plan.most]
        self._placed |= {article.id for article in top}
        return [self._story_item(article, plan) for article in top]

    def _rest(self, plan: SectionPlan) -> list[Content]:
        rest = [article for article in self._ranked if article.id not in self._placed]
        return [self._story_item(article, plan) for article in rest[: plan.most or None]]

    def _all_stories(self, plan: SectionPlan) -> list[Content]:
        ranked = self._ranked[: plan.most or None]
        return [self._story_item(article, plan) for article in ranked]

    def _story_item(self, article: Article, plan: SectionPlan) -> Content:
        story = self._stories.get(article.id)
        known = {one.id for one in self._articles}
        others = story.articles if story is not None else ()
        also = tuple(key for key in others if key != article.id and key in known)
        return ArticleItem(article.id, length=plan.sentences, also=also)

    def _all(self, plan: SectionPlan) -> list[Content]:
        """In the order in which they were chosen: the user's order is never undone."""
        return [ArticleItem(article.id, length=plan.sentences) for article in self._articles]

    def _figures(self, plan: SectionPlan) -> list[Content]:
        """The best figure of each story, then the second ones."""
        articles = self._material.articles
        found: list[Figure] = self._in_turn(self._material.gist.figures or {})
        found.sort(key=lambda f: articles[f.place.article].language != self._language)
        seen: set[tuple[str, float]] = set()
        items: list[Content] = []
        for one in found:
            key = (one.what.casefold(), one.value)
            if key not in seen and len(items) < (plan.most or len(found)):
                seen.add(key)
                items.append(figure_item(one))
        return items

    def _events(self, plan: SectionPlan) -> list[Content]:
        found = self._in_turn(self._material.gist.events or {})
        if self.about is not None:
            names = (self.about.name, *self.about.aliases)
            own = [e for e in found if any(name in e.sentence for name in names)]
            found = own or found
        if not found:
            # Of articles that speak of no day their own are shown.
            return self._all(plan)
        return self._days(found, plan.most)

    def _upcoming(self, plan: SectionPlan) -> list[Content]:
        return self._days(self._in_turn(self._material.gist.upcoming or {}), plan.most)

    def _days(self, events: Sequence[DatedEvent], most: int) -> list[Content]:
        # Those that can be read come first, as far as there is room.
        articles = self._material.articles
        ranked = sorted(events, key=lambda e: articles[e.place.article].language != self._language)
        kept = sorted(ranked[: most or None], key=lambda event: event.date)
        return [event_item(event) for event in kept]

    def _in_turn(self, by_story: Mapping[StoryId, tuple[T, ...]]) -> list[T]:
        """One of each story in the order of their weight, then a second one of each."""
        rows = [
            by_story.get(self._stories[article.id].id, ())
            for article in self._ranked
            if article.id in self._stories
        ]
        return [one for turn in zip_longest(*rows) for one in turn if one is not None]

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
        speakers = {quote.speaker for key in known for quote in self._material.quotes.get(key, ())}
        # Who has an office or a say in the matter is looked up before who is merely named.
        actors.sort(
            key=lambda a: -(a.salience + _OFFICE * bool(a.roles) + _SAY * (a.key in speakers))
        )
        return [
            ActorItem(actor.key, name=actor.name, article=actor.articles[0])
            for actor in _mixed(actors, plan.most)
        ]

    def _about(self, plan: SectionPlan) -> list[Content]:  # noqa: ARG002
        return [ActorItem(self.about.key)] if self.about else []


def figure_item(figure: Figure) -> FigureItem:
    """A story's figure as a briefing holds it."""
    return FigureItem(figure.place.article, figure.place.span, figure.what, figure.also)


def event_item(event: DatedEvent) -> EventItem:
    """A story's day as a briefing holds it."""
    return EventItem(
        event.place.article, event.within or event.place.span, event.date, also=event.also
    )


def _leading(articles: Sequence[Article], actors: Sequence[KeyActor]) -> KeyActor | None:
    """Of whom several articles tell, before one that fills a single article."""
    known = {article.id for article in articles}
    actors = [actor for actor in actors if known & set(actor.articles)]
    people = [actor for actor in actors if actor.kind is not ActorKind.PLACE]
    return max(
        people or actors,
        key=lambda a: a.salience * (1 + log(len(known & set(a.articles)))),
        default=None,
    )


def _mixed(actors: Sequence[KeyActor], most: int) -> list[KeyActor]:
    """The most salient, but no more than a third of them places while others wait.

    Countries are named in every sentence; who acts for them is what a reader looks up.
    """
    places = [actor for actor in actors if actor.kind is ActorKind.PLACE]
    others = [actor for actor in actors if actor.kind is not ActorKind.PLACE]
    room = max(most // 3, most - len(others))
    chosen = {actor.key for actor in (*places[:room], *others[: most - min(room, len(places))])}
    # Who acts stands before where it happens.
    taken = [actor for actor in actors if actor.key in chosen]
    return sorted(taken, key=lambda actor: actor.kind is ActorKind.PLACE)


def _quote_worth(quote: Quote, actor: KeyActor) -> float:
    """People with a known role first, then salience; very short ones say less."""
    role = 0.3 if actor.roles else 0.0
    person = 0.2 if actor.kind is ActorKind.PERSON else 0.0
    return actor.salience + role + person + min(_size(quote.text), 20) / 100


def _size(text: str) -> int:
    """Words, and for scripts without blanks about two characters for one."""
    return max(len(text.split()), sum("\u3040" <= c <= "\u9fff" for c in text) // 2)
