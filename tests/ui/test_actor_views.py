"""What the views of actors show: the chart's unit, the concordance's words, how names were found."""

from dataclasses import replace

import pytest
from making import make_analysis
from PySide6.QtGui import QFont, QFontMetrics, QImage

from briefer.actors.engine import RuleEngine, TaggerEngine
from briefer.model.actors import ActorKind, Findings
from briefer.model.article import Source, article_from_paragraphs
from briefer.services.network import Link, Network, Node
from briefer.text.name_models import has_trained_names
from briefer.text.sentences import split_sentences
from briefer.ui.actors.day_chart import DayChart
from briefer.ui.actors.key_words import cut
from briefer.ui.actors.network_page import NetworkPage
from briefer.ui.theme import Look

pytestmark = pytest.mark.gui


@pytest.mark.parametrize(
    ("days", "unit", "first", "last"),
    [
        (
            {"2026-03-02": 3, "2026-03-05": 1},
            "Mentions a day",
            "2 Mar 2026: 3 mentions",
            "5 Mar 2026: 1 mention",
        ),
        (
            {"2026-01-01": 1, "2026-07-01": 2},
            "Mentions a week",
            "1 Jan 2026 to 7 Jan 2026: 1 mention",
            "25 Jun 2026 to 1 Jul 2026: 2 mentions",
        ),
        (
            {"2019-11-18": 2, "2026-08-02": 1},
            "Mentions a month",
            "Nov 2019: 2 mentions",
            "Aug 2026: 1 mention",
        ),
    ],
)
def test_the_chart_says_what_a_bar_counts_and_when(qtbot, days, unit, first, last):
    chart = DayChart()
    qtbot.addWidget(chart)

    chart.show_days(days, "person")

    assert chart.unit == unit
    assert chart.said(0) == first
    assert chart.said(len(chart.bars) - 1) == last


def test_context_is_cut_between_words(qtbot):
    metrics = QFontMetrics(QFont())
    text = "ships had waited off the coast for nine days"
    width = metrics.horizontalAdvance(text) // 2

    before, after = cut(text, metrics, width, is_end=True), cut(text, metrics, width)

    assert text.endswith(" " + before.removeprefix("…"))
    assert text.startswith(after.removesuffix("…") + " ")
    assert cut(text, metrics, 2 * width + 1) == text


def test_a_word_too_long_for_the_line_is_cut_within(qtbot):
    metrics = QFontMetrics(QFont())

    shown = cut("w" * 200, metrics, 100)

    assert shown.startswith("w")
    assert metrics.horizontalAdvance(shown) <= 100


PORT = (
    "The port of Varna reopened. “We won what we asked for,” Elena Marinova said. Marinova leads."
)


def opened(window, language):
    made = article_from_paragraphs([PORT], Source(title=f"In {language}"), language=language)
    window.house.library.facts.add(made, make_analysis(made))
    with window.house.library.step("import"):
        window.house.library.decisions.shelve(made.id)
    window.library.choose(made.id)
    return made


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "Names were found by rules and lists alone: there is no trained model for German."),
        (None, "Names were found by rules and lists alone: its language is not known."),
        ("zxx", "Names were found by rules and lists alone: its language is not known."),
    ],
)
def test_a_text_without_a_model_says_that_it_was_read_by_rules(window, language, said):
    opened(window, language)

    assert not window.room.actors.how.isHidden()
    assert window.room.actors.how.text() == said

    opened(window, "en")
    assert window.room.actors.how.isHidden()


def test_a_corrected_language_does_not_hide_how_a_text_was_read(window):
    made = opened(window, "de")

    with window.house.library.step("fix"):
        window.house.library.decisions.fix(made.id, "language", "en")

    assert "German" in window.room.actors.how.text()
    assert not window.room.actors.how.isHidden()


def test_a_model_is_said_to_be_there_just_where_one_is_used():
    text = "Then Orla Quist of Brenholm Freight met Tavi Ruun. The Harrow Line will not sail, she said."
    for language in ("en", "de", "fr", "ru"):
        article = article_from_paragraphs([text], Source(title="Met"), language=language)
        sentences = split_sentences(article.text, article.paragraphs, language)
        asked = [
            engine.find(article.text, sentences, language=language)
            for engine in (TaggerEngine(), RuleEngine())
        ]
        assert has_trained_names(language) == (asked[0] != asked[1])


@pytest.fixture
def dark():
    Look.choose("dark")
    yield
    Look.choose("light")


def test_a_saved_network_is_light_and_says_what_its_signs_mean(qtbot, dark, tmp_path):
    page = NetworkPage()
    qtbot.addWidget(page)
    nodes = (
        Node("person:orla quist", "Orla Quist", ActorKind.PERSON, 3),
        Node("place:varna", "Varna", ActorKind.PLACE, 2, 60.0, 90.0),
    )
    page.show_network(Network(nodes, (Link(0, 1, 2),)), 5)

    page.save_picture(tmp_path / "net.svg")
    page.save_picture(tmp_path / "net.png")

    drawn = (tmp_path / "net.svg").read_text("utf-8")
    for said in (
        "Who is named together",
        "2 actors of 5 articles",
        "Wider lines",
        "People",
        "Places",
    ):
        assert said in drawn
    assert "Organisations" not in drawn
    assert QImage(str(tmp_path / "net.png")).pixelColor(2, 2).lightness() > 240
    assert Look.now().colour("surface").lightness() < 60


def test_where_nobody_was_found_that_stands_alone(window):
    made = article_from_paragraphs([PORT], Source(title="Nobody"), language="en")
    analysis = make_analysis(made)
    window.house.library.facts.add(made, replace(analysis, findings=Findings()))
    with window.house.library.step("import"):
        window.house.library.decisions.shelve(made.id)

    window.library.choose(made.id)

    assert window.room.actors.list.isHidden()
    assert window.room.actors.where.text() == "No actors were found in this article."
    opened(window, "de")
    assert not window.room.actors.list.isHidden()
