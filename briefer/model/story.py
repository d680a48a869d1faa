"""Several articles on one event: who tells it, what they agree on, where they differ, and when.

All of it is derived and can be made again, save for what a person ruled on which article belongs
where. Every claim bears the article and the place that prove it; offsets count code points.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal, NewType

from briefer.model.article import ArticleId
from briefer.model.text import Span

# The id of the story's first article in the order of publication: a name for as long as it stays.
StoryId = NewType("StoryId", str)
# What a person may rule on two articles.
StoryRuling = Literal["together", "apart"]


class Novelty(StrEnum):
    """Whether earlier briefings of the user told this already."""

    NEW = "new"
    DEVELOPING = "developing"
    REPEATED = "repeated"


class Precision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: an article and a span of its text."""

    article: ArticleId
    span: Span


@dataclass(frozen=True, slots=True)
class Story:
    """The articles on one event, in the order of publication (undated ones last)."""

    id: StoryId
    title: str
    articles: tuple[ArticleId, ...]


@dataclass(frozen=True, slots=True)
class StorySentence:
    """A chosen sentence, verbatim, with the articles that say nearly the same.

    `number` is the sentence's own in its article; `published` is its article's date (ISO 8601,
    empty when unknown).
    """

    place: Place
    text: str
    number: int = 0
    published: str = ""
    also: tuple[ArticleId, ...] = ()
    novelty: Novelty | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it counts: "at least 12" of "people killed".

    `value` is the number itself; `text` stands at `place`; `what` are the words it counts, as in
    the text; `sentence` is the whole sentence around it. `also` are the other articles that say so.
    """

    place: Place
    text: str
    value: float
    what: str
    sentence: str
    also: tuple[ArticleId, ...] = ()


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """A day (or month, or year) that a sentence speaks of.

    `date` is ISO 8601 as far as `precision` goes ("2021-08-18", "2021-08", "2021"); `text` is the
    expression at `place` ("on Monday"); `relative` ones were counted from the publication date;
    `within` is where the sentence stands.
    `also` are the other articles that tell of the same under the same date.
    """

    date: str
    precision: Precision
    place: Place
    text: str
    sentence: str
    relative: bool = False
    also: tuple[ArticleId, ...] = ()
    within: Span | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One side of a conflict: what some articles say, with a place for each.

    `is_later` where the figure is higher than the others and was first printed on a later day: what
    looks like a contradiction may be the event going on.
    """

    text: str
    places: tuple[Place, ...]
    sentence: str
    is_later: bool = False


@dataclass(frozen=True, slots=True)
class Conflict:
    """Different figures or dates for the same thing; `what` says for which."""

    what: str
    kind: Literal["figure", "date"]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class StoryReport:
    """All that is known of a story: the summary in the order of events, and its boxes.

    `independent` is how many of the articles are no copies of another; `novelty` says of each
    article what earlier briefings make of it, where there are any.
    """

    story: Story
    summary: tuple[StorySentence, ...] = ()
    figures: tuple[Figure, ...] = ()
    timeline: tuple[DatedEvent, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    independent: int = 0
    novelty: Mapping[ArticleId, Novelty] = field(default_factory=dict)
