"""What a reader would stumble over, found before a briefing is sent, each with what mends it."""

from collections.abc import Callable, Iterator

from briefer.model.article import ArticleId
from briefer.model.briefing import Briefing
from briefer.model.document import Document
from briefer.services import check_items, check_words
from briefer.services.checks import Finding, Mend, Subject
from briefer.services.material import Material

__all__ = ["Finding", "Mend", "check"]


def check(
    briefing: Briefing,
    material: Material,
    document: Document,
    *,
    pages: int = 0,
    used_in: Callable[[ArticleId], str] = lambda _: "",
) -> list[Finding]:
    """What is to be looked at before `briefing` is sent, in its order, the gravest kind first.

    `document` is what was composed of it; `pages` are those it takes (0: not known); `used_in` names
    the earlier issue that an article was used in, or is empty.
    """
    subject = Subject(briefing, material, document, pages, used_in)
    found = [finding for one in _CHECKS for finding in one(subject)]
    return list(dict.fromkeys(found))


_CHECKS: tuple[Callable[[Subject], Iterator[Finding]], ...] = (
    check_items.altered_quotations,
    check_items.missing_articles,
    check_words.weak_marking,
    check_items.without_source,
    check_items.sources_without_date_or_outlet,
    check_words.likelihood_with_confidence,
    check_items.without_role,
    check_items.duplicates,
    check_items.used_before,
    check_words.acronyms,
    check_items.empty_sections,
    check_words.dead_links,
    check_words.too_many_pages,
)
