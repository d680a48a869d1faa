"""The theme of a spreadsheet: the colours and fonts Excel offers while one works in it."""

from briefer.exporters.colors import ACCENT, GREY, INK, RULE, TINT

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
# The twelve places of a theme's colours, in the schema's order.
_COLORS = (
    ("dk1", INK),
    ("lt1", "#ffffff"),
    ("dk2", ACCENT),
    ("lt2", TINT),
    ("accent1", ACCENT),
    ("accent2", GREY),
    ("accent3", "#3f7d6e"),
    ("accent4", "#9a6a1f"),
    ("accent5", "#7a4b6b"),
    ("accent6", RULE),
    ("hlink", ACCENT),
    ("folHlink", GREY),
)
# A theme has three of each: subtle, moderate, intense. A list of actors draws nothing: all are plain.
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="9525">{_FILL}<a:prstDash val="solid"/></a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def theme(font: str) -> str:
    """The theme part, its text in `font`."""
    colors = "".join(
        f'<a:{name}><a:srgbClr val="{color.lstrip("#").upper()}"/></a:{name}>'
        for name, color in _COLORS
    )
    faces = f'<a:latin typeface="{font}"/><a:ea typeface=""/><a:cs typeface=""/>'
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<a:theme xmlns:a="{_DRAWING}" name="Briefer"><a:themeElements>'
        f'<a:clrScheme name="Briefer">{colors}</a:clrScheme>'
        f'<a:fontScheme name="Briefer"><a:majorFont>{faces}</a:majorFont>'
        f"<a:minorFont>{faces}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="Briefer"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{_LINE * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )
