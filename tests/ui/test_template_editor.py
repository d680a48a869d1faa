"""Templates changed in their dialog."""

import pytest

from briefer.model.briefing import SectionKind
from briefer.services.templates import template, templates
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
