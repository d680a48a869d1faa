"""Checks of the items: quotations, sources, roles, repetitions, and sections without any."""

import re
from collections.abc import Iterator

from briefer.model.actors import ActorKind
from briefer.model.article import Article, ArticleId
from briefer.model.briefing import (
    ActorItem,
    ArticleItem,
    EventItem,
    FigureItem,
    JudgementItem,
    QuoteItem,
    SectionKind,
    TextItem,
)
from briefer.services.checks import FILLED_ALONE, Finding, Mend, Subject, shortened
from briefer.services.citing import headline

# What stands between marks like these is said to be somebody's words.
_QUOTED = re.compile(
    "“([^”]{12,600})”|„([^“”]{12,600})[“”]|«([^»]{12,600})»|[「『]([^」』]{8,600})[」』]"
)
_SHORTEST = 12
# What a writer leaves out of somebody's words, or puts in for clearness.
_OMITTED = re.compile(r"\[[^\]]*\]|…|\.{3}")
# Where a fact stands, its source is asked for; judgements and free text are the writer's own.
_FACTUAL = frozenset(
    {SectionKind.BOTTOM_LINE, SectionKind.TOP_STORIES, SectionKind.DEVELOPMENTS,
     SectionKind.KEY_FIGURES, SectionKind.TIMELINE, SectionKind.STATEMENTS}
)  # fmt: skip


def altered_quotations(subject: Subject) -> Iterator[Finding]:
    """Words between quotation marks that no article of the briefing has."""
    texts = [_plain(article.text) for article in subject.material.articles.values()]
    for section, item, content in subject.items():
        if isinstance(content, QuoteItem):
            article = subject.material.articles.get(content.article)
            is_there = article is None or content.span.end <= len(article.text)
            own = [] if is_there else ["The statement is no longer in its article."]
        else:
            own = [
                f"The quotation “{shortened(said)}” stands like this in none of the articles."
                for said in _quotations(content)
                if not any(_is_told(said, text) for text in texts)
            ]
        for said in own:
            yield Finding("quotation", said, section.id, item.id, Mend("Edit", "edit"))


def missing_articles(subject: Subject) -> Iterator[Finding]:
    """Items whose article is gone: they print nothing."""
    for section, item, content in subject.items():
        key = getattr(content, "article", None)
        if key and not isinstance(content, ActorItem) and key not in subject.material.articles:
            said = "The article of this item is no longer in the library; nothing is printed."
            yield Finding("missing", said, section.id, item.id, Mend("Remove", "remove-item"))


def without_source(subject: Subject) -> Iterator[Finding]:
    """The user's own sentences among facts, if they name no source."""
    for section, item, content in subject.items():
        if section.kind not in _FACTUAL or not isinstance(content, TextItem):
            continue
        known = subject.material.articles
        if content.text.strip() and not any(key in known for key in content.sources):
            said = f"“{shortened(content.text)}” names no source."
            yield Finding("source", said, section.id, item.id, Mend("Choose", "edit"))


def sources_without_date_or_outlet(subject: Subject) -> Iterator[Finding]:
    """Cited articles that do not say when or where they were published."""
    told: set[ArticleId] = set()
    for section, item, content in subject.items():
        article = subject.material.articles.get(getattr(content, "article", None) or ArticleId(""))
        if article is None or article.id in told:
            continue
        told.add(article.id)
        missing = [
            name
            for name, value in (
                ("date", article.source.published),
                ("outlet", article.source.outlet or article.source.url),
            )
            if not value
        ]
        if missing:
            said = f"“{shortened(headline(article))}” has no {' and no '.join(missing)}."
            mend = Mend("Correct", "source", article.id)
            yield Finding("details", said, section.id, item.id, mend)


def without_role(subject: Subject) -> Iterator[Finding]:
    """Persons who speak, or stand among the actors, without a role."""
    known = {actor.key: actor for actor in subject.material.actors}
    told: set[str] = set()
    for section, item, content in subject.items():
        key = content.speaker if isinstance(content, QuoteItem) else None
        key = content.actor if isinstance(content, ActorItem) else key
        actor = known.get(key or "")
        if actor is None or actor.kind is not ActorKind.PERSON or actor.roles:
            continue
        if actor.key not in told and not getattr(content, "note", ""):
            told.add(actor.key)
            said = f"{actor.name} is named without a role."
            yield Finding(
                "role", said, section.id, item.id, Mend("Add", "role", actor.key, actor.name)
            )


def duplicates(subject: Subject) -> Iterator[Finding]:
    """The same thing twice, or one article told in two sections."""
    seen: set[object] = set()
    for section, item, content in subject.items():
        if section.kind is SectionKind.BOTTOM_LINE or isinstance(content, JudgementItem):
            continue
        if isinstance(content, TextItem) and not content.text.strip():
            continue
        key = _told(content, subject)
        if isinstance(content, ActorItem):
            # Who stands at a glance stands in the table too.
            key = section.id, content.actor
        if key in seen:
            said = f"{_named(content, subject)} stands in the briefing twice."
            yield Finding("twice", said, section.id, item.id, Mend("Remove", "remove-item"))
        seen.add(key)


def used_before(subject: Subject) -> Iterator[Finding]:
    """Articles that an earlier issue told already."""
    told: set[str] = set()
    for section, item, content in subject.items():
        issue = subject.used_in(content.article) if isinstance(content, ArticleItem) else ""
        if issue and isinstance(content, ArticleItem) and content.article not in told:
            told.add(content.article)
            said = f"{_named(content, subject)} was used in {issue} already."
            yield Finding("used", said, section.id, item.id, Mend("Remove", "remove-item"))


def empty_sections(subject: Subject) -> Iterator[Finding]:
    """Sections that print nothing."""
    for section in subject.briefing.sections:
        if not section.items and section.kind not in FILLED_ALONE:
            said = f"“{section.heading}” is empty and is not printed."
            yield Finding("empty", said, section.id, None, Mend("Remove", "remove-section"))


def _quotations(content: object) -> Iterator[str]:
    """What the user's own words in an item put between quotation marks."""
    own = {
        TextItem: ("text",),
        JudgementItem: ("text",),
        ArticleItem: ("headline", "note"),
        EventItem: ("text",),
        FigureItem: ("what",),
        ActorItem: ("note",),
    }
    for field in own.get(type(content), ()):
        text = getattr(content, field)
        for found in _QUOTED.finditer(text):
            yield next(group for group in found.groups() if group)
        for line in text.splitlines():
            # A straight mark does not say whether it opens or closes: they come in pairs.
            parts = line.split('"')
            if len(parts) % 2:
                yield from (part for part in parts[1::2] if len(part) >= _SHORTEST)


def _told(content: object, subject: Subject) -> object:
    if isinstance(content, ArticleItem):
        # Two sentences of one article are two things; the same ones, or its summary twice, are one.
        return content.article, content.sentences
    if isinstance(content, QuoteItem):
        article = subject.material.articles.get(content.article)
        return _plain(content.span.of(article.text)) if article else content
    if isinstance(content, EventItem | FigureItem):
        return content.type, content.article, content.span, getattr(content, "text", "")
    return content


def _named(content: object, subject: Subject) -> str:
    if isinstance(content, TextItem):
        return f"“{shortened(content.text)}”"
    if isinstance(content, ActorItem):
        known = {actor.key: actor.name for actor in subject.material.actors}
        return known.get(content.actor) or content.name or "An actor"
    key = getattr(content, "article", None)
    article: Article | None = subject.material.articles.get(key) if key else None
    if article is None:
        return "An item"
    if isinstance(content, QuoteItem | EventItem | FigureItem):
        return f"“{shortened(content.span.of(article.text))}”"
    return f"“{shortened(headline(article))}”"


def _is_told(said: str, text: str) -> bool:
    """Whether all that was kept of the words stands in a plain text."""
    return all(_plain(part) in text for part in _OMITTED.split(said))


def _plain(text: str) -> str:
    """Letters and figures alone: what a quotation must have in common with its source."""
    return " ".join(re.findall(r"\w+", text.casefold()))
