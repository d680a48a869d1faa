"""A briefing and its material to the finished document: numbering, citations, source list."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import datetime

from briefer.model.article import ArticleId
from briefer.model.briefing import Briefing, IssueDetails, Section, SectionKind
from briefer.model.document import (
    Block,
    Box,
    Document,
    Furniture,
    Heading,
    Look,
    Masthead,
    Origin,
    Paragraph,
    Run,
    SourceList,
)
from briefer.services.annex_setting import annex, licence_paragraph
from briefer.services.citing import Citations, clean
from briefer.services.item_setting import ItemSetting
from briefer.services.markings import printed_marking
from briefer.services.material import Material
from briefer.services.printed_words import PrintedWords, printed_words
from briefer.services.reader_names import named_for
from briefer.services.section_setting import SectionSetting
from briefer.services.summarizing import METHODS
from briefer.text.words import words_known

__all__ = ["Material", "compose"]

# With this many headings of sections and items a table of contents helps even on two pages.
LONG = 25
# An issue that is to have so few pages needs no table of contents, and names outlets once.
_SHORT = 2


def compose(briefing: Briefing, material: Material, *, now: datetime) -> Document:
    """The document of `briefing`. Items whose article or actor is not in `material` are left out."""
    details = briefing.details
    words = printed_words(details.language)
    material = replace(material, actors=named_for(material.actors, words.language))
    is_short = _is_short(details)
    citations, setting, parts = _set(briefing, material, words, frozenset())
    if citations.cited_later:
        # Actors stand above what is said of them: at the second reading their sources are known.
        citations, setting, parts = _set(briefing, material, words, citations.cited_later)
    blocks: list[Block] = []
    for section, made in parts:
        if section.kind is SectionKind.SOURCES:
            blocks += _sources(section, details, citations, words, material, setting.items)
        elif section.kind is SectionKind.ANNEX:
            blocks += annex(section, details, citations, words, material)
        else:
            blocks += made
    if not citations.cited and not any(made for _, made in parts):
        blocks.insert(0, Paragraph((Run(words["no_coverage"]),), Look.LEAD))
    title = clean(details.title) or clean(details.series) or words["briefing"]
    return Document(
        title=title,
        language=words.language,
        masthead=_masthead(details, title, words),
        furniture=_furniture(details, title, words),
        blocks=tuple(_numbered(blocks) if details.numbered else blocks),
        created=now.isoformat(timespec="seconds"),
        author=clean(details.prepared_by),
        subject=clean(details.series) or words["briefing"],
        keywords=tuple(row.name for row in setting.actor_rows[:10]),
        paper="letter" if details.paper.lower() == "letter" else "a4",
        # Nobody looks up a page of two.
        contents="" if is_short else words["contents"],
        long=sum(isinstance(block, Heading) for block in blocks) >= LONG,
        actors=tuple(setting.actor_rows),
        method=_method(material, words, setting.items, citations),
        dense=is_short,
        accent=details.accent,
    )


def _set(
    briefing: Briefing,
    material: Material,
    words: PrintedWords,
    further_down: AbstractSet[ArticleId],
) -> tuple[Citations, SectionSetting, list[tuple[Section, list[Block]]]]:
    """The sections with their blocks, what set them, and the sources they cite."""
    citations = Citations(
        material.articles,
        words,
        material.copies,
        is_short=_is_short(briefing.details),
        further_down=further_down,
    )
    setting = SectionSetting(material, words, citations)
    return citations, setting, [(one, setting.blocks(one)) for one in briefing.sections]


def _is_short(details: IssueDetails) -> bool:
    return 0 < details.pages <= _SHORT


def _numbered(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, the headings of sections among them counted."""
    count = 0
    for block in blocks:
        if (isinstance(block, Heading) and block.level == 1) or (
            isinstance(block, Box) and block.label
        ):
            count += 1
            yield replace(block, number=str(count))
        else:
            yield block


def _masthead(details: IssueDetails, title: str, words: PrintedWords) -> Masthead:
    values = (
        ("issue", clean(details.issue)),
        ("version", clean(details.version)),
        ("period", words.period(clean(details.period))),
        ("cutoff", words.short_date(clean(details.cutoff))),
        ("next_issue", words.short_date(clean(details.next_issue))),
        ("prepared_by", clean(details.prepared_by)),
        ("recipients", clean(details.recipients)),
    )
    series = clean(details.series)
    return Masthead(
        title=title,
        kicker=series if series != title else "",
        date=words.long_date(clean(details.date)),
        facts=tuple((words[key], value) for key, value in values if value),
    )


def _furniture(details: IssueDetails, title: str, words: PrintedWords) -> Furniture:
    issue = f"{words['issue']} {clean(details.issue)}" if clean(details.issue) else ""
    date = words.short_date(clean(details.date)) if clean(details.date) else ""
    return Furniture(
        header=" · ".join(part for part in (title, issue, date) if part),
        footer=clean(details.prepared_by),
        page=words["page"],
        marking=printed_marking(details.marking),
    )


def _method(
    material: Material, words: PrintedWords, printed: ItemSetting, citations: Citations
) -> str:
    """How the extracts came about, and what was done to them; empty where there are none."""
    if not printed.used_extracts:
        return ""
    # As the window calls them: "auto" is Briefer.
    used = {METHODS.get(s.method, s.method) for s in material.summaries.values()}
    name = material.method or ", ".join(sorted(used))
    is_altered = printed.used_edits or printed.used_rearranged
    said = [words["method_edited" if is_altered else "method"].format(method=name)]
    if printed.used_edits:
        said.append(words["edits"].format(mark=f"[{words['edited']}]"))
    if printed.used_rearranged:
        said.append(words["rearranged"])
    plain = [
        f"[{number}]"
        for number, key in enumerate(citations.cited, 1)
        if key in printed.extracted and not words_known(material.articles[key].language)
    ]
    if plain:
        said.append(words["plain_words"].format(numbers=", ".join(plain)))
    return clean(" ".join(said))


def _sources(
    section: Section,
    details: IssueDetails,
    citations: Citations,
    words: PrintedWords,
    material: Material,
    printed: ItemSetting,
) -> list[Block]:
    if not citations.cited:
        return []
    origin = Origin(section.id)
    heading = Heading(
        clean(section.heading) or words["sources"], 1, f"section-{section.id}", origin=origin
    )
    blocks: list[Block] = [heading, SourceList(citations.entries(), origin)]
    articles, texts = citations.independent
    if texts < articles:
        count = words["independent"].format(articles=articles, texts=texts)
        blocks.append(Paragraph((Run(count, quiet=True),), Look.SMALL))
    known = [line.partition("=") for line in details.acronyms]
    explained = [f"{clean(short)} – {clean(long)}" for short, _, long in known if clean(long)]
    if explained:
        line = f"{words['abbreviations']}: {'; '.join(sorted(explained))}."
        blocks.append(Paragraph((Run(line, quiet=True),), Look.SMALL))
    cited = [material.articles[key].source.outlet or "" for key in citations.cited]
    allowed = licence_paragraph(cited, material.licences)
    if allowed is not None:
        blocks.append(allowed)
    method = _method(material, words, printed, citations)
    if method:
        blocks.append(Paragraph((Run(method, quiet=True),), Look.SMALL))
    return blocks
