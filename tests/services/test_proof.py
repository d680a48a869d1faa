"""What is printed as somebody's words is held against its source before it is written."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from briefer.model.article import Source, article_from_paragraphs
from briefer.model.briefing import (
    ArticleItem,
    Briefing,
    BriefingId,
    IssueDetails,
    Item,
    ItemId,
    QuoteItem,
    Section,
    SectionId,
    SectionKind,
)
from briefer.model.document import Look, Run
from briefer.model.errors import ExportFailed
from briefer.model.text import Span
from briefer.services.composing import compose
from briefer.services.material import Material
from briefer.services.proof import prove
from briefer.text.sentences import split_sentences

NOW = datetime(2026, 3, 12, 8, tzinfo=UTC)
ARTICLE = article_from_paragraphs(
    ["The mayor said: “We will open the bridge.” It rained all day. The bridge opens in May."],
    Source(title="Bridge to open", outlet="Courier", published="2026-03-11"),
    language="en",
)
QUOTED = Span(ARTICLE.text.index("We will"), ARTICLE.text.index("bridge.”") + len("bridge."))
SENTENCES = split_sentences(ARTICLE.text, ARTICLE.paragraphs, "en")
MATERIAL = Material({ARTICLE.id: ARTICLE}, sentences={ARTICLE.id: SENTENCES})


def issue(*contents):
    items = tuple(Item(ItemId(n), content) for n, content in enumerate(contents, 1))
    section = Section(SectionId(1), SectionKind.DEVELOPMENTS, "News", items)
    briefing = Briefing(BriefingId(1), IssueDetails(), (section,))
    return briefing, compose(briefing, MATERIAL, now=NOW)


def proved(briefing, document, text=ARTICLE.text):
    prove(briefing, MATERIAL, document, {ARTICLE.id: text})


def test_statements_and_extracts_of_any_sentences_are_proved():
    numbers = tuple(range(len(SENTENCES)))
    proved(*issue(QuoteItem(ARTICLE.id, QUOTED), ArticleItem(ARTICLE.id, sentences=numbers)))
    proved(*issue(ArticleItem(ARTICLE.id, sentences=(numbers[0], numbers[-1]))))
    proved(*issue(ArticleItem(ARTICLE.id, sentences=(numbers[-1], numbers[0]))))


@pytest.mark.parametrize("look", [Look.QUOTE, Look.EXTRACT])
def test_one_changed_word_is_found(look):
    content = (
        QuoteItem(ARTICLE.id, QUOTED)
        if look is Look.QUOTE
        else ArticleItem(ARTICLE.id, sentences=(0,))
    )
    briefing, document = issue(content)
    blocks = tuple(
        replace(b, runs=tuple(Run(r.text.replace("will", "shall")) for r in b.runs))
        if getattr(b, "look", None) is look
        else b
        for b in document.blocks
    )

    with pytest.raises(ExportFailed) as failure:
        proved(briefing, replace(document, blocks=blocks))
    assert "Bridge to open" in failure.value.what


def test_a_source_that_changed_is_found():
    briefing, document = issue(QuoteItem(ARTICLE.id, QUOTED))

    with pytest.raises(ExportFailed):
        proved(briefing, document, ARTICLE.text.replace("bridge", "tunnel"))
