import pytest
from story_cases import CASES
from wires import shelve

from briefer.model.article import Source, article_from_paragraphs
from briefer.model.story import Story, StoryId
from briefer.services.story_reports import report
from briefer.summarizers.stories import score_story


@pytest.mark.parametrize("name", CASES)
def test_contradictions_are_those_a_reader_would_name(library, name):
    case = CASES[name]
    made = [
        article_from_paragraphs(
            [text],
            Source(title=f"By {outlet}", outlet=outlet, published=day),
            language=case.get("language", "en"),
        )
        for outlet, day, text in case["articles"]
    ]
    shelve(library, *made)

    told = report(
        library,
        Story(StoryId(made[0].id), name, tuple(article.id for article in made)),
        lambda texts, language: score_story(texts, language=language),
    )

    assert [tuple(claim.text for claim in one.claims) for one in told.conflicts] == case["wanted"]
    later = {c.text for one in told.conflicts for c in one.claims if c.is_later}
    assert later == case.get("later", set())
