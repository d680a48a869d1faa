"""A file or a paste to articles, by whichever importer claims it most surely."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from briefer.model.article import Article
from briefer.model.errors import UnreadableFile, UnreadablePart
from briefer.plugins import Importer, Silent, choose

# What importers see of a file to decide whether it is theirs (bytes).
_HEAD = 8192
# No article file needs more; a larger one would only be refused later, after a long wait.
_MOST_BYTES = 60 << 20
# News databases give out 500 at most; what holds more was packed by mistake.
MOST_ARTICLES = 5_000
_OTHER_FORMAT = "Save it as PDF, DOCX, HTML or plain text, or paste its text."


class Pasting(Protocol):
    """Makes articles of what was pasted."""

    def from_text(self, text: str) -> Article:
        """The article in a plain text."""

    def from_html(self, html: str, base_url: str) -> Article:
        """The article in a piece of a web page."""


class Inside(Protocol):
    """What is read inside zip files and mails."""

    is_cutting: bool


class Reading:
    """Reads files with the importers it was given."""

    def __init__(
        self,
        importers: Sequence[Importer],
        pasting: Pasting,
        cutting: frozenset[str] = frozenset(),
        inside: Inside | None = None,
    ) -> None:
        """`importers` in order of preference where two claim equally; `cutting` are the names of
        those that cut exports of news databases into articles, and `inside` says whether one of
        them is at work inside a zip file or a mail.
        """
        self._importers = importers
        self._pasting = pasting
        self._cutting = cutting
        self._inside = inside
        # What was chosen last, and for which file: it is asked for twice.
        self._chosen: tuple[Path, bytes, Importer | None] | None = None

    def cuts(self, path: Path) -> bool:
        """Whether the file is an export of a news database, whose cuts a person may look through."""
        try:
            with path.open("rb") as file:
                importer = self._choose(file.read(_HEAD), path)
        except OSError:
            return False
        return importer is not None and importer.name in self._cutting

    @property
    def is_in_export(self) -> bool:
        """Whether what `each` gave last lies in an export inside a zip file or a mail."""
        return self._inside is not None and self._inside.is_cutting

    def read(self, path: Path, *, origin: str = "") -> list[Article]:
        """The articles in the file, at least one; parts that cannot be read are passed over.

        `origin` is what the articles say they come from; by default the path. Raises
        UnreadableFile.
        """
        found = list(self.each(path, origin=origin))
        articles = [one for one in found if isinstance(one, Article)]
        for one in found:
            if isinstance(one, UnreadablePart) and not articles:
                raise one
        return articles

    def each(self, path: Path, *, origin: str = "") -> Iterator[Article | UnreadablePart]:
        """The articles in the file, one by one, and why a part of it is none.

        At least one of the two. Raises UnreadableFile.
        """
        name = origin or str(path)
        try:
            size = path.stat().st_size
            with path.open("rb") as file:
                head = file.read(_HEAD)
        except OSError as error:
            raise _unopened(name, error) from error
        if not size:
            raise UnreadableFile("This file is empty.", name=name, hint="Ask for it once more.")
        if size > _MOST_BYTES:
            raise UnreadableFile(
                f"This file has {size / 1e6:,.0f} MB; an article has less than 60.",
                name=name,
                hint="Save only the article you need, or paste its text.",
            )
        importer = self._choose(head, path)
        if importer is None:
            what = "This kind of file cannot be read as an article."
            raise UnreadableFile(what, name=name, hint=_OTHER_FORMAT)
        count = 0
        try:
            for one in importer.read(path, Silent()):
                count += 1
                if count > MOST_ARTICLES:
                    raise _too_many(name)
                yield _named(one, name)
        except OSError as error:
            raise _unopened(name, error) from error
        if not count:
            raise UnreadableFile(
                "No article was found in this file.", name=name, hint=_OTHER_FORMAT
            )

    def _choose(self, head: bytes, path: Path) -> Importer | None:
        if self._chosen is None or self._chosen[:2] != (path, head):
            self._chosen = path, head, choose(self._importers, head, path)
        return self._chosen[2]

    def paste(self, html: str, text: str, url: str) -> Article:
        """The article in what was pasted or dropped: `html` if there is any, else `text`.

        Raises UnreadableFile when neither holds words.
        """
        if html.strip():
            article = self._pasting.from_html(html, url)
        elif text.strip():
            article = self._pasting.from_text(text)
        else:
            raise UnreadableFile("There is no text to paste.", hint="Copy the article first.")
        return replace(article, origin=url or "pasted text")


def _named(one: Article | UnreadablePart, name: str) -> Article | UnreadablePart:
    """The same with the file's name; an importer names only the place inside it."""
    if isinstance(one, Article):
        return replace(one, origin=f"{name}/{one.origin}" if one.origin else name)
    return UnreadablePart(one.what, name=f"{name}, {one.name}" if one.name else name, hint=one.hint)


def _too_many(name: str) -> UnreadableFile:
    return UnreadableFile(
        f"This file holds more than {MOST_ARTICLES:,} articles; the rest was left out.",
        name=name,
        hint="Export fewer articles to one file.",
    )


def _unopened(name: str, error: OSError) -> UnreadableFile:
    if isinstance(error, PermissionError):
        what, hint = "You may not read this file.", "Ask for the right to, or copy it elsewhere."
    else:
        what = f"This file cannot be opened ({error.strerror})."
        hint = "It may have been moved or renamed."
    return UnreadableFile(what, name=name, hint=hint)
