"""What carries over to the next issue of a series."""

from datetime import UTC, datetime

import pytest

from briefer.model.article import ArticleId
from briefer.model.briefing import (
    ArticleItem,
    Briefing,
    BriefingId,
    EventItem,
    IssueDetails,
    Item,
    ItemId,
    Section,
    SectionId,
    SectionKind,
    TextItem,
)
from briefer.model.text import Span
from briefer.services.next_issue import following, next_issue

NOW = datetime(2026, 3, 13, 7, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("214", "215"),
        ("No. 9", "No. 10"),
        ("2026/07", "2026/08"),
        ("2025/214", "2026/001"),
        ("009", "010"),
        ("12 (special)", "13 (special)"),
        ("", ""),
        ("Spring", "Spring"),
    ],
)
def test_the_number_counts_on(before, after):
    assert following(before, 2026) == after


def issue(**details):
    event = EventItem(ArticleId("a"), Span(0, 1), "2026-03-16")
    past = EventItem(ArticleId("a"), Span(0, 1), "2026-03-12")
    return Briefing(
        BriefingId(7),
        IssueDetails(**details),
        (
            Section(
                SectionId(4),
                SectionKind.DEVELOPMENTS,
                "Elsewhere",
                (Item(ItemId(1), ArticleItem(ArticleId("a"))),),
            ),
            Section(
                SectionId(5),
                SectionKind.CALENDAR,
                "Ahead",
                (Item(ItemId(2), past), Item(ItemId(3), event)),
            ),
            Section(
                SectionId(6),
                SectionKind.TEXT,
                "Contact",
                (Item(ItemId(4), TextItem("Room 4")),),
            ),
        ),
    )


def test_sections_standing_text_and_the_days_to_come_carry_over():
    new = next_issue(issue(), NOW)

    assert [s.heading for s in new.sections] == ["Elsewhere", "Ahead", "Contact"]
    kept = [[item.content for item in s.items] for s in new.sections]
    assert kept[0] == []
    assert [event.date for event in kept[1]] == ["2026-03-16"]
    assert kept[2] == [TextItem("Room 4")]


def test_period_and_cut_off_follow_the_issue_before():
    before = issue(
        date="2026-03-12",
        cutoff="2026-03-12T07:30+01:00",
        next_issue="2026-03-13",
        version="1.1",
        marking="TLP:GREEN",
    )
    new = next_issue(before, NOW).details

    assert new.date == "2026-03-13"
    assert new.period == "2026-03-12/2026-03-13"
    assert new.cutoff == "2026-03-13T07:30+00:00"
    assert new.next_issue == "2026-03-14"
    assert (new.version, new.marking) == ("", "TLP:GREEN")


def test_a_month_and_a_year_that_are_not_over_are_still_to_come():
    days = ("2026-02", "2026-03", "2025", "2026", "2026-03-12", "2026-03-13")
    items = tuple(
        Item(ItemId(n), EventItem(ArticleId("a"), Span(0, 3), day)) for n, day in enumerate(days)
    )
    section = Section(SectionId(1), SectionKind.CALENDAR, "Calendar", items)

    (kept,) = next_issue(Briefing(BriefingId(7), IssueDetails(), (section,)), NOW).sections

    assert [item.content.date for item in kept.items] == ["2026-03", "2026", "2026-03-13"]


def test_no_period_ends_before_it_begins():
    before = Briefing(BriefingId(7), IssueDetails(date="2026-03-14"))

    assert next_issue(before, NOW).details.period == ""
