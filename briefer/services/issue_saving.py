"""What is handed over with a briefing: its articles, what was decided on them, rules on their actors."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import PurePath
from typing import Any

from briefer import __version__
from briefer.model.article import Article, ArticleId
from briefer.model.briefing import Briefing, BriefingId
from briefer.model.document import Document, Look, Paragraph, Run
from briefer.model.errors import ExportFailed
from briefer.model.issue import ArticleDecisions, Edit, Issue, IssueArticle, Pairs, content_digest
from briefer.model.plain import from_plain, to_plain
from briefer.model.summary import SummaryLength
from briefer.services import rule_book
from briefer.services.library import LibraryView
from briefer.services.printed_words import printed_words
from briefer.services.publishing import also_used, used
from briefer.services.summary_making import choice
from briefer.storage.decisions import ActorRule

# Whom a person watches says nothing of the issue, and much of the person.
_NOT_HANDED_OVER = ("watch",)


def articles_of(view: LibraryView, briefing: Briefing) -> list[IssueArticle]:
    """The articles a briefing refers to, as they were imported, with what was found in them."""
    found = []
    for key in dict.fromkeys((*used(briefing), *also_used(briefing))):
        article = view.facts.article(key)
        if article is not None:
            kept = replace(article, origin=_without_folders(article.origin))
            found.append(IssueArticle(kept, view.facts.analysis(key)))
    return found


def issue_of(
    view: LibraryView,
    briefing: Briefing,
    articles: Iterable[IssueArticle],
    length: SummaryLength,
    now: datetime,
) -> Issue:
    """The briefing with all that was ruled among its articles; `length` is that of the settings."""
    keys = [one.article.id for one in articles]
    among = frozenset(keys)
    titles = view.story_rulings.titles()
    return Issue(
        details=briefing.details,
        sections=briefing.sections,
        decisions={key: decisions_on(view, key, length) for key in keys},
        rules=tuple(map(rule_book.as_plain, _rules(view, articles))),
        different=_within(view.copy_rulings.different(), among),
        leading=tuple(sorted(among & set(view.copy_rulings.leading()))),
        together=_within(view.story_rulings.pairs("together"), among),
        apart=_within(view.story_rulings.pairs("apart"), among),
        titles={key: title for key, title in sorted(titles.items()) if key in among},
        made_by=f"Briefer {__version__}",
        made=now.isoformat(timespec="seconds"),
    )


def decisions_on(view: LibraryView, article: ArticleId, length: SummaryLength) -> ArticleDecisions:
    """What the user decided on an article; method, length and focus as they are in force."""
    method, chosen = choice(view, article, length)
    ruled = view.decisions.rulings(article)
    focus = (*view.wishes.focus(article), *view.wishes.focus(None))
    return ArticleDecisions(
        fixes=view.decisions.fixes(article),
        pins=tuple(place for place, ruling in ruled if ruling == "pin"),
        exclusions=tuple(place for place, ruling in ruled if ruling == "exclude"),
        edits=tuple(Edit(place, text) for place, text in view.wishes.edits(article)),
        order=tuple(view.wishes.order(article)),
        focus=tuple(dict.fromkeys(focus)),
        method=method,
        length=chosen,
    )


def gathered(
    view: LibraryView, briefing: BriefingId, length: SummaryLength, now: datetime
) -> dict[str, Any]:
    """The issue of a briefing as a worker takes it. Raises ExportFailed when it is gone."""
    found = view.briefings.get(briefing)
    if found is None:
        raise ExportFailed("This briefing was deleted.", hint="Undo to bring it back.")
    articles = articles_of(view, found)
    return as_request(issue_of(view, found, articles, length, now), articles)


def marked(document: Document) -> Document:
    """The document with the line at its end that says it carries its issue."""
    line = Run(printed_words(document.language)["carries_issue"], quiet=True)
    return replace(document, blocks=(*document.blocks, Paragraph((line,), Look.SMALL)))


def made_alone(
    briefing: Briefing,
    articles: Collection[IssueArticle],
    summarized: ArticleDecisions,
    now: datetime,
) -> tuple[Issue, list[IssueArticle]]:
    """The issue of a briefing that no library holds; `summarized` is how each article was.

    The same briefing of the same articles has the same identity.
    """
    kept = [
        IssueArticle(
            replace(one.article, origin=_without_folders(one.article.origin)), one.analysis
        )
        for one in articles
    ]
    issue = Issue(
        replace(briefing.details, uid=content_digest(briefing)[:32]),
        briefing.sections,
        {one.article.id: summarized for one in kept},
        made_by=f"Briefer {__version__}",
        made=now.isoformat(timespec="seconds"),
    )
    return issue, kept


def as_request(issue: Issue, articles: Iterable[IssueArticle]) -> dict[str, Any]:
    """Both as plain values for a worker."""
    return {"issue": to_plain(issue), "articles": [to_plain(one) for one in articles]}


def from_request(told: Mapping[str, Any]) -> tuple[Issue, list[IssueArticle]]:
    """The reverse of `as_request`."""
    articles = [from_plain(IssueArticle, one) for one in told["articles"]]
    return from_plain(Issue, told["issue"]), articles


def _without_folders(origin: str) -> str:
    """Where an article came from, without the folders of this machine."""
    if "://" in origin:
        return origin
    return PurePath(origin.replace("\\", "/")).name


def _within(pairs: Iterable[tuple[ArticleId, ArticleId]], among: Collection[ArticleId]) -> Pairs:
    return tuple(sorted(pair for pair in pairs if pair[0] in among and pair[1] in among))


def _rules(view: LibraryView, articles: Iterable[IssueArticle]) -> list[ActorRule]:
    """The rules that change who acts in these articles, in the order they were made."""
    known = {one.article.id: one.article for one in articles}
    keys = {named.key for named in view.actor_index.of_articles(known)}
    for one in articles:
        keys |= {actor.key for actor in one.analysis.findings.actors} if one.analysis else set()
    rules = [rule for rule in view.decisions.actor_rules() if rule.rule not in _NOT_HANDED_OVER]
    # Who is merged into whom may be merged on.
    for _ in rules:
        more = {rule.other for rule in rules if rule.actor in keys and rule.other} - keys
        if not more:
            break
        keys |= more
    return [rule for rule in rules if _concerns(rule, keys, known)]


def _concerns(rule: ActorRule, keys: set[str], known: Mapping[ArticleId, Article]) -> bool:
    if rule.article and rule.article not in known:
        return False
    if rule.rule == "add":
        return any(rule.words in article.text for article in known.values())
    return rule.actor in keys and (not rule.other or rule.other in keys)
