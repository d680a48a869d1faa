"""The built-in importers, summarizers, actor engines and exporters, and those of installed plugins.

Each function imports what it lists when it is called, so that nothing heavy is loaded before it is
needed. A new engine is one new file and one name here.
"""

from collections.abc import Callable
from typing import TypeVar

from briefer.model.analysis import Analysis
from briefer.model.article import Article
from briefer.model.errors import UnknownChoice
from briefer.plugins import ActorEngine, Exporter, Importer, Summarizer
from briefer.services.analysing import Analysing
from briefer.services.reading import Reading

T = TypeVar("T")


def importers() -> tuple[Importer, ...]:
    """All importers; which one reads a file is decided by `importers.sniffing`."""
    return ()


def summarizers() -> tuple[Summarizer, ...]:
    """All methods, the default first."""
    return ()


def actor_engines() -> tuple[ActorEngine, ...]:
    """All actor engines, the default first."""
    return ()


def exporters() -> tuple[Exporter, ...]:
    """All document formats, PDF and DOCX first."""
    return ()


def reader() -> Reading:
    """Files and pastes to articles, with all importers."""
    from briefer.importers import pasted

    return Reading(importers(), pasted)


def analyser() -> Callable[[Article], Analysis]:
    """Articles to analyses, with the default method and engine."""
    from briefer.text.sentences import split_sentences

    return Analysing(split_sentences, summarizers()[0], actor_engines()[0]).analyse


def summarizer(name: str) -> Summarizer:
    """The method of that name. Raises UnknownChoice."""
    return _named(summarizers(), name, "summary method")


def exporter(name: str) -> Exporter:
    """The format of that name. Raises UnknownChoice."""
    return _named(exporters(), name, "document format")


def _named(choices: tuple[T, ...], name: str, what: str) -> T:
    names = [str(getattr(choice, "name", "")) for choice in choices]
    if name not in names:
        raise UnknownChoice(
            f"There is no {what} {name}.", hint=f"Choose one of {', '.join(names)}."
        )
    return choices[names.index(name)]
