"""All that the articles say of one actor: roles, quotes, chronology, company, words around the name."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from briefer.model.actors import Actor, ActorKind, Findings, Quote, QuoteKind
from briefer.model.article import Article, ArticleId
from briefer.model.text import Sentence, Span
from briefer.services.census import named_in
from briefer.services.library import LibraryView
from briefer.services.reader_names import place_name
from briefer.services.rulings import Rulings, obeyed
from briefer.text.topics import topics
from briefer.text.words import words

# Reading more articles takes longer than a person waits; the newest say most.
_MOST_ARTICLES = 400
# Characters on each side of a name in the concordance.
_CONTEXT = 90
_MOST_LINES = 2_000


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of an article: the words, where they stand and when that was published.

    `who` is the key of who says it, `topic` that of whom it is about, both where that is known;
    `nouns` are what it is about beyond that, the weightiest first.
    """

    article: ArticleId
    span: Span
    text: str
    date: str
    outlet: str
    who: str = ""
    topic: str = ""
    nouns: tuple[str, ...] = ()
    is_quote: bool = False
    is_direct: bool = True


@dataclass(frozen=True, slots=True)
class KeyWord:
    """A name in its context: a line of the concordance."""

    before: str
    after: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class RoleSeen:
    """A role with its first and last date and the passages that prove it, the oldest first."""

    text: str
    passages: tuple[Passage, ...]
    is_pinned: bool = False

    @property
    def articles(self) -> int:
        """How many articles know the actor in this role."""
        return len({passage.article for passage in self.passages})


@dataclass(frozen=True, slots=True)
class Company:
    """Another actor, and how many articles name both."""

    key: str
    name: str
    kind: ActorKind
    articles: int
    is_watched: bool = False


@dataclass(slots=True)
class Dossier:
    """What is known of an actor; passages are the newest first.

    `articles` is how many name the actor, `read` how many of them were looked into.
    """

    key: str
    name: str = ""
    kind: ActorKind = ActorKind.PERSON
    aliases: tuple[str, ...] = ()
    articles: int = 0
    read: int = 0
    mentions: int = 0
    is_watched: bool = False
    roles: tuple[RoleSeen, ...] = ()
    quotes: list[Passage] = field(default_factory=list)
    chronology: list[Passage] = field(default_factory=list)
    about: list[Passage] = field(default_factory=list)
    company: list[Company] = field(default_factory=list)
    concordance: list[KeyWord] = field(default_factory=list)
    days: dict[str, int] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)


def dossier(view: LibraryView, key: str) -> Dossier:
    """What the articles on the shelf say of an actor. Takes milliseconds for each: call in a job."""
    rulings = Rulings(view.decisions.actor_rules())
    key = rulings.key(key)
    keys = named_in(view, key)
    cards = sorted(view.known(keys), key=lambda card: (card.published, card.id), reverse=True)
    found = Dossier(key, articles=len(cards), is_watched=key in rulings.watched)
    gathered = _Gathering(found)
    for card in cards[:_MOST_ARTICLES]:
        article, analysis = view.article(card.id), view.facts.analysis(card.id)
        if article is not None and analysis is not None:
            known = obeyed(analysis.findings, rulings, card.id, article.text)
            gathered.read(article, analysis.sentences, known, card.published[:10], card.outlet)
    gathered.close(rulings)
    return found


class _Gathering:
    """Fills a dossier article by article."""

    def __init__(self, found: Dossier) -> None:
        self._found = found
        self._names: Counter[str] = Counter()
        self._languages: list[str] = []
        # Words of names: whom a quotation is about is said by the names themselves.
        self._words: set[str] = set()
        self._kinds: Counter[ActorKind] = Counter()
        self._aliases: Counter[str] = Counter()
        # By their words without case: "President" and "president" are one.
        self._roles: dict[str, list[tuple[str, Passage]]] = defaultdict(list)
        self._company: dict[str, tuple[Actor, list[ArticleId]]] = {}
        self._called: dict[str, Counter[str]] = defaultdict(Counter)

    def read(
        self,
        article: Article,
        sentences: Sequence[Sentence],
        known: Findings,
        date: str,
        outlet: str,
    ) -> None:
        """Take from an article what it says of the actor."""
        found = self._found
        actor = next((one for one in known.actors if one.key == found.key), None)
        if actor is None:
            return
        source = _Source(article, date, outlet)
        found.read += 1
        found.mentions += len(actor.mentions)
        found.days[date] = found.days.get(date, 0) + len(actor.mentions)
        self._names[actor.name] += len(actor.mentions)
        self._kinds[actor.kind] += 1
        self._aliases.update(dict.fromkeys(actor.aliases, 1))
        others = [one for one in known.actors if one.key != found.key]
        for one in known.actors:
            spelt = (one.name, *one.aliases)
            if one.kind is ActorKind.ORGANISATION:
                # "Climate Change Conference" takes no word from those who speak of the climate.
                spelt = tuple(name for name in spelt if " " not in name)
            self._words.update(word for name in spelt for word in words(name))
        for one in others:
            self._company.setdefault(one.key, (one, []))[1].append(article.id)
            self._called[one.key][one.name] += len(one.mentions)
        for role in actor.roles:
            self._roles[role.text.casefold()].append((role.text, source.passage(role.span)))
        for quote in known.quotes:
            # What stands in a reported sentence of the same speaker is read there.
            if not any(q is not quote and _holds(q, quote) for q in known.quotes):
                self._hear(quote, actor, others, source)
        spans = [mention.span for mention in actor.mentions]
        for sentence in sentences:
            if any(sentence.span.covers(span) for span in spans):
                found.chronology.append(source.passage(sentence.span))
        for span in spans:
            before, after = _around(article.text, span)
            found.concordance.append(KeyWord(before, after, source.passage(span)))

    def _hear(self, quote: Quote, actor: Actor, others: Sequence[Actor], source: "_Source") -> None:
        """Note a quote of the actor, or of another who names the actor in it."""
        passage = replace(
            source.passage(quote.span),
            text=quote.text,
            is_quote=True,
            is_direct=quote.kind is QuoteKind.DIRECT,
        )
        if quote.speaker == actor.key:
            self._found.quotes.append(replace(passage, topic=_topic(quote, others)))
            self._languages.append(source.article.language or "")
        elif quote.speaker and any(quote.span.overlaps(m.span) for m in actor.mentions):
            self._found.about.append(replace(passage, who=quote.speaker))

    def close(self, rulings: Rulings) -> None:
        """Draw together what the articles said."""
        found = self._found
        if self._names:
            name = self._names.most_common(1)[0][0]
            found.name = rulings.name(found.key) or place_name(found.key, name)
            found.kind = self._kinds.most_common(1)[0][0]
        spelt = dict.fromkeys(text for text, _ in self._aliases.most_common())
        found.aliases = tuple(name for name in spelt if name != found.name)
        pinned = rulings.roles.get(found.key, "")
        if pinned:
            # A pinned role is shown in every article; it is proved by those that have its words.
            folded = pinned.casefold()
            told = self._roles.pop(folded, [])
            self._roles[folded] = [pair for pair in told if pair[1].text.casefold() == folded]
        roles = [self._role(folded, pinned) for folded in self._roles]
        found.roles = tuple(
            sorted(roles, key=lambda r: (not r.is_pinned, r.passages[0].date if r.passages else ""))
        )
        for key, heard in self._called.items():
            found.names[key] = place_name(key, max(heard, key=lambda name: (heard[name], name)))
        company = [
            Company(key, found.names[key], one.kind, len(set(articles)), key in rulings.watched)
            for key, (one, articles) in self._company.items()
        ]
        said = [
            (quote.text, code) for quote, code in zip(found.quotes, self._languages, strict=True)
        ]
        found.quotes = [
            replace(quote, nouns=nouns)
            for quote, nouns in zip(found.quotes, topics(said, self._words), strict=True)
        ]
        found.company = sorted(company, key=lambda one: (-one.articles, one.name))
        del found.concordance[_MOST_LINES:]

    def _role(self, folded: str, pinned: str) -> RoleSeen:
        """A role as most articles write it, or as the person does."""
        seen = self._roles[folded]
        is_pinned = bool(pinned) and folded == pinned.casefold()
        text = pinned if is_pinned else Counter(text for text, _ in seen).most_common(1)[0][0]
        return RoleSeen(text, tuple(passage for _, passage in reversed(seen)), is_pinned)


@dataclass(frozen=True, slots=True)
class _Source:
    """An article that passages are taken from."""

    article: Article
    date: str
    outlet: str

    def passage(self, span: Span) -> Passage:
        """The words at a place of the article."""
        text = span.of(self.article.text)
        return Passage(self.article.id, span, text, self.date, self.outlet)


def _holds(one: Quote, other: Quote) -> bool:
    return one.speaker == other.speaker and one.span != other.span and one.span.covers(other.span)


def _topic(quote: Quote, others: Sequence[Actor]) -> str:
    """Whom a quote is about: of those who are named in it, the one the article is most about."""
    named = (one for one in others if any(quote.span.overlaps(m.span) for m in one.mentions))
    return next((one.key for one in named), "")


def _around(text: str, span: Span) -> tuple[str, str]:
    """What stands before and after a name in its paragraph, on one line."""
    before = text[max(span.start - _CONTEXT, 0) : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + _CONTEXT].partition("\n")[0]
    if len(before) == _CONTEXT:
        # No half words; writing without blanks is cut anywhere.
        before = before.partition(" ")[2] or before
    if len(after) == _CONTEXT:
        after = after.rpartition(" ")[0] or after
    return " ".join(before.split()), " ".join(after.split())
