"""Fixing one field of many articles, as a person does it."""

import pytest
from making import make_analysis, make_article

from briefer.services.source_fixing import SourceFixing
from briefer.ui.dialogs.fix_details import FixDetails

pytestmark = pytest.mark.gui


@pytest.fixture
def form(qtbot, library):
    keys = []
    for title, outlet in (("One", "Herald"), ("Two", None)):
        made = make_article(title, outlet=outlet)
        library.facts.add(made, make_analysis(made))
        keys.append(made.id)
    shown = FixDetails(SourceFixing(library, keys))
    qtbot.addWidget(shown)
    return shown


def rows(form):
    items = [form.list.topLevelItem(row) for row in range(form.list.topLevelItemCount())]
    return [tuple(item.text(column) for column in range(3)) for item in items]


def test_before_anything_is_asked_the_list_shows_what_stands_there(form):
    assert rows(form) == [("One", "Herald", ""), ("Two", "—", "")]
    assert not form.save.isEnabled()


def test_the_list_follows_what_is_typed_and_the_button_counts(form):
    form.value.setText("Herald")

    assert rows(form) == [("Two", "—", "Herald")]
    assert form.save.text() == "Fix 1 article"
    assert form.note.text().startswith("1 of 2 articles will change.")


def test_find_and_replace_shows_before_and_after(form):
    form.way.setCurrentIndex(1)
    form.sought.setText("hera")
    form.put.setText("E")

    assert form.field.currentData() == "outlet"
    assert rows(form) == [("One", "Herald", "Eld")]


def test_a_wrong_date_says_how_to_write_one_and_nothing_can_be_fixed(form):
    form.field.setCurrentIndex(form.field.findData("published"))
    form.value.setText("3 March")

    assert not form.save.isEnabled()
    assert "2026-03-12" in form.note.text()


def test_language_is_chosen_by_name(form):
    form.field.setCurrentIndex(form.field.findData("language"))
    form.language.setCurrentIndex(form.language.findData("fr"))

    assert rows(form)[0] == ("One", "English", "French")
