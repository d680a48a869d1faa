"""What the views of actors show: the chart's unit, the concordance's words."""

import pytest
from PySide6.QtGui import QFont, QFontMetrics

from briefer.ui.actors.day_chart import DayChart
from briefer.ui.actors.key_words import cut

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
