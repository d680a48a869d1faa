"""Checks of the whole: marking, likelihoods, abbreviations, links, and length."""

import re
from collections.abc import Iterator

from briefer.model.briefing import ArticleItem, JudgementItem, SectionKind, TextItem
from briefer.model.document import Box, Bullets, Figures, Heading, Paragraph, Run, SourceList, Table
from briefer.services.checks import Finding, Mend, Subject, shortened
from briefer.services.estimates import mixes
from briefer.services.markings import TLP_LABELS, printed_marking
from briefer.services.printed_words import printed_words

_FREE = "TLP:CLEAR"
_TLP = re.compile(r"\bTLP[:\s-]{1,2}(?:RED|AMBER(?:\+STRICT)?|GREEN|CLEAR|WHITE)(?!\w)")
# Scripts without blanks set their words right beside it.
_BESIDE = "[^\\W\u3040-\u30ff\u4e00-\u9fff]"
_ACRONYM = re.compile(rf"(?<!{_BESIDE})(?<![.-])[A-Z][A-Z0-9]{{1,5}}(?!{_BESIDE}|-)")
# What readers of briefings know without being told; and what stands in capitals for other reasons.
_KNOWN = frozenset(
    [
        "EU",
        "UN",
        "US",
        "USA",
        "UK",
        "NATO",
        "UNO",
        "UAE",
        "GDP",
        "CEO",
        "TV",
        "AI",
        "IT",
        "PM",
        "MP",
        "MEP",
        "GMT",
        "UTC",
        "CET",
        "BBC",
        "CNN",
        "AFP",
        "AP",
        "DPA",
        "ID",
        "OK",
        "II",
        "III",
        "IV",
        "VI",
        "VII",
        "VIII",
        "IX",
        "XI",
        "XII",
        "XIV",
        "XVI",
        "TLP",
        "RED",
        "AMBER",
        "GREEN",
        "CLEAR",
        "STRICT",
        "PDF",
        "URL",
        "AM",
        "EUR",
        "USD",
        "GBP",
        "CHF",
        "RMB",
        "JPY",
        "UE",
        "ONU",
        "OTAN",
        "BIP",
        "USD",
        "EE",
        "UU",
        "BRD",
        "DDR",
        "AG",
        "GMBH",
        "SA",
        "SE",
        "SPA",
        "LLC",
        "PLC",
    ]
)


def weak_marking(subject: Subject) -> Iterator[Finding]:
    """A part that bears a stricter marking than the issue does."""
    own = _rank(printed_marking(subject.briefing.details.marking))
    for section, item, content in subject.items():
        text = _text_of(content, subject)
        marked = [printed_marking(found.group()) for found in _TLP.finditer(text)]
        strictest = min(marked, key=_rank, default="")
        # What may be told to everybody asks nothing of the issue.
        if strictest not in ("", _FREE) and _rank(strictest) < own:
            said = f"This part is marked {strictest}; the issue must be marked so too."
            mend = Mend(f"Mark {strictest}", "marking", strictest)
            yield Finding("marking", said, section.id, item.id, mend)


def likelihood_with_confidence(subject: Subject) -> Iterator[Finding]:
    """One sentence that says how likely something is and how sure one is of it."""
    words = printed_words(subject.briefing.details.language)
    for section, item, content in subject.items():
        if not isinstance(content, JudgementItem | TextItem):
            continue
        term = words.words.get(content.term, "") if isinstance(content, JudgementItem) else ""
        if mixes(f"{term} {content.text}", words):
            said = f"“{shortened(content.text)}” mixes a likelihood with a confidence."
            yield Finding("estimate", said, section.id, item.id, Mend("Edit", "edit"))


def acronyms(subject: Subject) -> Iterator[Finding]:
    """Abbreviations that the printed text explains nowhere."""
    explained = {line.partition("=")[0] for line in subject.briefing.details.acronyms}
    explained |= _KNOWN
    places: dict[str, tuple[Run, ...]] = {}
    whole: list[str] = []
    for runs in _runs(subject):
        # A link's text may be cut out of an address.
        text = "".join(run.text for run in runs if not run.link)
        whole.append(text)
        if not _is_in_capitals(text):
            for found in _ACRONYM.finditer(text):
                places.setdefault(found.group(), runs)
    joined = "\n".join(whole).replace("（", " (").replace("）", ")")
    for short in places:
        if short in explained or f"({short})" in joined or re.search(rf"\b{short} \(", joined):
            continue
        said = f"“{short}” is explained nowhere."
        explain = Mend("Explain", "acronym", short)
        known = Mend("Known", "known", short)
        yield Finding("acronym", said, None, None, explain, known)


def dead_links(subject: Subject) -> Iterator[Finding]:
    """Numbers of sources that lead nowhere, as the briefing lists no sources."""
    cites = any(run.cites for runs in _runs(subject) for run in runs)
    listed = any(isinstance(block, SourceList) for block in subject.document.blocks)
    if cites and not listed:
        said = "The numbers of the sources lead nowhere: there is no section of sources."
        yield Finding("links", said, None, None, Mend("Add it", "list-sources"))


def too_many_pages(subject: Subject) -> Iterator[Finding]:
    """More pages than the issue is to have."""
    most = subject.briefing.details.pages
    if most and subject.pages > most:
        said = f"It takes {subject.pages} pages; {most} are wanted."
        yield Finding("pages", said, None, None, Mend("Make it fit", "fit"))


def _is_in_capitals(text: str) -> bool:
    """Whether capitals say nothing of a word, as in a headline that has no small letter."""
    letters = [char for char in text if char.isalpha()]
    return text.upper() == text and 2 * sum(map(str.isupper, letters)) > len(letters)


def _rank(marking: str) -> int:
    """0 for the strictest; what is no TLP label ranks last."""
    return TLP_LABELS.index(marking) if marking in TLP_LABELS else len(TLP_LABELS)


def _text_of(content: object, subject: Subject) -> str:
    own = " ".join(getattr(content, field, "") for field in ("text", "note", "headline", "what"))
    if isinstance(content, ArticleItem):
        article = subject.material.articles.get(content.article)
        own += f" {article.source.title} {article.text}" if article is not None else ""
    return own


def _runs(subject: Subject) -> Iterator[tuple[Run, ...]]:
    """The printed text, paragraph by paragraph, without the list of sources and the annex."""
    # The codes of countries beside actors explain themselves.
    left_out = (SectionKind.ANNEX, SectionKind.ACTORS)
    annexes = {section.id for section in subject.briefing.sections if section.kind in left_out}
    for block in subject.document.blocks:
        origin = getattr(block, "origin", None)
        if origin is not None and origin.section in annexes:
            continue
        if isinstance(block, Heading):
            yield (Run(block.text),)
        elif isinstance(block, Paragraph):
            yield block.runs
        elif isinstance(block, Bullets):
            yield from (entry.runs for entry in block.entries)
        elif isinstance(block, Box):
            for part in block.blocks:
                entries = part.entries if isinstance(part, Bullets) else (part,)
                yield from (entry.runs for entry in entries)
        elif isinstance(block, Table):
            yield from (cell for row in block.rows for cell in row)
        elif isinstance(block, Figures):
            yield from (runs for _, runs in block.figures)
