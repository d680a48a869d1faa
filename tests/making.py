"""Articles and analyses for tests, made by hand."""

from dataclasses import replace

from briefer.model.actors import Actor, ActorKind, Findings, Mention, Quote, QuoteKind, Role
from briefer.model.analysis import Analysis
from briefer.model.article import Article, Source, article_from_paragraphs
from briefer.model.errors import UnreadablePart
from briefer.model.summary import Scores
from briefer.model.text import Sentence, Span
from briefer.services.reviewing import Found
from briefer.text.sentences import split_sentences

PARAGRAPHS = (
    "The port of Varna reopened on Monday after a strike of nine days. Ships had waited off the coast.",
    "“We won what we asked for,” Elena Marinova said. Marinova leads the dockers' union.",
    "The ministry of transport said the agreement would cost 12 million euros.",
    "A second round of talks is planned in March, Marinova said.",
)


def make_article(title: str = "Port of Varna reopens", **source: object) -> Article:
    """An article of four paragraphs."""
    known = {"outlet": "Black Sea Courier", "published": "2026-03-02", **source}
    return article_from_paragraphs(PARAGRAPHS, Source(title=title, **known), language="en")


def make_analysis(article: Article) -> Analysis:
    """Scores that fall from the first sentence on, three actors and one quote."""
    text = article.text
    sentences = split_sentences(text, article.paragraphs, "en")
    scores = Scores("auto", tuple(1 / (i + 1) for i in range(len(sentences))))

    def actor(key: str, name: str, kind: ActorKind, word: str) -> Actor:
        at = text.index(word)
        mention = Mention(Span(at, at + len(word)), word)
        return Actor(key, name, kind, 0.5, (), (Role(mention.span, "leader"),), (mention,))

    found = (
        actor("person:elena marinova", "Elena Marinova", ActorKind.PERSON, "Elena Marinova"),
        actor("person:marinova", "Marinova", ActorKind.PERSON, "Marinova leads"),
        actor("place:varna", "Varna", ActorKind.PLACE, "Varna"),
    )
    start = text.index("We won")
    quote = Quote(Span(start, start + 23), text[start : start + 23], QuoteKind.DIRECT, found[0].key)
    return Analysis(article.id, sentences, scores, Findings(found, (quote,)))


def make_older_analysis(article: Article) -> Analysis:
    """An analysis of version 1, which took the first two sentences for one."""
    found = make_analysis(article)
    first, second, *rest = found.sentences
    joined = Sentence(Span(first.span.start, second.span.end), 0, 0)
    sentences = (joined, *(replace(one, number=one.number - 1) for one in rest))
    scores = replace(found.scores, values=found.scores.values[: len(sentences)])
    return replace(found, sentences=sentences, scores=scores, version=1)


# An export of a news database, and what was found in it.
FILE = "/desk/export.html"


def found(number, lines=3, title="Story {}", file=FILE, **source):
    known = {"outlet": "Black Sea Courier", "published": "2026-03-02", **source}
    article = article_from_paragraphs(
        [f"Article {number} has line {line}." for line in range(lines)],
        Source(title=title.format(number), **known),
        language="en",
        origin=file,
    )
    return Found(file, article)


def missed(number, file=FILE):
    name = f"{file}, article {number} (“Lost”)"
    return Found(file, UnreadablePart("There is no text.", name=name, hint="Export it again."))
