"""The annex: the cited articles once more, whole or their beginning, with what their outlets allow."""

from collections.abc import Iterable, Mapping

from briefer.model.article import Article
from briefer.model.briefing import IssueDetails, Section
from briefer.model.document import Block, Heading, Look, Origin, PageBreak, Paragraph, Run
from briefer.services.citing import Citations, clean, headline, safe_link, source_runs
from briefer.services.material import Material
from briefer.services.printed_words import PrintedWords

# An extract shows as much as a reader needs to decide whether to open the source.
EXTRACT_WORDS = 120
# In scripts without blanks two characters count as a word.
_UNSPACED = ("zh", "ja", "th", "lo", "my", "km")
# In licence lines: every outlet that has none of its own.
ALL_OTHERS = "*"


def annex(
    section: Section,
    details: IssueDetails,
    citations: Citations,
    words: PrintedWords,
    material: Material,
) -> list[Block]:
    """The cited articles as `details.annex` says: "full", "extract", or none of them."""
    if details.annex not in ("full", "extract") or not citations.cited:
        return []
    title = clean(section.heading) or words["annex"]
    origin = Origin(section.id)
    blocks: list[Block] = [
        PageBreak(),
        Heading(title, 1, f"section-{section.id}", origin=origin),
    ]
    for number, article_id in enumerate(citations.cited, 1):
        article = material.articles[article_id]
        language = article.language or ""
        blocks.append(
            Heading(f"[{number}] {headline(article)}", 2, f"annex-{number}", language, origin)
        )
        line = source_runs(article, words, full=False)
        if line:
            blocks.append(Paragraph(line, Look.SOURCE, origin=origin, keep=True))
        blocks += _text(article, origin, full=details.annex == "full")
        last: list[Run] = []
        if details.annex == "extract":
            link = safe_link(article.source.url)
            last.append(Run(words["continued"], quiet=True, link=link))
        allowed = licence_of(article.source.outlet or "", material.licences)
        if allowed:
            last.append(Run((" " if last else "") + allowed, quiet=True))
        if last:
            blocks.append(Paragraph(tuple(last), Look.SMALL, origin=origin))
    return blocks


def licence_of(outlet: str, licences: Mapping[str, str]) -> str:
    """What is to be printed with an outlet's text; empty where nothing is."""
    own = licences.get(clean(outlet).casefold())
    return clean(licences.get(ALL_OTHERS, "") if own is None else own)


def licence_paragraph(outlets: Iterable[str], licences: Mapping[str, str]) -> Paragraph | None:
    """The lines of these outlets, each said once after the outlets it is of."""
    said: dict[str, list[str]] = {}
    for outlet in dict.fromkeys(map(clean, outlets)):
        line = licence_of(outlet, licences)
        if line:
            said.setdefault(line, []).append(outlet)
    if not said:
        return None
    parts = [
        f"{', '.join(filter(None, names))}: {line}" if any(names) else line
        for line, names in said.items()
    ]
    return Paragraph((Run(" ".join(parts), quiet=True),), Look.SMALL)


def read_licences(text: str) -> dict[str, str]:
    """Lines "Outlet: what is to be printed" by the outlet's name in small letters; "*" is all others."""
    found: dict[str, str] = {}
    for line in text.splitlines():
        outlet, colon, said = line.partition(":")
        if colon and clean(outlet):
            found[clean(outlet).casefold()] = clean(said)
    return found


def _text(article: Article, origin: Origin, *, full: bool) -> list[Block]:
    blocks: list[Block] = []
    left = EXTRACT_WORDS
    for paragraph in article.paragraphs:
        text = clean(paragraph.span.of(article.text))
        if not full:
            text, left = _beginning(text, left, article.language or "")
        if text:
            run = Run(text, bold=paragraph.heading)
            blocks.append(Paragraph((run,), Look.BODY, article.language or "", origin))
        if left <= 0:
            break
    return blocks


def _beginning(text: str, most: int, language: str) -> tuple[str, int]:
    """At most so many words of `text`, and how many may still follow."""
    if language.split("-", maxsplit=1)[0] in _UNSPACED:
        cut = text[: 2 * most]
        return cut + (" …" if len(text) > len(cut) else ""), most - len(text) // 2
    pieces = text.split(" ")
    cut = " ".join(pieces[:most])
    return cut + (" …" if len(pieces) > most else ""), most - len(pieces)
