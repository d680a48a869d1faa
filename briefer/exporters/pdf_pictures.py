"""Pictures of a document to strips of a PDF page."""

from briefer.exporters.bidi import direction_of
from briefer.exporters.colors import GREY
from briefer.exporters.fonts import SANS, Cut
from briefer.exporters.look import Setting
from briefer.exporters.pdf_strips import (
    Column,
    Disc,
    Element,
    Fill,
    Mark,
    ParagraphSetting,
    Rod,
    Strip,
)
from briefer.exporters.setting import set_lines
from briefer.exporters.shaping import Style
from briefer.model.document import Bar, Dot, Label, Picture, Run, Stroke

_ABOVE, _BELOW = 8.0, 10.0
_TITLE = Setting(Cut(SANS, bold=True), 9.4, 13.0, 12, GREY, close=(9, 12.0, 6))


def picture_strips(picture: Picture, paragraphs: ParagraphSetting, width: float) -> list[Strip]:
    """The picture under its title, on one page."""
    title = paragraphs.paragraph(
        [Run(picture.title)],
        _TITLE,
        Column(0.0, width),
        element=Element("P"),
        origin=picture.origin,
    )
    for strip in title:
        strip.glued = True
    return [*title, picture_strip(picture, paragraphs, width)]


def picture_strip(picture: Picture, paragraphs: ParagraphSetting, width: float) -> Strip:
    """The whole picture, which is never split, in the middle of a type area `width` wide."""
    strip = Strip(picture.height + _ABOVE + _BELOW, origin=picture.origin)
    left = (width - picture.width) / 2
    figure = Element("Figure", alt=picture.alt)
    tones = paragraphs.design.tones
    for shape in picture.shapes:
        color = tones[shape.tone]
        if isinstance(shape, Bar):
            strip.fills.append(
                Fill(left + shape.x, _ABOVE + shape.y, shape.width, shape.height, color)
            )
        elif isinstance(shape, Stroke):
            start, end = (
                (left + shape.x, _ABOVE + shape.y),
                (left + shape.to_x, _ABOVE + shape.to_y),
            )
            strip.drawn.append(Rod(*start, *end, shape.width, color))
        elif isinstance(shape, Dot):
            strip.drawn.append(Disc(left + shape.x, _ABOVE + shape.y, shape.radius, color))
        else:
            mark = _mark(shape, paragraphs, left)
            if mark is not None:
                mark.element = figure
                strip.marks.append(mark)
    return strip


def _mark(label: Label, paragraphs: ParagraphSetting, left: float) -> Mark | None:
    color = paragraphs.design.tones[label.tone]
    style = Style(Cut(SANS, bold=label.bold), label.size, color)
    lines = set_lines(
        [(label.text, style)],
        1e6,
        language=paragraphs.language,
        base=direction_of(label.text),
        missing=paragraphs.missing,
    )
    if not lines:
        return None
    share = {"start": 0.0, "middle": 0.5, "end": 1.0}[label.anchor]
    return Mark(lines[0], left + label.x - share * lines[0].width, _ABOVE + label.y)
