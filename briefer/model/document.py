"""The finished text tree that every exporter writes and nothing else sees.

All words in it, headings and labels included, are final and in the briefing's language: an
exporter sets them, it neither chooses nor translates. Text is clean (no control characters, no
lone surrogates) but not escaped: that is each format's own matter.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from briefer.model.briefing import ItemId, SectionId


class Look(StrEnum):
    """What a paragraph is, which decides how it is set."""

    BODY = "body"  # running text
    LEAD = "lead"  # the bottom line
    EXTRACT = "extract"  # sentences of an article, letter for letter
    NOTE = "note"  # the user's own line on why an item matters
    SOURCE = "source"  # outlet, author, date, address under an item
    QUOTE = "quote"  # somebody's words
    SPEAKER = "speaker"  # who said them
    SMALL = "small"  # method note, licence lines


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one style. `link` is an http, https or mailto address, or "#anchor" in the document.

    `cites` is the number of the source this run refers to (0: none). `quiet` is set in grey.
    """

    text: str
    bold: bool = False
    italic: bool = False
    quiet: bool = False
    link: str = ""
    cites: int = 0


@dataclass(frozen=True, slots=True)
class Origin:
    """Which section and item of the briefing a block was made from; None where it made itself."""

    section: SectionId
    item: ItemId | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 (section) to 3 (item). `anchor` is unique in the document."""

    text: str
    level: int
    anchor: str
    language: str = ""
    origin: Origin | None = None
    # A short label printed after the text ("NEW"), or empty.
    tag: str = ""
    # Printed before the text ("3"), or empty.
    number: str = ""
    type: Literal["heading"] = "heading"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `keep` asks to stand on one page with what follows."""

    runs: tuple[Run, ...]
    look: Look = Look.BODY
    language: str = ""
    origin: Origin | None = None
    keep: bool = False
    type: Literal["paragraph"] = "paragraph"

    @property
    def text(self) -> str:
        """The words without their styles."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of short paragraphs, each with its own origin."""

    entries: tuple[Paragraph, ...]
    origin: Origin | None = None
    type: Literal["bullets"] = "bullets"


@dataclass(frozen=True, slots=True)
class Box:
    """Paragraphs set off from the rest under a label: the bottom line. `number` as of a heading."""

    label: str
    blocks: tuple[Paragraph | Bullets, ...]
    anchor: str
    origin: Origin | None = None
    number: str = ""
    type: Literal["box"] = "box"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under a header row; `shares` are the columns' parts of the width.

    `numeric` are indexes of columns set flush right; `origins` runs parallel to `rows` or is empty.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[tuple[Run, ...], ...], ...]
    shares: tuple[float, ...]
    numeric: frozenset[int] = frozenset()
    origin: Origin | None = None
    origins: tuple[Origin, ...] = ()
    type: Literal["table"] = "table"


@dataclass(frozen=True, slots=True)
class Figures:
    """A row of large numbers, each with what it counts."""

    figures: tuple[tuple[str, tuple[Run, ...]], ...]
    origin: Origin | None = None
    type: Literal["figures"] = "figures"


# What colours mean in a picture; each format has its own for light and dark.
Tone = Literal["accent", "ink", "grey", "rule", "tint"]


@dataclass(frozen=True, slots=True)
class Bar:
    """A filled rectangle of a picture, in points from its top left corner."""

    x: float
    y: float
    width: float
    height: float
    tone: Tone = "accent"
    type: Literal["bar"] = "bar"


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line of a picture."""

    x: float
    y: float
    to_x: float
    to_y: float
    width: float = 0.7
    tone: Tone = "rule"
    type: Literal["stroke"] = "stroke"


@dataclass(frozen=True, slots=True)
class Dot:
    """A filled circle of a picture."""

    x: float
    y: float
    radius: float
    tone: Tone = "accent"
    type: Literal["dot"] = "dot"


@dataclass(frozen=True, slots=True)
class Label:
    """Words of a picture: `x` is where they begin, end or have their middle; `y` their baseline."""

    x: float
    y: float
    text: str
    size: float = 8.5
    anchor: Literal["start", "middle", "end"] = "start"
    bold: bool = False
    tone: Tone = "grey"
    type: Literal["label"] = "label"


Shape = Bar | Stroke | Dot | Label


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing under its title. `alt` says all that it shows, for who cannot see it."""

    title: str
    alt: str
    width: float
    height: float
    shapes: tuple[Shape, ...]
    origin: Origin | None = None
    type: Literal["picture"] = "picture"


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """One numbered source; `anchor` is where its citations lead."""

    number: int
    runs: tuple[Run, ...]
    anchor: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class SourceList:
    """The numbered sources, in the order of their first citation."""

    entries: tuple[SourceEntry, ...]
    origin: Origin | None = None
    type: Literal["sources"] = "sources"


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a new page."""

    type: Literal["break"] = "break"


Block = Heading | Paragraph | Bullets | Box | Table | Figures | Picture | SourceList | PageBreak


@dataclass(frozen=True, slots=True)
class Masthead:
    """The head of the first page: the large title, a line above it, labelled facts below it."""

    title: str
    kicker: str = ""
    date: str = ""
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands on every page. `page` holds "{page}" and "{pages}"."""

    header: str = ""
    footer: str = ""
    page: str = "{page} / {pages}"
    marking: str = ""


@dataclass(frozen=True, slots=True)
class ActorRow:
    """An actor of the table as bare data, for CSV and JSON."""

    name: str
    kind: str
    country: str | None
    roles: tuple[str, ...]
    aliases: tuple[str, ...]
    mentions: int
    articles: int
    sources: tuple[int, ...]
    salience: float


@dataclass(frozen=True, slots=True)
class Document:
    """A composed briefing. `created` is an ISO 8601 date-time; `paper` is "a4" or "letter".

    `contents` is the heading of the table of contents; exporters with pages print one when the
    document runs to three pages or `long` is set. `method` says how the extracts were made. A
    `dense` document is set closely; `accent` is the colour of its headings ("#RRGGBB"), or empty.
    """

    title: str
    language: str
    masthead: Masthead
    furniture: Furniture
    blocks: tuple[Block, ...]
    created: str
    author: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    paper: str = "a4"
    contents: str = ""
    long: bool = False
    actors: tuple[ActorRow, ...] = ()
    method: str = ""
    dense: bool = False
    accent: str = ""
    type: Literal["document"] = "document"

    def headings(self) -> Iterator[tuple[str, int, str]]:
        """(text, level, anchor) of all that belongs in a table of contents or in bookmarks."""
        for block in self.blocks:
            if isinstance(block, Heading):
                yield numbered(block.text, block.number), block.level, block.anchor
            elif isinstance(block, Box) and block.label:
                yield numbered(block.label, block.number), 1, block.anchor


def numbered(text: str, number: str) -> str:
    """A heading's text after its number, if it has one: "3  Key actors"."""
    return f"{number}  {text}" if number else text


# Scripts of these languages run from right to left.
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "yi", "ps", "sd", "ug", "ckb", "dv"})


def runs_right_to_left(language: str) -> bool:
    """Whether `language` ("ar", "fa-IR") is written from right to left."""
    return language.split("-", maxsplit=1)[0].lower() in RIGHT_TO_LEFT
