from dataclasses import replace

import pytest
from newsroom import newsroom

from briefer.model.actors import ActorKind
from briefer.model.briefing import ArticleItem, IssueDetails, QuoteItem, SectionKind
from briefer.model.errors import UnknownChoice
from briefer.services.drafting import draft
from briefer.services.templates import TEMPLATE_NAMES, template


def drafted(material, name="daily", **details):
    return draft(name, IssueDetails(**details), list(material.articles), material)


def contents(briefing, kind):
    return [i.content for s in briefing.sections if s.kind is kind for i in s.items]


@pytest.mark.parametrize("name", TEMPLATE_NAMES)
def test_every_template_drafts_a_briefing_of_all_articles(name, material):
    briefing = drafted(material, name)

    named = {
        i.content.article
        for s in briefing.sections
        for i in s.items
        if isinstance(i.content, ArticleItem)
    }
    assert named == set(material.articles)
    assert briefing.details.template == name
    assert briefing.details.title


def test_ids_count_from_one_and_never_twice(material):
    briefing = drafted(material)

    ids = [item.id for section in briefing.sections for item in section.items]
    assert ids == list(range(1, len(ids) + 1))
    assert [s.id for s in briefing.sections] == list(range(1, len(briefing.sections) + 1))


def test_at_most_three_top_stories_and_none_of_them_again():
    briefing = drafted(newsroom(times=3))

    top = [c.article for c in contents(briefing, SectionKind.TOP_STORIES)]
    rest = [c.article for c in contents(briefing, SectionKind.DEVELOPMENTS)]
    assert len(top) == 3
    assert not set(top) & set(rest)
    assert len(top) + len(rest) == 15


def test_the_first_stories_are_not_all_the_same_one(material):
    twins = newsroom(("en",), times=4)
    both = replace(
        twins,
        articles={**twins.articles, **newsroom(("ru",)).articles},
        actors=[*twins.actors, *newsroom(("ru",)).actors],
    )

    briefing = drafted(both)

    top = [c.article for c in contents(briefing, SectionKind.TOP_STORIES)]
    assert {both.articles[a].language for a in top} == {"en", "ru"}


def test_one_article_gives_a_whole_briefing():
    material = newsroom(("en",))

    briefing = drafted(material)

    assert len(contents(briefing, SectionKind.BOTTOM_LINE)) == 1
    assert len(contents(briefing, SectionKind.TOP_STORIES)) == 1
    assert contents(briefing, SectionKind.DEVELOPMENTS) == []


def test_each_speaker_is_heard_once(material):
    quotes = contents(drafted(newsroom(times=3)), SectionKind.STATEMENTS)

    speakers = [quote.speaker for quote in quotes]
    assert all(isinstance(quote, QuoteItem) for quote in quotes)
    assert len(speakers) == len(set(speakers)) == 4


def test_actors_come_most_salient_first(material):
    actors = contents(drafted(material), SectionKind.ACTORS)

    assert actors[0].actor == "person:en"
    assert actors[0].name


def test_places_never_crowd_out_people(material):
    people = material.actors
    places = [
        replace(people[0], key=f"place:{n}", kind=ActorKind.PLACE, salience=1.0) for n in range(9)
    ]

    with_people = drafted(replace(material, actors=[*places, *people]))
    alone = drafted(replace(material, actors=places))

    keys = [c.actor for c in contents(with_people, SectionKind.ACTORS)]
    assert sum(key.startswith("place") for key in keys) == 5
    assert sum(key.startswith("person") for key in keys) == 5
    assert len(contents(alone, SectionKind.ACTORS)) == 9


def test_the_period_is_that_of_the_articles(material):
    assert drafted(newsroom(times=3)).details.period == "2026-03-10/2026-03-12"
    assert drafted(newsroom(("en",))).details.period == ""
    assert drafted(newsroom(times=2), period="this week").details.period == "this week"


def test_a_plain_briefing_keeps_the_order_the_user_chose(material):
    order = list(reversed(material.articles))

    briefing = draft("plain", IssueDetails(), order, material)

    assert [c.article for c in contents(briefing, SectionKind.DEVELOPMENTS)] == order


def test_an_actor_profile_is_about_the_first_actor(material):
    assert drafted(material, "actor-profile").details.title == "Karen Holt – Actor profile"


def test_an_unknown_template_names_the_known_ones():
    with pytest.raises(UnknownChoice) as failure:
        template("weekly")

    assert "daily" in failure.value.hint
