"""One field of many articles, fixed in one step."""

import pytest
from making import make_analysis, make_article

from briefer.services.library import Wanted
from briefer.services.source_fixing import ReplaceText, SetField, SourceFixing, why_unfit


@pytest.fixture
def articles(library):
    """Three articles on the shelf: two of one outlet, one of another."""
    kept = []
    for title, outlet in (("One", "Courrier"), ("Two", "Courrier"), ("Three", "Black Sea")):
        made = make_article(title, outlet=outlet, authors=("Ana Petrova",))
        library.facts.add(made, make_analysis(made))
        kept.append(made.id)
    with library.step("import"):
        for key in kept:
            library.decisions.shelve(key)
    return kept


def test_one_value_for_all_is_one_step_and_says_that_it_was_you(library, articles):
    fixing = SourceFixing(library, articles)

    count = fixing.carry_out(fixing.planned(SetField("outlet", "  The   Herald ")))

    assert count == 3
    sources = [library.article(key).source for key in articles]
    assert {source.outlet for source in sources} == {"The Herald"}
    assert {source.evidence["outlet"] for source in sources} == {"you"}
    assert library.undo_label == "fix the outlet of 3 articles"
    library.undo()
    assert [library.article(key).source.outlet for key in articles] == [
        "Courrier",
        "Courrier",
        "Black Sea",
    ]


def test_replacing_changes_only_where_it_is_found_and_shows_before_and_after(library, articles):
    fixing = SourceFixing(library, articles)

    planned = fixing.planned(ReplaceText("outlet", "courrier", r"Le \1 Courrier"))

    assert [(fix.heading, fix.before, fix.after) for fix in planned] == [
        ("One", "Courrier", r"Le \1 Courrier"),
        ("Two", "Courrier", r"Le \1 Courrier"),
    ]
    assert fixing.planned(ReplaceText("outlet", "courrier", "X", match_case=True)) == []
    assert fixing.planned(ReplaceText("outlet", "", "X")) == []


def test_authors_and_language_are_fixed_as_the_list_and_the_filter_know_them(library, articles):
    fixing = SourceFixing(library, articles)
    fixing.carry_out(fixing.planned(SetField("authors", "Jo Park; Lee Roy")))

    fixing.carry_out(fixing.planned(SetField("language", "fr")))

    found = library.article(articles[0])
    assert found.source.authors == ("Jo Park", "Lee Roy")
    assert (found.language, found.source.evidence["language"]) == ("fr", "you")
    assert library.languages() == ["fr"]
    assert len(library.cards(Wanted(language="fr"))) == 3
    assert library.cards(Wanted(language="en")) == []


def test_a_field_can_be_emptied_for_all(library, articles):
    fixing = SourceFixing(library, articles)

    fixing.carry_out(fixing.planned(SetField("published", "")))

    assert {library.article(key).source.published for key in articles} == {None}


@pytest.mark.parametrize("text", ["12.3.2026", "2026-13-01", "yesterday", "2026-3-1"])
def test_a_date_that_is_none_is_refused_with_what_to_write(library, articles, text):
    fixing = SourceFixing(library, articles)
    planned = fixing.planned(SetField("published", text))

    assert fixing.carry_out(planned) == 0
    assert "2026-03-12" in planned[0].problem
    assert library.undo_label == "import"


def test_dates_with_a_time_and_addresses_are_known():
    assert why_unfit("published", "2026-03-12T08:00+01:00") == ""
    assert why_unfit("url", "https://courier.example/1") == ""
    assert why_unfit("url", "javascript:alert(1)")
