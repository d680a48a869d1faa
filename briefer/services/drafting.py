"""A first briefing from chosen articles and a template: what matters most comes first."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import count

from briefer.model.article import Article, ArticleId
from briefer.model.briefing import (
    Briefing,
    BriefingId,
    IssueDetails,
    Item,
    ItemId,
    Section,
    SectionId,
)
from briefer.services.filling import Filling
from briefer.services.material import Material
from briefer.services.printed_words import printed_words
from briefer.services.templates import SectionPlan, Template, template


def draft(
    template_name: str,
    details: IssueDetails,
    articles: Sequence[ArticleId],
    material: Material,
    into: Sequence[Section] = (),
) -> Briefing:
    """A briefing of `articles` after a template; ids count from 1.

    Title and period are filled in where `details` leaves them empty. `into` are sections that take
    the place of the template's own: each is filled as the template fills one of its kind, and keeps
    what is in it. Raises UnknownChoice.
    """
    plan = template(template_name)
    words = printed_words(details.language)
    chosen = [material.articles[a] for a in dict.fromkeys(articles) if a in material.articles]
    filling = Filling(chosen, material, plan.about, words.language)
    own = [
        Section(SectionId(0), part.kind, words.words.get(part.heading, part.heading))
        for part in plan.sections
    ]
    plans = _plans(plan, into) if into else plan.sections
    item_ids = count(1)
    sections = tuple(
        Section(
            SectionId(number),
            section.kind,
            section.heading,
            tuple(
                Item(ItemId(next(item_ids)), content)
                for content in (*(i.content for i in section.items), *filling.contents(part))
            ),
        )
        for number, (section, part) in enumerate(zip(into or own, plans, strict=True), 1)
    )
    title = details.title
    if not title and (filling.about or not details.series):
        title = words.words.get(plan.label, plan.label)
        if filling.about:
            title = f"{filling.about.name} – {title}"
    details = replace(plan.details(details), title=title, period=details.period or _period(chosen))
    return Briefing(BriefingId(1), details, sections)


def _plans(plan: Template, sections: Sequence[Section]) -> list[SectionPlan]:
    """How each of the user's sections is filled: as the template's next one of its kind."""
    left = list(plan.sections)
    found = []
    for section in sections:
        fitting = next((one for one in left if one.kind is section.kind), None)
        if fitting is not None:
            left.remove(fitting)
        found.append(fitting or SectionPlan(section.kind, ""))
    return found


def _period(articles: Sequence[Article]) -> str:
    """From the first to the last day the articles are dated, empty where fewer than two are."""
    days = sorted({(a.source.published or "")[:10] for a in articles if a.source.published})
    return f"{days[0]}/{days[-1]}" if len(days) > 1 else ""
