"""What pages are filled with: strips of lines, each with what must stay together with it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from briefer.exporters import bidi
from briefer.exporters.colors import GREY
from briefer.exporters.fonts import Cut
from briefer.exporters.look import USUAL, Design, Setting
from briefer.exporters.setting import Line, Missing, rough_lines, set_lines
from briefer.exporters.shaping import Style
from briefer.model.document import Origin, Run, runs_right_to_left


@dataclass(eq=False, slots=True)
class Element:
    """A node of the document's structure for screen readers ("P", "H1", "TD")."""

    tag: str
    parent: "Element | None" = None
    language: str = ""
    # What a picture shows, in words.
    alt: str = ""


@dataclass(slots=True)
class Mark:
    """A line of text in a strip: `x` from the left edge of the type area, `down` its baseline."""

    line: Line
    x: float
    down: float
    element: Element | None = None


@dataclass(slots=True)
class Fill:
    """A filled rectangle in a strip."""

    x: float
    down: float
    width: float
    height: float
    color: str


@dataclass(slots=True)
class Rod:
    """A line of a picture in a strip."""

    x: float
    down: float
    to_x: float
    to_down: float
    width: float
    color: str


@dataclass(slots=True)
class Disc:
    """A filled circle of a picture in a strip."""

    x: float
    down: float
    radius: float
    color: str


@dataclass(eq=False, slots=True)
class Backdrop:
    """A tinted ground under consecutive strips, with a bar at its leading edge."""

    color: str
    bar: str
    mirrored: bool = False


@dataclass(eq=False, slots=True)
class Strip:
    """A part of a page that is never split. `before` is the space above, dropped atop a page.

    `glued` keeps the next strip on the same page; `again` is printed above it where it comes
    first on a page (the header of a table); `entry` is the anchor whose page number is added.
    """

    height: float
    marks: list[Mark] = field(default_factory=list)
    fills: list[Fill] = field(default_factory=list)
    drawn: list[Rod | Disc] = field(default_factory=list)
    before: float = 0.0
    glued: bool = False
    origin: Origin | None = None
    anchor: str = ""
    backdrop: Backdrop | None = None
    again: "Strip | None" = None
    breaks: bool = False
    entry: str = ""


@dataclass(slots=True)
class Column:
    """Where lines are set: left edge and width within the type area, in points."""

    x: float
    width: float


def spans(runs: Sequence[Run], setting: Setting, accent: str) -> list[tuple[str, Style]]:
    """Runs in the styles of a paragraph; links and citations take the accent colour."""
    result = []
    for run in runs:
        cut = Cut(
            setting.cut.family,
            setting.cut.bold or run.bold,
            (setting.cut.italic or run.italic) and not run.cites,
        )
        size = setting.size
        color = GREY if run.quiet else setting.color
        if run.link:
            color = accent
        if run.cites:
            # A number in brackets is read past more easily when it is a little smaller.
            size, cut = setting.size * 0.84, Cut("sans", bold=False)
        result.append((run.text, Style(cut, size, color, run.link)))
    return result


class ParagraphSetting:
    """Sets paragraphs of one document: its language decides where nothing else does."""

    def __init__(self, language: str, design: Design = USUAL, *, rough: bool = False) -> None:
        """`rough` paragraphs are measured only, never drawn."""
        self.language = language
        self.design = design
        self.rough = rough
        self.mirrored = runs_right_to_left(language)
        self.missing = Missing(set())

    def paragraph(
        self,
        runs: Sequence[Run],
        setting: Setting,
        column: Column,
        *,
        language: str = "",
        element: Element | None = None,
        origin: Origin | None = None,
        flush: str = "start",
        fixed: bool = False,
    ) -> list[Strip]:
        """Lines as strips; the first two and the last two lines stay together.

        `flush` is "start", "end" or "center"; `fixed` runs in the document's direction, whatever
        the script.
        """
        setting = self.design.of(setting)
        base = int(self.mirrored) if fixed else self.direction(runs, language)
        indent = setting.indent
        width = column.width - indent
        styled = spans(runs, setting, self.design.accent)
        if self.rough:
            lines = rough_lines(styled, width)
        else:
            lines = set_lines(
                styled,
                width,
                language=language or self.language,
                base=base,
                missing=self.missing,
                hyphens=setting.hyphens,
            )
        left = column.x + (0 if base else indent)
        strips = []
        for number, line in enumerate(lines):
            slack = width - line.width
            x = left + _offset(slack, flush, base, mirrored=self.mirrored)
            # The baseline stands where ascent and descent share what the leading leaves.
            down = setting.leading * 0.5 + setting.size * 0.34
            strips.append(
                Strip(
                    height=setting.leading,
                    marks=[Mark(line, x, down, element)],
                    before=setting.before if number == 0 else 0.0,
                    glued=_keeps(number, len(lines)),
                    origin=origin,
                )
            )
        return strips

    def direction(self, runs: Sequence[Run], language: str) -> int:
        """1 for a right-to-left paragraph: its language says so, else its first letter."""
        if language:
            return int(runs_right_to_left(language))
        text = "".join(run.text for run in runs)
        return bidi.direction_of(text, int(self.mirrored))


def _offset(slack: float, flush: str, base: int, *, mirrored: bool) -> float:
    if flush == "center":
        return slack / 2
    if flush == "end":
        return 0.0 if mirrored else slack
    return slack if base else 0.0


def _keeps(number: int, count: int) -> bool:
    """Whether a line may not be the last on its page: no widows, no orphans."""
    return number < count - 1 and (number == 0 or number == count - 2)
