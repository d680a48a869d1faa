"""The styles of a Word document: real, named ones, so that all of it can be restyled in Word."""

from dataclasses import dataclass, replace
from typing import Any

from briefer.exporters.colors import ACCENT, GREY, INK, RULE
from briefer.exporters.look import Design
from briefer.exporters.word_xml import element
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
    WordStyle("Subtitle", SANS, 11.5, 1.0, 0, 6, GREY, keep=True, close=(10, 1.0, 0, 2)),
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
_HYPHENATED = ("Normal", "List Bullet", "Briefer Lead", "Briefer Extract", "Briefer Cell")
# Paragraph properties from borders on, in the order Word insists on (ECMA-376, CT_PPrBase).
_ORDER = (
    "pBdr",
    "shd",
    "tabs",
    "suppressAutoHyphens",
    "kinsoku",
    "wordWrap",
    "overflowPunct",
    "topLinePunct",
    "autoSpaceDE",
    "autoSpaceDN",
    "bidi",
    "adjustRightInd",
    "snapToGrid",
    "spacing",
    "ind",
    "contextualSpacing",
    "mirrorIndents",
    "suppressOverlap",
    "jc",
    "textDirection",
    "textAlignment",
    "textboxTightWrap",
    "outlineLvl",
    "divId",
    "cnfStyle",
    "rPr",
    "sectPr",
    "pPrChange",
)


def add_styles(document: Any, design: Design, *, house: bool) -> dict[str, str]:
    """Give the python-docx `document` our styles in its design; their ids by name.

    With `house` the styles that are there already stay as the house made them.
    """
    from docx.enum.style import WD_STYLE_TYPE

    known = {style.name: style for style in document.styles}
    ids: dict[str, str] = {}
    styles = {style.name: style.of(design) for style in STYLES}
    for wanted in styles.values():
        # python-docx shows "heading 1" of the file as "Heading 1".
        style = known.get(wanted.name)
        fresh = style is None
        if style is None:
            built_in = not wanted.name.startswith("Briefer")
            style = document.styles.add_style(
                wanted.name, WD_STYLE_TYPE.PARAGRAPH, builtin=built_in
            )
            style.base_style = known.get("Normal")
        if fresh or not house:
            _define(style, wanted)
        if fresh and house:
            _dress(style, known.get("Heading 1"), wanted)
        ids[wanted.name] = style.style_id
    for look, name in LINES.items():
        if name not in known:
            line = document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
            wanted = styles[LOOKS[look]]
            _define_font(line, wanted)
            if house:
                _dress(line, known.get("Heading 1"), wanted)
            ids[name] = line.style_id
        else:
            ids[name] = known[name].style_id
    return ids


def _dress(style: Any, heading: Any, wanted: WordStyle) -> None:
    """A style of ours in the house's own fonts and in the colour of its headings."""
    from docx.oxml.ns import qn

    properties = style.element.get_or_add_rPr()
    heads = wanted.bold and heading is not None
    for fonts in properties.findall(qn("w:rFonts")):
        properties.remove(fonts)
    if heads and heading.font.name:
        style.font.name = heading.font.name
    if wanted.color != GREY:
        color = heading.font.color.rgb if heads and heading.font.color.rgb else None
        style.font.color.rgb = color


def _define(style: Any, wanted: WordStyle) -> None:
    from docx.shared import Pt

    # What the template says of letter spacing, theme fonts and frames goes.
    for properties in (style.element.get_or_add_rPr(), style.element.get_or_add_pPr()):
        for node in list(properties):
            if not node.tag.endswith("}numPr"):
                properties.remove(node)
    _define_font(style, wanted)
    form = style.paragraph_format
    form.space_before, form.space_after = Pt(wanted.before), Pt(wanted.after)
    form.line_spacing = wanted.line
    form.keep_with_next = wanted.keep
    form.widow_control = True
    form.left_indent = Pt(wanted.indent)
    form.first_line_indent = Pt(-wanted.hanging)
    if wanted.name == "List Bullet":
        form.left_indent, form.first_line_indent = Pt(14), Pt(-14)
    _set_ground(style, wanted)
    if wanted.name not in _HYPHENATED:
        whole = element("suppressAutoHyphens")
        style.element.get_or_add_pPr().insert_element_before(
            whole, *_following("suppressAutoHyphens")
        )
    style.quick_style = True
    style.hidden = False


def _define_font(style: Any, wanted: WordStyle) -> None:
    from docx.shared import Pt, RGBColor

    font = style.font
    font.size, font.bold, font.italic = Pt(wanted.size), wanted.bold, wanted.italic
    font.color.rgb = RGBColor.from_string(wanted.color.lstrip("#").upper())
    _set_fonts(style, wanted)


def _set_fonts(style: Any, wanted: WordStyle) -> None:
    """One family for all scripts a style may meet; sizes for right-to-left text too."""
    from docx.oxml.ns import qn

    properties = style.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    backward = "Arial" if wanted.font == SANS else "Times New Roman"
    for slot, font in (
        ("ascii", wanted.font),
        ("hAnsi", wanted.font),
        ("cs", backward),
        ("eastAsia", "Microsoft YaHei" if wanted.font == SANS else "SimSun"),
    ):
        fonts.set(qn(f"w:{slot}"), font)
    for tag in ("bCs", "iCs", "szCs"):
        for old in properties.findall(qn(f"w:{tag}")):
            properties.remove(old)
    _after(properties, "b", element("bCs", val=int(wanted.bold)))
    _after(properties, "i", element("iCs", val=int(wanted.italic)))
    _after(properties, "sz", element("szCs", val=round(wanted.size * 2)))


def _after(properties: Any, tag: str, node: Any) -> None:
    from docx.oxml.ns import qn

    properties.find(qn(f"w:{tag}")).addnext(node)


def _set_ground(style: Any, wanted: WordStyle) -> None:
    """Border, shading and outline level, where the schema wants them."""
    properties = style.element.get_or_add_pPr()
    from docx.oxml.ns import qn

    for tag in ("pBdr", "shd", "outlineLvl"):
        for old in properties.findall(qn(f"w:{tag}")):
            properties.remove(old)
    if wanted.edge:
        side, width, color = wanted.edge
        # Borders count in eighths of a point.
        line = element(
            side,
            val="single",
            sz=round(width * 8),
            space=6 if side == "left" else 4,
            color=color.lstrip("#"),
        )
        properties.insert_element_before(element("pBdr", line), *_following("pBdr"))
    if wanted.shade:
        ground = element("shd", val="clear", color="auto", fill=wanted.shade.lstrip("#"))
        properties.insert_element_before(ground, *_following("shd"))
    if wanted.level is not None:
        properties.insert_element_before(
            element("outlineLvl", val=wanted.level), *_following("outlineLvl")
        )


def _following(tag: str) -> tuple[str, ...]:
    """What must stand behind `tag` in paragraph properties."""
    return tuple(f"w:{name}" for name in _ORDER[_ORDER.index(tag) + 1 :])
