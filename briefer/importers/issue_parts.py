"""What the parts of an issue file say, looked at before it is believed."""

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from briefer.importers.sniffing import MOST_CHARACTERS, MOST_PARAGRAPHS
from briefer.model.analysis import Analysis
from briefer.model.article import LANGUAGE, SOURCE_FIELDS, Article, ArticleId, article_id
from briefer.model.briefing import (
    ArticleItem,
    IssueDetails,
    Item,
    ItemId,
    Section,
    SectionId,
    SectionKind,
)
from briefer.model.issue import ArticleDecisions, Issue, IssueArticle, Pairs
from briefer.model.plain import from_plain
from briefer.model.text import Span

T = TypeVar("T")

# What does not fit a type raises one of these.
_UNFIT = (TypeError, ValueError, KeyError, AttributeError, OverflowError)
# Beyond them numbers make no sense where they stand, and forms cannot show them.
_MOST_PAGES, _LONGEST = 999, 1_000


def article_in(plain: Any, key: str, *, with_analysis: bool) -> IssueArticle | None:
    """The article of a part, under its own key; None where that is not what its content gives."""
    try:
        article = from_plain(Article, plain["article"])
        paragraphs = article.paragraphs
        parts = [paragraph.span.of(article.text) for paragraph in paragraphs]
        is_fit = (
            article.id == key == article_id(article.text, article.source)
            and article.text == "\n\n".join(parts)
            and all(
                0 <= p.span.start == p.span.end - len(part)
                for part, p in zip(parts, paragraphs, strict=True)
            )
            and 0 < len(article.text) <= MOST_CHARACTERS
            and len(parts) <= MOST_PARAGRAPHS
        )
        # The library keeps UTF-8 alone.
        article.text.encode("utf-8")
    except _UNFIT:
        return None
    if not is_fit:
        return None
    analysis = _analysis(plain.get("analysis"), article) if with_analysis else None
    return IssueArticle(article, analysis)


def _analysis(plain: Any, article: Article) -> Analysis | None:
    try:
        found = from_plain(Analysis, plain)
        whole = Span(0, len(article.text))
        spans = [sentence.span for sentence in found.sentences]
        for actor in found.findings.actors:
            spans += [mention.span for mention in actor.mentions]
            spans += [role.span for role in actor.roles]
        for quote in found.findings.quotes:
            spans.append(quote.span)
            spans += [quote.speaker_mention.span] if quote.speaker_mention else []
        numbers = [sentence.number for sentence in found.sentences]
        shares = [actor.salience for actor in found.findings.actors]
        is_fit = (
            found.article == article.id
            and numbers == list(range(len(numbers)))
            and all(0 <= one.paragraph < len(article.paragraphs) for one in found.sentences)
            and len(found.scores.values) == len(numbers)
            and len(found.scores.reasons) in (0, len(numbers))
            and all(map(math.isfinite, (*found.scores.values, *shares)))
            and all(whole.covers(span) and span.start <= span.end for span in spans)
        )
    except _UNFIT:
        return None
    return found if is_fit else None


def issue_in(briefing: Any, decisions: Any, lengths: Mapping[ArticleId, int]) -> Issue:
    """The issue of both parts; `lengths` are those of the texts, by article.

    What a newer Briefer wrote and this one does not know is counted and left out. Raises TypeError,
    ValueError or KeyError where it is no issue at all.
    """
    sections, left = _sections(briefing["sections"])
    details = from_plain(IssueDetails, briefing["details"])
    is_known = details.uid.isascii() and details.uid.isalnum() and len(details.uid) <= 64
    details = replace(
        details,
        uid=details.uid if is_known else "",
        pages=min(max(details.pages, 0), _MOST_PAGES),
    )
    ruled = {
        key: made
        for key, plain in decisions["articles"].items()
        if key in lengths and (made := _decisions(plain, lengths[key])) is not None
    }
    rules = tuple(rule for rule in decisions.get("rules", ()) if isinstance(rule, dict))
    titles = decisions.get("titles", {}).items()
    return Issue(
        details,
        sections,
        ruled,
        rules,
        different=_pairs(decisions.get("different", ()), lengths),
        together=_pairs(decisions.get("together", ()), lengths),
        apart=_pairs(decisions.get("apart", ()), lengths),
        leading=tuple(key for key in decisions.get("leading", ()) if key in lengths),
        titles={key: title for key, title in titles if key in lengths and _is_text(title)},
        left_out=left,
    )


def _sections(told: Iterable[Any]) -> tuple[tuple[Section, ...], int]:
    """The sections and items that are known, numbered from 1, and how many are not."""
    found: list[Section] = []
    left = number = 0
    for plain in told:
        try:
            kind, heading = SectionKind(plain["kind"]), from_plain(str, plain["heading"])
            entries = list(plain["items"])
        except _UNFIT:
            left += 1
            continue
        items: list[Item] = []
        for entry in entries:
            number += 1
            made = _item(number, entry)
            items += [made] if made is not None else []
        left += len(entries) - len(items)
        found.append(Section(SectionId(len(found) + 1), kind, heading, tuple(items)))
    return tuple(found), left


def _item(number: int, plain: Any) -> Item | None:
    try:
        item = from_plain(Item, {"id": number, "content": plain["content"]})
    except _UNFIT:
        return None
    content = item.content
    if isinstance(content, ArticleItem):
        length = min(max(content.length, 0), _LONGEST)
        return Item(ItemId(number), replace(content, length=length))
    return item


def _decisions(plain: Any, length: int) -> ArticleDecisions | None:
    try:
        made = from_plain(ArticleDecisions, plain)
        places = (*made.pins, *made.exclusions, *made.order, *(edit.place for edit in made.edits))
        is_fit = all(0 <= place.start < place.end <= length for place in places)
        fixes = {name: value for name, value in made.fixes.items() if _is_fix(name, value)}
        amount = min(max(made.length.amount, 1), _LONGEST)
    except _UNFIT:
        return None
    if not is_fit:
        return None
    return replace(made, fixes=fixes, length=replace(made.length, amount=amount))


def _is_fix(name: str, value: Any) -> bool:
    if name == "authors":
        return isinstance(value, list) and all(map(_is_text, value))
    if name == "title":
        return _is_text(value)
    return name in (*SOURCE_FIELDS, LANGUAGE) and (value is None or _is_text(value))


def _pairs(told: Iterable[Any], known: Mapping[ArticleId, int]) -> Pairs:
    return tuple(
        (one, other) for one, other in told if one in known and other in known and one != other
    )


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def fitting(make: Callable[[], T]) -> T | None:
    """What `make` gives, or None where the values do not fit."""
    try:
        return make()
    except _UNFIT:
        return None
