"""One look at a watched feed: its entries, and the pages they lead to where those are wanted."""

import base64
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from briefer.model.analysis import Analysis
from briefer.model.article import (
    SOURCE_FIELDS,
    Article,
    Source,
    article_from_paragraphs,
)
from briefer.model.errors import UnreadableFile
from briefer.model.json_text import from_json
from briefer.model.places import Place
from briefer.model.plain import from_plain, to_plain
from briefer.plugins import Progress
from briefer.services.crew import Crew
from briefer.services.fetching import Answer, AskLater

# A feed is a list; one larger than this is none (bytes).
_MOST_BYTES = 8 << 20
# So many new entries at one look, and so long for their pages; the rest waits (seconds).
_MOST_ENTRIES, _WITHIN = 200, 300.0

Ask = Callable[..., Answer | None]


@dataclass(frozen=True, slots=True)
class Entry:
    """A new entry: what the feed knows it by, and the article it gives, if any; `trouble` says why
    its page could not be had."""

    key: str
    article: Article | None = None
    analysis: Analysis | None = None
    trouble: str = ""


class FeedLook:
    """Asks one feed. `answer` is what its server said, None when nothing has changed."""

    def __init__(self, place: Place, crew: Crew, ask: Ask, progress: Progress) -> None:
        self._place, self._crew = place, crew
        self._ask, self._progress = ask, progress
        self.answer: Answer | None = None
        self.is_whole = True
        self.peace = 0

    def new(self, seen: set[str]) -> Iterator[Entry]:
        """The entries not seen yet, in the feed's order. Raises UnreadableFile and Cancelled.

        `is_whole` is False afterwards when some were left for the next look, which the server may
        want to be `peace` seconds from now.
        """
        place = self._place
        self.answer = self._fetched()
        if self.answer is None:
            return
        raw = base64.b64encode(self.answer.content).decode()
        told = self._asked("feed", {"raw": raw, "name": place.address})
        deadline, known = time.monotonic() + _WITHIN, set(seen)
        for plain in told["entries"]:
            key = str(plain["key"])
            if key in known:
                continue
            if len(known) - len(seen) >= _MOST_ENTRIES or time.monotonic() > deadline:
                self.is_whole = False
                return
            known.add(key)
            try:
                entry = self._entry(key, plain)
            except AskLater as error:
                # The pages of the rest are of the same server.
                self.peace, self.is_whole = error.seconds, False
                return
            yield entry

    def _fetched(self) -> Answer | None:
        place = self._place
        try:
            return self._ask(
                place.address,
                etag=place.etag,
                modified=place.modified,
                most_bytes=_MOST_BYTES,
                progress=self._progress,
            )
        except AskLater:
            raise
        except UnreadableFile as error:
            hint = "It is tried again when its time comes."
            raise UnreadableFile(error.what, name=error.name, hint=hint) from error

    def _entry(self, key: str, plain: dict[str, Any]) -> Entry:
        own = from_plain(Article, plain["article"]) if plain["article"] else None
        if own is not None:
            own = replace(own, origin=plain["url"] or self._place.address)
        trouble = ""
        if self._place.whole and plain["url"]:
            try:
                article, analysis = self._page(plain["url"], own)
            except AskLater:
                raise
            except UnreadableFile as error:
                trouble = error.what
            else:
                # A page behind a barrier says less than the feed does.
                if own is None or article.words >= own.words:
                    return Entry(key, article, analysis)
        if own is None:
            return Entry(key, trouble=trouble or "An entry holds no text.")
        try:
            answer = self._asked("analyse", {"article": to_plain(own), "name": own.heading})
        except UnreadableFile as error:
            return Entry(key, trouble=error.what)
        return Entry(key, own, from_json(Analysis, answer["analysis"]), trouble)

    def _page(self, url: str, own: Article | None) -> tuple[Article, Analysis]:
        """The article on the entry's page, its source completed by what the feed says."""
        answer = self._ask(url, named_by=self._place.address, progress=self._progress)
        text = answer.text if answer is not None else ""
        told = self._asked("paste", {"html": text, "url": url, "name": url})
        article = from_json(Article, told["articles"][0])
        analysis = from_json(Analysis, told["analyses"][0])
        article = _completed(article, own.source) if own is not None else article
        return article, replace(analysis, article=article.id)

    def _asked(self, task: str, payload: dict[str, Any]) -> dict[str, Any]:
        name = str(payload["name"])
        return self._crew.ask(task, payload, name=name, progress=self._progress)


def _completed(article: Article, feed: Source) -> Article:
    """The article, with what its page does not say of its source taken from the feed."""
    own = article.source
    lacking = [f for f in SOURCE_FIELDS if not getattr(own, f) and getattr(feed, f)]
    # A bare host is what is left where the page does not name its outlet.
    if feed.outlet and own.outlet and own.outlet in (urlsplit(own.url or "").hostname or ""):
        lacking.append("outlet")
    evidence = {**article.source.evidence, **{f: feed.evidence.get(f, "") for f in lacking}}
    known: dict[str, Any] = {name: getattr(feed, name) for name in lacking}
    source = replace(article.source, **known, evidence=evidence)
    return article_from_paragraphs(
        [paragraph.span.of(article.text) for paragraph in article.paragraphs],
        source,
        language=article.language,
        origin=article.origin,
        pages=[paragraph.page for paragraph in article.paragraphs],
        headings=frozenset(at for at, one in enumerate(article.paragraphs) if one.heading),
        warnings=article.warnings,
    )
