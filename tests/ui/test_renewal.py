"""Older analyses are renewed behind an open window, which shows what was found anew."""

import pytest
from making import make_article, make_older_analysis

pytestmark = pytest.mark.gui


def test_the_open_article_is_renewed_where_it_stands(window, qtbot):
    made = make_article()
    library = window.house.library
    library.facts.add(made, make_older_analysis(made))
    with library.step("import"):
        library.decisions.shelve(made.id)
    window.library.choose(made.id)
    card = window.room.pane.summary._summary_cards[0]
    card.edit()
    card.editor.setPlainText("Words that are being written")

    with qtbot.waitSignal(window.renewal.renewed, timeout=30000):
        window.renewal.begin()

    cards = window.room.pane.summary._summary_cards
    assert cards[0].text.text().startswith("Words that are being written")
    assert len(window.room.pane.view._sentences) == 6


def test_closing_the_window_stops_the_renewal(window, qtbot):
    made = make_article()
    window.house.library.facts.add(made, make_older_analysis(made))

    window.renewal.begin()
    window.close()

    assert window.renewal._job is None
