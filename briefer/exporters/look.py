"""The look all formats share: the type scale, the spacing scale, paper, and a document's own design.

One accent colour; every text colour has a contrast of at least 4.5:1 on its ground.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from briefer.exporters.colors import ACCENT, GREY, INK, RULE, readable, tint
from briefer.exporters.fonts import SANS, SERIF, Cut
from briefer.model.document import Document, Look

PAPER_SIZES = {"a4": (595.28, 841.89), "letter": (612.0, 792.0)}
# In points: 24 mm at the sides leave 80 characters of 10.5 point a line.
MARGIN_SIDE, MARGIN_TOP, MARGIN_BOTTOM = 68.0, 76.0, 72.0
# FIRST, Traffic Light Protocol 2.0: these colours on black, 12 point or larger.
MARKING_SIZE = 12.0
TLP_COLORS = {
    "TLP:RED": "#ff2b2b",
    "TLP:AMBER": "#ffc000",
    "TLP:AMBER+STRICT": "#ffc000",
    "TLP:GREEN": "#33ff00",
    "TLP:CLEAR": "#ffffff",
}


def marking_color(marking: str) -> str:
    """The label's colour on black; white for markings that are no TLP label."""
    return TLP_COLORS.get(marking, "#ffffff")


@dataclass(frozen=True, slots=True)
class Setting:
    """How a kind of paragraph is set, in points; `close` are size, leading and space above where a
    document is set closely."""

    cut: Cut
    size: float
    leading: float
    before: float
    color: str = INK
    indent: float = 0.0
    hyphens: bool = False
    close: tuple[float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class Design:
    """What is a document's own: its colour, and whether it is set closely."""

    accent: str = ACCENT
    is_dense: bool = False

    @property
    def top(self) -> float:
        """From the edge of the page to the type area."""
        return 64.0 if self.is_dense else MARGIN_TOP

    @property
    def bottom(self) -> float:
        """From the type area to the foot of the page."""
        return 62.0 if self.is_dense else MARGIN_BOTTOM

    @property
    def tint(self) -> str:
        """The ground of boxes."""
        return tint(self.accent)

    @property
    def tones(self) -> Mapping[str, str]:
        """What the tones of a picture are on white."""
        return {
            "accent": self.accent,
            "ink": INK,
            "grey": GREY,
            "rule": RULE,
            "tint": self.tint,
        }

    def color(self, color: str) -> str:
        """The document's own colour in place of the usual one."""
        return self.accent if color == ACCENT else color

    def of(self, setting: Setting) -> Setting:
        """How the document sets what is usually set so; doing it twice changes nothing."""
        if self.is_dense and setting.close is not None:
            size, leading, before = setting.close
            setting = replace(setting, size=size, leading=leading, before=before, close=None)
        if setting.color == ACCENT != self.accent:
            setting = replace(setting, color=self.accent)
        return setting

    def space(self, points: float) -> float:
        """A space that is no setting's own."""
        return points * _CLOSE if self.is_dense else points


USUAL = Design()
# What is left of such spaces in a document that is set closely.
_CLOSE = 0.55


def design(document: Document) -> Design:
    """The design of `document`; a colour too light to be read on white is darkened."""
    return Design(readable(document.accent or ACCENT), document.dense)


PARAGRAPHS = {
    Look.BODY: Setting(Cut(SERIF), 10.5, 15.0, 6, hyphens=True, close=(10, 13.4, 4)),
    Look.LEAD: Setting(Cut(SERIF), 11.5, 16.5, 6, hyphens=True, close=(10.5, 14.0, 3)),
    Look.EXTRACT: Setting(Cut(SERIF), 10.5, 15.0, 3, hyphens=True, close=(10, 13.4, 1.5)),
    Look.NOTE: Setting(Cut(SANS, bold=True), 10, 14.0, 4, ACCENT, close=(9.5, 12.6, 2)),
    Look.SOURCE: Setting(Cut(SANS), 8.8, 12.0, 3, GREY, close=(8.5, 11.4, 1)),
    Look.QUOTE: Setting(Cut(SERIF, italic=True), 11, 16.0, 12, INK, 14, close=(10, 13.4, 6)),
    Look.SPEAKER: Setting(Cut(SANS), 9.2, 13.0, 2, INK, 14, close=(9, 12.0, 0.5)),
    Look.SMALL: Setting(Cut(SANS), 8.5, 12.0, 10, GREY, close=(8.5, 11.0, 4)),
}
HEADINGS = {
    1: Setting(Cut(SANS, bold=True), 14.5, 19.0, 24, ACCENT, close=(12, 15.0, 13)),
    2: Setting(Cut(SANS, bold=True), 12.5, 16.5, 18, ACCENT, close=(11, 14.0, 10)),
    3: Setting(Cut(SANS, bold=True), 11.5, 15.0, 13, INK, close=(10.5, 13.4, 7)),
}
