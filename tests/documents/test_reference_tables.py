"""Tables a reader looks things up in: actors, an actor at a glance, outlets, sources."""

from dataclasses import replace

import pytest
from newsroom import issue, newsroom

from briefer.model.document import Heading, SourceList, Table


def tables(document):
    """The tables by the heading they stand under."""
    found, heading = {}, ""
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 1:
            heading = block.text
        elif isinstance(block, Table):
            found[heading] = block
    return found


def texts(row):
    return ["".join(run.text for run in cell) for cell in row]


def test_a_column_of_roles_stands_where_a_role_is_known():
    table = tables(issue(newsroom()))["Key actors"]

    assert table.header == ("Name", "Role", "Kind", "Mentions", "Sources")
    assert texts(table.rows[0])[:2] == ["Karen Holt", "Minister"]


def test_no_empty_column_of_roles_is_printed():
    material = newsroom()
    nameless = [replace(actor, roles=()) for actor in material.actors]

    table = tables(issue(replace(material, actors=nameless)))["Key actors"]

    assert table.header == ("Name", "Kind", "Mentions", "Sources")
    assert all(len(row) == len(table.header) == len(table.shares) for row in table.rows)
    assert [table.header[n] for n in table.numeric] == ["Mentions"]


def test_a_profile_shows_its_actor_at_a_glance():
    material = newsroom(("en",), times=3)
    actor = replace(material.actors[0], aliases=("K. Holt",))

    table = tables(issue(replace(material, actors=[actor]), "actor-profile"))["At a glance"]

    facts = {texts(row)[0]: texts(row)[1] for row in table.rows}
    assert table.header[1] == "Karen Holt"
    assert facts["Role"] == "Minister"
    assert facts["Also called"] == "K. Holt"
    assert facts["First article"] == "10 Mar 2026"
    assert facts["Latest article"] == "12 Mar 2026"
    assert facts["Outlets"] == "The Daily Quay"


def test_a_profile_leaves_out_what_is_not_known():
    material = newsroom(("en",), published=None, outlet=None)
    actor = replace(material.actors[0], roles=(), country=None)

    table = tables(issue(replace(material, actors=[actor]), "actor-profile"))["At a glance"]

    assert [texts(row)[0] for row in table.rows] == ["Kind", "Mentions"]


def test_a_profile_is_named_after_its_actor_also_in_a_series():
    document = issue(newsroom(("en",)), "actor-profile", title="", series="Sea Lanes")

    assert document.title == "Karen Holt – Actor profile"
    assert document.masthead.kicker == "Sea Lanes"


def test_a_profile_is_of_whom_several_articles_tell():
    material = newsroom(("en", "ru"), times=2)
    loud, steady = material.actors
    actors = [
        replace(loud, salience=0.8, articles=loud.articles[:1]),
        replace(steady, salience=0.7, articles=tuple(material.articles)),
    ]

    document = issue(replace(material, actors=actors), "actor-profile", title="")

    assert document.title.startswith(steady.name)


def test_a_press_review_lists_its_outlets():
    table = tables(issue(newsroom(("en",), times=3), "press-review"))["Index of outlets"]

    assert [texts(row) for row in table.rows] == [["The Daily Quay", "3", "[1] [2] [3]"]]


def test_no_index_is_printed_where_no_outlet_is_known():
    document = issue(newsroom(("en",), outlet=None), "press-review")

    assert "Index of outlets" not in [text for text, _, _ in document.headings()]


@pytest.mark.parametrize(("method", "label"), [("auto", "Briefer"), ("lexrank", "LexRank")])
def test_the_method_note_calls_a_method_as_the_window_does(method, label):
    material = newsroom(("en",))
    summaries = {k: replace(s, method=method) for k, s in material.summaries.items()}

    document = issue(replace(material, method="", summaries=summaries))

    assert f"chosen by {label}, word for word" in document.method


def test_the_paragraphs_of_a_source_stay_on_one_line():
    document = issue(newsroom(("en",)))

    entries = next(block for block in document.blocks if isinstance(block, SourceList)).entries

    assert " " not in entries[0].runs[-1].text.strip()
