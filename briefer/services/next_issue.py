"""The next issue of a series: what carries over from the one before, and what does not."""

import re
from dataclasses import replace
from datetime import date, datetime

from briefer.model.briefing import (
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

_LAST_NUMBER = re.compile(r"\d+(?=\D*\Z)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def next_issue(before: Briefing, now: datetime) -> Briefing:
    """The issue after `before`, empty but for standing texts and what its calendar holds from today on.

    `now` has a zone: it is the cut-off, to the minute. Ids count from 1.
    """
    today = now.date().isoformat()
    sections = tuple(
        Section(SectionId(number), section.kind, section.heading, _kept(section, today))
        for number, section in enumerate(before.sections, 1)
    )
    return Briefing(BriefingId(1), _details(before.details, now), sections)


def following(number: str, year: int) -> str:
    """The number after `number`: its last digits count on ("214", "No. 9", "2026/07").

    Where it names another year than `year`, a new count begins: "2027/01" after "2026/214".
    """
    found, named = _LAST_NUMBER.search(number), _YEAR.search(number)
    if found is None:
        return number
    head, digits, tail = number[: found.start()], found.group(), number[found.end() :]
    if named is not None and named.end() <= found.start() and named.group() != str(year):
        return f"{head.replace(named.group(), str(year), 1)}{'1'.zfill(len(digits))}{tail}"
    return f"{head}{str(int(digits) + 1).zfill(len(digits))}{tail}"


def _details(before: IssueDetails, now: datetime) -> IssueDetails:
    today = now.date()
    begin = (before.cutoff or before.date)[:10]
    is_earlier = _day(begin) is not None and begin <= today.isoformat()
    return replace(
        before,
        issue=following(before.issue, today.year),
        date=today.isoformat(),
        period=f"{begin}/{today.isoformat()}" if is_earlier else "",
        cutoff=now.isoformat(timespec="minutes") if before.cutoff else "",
        next_issue=_as_far_ahead(before, today),
        version="",
        # Another issue is another briefing.
        uid="",
    )


def _as_far_ahead(before: IssueDetails, today: date) -> str:
    """As many days after today as the issue before was ahead of its own next one."""
    last, announced = _day(before.date), _day(before.next_issue)
    if last is None or announced is None or announced <= last:
        return ""
    return (today + (announced - last)).isoformat()


def _kept(section: Section, today: str) -> tuple[Item, ...]:
    kept = [
        item.content
        for item in section.items
        if (section.kind is SectionKind.TEXT and isinstance(item.content, TextItem))
        or (
            section.kind is SectionKind.CALENDAR
            and isinstance(item.content, EventItem)
            # A month or a year is to come until it is over.
            and item.content.date >= today[: len(item.content.date)]
        )
    ]
    return tuple(Item(ItemId(number), content) for number, content in enumerate(kept, 1))


def _day(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso[:10])
    except ValueError:
        return None
