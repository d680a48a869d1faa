"""Analyses of an older version are made anew; what briefings took from them follows."""

from collections.abc import Sequence
from dataclasses import replace

from briefer.model.analysis import Analysis
from briefer.model.article import ArticleId
from briefer.model.errors import BrieferError, Cancelled
from briefer.model.json_text import from_json
from briefer.model.plain import to_plain
from briefer.model.text import Sentence, Span
from briefer.plugins import Progress
from briefer.services.crew import Crew
from briefer.services.library import Library
from briefer.text.name_models import SPACY, spacy_models


class Renewing:
    """One article at a time: `analyse` in a thread of its own, then `keep` where the library is."""

    def __init__(self, library: Library, crew: Crew) -> None:
        self._library = library
        self._crew = crew

    @staticmethod
    def lacking_engines() -> frozenset[str]:
        """Names of actor engines that cannot be had on this computer."""
        return frozenset() if spacy_models() else frozenset({SPACY})

    def choose_engine(self, engine: str) -> None:
        """Have names found by the actor engine of that name, in all articles; the user's rules stay."""
        self._crew.choose_engine(engine)
        self._library.facts.forget_versions()

    def waiting(self) -> list[ArticleId]:
        """The articles whose analysis is of an older version.

        Those of which briefings hold sentences come first: they can follow only while there is
        nothing to undo.
        """
        used = self._library.briefings.used_articles()
        return sorted(self._library.facts.outdated(), key=lambda article: article not in used)

    def analyse(self, article: ArticleId, progress: Progress) -> Analysis | None:
        """The article's analysis by today's engines; None where that fails, until the next start.

        Raises Cancelled.
        """
        with self._library.elsewhere() as view:
            found = view.facts.article(article)
        if found is None:
            return None
        try:
            answer = self._crew.ask(
                "analyse", {"article": to_plain(found)}, name=found.source.title, progress=progress
            )
        except Cancelled:
            raise
        except BrieferError:
            return None
        return from_json(Analysis, answer["analysis"])

    def keep(self, analysis: Analysis) -> bool:
        """Put the analysis in place of the older one; False where it must wait for the next start.

        No step of the user. Undoing a step would bring back excerpts by their old numbers: where a
        briefing holds sentences of the article, it waits until nothing can be undone.
        """
        library, article = self._library, analysis.article
        old = library.facts.analysis(article)
        items = library.briefings.fixed_excerpts(article)
        if items and (library.undo_label or library.redo_label):
            return False
        with library.step("renew analysis", settled=True):
            library.facts.renew(analysis)
            for item, content in items:
                numbers = followed(
                    content.sentences or (), old.sentences if old else (), analysis.sentences
                )
                if numbers != content.sentences:
                    library.briefings.set_content(item, replace(content, sentences=numbers))
        return True


def followed(
    numbers: Sequence[int], old: Sequence[Sentence], new: Sequence[Sentence]
) -> tuple[int, ...]:
    """By which numbers the same places of the text go among the new sentences, each once."""
    found: list[int] = []
    for number in numbers:
        if 0 <= number < len(old):
            place = old[number].span
            found += [one.number for one in new if _is_of(one.span, place)]
    return tuple(dict.fromkeys(found))


def _is_of(new: Span, old: Span) -> bool:
    """Whether the smaller of the two lies mostly in the other."""
    shared = min(new.end, old.end) - max(new.start, old.start)
    return 2 * shared > min(new.end - new.start, old.end - old.start)
