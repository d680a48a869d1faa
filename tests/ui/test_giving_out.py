"""Pages looked at, and a briefing given out of the window: files, clipboard, licence lines."""

import docx
import pypdf
import pytest
from making import make_analysis, make_article
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QDialog, QFileDialog

from briefer import places, settings
from briefer.model.briefing import TextItem
from briefer.model.errors import ExportFailed
from briefer.model.summary import SummaryLength
from briefer.services.briefing_desk import BriefingDesk
from briefer.services.library import Library
from briefer.services.publishing import Publishing
from briefer.ui import theme
from briefer.ui.briefing.preview import Sheets
from briefer.ui.dialogs.export_briefing import ExportBriefing
from briefer.ui.dialogs.licence_lines import LicenceLines

pytestmark = pytest.mark.gui


@pytest.fixture
def window(qapp, qtbot):
    from briefer.app import build

    library = Library(places.library())
    made = make_article("The port reopens")
    library.facts.add(made, make_analysis(made))
    with library.step("import"):
        library.decisions.shelve(made.id)
    library.close()
    theme.load_fonts(qapp)
    theme.apply(qapp, "light")
    window = build(settings.Settings())
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    before = window.briefing.briefing
    window.commands.actions["draft"].trigger()
    qtbot.waitUntil(lambda: window.briefing.briefing != before, timeout=20_000)
    yield window
    window.close()


def test_a_briefing_is_copied_with_its_styles_and_as_plain_text(window, qtbot):
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("before")

    window.commands.actions["copy_for_mail"].trigger()
    qtbot.waitUntil(lambda: clipboard.text() != "before", timeout=30_000)

    data = clipboard.mimeData()
    assert "The port reopens" in data.html()
    assert "style=" in data.html()
    assert "The port reopens" in data.text()


def test_only_pages_in_view_are_drawn_and_others_when_they_come_into_view(window, qtbot):
    window.house.desk.set_details(window.briefing.briefing, annex="full")
    for number in range(12):
        text = TextItem("\n\n".join(f"Point {number}, {n}: what it means." for n in range(30)))
        window.briefing.add([text])
    window.briefing.tabs.setCurrentIndex(1)
    sheets = window.briefing.preview.sheets
    qtbot.waitUntil(lambda: len(sheets.sizes) > 6 and 0 in sheets.pictures, timeout=30_000)
    last = len(sheets.sizes) - 1
    assert last not in sheets.pictures

    bar = window.briefing.preview.verticalScrollBar()
    bar.setValue(bar.maximum())

    qtbot.waitUntil(lambda: last in sheets.pictures, timeout=30_000)


def test_pictures_out_of_view_make_room(window):
    preview = window.briefing.preview
    preview.show_pages(Sheets([(595.0, 842.0)] * 90, {}))

    preview.add_pictures({n: QImage(4, 4, QImage.Format.Format_RGB32) for n in range(90)})

    assert set(preview.sheets.pictures) == {n for n in preview.in_view if n < 90}


@pytest.fixture
def form(qtbot, tmp_path):
    made = ExportBriefing(tmp_path, "Daily brief", house=str(tmp_path / "gone.docx"))
    qtbot.addWidget(made)
    return made


def test_a_house_document_that_is_gone_is_said_before_anything_is_written(form, tmp_path):
    assert "not there" in form.note.text()
    assert not form.save.isEnabled()

    form.house.setText("")
    assert form.save.isEnabled()


def test_a_house_document_matters_to_word_only(form):
    form.formats[".docx"].setChecked(False)

    assert form.save.isEnabled()


def test_a_chosen_house_document_asks_for_word(form, tmp_path, monkeypatch):
    house = tmp_path / "house.docx"
    docx.Document().save(house)
    form.formats[".docx"].setChecked(False)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(house), ""))

    form._choose_house()

    assert form.formats[".docx"].isChecked()
    assert form.save.isEnabled()


def test_the_house_document_is_remembered(window, tmp_path, monkeypatch, qtbot):
    house = tmp_path / "house.docx"
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "Ministry of Rivers"
    made.save(house)

    def fill(form):
        form.folder.setText(str(tmp_path))
        form.name.setText("out")
        form.house.setText(str(house))
        return True

    monkeypatch.setattr(ExportBriefing, "exec", fill)
    window.commands.actions["export"].trigger()
    qtbot.waitUntil((tmp_path / "out.pdf").exists, timeout=30_000)

    assert window.house.settings.house_style == str(house)
    word = docx.Document(tmp_path / "out.docx")
    assert "Ministry of Rivers" in word.sections[0].header.paragraphs[0].text


def test_licence_lines_are_asked_once_and_printed(window, monkeypatch):
    def fill(form):
        form.text.setPlainText("Black Sea Courier: Copied under licence.")
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(LicenceLines, "exec", fill)
    window.commands.actions["licences"].trigger()

    assert window.house.settings.licences == "Black Sea Courier: Copied under licence."
    document = window.house.publishing.document(window.briefing.briefing)
    said = " ".join(getattr(block, "text", "") for block in document.blocks)
    assert "Black Sea Courier: Copied under licence." in said


def test_licence_lines_are_there_when_pages_are_counted(library, article, tmp_path):
    publishing = Publishing(library, SummaryLength(amount=3))
    publishing.licences = "*: For internal use only."
    desk = BriefingDesk(library)
    key = desk.draft([article.id], publishing.material([article.id]))
    try:
        publishing.write_as(desk.get(key), tmp_path / "counted.pdf")
    finally:
        publishing.close()

    reader = pypdf.PdfReader(tmp_path / "counted.pdf")
    assert "For internal use only." in "".join(page.extract_text() for page in reader.pages)


def test_an_unusable_house_document_leaves_nothing_written(library, article, tmp_path):
    broken = tmp_path / "house.docx"
    broken.write_bytes(b"no package")
    publishing = Publishing(library, SummaryLength(amount=3))
    desk = BriefingDesk(library)
    key = desk.draft([article.id], publishing.material([article.id]))

    with pytest.raises(ExportFailed, match="house style cannot be read"):
        publishing.export(key, [tmp_path / "a.pdf", tmp_path / "a.docx"], house=str(broken))

    publishing.close()
    assert not list(tmp_path.glob("a.*"))


def test_a_preview_follows_every_change_of_what_it_has_gathered(library, article):
    publishing = Publishing(library, SummaryLength(amount=3))
    desk = BriefingDesk(library)
    key = desk.draft([article.id], publishing.material([article.id]))

    def text():
        document = publishing.document(key, publishing._known)
        return " ".join(getattr(block, "text", "") for block in document.blocks)

    assert article.source.title in text()
    assert publishing._known

    first = publishing._known[article.id].summary.sentences[0]
    with library.step("exclude"):
        library.decisions.rule_sentence(article.id, first.sentence.span, "exclude")

    assert not publishing._known
    assert text() != ""
    assert first.sentence.number not in {
        one.sentence.number for one in publishing._known[article.id].summary.sentences
    }
    publishing.close()
