"""`briefer brief`: articles in, a finished briefing out, in as many formats as are named."""

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from briefer.cli import say
from briefer.cli.inputs import Failures, articles
from briefer.model.actors import Findings
from briefer.model.article import Article, ArticleId
from briefer.model.briefing import Briefing, IssueDetails
from briefer.model.document import Document
from briefer.model.errors import BrieferError, UnknownChoice
from briefer.model.issue import ArticleDecisions, Issue, IssueArticle
from briefer.model.summary import Scores, SummaryLength
from briefer.plugins import Exporter
from briefer.services.material import Material
from briefer.services.moment_of_making import moment_of_making
from briefer.services.templates import templates

HELP = "assemble a briefing and export it"
ANNEXES = ("full", "extract", "none")
PAPERS = ("a4", "letter")
DEFAULT_SENTENCES = 3


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    add = parser.add_argument
    add("inputs", nargs="+", metavar="INPUT", help="file, folder, - or address")
    add("-o", "--output", action="append", required=True, type=Path, metavar="OUT")
    add(
        "--template",
        choices=[one.name for one in templates()],
        default="daily",
        help="what it is made like (daily)",
    )
    add("--title", default="", help="the large line of the masthead")
    add("--series", default="", help="the line above it")
    add("--issue", default="", metavar="NUMBER", help="the issue's number")
    add("--date", type=_date, metavar="YYYY-MM-DD", help="the issue's date (today)")
    add("--period", default="", metavar="START/END", help="what it covers (the articles' dates)")
    add("--cutoff", default="", metavar="TIME", help="until when information was taken in")
    add("--marking", default="", help='handling marking on every page, such as "TLP:AMBER"')
    add("--prepared-by", default="", metavar="NAME", help="who made it")
    add("--recipients", default="", metavar="NAMES", help="whom it is for")
    add("--language", default="", metavar="CODE", help="of headings and labels (the articles')")
    add("--method", default="auto", metavar="NAME", help="how sentences are ranked (auto)")
    add("--sentences", type=_count, default=DEFAULT_SENTENCES, metavar="N", help="an extract's (3)")
    add("--annex", choices=ANNEXES, default="none", help="the articles again at the end (none)")
    add("--licence", action="append", default=[], metavar="OUTLET:LINE",
        help='printed with the outlet\'s texts; "*" is all others')  # fmt: skip
    add("--paper", choices=PAPERS, default="a4", help="size of the page (a4)")
    carry = "PDF and DOCX carry the issue, articles and all, to be opened in Briefer again"
    add("--carry", action="store_true", help=carry)
    add("--house-style", type=Path, metavar="FILE.docx", help="lends DOCX its styles and header")


def run(options: argparse.Namespace) -> int:
    """Write the documents; 0, 1 when some input or output failed, 2 for wrong usage."""
    from briefer.engines import summarizer
    from briefer.services.composing import compose

    try:
        exporters = _exporters(options)
        summarizer(options.method)
        now = moment_of_making()
    except UnknownChoice as error:
        say(error)
        return 2
    failures = Failures()
    progress = _progress()
    found: dict[ArticleId, Article] = {}
    for article in articles(options.inputs, failures):
        found.setdefault(article.id, article)
        progress(f"{len(found)} articles read")
    if not found:
        progress("")
        say(BrieferError("No article could be read.", hint="Nothing was written."))
        return 1
    briefing, material = _assembled(list(found.values()), options, progress, now)
    document = compose(briefing, material, now=now)
    issue = _Issue(briefing, list(found.values()), options, now)
    for path, exporter in exporters:
        progress(f"writing {path.name}")
        _export(*issue.for_(document, exporter), path, failures)
    progress("")
    return failures.status


class _Issue:
    """The issue that is written, or carried by documents; made once it is asked for."""

    def __init__(
        self,
        briefing: Briefing,
        articles: Sequence[Article],
        options: argparse.Namespace,
        now: datetime,
    ) -> None:
        self._briefing, self._options, self._now = briefing, options, now
        self._articles: Sequence[Article] = articles
        self._made: tuple[Issue, list[IssueArticle]] | None = None

    def for_(self, document: Document, exporter: Exporter) -> tuple[Document, Exporter]:
        """The document and its exporter, with the issue where it is wanted."""
        from briefer.exporters.carrying import Carrying, can_carry
        from briefer.exporters.issue_file import IssueExporter, issue_bytes
        from briefer.services.issue_saving import marked

        if isinstance(exporter, IssueExporter):
            exporter.issue, exporter.articles = self._whole()
        elif self._options.carry and can_carry(exporter.suffix):
            return marked(document), Carrying(exporter, issue_bytes(*self._whole()))
        return document, exporter

    def _whole(self) -> tuple[Issue, list[IssueArticle]]:
        from briefer.engines import analyser
        from briefer.services.issue_saving import made_alone

        if self._made is None:
            analyse, length = analyser(), SummaryLength(amount=self._options.sentences)
            articles = [IssueArticle(article, analyse(article)) for article in self._articles]
            summarized = ArticleDecisions(method=self._options.method, length=length)
            self._made = made_alone(self._briefing, articles, summarized, self._now)
        return self._made


def _export(document: Document, exporter: Exporter, path: Path, failures: Failures) -> None:
    from briefer.services.exporting import export

    try:
        report = export(document, path, exporter)
    except BrieferError as error:
        failures.add(str(path), error)
        return
    for note in report.notes:
        print(f"briefer: {path}: {note}", file=sys.stderr)


def _exporters(options: argparse.Namespace) -> list[tuple[Path, Exporter]]:
    """Each output with its exporter. Raises UnknownChoice before any work is done."""
    from briefer.engines import exporters, issue_exporter
    from briefer.services.exporting import exporter_for

    known: tuple[Exporter, ...] = (*exporters(), issue_exporter())
    if options.house_style:
        from briefer.exporters.word import WordExporter

        known = tuple(
            WordExporter(options.house_style) if exporter.suffix == ".docx" else exporter
            for exporter in known
        )
    return [(path, exporter_for(path, known)) for path in options.output]


def _assembled(
    articles: Sequence[Article],
    options: argparse.Namespace,
    progress: Callable[[str], None],
    now: datetime,
) -> tuple[Briefing, Material]:
    from briefer.services.annex_setting import read_licences
    from briefer.services.drafting import draft
    from briefer.services.duplicates import fold_articles

    details = IssueDetails(
        title=options.title,
        series=options.series,
        issue=options.issue,
        date=options.date or now.date().isoformat(),
        period=options.period,
        cutoff=options.cutoff,
        prepared_by=options.prepared_by,
        recipients=options.recipients,
        marking=options.marking,
        language=options.language or _language(articles),
        paper=options.paper,
        annex=options.annex,
    )
    folded = fold_articles(articles)
    leads = [article for article in articles if article.id in folded]
    material = _material(leads, details.language, options, progress)
    material = replace(
        material,
        copies={key: copies for key, copies in folded.items() if copies},
        licences=read_licences("\n".join(options.licence)),
    )
    briefing = draft(options.template, details, [article.id for article in leads], material)
    return briefing, material


def _material(
    articles: Sequence[Article],
    briefing_language: str,
    options: argparse.Namespace,
    progress: Callable[[str], None],
) -> Material:
    from briefer.engines import actor_engines, story_scores, summarizer
    from briefer.services.gist import LEADING, gist, stories_among
    from briefer.services.ledger import together
    from briefer.text.choosing import choose
    from briefer.text.sentences import split_sentences

    method = summarizer(options.method)
    engine = next(iter(actor_engines()), None)
    length = SummaryLength(amount=options.sentences)
    sentences, summaries = {}, {}
    findings: list[tuple[ArticleId, Findings]] = []
    for number, article in enumerate(articles, 1):
        progress(f"{number} of {len(articles)} articles summarized")
        language, title = article.language or "", article.source.title
        split = split_sentences(article.text, article.paragraphs, article.language)
        texts = [sentence.span.of(article.text) for sentence in split]
        scores: Scores = method.score(texts, language=language, title=title)
        sentences[article.id] = split
        summaries[article.id] = choose(split, article.text, scores, length)
        if engine is not None:
            found = engine.find(article.text, split, language=language, title=title)
            findings.append((article.id, found))
    material = Material(
        articles={article.id: article for article in articles},
        sentences=sentences,
        summaries=summaries,
        actors=together(
            findings,
            foreign={article.id for article in articles if article.language != briefing_language},
        ),
        quotes={article: found.quotes for article, found in findings},
        method=method.label,
    )
    names = {key: tuple(a.key for a in found.actors[:LEADING]) for key, found in findings}
    stories = stories_among(articles, names)
    told = gist(stories, material.articles, lambda key: sentences.get(key, ()), story_scores)
    return replace(material, gist=told)


def _language(articles: Sequence[Article]) -> str:
    """The language most articles are in, where a briefing can speak it."""
    from briefer.services.printed_words import DEFAULT_LANGUAGE, has_printed_words

    counts = Counter(article.language for article in articles if article.language)
    most = max(counts.values(), default=0)
    leading = [language for language, count in counts.items() if count == most]
    # Where several lead, none is the language of the set.
    if len(leading) != 1 or not has_printed_words(leading[0]):
        return DEFAULT_LANGUAGE
    return leading[0]


def _progress() -> Callable[[str], None]:
    """Says on a terminal what is under way, on one line that is written over."""
    if not sys.stderr.isatty():
        return lambda _: None

    def show(text: str) -> None:
        sys.stderr.write(f"\r\x1b[K{text}")
        sys.stderr.flush()

    return show


def _date(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no date such as 2026-03-12") from error


def _count(text: str) -> int:
    if not text.isdigit() or not 1 <= int(text) <= 1000:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 1 to 1000")
    return int(text)
