"""The menu of an article's text, and the direction of what stands above it."""

import pytest
from making import make_analysis, make_article
from PySide6.QtGui import QGuiApplication, QTextCursor, QTextOption

from briefer.model.article import Source, article_from_paragraphs

pytestmark = pytest.mark.gui


@pytest.fixture
def window(window):
    read(window, make_article())
    return window


def read(window, article):
    library = window.house.library
    library.facts.add(article, make_analysis(article))
    with library.step("import"):
        library.decisions.shelve(article.id)
    window.library.choose(article.id)


def choose(menu, *names):
    for name in names[:-1]:
        menu = next(a for a in menu.actions() if a.text() == name).menu()
    next(a for a in menu.actions() if a.text() == names[-1]).trigger()


def contents(window):
    return [i.content for s in window.briefing.current().sections for i in s.items]


def test_a_sentence_can_be_copied_pinned_and_put_into_the_briefing(window):
    at = window.room.article.text.index("Ships had")

    choose(window.room.menu_at(at), "Copy sentence")
    choose(window.room.menu_at(at), "Add sentence to briefing")
    choose(window.room.menu_at(at), "Pin sentence")

    assert QGuiApplication.clipboard().text() == "Ships had waited off the coast."
    assert contents(window)[0].sentences == (1,)
    names = [action.text() for action in window.room.menu_at(at).actions()]
    assert "Release sentence" in names
    choose(window.room.menu_at(at), "Release sentence")
    assert "Pin sentence" in [action.text() for action in window.room.menu_at(at).actions()]


def test_a_selection_can_be_copied_and_put_into_the_briefing(window):
    view = window.room.pane.view
    cursor = QTextCursor(view.document())
    cursor.setPosition(4)
    cursor.setPosition(17, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)

    choose(window.room.menu_at(5), "Copy")
    choose(window.room.menu_at(5), "Add selection to briefing")

    assert QGuiApplication.clipboard().text() == "port of Varna"
    (item,) = contents(window)
    assert item.span.of(window.room.article.text) == "port of Varna"


def test_an_actor_in_the_text_has_its_own_menu(window):
    at = window.room.article.text.index("Elena Marinova")

    choose(window.room.menu_at(at), "Elena Marinova", "Add to briefing")
    choose(window.room.menu_at(at), "Elena Marinova", "Hide in every article")

    assert [item.name for item in contents(window)] == ["Elena Marinova"]
    assert "Elena Marinova" not in [actor.name for actor in window.room.actors.model.actors]


@pytest.mark.parametrize(("language", "is_right"), [("ar", True), ("en", False)])
def test_the_source_stands_where_the_text_begins(window, language, is_right):
    made = article_from_paragraphs(("نص قصير.",), Source(title="عنوان"), language=language)
    window.room.pane.show_article(made)
    meta = window.room.pane.meta
    meta.resize(500, 40)

    image = meta.grab().toImage()
    back = image.pixelColor(250, 0)
    inked = [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y) != back for y in range(0, image.height(), 2))
    ]

    assert (sum(inked) / len(inked) > image.width() / 2) == is_right


def test_a_word_of_a_megabyte_is_read_and_left_again(window):
    """Without care for it the window stands still for minutes, which no test would wait for."""
    made = article_from_paragraphs(("a" * 1_000_000,), Source(title="Word"), language="en")
    view = window.room.pane.view

    for one, mode in (
        (made, QTextOption.WrapMode.WrapAnywhere),
        (window.room.article, QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere),
    ):
        view.show_article(one, ())

        assert view.document().defaultTextOption().wrapMode() == mode
        assert view.toPlainText().startswith(one.text[:40])
