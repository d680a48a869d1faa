"""What an export of many articles gave, cut by cut, and what a person rules on it before it is kept.

Cuts are moved, never text: joining, cutting and moving a start only change which lines belong to
which article. Nothing is stored here; `Importing.keep` stores the articles as they then stand.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from briefer.model.analysis import Analysis, ToldAnalysis
from briefer.model.article import Article, Source, article_from_paragraphs
from briefer.model.errors import BrieferError

# Fewer words are a caption or a teaser, more are several articles in one (words).
VERY_SHORT, VERY_LONG = 40, 5_000
# What a person may correct while looking through the cuts.
FIELDS = ("title", "outlet", "published")


@dataclass(frozen=True, slots=True)
class Found:
    """One article of an export as it was read, or why there is none; `file` is the export."""

    file: str
    what: Article | BrieferError
    analysis: Analysis | ToldAnalysis | None = None


@dataclass(frozen=True, slots=True)
class Start:
    """What is known of an article where it begins: as it was read, and what was corrected since.

    `read` is None for an article that a person cut off another.
    """

    read: Found | None = None
    fixes: Mapping[str, Any] = field(default_factory=dict)

    @property
    def article(self) -> Article | None:
        """The article as it was read."""
        found = self.read.what if self.read is not None else None
        return found if isinstance(found, Article) else None

    @property
    def source(self) -> Source:
        """The source as it was read."""
        return self.article.source if self.article is not None else Source()


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph and how many words it has. `start` is what began here before the article was
    joined with the one before; `is_title` where the line is the headline of that start."""

    text: str
    words: int
    page: int | None = None
    is_heading: bool = False
    start: Start | None = None
    is_title: bool = False


@dataclass(frozen=True, slots=True)
class Cut:
    """One article of the export as it would be kept now."""

    file: str
    start: Start
    lines: tuple[Line, ...]
    language: str | None = None
    origin: str = ""
    is_wanted: bool = True

    @property
    def source(self) -> Source:
        """The source with the corrections in force."""
        return self.start.source.corrected(self.start.fixes)

    @property
    def words(self) -> int:
        """How many blank-separated words the text has."""
        return sum(line.words for line in self.lines)

    @property
    def doubts(self) -> list[str]:
        """What a person should look at, in a few words each."""
        source, words = self.source, self.words
        checks = (
            (not source.title, "no headline"),
            (not source.published, "no date"),
            (not source.outlet, "no outlet"),
            (words < VERY_SHORT, "very short"),
            (words > VERY_LONG, "very long"),
        )
        return [said for is_so, said in checks if is_so]

    @property
    def article(self) -> Article:
        """The article to be stored: the text as it now is, the source as it was read."""
        read = self.start.article
        return article_from_paragraphs(
            [line.text for line in self.lines],
            self.start.source,
            language=self.language,
            origin=self.origin,
            pages=[line.page for line in self.lines],
            headings=frozenset(at for at, line in enumerate(self.lines) if line.is_heading),
            warnings=read.warnings if read is not None else (),
        )

    @property
    def analysis(self) -> Analysis | ToldAnalysis | None:
        """What was found in it when it was read; None where the text has changed since."""
        read = self.start.read
        kept = read.analysis if read is not None else None
        return kept if kept is not None and kept.article == self.article.id else None


@dataclass(frozen=True, slots=True)
class Missed:
    """A part of the export that could not be read, in its place."""

    file: str
    problem: BrieferError

    @property
    def place(self) -> str:
        """Where in the file it stands ("article 12")."""
        return self.problem.name.removeprefix(f"{self.file}, ")


Row = Cut | Missed


class Review:
    """The cuts of one or more exports in their order. Each ruling can be taken back."""

    def __init__(self, found: Sequence[Found]) -> None:
        """`found` as it was read, file after file."""
        self.rows: tuple[Row, ...] = tuple(_row(one) for one in found)
        self._before: list[tuple[Row, ...]] = []

    @property
    def files(self) -> list[str]:
        """The exports, in order."""
        return list(dict.fromkeys(row.file for row in self.rows))

    @property
    def cuts(self) -> list[Cut]:
        """The articles, wanted or not."""
        return [row for row in self.rows if isinstance(row, Cut)]

    @property
    def wanted(self) -> list[Cut]:
        """The articles to be kept."""
        return [cut for cut in self.cuts if cut.is_wanted]

    @property
    def missed(self) -> list[Missed]:
        """The parts that could not be read."""
        return [row for row in self.rows if isinstance(row, Missed)]

    @property
    def doubtful(self) -> list[int]:
        """The rows a person should look at."""
        return [at for at, row in enumerate(self.rows) if isinstance(row, Missed) or row.doubts]

    @property
    def can_undo(self) -> bool:
        """Whether there is a ruling to take back."""
        return bool(self._before)

    def undo(self) -> None:
        """Take back the last ruling."""
        if self._before:
            self.rows = self._before.pop()

    def before(self, row: int) -> Cut | None:
        """The article before this one in the same file, if nothing unreadable lies between."""
        return self._neighbour(row, row - 1)

    def after(self, row: int) -> Cut | None:
        """The article after this one in the same file, if nothing unreadable lies between."""
        return self._neighbour(row, row + 1)

    def want(self, rows: Sequence[int], *, is_wanted: bool) -> None:
        """Keep these articles, or leave them out."""
        changed = list(self.rows)
        for at in rows:
            row = changed[at]
            if isinstance(row, Cut):
                changed[at] = replace(row, is_wanted=is_wanted)
        self._rule(changed)

    def correct(self, row: int, name: str, value: Any) -> None:
        """Correct a field of the source; `name` is one of FIELDS."""
        cut = self.rows[row]
        if isinstance(cut, Cut):
            fixes = {**cut.start.fixes, name: value}
            if value == getattr(cut.start.source, name):
                del fixes[name]
            self._put(row, row + 1, replace(cut, start=replace(cut.start, fixes=fixes)))

    def join(self, row: int) -> None:
        """Make one article of this one and the one before; its headline becomes a line of the text."""
        cut, before = self.rows[row], self.before(row)
        if isinstance(cut, Cut) and before is not None:
            lines = (*before.lines, *_with_start(cut))
            is_wanted = before.is_wanted or cut.is_wanted
            self._put(row - 1, row + 1, replace(before, lines=lines, is_wanted=is_wanted))

    def cut(self, row: int, line: int) -> None:
        """Make two articles of one: the second begins at `line`.

        Where an article that was joined began there, it is as it was before.
        """
        whole = self.rows[row]
        if isinstance(whole, Cut) and 0 < line < len(whole.lines):
            first = replace(whole, lines=whole.lines[:line])
            self._put(row, row + 1, first, _begun(whole, whole.lines[line:]))

    def give_before(self, row: int, line: int) -> None:
        """Let the article begin at `line`; the lines above it go to the article before."""
        cut, before = self.rows[row], self.before(row)
        if isinstance(cut, Cut) and before is not None and 0 < line < len(cut.lines):
            earlier = replace(before, lines=before.lines + cut.lines[:line])
            self._put(row - 1, row + 1, earlier, replace(cut, lines=cut.lines[line:]))

    def give_after(self, row: int, line: int) -> None:
        """Let the article end above `line`; the lines from there on go to the article after."""
        cut, after = self.rows[row], self.after(row)
        if isinstance(cut, Cut) and after is not None and 0 < line < len(cut.lines):
            later = replace(after, lines=cut.lines[line:] + after.lines)
            self._put(row, row + 2, replace(cut, lines=cut.lines[:line]), later)

    def _neighbour(self, row: int, other: int) -> Cut | None:
        if not 0 <= other < len(self.rows):
            return None
        own, found = self.rows[row], self.rows[other]
        is_near = isinstance(own, Cut) and isinstance(found, Cut) and own.file == found.file
        return found if isinstance(found, Cut) and is_near else None

    def _put(self, first: int, last: int, *rows: Row) -> None:
        self._rule([*self.rows[:first], *rows, *self.rows[last:]])

    def _rule(self, rows: Sequence[Row]) -> None:
        self._before.append(self.rows)
        self.rows = tuple(rows)


def _row(found: Found) -> Row:
    article = found.what
    if not isinstance(article, Article):
        return Missed(found.file, article)
    texts = [(paragraph.span.of(article.text), paragraph) for paragraph in article.paragraphs]
    lines = tuple(Line(text, len(text.split()), p.page, p.heading) for text, p in texts)
    return Cut(found.file, Start(found), lines, article.language, article.origin)


def _with_start(cut: Cut) -> tuple[Line, ...]:
    """The lines of an article that is no longer one, its headline above them."""
    title = cut.start.source.title
    if title:
        words, page = len(title.split()), cut.lines[0].page
        return (Line(title, words, page, True, cut.start, True), *cut.lines)
    return (replace(cut.lines[0], start=cut.start), *cut.lines[1:])


def _begun(whole: Cut, lines: tuple[Line, ...]) -> Cut:
    """The article of `lines`, which were cut off `whole`; what is not known of it stays empty."""
    first, start = lines[0], lines[0].start
    if start is None or (first.is_title and len(lines) == 1):
        return replace(whole, start=Start(), lines=lines)
    lines = lines[1:] if first.is_title else (replace(first, start=None), *lines[1:])
    article = start.article
    language = article.language if article is not None else whole.language
    origin = article.origin if article is not None else whole.origin
    return replace(whole, start=start, lines=lines, language=language, origin=origin)
