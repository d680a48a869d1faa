"""The styles of a Word document: real, named ones, so that all of it can be restyled in Word."""

from typing import Any

from briefer.exporters.colors import GREY
from briefer.exporters.look import Design
from briefer.exporters.word_looks import HYPHENATED, LINES, LOOKS, SANS, STYLES, WordStyle
from briefer.exporters.word_xml import element

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
    if wanted.name not in HYPHENATED:
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
