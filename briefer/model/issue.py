"""A whole issue as it is handed over: its briefing, what was decided on its articles, and by whom it was made.

The articles themselves stand beside it, one by one: there may be hundreds.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from briefer.model.analysis import Analysis
from briefer.model.article import Article, ArticleId
from briefer.model.briefing import Briefing, IssueDetails, Section
from briefer.model.plain import to_plain
from briefer.model.summary import Focus, SummaryLength
from briefer.model.text import Span

# What the file says it is. The number is raised when an older Briefer could not read it rightly.
FORMAT, FORMAT_VERSION = "briefer-issue", 1
SUFFIX = ".briefer"
MEDIA_TYPE = "application/x-briefer-issue"
# Stands first and unpacked, so that the file is known by its first bytes.
MARK = "mimetype"
MANIFEST, BRIEFING, DECISIONS, ARTICLES = (
    "manifest.json", "briefing.json", "decisions.json", "articles/",
)  # fmt: skip
# What documents call the issue they carry, and the namespace of the part that holds it in Word's.
CARRIED_NAME, CARRIED_NAMESPACE = "issue.briefer", "urn:briefer:issue"

# Two articles of which something was ruled.
Pairs = tuple[tuple[ArticleId, ArticleId], ...]


@dataclass(frozen=True, slots=True)
class Edit:
    """The user's own words for the sentence at a place."""

    place: Span
    text: str


@dataclass(frozen=True, slots=True)
class ArticleDecisions:
    """What holds for one article of an issue: decided for it, or (method, length, focus) for all."""

    fixes: Mapping[str, Any] = field(default_factory=dict)
    pins: tuple[Span, ...] = ()
    exclusions: tuple[Span, ...] = ()
    edits: tuple[Edit, ...] = ()
    order: tuple[Span, ...] = ()
    focus: tuple[Focus, ...] = ()
    method: str = "auto"
    length: SummaryLength = field(default_factory=SummaryLength)


@dataclass(frozen=True, slots=True)
class Issue:
    """A briefing with all that was ruled among its articles.

    `rules` are rules on actors as plain values: who takes them over looks at them first. `made` is
    ISO 8601; `left_out` counts what a newer Briefer put in and this one does not know.
    """

    details: IssueDetails
    sections: tuple[Section, ...] = ()
    decisions: Mapping[str, ArticleDecisions] = field(default_factory=dict)
    rules: tuple[Mapping[str, Any], ...] = ()
    different: Pairs = ()
    leading: tuple[ArticleId, ...] = ()
    together: Pairs = ()
    apart: Pairs = ()
    titles: Mapping[str, str] = field(default_factory=dict)
    made_by: str = ""
    made: str = ""
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class IssueArticle:
    """One article of an issue; `analysis` is None where what the file has is none, or none of ours."""

    article: Article
    analysis: Analysis | None


def content_digest(briefing: Briefing) -> str:
    """Equal for briefings that say the same in the same order, whatever their numbers in a library."""
    return _digest(briefing.details, briefing.sections)


def _digest(details: IssueDetails, sections: Sequence[Section]) -> str:
    plain = [
        to_plain(details),
        [[s.kind.value, s.heading, [to_plain(i.content) for i in s.items]] for s in sections],
    ]
    text = json.dumps(plain, sort_keys=True)
    return hashlib.sha256(text.encode("ascii")).hexdigest()
