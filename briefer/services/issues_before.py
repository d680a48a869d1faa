"""Which issue used an article already, and how issues are spoken of."""

from collections.abc import Mapping

from briefer.model.article import ArticleId
from briefer.model.briefing import BriefingId, IssueDetails
from briefer.services.library import LibraryView


def earlier_uses(view: LibraryView, briefing: BriefingId) -> Mapping[ArticleId, str]:
    """The articles that briefings made before this one used, each with the latest one's name."""
    last = view.briefings.last_users(briefing)
    names = {key: issue_name(details) for key, details in view.briefings.all() if key < briefing}
    return {article: names[key] for article, key in last.items() if key in names}


def uses_of(view: LibraryView, article: ArticleId) -> list[str]:
    """The names of the briefings that use an article, the oldest first."""
    names = {key: issue_name(details) for key, details in view.briefings.all()}
    return [names[key] for key in view.briefings.using(article) if key in names]


def issue_name(details: IssueDetails) -> str:
    """How an issue is spoken of: "No. 12", or its title and date."""
    if details.issue:
        return details.issue if not details.issue.isdigit() else f"No. {details.issue}"
    title = details.title or details.series or "a briefing"
    return f"“{title}” of {details.date}" if details.date else f"“{title}”"
