import pytest
from wires import shelve

from briefer.model.article import Source, article_from_paragraphs
from briefer.model.briefing import ArticleItem, IssueDetails, QuoteItem, SectionKind
from briefer.model.story import Novelty, Story, StoryId
from briefer.model.summary import SummaryLength
from briefer.model.text import Span
from briefer.services.novelty import Memory

FIRST = "The river Orla burst its banks at Tevens and flooded the old town."
TOLL = "At least 12 people were killed in Tevens, the mayor of the town said."
LATER = "At least 17 people were killed in Tevens, the mayor of the town said."


def told(title, *paragraphs):
    source = Source(title=title, outlet="Courier", published="2024-05-14")
    return article_from_paragraphs(paragraphs, source, language="en")


@pytest.fixture
def flood(library):
    made = [
        told("Flood", FIRST, TOLL),
        told("Flood again", TOLL, FIRST),
        told("Toll rises", LATER, "Divers searched the mill for the missing of the night."),
        told("Pilots", "Pilots of Norvane Air walked out over the new rosters of the airline."),
    ]
    shelve(library, *made)
    return made


def briefing(library, *contents):
    with library.step("make"):
        key = library.briefings.add(IssueDetails())
        section = library.briefings.add_section(key, SectionKind.DEVELOPMENTS, "News", 0)
        for place, content in enumerate(contents):
            library.briefings.add_item(section, content, place)
    return key


def stories(flood):
    first, again, rises, pilots = (article.id for article in flood)
    return [
        Story(StoryId(first), "Flood", (first, again, rises)),
        Story(StoryId(pilots), "Pilots", (pilots,)),
    ]


def judged(library, flood, before):
    earlier = Memory().earlier(library, before, SummaryLength())
    return [found.value for found in earlier.articles(library, stories(flood)).values()]


def test_a_story_told_before_develops_and_what_is_all_said_is_repeated(library, flood):
    briefing(library, ArticleItem(flood[0].id))
    now = briefing(library)

    assert judged(library, flood, now) == ["repeated", "repeated", "developing", "new"]


def test_without_an_earlier_briefing_nothing_is_said(library, flood):
    now = briefing(library, ArticleItem(flood[0].id))
    briefing(library, ArticleItem(flood[1].id))

    assert judged(library, flood, now) == []
    assert judged(library, flood, None) == []


def test_only_the_sentences_that_were_used_were_told(library, flood):
    briefing(library, ArticleItem(flood[0].id, sentences=(0,)))
    earlier = Memory().earlier(library, briefing(library), SummaryLength())

    assert earlier.sentence(FIRST, "en", is_known_story=True) is Novelty.REPEATED
    assert earlier.sentence(TOLL, "en", is_known_story=True) is Novelty.DEVELOPING
    assert earlier.sentence(TOLL, "en", is_known_story=False) is Novelty.NEW


def test_another_figure_is_no_repetition(library, flood):
    briefing(library, ArticleItem(flood[0].id, sentences=(0, 1)))
    earlier = Memory().earlier(library, briefing(library), SummaryLength())

    assert earlier.sentence(TOLL, "en", is_known_story=True) is Novelty.REPEATED
    assert earlier.sentence(LATER, "en", is_known_story=True) is Novelty.DEVELOPING


def test_another_number_in_words_is_no_repetition(library, flood):
    briefing(library, ArticleItem(flood[0].id, sentences=(0, 1)))
    earlier = Memory().earlier(library, briefing(library), SummaryLength())
    seven = TOLL.replace("At least 12", "Seven")
    twelve = TOLL.replace("At least 12", "Twelve")

    assert earlier.sentence(seven, "en", is_known_story=True) is Novelty.DEVELOPING
    assert earlier.sentence(twelve, "en", is_known_story=True) is Novelty.REPEATED


def test_a_quote_was_told_too(library, flood):
    at = flood[0].text.index(TOLL)
    briefing(library, QuoteItem(flood[0].id, Span(at, at + len(TOLL))))
    earlier = Memory().earlier(library, briefing(library), SummaryLength())

    assert earlier.sentence(TOLL, "en", is_known_story=True) is Novelty.REPEATED


def test_what_is_asked_again_is_read_anew_where_a_pin_changed_it(library, flood):
    briefing(library, ArticleItem(flood[0].id, length=1))
    now, memory = briefing(library), Memory()
    before = memory.earlier(library, now, SummaryLength(amount=1))
    assert before.sentence(TOLL, "en", is_known_story=True) is Novelty.DEVELOPING

    at = flood[0].text.index(TOLL)
    with library.step("pin"):
        library.decisions.rule_sentence(flood[0].id, Span(at, at + len(TOLL)), "pin")
    after = memory.earlier(library, now, SummaryLength(amount=1))

    assert after.sentence(TOLL, "en", is_known_story=True) is Novelty.REPEATED
