import pytest
from wires import shelve

from briefer.model.article import Source, article_from_paragraphs
from briefer.services.stories import Stories
from briefer.services.story_reports import report
from briefer.summarizers.stories import score_story


def told(text, outlet, day):
    source = Source(title=f"Flood in Tevens ({outlet})", outlet=outlet, published=day)
    return article_from_paragraphs(text.split("\n"), source, language="en")


COURIER = (
    "The river Orla burst its banks at Tevens on Monday and flooded the old town.\n"
    "At least 12 people were killed in Tevens, the mayor said.\n"
    "The dyke had been built in 1987."
)
TRIBUNE = (
    "Tevens, on the river Orla, lay under water for a second day.\n"
    "Seven people were killed in Tevens, according to the police.\n"
    "More than 10 people were hurt in Tevens."
)


@pytest.fixture
def flood(library):
    made = [told(COURIER, "Courier", "2024-05-14"), told(TRIBUNE, "Tribune", "2024-05-15")]
    shelve(library, *made)
    (story,) = Stories(library, 0.01).among([article.id for article in made])
    return report(library, story, lambda texts, language: score_story(texts, language=language))


def test_every_sentence_is_verbatim_with_its_source_and_in_order_of_time(library, flood):
    assert flood.summary
    days = [sentence.published for sentence in flood.summary]
    assert days == sorted(days)
    for sentence in flood.summary:
        article = library.article(sentence.place.article)
        assert sentence.place.span.of(article.text) == sentence.text


def test_different_tolls_are_set_side_by_side(library, flood):
    (conflict,) = flood.conflicts
    assert conflict.what == "dead"
    assert [claim.text for claim in conflict.claims] == ["Seven", "12"]
    for claim in conflict.claims:
        for place in claim.places:
            assert place.span.of(library.article(place.article).text) == claim.text


def test_days_are_counted_from_each_articles_own(flood):
    dates = {event.date: event for event in flood.timeline}
    assert dates["2024-05-13"].text == "Monday"
    assert dates["2024-05-13"].relative
    assert "1987" not in dates


def test_figures_say_what_they_count(flood):
    assert ("12", "people were killed") in {(one.text, one.what) for one in flood.figures}
