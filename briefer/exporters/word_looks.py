"""What the styles of a Word document look like; `word_styles` gives them to one."""

from dataclasses import dataclass, replace

from briefer.exporters.colors import ACCENT, GREY, INK, RULE
from briefer.exporters.look import Design
from briefer.model.document import Look

# Fonts every office program has or replaces by one of the same widths (Carlito, Caladea).
SANS, SERIF = "Calibri", "Cambria"


@dataclass(frozen=True, slots=True)
class WordStyle:
    """A paragraph style, sizes and spaces in points. `edge` is a border: side, width, colour.

    `close` are size, line, space above and below where a document is set closely.
    """

    name: str
    font: str
    size: float
    line: float = 1.15
    before: float = 0.0
    after: float = 0.0
    color: str = INK
    bold: bool = False
    italic: bool = False
    keep: bool = False
    indent: float = 0.0
    hanging: float = 0.0
    edge: tuple[str, float, str] | None = None
    shade: str = ""
    level: int | None = None
    close: tuple[float, float, float, float] | None = None

    def of(self, design: Design) -> "WordStyle":
        """How a document of that design has it."""
        edge = self.edge and (*self.edge[:2], design.color(self.edge[2]))
        made = replace(self, color=design.color(self.color), edge=edge)
        if not design.is_dense or self.close is None:
            return made
        size, line, before, after = self.close
        return replace(made, size=size, line=line, before=before, after=after)


STYLES = (
    WordStyle("Normal", SERIF, 10.5, after=5, close=(10, 1.08, 0, 3)),
    WordStyle("Title", SANS, 25, 1.0, 2, 2, INK, bold=True, keep=True, close=(20, 1.0, 0, 0)),
    WordStyle("Subtitle", SANS, 11.5, 1.0, 0, 6, GREY, keep=True, close=(9.5, 1.0, 1, 3)),
    WordStyle(
        "Heading 1",
        SANS,
        14.5,
        1.0,
        20,
        5,
        ACCENT,
        bold=True,
        keep=True,
        edge=("bottom", 0.75, ACCENT),
        level=0,
        close=(12, 1.0, 10, 3),
    ),
    WordStyle(
        "Heading 2",
        SANS,
        11.5,
        1.05,
        10,
        2,
        INK,
        bold=True,
        keep=True,
        level=1,
        close=(10.5, 1.0, 5, 0),
    ),
    WordStyle(
        "Briefer Annex Heading",
        SANS,
        12.5,
        1.0,
        16,
        3,
        ACCENT,
        bold=True,
        keep=True,
        level=1,
        close=(11, 1.0, 8, 2),
    ),
    WordStyle("Header", SANS, 9, 1.0, color=GREY),
    WordStyle("Footer", SANS, 9, 1.0, color=GREY),
    WordStyle("List Bullet", SERIF, 10.5, after=3, close=(10, 1.08, 0, 2)),
    WordStyle("toc 1", SANS, 10, 1.0, 3, 2),
    WordStyle("toc 2", SANS, 9.5, 1.0, 0, 2, indent=12),
    WordStyle("Briefer Contents", SANS, 11.5, 1.0, 14, 4, ACCENT, bold=True, keep=True),
    WordStyle(
        "Briefer Kicker",
        SANS,
        11,
        1.0,
        0,
        0,
        ACCENT,
        bold=True,
        keep=True,
        edge=("top", 3.0, ACCENT),
        close=(10, 1.0, 0, 0),
    ),
    WordStyle("Briefer Fact Label", SANS, 8, 1.0, 4, 0, GREY, keep=True, close=(8, 1.0, 2, 0)),
    WordStyle(
        "Briefer Fact", SANS, 9.5, 1.0, 0, 2, INK, bold=True, keep=True, close=(9, 1.0, 0, 1)
    ),
    WordStyle("Briefer Lead", SERIF, 11.5, 1.2, 3, 0, close=(10.5, 1.1, 2, 0)),
    WordStyle(
        "Briefer Lead Heading",
        SANS,
        10.5,
        1.1,
        0,
        0,
        ACCENT,
        bold=True,
        keep=True,
        level=0,
        close=(9.5, 1.0, 0, 0),
    ),
    WordStyle("Briefer Extract", SERIF, 10.5, 1.15, 0, 2, close=(10, 1.08, 0, 0)),
    WordStyle("Briefer Note", SANS, 10, 1.1, 2, 2, ACCENT, bold=True, close=(9.5, 1.0, 1, 1)),
    WordStyle("Briefer Source", SANS, 9, 1.0, 0, 4, GREY, close=(8.5, 1.0, 0, 1)),
    WordStyle(
        "Briefer Quote",
        SERIF,
        11,
        1.15,
        9,
        0,
        italic=True,
        indent=12,
        edge=("left", 2.25, RULE),
        close=(10, 1.05, 5, 0),
    ),
    WordStyle(
        "Briefer Speaker",
        SANS,
        9.2,
        1.0,
        0,
        4,
        indent=12,
        edge=("left", 2.25, RULE),
        close=(9, 1.0, 0, 1),
    ),
    WordStyle("Briefer Small", SANS, 8.5, 1.05, 8, 4, GREY, close=(8.5, 1.0, 3, 1)),
    WordStyle("Briefer Space", SANS, 4, 1.0, 5, close=(2, 1.0, 3, 0)),
    WordStyle("Briefer Cell", SANS, 9.4, 1.0, 2, 2, close=(9, 1.0, 1, 1)),
    WordStyle(
        "Briefer Cell Heading",
        SANS,
        8.8,
        1.0,
        2,
        2,
        GREY,
        bold=True,
        keep=True,
        close=(8.5, 1.0, 1, 1),
    ),
    WordStyle(
        "Briefer Figure", SANS, 22, 1.0, 4, 0, ACCENT, bold=True, keep=True, close=(17, 1.0, 2, 0)
    ),
    WordStyle("Briefer Figure Label", SANS, 9, 1.0, 0, 2, GREY, close=(8.5, 1.0, 0, 1)),
    WordStyle(
        "Briefer Source Entry", SANS, 9.2, 1.05, 0, 3, indent=26, hanging=26, close=(8.5, 1.0, 0, 1)
    ),
)
# Lines that end a paragraph of another look: there they cannot be parted from it by a page.
LINES = {Look.SOURCE: "Briefer Source Line", Look.SPEAKER: "Briefer Speaker Line"}
# Names of styles by the level of a heading: both texts of the annex and items stand under a section,
# and no level is left out, or a screen reader looks for what is missing.
LEVELS = {1: "Heading 1", 2: "Briefer Annex Heading", 3: "Heading 2"}
# Names of styles by what a paragraph is.
LOOKS = {
    Look.BODY: "Normal",
    Look.LEAD: "Briefer Lead",
    Look.EXTRACT: "Briefer Extract",
    Look.NOTE: "Briefer Note",
    Look.SOURCE: "Briefer Source",
    Look.QUOTE: "Briefer Quote",
    Look.SPEAKER: "Briefer Speaker",
    Look.SMALL: "Briefer Small",
}
# Running text; in headings, names of sources and furniture words stay whole.
HYPHENATED = ("Normal", "List Bullet", "Briefer Lead", "Briefer Extract", "Briefer Cell")
