"""Who acts in an article, in what role, and who said what; each with the place that proves it."""

from dataclasses import dataclass
from enum import StrEnum

from briefer.model.article import ArticleId
from briefer.model.text import Span


class ActorKind(StrEnum):
    """The three kinds of actor."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"


class QuoteKind(StrEnum):
    """Words in quotation marks, or what the text reports in its own words."""

    DIRECT = "direct"
    INDIRECT = "indirect"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name of an actor where it stands in the text."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Role:
    """What an actor is called by office ("President", "foreign minister of Iran"), where it stands."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor of one article.

    `key` is stable between articles and runs ("person:ebrahim raisi", "place:IR"): actors of
    several articles with one key are one actor, and the user's rules name actors by it.
    `salience` runs from 0 to 1; `country` is an ISO 3166 alpha-2 code.
    """

    key: str
    name: str
    kind: ActorKind
    salience: float
    aliases: tuple[str, ...]
    roles: tuple[Role, ...]
    mentions: tuple[Mention, ...]
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody said: the quoted words without their marks, or the reported clause.

    `speaker` is the key of an actor in the same findings; `speaker_mention` is where the speaker
    is named for this quote (a name, "he", "the ministry"); `cue` is the verb of saying.
    """

    span: Span
    text: str
    kind: QuoteKind
    speaker: str | None = None
    speaker_mention: Mention | None = None
    cue: str | None = None


@dataclass(frozen=True, slots=True)
class Findings:
    """All that an actor engine found in one article: actors most salient first, quotes in order."""

    actors: tuple[Actor, ...] = ()
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class KeyActor:
    """An actor over all chosen articles, the user's merges and renames obeyed.

    `roles` are their texts, the best first; `mentions` is their number in all `articles`, which
    stand with the most mentions first; `salience` runs from 0 to 1.
    """

    key: str
    name: str
    kind: ActorKind
    salience: float
    roles: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    mentions: int = 0
    articles: tuple[ArticleId, ...] = ()
    country: str | None = None
