"""Templates changed in their dialog."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from briefer.model.briefing import SectionKind
from briefer.services.templates import (
    SectionPlan,
    Template,
    keep,
    own_folder,
    template,
    templates,
)
from briefer.ui import theme
from briefer.ui.dialogs.template_editor import TemplateEditor

pytestmark = pytest.mark.gui


@pytest.fixture
def editor(qapp, qtbot):
    theme.load_fonts(qapp)
    theme.apply(qapp, "light")
    found = TemplateEditor()
    qtbot.addWidget(found)
    found.show()
    return found


def test_built_in_ones_are_looked_at_only(editor):
    assert not editor.form.isEnabled()
    assert "Duplicate it" in editor.said.text()


def test_a_duplicate_is_changed_section_by_section(editor):
    editor.duplicate_chosen()
    editor.name.setText("Morning note")
    editor.name.editingFinished.emit()
    editor.sections.setCurrentRow(1)
    editor.form.heading.setText("What matters")
    editor.form.heading.textEdited.emit("What matters")
    editor.form.most.setValue(5)
    editor.numbered.click()

    own = templates()[-1]
    assert own.label == "Morning note"
    assert (own.sections[1].heading, own.sections[1].most) == ("What matters", 5)
    assert own.numbered
    assert template("daily").sections[1].most == 3


def test_headings_left_alone_keep_their_language(editor):
    editor.duplicate_chosen()
    editor.sections.setCurrentRow(0)
    editor.form.sentences.setValue(2)

    assert templates()[-1].sections[0].heading == "bottom_line"


def test_sections_come_and_go(editor):
    editor.duplicate_chosen()
    before = len(templates()[-1].sections)
    editor.add_section()
    assert templates()[-1].sections[-3].kind is SectionKind.TEXT
    editor.remove_section()

    assert len(templates()[-1].sections) == before


def test_sections_dragged_into_another_order_stay_so(editor):
    editor.duplicate_chosen()
    first, second = templates()[-1].sections[:2]
    editor.sections.model().moveRow(editor.sections.rootIndex(), 0, editor.sections.rootIndex(), 2)

    assert templates()[-1].sections[:2] == (second, first)


def test_ones_own_is_removed(editor):
    editor.duplicate_chosen()
    assert templates()[-1].is_own
    editor.remove_chosen()

    assert not templates()[-1].is_own


def test_enter_in_a_field_keeps_it_and_neither_closes_nor_duplicates(editor, qtbot):
    editor.duplicate_chosen()
    editor.name.setText("Evening note")
    count = len(templates())
    for field in (editor.name, editor.form.heading, editor.limit):
        QTest.keyClick(field, Qt.Key.Key_Return)

    assert editor.isVisible()
    assert len(templates()) == count
    assert templates()[-1].label == "Evening note"


def test_a_name_still_being_typed_is_kept_when_the_dialog_closes(editor):
    editor.duplicate_chosen()
    editor.name.setText("")
    QTest.keyClicks(editor.name, "Evening note")
    editor.reject()

    assert templates()[-1].label == "Evening note"


@pytest.mark.parametrize("kind", list(SectionKind))
def test_a_section_of_every_kind_can_be_edited(editor, kind):
    made = keep(Template("", f"All {kind}", (SectionPlan(kind, "Heading"),)))
    editor._fill(made.name)
    editor.form.most.setValue(3)

    assert template(made.name).sections == (SectionPlan(kind, "Heading", most=3),)


def test_sections_move_by_keys(editor):
    editor.duplicate_chosen()
    first, second, third = templates()[-1].sections[:3]
    editor.sections.setCurrentRow(0)
    QTest.keyClick(editor.sections, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(editor.sections, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)

    assert templates()[-1].sections[:3] == (second, third, first)
    assert editor.sections.currentRow() == 2


def test_a_template_whose_file_is_gone_is_removed_without_a_crash(editor):
    editor.duplicate_chosen()
    (own_folder() / f"{templates()[-1].name}.toml").unlink()
    editor.remove_chosen()

    assert not templates()[-1].is_own
