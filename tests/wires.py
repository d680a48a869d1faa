"""Invented stories for tests of copies: sentences by number, all different, none about anything."""

import random

from briefer.model.actors import Findings
from briefer.model.analysis import Analysis
from briefer.model.article import Source, article_from_paragraphs
from briefer.model.summary import Scores
from briefer.text.sentences import split_sentences

_SYLLABLES = ["ba", "co", "di", "fe", "gu", "lo", "mir", "nas", "pel", "tor", "vin", "zan"]


def sentence(number: int) -> str:
    """The invented sentence of that number, of 12 to 20 words."""
    chance = random.Random(number)
    words = ["".join(chance.choices(_SYLLABLES, k=chance.randint(1, 3))) for _ in range(20)]
    return " ".join(words[: chance.randint(12, 20)]).capitalize() + "."


def story(*numbers: int) -> list[str]:
    """Paragraphs of a sentence each."""
    return [sentence(number) for number in numbers]


def wire(paragraphs, title="Headline", **source):
    """An article of these paragraphs."""
    return article_from_paragraphs(paragraphs, Source(title=title, **source), language="en")


def analysed(article):
    """The least that the library wants to know of an article."""
    sentences = split_sentences(article.text, article.paragraphs, "en")
    scores = Scores("auto", tuple(1 / (1 + n) for n in range(len(sentences))))
    return Analysis(article.id, sentences, scores, Findings())


def shelve(library, *articles):
    """Keep, compare and shelve articles one after the other, as an import does."""
    from briefer.services.keeping import compare

    for article in articles:
        library.facts.add(article, analysed(article))
        with library.elsewhere() as view:
            compare(view, [article])
        with library.step("import articles"):
            library.decisions.shelve(article.id)
