"""What a briefing of the library refers to, gathered article by article."""

from collections.abc import MutableMapping, Sequence
from dataclasses import dataclass

from briefer.model.actors import Findings
from briefer.model.article import Article, ArticleId
from briefer.model.summary import Summary, SummaryLength, Wording
from briefer.model.text import Sentence
from briefer.services.duplicates import also_in
from briefer.services.ledger import Rulings, findings_of, together
from briefer.services.library import LibraryView
from briefer.services.material import Material
from briefer.services.summary_making import summary_of, wordings_of


@dataclass(frozen=True, slots=True)
class Part:
    """What a briefing may take from one article."""

    article: Article
    sentences: tuple[Sentence, ...]
    summary: Summary | None
    findings: Findings
    wordings: dict[int, Wording] | None
    is_rearranged: bool


def gather(
    view: LibraryView,
    articles: Sequence[ArticleId],
    length: SummaryLength,
    language: str = "",
    *,
    prefer: str = "first",
    others: Sequence[ArticleId] = (),
    names_meant: bool = False,
    known: MutableMapping[ArticleId, Part] | None = None,
) -> Material:
    """All that a briefing of these articles may refer to; roles in its language's words.

    `others` are articles that it names only. `known` are parts that still hold; those gathered anew
    join them.
    """
    known = {} if known is None else known
    parts: dict[ArticleId, Part] = {}
    for key in dict.fromkeys(articles):
        part = known.get(key) or _part(view, key, length, names_meant=names_meant)
        if part is not None:
            parts[key] = part
            # Renewing an analysis is no step of the user, of which whoever keeps parts would hear.
            if not view.facts.is_outdated(key):
                known[key] = part
    return Material(
        articles={key: part.article for key, part in parts.items()},
        sentences={key: part.sentences for key, part in parts.items()},
        summaries={key: part.summary for key, part in parts.items() if part.summary is not None},
        actors=together(
            [(key, part.findings) for key, part in parts.items()],
            foreign={key for key, part in parts.items() if part.article.language != language},
            pinned=Rulings(view.decisions.actor_rules()).roles,
        ),
        quotes={key: part.findings.quotes for key, part in parts.items()},
        copies={
            key: tuple(copy for other in same if (copy := view.article(other)) is not None)
            for key, same in also_in(view, parts, prefer).items()
        },
        others={key: article for key in others if (article := view.article(key)) is not None},
        wordings={key: part.wordings for key, part in parts.items() if part.wordings is not None},
        rearranged=frozenset(key for key, part in parts.items() if part.is_rearranged),
    )


def _part(
    view: LibraryView, key: ArticleId, length: SummaryLength, *, names_meant: bool
) -> Part | None:
    """One article's part. All that reads its analysis stands together: it is read once."""
    article = view.article(key)
    if article is None:
        return None
    analysis = view.facts.analysis(key)
    return Part(
        article=article,
        sentences=analysis.sentences if analysis else (),
        summary=summary_of(view, key, length, names_meant=names_meant, at_least_plain=True),
        findings=findings_of(view, key),
        wordings=wordings_of(view, article, analysis, names_meant=names_meant)
        if analysis
        else None,
        is_rearranged=bool(view.wishes.order(key)),
    )
