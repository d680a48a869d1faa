"""The built-in importers, summarizers, actor engines and exporters, and those of installed plugins.

Each function imports what it lists when it is called, so that nothing heavy is loaded before it is
needed. A new engine is one new file and one name here.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from briefer.model.analysis import Analysis
from briefer.model.article import Article
from briefer.model.errors import UnknownChoice
from briefer.model.summary import Scores
from briefer.plugins import ActorEngine, Exporter, Importer, Summarizer
from briefer.services.analysing import Analysing
from briefer.services.reading import Reading

if TYPE_CHECKING:
    from briefer.exporters.issue_file import IssueExporter
    from briefer.importers.inner import InnerFiles

T = TypeVar("T")

# Any English sentence with a name: it is for English that most is loaded.
_READY = (
    "The minister of finance, Anna Berg, told reporters in Oslo on Monday that the budget for next "
    "year would be put before parliament within three weeks, and that taxes would not be raised."
)


def importers() -> tuple[Importer, ...]:
    """All importers; which one reads a file is decided by how surely each claims it."""
    from briefer.importers.inner import InnerFiles

    return _importers(InnerFiles())


def _importers(inner: "InnerFiles") -> tuple[Importer, ...]:
    from briefer.importers.epub_file import EpubFile
    from briefer.importers.feed_file import FeedFile
    from briefer.importers.html_page import HtmlPage
    from briefer.importers.issue_file import IssueFile
    from briefer.importers.link_file import LinkFile
    from briefer.importers.mail_file import MailFile
    from briefer.importers.mhtml_file import MhtmlFile
    from briefer.importers.odt_file import OdtFile
    from briefer.importers.ole_file import OleFile
    from briefer.importers.pdf_file import PdfFile
    from briefer.importers.plain_text import PlainText
    from briefer.importers.rtf_file import RtfFile
    from briefer.importers.word_file import WordFile
    from briefer.importers.zip_file import ZipOfFiles

    inner.importers = (
        PlainText(),
        HtmlPage(),
        PdfFile(),
        WordFile(),
        RtfFile(),
        OdtFile(),
        MhtmlFile(),
        EpubFile(),
        FeedFile(),
        LinkFile(),
        OleFile(),
        MailFile(inner),
        ZipOfFiles(inner),
        IssueFile(),
        *_news_databases(),
    )
    return tuple(inner.importers)


def _news_databases() -> tuple[Importer, ...]:
    from briefer.importers.newsdb.agency_rtf import AgencyRtf
    from briefer.importers.newsdb.europresse_html import EuropressePage
    from briefer.importers.newsdb.export_rtf import FactivaRtf, NexisRtf
    from briefer.importers.newsdb.factiva_html import FactivaPage
    from briefer.importers.newsdb.factiva_xml import FactivaXml
    from briefer.importers.newsdb.lexis_html import LexisPage
    from briefer.importers.newsdb.lexis_text import LexisText
    from briefer.importers.newsdb.nexis_pdf import NexisPdf
    from briefer.importers.newsdb.nexis_word import NexisWord
    from briefer.importers.newsdb.proquest_html import ProQuestPage
    from briefer.importers.newsdb.proquest_text import ProQuestText

    return (
        LexisText(),
        LexisPage(),
        NexisWord(),
        NexisRtf(),
        NexisPdf(),
        FactivaPage(),
        FactivaXml(),
        FactivaRtf(),
        EuropressePage(),
        ProQuestText(),
        ProQuestPage(),
        AgencyRtf(),
    )


def summarizers() -> tuple[Summarizer, ...]:
    """All methods, the default first."""
    from briefer.summarizers.briefer_rank import BrieferRank
    from briefer.summarizers.consensus import Consensus
    from briefer.summarizers.lead import Lead
    from briefer.summarizers.sumy_methods import METHODS, SumyMethod

    methods: tuple[Summarizer, ...] = (
        BrieferRank(),
        Lead(),
        *(SumyMethod(name) for name in METHODS),
    )
    return (*methods, Consensus(methods))


def actor_engines() -> tuple[ActorEngine, ...]:
    """All actor engines, the default first; one for spaCy where a model of it is installed."""
    from briefer.actors.engine import RuleEngine, TaggerEngine
    from briefer.text.name_models import spacy_models

    if not spacy_models():
        return (TaggerEngine(), RuleEngine())
    from briefer.actors.spacy_engine import SpacyEngine

    return (TaggerEngine(), RuleEngine(), SpacyEngine())


def exporters() -> tuple[Exporter, ...]:
    """All document formats, PDF and DOCX first."""
    from briefer.exporters.html import HtmlExporter
    from briefer.exporters.mail import MailExporter
    from briefer.exporters.markdown import MarkdownExporter, PlainTextExporter
    from briefer.exporters.pdf import PdfExporter
    from briefer.exporters.spreadsheet import SpreadsheetExporter
    from briefer.exporters.tables import CsvExporter, JsonExporter
    from briefer.exporters.word import WordExporter

    return (
        PdfExporter(),
        WordExporter(),
        HtmlExporter(),
        MarkdownExporter(),
        PlainTextExporter(),
        MailExporter(),
        CsvExporter(),
        SpreadsheetExporter(),
        JsonExporter(),
    )


def reader() -> Reading:
    """Files and pastes to articles, with all importers."""
    from briefer.importers import pasted
    from briefer.importers.inner import InnerFiles

    cutting = frozenset(importer.name for importer in _news_databases())
    inner = InnerFiles(cutting)
    return Reading(_importers(inner), pasted, cutting, inner)


def issue_answers(path: Path) -> Iterator[dict[str, Any]] | None:
    """What a worker answers for a file that is an issue, or a document that carries one.

    An answer for each article, with its analysis, then one with the issue. None for any other file.
    Raises UnreadableFile for an issue that cannot be opened.
    """
    from briefer.importers.carried_issue import issue_reading
    from briefer.model.plain import to_plain

    reading = issue_reading(path)
    if reading is None:
        return None

    def answers() -> Iterator[dict[str, Any]]:
        issue, analyse = reading.issue(), analyser()
        for one in reading.articles():
            analysis = one.analysis or analyse(one.article)
            yield {"issue_article": to_plain(one), "analysis": analysis}
        yield {"issue": to_plain(issue), "carried": reading.is_carried}

    return answers()


def feed_entries(raw: bytes, address: str) -> list[dict[str, Any]]:
    """The entries of a fetched feed as plain values. Raises UnreadableFile."""
    from briefer.importers.feed_file import entries
    from briefer.model.plain import to_plain

    return [to_plain(entry) for entry in entries(raw, Path(address))]


def analyser(engine: str = "") -> Callable[[Article], Analysis]:
    """Articles to analyses, with the default method and the actor engine of that name.

    One that is not there (any more) gives way to the default.
    """
    from briefer.text.sentences import split_sentences

    engines = actor_engines()
    chosen = next((one for one in engines if one.name == engine), next(iter(engines), None))
    return Analysing(split_sentences, summarizers()[0], chosen).analyse


def get_ready(engine: str = "") -> None:
    """Load what reading pages and finding names in them needs: models, tables, libraries."""
    from briefer.importers.main_text import by_resiliparse, by_trafilatura
    from briefer.text.language_tables import ranked

    page = f"<html><body><h1>{_READY}</h1><p>{_READY}</p></body></html>"
    by_resiliparse(page)
    by_trafilatura(page)
    ranked(_READY)
    analyser(engine)(reader().paste(page, "", ""))


def summarizer(name: str) -> Summarizer:
    """The method of that name. Raises UnknownChoice."""
    return _named(summarizers(), name, "summary method")


def _named(choices: tuple[T, ...], name: str, what: str) -> T:
    names = [str(getattr(choice, "name", "")) for choice in choices]
    if name not in names:
        raise UnknownChoice(
            f"There is no {what} {name}.", hint=f"Choose one of {', '.join(names)}."
        )
    return choices[names.index(name)]


def group_plain(request: dict[str, Any]) -> list[list[str]]:
    """The keys of texts on one event, group by group, as `services.stories` asks for them."""
    from briefer.model.plain import from_plain
    from briefer.text.clustering import Told, clusters

    groups = clusters(
        [from_plain(Told, told) for told in request["texts"]],
        request["tightness"],
        together=[(one, other) for one, other in request["together"]],
        apart=[(one, other) for one, other in request["apart"]],
    )
    return [list(group) for group in groups]


def story_scores(articles: Sequence[Sequence[str]], language: str) -> Scores:
    """Scores for the sentences of several articles on one event."""
    from briefer.summarizers.stories import score_story

    return score_story(articles, language=language)


def export_plain(request: dict[str, Any]) -> dict[str, Any]:
    """Write the plain document of a worker's request; where its items landed, and warnings.

    `final` documents are written beside, checked, and only then put in place. `house` is the path of a
    Word document that lends a DOCX its styles. Raises ExportFailed.
    """
    from briefer.model.document import Document
    from briefer.model.plain import from_plain, to_plain
    from briefer.services.exporting import export, exporter_for

    path = Path(request["path"])
    chosen = exporter_for(path, (*exporters(), issue_exporter()))
    if request.get("house") and chosen.suffix == ".docx":
        from briefer.exporters.word import WordExporter

        chosen = WordExporter(Path(request["house"]))
    document: Any = None
    if request["document"] is not None:
        document = from_plain(Document, request["document"])
    if request.get("issue"):
        chosen, document = _with_issue(chosen, document, request["issue"])
    if request["final"]:
        warnings = export(document, path, chosen).notes
    else:
        path.unlink(missing_ok=True)
        warnings = tuple(chosen.write(document, path))
    layout = [to_plain(place) for place in getattr(chosen, "layout", ())]
    return {"layout": layout, "warnings": list(warnings)}


def mail_plain(request: dict[str, Any]) -> dict[str, Any]:
    """The plain document of a worker's request as rich and as plain text, for a mail."""
    from briefer.exporters.mail import mail_html
    from briefer.exporters.markdown import plain_text
    from briefer.model.document import Document
    from briefer.model.plain import from_plain

    document = from_plain(Document, request["document"])
    return {"html": mail_html(document), "text": plain_text(document)}


def issue_exporter() -> "IssueExporter":
    """Writes issues as files; what it writes is given to it."""
    from briefer.exporters.issue_file import IssueExporter

    return IssueExporter()


def _with_issue(chosen: Exporter, document: Any, told: dict[str, Any]) -> tuple[Exporter, Any]:
    """The exporter with the issue that it is to write or to carry; a document that carries one says so."""
    from briefer.exporters.carrying import Carrying, can_carry
    from briefer.exporters.issue_file import IssueExporter, issue_bytes
    from briefer.services.issue_saving import from_request, marked

    issue, articles = from_request(told)
    if isinstance(chosen, IssueExporter):
        chosen.issue, chosen.articles = issue, articles
    elif document is not None and can_carry(chosen.suffix):
        return Carrying(chosen, issue_bytes(issue, articles)), marked(document)
    return chosen, document
