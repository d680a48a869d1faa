"""The look all formats share: colours, the type scale, the spacing scale, paper.

One accent colour; every text colour has a contrast of at least 4.5:1 on its ground.
"""

from dataclasses import dataclass

from briefer.exporters.fonts import SANS, SERIF, Cut
from briefer.model.document import Look

ACCENT = "#1b4a72"
INK = "#1c232b"
GREY = "#5b6670"
RULE = "#c8d2dc"
TINT = "#eef3f8"
BAND = "#f5f7fa"
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
    """How a kind of paragraph is set, in points."""

    cut: Cut
    size: float
    leading: float
    before: float
    color: str = INK
    indent: float = 0.0
    hyphens: bool = False


PARAGRAPHS = {
    Look.BODY: Setting(Cut(SERIF), 10.5, 15.0, 6, hyphens=True),
    Look.LEAD: Setting(Cut(SERIF), 11.5, 16.5, 6, hyphens=True),
    Look.EXTRACT: Setting(Cut(SERIF), 10.5, 15.0, 3, hyphens=True),
    Look.NOTE: Setting(Cut(SANS, bold=True), 10, 14.0, 4, ACCENT),
    Look.SOURCE: Setting(Cut(SANS), 8.8, 12.0, 3, GREY),
    Look.QUOTE: Setting(Cut(SERIF, italic=True), 11, 16.0, 12, INK, 14),
    Look.SPEAKER: Setting(Cut(SANS), 9.2, 13.0, 2, INK, 14),
    Look.SMALL: Setting(Cut(SANS), 8.5, 12.0, 10, GREY),
}
HEADINGS = {
    1: Setting(Cut(SANS, bold=True), 14.5, 19.0, 24, ACCENT),
    2: Setting(Cut(SANS, bold=True), 12.5, 16.5, 18, ACCENT),
    3: Setting(Cut(SANS, bold=True), 11.5, 15.0, 13, INK),
}
