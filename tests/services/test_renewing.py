"""Analyses of an older version are made anew; excerpts in briefings follow by their places."""

from dataclasses import replace

import pytest
from making import make_analysis, make_article, make_older_analysis

from briefer.model.briefing import ArticleItem
from briefer.model.text import Sentence, Span
from briefer.plugins import Silent
from briefer.services.briefing_desk import BriefingDesk
from briefer.services.crew import Crew
from briefer.services.renewing import Renewing, followed


@pytest.fixture
def renewing(library):
    crew = Crew(1)
    yield Renewing(library, crew)
    crew.close()


@pytest.fixture
def old(library):
    article = make_article()
    library.facts.add(article, make_older_analysis(article))
    with library.step("import"):
        library.decisions.shelve(article.id)
    return article


def excerpts(library, article, *numbers):
    desk = BriefingDesk(library)
    briefing = desk.new(template="plain")
    desk.add(desk.get(briefing).sections[0].id, [ArticleItem(article.id, sentences=numbers)])
    return lambda: desk.get(briefing).sections[0].items[0].content.sentences


def settle_all(library):
    while library.undo_label:
        library.settle()


def test_what_is_of_an_older_version_is_made_anew_and_no_step(library, old, renewing):
    before = library.history
    assert renewing.waiting() == [old.id]

    assert renewing.keep(renewing.analyse(old.id, Silent()))

    assert renewing.waiting() == []
    assert len(library.facts.analysis(old.id).sentences) == 6
    assert library.history == before


def test_excerpts_in_briefings_follow_their_sentences(library, old, renewing):
    numbers = excerpts(library, old, 3, 0)
    settle_all(library)

    renewing.keep(make_analysis(old))

    assert numbers() == (4, 0, 1)


def test_an_excerpt_waits_while_an_undo_could_bring_back_its_old_numbers(library, old, renewing):
    numbers = excerpts(library, old, 3)

    assert not renewing.keep(make_analysis(old))

    assert numbers() == (3,)
    assert renewing.waiting() == [old.id]


def test_articles_of_briefings_come_first(library, old, renewing):
    first = make_article("Another")
    library.facts.add(first, replace(make_analysis(first), version=1))
    excerpts(library, first, 0)

    assert renewing.waiting()[0] == first.id


def test_rulings_order_and_edits_stay_with_their_words(library, old, renewing):
    at = library.facts.analysis(old.id).sentences[2].span
    with library.step("pin"):
        library.decisions.rule_sentence(old.id, at, "pin")
        library.wishes.edit(old.id, at, "Other words.")
    from briefer.model.summary import SummaryLength
    from briefer.services.summary_making import summary_of

    renewing.keep(make_analysis(old))

    chosen = summary_of(library, old.id, SummaryLength(amount=2)).sentences
    assert [(one.sentence.span, one.said) for one in chosen if one.pinned] == [(at, "Other words.")]


def test_another_import_of_an_article_leaves_excerpts_as_they_are(library, old):
    numbers = excerpts(library, old, 3)

    library.facts.add(make_article(), make_analysis(make_article()))

    assert numbers() == (3,)
    assert len(library.facts.analysis(old.id).sentences) == 5


def test_numbers_nobody_knows_are_left_out():
    sentences = [Sentence(Span(0, 5), 0, 0)]

    assert followed((0, 7), sentences, sentences) == (0,)
