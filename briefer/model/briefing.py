"""A briefing as the user assembles it: issue details, sections, items. It refers to articles,
sentences, quotes, figures and actors; it copies none of them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, NewType

from briefer.model.article import ArticleId
from briefer.model.text import Span

BriefingId = NewType("BriefingId", int)
SectionId = NewType("SectionId", int)
ItemId = NewType("ItemId", int)


class SectionKind(StrEnum):
    """What a section is for; it decides how its items are set and what is filled in by itself."""

    BOTTOM_LINE = "bottom-line"
    TOP_STORIES = "top-stories"
    JUDGEMENTS = "judgements"
    DEVELOPMENTS = "developments"
    STATEMENTS = "statements"
    ACTORS = "actors"
    WHO_IS_WHO = "who-is-who"
    FACTS = "facts"
    OUTLETS = "outlets"
    KEY_FIGURES = "key-figures"
    TIMELINE = "timeline"
    CALENDAR = "calendar"
    CHARTS = "charts"
    TEXT = "text"
    SOURCES = "sources"
    ANNEX = "annex"


@dataclass(frozen=True, slots=True)
class ArticleItem:
    """An article in a section: headline, excerpt, source line.

    `headline` replaces the article's own title when not empty. `sentences` fixes the excerpt to
    these sentence numbers; None takes the article's current summary, `length` sentences of it
    (0: as long as the summary is). `note` is the user's own line on why it matters. `also` are other
    articles of the same story, whose outlets are named as reporting it too.
    """

    article: ArticleId
    headline: str = ""
    sentences: tuple[int, ...] | None = None
    length: int = 0
    note: str = ""
    also: tuple[ArticleId, ...] = ()
    type: Literal["article"] = "article"


@dataclass(frozen=True, slots=True)
class QuoteItem:
    """A statement: the words at `span` of the article, and the key of who said them."""

    article: ArticleId
    span: Span
    speaker: str | None = None
    direct: bool = True
    type: Literal["quote"] = "quote"


@dataclass(frozen=True, slots=True)
class ActorItem:
    """An actor by key, as a row of the actors table.

    `article` is where the actor was found and `name` how it was shown there: they stand in when
    none of the briefing's other articles names it.
    """

    actor: str
    note: str = ""
    name: str = ""
    article: ArticleId | None = None
    type: Literal["actor"] = "actor"


@dataclass(frozen=True, slots=True)
class TextItem:
    """The user's own words; a blank line parts paragraphs, a leading "- " makes a bullet.

    `sources` are the articles it rests on, cited at its end.
    """

    text: str
    sources: tuple[ArticleId, ...] = ()
    type: Literal["text"] = "text"


@dataclass(frozen=True, slots=True)
class FigureItem:
    """A number that an article gives, at `span`, with `what` it counts (the user may reword that).

    `also` are other articles that give the same.
    """

    article: ArticleId
    span: Span
    what: str
    also: tuple[ArticleId, ...] = ()
    type: Literal["figure"] = "figure"


@dataclass(frozen=True, slots=True)
class EventItem:
    """What happened, or will, on a day that the sentence at `span` of the article speaks of.

    `date` is ISO 8601 as far as it is known ("2026-03-12", "2026-03", "2026"); `text` stands in
    place of the sentence when not empty; `also` are other articles that tell of the same.
    """

    article: ArticleId
    span: Span
    date: str
    text: str = ""
    also: tuple[ArticleId, ...] = ()
    type: Literal["event"] = "event"


@dataclass(frozen=True, slots=True)
class JudgementItem:
    """The user's own judgement. `term` is the key of a likelihood or of a confidence (see
    `services.estimates`), one of them at most: the two are never mixed in one sentence."""

    text: str
    term: str = ""
    type: Literal["judgement"] = "judgement"


Content = ArticleItem | QuoteItem | ActorItem | TextItem | FigureItem | EventItem | JudgementItem


@dataclass(frozen=True, slots=True)
class Item:
    """A content with its identity in the briefing."""

    id: ItemId
    content: Content


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its items, in order."""

    id: SectionId
    kind: SectionKind
    heading: str
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class IssueDetails:
    """What the masthead, header and footer say. Dates are ISO 8601; empty means not shown."""

    title: str = ""
    series: str = ""
    issue: str = ""
    date: str = ""
    period: str = ""
    cutoff: str = ""
    next_issue: str = ""
    prepared_by: str = ""
    recipients: str = ""
    marking: str = ""
    language: str = "en"
    template: str = "daily"
    paper: str = "a4"
    annex: str = "none"
    version: str = ""
    # Headings of sections are numbered; items say what earlier briefings told of them.
    numbered: bool = False
    tags: bool = False
    # The most pages it is to have; 0: as many as it takes.
    pages: int = 0
    # Abbreviations as "ABC=what it stands for"; nothing behind the sign: everybody knows it.
    acronyms: tuple[str, ...] = ()
    # By which an issue is known for ever, also on other machines; given when it is first kept.
    uid: str = ""
    # The colour of headings ("#1F4E79"); empty: the usual one.
    accent: str = ""


@dataclass(frozen=True, slots=True)
class Briefing:
    """A briefing: its details and its sections in order."""

    id: BriefingId
    details: IssueDetails
    sections: tuple[Section, ...] = ()
