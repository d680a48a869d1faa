import pytest
from making import make_analysis, make_article
from wires import shelve

from briefer.model.article import Source, article_from_paragraphs
from briefer.services.ledger import Ledger
from briefer.services.stories import Stories, grouped

FLOOD = "The river Orla burst its banks at Tevens on Monday. 300 people fled Tevens."
CELLARS = "Rescuers in Tevens searched cellars after the Orla broke its dyke."
STRIKE = "Pilots of Norvane Air walked out on Tuesday, grounding 120 flights from Castrel."


def told(text, title, day):
    source = Source(title=title, outlet="The Courier", published=day)
    return article_from_paragraphs([text], source, language="en")


@pytest.fixture
def three(library):
    made = [
        told(FLOOD, "Flood in Tevens", "2024-05-14"),
        told(CELLARS, "Tevens searches its cellars", "2024-05-13"),
        told(STRIKE, "Pilots strike", "2024-05-14"),
    ]
    shelve(library, *made)
    return [article.id for article in made]


def shape(stories):
    return [story.articles for story in stories]


def test_articles_on_one_event_are_a_story_named_by_the_first(library, three):
    flood, cellars, strike = three
    stories = Stories(library).among(three)
    assert shape(stories) == [(cellars, flood), (strike,)]
    assert stories[0].title == "Tevens searches its cellars"
    assert stories[0].id == cellars


def test_what_a_person_rules_is_remembered_and_can_be_undone(library, three):
    flood, cellars, strike = three
    stories = Stories(library)
    first, _ = stories.among(three)

    stories.part(flood, first)
    assert sorted(map(len, shape(stories.among(three)))) == [1, 1, 1]
    stories.keep_together(strike, first)
    assert (cellars, strike) in shape(stories.among(three))

    library.undo()
    library.undo()
    assert shape(stories.among(three)) == [(cellars, flood), (strike,)]


def test_a_story_keeps_the_title_a_person_gave_it(library, three):
    stories = Stories(library)
    stories.rename(stories.among(three)[0], "The Orla flood")
    assert stories.among(three)[0].title == "The Orla flood"
    stories.rename(stories.among(three)[0], "")
    assert stories.among(three)[0].title == "Tevens searches its cellars"


def test_stories_know_actors_as_the_person_ruled(library):
    article = make_article()
    library.facts.add(article, make_analysis(article))
    seen = []

    def alone(texts, tightness, together, apart):
        seen.append(texts[0].names)
        return [[told.key] for told in texts]

    grouped(library, [article.id], cluster=alone)
    ledger = Ledger(library)
    ledger.merge("person:marinova", "person:elena marinova", "Elena Marinova")
    ledger.hide("place:varna")
    grouped(library, [article.id], cluster=alone)

    assert seen == [
        ("person:elena marinova", "person:marinova", "place:varna"),
        ("person:elena marinova",),
    ]
