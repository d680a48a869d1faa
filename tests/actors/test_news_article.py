"""The phenomena of a wire story in one text of our own: governments, ministries, "he", demonyms."""

import pytest

TEXT = """Ruritania's President Tomas Velky on Tuesday told his Polish and Hungarian counterparts that Prague is ready \
to reopen rail links with both countries to bring "calm and order" to Slovakia.

The Taliban have taken most of Kandahar's villages in two weeks, after a decade of war.

The move came as U.S. President Alan Brown prepared the withdrawal of U.S. engineers.

"The Czech Republic is ready to work with Poland to repair tracks, bridges and stations in Slovakia," Velky told \
Poland's Adam Zielinski in a phone call initiated from Warsaw, the presidency's website said.

He also expressed hope for "any help that brings trade and calm to Slovakia" in a call with Hungarian President \
Istvan Kovacs.

"We believe all neighbours should sit down together and use the American-led talks as a turning point," he said.

On Sunday, Poland's foreign ministry said it had reduced its staff in Slovakia, but kept its consulate open in Kosice.

He hoped that Warsaw would "speed up the delivery of rails" and thanked Al-Qaeda hunters from NATO.
"""


@pytest.fixture(scope="module")
def actors(read):
    return {actor.name: actor for actor in read(TEXT, title="Czechs Ready to Help Slovakia").actors}


@pytest.mark.parametrize(
    ("name", "kind"),
    [("Tomas Velky", "person"), ("Adam Zielinski", "person"), ("Istvan Kovacs", "person"), ("Alan Brown", "person"),
     ("Poland", "place"), ("Slovakia", "place"), ("Hungary", "place"), ("United States", "place"),
     ("Taliban", "organisation"), ("NATO", "organisation"), ("Al-Qaeda", "organisation"),
     ("Poland's foreign ministry", "organisation")],
)  # fmt: skip
def test_each_actor_is_found_with_its_kind(actors, name, kind):
    assert actors[name].kind.value == kind


def test_a_surname_and_a_full_name_are_one_actor(actors):
    assert "Velky" not in actors
    assert actors["Tomas Velky"].aliases == ("Velky",)


def test_the_title_before_a_name_is_a_role_and_names_the_country(actors):
    assert [role.text for role in actors["Alan Brown"].roles] == ["President"]
    assert actors["Alan Brown"].country == "US"


def test_demonyms_and_short_forms_count_for_the_country(actors):
    assert {"U.S.", "American"} <= {mention.text for mention in actors["United States"].mentions}
    assert "Polish" in actors["Poland"].aliases


def test_a_capital_that_wants_something_is_its_government(actors):
    assert "Warsaw" in actors["Poland"].aliases
    # "initiated from Warsaw" means the town.
    assert actors["Warsaw"].kind.value == "place"


@pytest.mark.parametrize(
    ("speaker", "words"),
    [("Tomas Velky", "The Czech Republic is ready to work"), ("Tomas Velky", "any help that brings"),
     ("Tomas Velky", "We believe all neighbours"), ("Poland's foreign ministry", "it had reduced its staff"),
     ("Tomas Velky", "speed up the delivery of rails")],
)  # fmt: skip
def test_who_said_it_is_known_also_behind_he(said, speaker, words):
    assert speaker in [who for who, text, _ in said(TEXT) if text.startswith(words)]


def test_an_agency_in_the_dateline_stands_behind_those_the_news_is_of(read):
    found = read(
        "OSLO (Reuters) - Kari Solheim met Anders Lind on Monday. They spoke of trade."
    ).actors

    assert found[-1].name == "Reuters"
