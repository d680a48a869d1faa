"""Pictures of a document as SVG: vectors for web pages and Word."""

from collections.abc import Mapping
from html import escape

from briefer.exporters.look import USUAL
from briefer.model.document import Bar, Dot, Label, Picture, Shape, Stroke

# A web page has its own colours for the dark.
VARIABLES: Mapping[str, str] = {tone: f"var(--{tone})" for tone in USUAL.tones}


def svg(picture: Picture, colors: Mapping[str, str]) -> str:
    """The picture as an SVG element; `colors` say what its tones are."""
    shapes = "".join(_shape(shape, colors) for shape in picture.shapes)
    # Labels may stand a little over the edge.
    box = f"-4 -8 {picture.width + 8:g} {picture.height + 16:g}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" role="img" '
        f'aria-label="{escape(picture.alt)}" font-family="Source Sans 3, Calibri, sans-serif">'
        f"{shapes}</svg>"
    )


def _shape(shape: Shape, colors: Mapping[str, str]) -> str:
    color = colors[shape.tone]
    if isinstance(shape, Bar):
        place = f'x="{shape.x:.1f}" y="{shape.y:.1f}"'
        size = f'width="{shape.width:.1f}" height="{shape.height:.1f}"'
        return f'<rect {place} {size} fill="{color}"/>'
    if isinstance(shape, Stroke):
        start = f'x1="{shape.x:.1f}" y1="{shape.y:.1f}"'
        end = f'x2="{shape.to_x:.1f}" y2="{shape.to_y:.1f}"'
        return f'<line {start} {end} stroke="{color}" stroke-width="{shape.width:.2f}"/>'
    if isinstance(shape, Dot):
        place = f'cx="{shape.x:.1f}" cy="{shape.y:.1f}"'
        return f'<circle {place} r="{shape.radius:.1f}" fill="{color}"/>'
    return _label(shape, color)


def _label(label: Label, color: str) -> str:
    weight = ' font-weight="600"' if label.bold else ""
    return (
        f'<text x="{label.x:.1f}" y="{label.y:.1f}" font-size="{label.size:g}" fill="{color}"'
        f'{weight} text-anchor="{label.anchor}">{escape(label.text)}</text>'
    )
