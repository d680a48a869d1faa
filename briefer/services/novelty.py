"""What earlier briefings have told: every sentence and article is new, developing or repeated."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from briefer.model.article import ArticleId
from briefer.model.briefing import ArticleItem, Briefing, BriefingId, Content, QuoteItem
from briefer.model.story import Novelty, Story
from briefer.model.summary import SummaryLength
from briefer.services.library import LibraryView
from briefer.services.story_lines import SAME, share, stems_of
from briefer.services.summary_making import summary_of
from briefer.text.figures import written_numbers

# So many of an article's own best sentences decide on it; of a short one all.
_JUDGED = 5
_NUMBER = re.compile(r"\d[\d.,\u00a0\u202f']*")


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence of an earlier briefing: its stems and its figures."""

    stems: frozenset[str]
    figures: frozenset[str]


@dataclass(slots=True)
class Earlier:
    """All that some briefings told, found by its words.

    `best` keeps what was read of articles that are asked for.
    """

    best: dict[ArticleId, Sequence[_Told]]
    articles_used: set[ArticleId] = field(default_factory=set)
    _told: list[_Told] = field(default_factory=list)
    _with_stem: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))

    @property
    def is_empty(self) -> bool:
        """Whether nothing was told."""
        return not self.articles_used

    def add(self, article: ArticleId, sentences: Iterable[_Told]) -> None:
        """These sentences of the article were told."""
        self.articles_used.add(article)
        for told in sentences:
            for stem in told.stems:
                self._with_stem[stem].add(len(self._told))
            self._told.append(told)

    def tells(self, story: Story) -> bool:
        """Whether an article of the story was in an earlier briefing."""
        return not self.articles_used.isdisjoint(story.articles)

    def sentence(self, text: str, language: str = "", *, is_known_story: bool) -> Novelty:
        """Repeated where an earlier briefing said nearly the same, with the same figures; else
        developing in a story that was told, new in any other."""
        if self._has(_read(text, language)):
            return Novelty.REPEATED
        return Novelty.DEVELOPING if is_known_story else Novelty.NEW

    def articles(self, view: LibraryView, stories: Iterable[Story]) -> dict[ArticleId, Novelty]:
        """Each article of the stories; empty where nothing was told before."""
        if self.is_empty:
            return {}
        return {
            article: self._article(view, article, is_known_story=self.tells(story))
            for story in stories
            for article in story.articles
        }

    def article(
        self, view: LibraryView, article: ArticleId, others: Iterable[ArticleId]
    ) -> Novelty:
        """An article that stands for a story which `others` tell too."""
        known = not self.articles_used.isdisjoint((article, *others))
        return self._article(view, article, is_known_story=known)

    def _article(self, view: LibraryView, article: ArticleId, *, is_known_story: bool) -> Novelty:
        if article in self.articles_used:
            return Novelty.REPEATED
        if article not in self.best:
            self.best[article] = _best(view, article)
        best = self.best[article]
        if best and all(map(self._has, best)):
            return Novelty.REPEATED
        return Novelty.DEVELOPING if is_known_story else Novelty.NEW

    def _has(self, wanted: _Told) -> bool:
        counts: dict[int, int] = defaultdict(int)
        for stem in wanted.stems:
            for number in self._with_stem.get(stem, ()):
                counts[number] += 1
        return any(
            share(wanted.stems, self._told[number].stems) >= SAME
            and wanted.figures <= self._told[number].figures
            # Half of a sentence that stood in a longer one was told; a longer one was not.
            and count >= SAME * len(wanted.stems)
            for number, count in counts.items()
        )


class Memory:
    """Keeps what was read of items and articles, so that asking again costs next to nothing."""

    def __init__(self) -> None:
        self._items: dict[tuple[Content, str], tuple[_Told, ...]] = {}
        self._best: dict[ArticleId, Sequence[_Told]] = {}

    def earlier(
        self, view: LibraryView, briefing: BriefingId | None, length: SummaryLength
    ) -> Earlier:
        """What the briefings made before `briefing` told; nothing where none is named."""
        found = Earlier(self._best)
        if briefing is None:
            return found
        for key, _ in view.briefings.all():
            before = view.briefings.get(key) if key < briefing else None
            if before is not None:
                self._take_in(found, view, before, length)
        return found

    def _take_in(
        self, found: Earlier, view: LibraryView, briefing: Briefing, length: SummaryLength
    ) -> None:
        for section in briefing.sections:
            for item in section.items:
                content = item.content
                if isinstance(content, ArticleItem | QuoteItem):
                    found.add(content.article, self._told(view, content, length))

    def _told(
        self, view: LibraryView, content: ArticleItem | QuoteItem, length: SummaryLength
    ) -> tuple[_Told, ...]:
        # What a summary is made of may have changed: choice and rulings are part of the key.
        choice = view.decisions.summary_choice(content.article)
        rulings = view.decisions.rulings(content.article)
        key = (content, repr((choice, rulings, length)))
        if key not in self._items:
            self._items[key] = tuple(_told(view, content, length))
        return self._items[key]


def _told(
    view: LibraryView, content: ArticleItem | QuoteItem, length: SummaryLength
) -> list[_Told]:
    article = view.article(content.article)
    if article is None:
        return []
    language = article.language or ""
    if isinstance(content, QuoteItem):
        return [_read(content.span.of(article.text), language)]
    analysis = view.facts.analysis(content.article)
    if content.sentences is not None:
        spans = [
            analysis.sentences[number].span
            for number in content.sentences
            if analysis is not None and number < len(analysis.sentences)
        ]
    else:
        summary = summary_of(view, content.article, length)
        spans = [one.sentence.span for one in summary.sentences] if summary is not None else []
    texts = [span.of(article.text) for span in spans]
    return [
        _read(text, language) for text in (article.source.title, content.headline, *texts) if text
    ]


def _best(view: LibraryView, article: ArticleId) -> Sequence[_Told]:
    """The sentences of the article that its own summary would take first."""
    found, analysis = view.article(article), view.facts.analysis(article)
    if found is None or analysis is None:
        return []
    values = analysis.scores.values
    order = sorted(
        (sentence for sentence in analysis.sentences if sentence.number < len(values)),
        key=lambda sentence: -values[sentence.number],
    )
    texts = (sentence.span.of(found.text) for sentence in order[:_JUDGED])
    return [_read(text, found.language or "") for text in texts]


def _read(text: str, language: str) -> _Told:
    figures = {re.sub(r"\D", "", found) for found in _NUMBER.findall(text)}
    figures |= {str(number) for number in written_numbers(text, language)}
    return _Told(stems_of(text, language), frozenset(figures))
