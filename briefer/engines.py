"""The built-in importers, summarizers, actor engines and exporters, and those of installed plugins.

Each function imports what it lists when it is called, so that nothing heavy is loaded before it is
needed. A new engine is one new file and one name here.
"""

from briefer.plugins import ActorEngine, Exporter, Importer, Summarizer


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
