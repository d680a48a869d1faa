"""What a briefing is composed and drafted from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from briefer.model.actors import KeyActor, Quote
from briefer.model.article import Article, ArticleId
from briefer.model.story import Novelty
from briefer.model.summary import Summary, Wording
from briefer.model.text import Sentence
from briefer.services.gist import Gist


@dataclass(frozen=True, slots=True)
class Material:
    """All that a briefing may refer to.

    `articles` have the user's source fixes applied; `summaries` are as the user's pins, exclusions
    and lengths make them; `actors` stand most salient first; `method` names the summary method in
    words for the method note (empty: the names the summaries bear); `copies` are the articles that
    other outlets ran of the same text; `others` are articles that items name as reporting the same;
    `wordings` are the sentences, by number, that are not printed letter for letter; `rearranged` are the
    articles whose sentences the user put in another order; `gist` is what a draft needs of the
    stories they tell; `novelty` is what earlier briefings make of an article.
    """

    articles: Mapping[ArticleId, Article]
    sentences: Mapping[ArticleId, tuple[Sentence, ...]] = field(default_factory=dict)
    summaries: Mapping[ArticleId, Summary] = field(default_factory=dict)
    actors: Sequence[KeyActor] = ()
    quotes: Mapping[ArticleId, tuple[Quote, ...]] = field(default_factory=dict)
    method: str = ""
    copies: Mapping[ArticleId, tuple[Article, ...]] = field(default_factory=dict)
    others: Mapping[ArticleId, Article] = field(default_factory=dict)
    wordings: Mapping[ArticleId, Mapping[int, Wording]] = field(default_factory=dict)
    rearranged: frozenset[ArticleId] = frozenset()
    # What is to be printed with the texts of an outlet, by its name in small letters ("*": of all others).
    licences: Mapping[str, str] = field(default_factory=dict)
    gist: Gist = field(default_factory=Gist)
    novelty: Mapping[ArticleId, Novelty] = field(default_factory=dict)
