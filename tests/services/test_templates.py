"""Templates of the user's own: kept as readable files, used like the built-in ones."""

from dataclasses import replace

import pytest

from briefer import places
from briefer.model.briefing import (
    Briefing,
    BriefingId,
    IssueDetails,
    Section,
    SectionId,
    SectionKind,
)
from briefer.model.errors import BrieferError
from briefer.services.drafting import draft
from briefer.services.material import Material
from briefer.services.templates import (
    TEMPLATE_NAMES,
    SectionPlan,
    keep,
    made_of,
    remove,
    template,
    templates,
)


def own(label="Morning note", **how):
    return keep(replace(template("daily"), name="", label=label, **how))


def test_a_duplicate_is_a_file_that_reads_back_as_it_was():
    made = own(numbered=True, pages=2, accent="#8A1C1C")

    assert made.name == "morning-note"
    assert template("morning-note") == made
    assert 'kind = "bottom-line"' in (places.home() / "templates/morning-note.toml").read_text()
    assert [one.name for one in templates()] == [*TEMPLATE_NAMES, "morning-note"]


def test_two_of_one_name_are_two_files_and_none_takes_a_built_in_name():
    assert [own("Daily").name, own("Daily").name] == ["daily-2", "daily-3"]


def test_a_briefing_after_ones_own_template_has_its_sections_and_bounds():
    plans = (SectionPlan(SectionKind.TEXT, "Weather"), SectionPlan(SectionKind.SOURCES, "sources"))
    made = keep(replace(template("plain"), name="", label="Weather note", sections=plans, pages=3))

    briefing = draft(made.name, IssueDetails(language="fr"), (), Material({}))

    assert [section.heading for section in briefing.sections] == ["Weather", "Sources"]
    assert (briefing.details.pages, briefing.details.title) == (3, "Weather note")


def test_a_template_made_of_a_briefing_fills_as_its_own_did():
    sections = (
        Section(SectionId(1), SectionKind.DEVELOPMENTS, "Elsewhere"),
        Section(SectionId(2), SectionKind.TEXT, "Contact"),
    )
    made = keep(made_of(Briefing(BriefingId(1), IssueDetails(), sections), "Mine"))

    assert [(plan.heading, plan.fill) for plan in made.sections] == [
        ("Elsewhere", "rest"),
        ("Contact", ""),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "label =",
        'label = "X"',
        'label = "X"\nsections = []',
        'label = "X"\n[[sections]]\nkind = "weather"\nheading = "W"',
        'label = "X"\n[[sections]]\nkind = "text"\nheading = "W"\nmost = -1',
        'label = "X"\n[[sections]]\nkind = "text"\nheading = "W"\nfill = "all of it"',
        'label = "X"\naccent = "red"\n[[sections]]\nkind = "text"\nheading = "W"',
        'label = 7\n[[sections]]\nkind = "text"\nheading = "W"',
    ],
)
def test_a_bad_file_is_named_and_left_out_of_the_list(text):
    folder = places.home() / "templates"
    folder.mkdir()
    (folder / "mine.toml").write_text(text)

    with pytest.raises(BrieferError) as failure:
        template("mine")
    assert failure.value.name == "mine.toml"
    assert "mine.toml" in failure.value.hint
    assert [one.name for one in templates()] == list(TEMPLATE_NAMES)


@pytest.mark.parametrize("name", ["../daily", "a/b", "", "x" * 200])
def test_no_name_leads_out_of_the_folder(name):
    with pytest.raises(BrieferError):
        template(name)


def test_a_removed_template_is_no_longer_offered_but_not_lost():
    made = own()
    remove(made.name)

    assert [one.name for one in templates()] == list(TEMPLATE_NAMES)
    assert (places.home() / "templates/removed/morning-note.toml").is_file()
