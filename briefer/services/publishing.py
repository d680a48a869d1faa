"""A briefing of the library to its pages: material gathered, composed, written by a worker."""

import contextlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefer.model.article import ArticleId
from briefer.model.briefing import (
    ActorItem,
    ArticleItem,
    Briefing,
    BriefingId,
    EventItem,
    FigureItem,
    Item,
    JudgementItem,
    QuoteItem,
    TextItem,
)
from briefer.model.errors import BrieferError, ExportFailed
from briefer.model.plain import from_plain, to_plain
from briefer.model.story import Novelty
from briefer.model.summary import Scores, SummaryLength
from briefer.services.annex_setting import read_licences
from briefer.services.gathering import Part, gather
from briefer.services.gist import TIGHTNESS, Gist, gist
from briefer.services.ledger import Rulings
from briefer.services.library import Changes, Library, LibraryView
from briefer.services.material import Material
from briefer.services.moment_of_making import moment_of_making
from briefer.services.novelty import Earlier, Memory
from briefer.services.stories import Pairs, group_request, grouped
from briefer.services.summary_making import choice, focus_words, score_request, scores_of
from briefer.services.workers import Worker
from briefer.text.clustering import Told

if TYPE_CHECKING:
    from briefer.model.document import Document

# A preview of hundreds of pages may take this long; the window stays alive meanwhile (seconds).
_LIMIT = 120.0
# Tables that only say what stands in briefings: what their articles hold stays as it is.
_BRIEFINGS = frozenset({"briefings", "sections", "items"})


@dataclass(frozen=True)
class Pages:
    """A written PDF: its path and where each item landed, as the exporter tells it."""

    path: Path
    layout: list[dict[str, Any]]
    warnings: list[str]


class Publishing:
    """Makes documents. Its methods may take seconds: call them in a job's thread."""

    def __init__(
        self,
        library: Library,
        length: SummaryLength,
        prefer: str = "first",
        *,
        names_meant: bool = False,
    ) -> None:
        """A worker of its own, so that a preview never waits for an import.

        `prefer` is which copy leads, as for `Copies`; `length` and `names_meant` are as for
        `Summarizing`.
        """
        self.library = library
        self._worker = Worker()
        self.length = length
        self.prefer = prefer
        self.names_meant = names_meant
        # Lines "Outlet: what is to be printed with its texts".
        self.licences = ""
        self._memory = Memory()
        # What previews gathered and may use again; another dictionary once something else changed.
        self._known: dict[ArticleId, Part] = {}
        library.subscribe(self._forget)

    def _forget(self, changes: Changes) -> None:
        """All that was gathered, unless the change was one of briefings alone."""
        if any(table not in _BRIEFINGS for table, _ in changes.touched) or not changes.touched:
            self._known = {}

    def prefer_summaries(self, length: SummaryLength, *, names_meant: bool) -> None:
        """What the settings say of summaries now."""
        self.length, self.names_meant = length, names_meant
        self._known = {}

    def close(self) -> None:
        """End the worker."""
        self._worker.close()

    def document(
        self, briefing: BriefingId, known: dict[ArticleId, Part] | None = None
    ) -> "Document":
        """The briefing composed as it stands now. Raises ExportFailed when it is gone.

        `known` are parts gathered before, for a preview.
        """
        from briefer.services.composing import compose

        return compose(*self.gathered(briefing, known), now=moment_of_making())

    def gathered(
        self, briefing: BriefingId, known: dict[ArticleId, Part] | None = None
    ) -> tuple[Briefing, Material]:
        """The briefing as it stands now and all it refers to. Raises ExportFailed when it is gone."""
        with self.library.elsewhere() as view:
            found = view.briefings.get(briefing)
            if found is None:
                raise ExportFailed("This briefing was deleted.", hint="Undo to bring it back.")
            found = ruled(found, Rulings(view.decisions.actor_rules()))
            material = self._gathered(
                view, used(found), found.details.language, others=also_used(found), known=known
            )
            material = replace(material, licences=read_licences(self.licences))
            if found.details.tags:
                earlier = self._memory.earlier(view, briefing, self.length)
                novelty = {} if earlier.is_empty else _novelty(view, found, earlier)
                material = replace(material, novelty=novelty)
        return found, material

    def write_as(self, briefing: Briefing, path: Path) -> None:
        """Write the pages of a briefing that is not (or not so) in the library, unchecked."""
        from briefer.services.composing import compose

        with self.library.elsewhere() as view:
            material = self._gathered(
                view, used(briefing), briefing.details.language, others=also_used(briefing)
            )
        # Its lines take room as well.
        material = replace(material, licences=read_licences(self.licences))
        self._write(compose(briefing, material, now=moment_of_making()), path, is_final=False)

    def material(self, articles: Sequence[ArticleId]) -> Material:
        """What a draft of a briefing chooses from."""
        with self.library.elsewhere() as view:
            found = self._gathered(view, articles)
            return replace(found, gist=self._gist(view, found))

    def _gist(self, view: LibraryView, found: Material) -> Gist:
        def cluster(
            texts: Sequence[Told], tightness: float, together: Pairs, apart: Pairs
        ) -> list[list[str]]:
            request = group_request(texts, tightness, together, apart)
            answer = self._worker.ask("group", request, name="Stories", limit=_LIMIT)
            return [list(group) for group in answer["groups"]]

        def rank(articles: Sequence[Sequence[str]], language: str) -> Scores:
            request = {"articles": [list(one) for one in articles], "language": language}
            answer = self._worker.ask("rank_story", request, name="Stories", limit=_LIMIT)
            return from_plain(Scores, answer["scores"])

        stories = grouped(view, found.articles, TIGHTNESS, cluster=cluster)
        return gist(stories, found.articles, lambda key: found.sentences.get(key, ()), rank)

    def preview(self, briefing: BriefingId, path: Path) -> Pages:
        """Write the true PDF pages to `path`."""
        return self._write(self.document(briefing, self._known), path, is_final=False)

    def export(
        self,
        briefing: BriefingId,
        paths: Sequence[Path],
        *,
        house: str = "",
        issue: Mapping[str, Any] | None = None,
    ) -> list[Pages]:
        """Write and check each path in the format of its suffix.

        `house` is the path of a Word document that lends a DOCX its styles; `issue` (see
        `issue_saving.as_request`) is carried by the documents that can. Raises ExportFailed.
        """
        document = self._proven(briefing)
        # What the house style may spoil comes first: then nothing is written where it is unusable.
        order = sorted(paths, key=lambda path: path.suffix.lower() != ".docx")
        written = {
            path: self._write(document, path, is_final=True, house=house, issue=issue)
            for path in order
        }
        return [written[path] for path in paths]

    def save_issue(self, issue: Mapping[str, Any], path: Path) -> Pages:
        """Write and check an issue as a file of its own. Raises ExportFailed."""
        return self._write(None, path, is_final=True, issue=issue)

    def rich_text(self, briefing: BriefingId) -> tuple[str, str]:
        """The briefing as HTML with its styles in it, and as plain text, for the clipboard.

        Raises ExportFailed.
        """
        plain = {"document": to_plain(self._proven(briefing))}
        answer = self._worker.ask("mail", plain, name="the briefing", limit=_LIMIT)
        return answer["html"], answer["text"]

    def _proven(self, briefing: BriefingId) -> "Document":
        """The document, held against its sources before it leaves the house. Raises ExportFailed."""
        from briefer.services.composing import compose
        from briefer.services.proof import prove

        found, material = self.gathered(briefing)
        document = compose(found, material, now=moment_of_making())
        with self.library.elsewhere() as view:
            own = {key: view.facts.article(key) for key in material.articles}
        prove(found, material, document, {key: a.text for key, a in own.items() if a is not None})
        return document

    def _gathered(
        self,
        view: LibraryView,
        articles: Sequence[ArticleId],
        language: str = "",
        *,
        others: Sequence[ArticleId] = (),
        known: dict[ArticleId, Part] | None = None,
    ) -> Material:
        self._score(view, [key for key in articles if key not in (known or {})])
        return gather(
            view, articles, self.length, language, prefer=self.prefer,
            names_meant=self.names_meant, others=others, known=known,
        )  # fmt: skip

    def _score(self, view: LibraryView, articles: Sequence[ArticleId]) -> None:
        """Make the scores that nobody has asked for yet, as after a focus for all articles."""
        for key in articles:
            method, _ = choice(view, key, self.length)
            found, focus = view.facts.article(key), focus_words(view, key)
            if found is None or view.facts.analysis(key) is None:
                continue
            if scores_of(view, key, method, focus) is None:
                request = score_request(view, found, method, focus)
                # A document is not refused for one article's scores: the analysis has some.
                with contextlib.suppress(BrieferError):
                    answer = self._worker.ask("score", request, name=found.source.title)
                    view.facts.keep_scores(key, from_plain(Scores, answer["scores"]), focus)

    def _write(
        self,
        document: "Document | None",
        path: Path,
        *,
        is_final: bool,
        house: str = "",
        issue: Mapping[str, Any] | None = None,
    ) -> Pages:
        request = {
            "document": to_plain(document),
            "path": str(path),
            "final": is_final,
            "house": house,
            "issue": issue,
        }
        answer = self._worker.ask("export", request, name=path.name, limit=_LIMIT)
        return Pages(path, answer.get("layout", []), answer.get("warnings", []))


def _novelty(view: LibraryView, briefing: Briefing, earlier: Earlier) -> dict[ArticleId, Novelty]:
    """What earlier briefings make of each article that an item tells of."""
    return {
        content.article: earlier.article(view, content.article, content.also)
        for section in briefing.sections
        for item in section.items
        if isinstance(content := item.content, ArticleItem)
    }


def used(briefing: Briefing) -> list[ArticleId]:
    """The articles a briefing refers to, each once, in order."""
    contents = [item.content for section in briefing.sections for item in section.items]
    found = [c.article for c in contents if not isinstance(c, TextItem | JudgementItem | ActorItem)]
    found += [key for c in contents if isinstance(c, FigureItem | EventItem) for key in c.also]
    found += [key for c in contents if isinstance(c, TextItem) for key in c.sources]
    found += [c.article for c in contents if isinstance(c, ActorItem) and c.article]
    return list(dict.fromkeys(found))


def also_used(briefing: Briefing) -> list[ArticleId]:
    """The articles that a briefing's items name as reporting the same, each once."""
    contents = (item.content for section in briefing.sections for item in section.items)
    found = (key for c in contents if isinstance(c, ArticleItem) for key in c.also)
    return list(dict.fromkeys(found))


def ruled(briefing: Briefing, rulings: Rulings) -> Briefing:
    """The briefing with each actor under the key into which the user has merged it since."""

    def follow(item: Item) -> Item:
        content = item.content
        if isinstance(content, ActorItem):
            return replace(item, content=replace(content, actor=rulings.key(content.actor)))
        if isinstance(content, QuoteItem) and content.speaker:
            return replace(item, content=replace(content, speaker=rulings.key(content.speaker)))
        return item

    sections = (
        replace(section, items=tuple(map(follow, section.items))) for section in briefing.sections
    )
    return replace(briefing, sections=tuple(sections))
