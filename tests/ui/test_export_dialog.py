"""What the export dialog says before anything is written."""

import os

import pytest

from briefer.ui import wording
from briefer.ui.dialogs.export_briefing import ExportBriefing

pytestmark = pytest.mark.gui


@pytest.fixture
def form(qtbot, tmp_path):
    made = ExportBriefing(tmp_path, "Daily brief")
    qtbot.addWidget(made)
    return made


def test_what_would_be_replaced_is_named(form, tmp_path):
    (tmp_path / "Daily brief.docx").write_text("old")

    form.name.setText("Daily")
    assert form.note.text() == ""
    form.name.setText("Daily brief")

    assert form.note.text() == "Replaces Daily brief.docx."
    assert form.save.isEnabled()


@pytest.mark.parametrize(
    ("folder", "said"), [("", "does not exist"), ("  ", "does not exist"), ("none", "not exist")]
)
def test_no_folder_is_no_place_to_write(form, folder, said):
    form.folder.setText(folder)

    assert said in form.note.text()
    assert not form.save.isEnabled()


def test_a_folder_without_rights_is_said_before_the_work_is_done(form, monkeypatch):
    monkeypatch.setattr(os, "access", lambda *_: False)

    form.name.setText("Other")

    assert "may not write" in form.note.text()
    assert not form.save.isEnabled()


def test_without_a_format_or_a_name_nothing_is_written(form):
    for box in form.formats.values():
        box.setChecked(False)
    assert "format" in form.note.text()
    form.formats[".md"].setChecked(True)
    assert form.save.isEnabled()

    form.name.setText(" ")

    assert "name" in form.note.text()
    assert not form.save.isEnabled()


def test_names_that_no_system_takes(form, tmp_path):
    form.name.setText("x" * 300)
    assert "too long" in form.note.text()
    form.folder.setText("x" * 5000)
    assert "does not exist" in form.note.text()
    form.folder.setText(str(tmp_path))

    form.name.setText('Talks 12/3: "the end"?')

    assert form.paths[0].name == "Talks 12-3- -the end--.pdf"
    assert form.save.isEnabled()


def test_several_documents_are_named_as_one_would_say_it():
    assert [wording.listed(list("abc"[:n])) for n in (1, 2, 3)] == ["a", "a and b", "a, b and c"]
