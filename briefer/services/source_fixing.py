"""One field of the sources of many articles: what a change would do, and doing it in one step."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from briefer.model.article import LANGUAGE, Article, ArticleId
from briefer.services.library import Library

# What each field is called in a sentence.
NAMES = {
    "title": "headline",
    "outlet": "outlet",
    "published": "date",
    "updated": "date of update",
    "authors": "authors",
    "section": "section",
    "page": "page",
    "language": "language",
    "url": "address",
}


@dataclass(frozen=True, slots=True)
class SetField:
    """The same value for every article; an empty one leaves the field empty."""

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class ReplaceText:
    """`find`, wherever it stands in the field, becomes `put`."""

    field: str
    find: str
    put: str
    match_case: bool = False


Change = SetField | ReplaceText


@dataclass(frozen=True, slots=True)
class SourceFix:
    """What a change does to one article; `before` and `after` as a person writes them.

    `problem` says in a sentence why the new value cannot be kept; it is then left alone.
    """

    article: ArticleId
    heading: str
    field: str
    before: str
    after: str
    problem: str = ""


class SourceFixing:
    """Plans and carries out one change to several articles."""

    def __init__(self, library: Library, articles: Sequence[ArticleId]) -> None:
        """Reads the articles once; the plan follows every keystroke."""
        self._library = library
        found = (library.article(key) for key in articles)
        self.articles = [article for article in found if article is not None]

    def planned(self, change: Change) -> list[SourceFix]:
        """The fixes of those articles that the change alters, in the order given."""
        fixes = []
        for article in self.articles:
            before = written(article, change.field)
            after = _changed(before, change)
            if after != before:
                problem = why_unfit(change.field, after)
                fix = SourceFix(article.id, article.heading, change.field, before, after, problem)
                fixes.append(fix)
        return fixes

    def standing(self, field: str) -> list[SourceFix]:
        """What stands in the field of each article now, as fixes that change nothing."""
        found = [(article, written(article, field)) for article in self.articles]
        return [SourceFix(a.id, a.heading, field, text, text) for a, text in found]

    def carry_out(self, fixes: Sequence[SourceFix]) -> int:
        """Make the fixes that have no problem, as one step; how many they were."""
        good = [fix for fix in fixes if not fix.problem]
        if good:
            plural = "" if len(good) == 1 else "s"
            label = f"fix the {NAMES[good[0].field]} of {len(good)} article{plural}"
            with self._library.step(label):
                for fix in good:
                    self._library.decisions.fix(fix.article, fix.field, kept(fix.field, fix.after))
        return len(good)


def written(article: Article, field: str) -> str:
    """The field's value as a person writes it: authors parted by semicolons, unknown is empty."""
    value = article.language if field == LANGUAGE else getattr(article.source, field)
    return "; ".join(value) if isinstance(value, tuple) else str(value or "")


def kept(field: str, text: str) -> Any:
    """What is stored for a written value; the reverse of `written`."""
    text = " ".join(text.split())
    if field == "authors":
        return [part.strip() for part in text.split(";") if part.strip()]
    return text or ("" if field == "title" else None)


def why_unfit(field: str, text: str) -> str:
    """In a sentence, why the field cannot hold `text`; empty when it can."""
    text = text.strip()
    if field in ("published", "updated") and text and not _is_moment(text):
        return "Write the date as year-month-day: 2026-03-12."
    if field == "url" and text and not text.startswith(("http://", "https://")):
        return "An address begins with http:// or https://."
    return ""


def _changed(before: str, change: Change) -> str:
    if isinstance(change, SetField):
        return " ".join(change.value.split())
    if not change.find:
        return before
    flags = re.NOFLAG if change.match_case else re.IGNORECASE
    return " ".join(
        re.sub(re.escape(change.find), lambda _: change.put, before, flags=flags).split()
    )


def _is_moment(text: str) -> bool:
    # A monthly states no day.
    if re.fullmatch(r"\d{4}-\d\d", text):
        text += "-01"
    if not re.match(r"\d{4}-\d\d-\d\d", text):
        return False
    try:
        datetime.fromisoformat(text) if len(text) > 10 else date.fromisoformat(text)
    except ValueError:
        return False
    return True
