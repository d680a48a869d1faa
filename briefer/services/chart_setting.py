"""What a section of charts shows: articles by day and by outlet, and who is named together."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import combinations

from briefer.model.actors import KeyActor
from briefer.model.article import ArticleId
from briefer.model.briefing import ActorItem, Section
from briefer.model.document import Origin, Picture, runs_right_to_left
from briefer.services.charting import MOST_DAYS, by_day, by_name, network
from briefer.services.citing import Citations, clean
from briefer.services.material import Material
from briefer.services.printed_words import PrintedWords

_MOST_ACTORS, _MOST_LINKS = 11, 12


class ChartSetting:
    """Sets the charts of one document. What would show nothing but one bar is left out."""

    def __init__(self, material: Material, words: PrintedWords, citations: Citations) -> None:
        self._material = material
        self._words = words
        self._citations = citations
        self._backward = runs_right_to_left(words.language)

    def pictures(self, section: Section) -> list[Picture]:
        """The charts of the cited articles, or of those that name the section's actor."""
        known = {actor.key: actor for actor in self._material.actors}
        about = next(
            (
                known[item.content.actor]
                for item in section.items
                if isinstance(item.content, ActorItem) and item.content.actor in known
            ),
            None,
        )
        told = about.articles if about else self._citations.cited
        articles = [key for key in told if key in self._material.articles]
        origin = Origin(section.id)
        made = (
            self._days(articles, origin),
            self._outlets(articles, origin),
            self._together(about, articles, origin),
        )
        return [picture for picture in made if picture is not None]

    def _days(self, articles: Sequence[ArticleId], origin: Origin) -> Picture | None:
        days = Counter(
            day
            for key in articles
            if (day := (self._material.articles[key].source.published or "")[:10])
        )
        try:
            first, last = date.fromisoformat(min(days)), date.fromisoformat(max(days))
        except ValueError:
            # No days at all, or a month alone among them.
            return None
        length = (last - first).days + 1
        if length < 2 or length > MOST_DAYS:
            return None
        every = [(first + timedelta(n)).isoformat() for n in range(length)]
        counts = [(self._words.short_date(day), days[day]) for day in every]
        return by_day(self._words["articles_by_day"], counts, origin, backward=self._backward)

    def _outlets(self, articles: Sequence[ArticleId], origin: Origin) -> Picture | None:
        outlets = Counter(
            name
            for key in articles
            if (name := clean(self._material.articles[key].source.outlet or ""))
        )
        if len(outlets) < 2 or max(outlets.values()) < 2:
            return None
        counts = sorted(outlets.items(), key=lambda row: (-row[1], row[0].casefold()))
        return by_name(self._words["articles_by_outlet"], counts, origin, backward=self._backward)

    def _together(
        self, about: KeyActor | None, articles: Sequence[ArticleId], origin: Origin
    ) -> Picture | None:
        told = set(articles)
        others = [actor for actor in self._material.actors if actor is not about]
        named = [(actor, told & set(actor.articles)) for actor in others]
        named = [(actor, keys) for actor, keys in named if keys][: _MOST_ACTORS - bool(about)]
        if about:
            named.insert(0, (about, told))
        links = [
            (one, other, len(shared))
            for (one, (_, mine)), (other, (_, theirs)) in combinations(enumerate(named), 2)
            if (shared := mine & theirs) and (len(shared) > 1 or (about is not None and one == 0))
        ]
        # All links at once would be a ball of wool: those to whom it is about, and the strongest.
        links.sort(key=lambda link: (about is None or link[0] > 0, -link[2]))
        centre = sum(about is not None and one == 0 for one, *_ in links)
        links = links[: centre + _MOST_LINKS]
        linked = sorted({place for one, other, _ in links for place in (one, other)})
        if len(linked) < 3:
            return None
        order = {old: new for new, old in enumerate(linked)}
        names = [clean(named[place][0].name) for place in linked]
        moved = [(order[one], order[other], number) for one, other, number in links]
        return network(self._words["named_together"], names, moved, origin)
