"""An issue that came in a file becomes a briefing of this library: nothing doubled, nothing overruled."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from briefer.model.analysis import Analysis
from briefer.model.article import ArticleId
from briefer.model.briefing import ArticleItem, Briefing, BriefingId, Item, Section
from briefer.model.issue import ArticleDecisions, Issue, IssueArticle, content_digest
from briefer.model.summary import SummaryLength
from briefer.services import rule_book
from briefer.services.issue_saving import decisions_on
from briefer.services.keeping import keep_all
from briefer.services.library import Library, LibraryView
from briefer.services.renewing import followed
from briefer.services.rulings import Rulings
from briefer.services.summarizing import METHODS
from briefer.services.templates import TEMPLATE_NAMES, templates
from briefer.storage.decisions import ActorRule

# So many articles are written together, as those of other imports.
_TOGETHER = 6
# In which order a notice names what stayed as the person had it.
KINDS = ("pins", "wording", "order of sentences", "focus", "summary length", "source details", "rules on actors")  # fmt: skip


@dataclass(frozen=True, slots=True)
class CameIn:
    """An issue whose articles are kept as facts; it waits to be opened. `file` is its name."""

    file: str
    issue: Issue
    articles: tuple[ArticleId, ...]


@dataclass(slots=True)
class Opened:
    """What became of an issue.

    `state`: a "new" briefing, the very "same" that was here, or a "version" of one that is here in
    another state. `known` of `articles` were on the shelf; `own` is what stayed as the person had
    it; `version` is the id of the kept version; `left_out` counts what this Briefer does not know.
    """

    briefing: BriefingId
    state: Literal["new", "same", "version"]
    articles: int = 0
    known: int = 0
    own: list[str] = field(default_factory=list)
    version: int = 0
    left_out: int = 0


def keep_articles(
    view: LibraryView,
    file: str,
    issue: Issue,
    articles: Sequence[tuple[IssueArticle, Analysis]],
    writing: AbstractContextManager[Any],
) -> CameIn:
    """Keep the articles with their analyses as facts; excerpts follow to the analyses that count here.

    `writing` is held while the library is written to.
    """
    # All in one would keep other writers waiting for seconds.
    for begin in range(0, len(articles), _TOGETHER):
        some = articles[begin : begin + _TOGETHER]
        keep_all(view, [(one.article, analysis) for one, analysis in some], writing)
    theirs = {
        one.article.id: one.analysis if one.analysis is not None else analysis
        for one, analysis in articles
    }
    sections = tuple(
        replace(section, items=tuple(_followed(view, item, theirs) for item in section.items))
        for section in issue.sections
    )
    keys = tuple(one.article.id for one, _ in articles)
    return CameIn(file, replace(issue, sections=sections), keys)


def _followed(view: LibraryView, item: Item, theirs: Mapping[ArticleId, Analysis]) -> Item:
    content = item.content
    if not isinstance(content, ArticleItem) or content.sentences is None:
        return item
    old, new = theirs.get(content.article), view.facts.analysis(content.article)
    if old is None or new is None or old.sentences == new.sentences:
        return item
    numbers = followed(content.sentences, old.sentences, new.sentences)
    return replace(item, content=replace(content, sentences=numbers))


def open_issue(library: Library, came: CameIn, length: SummaryLength) -> Opened:
    """Put the issue into the library, in one step; `length` is that of the settings.

    Raises LibraryProblem.
    """
    issue = came.issue
    here = {card.id for card in library.known(came.articles)}
    with library.step("open issue"):
        own: set[str] = set()
        for article in came.articles:
            library.decisions.shelve(article)
            told = issue.decisions.get(article)
            if told is not None:
                own |= _take_over(library, article, told, length)
        own |= _take_over_rules(library, issue)
        _rule_among(library, issue)
        found = _into_briefings(library, issue, came.file)
    found.articles, found.known = len(came.articles), len(here)
    found.own = [kind for kind in KINDS if kind in own]
    found.left_out = issue.left_out
    return found


def _into_briefings(library: Library, issue: Issue, file: str) -> Opened:
    details = issue.details
    if details.template not in {known.name for known in templates()}:
        details = replace(details, template=TEMPLATE_NAMES[0])
    theirs = Briefing(BriefingId(0), details, issue.sections)
    uid = details.uid
    ours = [key for key, kept in library.briefings.all() if uid and kept.uid == uid]
    for key in ours:
        briefing = library.briefings.get(key)
        if briefing is not None and content_digest(briefing) == content_digest(theirs):
            return Opened(key, "same")
    if not ours:
        return Opened(_added(library, theirs), "new")
    for kept in library.versions.of(uid):
        if content_digest(kept.briefing) == content_digest(theirs):
            return Opened(ours[0], "version", version=kept.id)
    return Opened(ours[0], "version", version=library.versions.add(theirs, f"From {file}"))


def _added(library: Library, briefing: Briefing) -> BriefingId:
    key = library.briefings.add(briefing.details)
    put_sections(library, key, briefing.sections)
    return key


def put_sections(library: Library, key: BriefingId, sections: Sequence[Section]) -> None:
    """Add the sections with their items to a briefing. Inside a step."""
    for place, section in enumerate(sections):
        new = library.briefings.add_section(key, section.kind, section.heading, place)
        for position, item in enumerate(section.items):
            library.briefings.add_item(new, item.content, position)


def _take_over(
    library: Library, article: ArticleId, told: ArticleDecisions, length: SummaryLength
) -> set[str]:
    """Decide on the article as the issue has it, where the person has not; what differs from that."""
    mine, decisions, wishes = (
        decisions_on(library, article, length),
        library.decisions,
        library.wishes,
    )
    own: set[str] = set()
    for name, value in told.fixes.items():
        if name not in mine.fixes:
            decisions.fix(article, name, value)
        elif mine.fixes[name] != value:
            own.add("source details")
    if not (mine.pins or mine.exclusions):
        for place in told.pins:
            decisions.rule_sentence(article, place, "pin")
        for place in told.exclusions:
            decisions.rule_sentence(article, place, "exclude")
    elif (mine.pins, mine.exclusions) != (told.pins, told.exclusions):
        own.add("pins")
    if not mine.edits:
        for edit in told.edits:
            wishes.edit(article, edit.place, edit.text)
    elif mine.edits != told.edits:
        own.add("wording")
    if not mine.order:
        if told.order:
            wishes.set_order(article, tuple(dict.fromkeys(told.order)))
    elif mine.order != told.order:
        own.add("order of sentences")
    return own | _take_over_summary(library, article, told, mine)


def _take_over_summary(
    library: Library, article: ArticleId, told: ArticleDecisions, mine: ArticleDecisions
) -> set[str]:
    own: set[str] = set()
    if told.method in METHODS and (told.method, told.length) != (mine.method, mine.length):
        # What differs and was chosen for this article alone is the person's own.
        if library.decisions.summary_choice(article) is None:
            library.decisions.choose_summary(article, told.method, told.length)
        else:
            own.add("summary length")
    if set(told.focus) != set(mine.focus):
        if library.wishes.focus(article):
            own.add("focus")
        else:
            for focus in told.focus:
                if focus not in mine.focus:
                    library.wishes.add_focus(article, focus)
    return own


def _take_over_rules(library: Library, issue: Issue) -> set[str]:
    """Add rules on actors that go against none of the person's; what does is left."""
    own: set[str] = set()
    mine = library.decisions.actor_rules()
    for plain in issue.rules:
        rule = rule_book.rule_of(plain)
        if rule is None or rule in mine:
            continue
        if _is_against(rule, mine):
            own.add("rules on actors")
        else:
            library.decisions.add_rule(rule)
            mine.append(rule)
    return own


def _is_against(rule: ActorRule, mine: Sequence[ActorRule]) -> bool:
    """Whether a rule says otherwise than one of the person's on the same actors."""
    rulings = Rulings(mine)
    if rule.rule == "merge":
        one, other = rulings.key(rule.actor), rulings.key(rule.other)
        return one != other and (
            rulings.are_apart(one, other)
            or any(m.rule == "merge" and m.actor == rule.actor for m in mine)
        )
    if rule.rule == "apart":
        return rulings.key(rule.actor) == rulings.key(rule.other)
    if rule.rule in ("rename", "kind", "role"):
        return any((m.rule, m.actor) == (rule.rule, rule.actor) for m in mine)
    if rule.rule in ("split", "add"):
        return any(
            (m.rule, m.words, m.article, m.start)
            == (rule.rule, rule.words, rule.article, rule.start)
            for m in mine
        )
    return False


def _rule_among(library: Library, issue: Issue) -> None:
    """Copies and stories as the issue has them, where the person ruled nothing on the same two."""
    ruled = {
        frozenset(pair)
        for pair in (
            *library.story_rulings.pairs("together"),
            *library.story_rulings.pairs("apart"),
        )
    }
    for one, other in issue.together:
        if frozenset((one, other)) not in ruled:
            library.story_rulings.rule(one, [other], "together")
    for one, other in issue.apart:
        if frozenset((one, other)) not in ruled:
            library.story_rulings.rule(one, [other], "apart")
    titles = library.story_rulings.titles()
    for article, title in issue.titles.items():
        if article not in titles:
            library.story_rulings.name(ArticleId(article), title)
    leading = library.copy_rulings.leading()
    for article in issue.leading:
        if article not in leading:
            library.copy_rulings.lead(article, ())
    for one, other in issue.different:
        library.copy_rulings.part(one, [other])
